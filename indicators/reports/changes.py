"""What a revision changes: figures that are new, that differ, that are gone; and who moves though their own stayed."""

from ..models import Aggregate, Citation, Edition, Series
from ..statistics import positions
from .figures import figures
from .revised import AGGREGATE, RESULT, SHOWN, Change, Changes
from .statement_changes import statement_changes_of

PRINTED = ("score", "digits", "unit", "source__slug", "paragraph", "how_vi", "how_en", "note_vi", "note_en")


def changes(edition, before):
    """What `edition` changes on the revision `before`; with None every figure is new."""
    return changes_of([(edition, before)])[edition.pk]


def changes_of(pairs):
    """{primary key of an edition: what it changes} of (edition, revision before or None) pairs, in three queries."""
    ledgers = [pair for pair in pairs if pair[0].series.slug == Series.LEDGER]
    return statement_changes_of(ledgers) | figure_changes_of([pair for pair in pairs if pair not in ledgers])


def figure_changes_of(pairs):
    told = stated({each for pair in pairs for each in pair if each})
    return {each.pk: changed(each, before, told[each.pk], told[before.pk] if before else {}) for each, before in pairs}


def changed(edition, before, now, then):
    """The Changes between what is stated now and what was then."""
    found = {"new": [], "changed": [], "removed": [], "reworded": []}
    held = [positions_of(entries) if is_computed(edition) else {} for entries in (then, now)]
    for key in [*now, *(key for key in then if key not in now)]:
        state = compared(then.get(key), now.get(key))
        if state != "unchanged":
            found[state].append(Change(key, *map(shown, (then, now), held, (key, key))))
    unchanged = len(now) - sum(len(found[state]) for state in ("new", "changed", "reworded"))
    of = tuple(map(ranked, (before, edition), (then, now)))
    return Changes(**found, moved=moved(then, now) if is_computed(edition) else [], unchanged=unchanged, of=of)


def shown(entries, held, key):
    """What pages show of a figure, with the position it holds where no ranks are announced; None without it."""
    if key not in entries:
        return None
    return entries[key][0] | ({"rank": held[key]} if key in held else {})


def ranked(edition, entries):
    """How many provinces the ranks of the whole count: as announced, or as known where positions are counted."""
    if edition is None:
        return None
    return len(positions_of(entries)) if is_computed(edition) else edition.ranked


def compared(old, new):
    if old is None or new is None:
        return "new" if old is None else "removed"
    if old[0] != new[0]:
        return "changed"
    return "reworded" if old[1] != new[1] else "unchanged"


def stated(editions):
    """{primary key of an edition: {key: (what pages show of the figure, what every source printed of it)}}."""
    found = {edition.pk: {} for edition in editions}
    for (edition, *key), figure in figures(Citation.objects.in_editions(editions), key_of).items():
        found[edition][RESULT, *key] = (result_shown(figure), printed(figure.citations))
    told = {}
    for each in Aggregate.objects.in_editions(editions):
        key = (AGGREGATE, each.fact, each.region__slug, each.component__slug)
        told.setdefault((each.edition_id, key), []).append(each)
    for (edition, key), rows in told.items():
        found[edition][key] = (aggregate_shown(rows[0]), printed(rows))
    return found


def key_of(citation):
    return citation.result__edition_id, citation.result__province_id, citation.result__component__slug


def result_shown(figure):
    shown = figure.citations[0]
    return {name: getattr(shown, f"result__{name}") for name in SHOWN}


def aggregate_shown(told):
    return {"score": told.score, "digits": told.digits, "unit": told.unit}


def printed(told):
    return [tuple(getattr(each, name) for name in PRINTED) for each in told]


def is_computed(edition):
    return edition.method == Edition.Method.COMPILED


def moved(then, now):
    """The positions in the whole that move though the score stays."""
    old, new = positions_of(then), positions_of(now)
    stay = [key for key in new if key in old and then[key][0]["score"] == now[key][0]["score"] and new[key] != old[key]]
    return [Change(key, {"rank": old[key]}, {"rank": new[key]}) for key in stay]


def positions_of(entries):
    """{key: position} by score, of the whole."""
    scores = {key: shown["score"] for key, (shown, _printed) in entries.items() if is_whole(key)}
    known = {key: score for key, score in scores.items() if score is not None}
    return dict(zip(known, positions(list(known.values())), strict=True))


def is_whole(key):
    return key[0] == RESULT and key[2] == "overall"
