"""Where the pictures of a page's charts are."""

from django.conf import settings
from django.template import Library
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.html import format_html

register = Library()

HEIGHTS = {"components": 940, "ranks": 420, "regions": 760, "lines": 640, "map": 1060, "smalls": 980, "top": 760}
USUAL = 560
"""Pixels that a frame of 360 pixels takes in height."""


CARDS = {"province": "province-picture", "ranking": "ranking-picture", "province-edition": "ranking-picture"}
"""The pages that have a card: a province in one edition has that of the edition."""
DRAWN = ("province", "ranking")
"""The pages whose charts are drawn as PNG files too."""


@register.simple_tag(takes_context=True)
def picture_addresses(context, chart):
    """{svg, png, embed: addresses; code: what shows the chart in another page}; None where pages have no pictures.

    `png` only where it is drawn. A chart that names what it answers (`asked`, a query string) is not asked more.
    """
    request = context.request
    try:
        match = resolve(request.path_info)
        parts = {name: value for name, value in match.kwargs.items() if name not in ("format", "chart")}
        parts |= {"chart": chart["id"]}
        svg = reverse(f"{match.url_name}-picture", kwargs=parts | {"format": "svg"})
        embed = reverse(f"{match.url_name}-embed", kwargs=parts)
    except (NoReverseMatch, Resolver404):
        return None
    query = chart.get("asked", request.GET.urlencode())
    asked = f"?{query}" if query else ""
    png = svg.removesuffix("svg") + "png" if match.url_name in DRAWN and not asked else None
    return {"svg": svg + asked, "png": png, "embed": embed + asked, "code": code(chart, embed + asked)}


@register.simple_tag(takes_context=True)
def card_address(context):
    """Where the card of a page is, for those who pass its address on; "" where it has none."""
    try:
        match = resolve(context.request.path_info)
    except Resolver404:
        return ""
    parts = {name: value for name, value in match.kwargs.items() if name not in ("format", "chart")}
    if match.url_name == "province-edition":
        parts.pop("slug")
    route = CARDS.get(match.url_name)
    return settings.SITE_URL + reverse(route, kwargs=parts | {"chart": "card", "format": "png"}) if route else ""


def code(chart, address):
    height = HEIGHTS.get(chart["kind"], USUAL)
    return format_html(
        '<iframe src="{}{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>',
        settings.SITE_URL,
        address,
        chart["title"],
        height,
    )
