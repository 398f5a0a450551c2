"""The record of a loading, for printing and signing: what was loaded, what it changed, who and when."""

import hashlib

import pytest

from ...country import publish
from ...ledger import publish_ledger, table
from .desk import CORRECTED, draft, page

pytestmark = pytest.mark.django_db


def rows(client, edition):
    text = client.get(page(edition, "record")).content.decode()
    cells = [part.split("</tr>")[0] for part in text.split('<th scope="row">')[1:]]
    return {name: value.replace("<td>", "").replace("</td>", "").strip() for name, value in map(parted, cells)}


def parted(cell):
    name, _end, value = cell.partition("</th>")
    return name, value


def test_it_says_what_was_loaded_by_whom_and_what_it_changes(thu):
    thu.person.last_name, thu.person.first_name = "Trần Thị", "Thu"
    thu.person.save()
    told = rows(thu, draft(CORRECTED, by=thu))
    assert told["Tệp đã nạp"] == "table.csv"
    assert hashlib.sha256(CORRECTED.encode()).hexdigest() in told["SHA-256"]
    assert told["Nạp lúc"].endswith(", Trần Thị Thu")
    assert [told[name] for name in ("So với", "Thay đổi", "Bị bỏ", "Thêm mới")] == ["Lần 1", "1", "0", "0"]


def test_it_says_the_same_once_the_edition_is_public_and_replaced(thu):
    counts = ("So với", "Thay đổi", "Bị bỏ", "Thêm mới", "Không đổi")
    edition = draft(CORRECTED)
    before = rows(thu, edition)
    edition.publish()
    publish(CORRECTED.replace("85.00", "85.50"))
    after = rows(thu, edition)
    assert [after[name] for name in counts] == [before[name] for name in counts]
    assert "Công bố lúc" in after


def test_the_first_revision_of_a_year_has_nothing_to_be_compared_with(thu):
    publish_ledger()
    row = {"kind": "commitment", "province": "an-binh", "area": "direction", "source": "gazette"}
    told = rows(thu, draft(table(row | {"text_vi": "a", "text_en": "b"}), key=("targets", 2025), method="announced"))
    assert ("So với" in told, told["Gồm"]) == (False, "1 nhiệm vụ")
