"""How indices are made: rules, parts and maxima from the data, notes of editions, what the portal does not do."""

import pytest

from indicators import reports
from indicators.catalogue import Catalogue
from indicators.models import Edition, Series


@pytest.fixture
def page(country, client):
    return client.get("/methodology/").content.decode()


def rules(series):
    return reports.rules(Catalogue(), series)


def test_rules_come_the_newest_first_with_their_years(country):
    assert [(each.slug, each.year_from, each.year_to) for each in rules("papi")] == [
        ("papi-b", 2024, 2025),
        ("papi-a", 2022, 2023),
    ]


def test_rules_list_the_parts_of_the_index_with_their_maxima(country):
    parts = [(part.slug, part.maxima["known"]) for part in rules("par-index")[0].parts]
    assert parts == [
        ("overall", [{"maximum": 100, "years": "2023–2025"}]),
        ("institutions", [{"maximum": 60, "years": "2023–2025"}]),
        ("procedures", [{"maximum": 40, "years": "2023–2025"}]),
    ]


def test_notes_of_editions_in_the_same_words_stand_together(country):
    Edition.objects.filter(series__slug="par-index").update(note_vi="Một lời", note_en="One word")
    assert [(note.years, note.text) for note in rules("par-index")[0].notes] == [("2023–2025", "Một lời")]


def test_a_year_that_may_not_be_compared_is_told_even_without_a_note(country):
    notes = rules("papi")[0].notes
    assert [(note.years, note.text, note.comparable) for note in notes] == [("2024", "", "không so sánh với năm trước")]


def test_the_page_shows_rules_parts_and_notes_of_the_data(page):
    assert "Quy định chấm điểm các năm 2023–2025" in page
    assert '<a href="/components/par-index/procedures/">Cải cách thủ tục hành chính</a>' in page
    assert "Công bố muộn" in page


def test_the_page_says_what_the_portal_does_not_do(page):
    assert "Không lập chỉ số chung từ nhiều chỉ số." in page
    assert "Không lấy trung bình các thứ hạng." in page


@pytest.mark.parametrize("words", ["Theo công bố", "Cộng lại", "Suy ra", "Cổng tự tính"])
def test_the_page_tells_the_kinds_of_figures_apart(page, words):
    assert f"<dt>{words}</dt>" in page


def test_an_index_that_nobody_has_described_shows_its_data_alone(country, client):
    Series.objects.filter(slug="papi").update(slug="other")
    assert client.get("/methodology/").status_code == 200


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_foot_leads_to_what_explains_the_figures(country, client, prefix):
    foot = client.get(f"{prefix}/").content.decode().split("<footer")[1]
    for address in ("components", "methodology", "health"):
        assert f'href="{prefix}/{address}/"' in foot


def test_links_inside_the_page_lead_somewhere(page):
    import re

    assert [anchor for anchor in re.findall(r'href="#([a-z-]+)"', page) if f'id="{anchor}"' not in page] == []
