"""One province, and what the public reads of all: profiles, sources, the catalogue."""

from datetime import date
from decimal import Decimal

import pytest

from indicators import reports
from indicators.catalogue import Catalogue, catalogue
from indicators.models import Publication, Source

from ..country import FILES, FIRST, publish, send


def editions(rows, component="overall"):
    return [(row["series"], row["year"]) for row in rows if row["component"] == component]


def row_of(profile, series, year, component="overall"):
    (row,) = [row for row in profile.of(series, component) if row["year"] == year]
    return row


def test_a_profile_has_every_figure_by_series_from_the_newest_year(country):
    profile = country.profile("an-binh")
    assert editions(profile.rows) == [
        *[("par-index", year) for year in (2025, 2024, 2023)],
        *[("papi", year) for year in (2024, 2023, 2022)],
    ]


def test_a_profile_leaves_out_years_of_which_nothing_is_known(country):
    assert editions(country.profile("cao-hai").rows) == [("par-index", 2024), ("papi", 2023), ("papi", 2022)]


def test_a_profile_ends_with_its_province(country):
    assert ("par-index", 2025) not in editions(country.profile("bao-son").rows)
    assert editions(country.profile("bao-son-2025", FIRST).rows) == [("par-index", 2025)]


def test_a_profile_tells_the_changes_of_each_year(country):
    profile = country.profile("an-binh")
    changes = {year: row_of(profile, "par-index", year) for year in (2023, 2024, 2025)}
    assert {year: (row["change"], row["rank_change"]) for year, row in changes.items()} == {
        2023: (None, None),
        2024: (4, 1),
        2025: (None, None),
    }


def test_a_profile_tells_positions_among_the_known(country):
    profile = country.profile("an-binh")
    rows = [row_of(profile, "papi", year) for year in (2022, 2023, 2024)]
    assert [(row["rank"], row["of"], row["rank_change"]) for row in rows] == [(3, 6, None), (1, 6, 2), (2, 5, None)]


@pytest.mark.parametrize("series", ["par-index", "papi"])
@pytest.mark.parametrize("slug", ["an-binh", "bao-son", "cao-hai", "dong-ha", "ea-loc", "gia-thuy"])
def test_a_profile_and_a_ranking_say_the_same(country, series, slug):
    figures = ("rank", "of", "region_rank", "score", "unit", "printed", "change", "rank_change", "derived", "note")
    for row in country.profile(slug).of(series):
        (ranked,) = [each for each in country.ranking(series, row["year"]).rows if each["province"] == slug]
        assert {key: row[key] for key in figures} == {key: ranked[key] for key in figures}


def test_the_headline_is_the_newest_total_of_the_reform_index(country):
    headlines = {slug: country.profile(slug).headline for slug in ("an-binh", "cao-hai")}
    assert {slug: row["year"] for slug, row in headlines.items()} == {"an-binh": 2025, "cao-hai": 2024}


def test_a_province_without_an_edition_has_no_headline(land):
    places = Catalogue()
    profile = reports.profile(places, places.gazetteer.place("nam-lam", FIRST))
    assert (profile.rows, profile.headline, profile.region_size) == ([], None, None)


@pytest.mark.parametrize(("slug", "size"), [("bao-son", 3), ("dong-ha", 3), ("an-binh", 2)])
def test_a_region_is_counted_on_the_day_of_the_headline(country, slug, size):
    assert country.profile(slug).region_size == size


def test_components_are_those_of_the_newest_year_that_has_any(country):
    rows = country.profile("bao-son").components("par-index")
    assert [(row["component"], row["year"], row["maximum"]) for row in rows] == [
        ("institutions", 2024, 60),
        ("procedures", 2024, 40),
    ]


def test_a_profile_tells_the_announced_means(country):
    means = country.profile("an-binh").means
    assert {key: mean["printed"] for key, mean in means.items()} == {("par-index", 2024): "81.25"}


def test_a_profile_tells_what_became_of_its_province(country):
    profile = country.profile("cao-hai")
    assert (profile.successor.successor, profile.successor.day) == ("bao-son-2025", FIRST)
    assert [merger.predecessor for merger in country.profile("nam-lam", FIRST).predecessors] == [
        "dong-ha",
        "ea-loc",
        "gia-thuy",
    ]


