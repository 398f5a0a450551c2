"""One number, everywhere: what was printed of a province is what its profile, its charts and its files give."""

import re

import pytest

from tests.many import many

from .files import READERS
from .printed import EDITIONS, INDICES
from .writing import MISSING, Writing, written

pytestmark = pytest.mark.django_db

PROVINCES = sorted({row["province"] for edition in EDITIONS for row in edition.rows} - {""})
every_province = many("province", PROVINCES, ["long-an", "quang-ninh", "hue", "an-giang", "ha-noi"])


def test_every_province_of_the_63_has_a_figure():
    assert sorted(EDITIONS[0].provinces) == PROVINCES


@every_province
def test_the_file_gives_every_figure_that_was_printed(content, province):
    assert READERS["json"](content(f"/provinces/{province}.json"), key=standing) == figures(province)


def test_a_drawing_of_earlier_years_names_the_province_as_it_was_called_then(content):
    """Thừa Thiên Huế became Huế on 1 January 2025; the newest PAR Index found of it is of 2023."""
    titles = re.findall(r"<h3>(Điểm|Thứ hạng) PAR Index của ([^,]+),", content("/provinces/hue/").decode())
    assert titles == [("Điểm", "Thừa Thiên Huế"), ("Thứ hạng", "Thừa Thiên Huế")]


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("province", ["long-an", "quang-ninh"])
def test_every_file_gives_the_same_figures(content, province, format):
    assert READERS[format](content(f"/provinces/{province}.{format}"), key=standing) == figures(province)


@every_province
def test_the_tables_write_what_was_printed(page, province):
    """Each index over the years, and its components in the newest year that has any."""
    profile = page(f"/provinces/{province}/")
    for series in INDICES:
        found = [[(row.name, row.figures) for row in profile.rows(f"{part}-{series}")] for part in "yc"]
        assert found == [years(province, series), parts(province, series)], series


@every_province
def test_what_is_to_be_said_of_a_figure_is_on_the_profile(page, province):
    text = page(f"/provinces/{province}/").text
    rows = [row for edition in EDITIONS for each in edition.components for row in edition.cited(each).get(province, [])]
    assert [row for row in rows if row["note_vi"] not in text or row["how_vi"] not in text] == []


@every_province
def test_a_chart_over_the_years_draws_what_was_printed(page, province):
    data, figures = page(f"/provinces/{province}/").data, wholes(province, "par-index")
    for figure in ("score", "rank"):
        known = {edition.year: point(row, figure) for edition, row in figures if row[figure] is not None}
        drawn = points(data.get(f"par-index-{figure}-chart"), "province")
        assert drawn == (known if len(known) > 1 else {}), figure


@every_province
def test_a_chart_of_scores_draws_the_means_that_were_printed(page, province):
    chart = page(f"/provinces/{province}/").data.get("par-index-score-chart")
    means = {each.year: each.mean for each in EDITIONS if each.series == "par-index" and each.mean}
    drawn = {year: (float(mean), written(mean)) for year, mean in means.items() if chart and year in chart["years"]}
    assert points(chart, "national") == drawn


@every_province
def test_a_chart_of_components_draws_the_ranks_of_the_table(page, province):
    for series in INDICES:
        chart = page(f"/provinces/{province}/").data.get(f"{series}-components-chart", {"items": []})
        ranked = [item for item in chart["items"] if item["rank"]]
        shown = {item["name"]: item["printed"] for item in ranked}
        assert shown == {name: rank for name, (rank, _score) in parts(province, series) if rank != MISSING}, series
        assert [item["rank"] for item in ranked] == [int(item["printed"].partition("/")[0]) for item in ranked]


def standing(row):
    """Of what a row of a profile's file is: series, year, component."""
    series, year, component = (getattr(row[name], "value", row[name]) for name in ("series", "year", "component"))
    return series, int(year), component


def figures(province):
    """{series, year, component: the figures} of everything printed of a province."""
    return {
        (edition.series, edition.year, component): edition.figures(component)[province] | {"province": None}
        for edition in EDITIONS
        for component in edition.components
        if province in edition.cited(component)
    }


def wholes(province, series):
    """(edition, figures of the whole) of the years in which anything was printed of a province, the newest first."""
    printed = [edition for edition in EDITIONS if edition.series == series and province in edition.cited("overall")]
    found = [(edition, edition.figures("overall")[province]) for edition in printed]
    return sorted(found, key=lambda pair: -pair[0].year)


def years(province, series):
    """The table over the years: score, rank, changes, and the mean of the country where any was announced."""
    found, told = [], list(wholes(province, series))
    has_means = any(edition.mean for edition, _row in told)
    for edition, row in told:
        writing = Writing(edition)
        gains = [writing.gain(row[name]) for name in ("change", "rank_change")]
        mean = f"{written(edition.mean)}{'%' if series == 'sipas' else ''}" if edition.mean else MISSING
        found.append((str(edition.year), [writing.on_scale(row), writing.rank(row), *gains, *[mean] * has_means]))
    return found


def parts(province, series):
    """The table of components: rank and score of each in the newest edition that has any, by rank."""
    printed = [edition for edition in EDITIONS if edition.series == series and components(edition, province)]
    if not printed:
        return []
    edition = max(printed, key=lambda edition: edition.year)
    found = []
    for component in components(edition, province):
        row, writing = edition.figures(component)[province], Writing(edition, component)
        name = edition.criteria[component]["name_vi"]
        found.append((row["rank"] or len(PROVINCES) + 1, name, [writing.rank(row), writing.beside_maximum(row)]))
    return [(name, texts) for _rank, name, texts in sorted(found, key=lambda each: each[0])]


def components(edition, province):
    return [each for each in edition.components if each != "overall" and province in edition.cited(each)]


def point(row, figure):
    """A value of a chart and its label."""
    return (
        (float(row["score"]), written(row["printed"]))
        if figure == "score"
        else (row["rank"], f"{row['rank']}/{row['of']}")
    )


def points(chart, role):
    """{year: (value, label)} of one line of a chart; no chart has none."""
    lines = [line for line in chart["series"] if line["role"] == role] if chart else []
    return {
        year: (value, label)
        for line in lines
        for year, value, label in zip(chart["years"], line["values"], line["printed"], strict=True)
        if value is not None
    }
