"""Load a year's file as a draft, or fill an empty portal with the files it comes with."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from indicators import intake
from indicators.intake.terms import TermsMissing, edition_of, lines
from indicators.models import Edition, Refused

from ._reference import load_reference

FIXTURES = Path(settings.BASE_DIR) / "fixtures"


class Command(BaseCommand):
    help = "Load an edition file as a draft (--publish: and show it). --all: every edition in fixtures/ not yet loaded."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help=".csv, .xlsx or .json")
        parser.add_argument("--series", help="par-index, sipas, papi, pci or targets")
        parser.add_argument("--year", type=int, help="the year assessed")
        parser.add_argument("--terms", type=Path, help="editions.csv; the one beside FILE when not given")
        parser.add_argument("--reason-vi", default="", help="why a year that is published is loaded again")
        parser.add_argument("--reason-en", default="", help="the same in English")
        parser.add_argument("--publish", action="store_true", help="publish the draft at once")
        parser.add_argument("--all", action="store_true", help="fill the portal from fixtures/ and publish")

    def handle(self, *, file, series, year, terms, publish, **options):
        if options["all"]:
            return self.load_all()
        if not (file and series and year):
            raise CommandError("Give FILE, --series and --year; or --all.")
        if publish and settings.FOUR_EYES:
            raise CommandError("FOUR_EYES: load the file as a draft; another person publishes it in the admin.")
        reason = {"reason_vi": options["reason_vi"], "reason_en": options["reason_en"]}
        self.load(file, series, year, terms or file.parent / "editions.csv", publish, reason)

    def load_all(self):
        """Reference rows and editions that are not there yet; what is there is left as it is."""
        added = load_reference(FIXTURES)
        if added:
            self.stdout.write(f"fixtures: {added} reference rows")
        path = FIXTURES / "editions" / "editions.csv"
        present = {f"{series}-{year}" for series, year in Edition.objects.values_list("series__slug", "year")}
        try:
            missing = [line for line in lines(path) if f"{line['series']}-{line['year']}" not in present]
        except TermsMissing as mistake:
            raise CommandError(str(mistake)) from None
        for line in missing:
            series, year = line["series"], line["year"]
            self.load(path.parent / f"{series}-{year}.csv", series, year, path, publish=True)

    def load(self, file, series, year, terms, publish, reason=None):
        try:
            content = file.read_bytes()
            edition = edition_of(terms, series, year, reason or {})
        except OSError as mistake:
            raise CommandError(f"{file}: {mistake.strerror}") from None
        except TermsMissing as mistake:
            raise CommandError(str(mistake)) from None
        taken = intake.take_in(edition, file.name, content, source=edition.source)
        if taken.problems:
            listed = "\n".join(f"  {problem}" for problem in taken.problems)
            raise CommandError(f"{file.name}: {len(taken.problems)} lỗi, chưa lưu gì.\n{listed}")
        if publish:
            self.publish(taken.edition)
        count = taken.edition.results.count() or taken.edition.statements.count()
        self.stdout.write(f"{file.name}: {taken.edition.get_status_display()}, {count} kết quả")
        for warning in taken.warnings:
            self.stdout.write(f"  {warning}")

    def publish(self, edition):
        try:
            edition.publish()
        except Refused as refused:
            raise CommandError(f"{edition}: {edition.get_status_display()}. {refused}") from None
