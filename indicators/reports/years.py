"""The years of one component: what is known of all provinces in each edition."""

from decimal import Decimal

from django.utils.translation import gettext as _

from ..models import Fact
from ..statistics import median
from ..templatetags.formats import pick
from .figures import trimmed
from .report import Column


def columns():
    """Of which edition a row is, how much is known, and what the known scores and the announcement say."""
    return about() + figures()


def about():
    return (
        Column("series", _("Chỉ số")),
        Column("component", _("Mã thành phần")),
        Column("year", _("Năm đánh giá")),
        Column("revision", _("Lần")),
        Column("rules", _("Quy định chấm điểm")),
        Column("name", _("Chỉ số thành phần")),
        Column("maximum", _("Điểm tối đa")),
        Column("known", _("Số tỉnh, thành phố đã biết")),
        Column("of", _("Trên")),
        Column("ranks", _("Số thứ hạng đã biết")),
        Column("points", _("Số điểm đã biết, tính bằng điểm")),
        Column("percent", _("Số điểm đã biết, tính bằng %")),
        Column("unit", _("Đơn vị")),
    )


def figures():
    return (
        Column("median", _("Trung vị")),
        Column("highest", _("Cao nhất đã biết")),
        Column("highest_province", _("Tỉnh, thành phố cao nhất")),
        Column("highest_source", _("Nguồn của điểm cao nhất")),
        Column("lowest", _("Thấp nhất đã biết")),
        Column("lowest_province", _("Tỉnh, thành phố thấp nhất")),
        Column("lowest_source", _("Nguồn của điểm thấp nhất")),
        Column("mean", _("Trung bình cả nước")),
        Column("mean_unit", _("Đơn vị của trung bình")),
        Column("mean_change", _("Trung bình so với năm trước")),
        Column("mean_source", _("Nguồn của trung bình")),
        Column("derived", _("Suy ra")),
    )


def year_row(catalogue, edition, slug, found, means, marks):
    """What is known of one edition. `found`: {province: Figure}; `means`: announced figures, the preferred first.

    Points and percent of the maximum never mix: with both, there is no median, no highest and no lowest.
    `ranks` is None where none are announced.
    """
    places = catalogue.places(edition)
    known = {places[pk]: figure for pk, figure in found.items() if figure.is_known}
    scored = {place: figure for place, figure in known.items() if figure.score is not None}
    units = {figure.unit for figure in scored.values()}
    same = scored if len(units) == 1 else {}
    ends = {"highest": end(same, max, marks), "lowest": end(same, min, marks)}
    row = of_edition(edition, catalogue.criteria(edition)[slug]) | counts(edition, known.values(), len(places))
    return row | spread(same, ends) | announced(means) | {"derived": derived(ends, means)}


def of_edition(edition, criterion):
    return {
        "edition": edition,
        "series": edition.series.slug,
        "component": criterion.component.slug,
        "year": edition.year,
        "revision": edition.revision,
        "rules": edition.rules,
        "name": pick(criterion, "name"),
        "maximum": trimmed(criterion.maximum),
    }


def counts(edition, known, of):
    """How many provinces are known, and how many of them by rank and by score in each unit."""
    units = [figure.unit for figure in known if figure.score is not None]
    return {
        "known": len(known),
        "of": of,
        "ranks": sum(figure.rank is not None for figure in known) if edition.ranked else None,
        "points": units.count("points"),
        "percent": units.count("%"),
    }


def spread(scored, ends):
    """The median and both ends of scores in one unit; all None without any. `ends` keeps what pages say of them."""
    return {
        "ends": ends,
        "unit": next((figure.unit for figure in scored.values()), None),
        "median": trimmed(median([figure.score for figure in scored.values()])),
        **{name: each and Decimal(each["printed"]) for name, each in ends.items()},
        **{f"{name}_province": [slug for slug, _name in each["places"]] if each else [] for name, each in ends.items()},
        **{f"{name}_source": each and each["source"] for name, each in ends.items()},
    }


def end(scored, choose, marks):
    """The highest or lowest known score and every province that has it; None without any."""
    if not scored:
        return None
    score = choose(figure.score for figure in scored.values())
    holders = {place: figure for place, figure in scored.items() if figure.score == score}
    figure = next(iter(holders.values()))
    cited = next(citation for citation in figure.citations if citation.score is not None)
    return {
        "score": score,
        "printed": figure.printed,
        "places": sorted((place.slug, place.name) for place in holders),
        "mark": marks.number(cited),
        "source": cited.source__slug,
        "is_derived": figure.is_score_derived,
    }


def announced(means):
    """The mean of the country and its change; every announced one stays in `means`."""
    mean, change = (first(means, fact) for fact in (Fact.MEAN, Fact.MEAN_CHANGE))
    told = mean or change
    return {
        "means": means,
        "mean": mean and Decimal(mean["printed"]),
        "mean_unit": mean and mean["unit"],
        "mean_change": change and Decimal(change["printed"]),
        "mean_source": told and told["source"],
    }


def first(means, fact):
    return next((each for each in means if each["fact"] == fact), None)


def derived(ends, means):
    """The keys whose figure follows from a printed one by arithmetic."""
    keys = [name for name, each in ends.items() if each and each["is_derived"]]
    told = {"mean": first(means, Fact.MEAN), "mean_change": first(means, Fact.MEAN_CHANGE)}
    return keys + [key for key, each in told.items() if each and each["how"]]
