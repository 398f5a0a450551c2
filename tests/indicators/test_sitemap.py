"""The sitemap as search engines read it: sound by its public schema, every address there, every date true."""

from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from django.db.models import F
from django.urls import resolve
from django.utils import timezone, translation

from indicators.models import Edition, Publication

from ..revising import HIGHER, revise

pytestmark = pytest.mark.django_db

SCHEMA = Path(__file__).parent / "vendor/sitemap-0.9/sitemap.xsd"
NAME = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def read(client, ledger):
    """`read()`: {address without the host: when it last changed, or None}, each address once."""

    def read():
        tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
        found = [(each.findtext(f"{NAME}loc"), each.findtext(f"{NAME}lastmod")) for each in tree]
        assert len(dict(found)) == len(found)
        return {address.removeprefix("http://127.0.0.1:8000"): at for address, at in found}

    return read


def test_the_sitemap_is_sound_by_the_schema_of_sitemaps_org(client, ledger):
    answer = client.get("/sitemap.xml")
    assert answer["Content-Type"] == "application/xml"
    xmlschema.XMLSchema(SCHEMA).validate(answer.content.decode())


def one_of_each(addresses):
    """The first address of each kind of page in each language."""
    found = {}
    for address in addresses:
        language = "en" if address.startswith("/en/") else "vi"
        with translation.override(language):
            found.setdefault((language, resolve(address).url_name), address)
    return found.values()


def test_every_kind_of_address_is_there_in_its_own_name(client, read):
    """It answers, may be found, and calls itself as the sitemap does."""
    for address in one_of_each(read()):
        page = client.get(address)
        assert page.status_code == 200, address
        assert f'<link rel="canonical" href="http://127.0.0.1:8000{address}">' in page.content.decode(), address
        assert "noindex" not in page.content.decode(), address


def test_every_page_is_there_in_both_languages(read):
    found = read()
    vietnamese = {address for address in found if not address.startswith("/en/")}
    assert set(found) == vietnamese | {f"/en{address}" for address in vietnamese}
    assert {"/", "/provinces/an-binh/", "/rankings/papi/2023/", "/provinces/an-binh/par-index/2024/"} <= vietnamese


def test_a_correction_changes_the_dates_of_what_tells_of_it_alone(read):
    Edition.objects.update(published_at=F("published_at") - timedelta(days=1))
    before = read()
    at = timezone.localtime(revise(HIGHER).published_at).isoformat(timespec="seconds")
    changed = {address: moment for address, moment in read().items() if moment != before[address]}
    assert set(changed.values()) == {at}
    assert {"/", "/rankings/par-index/2024/", "/en/provinces/an-binh/par-index/2024/"} <= set(changed)
    assert not {"/rankings/papi/2023/", "/provinces/an-binh/par-index/2023/", "/methodology/"} & set(changed)


def test_a_draft_is_not_in_the_sitemap(read):
    before = read()
    Edition.objects.filter(year=2024, series__slug="papi").update(status=Edition.Status.DRAFT)
    Publication.objects.renew()
    assert {address for address in before if "/papi/2024/" in address}
    assert not {address for address in read() if "/papi/2024/" in address}


def test_robots_are_led_to_the_sitemap(client, db):
    assert "\nSitemap: http://127.0.0.1:8000/sitemap.xml\n" in client.get("/robots.txt").content.decode()
