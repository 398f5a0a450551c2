"""Make fixtures/districts.json from a list of units before the merger: `python -m tools.make_districts FILE`.

FILE: `vietnamadminunits/data/dataset.db` of the package vietnamadminunits 1.0.4 (LICENSE-DATA.md).
"""

import json
import sqlite3
import sys
from collections import Counter
from pathlib import Path
from unicodedata import combining, normalize

from provinces.spelling import fold, search_key

TARGET = Path(__file__).resolve().parent.parent / "fixtures" / "districts.json"
ASKED = "SELECT DISTINCT provinceShort, districtType, district FROM admin_units_legacy ORDER BY districtCode"
KINDS = {"Huyện": "district", "Quận": "urban", "Thị xã": "town", "Thành phố": "city"}


def districts(path):
    """Rows in the order of the official codes; of two with one name in one province, the slug tells the kind."""
    units = sqlite3.connect(path).execute(ASKED).fetchall()
    # A number is no name without its kind: Quận 1.
    named = [(place, kind, name if name[-1].isdigit() else name[len(kind) :].strip()) for place, kind, name in units]
    often = Counter((place, name) for place, _kind, name in named)
    for place, kind, name in named:
        yield row(slug(place), slug(f"{name} {kind}" if often[place, name] > 1 else name), name, KINDS[kind])


def row(province, slug, name, kind):
    words = {"name_vi": name, "name_en": plain(name), "kind": kind}
    days = {"first_day": None, "last_day": "2025-06-30"}
    fields = {"province": [province], "slug": slug, **words, **days, "search_key": search_key(name)}
    return {"model": "provinces.district", "fields": fields}


def slug(text):
    return fold(text).replace(" ", "-")


def plain(text):
    """A name without its marks."""
    letters = normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not combining(letter))


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in districts(sys.argv[1]))
    TARGET.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
