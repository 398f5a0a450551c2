"""What the provinces that one was made of last got, each for itself: side by side, never added."""

from .compare import about, known_of

WHOLE = "overall"
COLUMNS = ("province", "name", "series", "year", "revision", "rank", "of", "region_rank", "score", "unit", "printed")
COLUMNS += ("change", "rank_change", "derived", "citations", "note")


def last_figures(catalogue, mergers, marks):
    """The newest row of the whole of each predecessor in each series, by series, then as the mergers come."""
    if not mergers:
        return []
    places = [catalogue.gazetteer.place(each.predecessor, each.day) for each in mergers]
    known = known_of(catalogue, places, catalogue.editions, marks)
    found = {}
    for edition in catalogue.editions:
        for place in places:
            key = (edition.series.slug, place.slug)
            if key not in found and known[place.pk].figure(edition, WHOLE):
                cells = known[place.pk].cells(edition, WHOLE, catalogue.year_before(edition))
                found[key] = about(catalogue, edition, place, WHOLE) | cells
    order = [series.slug for series in catalogue.series], [place.slug for place in places]
    return sorted(found.values(), key=lambda row: (order[0].index(row["series"]), order[1].index(row["province"])))


def by_columns(rows):
    """The rows as files give them."""
    return [{key: row[key] for key in COLUMNS} for row in rows]
