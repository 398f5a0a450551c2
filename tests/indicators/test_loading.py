"""Rows become a draft: what is shown of them, what is kept, and when the public sees it."""

import hashlib
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model

from indicators.intake import take_in
from indicators.models import Aggregate, Citation, Edition, Publication, Result, Source

from ..country import FILES, counts, publish, send, terms

HEADING = "province,component,score,unit,rank,region_rank,how_vi,how_en,source\n"


def loaded(lines):
    """The only result of a file of these lines."""
    taken = send(HEADING + lines)
    assert taken.problems == []
    return taken.edition.results.get()


def shown(country, slug, year=2024):
    return country.edition(year=year).results.get(province__slug=slug, component__slug="overall")


def test_the_first_score_and_the_first_rank_are_shown(land):
    lines = "an-binh,overall,,,2,,,,gazette\nan-binh,overall,84.0,%,3,,,,paper\nan-binh,overall,85.00,%,,,,,survey\n"
    result = loaded(lines)
    assert (result.printed, result.rank) == ("84.0", 2)


def test_a_rank_in_the_region_alone_is_loaded(land):
    result = loaded("an-binh,overall,,,,2,,,paper\n")
    assert (result.score, result.unit, result.rank, result.region_rank) == (None, "", None, 2)


@pytest.mark.parametrize("written", ["90.1", "90.10", "90,10", "90"])
def test_a_score_keeps_the_decimals_that_were_printed(land, written):
    column = f'"{written}"' if "," in written else written
    result = loaded(f"an-binh,overall,{column},%,,,,,paper\n")
    result.refresh_from_db()
    assert result.printed == written.replace(",", ".")


def test_score_and_rank_are_derived_each_for_itself(country):
    marks = {slug: shown(country, slug) for slug in ("an-binh", "cao-hai", "dong-ha")}
    derived = {slug: (each.is_score_derived, each.is_rank_derived) for slug, each in marks.items()}
    assert derived == {"an-binh": (False, False), "cao-hai": (True, False), "dong-ha": (False, True)}


def test_a_printed_figure_before_a_derived_one_is_not_marked(land):
    result = loaded("an-binh,overall,84,%,1,,,,gazette\nan-binh,overall,84,%,1,,Cộng,Sum,paper\n")
    assert (result.is_score_derived, result.is_rank_derived) == (False, False)


def test_an_announced_tie_is_marked(country):
    tied = country.edition(year=2023).results.filter(is_tied=True)
    assert set(tied.values_list("province__slug", "rank")) == {("ea-loc", 4), ("gia-thuy", 4)}


def test_every_row_becomes_a_citation_in_the_order_of_the_file(country):
    cited = Citation.objects.filter(result__edition=country.edition(), result__component__slug="overall")
    lines = [(each.line, each.result.province.slug, each.source.slug) for each in cited]
    assert lines[:3] == [(1, "an-binh", "gazette"), (2, "bao-son", "gazette"), (3, "bao-son", "paper")]
    assert [line for line, *_ in lines] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_citation_keeps_all_that_was_printed(country):
    cited = Citation.objects.get(result__edition=country.edition(), line=2)
    assert (cited.printed, cited.rank, cited.paragraph) == ("82.0", 2, 2)
    assert (cited.note_vi, cited.note_en) == ("Báo mới ghi 82.4", "The new paper prints 82.4")


def test_a_citation_keeps_the_maximum_of_its_page(country):
    cited = Citation.objects.get(result__edition=country.edition(), line=9)
    assert (cited.maximum, cited.maximum_digits) == (Decimal(60), 0)


