"""Fill an empty database from a backup, and prove that everything is there."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from . import _copies


class Command(BaseCommand):
    help = "Fill the empty database of DATABASE_URL from FILE; fails unless all its counts and checksums hold."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="what `backup` wrote; its .checksums stand beside it")

    def handle(self, *, file, **options):
        checksums = file.with_suffix(_copies.CHECKSUMS)
        for path in (file, checksums):
            if not path.is_file():
                raise CommandError(f"{path} is not there.")
        _copies.read(file)
        call_command("checksums", against=checksums, stdout=self.stdout)
