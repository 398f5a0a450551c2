"""Nobody gets a rank, a mean or a change across 30 June 2025, even by asking for it."""

from datetime import date

import pytest

from indicators import charts, reports
from indicators.catalogue import Catalogue
from indicators.models import Citation, Component, Result, Source
from indicators.reports.compare import difference
from indicators.reports.figures import Marks
from indicators.reports.known import Known
from provinces.eras import AcrossEras, of_one_era, same_era

from ..country import province
from .compared import compared, drawn


@pytest.fixture
def stray(country):
    """A result of Đông Hà, which ended on 30 June 2025, in the edition of 2025; no file could bring it in."""
    edition = country.edition(year=2025)
    whole = {"edition": edition, "component": Component.objects.get(series=edition.series, slug="overall")}
    result = Result.objects.create(**whole, province=province("dong-ha"), score=99, digits=0, unit="%", rank=1)
    paper = {"source": Source.objects.get(slug="paper"), "line": 99}
    Citation.objects.create(result=result, score=99, digits=0, unit="%", rank=1, **paper)
    return country


@pytest.fixture
def careless(country, monkeypatch):
    """A catalogue that takes any two years for comparable."""
    monkeypatch.setattr("indicators.catalogue.same_era", lambda day, other: True)
    return Catalogue()


def test_the_eras_part_between_30_june_and_1_july_2025():
    assert same_era(date(2024, 12, 31), date(2025, 6, 30))
    assert same_era(date(2025, 7, 1), date(2026, 12, 31))
    assert not same_era(date(2025, 6, 30), date(2025, 7, 1))


def test_a_ranking_refuses_a_province_of_the_other_era(stray):
    with pytest.raises(AcrossEras, match="did not exist on 2025-12-31"):
        stray.ranking(year=2025)


def test_a_median_refuses_a_province_of_the_other_era(stray):
    with pytest.raises(AcrossEras):
        reports.component(Catalogue(), "par-index", "overall")


@pytest.mark.parametrize("ask", [lambda each: each.profile("dong-ha"), lambda each: compared("dong-ha", "an-binh")])
def test_a_profile_and_a_comparison_refuse_a_figure_of_the_other_era(stray, ask):
    with pytest.raises(AcrossEras):
        ask(stray)


def test_a_ranking_refuses_changes_against_the_other_era(careless):
    with pytest.raises(AcrossEras, match="2025 and 2024"):
        reports.ranking(careless, careless.edition("par-index", 2025))


def test_a_profile_refuses_changes_against_the_other_era(careless):
    with pytest.raises(AcrossEras):
        reports.profile(careless, careless.gazetteer.place("an-binh", date(2025, 12, 31)))


def test_the_home_page_refuses_changes_against_the_other_era(careless):
    with pytest.raises(AcrossEras):
        reports.newest(careless)


def test_one_province_has_no_change_between_editions_of_two_eras(country):
    catalogue = Catalogue()
    known = Known(catalogue, Citation.objects.of_province(province("an-binh").pk), Marks())
    editions = [catalogue.edition("par-index", year) for year in (2025, 2024, 2023)]
    assert known.cells(editions[1], "overall", editions[2])["rank_change"] == 1
    with pytest.raises(AcrossEras):
        known.cells(editions[0], "overall", editions[1])


def test_a_difference_between_figures_of_two_eras_is_refused(country):
    report = compared("an-binh", "bao-son")
    before, after = (report.side(place) for place in report.places[::-1])
    assert difference(before[2024], after[2024]).places == -1
    with pytest.raises(AcrossEras):
        difference(after[2025], before[2024])


def test_editions_of_one_era_may_meet(country):
    catalogue = Catalogue()
    newer, older = (catalogue.edition("par-index", year) for year in (2024, 2023))
    assert (of_one_era(newer, older), of_one_era(newer, None)) == (older, None)


@pytest.mark.parametrize("what", ["score", "rank"])
def test_a_line_over_the_years_ends_at_the_merger(country, what):
    catalogue = Catalogue()
    profile = reports.profile(catalogue, catalogue.gazetteer.place("an-binh", date(2025, 12, 31)))
    for chart in (charts.trend(profile, catalogue, "par-index", what), drawn("an-binh", "bao-son-2025", what=what)):
        assert {"year": 2025, "label": "sắp xếp 01/7/2025", "apart": True} in chart["breaks"]


def test_the_years_that_one_line_may_join_are_of_one_era(country):
    catalogue = Catalogue()
    assert [catalogue.run(catalogue.edition("par-index", year)) for year in (2024, 2025)] == [[2023, 2024], [2025]]
