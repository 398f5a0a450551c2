"""Results and their citations -> the figures of a row, with source marks."""

from dataclasses import dataclass
from itertools import groupby

from ..models import Fact
from ..statistics import change, positions, rank_change
from ..templatetags.formats import is_english, one_after_another, pick


class Marks:
    """Numbers sources as they appear, from [1]; one number for each source and paragraph."""

    def __init__(self):
        self._numbers, self.sources = {}, []

    def number(self, told):
        """The mark of what a citation or aggregate (a `told()` tuple) was printed in."""
        key = (told.source__slug, told.paragraph)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self.sources.append(source_cells(told, self._numbers[key]))
        return self._numbers[key]


def source_cells(citation, mark):
    """A source as lists show it; its title only where it was seen."""
    title = citation.source__title if citation.source__is_title_seen else ""
    return {
        "mark": mark,
        "source": citation.source__slug,
        "kind": citation.source__kind,
        "publisher": citation.source__publisher,
        "title": title,
        "published": citation.source__published,
        "url": citation.source__url,
        "paragraph": citation.paragraph,
        "opening": citation.opening,
    }


@dataclass
class Figure:
    """One result with everything printed of it; `rank` may be a position that the portal computed."""

    citations: tuple
    rank: int | None

    def __post_init__(self):
        shown = self.citations[0]
        self.result = shown.result_id
        self.score, self.digits, self.unit = shown.result__score, shown.result__digits, shown.result__unit
        self.region_rank, self.is_tied = shown.result__region_rank, shown.result__is_tied
        self.is_score_derived, self.is_rank_derived = shown.result__is_score_derived, shown.result__is_rank_derived

    @property
    def is_known(self):
        """Whether it counts among "known n of 63": a national score or rank."""
        return self.score is not None or self.rank is not None

    @property
    def is_region_rank_derived(self):
        """Whether the rank inside the region follows from what was printed."""
        placed = next((citation for citation in self.citations if citation.region_rank is not None), None)
        return bool(placed and placed.how_vi)

    @property
    def printed(self):
        """The score with the decimals that were printed; None without a score."""
        return None if self.score is None else f"{self.score:.{self.digits}f}"


def figures(citations, key):
    """{key(citation): Figure} of citations that come in the order of their files."""
    ordered = sorted(citations, key=lambda citation: citation.result_id)  # stable: the preferred one stays first
    found = {}
    for _result, cited in groupby(ordered, key=lambda citation: citation.result_id):
        cited = tuple(cited)
        found[key(cited[0])] = Figure(cited, cited[0].result__rank)
    return found


def placed(found):
    """The same figures with positions by score, where the publisher announces no ranks."""
    scored = [key for key, figure in found.items() if figure.score is not None]
    places = dict(zip(scored, positions([found[key].score for key in scored]), strict=True))
    return {key: Figure(figure.citations, places.get(key)) for key, figure in found.items()}


def comparison(figure, before, are_complete=True):
    """Points and places gained since the result `before` of the year before (None: not known, or not comparable).

    No points across units. No places among positions that the portal computed, unless every province was known
    in both years (`are_complete`): else the two years count different provinces.
    """
    if before is None or figure is None:
        return None, None
    points = None
    if figure.unit == before.unit and figure.score is not None and before.score is not None:
        points = round(change(figure.score, before.score), max(figure.digits, before.digits))
    return points, rank_change(figure.rank, before.rank) if are_complete else None


def figure_cells(figure, marks, of, before=None, are_complete=True, computed=False):
    """The cells of `figure_columns` for one result; all None for a province of which nothing is known.

    `before`: the result of the year before, where it may be compared; `computed`: the rank is a position.
    """
    if figure is None:
        return dict.fromkeys(EMPTY) | {"of": of, "derived": [], "citations": [], "note": "", "is_tied": False}
    points, steps = comparison(figure, before, are_complete)
    return {
        "rank": figure.rank,
        "of": of,
        "region_rank": figure.region_rank,
        "score": figure.score,
        "unit": figure.unit or None,
        "printed": figure.printed,
        "change": points,
        "rank_change": steps,
        "derived": derived(figure, before if points is not None or steps is not None else None, computed),
        "citations": [cited(citation, marks) for citation in figure.citations],
        "note": one_after_another(notes(figure)),
        "is_tied": figure.is_tied,
    }


def trimmed(value):
    """A maximum without idle zeros: 10 of 10.00, 9.5 of 9.50."""
    if value is None:
        return None
    return value.quantize(1) if value == value.to_integral_value() else value.normalize()


EMPTY = (
    "rank",
    "of",
    "region_rank",
    "score",
    "unit",
    "printed",
    "change",
    "rank_change",
    "derived",
    "citations",
    "note",
)


def derived(figure, before, computed):
    """The keys whose figure follows from a printed one by arithmetic, or is a computed position.

    A change is derived where one of its two figures is; that a change is computed goes without saying.
    """
    marked = {
        "rank": figure.rank is not None and (computed or figure.is_rank_derived),
        "region_rank": figure.is_region_rank_derived,
        "score": figure.is_score_derived,
        "change": before is not None and (figure.is_score_derived or before.is_score_derived),
        "rank_change": before is not None and not computed and (figure.is_rank_derived or before.is_rank_derived),
    }
    return [key for key, is_marked in marked.items() if is_marked]


def cited(citation, marks):
    """One citation as files give it: what was printed, where, how it was derived, what is to be said of it."""
    return {
        "mark": marks.number(citation),
        "source": citation.source__slug,
        "paragraph": citation.paragraph,
        "score": citation.score,
        "printed": None if citation.score is None else f"{citation.score:.{citation.digits}f}",
        "unit": citation.unit or None,
        "rank": citation.rank,
        "region_rank": citation.region_rank,
        "how": spoken(citation, "how"),
        "note": spoken(citation, "note"),
    }


def as_printed(result):
    """The score of a result with as many decimals as were printed; None without one."""
    return None if result.score is None else round(result.score, result.digits)


def aggregate_cells(told, marks, criteria):
    """One announced figure of the country (`region` None) or a region; of the total, or of one of these components.

    `criteria`: {component slug: criterion} of its edition.
    """
    part = told.component__slug
    return {
        "fact": told.fact,
        "label": str(Fact(told.fact).label),
        "region": told.region__slug,
        "region_name": spoken(told, "region__name"),
        "component": part,
        "component_name": pick(criteria[part], "name") if part else None,
        "value": told.score,
        "printed": f"{told.score:.{told.digits}f}",
        "unit": told.unit,
        "mark": marks and marks.number(told),
        "source": told.source__slug,
        "paragraph": told.paragraph,
        "how": spoken(told, "how"),
        "note": spoken(told, "note"),
    }


def spoken(told, name):
    """A text of a pair in the language of the page; where there is none, there is none in either."""
    text = getattr(told, f"{name}_vi")
    return getattr(told, f"{name}_en") if text and is_english() else text


def notes(figure):
    """The notes and derivations of a figure, each once."""
    texts = [spoken(citation, name) for citation in figure.citations for name in ("how", "note")]
    return list(dict.fromkeys(text for text in texts if text))
