"""Draw the PNG files of provinces and rankings, and their cards, ahead of being asked for."""

import fcntl
import os
import time
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import Error, connection
from django.utils.translation import override

from indicators import pngs
from indicators.caching import current_stamp, one_state
from indicators.catalogue import Catalogue
from indicators.views.gallery import files

SECONDS = 5  # between two looks at the stamp


class Command(BaseCommand):
    help = (
        "Draw the pictures of what is public now. --follow: and again after each publication, while its parent lives."
    )

    def add_arguments(self, parser):
        parser.add_argument("--follow", action="store_true")

    def handle(self, *, follow, **options):
        if not settings.PICTURES_DIR:
            return
        os.nice(19)
        parent, folder = os.getppid(), Path(settings.PICTURES_DIR)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            drawn = self.draw()
            while follow and os.getppid() == parent:
                time.sleep(SECONDS)
                if stamp_or(drawn) != drawn:
                    drawn = self.draw()

    def draw(self):
        """Draw what is missing; the stamp of what was drawn."""
        start, found = time.monotonic(), []
        with one_state():
            stamp, catalogue = current_stamp(), Catalogue()
            for language, _name in settings.LANGUAGES:
                with override(language):
                    found += files(catalogue)
        places = {pngs.draw(svg) for svg in found}
        pngs.keep_only(places)
        self.stdout.write(f"{len(places)} pictures, {time.monotonic() - start:.0f} s")
        return stamp


def stamp_or(before):
    """The stamp of what is public now; the one before where the database does not answer."""
    try:
        return current_stamp()
    except Error:
        return before
    finally:
        connection.close()
