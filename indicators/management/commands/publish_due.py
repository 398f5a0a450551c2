"""Publish the drafts whose hour has come; a timer runs it."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from indicators.models import Edition, Refused


class Command(BaseCommand):
    help = "Publish every draft whose hour has come, in the name of who set it. Run it each minute."

    def handle(self, **options):
        now, refusals = timezone.now(), []
        for edition in Edition.objects.due(now).select_related("series", "scheduled_by"):
            try:
                edition.publish(edition.scheduled_by)
            except Refused as refused:
                # Another run, or another person, may have been faster: only what is still due was refused.
                if Edition.objects.due(now).filter(pk=edition.pk).exists():
                    refusals.append(f"{edition}: {refused}")
            else:
                self.stdout.write(f"{edition}: {edition.get_status_display()}")
        if refusals:
            raise CommandError("\n".join(refusals))
