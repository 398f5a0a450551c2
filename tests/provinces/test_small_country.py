"""What a few invented provinces show of search, names and the gazetteer."""

from datetime import date

import pytest

from provinces.gazetteer import Gazetteer
from provinces.models import Province
from provinces.names import UnknownName, resolve

IN_2022 = date(2022, 12, 31)


def settled(*names):
    """Provinces of these names, p0, p1, ..."""
    return [
        Province.objects.create(slug=f"p{n}", name_vi=name, kind="province", gso_code="01")
        for n, name in enumerate(names)
    ]


def test_the_same_name_comes_before_beginnings_and_those_before_later_words(db):
    settled("Ba An", "An Giang", "Ân", "Bắc Giang An", "Anh Đào")
    answers = [(province.name_vi, province.closeness) for province in Province.objects.search("an")]
    assert answers == [("Ân", 0), ("An Giang", 1), ("Anh Đào", 1), ("Ba An", 2), ("Bắc Giang An", 2)]


def test_an_alias_of_two_provinces_of_a_day_suggests_both(db):
    provinces = settled("An Bình", "Bảo Sơn")
    for province in provinces:
        province.aliases.create(name="Đồng Bằng")
    with pytest.raises(UnknownName) as error:
        resolve("dong bang", IN_2022)
    assert error.value.suggestions == provinces


def test_two_provinces_with_one_alias_are_both_found(db):
    provinces = settled("An Bình", "Bảo Sơn")
    for province in provinces:
        province.aliases.create(name="Đồng Bằng")
        province.aliases.create(name="Đồng Bằng Lớn")
    assert list(Province.objects.search("đồng")) == provinces


def test_one_province_costs_the_gazetteer_as_many_queries_as_63(db, django_assert_num_queries):
    (province,) = settled("An Bình")
    with django_assert_num_queries(2):
        place = Gazetteer.read().place("p0", IN_2022)
    assert (place.pk, place.region, place.era) == (province.pk, None, "both")
