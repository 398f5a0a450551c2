"""Make the figures font: the digits of Be Vietnam Pro on one advance width.

Be Vietnam Pro has no `tnum` feature (its 1 is 385 units wide, its 4 is 710), so
`font-variant-numeric: tabular-nums` does nothing. Its licence (OFL 1.1, no reserved
name) allows a changed copy: this one keeps digits and the signs that stand with them.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

WIDTH = {400: 624, 600: 640}
KEEP = "0123456789,.+−–/% \u00a0"
ROOM_AROUND = 64
FAMILY_NAMES = (1, 4, 16)


def digits_and_signs(source):
    """The font cut down to KEEP; its date stays, so that the same source gives the same bytes."""
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(layout_features=[], hinting=False, name_IDs=["*"]))
    cutter.populate(text=KEEP)
    cutter.subset(font)
    return font


def widen(font, digit, width):
    """Centre a digit on the common width, narrowed where it has no room."""
    name = font.getBestCmap()[ord(digit)]
    glyphs = font["glyf"]
    glyph = glyphs[name]
    glyph.recalcBounds(glyphs)
    ink = glyph.xMax - glyph.xMin
    scale = min(1, (width - ROOM_AROUND) / ink)
    left = (width - ink * scale) / 2
    pen = TTGlyphPen(glyphs)
    glyph.draw(TransformPen(pen, (scale, 0, 0, 1, left - glyph.xMin * scale, 0)), glyphs)
    glyphs[name] = pen.glyph()
    glyphs[name].recalcBounds(glyphs)
    font["hmtx"][name] = (width, glyphs[name].xMin)


def build(folder, weight):
    font = digits_and_signs(folder / f"be-vietnam-pro-latin-{weight}-normal.woff2")
    for digit in "0123456789":
        widen(font, digit, WIDTH[weight])
    for record in font["name"].names:
        if record.nameID in FAMILY_NAMES:
            record.string = "Be Vietnam Figures"
    font.flavor = "woff2"
    font.save(folder / f"be-vietnam-figures-{weight}.woff2")


if __name__ == "__main__":
    for weight in WIDTH:
        build(Path(sys.argv[1]), weight)
