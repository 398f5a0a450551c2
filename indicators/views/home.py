from django.shortcuts import render

from .. import map_charts, overviews, reports, sentences, svg
from .answer import published


def home(request):
    """Find my province; the newest edition of each series, who leads, who moved."""
    catalogue = published(request)
    blocks = [block(catalogue, newest) for newest in reports.newest(catalogue)]
    blocks.sort(key=lambda each: each["map"] is None)  # what can be seen of the whole country first
    return render(request, "indicators/home.html", {"blocks": blocks})


def block(catalogue, newest):
    chart = map_charts.shaded(newest.edition, newest.criterion, newest.everywhere)
    return {
        "map": chart and {"chart": chart, "drawing": svg.draw(chart)},
        "newest": newest,
        "announced": sentences.announced(newest.edition),
        "lead": overviews.of_newest(newest),
        "caution": sentences.caution(catalogue, newest.edition),
    }
