"""A ledger through the desk: what a draft changes, in the words of its statements."""

import pytest

from ...ledger import COLUMNS, LEDGER, publish_ledger
from .desk import draft, page

pytestmark = pytest.mark.django_db
KEY = ("targets", 2024)


def summary(client, text):
    """{kind: (count, body)} of the parts of a draft's page, and the page."""
    answer = client.get(page(draft(",".join(COLUMNS) + "\n" + text, key=KEY, method="announced")))
    parts = {each["kind"]: (each["count"], each["body"]) for each in answer.context["parts"]}
    return parts, answer


def test_a_corrected_number_is_a_change_with_old_and_new(thu):
    publish_ledger()
    parts, answer = summary(thu, LEDGER.replace("tối thiểu 60%,60", "tối thiểu 65%,65"))
    assert {kind: count for kind, (count, _body) in parts.items()} == {"changed": 1, "removed": 0, "new": 0}
    assert "Hồ sơ nộp trực tuyến (chỉ tiêu, 2023)" in parts["changed"][1]
    assert "<td>tối thiểu 60%</td><td>tối thiểu 65%</td>" in parts["changed"][1]
    assert answer.context["removed"] == 0


def test_another_note_alone_is_counted_and_not_listed(thu):
    publish_ledger()
    parts, _answer = summary(thu, LEDGER.replace("64.5,%,,,,gazette,2,,", "64.5,%,,,,gazette,2,Ghi chú,Note"))
    assert (parts["changed"][0], parts["reworded"]) == (0, (1, ""))


def test_what_is_left_out_is_removed(thu):
    publish_ledger()
    parts, answer = summary(thu, "".join(LEDGER.splitlines(keepends=True)[1:]))
    assert (parts["removed"][0], answer.context["removed"]) == (1, 1)
    assert '<td>tối thiểu 60%</td><td><span aria-hidden="true">–</span>' in parts["removed"][1]


def test_shares_that_do_not_add_up_are_told_as_the_language_writes_them(thu):
    publish_ledger()
    _parts, answer = summary(thu, LEDGER)
    assert answer.context["warnings"] == ["Các tỷ lệ ở dòng 5, 6, 7 cộng lại bằng 100,01%, không phải 100%."]
