"""A year as a new clerk loads it, from signing in to the public page: two seconds a step, three minutes in all."""

import time
from datetime import date
from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIHandler
from openpyxl import Workbook

from indicators.models import Criterion, Edition, Publication
from provinces.gazetteer import Gazetteer
from reformportal.page_cache import PageCache

from ..people import LOADERS, PUBLISHERS, person

SERIES, YEAR, PASSWORD = "par-index", 2024, "a long word for tests"
RANKING = f"/rankings/{SERIES}/{YEAR}/"
STEP, JOURNEY = 2, 180  # seconds
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
REASON = {"reason_vi": "Đủ 63 tỉnh, thành phố", "reason_en": "All 63 provinces"}


class Worker(PageCache):
    """Another process of the portal with a memory of its own, which makes no page before it is asked."""

    def __init__(self):
        super().__init__(WSGIHandler(), 24 * 1024 * 1024)

    def warm(self, pages):
        pass

    def page(self, path):
        asked = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "HTTP_HOST": "127.0.0.1"}
        asked |= {"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "wsgi.url_scheme": "http", "wsgi.input": BytesIO()}
        return b"".join(self(asked, lambda *_told: None)).decode()


class Clerk:
    """A clerk before a screen.

    `took`: seconds of each step; `slow` lists the steps that took too long, `found` what axe says of the pages.
    """

    def __init__(self, page, axe):
        self.page, self.axe, self.took, self.slow, self.found = page, axe, [], [], []

    def step(self, press):
        """Press something that leads to another page, and look at that page on a phone and on a desktop."""
        begun = time.monotonic()
        with self.page.expect_navigation():
            self.page.click(press)
        self.took.append(time.monotonic() - begun)
        if self.took[-1] > STEP:
            self.slow.append((press, self.took[-1]))
        for width in (360, 1280):
            self.page.set_viewport_size({"width": width, "height": 900})
            self.found += [(self.page.url, width, each) for each in self.axe(self.page)]
            is_wide = self.page.evaluate("document.documentElement.scrollWidth > innerWidth")
            self.found += [(self.page.url, width, "scrolls sideways")] if is_wide else []

    def choose(self, name, content):
        self.page.set_input_files("[name=file]", {"name": name, "mimeType": XLSX, "buffer": content})

    def reads(self):
        return self.page.inner_text("body")


def sheet(mend):
    """63 provinces with the whole and its parts, each in a row; without `mend` two ranks are the same."""
    book = Workbook()
    book.active.append(["province", "component", "score", "unit", "rank"])
    slugs = list(Criterion.objects.in_force(Edition.objects.of(SERIES, YEAR)[0].series_id, YEAR).order_by("component"))
    for rank, place in enumerate(Gazetteer.read().on(date(YEAR, 12, 31)), start=1):
        for slug in (criterion.component.slug for criterion in slugs):
            wrong = slug == "overall" and rank == 2 and not mend
            book.active.append([place.name, slug, 99.5 - rank, "%", 1 if wrong else rank])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture
def clerk(browser, portal, axe, django_db_blocker):
    """A new clerk, and afterwards the portal as it was."""
    with django_db_blocker.unblock():
        mai = person("mai", LOADERS, PUBLISHERS, password=PASSWORD)
        context = browser.new_context(base_url=portal.url, locale="vi-VN")
        yield Clerk(context.new_page(), axe)
        context.close()
        Edition.objects.filter(loaded_by=mai).delete()
        Edition.objects.filter(series__slug=SERIES, year=YEAR).update(status="published")
        Publication.objects.renew()


@pytest.mark.thorough
def test_a_new_clerk_loads_corrects_previews_and_publishes_a_year(clerk):
    page, other, begun = clerk.page, Worker(), time.monotonic()
    before = other.page(RANKING)
    sign_in(clerk)
    clerk.step("text=Nạp số liệu một năm")
    page.select_option("[name=series]", SERIES)
    page.fill("[name=year]", str(YEAR))
    clerk.step("text=Tiếp tục")
    load(clerk, before, other)
    preview(clerk)
    publish(clerk)
    deadline = time.monotonic() + STEP
    while other.page(RANKING) == before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert ("98,5" in before, "98,5" in other.page(RANKING)) == (False, True)
    clerk.step("text=Xem trang công khai")
    assert "Đủ 63 tỉnh, thành phố" in clerk.reads()
    took = time.monotonic() - begun
    print(f"{took:.0f} s; {len(clerk.took)} steps {sum(clerk.took):.1f} s, the slowest {max(clerk.took):.2f} s")
    assert (clerk.slow, clerk.found, took < JOURNEY) == ([], [], True)


def sign_in(clerk):
    clerk.page.goto("/quan-tri/")
    clerk.page.fill("[name=username]", "mai")
    clerk.page.fill("[name=password]", PASSWORD)
    clerk.step("[type=submit]")
    clerk.step("text=Nạp, xem trước và công bố số liệu")


def load(clerk, before, other):
    """First a file with a mistake, then the mended one; nothing public changes."""
    for name, text in REASON.items():
        clerk.page.fill(f"[name={name}]", text)
    clerk.page.click("summary:has-text('nguồn mới')")
    clerk.page.fill("[name=new-title]", "Quyết định 268/QĐ-BNV")
    clerk.page.fill("[name=new-locator]", "Phụ lục 1")
    clerk.choose("bang.xlsx", sheet(mend=False))
    clerk.step("text=Kiểm tra và lưu bản nháp")
    assert "1 lỗi phải sửa. Chưa lưu gì." in clerk.reads()
    with clerk.page.expect_download() as copy:
        clerk.page.click("text=Tải tệp đã đánh dấu")
    assert copy.value.suggested_filename == "bang-danh-dau.xlsx"
    clerk.choose("bang.xlsx", sheet(mend=True))
    clerk.step("text=Kiểm tra và lưu bản nháp")
    assert "Bản nháp: chưa công bố" in clerk.reads()
    assert other.page(RANKING) == before


def preview(clerk):
    draft = clerk.page.url
    clerk.step("text=Xem trước trên trang thật")
    assert "BẢN NHÁP, chưa công bố" in clerk.reads()
    clerk.step("table a >> nth=0")
    assert "BẢN NHÁP, chưa công bố" in clerk.reads()
    clerk.step("text=Về trang bản nháp")
    assert clerk.page.url == draft


def publish(clerk):
    clerk.step("text=Công bố…")
    if clerk.page.query_selector("[name=typed]"):
        clerk.page.fill("[name=typed]", clerk.page.inner_text(".counts div:nth-child(2) dd"))
    clerk.step("button.go")
    assert "Đã công bố" in clerk.reads()
