"""The feeds of new editions and of one province, as a reader's program understands them."""

import feedparser
import pytest

from ..revising import HIGHER, LOWER, revise, withdraw

pytestmark = pytest.mark.django_db
FEEDS = ["/rankings.atom", "/en/rankings.atom", "/provinces/an-binh.atom", "/en/provinces/an-binh.atom"]


@pytest.fixture
def read(client, ledger):
    """`read(address)`: a feed, sound, as a reader's program understands it."""

    def read(address):
        answer = client.get(address)
        found = feedparser.parse(answer.content, response_headers={"content-type": answer["Content-Type"]})
        assert (found.bozo, found.version) == (False, "atom10")
        return found

    return read


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_has_what_atom_demands_and_leads_to_what_is_there(read, client, address):
    found = read(address)
    links = {link.rel: link.href.partition(":8000")[2] for link in found.feed.links}
    assert links == {"self": address, "alternate": address.removesuffix(".atom") + "/"}
    assert all((found.feed.id, found.feed.title, found.feed.updated, found.feed.author))
    assert all(all((each.id, each.title, each.updated, each.published, each.summary)) for each in found.entries)
    answers = {client.get(each.link.partition(":8000")[2].partition("#")[0]).status_code for each in found.entries}
    assert answers == {200}


def test_every_year_of_every_series_is_told_once(read, client):
    rows = client.get("/rankings.json").json()["rows"]
    years = {f"tag:127.0.0.1,2026-01-01:vi/rankings/{row['series']}/{row['year']}" for row in rows}
    ids = [each.id for each in read("/rankings.atom").entries]
    assert len(ids) == len(set(ids))
    assert {each for each in ids if "/targets/" not in each} == years


def test_a_new_revision_renews_its_year_under_the_same_identifier(read):
    (before,) = [each for each in read("/rankings.atom").entries if each.title == "PAR Index 2024"]
    edition = revise(HIGHER)
    after = read("/rankings.atom").entries[0]
    assert (after.id, after.published) == (before.id, before.published)
    assert after.updated == edition.published_at.isoformat()


def test_a_province_is_told_its_figures_and_where_they_stay(read):
    (found,) = [each for each in read("/en/provinces/an-binh.atom").entries if each.title.endswith("PAR Index 2024")]
    assert found.summary.startswith("Ranked 1st of 6, 84.00 points. ")
    assert found.link.endswith("/en/provinces/an-binh/par-index/2024/?revision=1#figure-overall")


def test_a_province_is_told_its_own_corrections_alone(read):
    revise(HIGHER)
    revise(LOWER, series="papi", year=2023)
    ids = {slug: [each.id for each in read(f"/provinces/{slug}.atom").entries] for slug in ("an-binh", "cao-hai")}
    told = {slug: sum("/corrections/" in each for each in found) for slug, found in ids.items()}
    assert told == {"an-binh": 2, "cao-hai": 0}


def test_pages_lead_to_the_feeds(client, country):
    page = client.get("/provinces/an-binh/").content.decode()
    for address in ("/rankings.atom", "/provinces/an-binh.atom"):
        assert f'<link rel="alternate" type="application/atom+xml" href="{address}"' in page


def test_a_province_that_never_was_has_no_feed(client, country):
    assert client.get("/provinces/nowhere.atom").status_code == 404


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["", "/en"], ids=["vi", "en"])
def test_every_link_of_every_feed_leads_to_a_page_and_its_row_also_after_corrections(read, client, language):
    revise(HIGHER)
    revise(LOWER, series="papi", year=2023)
    withdraw("papi", 2024)
    slugs = [row["province"] for row in client.get("/provinces.json").json()["rows"]]
    places = [f"{language}/provinces/{slug}.atom" for slug in slugs]
    found = [read(address) for address in (f"{language}/rankings.atom", f"{language}/corrections.atom", *places)]
    links = {link.href for feed in found for each in (feed.feed, *feed.entries) for link in each.links}
    assert any("#" in link for link in links)
    for link in links:
        page, _, row = link.partition(":8000")[2].partition("#")
        answer = client.get(page)
        assert answer.status_code == (410 if "/papi/2024/" in page else 200), link
        assert not row or f'id="{row}"' in answer.content.decode(), link
    for feed in found:
        assert feed.feed.updated == max([each.updated for each in feed.entries], default=feed.feed.updated)


@pytest.mark.parametrize(("language", "name"), [("", "Chỉ tiêu"), ("/en", "T")])
def test_the_ledger_is_called_in_the_language_of_its_reader(read, client, language, name):
    assert [each.title for each in read(f"{language}/rankings.atom").entries if "targets" in each.id] == [
        f"{name} 2024"
    ]
    assert f'<h2 id="targets">{name}</h2>' in client.get(f"{language}/data/").content.decode()
