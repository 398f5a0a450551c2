"""What an earlier revision says above its figures, and a later one beside them."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from indicators import caching
from indicators.models import Edition

from ..country import COMPILED, FILES, compiled, publish
from ..revising import COME, GONE, HIGHER, LOWER, MEAN, SWAPPED, revise, take_back, withdraw

pytestmark = pytest.mark.django_db
RANKING, PAGE = "/rankings/par-index/2024/", "/provinces/an-binh/par-index/2024/"
BOTH = pytest.mark.parametrize("address", [RANKING, PAGE])
DAY = datetime(2026, 5, 12, 3, tzinfo=UTC)


@pytest.fixture
def ask(client, country):
    """`ask(address)`: the text of a page; every revision was published on 12 May 2026."""

    def ask(address):
        for number, edition in enumerate(Edition.objects.order_by("revision").exclude(published_at=None)):
            Edition.objects.filter(pk=edition.pk).update(published_at=DAY.replace(minute=number))
        caching.forget()
        text = client.get(address).content.decode()
        return " ".join(unescape(strip_tags(re.sub(r"<(svg|title|head).*?</\1>", "", text, flags=re.DOTALL))).split())

    return ask


def banner(text):
    """From the words "Bản cũ" to the way to the current revision."""
    return re.search(r"(Bản cũ|Earlier revision).*?(Xem bản hiện hành|See the current revision) \(\w* ?\d\)\.", text)[0]


@BOTH
def test_an_earlier_revision_says_what_was_corrected_when_and_why(ask, address):
    revise(HIGHER)
    assert banner(ask(f"{address}?revision=1")) == (
        "Bản cũ (lần 1). Ngày 12/5/2026, điểm của An Bình đã được đính chính từ 84,00 thành 85,00; "
        "thứ hạng không đổi. Lý do: Nhập nhầm chữ số. Xem bản hiện hành (lần 2)."
    )


@BOTH
def test_it_says_so_in_english(ask, address):
    revise(HIGHER)
    assert banner(ask(f"/en{address}?revision=1")) == (
        "Earlier revision (1). On 12 May 2026 An Bình's score was corrected from 84.00 to 85.00; its rank did not "
        "change. Reason: Digits transposed at entry. See the current revision (2)."
    )


def test_a_rank_that_was_corrected_has_its_denominator(ask):
    revise(*SWAPPED)
    assert "từ 84,00 thành 81,00; thứ hạng từ 1/6 thành 2/6" in banner(ask(f"{PAGE}?revision=1"))
    assert "Thứ hạng của Bảo Sơn đã được đính chính từ 2/6 thành 1/6." in banner(ask(f"{RANKING}?revision=1"))


def test_a_page_speaks_of_its_own_figures_alone(ask):
    revise(HIGHER)
    text = ask("/provinces/bao-son/par-index/2024/?revision=1")
    assert "Số liệu của trang này giống bản hiện hành." in banner(text)
    assert "Số liệu của trang này giống bản hiện hành." in banner(ask(f"{RANKING}?component=procedures&revision=1"))


def test_a_component_that_was_corrected_is_named(ask):
    revise(("an-binh,,,procedures,34.00", "an-binh,,,procedures,34.50"))
    words = "điểm “Cải cách thủ tục hành chính” của An Bình đã được đính chính từ 34,00 thành 34,50"
    assert words in banner(ask(f"{PAGE}?revision=1"))


def test_a_figure_that_was_removed_is_said(ask):
    revise(GONE)
    words = "thứ hạng trong vùng của Êa Lộc (2/3) đã được bỏ"
    assert words in banner(ask("/provinces/ea-loc/par-index/2024/?revision=1"))


def test_a_completion_says_that_figures_were_added(ask):
    revise(COME)
    assert "đã bổ sung 1 số liệu." in banner(ask("/provinces/gia-thuy/par-index/2024/?revision=1"))
    words = "đã bổ sung số liệu của 1 tỉnh, thành phố."
    assert words in banner(ask(f"{RANKING}?component=procedures&revision=1"))


def test_up_to_three_changes_are_told(ask):
    parts = {"an-binh": "50.00", "bao-son": "49.00", "cao-hai": "48.00"}
    revise(*((f"{slug},,,institutions,{old}", f"{slug},,,institutions,41.00") for slug, old in parts.items()))
    text = banner(ask(f"{RANKING}?component=institutions&revision=1"))
    assert (text.count("đã được đính chính"), "thay đổi khác" in text) == (3, False)


def test_a_long_list_leads_to_all_corrections(client, country):
    scores = {slug: score + 1 for slug, score in COMPILED[2023].items()}
    publish(compiled(scores), "papi", 2023, comparable="yes")
    text = client.get("/rankings/papi/2023/?revision=1").content.decode()
    assert "Và 3 thay đổi khác." in text
    assert '<a href="/corrections/?series=papi&amp;year=2023#papi-2023-2">Xem mọi đính chính.</a>' in text


def test_positions_that_moved_are_counted_on_the_ranking_and_told_on_the_page(ask):
    revise(LOWER, series="papi", year=2023)
    assert "vị trí từ 1/6 thành 2/6" in banner(ask("/rankings/papi/2023/?revision=1"))
    assert "Vị trí của 1 tỉnh, thành phố khác đổi theo." in banner(ask("/rankings/papi/2023/?revision=1"))
    words = "điểm của Bảo Sơn không đổi; vị trí từ 2/6 thành 1/6"
    assert words in banner(ask("/provinces/bao-son/papi/2023/?revision=1"))


def test_several_revisions_give_their_reasons_each(ask):
    revise(HIGHER)
    revise(("84.00,%,,1,1", "86.00,%,,1,1"), reason_vi="Bộ công bố lại.", reason_en="Announced anew.")
    text = banner(ask(f"{PAGE}?revision=1"))
    assert "Từ lần 1 đến lần 3 (ngày 12/5/2026), điểm của An Bình đã được đính chính từ 84,00 thành 86,00" in text
    assert "Lý do (lần 2): Nhập nhầm chữ số. Lý do (lần 3): Bộ công bố lại." in text


@BOTH
def test_taking_back_is_said_on_the_page_and_on_what_was_taken_back(ask, address):
    revise(HIGHER)
    take_back(1, reason_vi="Lần 2 sai", reason_en="Revision 2 was wrong")
    assert "Lần 3 khôi phục số liệu của lần 1. Lý do: Lần 2 sai." in ask(address)
    text = banner(ask(f"{address}?revision=2"))
    assert "từ 85,00 thành 84,00; thứ hạng không đổi. Lần 3 khôi phục số liệu của lần 1. Lý do: Lần 2 sai." in text
    assert "Số liệu của trang này giống bản hiện hành." in banner(ask(f"{address}?revision=1"))


@BOTH
def test_a_correction_is_marked_beside_its_figure(ask, address):
    revise(HIGHER)
    text = ask(address)
    assert "Đính chính ngày 12/5/2026: điểm từ 84,00 thành 85,00" in text
    assert "Lần 2, ngày 12/5/2026: đính chính 1 số liệu. Lý do: Nhập nhầm chữ số. Xem đính chính." in text


def test_a_mark_leads_to_the_list_of_corrections(client, country):
    revise(HIGHER)
    address = "/corrections/?series=par-index&amp;year=2024#par-index-2024-2"
    assert f'<a href="{address}">Đính chính ngày' in client.get(RANKING).content.decode()
    assert 'id="par-index-2024-2"' in client.get("/corrections/?series=par-index&year=2024").content.decode()


@BOTH
@pytest.mark.parametrize("words", [[], [MEAN]], ids=["the same", "a mean"])
def test_nothing_is_marked_where_no_figure_of_a_province_is_another(ask, address, words):
    revise(*words)
    text = ask(address)
    assert "Đính chính ngày" not in text
    assert "Lần 2, ngày 12/5/2026: số liệu của trang này không đổi." in text


@BOTH
def test_a_first_revision_says_nothing_of_corrections(ask, address):
    text = ask(address)
    assert ("Lần 1, ngày" in text, "Đính chính ngày" in text, "Bản cũ" in text) == (False, False, False)


def test_what_was_only_completed_carries_no_mark(ask):
    revise(COME)
    assert "Đính chính ngày" not in ask("/provinces/gia-thuy/par-index/2024/")


@BOTH
def test_an_earlier_revision_of_a_withdrawn_year_says_that_it_was_withdrawn(ask, client, address):
    revise(HIGHER)
    withdraw()
    text = ask(f"{address}?revision=1")
    assert "Bản cũ (lần 1). Kỳ công bố này đã được thu hồi ngày" in text
    assert "Xem bản hiện hành" not in text


def test_a_citation_names_the_revision_of_its_figures(ask):
    revise(HIGHER)
    assert "84,00 điểm. Chỉ số cải cách các tỉnh, lần 1 (12/5/2026)." in ask(f"{PAGE}?revision=1")
    assert f"{PAGE}?revision=1" in ask(f"{PAGE}?revision=1")


@BOTH
def test_the_way_to_the_current_revision_is_canonical(client, country, address):
    revise(HIGHER)
    text = client.get(f"{address}?revision=1").content.decode()
    assert re.search(r'rel="canonical" href="[^"?]*' + address + '"', text)


@pytest.mark.parametrize("address", ["/rankings/par-index/2024", "/provinces/an-binh/par-index/2024"])
def test_json_says_which_revision_took_its_place(client, country, address):
    revise(HIGHER)
    old, new = (client.get(f"{address}.json{query}").json() for query in ("?revision=1", ""))
    assert [(each["revision"], each["superseded_by"]) for each in (old, new)] == [(1, 2), (2, None)]


def test_the_aggregates_of_an_earlier_revision_stay(client, country):
    revise(MEAN)
    values = [
        client.get(f"/rankings/par-index/2024/aggregates.json{query}").json()["rows"][0]["value"]
        for query in ("?revision=1", "")
    ]
    assert values == [81.25, 81.26]
    assert "/aggregates.csv?revision=1" in client.get(f"{RANKING}?revision=1").content.decode()


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_other_files_of_an_earlier_revision_hold_its_figures(client, country, format):
    revise(HIGHER)
    old, new = (client.get(f"/rankings/par-index/2024.{format}{query}").content for query in ("?revision=1", ""))
    assert old != new
    assert (b"84.00" in old, b"84.00" in new) == ((True, False) if format == "csv" else (False, False))


def test_filters_of_an_earlier_revision_stay_in_it(client, country):
    revise(HIGHER)
    text = client.get(f"{RANKING}?revision=1&region=north").content.decode()
    assert '<input type="hidden" name="revision" value="1">' in text
    assert "84,00" in text


@pytest.mark.parametrize("query", ["", "?revision=1"])
@pytest.mark.parametrize("address", [RANKING, PAGE, "/rankings/papi/2023/", "/provinces/an-binh/papi/2023/"])
def test_revisions_cost_no_more_queries(client, country, address, query):
    def asked():
        caching.forget()
        with CaptureQueriesContext(connection) as queries:
            client.get(address + query)
        return len(queries)

    alone = asked()
    for _turn in range(3):
        revise(HIGHER)
        publish(FILES["papi", 2023].replace(*LOWER), "papi", 2023, comparable="yes")
    assert asked() == alone <= 10
