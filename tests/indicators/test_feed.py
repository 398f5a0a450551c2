"""The corrections page and its feed, as readers and their programs find them."""

import feedparser
import pytest

from ..revising import COME, HIGHER, LOWER, revise, take_back, withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client, country):
    """`read(prefix)`: the feed, sound, as a reader's program understands it."""

    def read(prefix=""):
        answer = client.get(f"{prefix}/corrections.atom")
        found = feedparser.parse(answer.content, response_headers={"content-type": answer["Content-Type"]})
        assert (found.bozo, found.version) == (False, "atom10")
        return found

    return read


def test_a_feed_has_what_atom_demands(read):
    revise(HIGHER)
    found = read()
    feed = found.feed
    assert [feed.id, feed.language] == ["tag:127.0.0.1,2026-01-01:vi/corrections", "vi"]
    assert all((feed.title, feed.updated, feed.author))
    assert {link.rel: link.href.partition("8000")[2] for link in feed.links} == {
        "alternate": "/corrections/",
        "self": "/corrections.atom",
    }
    assert all(all((each.id, each.title, each.updated, each.link)) for each in found.entries)


def test_an_entry_says_what_was_corrected(read):
    edition = revise(HIGHER)
    (entry,) = read().entries
    assert entry.id == "tag:127.0.0.1,2026-01-01:vi/corrections/par-index-2024-2"
    assert entry.title == "PAR Index 2024, lần 2"
    assert entry.link.endswith("/corrections/?series=par-index&year=2024#par-index-2024-2")
    assert entry.updated == edition.published_at.isoformat()
    assert entry.summary == (
        "Đính chính 1 số liệu. Lý do: Nhập nhầm chữ số. "
        "Điểm của An Bình đã được đính chính từ 84,00 thành 85,00; thứ hạng không đổi."
    )


def test_entries_keep_their_identifiers_when_more_come(read):
    revise(HIGHER)
    first = [each.id for each in read().entries]
    revise(LOWER, series="papi", year=2023)
    withdraw()
    ids = [each.id for each in read().entries]
    assert ids[-1:] == first
    assert len(set(ids)) == 3


def test_a_reason_cannot_put_markup_into_the_feed(read):
    revise(HIGHER, reason_vi="Sửa <b>x</b> & y", reason_en="Mend <b>x</b> & y")
    assert "Sửa &lt;b&gt;x&lt;/b&gt; &amp; y" in read().entries[0].summary


def test_a_feed_speaks_the_language_of_its_address(read):
    revise(HIGHER)
    take_back(1)
    entry = read("/en").entries[0]
    assert entry.summary.startswith("Revision 3 restores the figures of revision 1. Figures corrected: 1.")
    assert entry.id.endswith(":en/corrections/par-index-2024-3")


def test_an_empty_feed_is_sound_and_stands_still(read, client):
    found = read()
    assert found.entries == []
    assert client.get("/corrections.atom").content == client.get("/corrections.atom").content


@pytest.mark.parametrize("address", ["/", "/rankings/papi/2023/", "/en/corrections/"])
def test_every_page_leads_to_the_feed(client, country, address):
    text = client.get(address).content.decode()
    prefix = "/en" if address.startswith("/en") else ""
    assert f'<link rel="alternate" type="application/atom+xml" href="{prefix}/corrections.atom"' in text
    assert f'href="{prefix}/corrections/"' in text


def test_a_page_without_corrections_says_so(client, country):
    assert "Chưa có đính chính nào" in client.get("/corrections/").content.decode()
    assert "Nothing has been corrected yet" in client.get("/en/corrections/").content.decode()


def test_the_page_lists_figures_before_and_after(client, country):
    revise(HIGHER)
    text = client.get("/corrections/").content.decode()
    ranks = '<span class="sub">thứ hạng 1/6</span><span class="sub">thứ hạng trong vùng 1/3</span>'
    assert f'<td class="n">84,00 điểm{ranks}</td><td class="n">85,00 điểm{ranks}</td>' in text


def test_the_page_counts_what_was_added(client, country):
    revise(COME)
    assert "Bổ sung 1 số liệu của 1 tỉnh, thành phố." in client.get("/corrections/").content.decode()


def test_a_filter_that_means_nothing_is_named(client, country):
    text = client.get("/corrections/?series=nothing&year=x").content.decode()
    assert "Bộ lọc &quot;nothing&quot; không dùng được" in text.replace('"nothing"', "&quot;nothing&quot;")


def test_pages_keep_their_filter(client, country):
    for _turn in range(11):
        revise(HIGHER)
    assert 'href="?series=par-index&amp;page=2"' in client.get("/corrections/?series=par-index").content.decode()


def test_a_name_that_looks_like_markup_is_text(client, country):
    publish_reason = "<script>alert(1)</script>"
    revise(HIGHER, reason_vi=publish_reason, reason_en=publish_reason)
    assert "<script>alert" not in client.get("/corrections/").content.decode()
    assert "<script>alert" not in client.get("/rankings/par-index/2024/").content.decode()
