"""Whether this portal may be shown to everybody."""

from urllib.error import URLError

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from . import _safety


class Command(BaseCommand):
    help = "Say what is unsafe in the settings and the database; with --ask, also in what the running portal answers."
    requires_system_checks = []  # they are among what is said

    def add_arguments(self, parser):
        parser.add_argument("--ask", action="store_true", help="ask the portal that runs at SITE_URL")
        parser.add_argument("--at", default=settings.SITE_URL, help="ask it at this address instead")

    def handle(self, *, ask, at, **options):
        found = [*_safety.of_settings(), *_safety.of_database()]
        if ask or at != settings.SITE_URL:
            found += self.answers(at)
        for sentence in found:
            self.stdout.write(sentence)
        if found:
            raise CommandError(f"{len(found)} to mend.")
        self.stdout.write("Nothing unsafe was found.")

    def answers(self, at):
        try:
            return list(_safety.of_answers(_safety.asker(at)))
        except (URLError, TimeoutError, ConnectionError) as failure:
            return [f"{at} does not answer: {failure}"]
