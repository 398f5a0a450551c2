"""What a chart says of itself where it stands alone, away from its page: whence its figures come, of which day."""

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import svg
from .templatetags.formats import day
from .top import top_body

LAST_LETTER = "\u2e80"  # where the letters of East Asia begin
NAMED = 4
"""So many sources are named; more are counted, and listed at the address."""


def framed(report, chart, catalogue):
    """What a frame of the chart says: {title, chart, drawing or table, foot}."""
    foot = [sources(report, chart), chart.get("credit"), dated(report, catalogue)]
    context = {"title": over(report, chart), "chart": chart, "foot": foot}
    if chart["kind"] == "top":
        return context | {"table": top_body(chart)}
    return context | {"drawing": svg.draw(chart), "looks": looks(chart)}


def looks(chart):
    """The marks of the places in small drawings, with their names: those drawings have no room for them."""
    if chart["kind"] != "smalls":
        return []
    return [{"key": svg.key(each["role"]), "name": each["name"]} for each in chart["items"][0]["series"]]


def file(report, chart, catalogue, address):
    """The chart of a report as an SVG file (text). `address`: of its page, without the host."""
    foot = [sources(report, chart), chart.get("credit"), dated(report, catalogue)]
    if chart["kind"] == "card":
        return svg.card(chart, _("Chỉ số cải cách các tỉnh"), [dated(report, catalogue)], settings.SITE_URL + address)
    said = {"alt": svg.told_of_map(chart)} if chart["kind"] == "map" else {}
    return svg.alone(chart | said, svg.drawn_once(chart), over(report, chart), foot, settings.SITE_URL + address)


def stays(address, edition, asked=""):
    """The address of a page with what was asked of it; of an edition, in its revision."""
    query = QueryDict(asked, mutable=True)
    if edition:
        query["revision"] = edition.revision
    return f"{address}?{query.urlencode()}" if query else address


def card(title, sentence, figures):
    """The description of a page's card. `figures`: as of key figures, the first four are shown."""
    return {"kind": "card", "id": "card", "title": title, "alt": sentence, "figures": figures[:4]}


def over(report, chart):
    """What a chart is about, above its title: the title of its page, and the edition."""
    about = chart.get("about", "")
    return report.title if about in report.title else f"{report.title}, {about}"


def sources(report, chart):
    """Who printed the figures of a chart."""
    known = [source for source in report.sources if source["mark"] in chart.get("marks", ())]
    names = list(dict.fromkeys(map(named, known))) or list(filter(None, [chart.get("whose")]))
    if not names:
        return ""
    told = "; ".join(names[:NAMED])
    more = len(names) - NAMED
    if more > 0:
        told = ngettext("%(told)s và %(more)d nguồn khác", "%(told)s và %(more)d nguồn khác", more) % {
            "told": told,
            "more": more,
        }
    return _("Nguồn: %(told)s. Nguồn của từng số liệu ghi ở địa chỉ dưới đây.") % {"told": told}


def named(source):
    """A source in few words: who published it and when, or its title; its slug where letters are not the font's."""
    name = source["publisher"] or (f"“{source['title']}”" if source["title"] else source["source"])
    name = name if max(name) < LAST_LETTER else source["source"]
    year = str(source["published"] or "")[:4]
    return f"{name} ({year})" if year and year not in name else name


def dated(report, catalogue):
    """Which revision the figures are of, or until when the portal's figures count."""
    edition = report.edition
    if edition:
        words = {"revision": edition.revision, "day": published_on(edition)}
        return _("Công bố trên Cổng: lần %(revision)s, %(day)s.") % words
    newest = catalogue.once_public[-1:]
    return _("Số liệu trên Cổng đến ngày %(day)s.") % {"day": published_on(newest[0])} if newest else ""


def published_on(edition):
    return day(timezone.localdate(edition.published_at)) if edition.published_at else _("bản nháp")
