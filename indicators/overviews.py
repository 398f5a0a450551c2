"""All provinces of an edition in a few sentences: how much is known, who is first, highest, lowest."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import sentences, statistics
from .sentences import announced_standing, scale, series_name, standing
from .statistics import bounds
from .templatetags.formats import number, pick


def coverage(report):
    """5: how much is known of a partial year, and that the rest says nothing; "" for a complete one."""
    return partial(*report.coverage, report.edition.year)


def partial(known, of, year):
    if known == of:
        return ""
    words = {"known": known, "of": of, "year": year, "rest": of - known}
    pattern = ngettext(
        "Mới biết số liệu của %(known)s/%(of)s tỉnh, thành phố năm %(year)s. %(rest)s tỉnh, thành phố còn lại "
        "chưa tìm thấy số liệu; điều đó không nói gì về kết quả của họ.",
        "Mới biết số liệu của %(known)s/%(of)s tỉnh, thành phố năm %(year)s. %(rest)s tỉnh, thành phố còn lại "
        "chưa tìm thấy số liệu; điều đó không nói gì về kết quả của họ.",
        words["rest"],
    )
    return pattern % words


def leader(ranking):
    """Who is first, as announced, or highest by score; "" where the first is not known."""
    series, year = ranking.edition.series, ranking.edition.year
    first = next((row for row in ranking.known if row["rank"] == 1), None)
    if first is None:
        return ""
    component = ranking.criterion.component.slug
    name = series_name(series) if component == "overall" else pick(ranking.criterion, "name")
    row = first | {"series": series.slug, "component": component, "maximum": ranking.criterion.maximum}
    return spread(ranking) if ranking.is_computed else standing(first["name"], row, name, year)


def of_newest(newest):
    """The newest edition of a series in one sentence, and how much of it is known."""
    series, year = newest.edition.series, newest.edition.year
    said = []
    if newest.is_computed and newest.first:
        said.append(extremes(newest.first[0], newest.last[-1], year, newest.criterion.maximum))
        said.append(counted_by_us(newest.first[0]["of"]))
    elif newest.first and newest.first[0]["rank"] == 1:
        row = newest.first[0] | {"series": series.slug}
        said.append(announced_standing(row["name"], row, series_name(series), year))
    return [*said, *filter(None, [partial(newest.known, newest.of, year)])]


def counted_by_us(known):
    """6: that no ranks are announced, and among how many the portal counts positions."""
    pattern = _(
        "Chỉ số này không công bố thứ hạng. Vị trí do Cổng tự tính theo điểm, trên %(known)s tỉnh, thành phố có số "
        "liệu."
    )
    return pattern % {"known": known}


def ranks_known(report):
    """How many ranks are known, where they are fewer than the provinces and too few for a drawing; "" elsewhere."""
    known = sum(row["rank"] is not None for row in report.known)
    if report.is_computed or not 0 < known < min(statistics.ENOUGH, report.coverage[0]):
        return ""
    return _("Mới biết %(known)s/%(of)s thứ hạng") % {"known": known, "of": report.edition.ranked}


def bounded(row, peers):
    """6b: where a rank is known without its score, the scores between which it must lie; "" where a side is open.

    `peers`: (rank, score) of every province in the edition, either may be None.
    """
    if row["rank"] is None or row["score"] is not None:
        return ""
    pair = bounds(row["rank"], [(rank, score) for rank, score in peers if rank and score is not None])
    return pair and sentences.bounded(row["subject"], row["year"], *pair)


def spread(ranking):
    """The highest, the lowest and the median of computed positions."""
    scored = sorted((row for row in ranking.known if row["score"] is not None), key=lambda row: row["score"])
    text = extremes(scored[-1], scored[0], ranking.edition.year, ranking.criterion.maximum)
    if ranking.median is None:
        return text
    half = _("Một nửa trong %(n)s tỉnh, thành phố có số liệu đạt từ %(median)s điểm trở lên.")
    return f"{text} {half % {'n': len(scored), 'median': number(ranking.median, 2)}}"


def extremes(high, low, year, maximum):
    """Who has the highest and the lowest score."""
    words = {
        "year": year,
        "high": high["name"],
        "highest": f"{number(high['score'], 2)}{scale(maximum)}",
        "low": low["name"],
        "lowest": f"{number(low['score'], 2)}{scale(maximum)}",
    }
    return _("Năm %(year)s, %(high)s đạt điểm cao nhất: %(highest)s điểm; %(low)s thấp nhất: %(lowest)s điểm.") % words