def test_a_figure_of_all_is_an_aggregate_and_no_result(country):
    told = Aggregate.objects.filter(edition=country.edition())
    places = [(each.fact, each.region and each.region.slug, each.component and each.component.slug) for each in told]
    assert places == [
        ("mean", None, None),
        ("mean", "north", None),
        ("mean", None, "institutions"),
        ("survey_citizens", None, None),
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_file_is_kept_byte_for_byte_with_its_digest(land, ending):
    content = b"\xef\xbb\xbf" + FILES["par-index", 2023].replace("\n", ending).encode()
    kept = send(content, year=2023, name="Bảng 2023.csv").edition.file
    kept.refresh_from_db()
    assert (kept.name, bytes(kept.content)) == ("Bảng 2023.csv", content)
    assert kept.sha256 == hashlib.sha256(content).hexdigest()


def test_a_long_file_name_keeps_its_end(land):
    kept = send(FILES["par-index", 2023], year=2023, name="x" * 300 + ".csv").edition.file
    assert (len(kept.name), kept.name[-5:]) == (200, "x.csv")


def test_a_draft_knows_who_loaded_it(land):
    clerk = get_user_model().objects.create(username="clerk")
    edition = take_in(terms(year=2023), "a.csv", FILES["par-index", 2023].encode(), by=clerk).edition
    assert (edition.loaded_by, edition.status, edition.published_at) == (clerk, "draft", None)


def test_a_second_file_of_a_year_is_its_second_revision(land):
    revisions = [send(FILES["par-index", 2023], year=2023).edition.revision for _ in range(3)]
    assert revisions == [1, 2, 3]


def test_a_refused_file_uses_up_no_revision(land):
    send("province,component,source\nXyz,overall,paper\n", year=2023)
    assert send(FILES["par-index", 2023], year=2023).edition.revision == 1


@pytest.mark.parametrize("content", ["", "province\nan-binh\n", "\0", "province,component,source\nXyz,overall,paper\n"])
def test_a_refused_file_saves_nothing(land, content):
    before = counts()
    taken = send(content)
    assert (taken.edition, len(taken.problems) > 0, counts()) == (None, True, before)


def test_loading_stops_before_anything_is_saved_when_the_last_step_fails(land, monkeypatch):
    before = counts()

    def broken(*rows):
        raise ArithmeticError

    monkeypatch.setattr("indicators.intake.loading.save_aggregates", broken)
    with pytest.raises(ArithmeticError):
        send(FILES["par-index", 2023], year=2023)
    assert counts() == before


def test_a_draft_is_not_public(land):
    send(FILES["par-index", 2023], year=2023)
    assert (Edition.objects.published().count(), Result.objects.published().count()) == (0, 0)


def test_a_draft_renews_no_stamp(country):
    stamp = Publication.objects.stamp()
    send(FILES["par-index", 2023], year=2023)
    assert Publication.objects.stamp() == stamp


def test_publishing_shows_an_edition_and_says_when_and_by_whom(land):
    clerk = get_user_model().objects.create(username="clerk")
    edition = send(FILES["par-index", 2023], year=2023).edition
    edition.publish(by=clerk)
    edition.refresh_from_db()
    assert (edition.status, edition.published_by, edition.published_at is None) == ("published", clerk, False)


def test_publishing_takes_the_place_of_the_revision_shown_before(country):
    edition = publish(FILES["par-index", 2024])
    states = Edition.objects.of("par-index", 2024).values_list("revision", "status")
    assert list(states) == [(2, "published"), (1, "superseded")]
    assert Edition.objects.published().filter(series__slug="par-index", year=2024).get() == edition


def test_publishing_leaves_other_years_and_indices_alone(country):
    publish(FILES["par-index", 2024])
    assert Edition.objects.published().count() == len(FILES)


def test_publishing_gives_the_public_a_new_stamp_each_time(land):
    stamps = [Publication.objects.stamp()]
    for _ in range(2):
        publish(FILES["par-index", 2023], year=2023)
        stamps.append(Publication.objects.stamp())
    assert stamps[0] == ""
    assert len(set(stamps)) == 3


def test_one_source_serves_the_rows_that_name_none(land):
    content = b"province,component,score,unit,source\nan-binh,overall,84,%,\nbao-son,overall,83,%,paper\n"
    edition = take_in(terms(), "a.csv", content, source=Source.objects.get(slug="gazette")).edition
    assert list(edition.results.values_list("citations__source__slug", flat=True)) == ["gazette", "paper"]


def test_a_file_without_a_column_of_sources_needs_one_from_the_form(land):
    content = b"province,component,score,unit\nan-binh,overall,84,%\n"
    assert "Thiếu cột: source" in str(take_in(terms(), "a.csv", content).problems[0])
    assert take_in(terms(), "a.csv", content, source=Source.objects.get(slug="gazette")).problems == []
