"""All components: their names under each set of rules, their maxima, and in how many editions they are known."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from ..templatetags.formats import pick
from .figures import trimmed
from .report import Column, Report


@dataclass(frozen=True)
class Span:
    """The years in which a component kept its name and maximum (None: not found) under one set of rules."""

    rules: str
    name: str
    maximum: Decimal | None
    year_from: int
    year_to: int

    @property
    def years(self):
        return year_runs(self.each_year)

    @property
    def each_year(self):
        return range(self.year_from, self.year_to + 1)


def year_runs(years):
    """Years in text, neighbours joined.

    >>> year_runs([2011, 2012, 2013, 2015])
    '2011–2013, 2015'
    """
    runs = []
    for year in sorted(years):
        if runs and runs[-1][-1] + 1 == year:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def spans(criteria):
    """The spans of a component's criteria, which come the oldest first; neighbours that say the same are joined."""
    found = []
    for each in criteria:
        name, maximum, before = pick(each, "name"), trimmed(each.maximum), found[-1] if found else None
        same = before and (before.rules, before.name, before.maximum) == (each.rules, name, maximum)
        if same and before.year_to + 1 == each.year_from:
            found[-1] = Span(each.rules, name, maximum, before.year_from, each.year_to)
        else:
            found.append(Span(each.rules, name, maximum, each.year_from, each.year_to))
    return found


def maxima(spans):
    """The maxima of spans with their years, the newest first; the years of which none was found stand apart."""
    known, unknown = {}, []
    for span in sorted(spans, key=lambda span: span.year_from, reverse=True):
        (unknown if span.maximum is None else known.setdefault(span.maximum, [])).extend(span.each_year)
    return {
        "known": [{"maximum": maximum, "years": year_runs(years)} for maximum, years in known.items()],
        "unknown": year_runs(unknown),
        "is_one": len(known) == 1 and not unknown,
    }


def components(catalogue):
    """A row for each span of each component, by series, the newest first; counts are of published editions."""
    known, columns = catalogue.known_in_components, component_columns()
    rows = [
        span_row(catalogue, series, criteria[0].component, span, known)
        for series in catalogue.series
        for criteria in catalogue.histories(series.slug).values()
        for span in reversed(spans(criteria))
    ]
    return Report(slug="components", title=_("Chỉ số thành phần"), columns=columns, rows=rows)


def component_columns():
    return (
        Column("series", _("Chỉ số")),
        Column("component", _("Mã thành phần")),
        Column("rules", _("Quy định chấm điểm")),
        Column("name", _("Tên")),
        Column("maximum", _("Điểm tối đa")),
        Column("year_from", _("Từ năm")),
        Column("year_to", _("Đến năm")),
        Column("editions", _("Kỳ công bố có số liệu")),
        Column("of", _("Trên")),
    )


def span_row(catalogue, series, component, span, known):
    years = [each.year for each in catalogue.editions_of(series.slug)]
    years = [year for year in years if span.year_from <= year <= span.year_to]
    return {
        "span": span,
        "series": series.slug,
        "component": component.slug,
        "rules": span.rules,
        "name": span.name,
        "maximum": span.maximum,
        "year_from": span.year_from,
        "year_to": span.year_to,
        "editions": sum((component.pk, year) in known for year in years),
        "of": len(years),
    }
