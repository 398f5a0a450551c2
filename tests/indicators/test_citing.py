"""Ready citations: in both languages, with edition, revision, address and day, copied by a button or from a field."""

import re
from html import unescape

import pytest

from indicators.citing import source_lines

from ..revising import HIGHER, revise

pytestmark = pytest.mark.usefixtures("country")

FIELD = re.compile(r'<textarea id="cite-(vi|en)" class="copied" rows="4" readonly lang="\1"[^>]*>([^<]*)</textarea>')
SITE = "http://127.0.0.1:8000"
RANKING = "/rankings/par-index/2024/?revision=1"
STAY = {
    "/rankings/par-index/2024/": ("Xếp hạng PAR Index 2024, đã biết 5/6 tỉnh, thành phố", RANKING),
    "/rankings/par-index/2024/?region=north": ("Xếp hạng PAR Index 2024, đã biết 5/6 tỉnh, thành phố", RANKING),
    "/rankings/par-index/2024/?component=procedures": (
        "Xếp hạng PAR Index 2024: Cải cách thủ tục hành chính, đã biết 3/6 tỉnh, thành phố",
        "/rankings/par-index/2024/?component=procedures&revision=1",
    ),
    "/rankings/par-index/2025/": ("Xếp hạng PAR Index 2025, 3 tỉnh, thành phố", "/rankings/par-index/2025/?revision=1"),
    "/provinces/an-binh/par-index/2024/": (
        "An Bình, PAR Index 2024: thứ hạng 1/6, 84,00 điểm",
        "/provinces/an-binh/par-index/2024/?revision=1",
    ),
    "/provinces/an-binh/": (
        "An Bình, PAR Index 2025: thứ hạng 1/3, 85,00 điểm",
        "/provinces/an-binh/par-index/2025/?revision=1",
    ),
}
OF_YEARS = {
    "/components/papi/participation/": "",
    "/components/papi/overall/": "2022–2024 lần 1",
    "/compare/?province=an-binh&province=bao-son&series=papi&q=x": "2022–2024 lần 1",
}


def cited(client, page):
    return {language: unescape(text) for language, text in FIELD.findall(client.get(page).content.decode())}


@pytest.mark.parametrize("page", STAY)
def test_a_page_of_one_edition_is_cited_where_it_stays(client, page):
    said, address = STAY[page]
    text = cited(client, page)["vi"]
    assert re.fullmatch(
        rf"{re.escape(said)}\. [^.]+, lần 1 \(\d\d/\d\d?/\d{{4}}\)\. {re.escape(SITE + address)}", text
    ), text
    assert client.get(text.rpartition(SITE)[2]).status_code == 200


@pytest.mark.parametrize("page", ["/rankings/par-index/2024/", "/en/rankings/par-index/2024/"])
def test_both_languages_are_there_in_either(client, page):
    texts = cited(client, page)
    assert texts == cited(client, "/rankings/par-index/2024/")
    assert texts["en"].startswith("PAR Index 2024 rankings, 5 of 6 provinces and cities known. ")
    assert texts["en"].endswith(f" {SITE}/en{RANKING}")


@pytest.mark.parametrize("page", OF_YEARS)
def test_a_page_of_many_editions_names_the_revision_of_each(client, page):
    texts = cited(client, page)
    assert bool(texts) == bool(OF_YEARS[page])
    assert OF_YEARS[page] in texts.get("vi", "")
    address = page.replace("&q=x", "&component=overall")
    assert texts.get("vi", address).endswith(address)


def test_an_earlier_revision_is_cited_as_itself(client):
    revise(HIGHER)
    assert cited(client, RANKING)["vi"].endswith(f"{SITE}{RANKING}")
    assert ", lần 2 (" in cited(client, "/rankings/par-index/2024/")["vi"]
    assert "2023, 2025 lần 1; 2024 lần 2" in cited(client, "/components/par-index/overall/")["vi"]


@pytest.mark.usefixtures("ledger")
def test_the_ledger_is_cited_with_what_was_asked(client):
    text = cited(client, "/targets/?province=an-binh&kind=outcome")["vi"]
    assert " lần 1 (" in text
    assert text.endswith(f"{SITE}/targets/?province=an-binh&kind=outcome")
    assert cited(client, "/provinces/an-binh/an-khe/")["en"].endswith(f"{SITE}/en/provinces/an-binh/an-khe/")
    assert cited(client, "/targets/?province=cao-hai") == {}


def test_a_further_paragraph_names_only_the_mark_of_its_first():
    article = {"source": "a", "publisher": "Báo A", "title": "Tựa", "published": "2023", "opening": "Mở"}
    lines = [line["line"] for line in source_lines([article | {"mark": n, "paragraph": n} for n in (1, 2)])]
    assert lines == [
        'Báo A, “Tựa”, 2023, đoạn 1, bắt đầu bằng "Mở..."',
        'Cùng bài với [1], đoạn 2, bắt đầu bằng "Mở..."',
    ]
