"""What the stylesheets promise: small, self-contained, one home for colours."""

import gzip
import re

import pytest

from .tree import ROOT

SHEETS = sorted((ROOT / "static/css").glob("*.css"))
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE)
CLASS = re.compile(r"--([qi]\d):(#\w+)")
TOKENS = re.compile(r":root[^{]*\{[^}]*\}")


def test_all_stylesheets_together_fit_in_twenty_kilobytes():
    assert sum(len(gzip.compress(sheet.read_bytes())) for sheet in SHEETS) < 20_000


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_stylesheet_imports_another_or_asks_another_host(sheet):
    assert re.findall(r"@import|https?:|url\(//", sheet.read_text()) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_stylesheets_name_colours_only_in_their_tokens(sheet):
    assert COLOUR.findall(TOKENS.sub("", sheet.read_text())) == []


def test_the_desk_has_the_type_and_colours_of_the_site():
    """Its pages have the stylesheets of Django's admin, so they cannot take the site's as a whole."""
    site, desk = ((ROOT / "static/css" / name).read_text() for name in ("site.css", "desk.css"))
    assert "@font-face" in shared(site)
    assert shared(desk) == shared(site)


def shared(text):
    """What a stylesheet says before its second heading: faces and tokens."""
    return text.split("*/")[1].rpartition("/*")[0]


@pytest.mark.parametrize("asked", ["more)", "more) and (prefers-color-scheme:dark)"])
def test_numbers_on_classes_stand_out_more_where_more_contrast_is_asked(asked):
    """Ten classes in all; on each the number has 7:1, as text for those who see little must."""
    text = (ROOT / "static/css/site.css").read_text()
    starts = ["", "@media (prefers-color-scheme:dark)"] if "dark" in asked else [""]
    blocks = [
        text.split(f"{start}{{:root{{" if start else ":root{")[1]
        for start in [*starts, f"@media (prefers-contrast:{asked}"]
    ]
    found = dict(pair for block in blocks for pair in CLASS.findall(block.split("}")[0]))
    assert [n for n in "12345" if contrast(found[f"q{n}"], found[f"i{n}"]) < 7] == []


def contrast(*colours):
    """The ratio of WCAG between two colours."""
    dark, light = sorted(map(luminance, colours))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
