from django.shortcuts import render

from .. import overviews, reports, sentences
from .answer import published


def home(request):
    """Find my province; the newest edition of each series, who leads, who moved."""
    catalogue = published(request)
    blocks = [block(catalogue, newest) for newest in reports.newest(catalogue)]
    return render(request, "indicators/home.html", {"blocks": blocks})


def block(catalogue, newest):
    return {
        "newest": newest,
        "announced": sentences.announced(newest.edition),
        "lead": overviews.of_newest(newest),
        "caution": sentences.caution(catalogue, newest.edition),
    }
