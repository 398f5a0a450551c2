"""What indices and ledgers speak of, found by its words however they are typed."""

from django.urls import reverse

from provinces.spelling import fold

from .models import Area, Statement
from .templatetags.formats import pick

SHORTEST = 3  # letters; fewer begin a word of nearly every name


def speaks_of(text, *names):
    """Whether one of the names has these words one after another, the last perhaps unfinished.

    >>> speaks_of("thu tuc", "Cải cách thủ tục hành chính"), speaks_of("tuc thu", "Thủ tục")
    (True, False)
    """
    wanted = fold(text)
    return len(wanted) >= SHORTEST and any(f" {wanted}" in f" {fold(name)}" for name in names)


def components(catalogue, text):
    """The components of every index that bore such a name under any rules, by their newest name."""
    found = []
    for series in catalogue.series:
        published = {slug for each in catalogue.editions_of(series.slug) for slug in catalogue.criteria(each)}
        for slug, criteria in catalogue.histories(series.slug).items():
            names = [name for each in criteria for name in (each.name_vi, each.name_en)]
            if slug in published and speaks_of(text, *names):
                url = reverse("component", args=[series.slug, slug])
                found.append({"url": url, "title": pick(criteria[-1], "name"), "series": series.short})
    return found


def measures(text):
    """What published targets and results are about: `title`, `area` and its name `area_name`; one query."""
    measured = Statement.objects.published().exclude(measure=None).order_by("measure__area", "measure__slug")
    named = measured.values_list("measure__name_vi", "measure__name_en", "measure__area", named=True).distinct()
    return [
        {"title": pick(each, "measure__name"), "area": each.measure__area, "area_name": Area(each.measure__area).label}
        for each in named
        if speaks_of(text, each.measure__name_vi, each.measure__name_en)
    ]
