"""No draft on any public address: until it is published, nobody can tell that it is there."""

import io
from zipfile import ZipFile

import pytest
from django.core.management import CommandError
from django.test import Client

from indicators import caching
from indicators.models import Edition, Source

from .drafts import citation, load
from .printed import BY_YEAR
from .walk import english, is_file, one_of_each

pytestmark = pytest.mark.django_db

SECRET = "Chưa ai được thấy"


@pytest.fixture
def draft(tmp_path):
    """A draft of the PAR Index 2022 in which every figure is another, from a source that printed nothing else."""
    source = Source.objects.create(slug="chua-cong-bo", kind="article", title=SECRET, publisher=SECRET)
    words = {"source": source.slug, "note_vi": SECRET, "note_en": SECRET, "how_vi": SECRET, "how_en": SECRET}
    edition = BY_YEAR["par-index", 2022]
    rows = [citation(province, rank, **words) for rank, province in enumerate(edition.provinces, start=1)]
    rows += [row | {"province": "long-an", "component": "procedures"} for row in rows[:1]]
    rows += [{"fact": "mean", "score": "77.77", "unit": "%", **words}]
    load(tmp_path, edition, rows)
    assert Edition.objects.filter(status=Edition.Status.DRAFT).count() == 1
    caching.forget()


def test_a_draft_changes_nothing_that_is_public(draft, addresses, answer):
    each = one_of_each(addresses)
    asked = [*each, *(english(address) for address in each if not is_file(address))]
    assert [address for address in asked if said(Client().get(address)) != said(answer(address))] == []


def test_a_draft_is_not_found_by_its_own_addresses(draft, client):
    found = [
        client.get(f"{language}{address}").content.decode()
        for language in ("", "/en")
        for address in ("/sources/chua-cong-bo/", "/sources/chua-cong-bo.json", "/search/?q=Chua+ai+duoc+thay")
    ]
    assert [text for text in found if "77,77" in text or "77.77" in text or "quang-ninh" in text] == []


def test_a_draft_has_no_revision_that_can_be_asked_for(draft, client, content):
    for number in ("2", "draft", "latest"):
        response = client.get(f"/rankings/par-index/2022.json?revision={number}")
        assert response.status_code in (400, 404) or response.content == content("/rankings/par-index/2022.json")


def test_63_lines_with_a_province_twice_and_one_missing_are_no_draft(tmp_path):
    edition = BY_YEAR["par-index", 2022]
    provinces = [*edition.provinces[:-1], edition.provinces[0]]
    rows = [citation(province, rank) for rank, province in enumerate(provinces, start=1)]
    assert len(rows) == 63
    with pytest.raises(CommandError, match='Dòng 64, cột "province": .* đã có ở dòng 2'):
        load(tmp_path, edition, rows)
    assert not Edition.objects.filter(status=Edition.Status.DRAFT).exists()


def test_a_draft_of_a_new_year_has_no_page(tmp_path, client):
    edition = BY_YEAR["par-index", 2022]
    load(tmp_path, edition, [citation("long-an", 1)])
    Edition.objects.filter(status=Edition.Status.DRAFT).update(year=2001)
    caching.forget()
    assert client.get("/rankings/par-index/2001/").status_code == 404
    assert "2001" not in client.get("/rankings/").content.decode()


def test_a_published_revision_takes_the_place_of_the_one_before(tmp_path, client):
    load(tmp_path, BY_YEAR["par-index", 2022], [citation("ha-giang", 63)], publish=True)
    rows = client.get("/rankings/par-index/2022.json").json()["rows"]
    assert [(row["province"], row["rank"]) for row in rows if row["rank"]] == [("ha-giang", 63)]


def test_a_withdrawn_edition_is_gone_from_everywhere(client):
    Edition.objects.published().get(series__slug="par-index", year=2022).withdraw(None, "Nhầm", "Mistake")
    answer = client.get("/rankings/par-index/2022/")
    assert (answer.status_code, "90,1" in answer.content.decode()) == (410, False)
    rows = client.get("/provinces/long-an.json").json()["rows"]
    assert [row for row in rows if (row["series"], row["year"]) == ("par-index", 2022)] == []


def said(response):
    """What an answer says; of a workbook its sheets, since it also keeps the time at which it was made."""
    if not response["Content-Type"].endswith("sheet"):
        return response.status_code, response.content
    book = ZipFile(io.BytesIO(response.content))
    return [book.read(name) for name in book.namelist() if "/worksheets/" in name]
