"""Provinces of the imaginary country side by side."""

from indicators import compare_charts, reports
from indicators.catalogue import Catalogue

from ..country import LAST


def compared(*slugs, series="par-index", component="overall"):
    """The report of these provinces (as they were on the last day of the 63)."""
    catalogue = Catalogue()
    places = [catalogue.gazetteer.place(slug, LAST) for slug in slugs]
    (series,) = [each for each in catalogue.series if each.slug == series]
    return reports.compare(catalogue, places, series, component)


def drawn(*slugs, what="score", **question):
    """The description of their lines."""
    return compare_charts.lines(compared(*slugs, **question), Catalogue(), what)
