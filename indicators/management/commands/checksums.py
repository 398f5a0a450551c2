"""Tell what the database holds, or compare it with what another one held."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from . import _checksums


class Command(BaseCommand):
    help = "Counts and checksums of every edition, and the rows of every table. --against FILE: compare with these."

    def add_arguments(self, parser):
        parser.add_argument("--against", type=Path, help="what this command, or backup, wrote before")

    def handle(self, *, against, **options):
        told = _checksums.lines()
        if against is None:
            self.stdout.write("\n".join(told))
            return
        try:
            expected = against.read_text(encoding="utf-8").splitlines()
        except OSError as mistake:
            raise CommandError(f"{against}: {mistake.strerror}") from None
        found = _checksums.differences(told, expected)
        if found:
            raise CommandError("The database holds something else (-: then, +: now).\n" + "\n".join(found))
        self.stdout.write(f"{len(told)} lines, all as in {against.name}.")
