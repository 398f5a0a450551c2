from django.shortcuts import render
from django.utils import timezone

from .. import map_charts, overviews, reports, sentences, svg
from .answer import published

RECENT = 5  # publications told as new


def home(request):
    """Find my province; the newest edition of each series, who leads, who moved."""
    catalogue = published(request)
    blocks = [block(catalogue, newest) for newest in reports.newest(catalogue)]
    blocks.sort(key=lambda each: each["map"] is None)  # what can be seen of the whole country first
    context = {
        "blocks": blocks,
        "recent": recent(catalogue),
        "places": catalogue.gazetteer.on(timezone.localdate()),
    }
    return render(request, "indicators/home.html", context)


def recent(catalogue):
    """The editions of indices that were published last, the newest year first among those of one day."""
    indices = [each for each in catalogue.once_public if catalogue.is_current(each)]
    day = {each.pk: timezone.localdate(each.published_at) for each in indices}
    ordered = sorted(indices, key=lambda each: (day[each.pk], each.year), reverse=True)
    return [{"edition": each, "day": day[each.pk]} for each in ordered[:RECENT]]


def block(catalogue, newest):
    chart = map_charts.shaded(newest.edition, newest.criterion, newest.everywhere)
    return {
        "map": chart and {"chart": chart, "drawing": svg.draw(chart)},
        "newest": newest,
        "coverage": svg.coverage(newest.known, newest.of),
        "announced": sentences.announced(newest.edition),
        "lead": overviews.of_newest(newest),
        "caution": sentences.caution(catalogue, newest.edition),
    }
