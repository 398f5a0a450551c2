"""A draft on the real pages: for staff, under one address; nobody else reaches it by any other."""

import io
import re
from zipfile import ZipFile

import pytest
from django.test import Client

from indicators.caching import to_warm
from indicators.models import Source
from reformportal.page_cache import is_for_everybody

from ...country import FILES
from ...ledger import publish_ledger, table
from ...project.test_public_pages import PUBLIC
from .desk import KEY, draft

pytestmark = pytest.mark.django_db
SECRET = "Chưa ai được thấy"
NEW = FILES[KEY].replace("84.00,%,,1,1", "85.55,%,,1,1").replace("Báo mới ghi 82.4", SECRET)
PATHS = [
    "",
    "en/",
    "rankings/",
    "rankings/par-index/",
    "rankings/par-index/2024/",
    "en/rankings/par-index/2024/",
    "provinces/an-binh/",
    "provinces/an-binh/par-index/2024/",
    "compare/?province=an-binh&province=bao-son",
    "components/par-index/overall/",
    "corrections/",
    "health/",
    "sources/gazette/",
    "search/?q=an",
]


@pytest.fixture
def edition(country):
    return draft(NEW)


def address(edition, path=""):
    return f"/quan-tri/preview/{edition.pk}/{path}"


def text(response):
    """All that an answer says; of a workbook its sheets, since it also keeps the time at which it was made."""
    if response["Content-Type"].endswith("sheet"):
        book = ZipFile(io.BytesIO(response.content))
        return "".join(book.read(name).decode() for name in book.namelist() if "/worksheets/" in name)
    return response.content.decode()


def test_the_draft_is_told_as_a_draft_and_not_by_its_day(thu, edition):
    html = text(thu.get(address(edition, "rankings/par-index/2024/")))
    assert "Lần 2, bản nháp: đính chính 1 số liệu" in html
    assert "Đính chính ở bản nháp</a>" in html
    old = text(thu.get(address(edition, "rankings/par-index/2024/?revision=1")))
    assert "Trong bản nháp, điểm của An Bình đã được đính chính từ 84,00 thành 85,55" in old


def test_the_pages_show_the_draft_in_place_of_what_is_public(thu, edition):
    shown = {path: "85,55" in text(thu.get(address(edition, path))) for path in PATHS[2:5] + PATHS[6:8]}
    assert shown["rankings/par-index/2024/"]
    assert shown["provinces/an-binh/par-index/2024/"]
    assert "85.55" in text(thu.get(address(edition, "en/rankings/par-index/2024/")))


def test_every_previewed_page_says_that_it_is_a_draft(thu, edition):
    answers = {path: thu.get(address(edition, path)) for path in PATHS}
    assert [path for path, answer in answers.items() if answer.status_code != 200] == []
    vague = [path for path, answer in answers.items() if "note--draft" not in text(answer)]
    assert vague == []
    assert [path for path, answer in answers.items() if 'content="noindex,nofollow"' not in text(answer)] == []


def test_the_links_of_a_previewed_page_stay_in_the_preview(thu, edition):
    for path in PATHS:
        links = re.findall(r'href="(/[^"]*)"', text(thu.get(address(edition, path))))
        outside = {link for link in links if not link.startswith((address(edition), "/static/"))}
        assert outside <= {f"/quan-tri/indicators/edition/{edition.pk}/change/", EN_DESK % edition.pk}, path


EN_DESK = "/en/quan-tri/indicators/edition/%s/change/"


@pytest.mark.parametrize("format", ["csv", "json", "xlsx"])
def test_the_files_of_a_preview_hold_the_draft_and_are_never_kept(thu, edition, format):
    answer = thu.get(address(edition, f"rankings/par-index/2024.{format}"))
    assert "85.55" in text(answer)
    assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "ETag" not in answer
    assert format == "json" or 'filename="draft-' in answer["Content-Disposition"]


def test_a_draft_of_the_ledger_is_seen_too(thu, country):
    publish_ledger()
    row = {"kind": "commitment", "province": "an-binh", "area": "direction", "source": "gazette"}
    edition = draft(table(row | {"text_vi": SECRET, "text_en": SECRET}), key=("targets", 2024), method="announced")
    assert SECRET in text(thu.get(address(edition, "targets/")))
    assert SECRET not in text(Client().get("/targets/"))


def test_a_preview_holds_no_address_of_staff_and_changes_nothing(thu, edition):
    inner = ("quan-tri/", "en/quan-tri/", f"quan-tri/preview/{edition.pk}/", "nothing/", "robots.txt")
    assert {path: thu.get(address(edition, path)).status_code for path in inner} == dict.fromkeys(inner, 404)
    assert thu.post(address(edition, "rankings/par-index/2024/")).status_code == 405


def test_nobody_else_is_shown_a_preview(khach, edition):
    paths = [*PATHS, "rankings/par-index/2024.csv", "rankings/par-index/2024.json", "corrections.atom"]
    strangers = {path: Client().get(address(edition, path)).status_code for path in paths}
    assert strangers == dict.fromkeys(paths, 302)
    assert {path: khach.get(address(edition, path)).status_code for path in paths} == dict.fromkeys(paths, 403)


@pytest.mark.thorough
def test_after_staff_have_looked_every_public_address_is_as_before(thu, country):
    before = said()
    edition = draft(NEW)
    Source.objects.create(slug="secret", kind="decision", title=SECRET)
    for path in PATHS:
        thu.get(address(edition, path))
    assert said() == before


def said():
    """What every kind of public address says, by whoever asks: a page, a file, a feed, a search, an old revision."""
    addresses = [
        *PUBLIC,
        "/rankings/par-index/2024/?revision=2",
        "/sources/secret/",
        f"/search/?q={SECRET}",
        *to_warm(),
    ]
    return {each: text(answer) for each in addresses if (answer := Client().get(each))}


def test_no_cache_stands_before_a_preview(edition):
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": address(edition), "HTTP_HOST": "127.0.0.1"}
    assert not is_for_everybody(environ)
