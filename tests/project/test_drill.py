"""The drill sees what it is to see: of which publication an answer is, and whether it is of two."""

import json

import pytest

from bench.layout import FIRST, Layout
from bench.readers import WATCHED, Readers, Seen, scores_of

FILE = WATCHED[:-1] + ".json"
PAGE = (
    'cao nhất: <b>{}/80</b> <desc id="d">Quảng Ninh {}; Tây Ninh 47,35</desc> <a href="/provinces/quang-ninh/">'
    'Quảng Ninh</a></th><td class="away">Đồng bằng sông Hồng</td><td class="n">{}</td>'
)


def body(printed):
    return json.dumps({"rows": [{"province": "an-giang"}, {"province": "quang-ninh", "printed": printed}]}).encode()


def test_scores_are_read_from_page_and_file():
    assert scores_of(WATCHED, PAGE.format(*["47,51"] * 3).encode()) == {"47,51"}
    assert scores_of(FILE, body("47.5112")) == {"47,51"}


@pytest.mark.parametrize("place", range(3))
def test_a_page_of_two_publications_is_told(place):
    scores = ["47,51"] * 3
    scores[place] = "47,61"
    seen = Readers("https://localhost", [])._judged(0, WATCHED, 200, 'W/"1"', PAGE.format(*scores).encode())
    assert seen.is_mixed


def test_two_bodies_under_one_tag_are_told():
    readers = Readers("https://localhost", [])
    judged = [readers._judged(0, f"/?n={number}", 200, 'W/"1"', text) for number, text in enumerate((b"a", b"a", b"b"))]
    assert [seen.is_mixed for seen in judged] == [False, False, True]


@pytest.mark.parametrize(("score", "age"), [(FIRST, 0), ("47,51", 4), ("47,61", 0)])
def test_how_old_an_answer_is_counts_from_when_another_was_published(score, age):
    layout = Layout.__new__(Layout)
    layout.published = [(0, FIRST), (10, "47,51"), (16, FIRST), (30, "47,61")]
    asked = 20 if score != "47,61" else 31
    assert layout.age(Seen(asked, asked, 200, score)) == age


@pytest.mark.parametrize(("status", "failed"), [(0, True), (200, False), (404, False), (429, True), (502, True)])
def test_what_counts_as_failed(status, failed):
    assert Seen(0, 0, status).failed is failed
