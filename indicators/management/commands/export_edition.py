"""Write an edition's own file, which loads back to the same bytes."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from indicators.intake.writing import written
from indicators.models import Edition


class Command(BaseCommand):
    help = "Write the file of an edition: the published one, or --revision N of it."

    def add_arguments(self, parser):
        parser.add_argument("series", help="par-index, sipas, papi, pci or targets")
        parser.add_argument("year", type=int, help="the year assessed")
        parser.add_argument("--revision", type=int, help="the published one when not given")
        parser.add_argument("--output", type=Path, help="the file to write; standard output when not given")

    def handle(self, *, series, year, revision, output, **options):
        editions = Edition.objects.of(series, year)
        editions = editions.filter(revision=revision) if revision else editions.published()
        edition = editions.first()
        if edition is None:
            which = f"revision {revision}" if revision else "published edition"
            raise CommandError(f"{series} {year}: no {which}.")
        content = written(edition)
        if output:
            output.write_bytes(content)
        else:
            sys.stdout.buffer.write(content)
