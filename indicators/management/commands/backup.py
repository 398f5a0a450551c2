"""A copy of the database with the checksums of what it holds."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from . import _checksums, _copies

ATTEMPTS = 5


class Command(BaseCommand):
    help = "Write the database to FOLDER, with the checksums by which `restore` proves itself."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="where copies are kept")
        parser.add_argument("--keep", type=int, default=0, help="how many of the newest stay; all when not given")

    def handle(self, *, folder, keep, **options):
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        path = folder / f"portal-{timezone.localtime():%Y%m%d-%H%M%S}{_copies.suffix()}"
        held = self.copied(path)
        self.stdout.write(f"{path}: {held} lines of checksums")
        for old in self.old(folder, keep):
            old.with_suffix(_copies.CHECKSUMS).unlink(missing_ok=True)
            old.unlink()

    def copied(self, path):
        """Copy until nothing was changed meanwhile, so that the checksums are those of the copy; how many they are."""
        unfinished = path.with_name(f"{path.name}.unfinished")
        for _attempt in range(ATTEMPTS):
            held = _checksums.lines()
            unfinished.unlink(missing_ok=True)
            _copies.write(unfinished)
            if _checksums.lines() == held:
                path.with_suffix(_copies.CHECKSUMS).write_text("\n".join(held) + "\n", encoding="utf-8")
                unfinished.rename(path)
                return len(held)
        unfinished.unlink()
        raise CommandError("The database was changed during every attempt. Try again when nobody is at work.")

    def old(self, folder, keep):
        """The copies that are beyond the newest `keep`."""
        copies = sorted(folder.glob(f"portal-*{_copies.suffix()}"))
        return copies[:-keep] if keep else []
