"""PNG files of our SVG files, each under a name that follows from what it shows: a stale one is never found."""

import hashlib
import os
import re
from pathlib import Path
from tempfile import NamedTemporaryFile

import resvg_py
from django.conf import settings

FONTS = Path(__file__).parent / "vendor" / "be-vietnam-pro-0.4.1"
FAMILY = "Be Vietnam Pro"
BROAD = 1200
"""Pixels: how broad every file is."""
SIZE = re.compile(r'<svg\b[^>]* width="([\d.]+)"')


def place(svg):
    """Where the PNG of an SVG file (text) is, or would be; None where no pictures are kept."""
    if not settings.PICTURES_DIR:
        return None
    told = "\n".join([resvg_py.__version__, FONTS.name, str(BROAD), svg])
    return Path(settings.PICTURES_DIR) / f"{hashlib.sha256(told.encode()).hexdigest()[:32]}.png"


def kept(svg):
    """The PNG of an SVG file, if it has been drawn; else None."""
    try:
        return place(svg).read_bytes() if settings.PICTURES_DIR else None
    except FileNotFoundError:
        return None


def draw(svg):
    """Draw the PNG of an SVG file, unless it is there; its place. A reader finds the whole file or none."""
    target = place(svg)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, suffix=".tmp", delete=False) as file:
            file.write(drawn(svg))
        os.chmod(file.name, 0o644)
        os.replace(file.name, target)
    return target


def drawn(svg):
    """The bytes of a PNG, its letters from the whole font: what browsers get is cut into subsets."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=BROAD / float(SIZE.search(svg)[1]),
        font_files=[str(path) for path in sorted(FONTS.glob("*.ttf"))],
        skip_system_fonts=True,
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )


def keep_only(places):
    """Remove the files that no picture needs any more, and what a drawing that was stopped left."""
    for path in Path(settings.PICTURES_DIR).glob("*"):
        if path not in places and path.suffix in (".png", ".tmp"):
            path.unlink(missing_ok=True)
