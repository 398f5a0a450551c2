"""The columns of edition files, and their closed lists. `fixtures/README.md` describes each for people."""

INDEX = [
    "province",
    "region",
    "fact",
    "component",
    "score",
    "unit",
    "max",
    "rank",
    "region_rank",
    "tie",
    "how_vi",
    "how_en",
    "source",
    "paragraph",
    "note_vi",
    "note_en",
]
INDEX_NEEDED = {"province", "component", "source"}
LEDGER = [
    "kind",
    "province",
    "district",
    "year_from",
    "year_to",
    "area",
    "measure",
    "level",
    "body_vi",
    "body_en",
    "comparator",
    "qualifier",
    "printed",
    "value",
    "unit",
    "of",
    "text_vi",
    "text_en",
    "source",
    "paragraph",
    "note_vi",
    "note_en",
]
LEDGER_NEEDED = {"kind", "province", "area", "source"}


def of(series):
    """The columns of a series' files and those that must be there, by its slug."""
    return (LEDGER, LEDGER_NEEDED) if series == "targets" else (INDEX, INDEX_NEEDED)
