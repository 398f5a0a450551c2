"""The pages of the ledger: what is shown, what a filter does, what no page says."""

import pytest

from indicators.models import Edition, Publication

PAGES = ["/targets/", "/provinces/an-binh/", "/provinces/an-binh/an-khe/", "/sources/gazette/"]
pytestmark = pytest.mark.usefixtures("ledger")


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_counts_of_several_bodies_stay_apart(client):
    page = text(client, "/targets/")
    assert "trên 1,2 triệu hồ sơ" in page
    assert "Hồ sơ tiếp nhận, năm 2023: 2 số của 2 đơn vị khác nhau, không cộng lại." in page
    assert "1.200.300" not in page


@pytest.mark.parametrize("address", ["/targets/", "/provinces/an-binh/"])
def test_shares_that_do_not_add_up_carry_a_public_note(client, address):
    assert "3 tỷ lệ cộng lại bằng 100,01% như nguồn đã in" in text(client, address)


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("kind=target", 4),
        ("kind=outcome&area=procedures", 5),
        ("year=2025", 1),
        ("province=an-binh", 11),
        ("province=bao-son", 0),
    ],
)
def test_a_filter_chooses_rows(client, question, count):
    assert len(client.get(f"/targets.json?{question}").json()["rows"]) == count


@pytest.mark.parametrize("question", ["kind=zz", "area=zz", "year=zz", "province=zz"])
def test_a_filter_that_means_nothing_is_named_and_ignored(client, question):
    assert "Bộ lọc &quot;zz&quot; không dùng được" in text(client, f"/targets/?{question}").replace(
        '"zz"', "&quot;zz&quot;"
    )
    assert len(client.get(f"/targets.json?{question}").json()["rows"]) == 11


def test_a_filtered_page_is_not_for_search_engines(client):
    assert 'content="noindex"' in text(client, "/targets/?kind=target")
    assert 'content="noindex"' not in text(client, "/targets/")


def test_a_district_is_found_from_its_province_and_by_search(client):
    assert 'href="/provinces/an-binh/an-khe/"' in text(client, "/provinces/an-binh/")
    assert 'href="/provinces/an-binh/an-khe/"' in text(client, "/search/?q=an+khe")


@pytest.mark.parametrize("address", ["/provinces/an-binh/nowhere/", "/provinces/nowhere/an-khe/"])
def test_a_district_that_is_not_there_has_no_page(client, address):
    assert client.get(address).status_code == 404


def test_a_path_is_drawn_with_stated_and_derived_steps(client):
    page = text(client, "/provinces/an-binh/an-khe/")
    assert (page.count('class="dot goal"'), page.count('class="dot goal derived"')) == (1, 2)


def test_a_source_lists_statements_by_paragraph_and_its_documents(client):
    page = text(client, "/sources/gazette/")
    assert "đoạn 2, bắt đầu bằng &quot;Đứng đầu là tỉnh...&quot;" in page
    assert "Kế hoạch 1/KH" in page


def test_nothing_is_said_where_there_is_nothing(client):
    page = text(client, "/provinces/bao-son/")
    assert [word for word in ("Chỉ tiêu phấn đấu", "Kết quả thực hiện", "Văn bản") if f">{word}<" in page] == []


@pytest.mark.parametrize("address", PAGES)
def test_a_draft_ledger_is_public_nowhere(client, address):
    Edition.objects.filter(series__slug="targets").update(status=Edition.Status.DRAFT, published_at=None)
    Publication.objects.renew()
    page = client.get(address).content.decode()
    assert [word for word in ("1,2 triệu", "64,5%", "Có kế hoạch", "tối thiểu 20%") if word in page] == []


@pytest.mark.parametrize("address", ["/rankings/targets/", "/rankings/targets/2023/", "/rankings/targets/2023.json"])
def test_a_ledger_has_no_page_of_ranks(client, address):
    edition = Edition.objects.get(series__slug="targets", status="published")
    assert client.get(address.replace("2023", str(edition.year))).status_code == 404


def test_a_ledger_is_no_ranking(client):
    assert "targets" not in {row["series"] for row in client.get("/rankings.json").json()["rows"]}
