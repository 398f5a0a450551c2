import hashlib
from functools import cache

from django.conf import settings

# What a page is made of, beside the figures: a change in any of it makes every page new.
SOURCES = ("reformportal", "provinces", "indicators", "templates", "locale", "static", "requirements.lock")


def files(source):
    """The files of a folder, or the one file itself, in a lasting order."""
    paths = sorted(source.rglob("*")) if source.is_dir() else [source]
    return [path for path in paths if path.is_file() and path.suffix != ".pyc"]


@cache
def release():
    """A short digest of our own code, templates, texts and settings seen on pages."""
    digest = hashlib.sha256(settings.SITE_URL.encode())
    for source in SOURCES:
        for path in files(settings.BASE_DIR / source):
            digest.update(str(path.relative_to(settings.BASE_DIR)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]