def test_a_draft_is_on_no_profile(country):
    before = country.profile("an-binh").rows
    send(FILES["par-index", 2024].replace("84.00", "84.20"))
    assert country.profile("an-binh").rows == before


def test_a_source_lists_what_it_printed_from_the_newest_edition(country):
    report = reports.source(Catalogue(), Source.objects.counted().get(slug="paper"))
    told = [(row["year"], row["province"], row["component"], row["printed"], row["rank"]) for row in report.rows]
    assert told[:5] == [
        (2025, "an-binh", "overall", "85.00", 1),
        (2025, "bao-son-2025", "overall", "83.00", 2),
        (2025, "nam-lam", "overall", None, 3),
        (2024, "bao-son", "overall", "82.4", None),
        (2024, "cao-hai", "overall", "79.50", None),
    ]


def test_a_source_lists_nothing_that_is_no_longer_shown(country):
    publish("province,component,score,unit,rank,source\nan-binh,overall,84,%,1,gazette\n")
    report = reports.source(Catalogue(), Source.objects.counted().get(slug="paper"))
    assert {row["year"] for row in report.rows} == {2025}


def test_sources_count_the_figures_that_are_shown(country):
    cited = {row["source"]: row["cited"] for row in reports.sources().rows}
    assert cited == {"gazette": 16, "paper": 10, "survey": 17}


@pytest.mark.parametrize("slug", ["gazette", "paper", "survey"])
def test_a_source_lists_as_many_figures_as_are_counted(country, slug):
    report = reports.source(Catalogue(), Source.objects.counted().get(slug=slug))
    (counted,) = [row["cited"] for row in reports.sources().rows if row["source"] == slug]
    assert len(report.rows) + len(report.aggregates) == counted


def test_an_edition_is_counted_as_far_as_it_is_known(country):
    known = {(row["series"], row["year"]): (row["known"], row["of"]) for row in reports.editions(Catalogue()).rows}
    assert known["par-index", 2024] == (5, 6)
    assert known["papi", 2024] == (5, 6)
    assert known["par-index", 2025] == (3, 3)


def test_the_directory_lists_both_eras(country):
    rows = reports.directory(Catalogue(), date(2026, 1, 1)).rows
    eras = {era: [row["province"] for row in rows if row["era"] == era] for era in ("63", "34")}
    assert eras == {
        "34": ["an-binh", "bao-son-2025", "nam-lam"],
        "63": ["an-binh", "bao-son", "cao-hai", "dong-ha", "ea-loc", "gia-thuy"],
    }


def test_the_catalogue_never_holds_a_draft(country):
    send(FILES["par-index", 2024])
    send("province,component,score,unit,rank,source\nan-binh,overall,84,%,1,gazette\n", year=2022, **TERMS_2022)
    assert all(edition.status == "published" for edition in Catalogue().editions)
    assert Catalogue().edition("par-index", 2022) is None


TERMS_2022 = {"method": "announced", "rules": "par-a", "ranked": 6}


@pytest.mark.parametrize("status", ["draft", "superseded", "withdrawn"])
def test_the_catalogue_holds_only_what_is_published(country, status):
    edition = country.edition()
    edition.status, edition.withdrawn_at = status, edition.published_at
    edition.save()
    assert Catalogue().edition("par-index", 2024) is None


def test_a_catalogue_is_remembered_until_something_is_published(country):
    stamp = Publication.objects.stamp()
    assert catalogue(stamp) is catalogue(stamp)
    publish(FILES["par-index", 2024])
    assert catalogue(Publication.objects.stamp()).edition("par-index", 2024).revision == 2


def test_years_are_joined_back_to_a_change_of_scale_or_era(country):
    read = Catalogue()
    runs = {key: read.run(read.edition(*key)) for key in FILES}
    assert runs == {
        ("par-index", 2023): [2023],
        ("par-index", 2024): [2023, 2024],
        ("par-index", 2025): [2025],
        ("papi", 2022): [2022],
        ("papi", 2023): [2022, 2023],
        ("papi", 2024): [2024],
    }


def test_the_criteria_are_those_of_the_year(country):
    read = Catalogue()
    highest = [read.criteria(read.edition("papi", year))["overall"].maximum for year in (2022, 2023, 2024)]
    assert highest == [Decimal(60), Decimal(60), Decimal(80)]
