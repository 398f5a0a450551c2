"""Corrections of the imaginary country: its files with other words in them, published anew."""

from indicators.intake.loading import repeat
from indicators.models import Edition

from .country import FILES, REASON, TERMS, publish

HIGHER = ("84.00,%,,1,1", "85.00,%,,1,1")  # An Bình 85.00 in place of 84.00
SWAPPED = [("84.00,%,,1,1", "81.00,%,,2,1"), ("bao-son,,,overall,82.0,%,,2", "bao-son,,,overall,82.0,%,,1")]
GONE = ("ea-loc,,,overall,,,,,2,,,paper,,,\n", "")  # Êa Lộc's rank in its region
COME = (",,mean,,81.25", "gia-thuy,,,procedures,30.00,points,40,,,,,paper,,,\n,,mean,,81.25")  # a part of Gia Thủy
MEAN = (",,mean,,81.25", ",,mean,,81.26")
NOTED = ("In nhầm,Misprint", "In sai,Misprint")
LOWER = ("42.0000", "40.5000")  # papi 2023: An Bình falls to second, Bảo Sơn rises to first


def revise(*words, series="par-index", year=2024, **terms):
    """Publish a year's file again with other words in it, old -> new each."""
    content = FILES[series, year]
    for old, new in words:
        assert old in content
        content = content.replace(old, new)
    return publish(content, series, year, **TERMS.get((series, year), {}) | terms)


def take_back(revision, series="par-index", year=2024, **reason):
    """Publish the figures of an earlier revision again."""
    again = repeat(Edition.objects.of(series, year).get(revision=revision), **REASON | reason)
    again.publish()
    return again


def withdraw(series="par-index", year=2024):
    edition = Edition.objects.published().get(series__slug=series, year=year)
    edition.withdraw(None, "Bộ thu hồi quyết định", "The ministry withdrew its decision")
    return edition
