"""Where the pictures of a page's charts are."""

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.html import format_html

register = template.Library()

HEIGHTS = {"components": 940, "ranks": 420, "regions": 760, "lines": 640, "map": 1060, "smalls": 980, "top": 760}
USUAL = 560
"""Pixels that a frame of 360 pixels takes in height."""


@register.simple_tag(takes_context=True)
def picture_addresses(context, chart):
    """{svg, embed: addresses; code: what shows it in another page} of a chart; None where pages have no pictures."""
    request = context.request
    try:
        match = resolve(request.path_info)
        parts = {name: value for name, value in match.kwargs.items() if name not in ("format", "chart")}
        parts |= {"chart": chart["id"]}
        svg = reverse(f"{match.url_name}-picture", kwargs=parts | {"format": "svg"})
        embed = reverse(f"{match.url_name}-embed", kwargs=parts)
    except (NoReverseMatch, Resolver404):
        return None
    query = request.GET.urlencode()
    asked = f"?{query}" if query else ""
    return {"svg": svg + asked, "embed": embed + asked, "code": code(chart, embed + asked)}


def code(chart, address):
    height = HEIGHTS.get(chart["kind"], USUAL)
    return format_html(
        '<iframe src="{}{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>',
        settings.SITE_URL,
        address,
        chart["title"],
        height,
    )
