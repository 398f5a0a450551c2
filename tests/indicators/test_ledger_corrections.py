"""What a revision of the ledger corrects is told as of an index: added ones counted, others old and new."""

import csv
import io
from decimal import Decimal

import feedparser
import pytest

from indicators import reports
from indicators.catalogue import Catalogue

from ..country import REASON, publish
from ..ledger import COLUMNS, LEDGER, publish_ledger

pytestmark = pytest.mark.django_db
HIGHER = ("tối thiểu 60%,60", "tối thiểu 65%,65")
SCALED = ('"trên 1,2 triệu",1200000', '"trên 1,3 triệu",1300000')
ONLINE = ("", "outcome,bao-son,,2023,2023,e-government,online,,,,,,70%,70,%,,,,gazette,2,,\n")
REPRINTED = ('"64,5%"', "hơn nửa: 64.5%")
NOTED = ("64.5,%,,,,gazette,2,,", "64.5,%,,,,gazette,2,Ghi chú,Note")
PROMISE = LEDGER.splitlines(keepends=True)[-1]


@pytest.fixture
def ledger(country):
    publish_ledger()


def revise(*words):
    """Publish the ledger again with other words in it, old -> new each; of a new row the old is empty."""
    content = LEDGER
    for old, new in words:
        assert old in content
        content = content.replace(old, new, 1)
    return publish(",".join(COLUMNS) + "\n" + content, "targets", 2024, method="announced", **REASON)


def newest():
    return reports.corrections(Catalogue()).entries[0]


def page(client, language=""):
    return client.get(f"{language}/corrections/").content.decode()


def test_a_figure_that_was_changed_is_told_old_and_new(ledger):
    revise(HIGHER)
    (figure,) = newest().changed
    assert (figure.name, figure.measure, figure.label) == ("An Bình", "online", "Hồ sơ nộp trực tuyến (chỉ tiêu, 2023)")
    assert [side["score"] for side in (figure.old, figure.new)] == [Decimal(60), Decimal(65)]


def test_the_page_keeps_qualifiers_and_scale(client, ledger):
    revise(SCALED)
    assert "Đính chính 1 chỉ tiêu, kết quả." in page(client)
    assert "<td>trên 1,2 triệu hồ sơ</td><td>trên 1,3 triệu hồ sơ</td>" in page(client)
    assert "<td>more than 1.2 million applications</td><td>more than 1.3 million applications</td>" in page(
        client, "/en"
    )


def test_what_was_added_is_counted_and_not_listed(client, ledger):
    revise(ONLINE)
    entry = newest()
    assert (entry.changed, entry.removed, len(entry.changes.new), entry.provinces) == ([], [], 1, 1)
    assert "Bổ sung 1 chỉ tiêu, kết quả, nhiệm vụ của 1 tỉnh, thành phố." in page(client)


def test_a_promise_that_was_removed_is_told_in_its_words(client, ledger):
    revise((PROMISE, ""))
    (figure,) = newest().removed
    assert (figure.name, figure.district, figure.label, figure.new) == ("An Khê", "an-khe", "Nhiệm vụ (2024)", None)
    assert "<td>“Có kế hoạch”</td>" in page(client)


def test_other_words_for_the_same_figure_are_told_as_printed(client, ledger):
    revise(REPRINTED)
    assert "<td>“64,5%”</td><td>“hơn nửa: 64.5%”</td>" in page(client)


def test_another_note_is_counted(client, ledger):
    revise(NOTED)
    assert [(row["kind"], row["count"]) for row in reports.corrections(Catalogue()).rows] == [("reworded", 1)]


def test_files_have_the_figures_with_their_comparators(client, ledger):
    revise(HIGHER)
    (row,) = csv.DictReader(io.StringIO(client.get("/corrections.csv").content.decode("utf-8-sig")))
    asked = (
        "kind",
        "province",
        "measure",
        "fact",
        "old_score",
        "new_score",
        "new_printed",
        "new_unit",
        "new_comparator",
    )
    told = ["changed", "an-binh", "online", "target", "60", "65", "tối thiểu 65%", "%", ">="]
    assert [row[key] for key in asked] == told


def test_the_feed_says_what_was_corrected(client, ledger):
    revise(HIGHER)
    (entry,) = feedparser.parse(client.get("/corrections.atom").content).entries
    assert entry.summary == (
        "Đính chính 1 chỉ tiêu, kết quả. Lý do: Nhập nhầm chữ số. "
        "Hồ sơ nộp trực tuyến (chỉ tiêu, 2023): An Bình: từ tối thiểu 60% thành tối thiểu 65%."
    )


def test_a_correction_leads_to_the_ledger_that_is_read_now(client, ledger):
    revise(HIGHER)
    assert '<a href="/targets/">Bản hiện hành (lần 2)</a>' in page(client)
    assert "/rankings/targets/" not in page(client)
