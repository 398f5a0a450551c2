"""What was corrected, completed, taken back and withdrawn is told of the revisions alone."""

import csv
import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from indicators import caching, reports
from indicators.catalogue import Catalogue
from indicators.models import Edition

from ..country import COMPILED, FILES, compiled, publish, send
from ..revising import COME, GONE, HIGHER, LOWER, MEAN, NOTED, SWAPPED, revise, take_back, withdraw

pytestmark = pytest.mark.django_db


def told(**asked):
    return reports.corrections(Catalogue(), **asked)


def newest():
    return told().entries[0]


def states(figures, *keys):
    return [(each.name, *(side and side[key] for side in (each.old, each.new) for key in keys)) for each in figures]


def test_nothing_is_corrected_while_every_edition_is_its_first(country):
    assert (told().entries, told().rows) == ([], [])


def test_a_figure_that_was_changed_is_told_old_and_new(country):
    revise(HIGHER)
    entry = newest()
    assert states(entry.changed, "printed", "rank", "of") == [("An Bình", "84.00", 1, 6, "85.00", 1, 6)]
    assert (entry.edition.revision, entry.before.revision, entry.reason) == (2, 1, "Nhập nhầm chữ số")


def test_ranks_that_were_changed_are_told_too(country):
    revise(*SWAPPED)
    assert states(newest().changed, "rank") == [("An Bình", 1, 2), ("Bảo Sơn", 2, 1)]


def test_a_figure_that_was_removed_is_told(country):
    revise(GONE)
    assert states(newest().removed, "region_rank") == [("Êa Lộc", 2, None)]
    assert newest().removed[0].region_of == 3


def test_a_completion_is_counted_and_not_listed(country):
    revise(COME)
    entry = newest()
    assert (entry.changed, entry.removed, len(entry.changes.new), entry.provinces) == ([], [], 1, 1)
    assert [(row["kind"], row["count"]) for row in told().rows] == [("added", 1)]


def test_another_note_is_counted(country):
    revise(NOTED)
    assert [(row["kind"], row["count"]) for row in told().rows] == [("reworded", 1)]


def test_an_announced_figure_of_the_country_is_told_too(country):
    revise(MEAN)
    (row,) = told().rows
    assert (row["fact"], row["province"], row["old_score"], row["new_score"]) == (
        "mean",
        None,
        Decimal("81.25"),
        Decimal("81.26"),
    )


def test_an_announced_figure_of_the_country_is_told_on_the_page(client, country):
    revise(MEAN)
    assert "81,26" in client.get("/corrections/").content.decode()


def test_who_else_moved_is_told_where_positions_are_computed(country):
    revise(LOWER, series="papi", year=2023)
    entry = newest()
    assert states(entry.changed, "rank", "of") == [("An Bình", 1, 6, 2, 6)]
    assert states(entry.moved, "rank", "of") == [("Bảo Sơn", 2, 6, 1, 6)]


def test_a_province_that_joins_a_compiled_year_moves_others(country):
    publish(compiled(COMPILED[2024] | {"cao-hai": 60}), "papi", 2024)
    entry = newest()
    assert (entry.changed, entry.provinces) == ([], 1)
    assert states(entry.moved, "rank", "of")[0] == ("An Bình", 2, 5, 3, 6)


def test_names_are_those_of_the_day_of_the_edition(country):
    content = FILES["par-index", 2025].replace("83.00", "83.10")
    publish(content, "par-index", 2025)
    (figure,) = newest().changed
    assert (figure.province, figure.name) == ("bao-son-2025", "Bảo Sơn")


def test_the_newest_correction_comes_first(country):
    revise(HIGHER)
    revise(LOWER, series="papi", year=2023)
    revise()
    found = [(each.edition.series.slug, each.edition.revision) for each in told().entries]
    assert found == [("par-index", 3), ("papi", 2), ("par-index", 2)]


def test_a_revision_is_compared_with_the_one_that_was_public_before_it(country):
    revise(HIGHER)
    revise()
    assert states(newest().changed, "printed") == [("An Bình", "85.00", "84.00")]


def test_taking_back_names_the_revision_whose_figures_come_again(country):
    revise(HIGHER)
    take_back(1)
    assert (newest().edition.revision, newest().restored) == (3, 1)
    assert {row["restores"] for row in told().rows if row["revision"] == 3} == {1}


def test_a_withdrawal_is_told_with_its_day_and_reason(country):
    edition = withdraw()
    entry = newest()
    assert (entry.is_withdrawal, entry.at, entry.reason) == (True, edition.withdrawn_at, "Bộ thu hồi quyết định")
    assert [row["kind"] for row in told().rows] == ["withdrawn"]


def test_a_year_published_again_after_a_withdrawal_is_compared_with_what_was_withdrawn(country):
    withdraw()
    revise(HIGHER)
    assert states(newest().changed, "printed") == [("An Bình", "84.00", "85.00")]


def test_a_draft_corrects_nothing(country):
    send(FILES["par-index", 2024].replace(*HIGHER))
    assert told().entries == []


def test_positions_and_derived_figures_are_marked(country):
    revise(("79.50,%,,,,Bằng", "79.40,%,,,,Bằng"))
    revise(LOWER, series="papi", year=2023)
    marked = {row["name"]: row["derived"] for row in told().rows}
    assert marked["Cao Hải"] == ["old_score", "new_score"]
    assert marked["Bảo Sơn"] == ["old_rank", "new_rank"]


def test_a_list_is_told_in_pages_and_files_are_whole(country):
    for _turn in range(11):
        revise(HIGHER)
    first, second = told(page="1"), told(page="2")
    assert [len(first.entries), len(second.entries), first.pages] == [10, 1, 2]
    assert len(told().entries) == 11


def test_a_year_may_be_asked_for(country):
    revise(HIGHER)
    revise(LOWER, series="papi", year=2023)
    assert [each.edition.series.slug for each in told(series="papi", year=2023).entries] == ["papi"]
    assert told(series="papi", year=2024).entries == []


def test_files_keep_the_digits_that_were_printed(client, country):
    revise(("82.0,%,,2", "82.10,%,,2"))
    (row,) = csv.DictReader(io.StringIO(client.get("/corrections.csv").content.decode("utf-8-sig")))
    assert (row["old_score"], row["new_score"], row["old_rank"], row["old_of"]) == ("82.0", "82.10", "2", "6")


def test_json_has_a_row_for_each_figure(client, country):
    revise(HIGHER, GONE)
    rows = client.get("/corrections.json").json()["rows"]
    assert [(row["kind"], row["province"]) for row in rows] == [("changed", "an-binh"), ("removed", "ea-loc")]


@pytest.mark.parametrize("address", ["/corrections/", "/corrections.json", "/corrections.atom"])
def test_more_revisions_ask_no_more_queries(client, country, address):
    counts = []
    for turns in (1, 12):
        for _turn in range(turns):
            revise(HIGHER)
        caching.forget()
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 10


def test_what_was_published_out_of_turn_is_compared_as_it_was_read(country):
    late = send(FILES["par-index", 2024].replace(*HIGHER), reason_vi="Sửa", reason_en="Mended").edition
    revise(GONE)
    late.publish()
    assert (newest().edition.revision, newest().before.revision) == (2, 3)


def test_days_are_those_of_publication(country):
    edition = revise(HIGHER)
    Edition.objects.filter(pk=edition.pk).update(published_at=F("published_at") + timedelta(days=3))
    assert (newest().at - edition.published_at).days == 3
