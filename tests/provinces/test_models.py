from datetime import date

import pytest
from django.db import IntegrityError, transaction

from provinces.models import District, Membership, Province, Region, Status, Succession
from provinces.names import search_key, sort_key

EARLY, MIDDLE, LATE = date(2020, 1, 1), date(2025, 6, 30), date(2025, 7, 1)


def province(slug, name, **more):
    fields = {"gso_code": "01", "name_en": name, "kind": "province", "source": "the map"} | more
    return Province.objects.create(slug=slug, name_vi=name, **fields)


@pytest.fixture
def an_binh(db):
    return province("an-binh", "An Bình")


@pytest.fixture
def plain(db):
    return Region.objects.create(slug="plain", name_vi="Đồng bằng", name_en="Plain", order=1, source="the map")


def refused(constraint):
    return pytest.raises(IntegrityError, match=constraint)


def repeated(table):
    """SQLite names the columns of a broken unique constraint, PostgreSQL the constraint: both hold the table."""
    return pytest.raises(IntegrityError, match=f"(?i)unique constraint.*{table}")


def test_saving_makes_the_keys_of_a_name(an_binh):
    assert (an_binh.search_key, an_binh.sort_key) == (search_key("An Bình"), sort_key("An Bình"))


def test_a_new_name_has_new_keys(an_binh):
    an_binh.name_vi = "Đông Hà"
    an_binh.save()
    an_binh.refresh_from_db()
    assert an_binh.search_key == "dong ha"


def test_bulk_creation_makes_the_keys_too(db):
    Province.objects.bulk_create([Province(slug="cao-hai", name_vi="Cao Hải", kind="province", gso_code="01")])
    assert Province.objects.get(search_key="cao hai").sort_key == sort_key("Cao Hải")


def test_a_province_exists_from_its_first_to_its_last_day(db):
    province("bao-son", "Bảo Sơn", first_day=EARLY, last_day=MIDDLE)
    days = [date(2019, 12, 31), EARLY, MIDDLE, LATE]
    assert [Province.objects.on(day).exists() for day in days] == [False, True, True, False]


def test_a_province_without_days_always_exists(an_binh):
    assert an_binh in Province.objects.on(date(1990, 1, 1))
    assert an_binh in Province.objects.on(date(2050, 1, 1))


def test_exists_on_agrees_with_the_query(db):
    provinces = [province("a", "A"), province("b", "B", last_day=MIDDLE), province("c", "C", first_day=LATE)]
    for day in (EARLY, MIDDLE, LATE):
        assert {p for p in provinces if p.exists_on(day)} == set(Province.objects.on(day))


def test_ordered_puts_the_earlier_of_two_lives_first(db):
    province("cao-hai-2025", "Cao Hải", first_day=LATE)
    province("cao-hai", "Cao Hải", last_day=MIDDLE)
    assert [p.slug for p in Province.objects.ordered()] == ["cao-hai", "cao-hai-2025"]


def test_no_two_provinces_share_a_slug(an_binh):
    with repeated("province.slug"), transaction.atomic():
        province("an-binh", "An Bình")


def test_a_life_does_not_end_before_it_begins(db):
    with refused("province_days_in_order"), transaction.atomic():
        province("bao-son", "Bảo Sơn", first_day=LATE, last_day=MIDDLE)


def test_a_kind_is_city_or_province(an_binh):
    with refused("province_kind_known"), transaction.atomic():
        province("bao-son", "Bảo Sơn", kind="county")
    with refused("status_kind_known"), transaction.atomic():
        Status.objects.create(province=an_binh, kind="county", name_vi="An Bình", name_en="An Binh")


def test_area_and_population_are_more_than_nothing(db):
    with refused("province_area_positive"), transaction.atomic():
        province("bao-son", "Bảo Sơn", area_km2=0)
    with refused("province_population_positive"), transaction.atomic():
        province("bao-son", "Bảo Sơn", population=0)


@pytest.mark.parametrize("first_day", [None, EARLY])
def test_a_province_joins_a_region_once_a_day(an_binh, plain, first_day):
    Membership.objects.create(province=an_binh, region=plain, first_day=first_day)
    with repeated("membership"), transaction.atomic():
        Membership.objects.create(province=an_binh, region=plain, first_day=first_day)


@pytest.mark.parametrize("first_day", [None, EARLY])
def test_a_province_has_one_status_from_a_day(an_binh, first_day):
    fields = {"province": an_binh, "name_vi": "An Bình", "name_en": "An Binh", "first_day": first_day}
    Status.objects.create(kind="province", **fields)
    with repeated("status"), transaction.atomic():
        Status.objects.create(kind="city", **fields)


def test_a_province_does_not_succeed_itself(an_binh):
    with refused("succession_of_another"), transaction.atomic():
        Succession.objects.create(predecessor=an_binh, successor=an_binh, day=LATE, document="a law")


def test_a_province_goes_into_another_once(an_binh):
    other = province("bao-son", "Bảo Sơn")
    Succession.objects.create(predecessor=an_binh, successor=other, day=LATE, document="a law")
    with repeated("succession"), transaction.atomic():
        Succession.objects.create(predecessor=an_binh, successor=other, day=EARLY, document="a law")


def test_a_district_is_one_of_its_province_only(an_binh):
    other = province("bao-son", "Bảo Sơn")
    for owner in (an_binh, other):
        District.objects.create(province=owner, slug="suoi-cat", name_vi="Suối Cát", name_en="Suoi Cat", last_day=LATE)
    with repeated("district"), transaction.atomic():
        District.objects.create(province=other, slug="suoi-cat", name_vi="Suối Cát", name_en="Suoi Cat", last_day=LATE)


def test_an_alias_stands_once_however_it_is_written(an_binh):
    an_binh.aliases.create(name="Sông-Lớn")
    with repeated("alias"), transaction.atomic():
        an_binh.aliases.create(name="song lon")


def test_natural_keys_find_their_rows(an_binh, plain):
    rows = [
        an_binh,
        plain,
        Membership.objects.create(province=an_binh, region=plain),
        Status.objects.create(province=an_binh, kind="city", name_vi="An Bình", name_en="An Binh", first_day=EARLY),
        Succession.objects.create(predecessor=an_binh, successor=province("b", "B"), day=LATE, document="a law"),
        District.objects.create(province=an_binh, slug="suoi-cat", name_vi="Suối Cát", last_day=LATE),
        an_binh.aliases.create(name="AB"),
    ]
    for row in rows:
        assert type(row).objects.get_by_natural_key(*row.natural_key()) == row
