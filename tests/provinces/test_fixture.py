"""What stands in fixtures/provinces.json and fixtures/districts.json."""

import json
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.serializers import serialize

from provinces.models import Alias, District, Membership, OldSlug, Province, Region, Status, Succession
from provinces.names import search_key, sort_key
from provinces.spelling import tight

FIXTURE = Path(__file__).parents[2] / "fixtures" / "provinces.json"
DISTRICTS = FIXTURE.with_name("districts.json")
MODELS = (Region, Province, Membership, Status, Succession, District, Alias, OldSlug)
FAR_BACK, FAR_AHEAD = date(1900, 1, 1), date(2100, 1, 1)
ROWS = json.loads(FIXTURE.read_text())


def rows_of(model):
    return [row["fields"] for row in ROWS if row["model"] == f"provinces.{model}"]


def everything():
    """The eight tables as they stand, row by row in their natural keys."""
    tables = (serialize("json", model.objects.order_by("pk"), use_natural_foreign_keys=True) for model in MODELS)
    return [json.loads(table) for table in tables]


def disjoint(periods):
    """Whether each period ends before the next begins."""
    bounds = sorted((period.first_day or FAR_BACK, period.last_day or FAR_AHEAD) for period in periods)
    return all(before[1] < after[0] for before, after in pairwise(bounds))


def test_it_has_every_row():
    counted = Counter(row["model"].removeprefix("provinces.") for row in ROWS)
    assert counted == {
        "region": 12,
        "province": 86,
        "membership": 97,
        "status": 10,
        "succession": 52,
        "alias": 15,
        "oldslug": 1,
    }


def test_its_keys_are_those_the_code_makes():
    for row in rows_of("province"):
        assert (row["search_key"], row["sort_key"]) == (search_key(row["name_vi"]), sort_key(row["name_vi"]))
    for row in rows_of("status") + [row["fields"] for row in json.loads(DISTRICTS.read_text())]:
        assert row["search_key"] == search_key(row["name_vi"])
    for row in rows_of("alias"):
        assert row["search_key"] == search_key(row["name"])


def test_it_is_written_as_its_letters_one_row_after_another():
    assert FIXTURE.read_text() == json.dumps(ROWS, ensure_ascii=False, indent=1) + "\n"


def test_every_province_and_region_names_its_source():
    assert all(row["source"] for row in rows_of("province") + rows_of("region"))


@pytest.mark.thorough
def test_loading_it_again_changes_nothing(real_provinces):
    before = everything()
    call_command("loaddata", FIXTURE, verbosity=0)
    assert everything() == before


@pytest.mark.parametrize(("day", "count"), [(date(2024, 12, 31), 63), (date(2025, 7, 1), 34)])
def test_the_country_is_complete_on_a_day(real_provinces, day, count):
    assert Province.objects.on(day).count() == count


def test_the_lives_of_one_name_do_not_overlap(real_provinces):
    for name in {province.name_vi for province in Province.objects.all()}:
        assert disjoint(Province.objects.filter(name_vi=name)), name


def test_the_periods_of_one_province_do_not_overlap(real_provinces):
    for province in Province.objects.prefetch_related("memberships", "statuses"):
        assert disjoint(province.memberships.all()), province
        assert disjoint(province.statuses.all()), province


def test_statuses_fill_the_life_of_their_province(real_provinces):
    for province in Province.objects.filter(statuses__isnull=False).distinct():
        statuses = sorted(province.statuses.all(), key=lambda status: status.first_day or FAR_BACK)
        assert (statuses[0].first_day, statuses[-1].last_day) == (province.first_day, province.last_day)
        for before, after in pairwise(statuses):
            assert after.first_day - before.last_day == timedelta(days=1)


def test_memberships_keep_within_the_days_of_their_region(real_provinces):
    for membership in Membership.objects.select_related("region"):
        region = membership.region
        assert (membership.first_day, membership.last_day) == (region.first_day, region.last_day)


def test_the_regions_of_63_end_with_them_and_the_new_ones_begin_in_october(real_provinces):
    days = Counter(Region.objects.values_list("first_day", "last_day"))
    assert days == {(None, date(2025, 6, 30)): 6, (date(2025, 10, 5), None): 6}


def test_52_provinces_were_merged_into_23(real_provinces):
    assert Succession.objects.count() == 52
    assert Succession.objects.values("predecessor").distinct().count() == 52
    assert Succession.objects.values("successor").distinct().count() == 23


def test_every_ended_province_has_a_successor_that_begins_the_day_after(real_provinces):
    ended = Province.objects.filter(last_day__isnull=False)
    for province in ended.prefetch_related("became__successor"):
        (succession,) = province.became.all()
        assert succession.day == succession.successor.first_day == province.last_day + timedelta(days=1)


def test_every_new_province_keeps_the_name_of_a_predecessor(real_provinces):
    for province in Province.objects.filter(first_day__isnull=False):
        predecessors = Province.objects.filter(became__successor=province)
        assert province.name_vi in {predecessor.name_vi for predecessor in predecessors}


def test_no_alias_repeats_what_the_names_give_already(real_provinces):
    for alias in Alias.objects.select_related("province"):
        names = [alias.province.name_vi, alias.province.name_en]
        names += alias.province.statuses.values_list("name_vi", flat=True)
        assert tight(alias.name) not in {tight(name) for name in names}


def test_no_spelling_means_two_provinces_of_one_day(real_provinces, register):
    for day in (date(2024, 12, 31), date(2025, 7, 1)):
        for alias in Alias.objects.filter(province__in=Province.objects.on(day), merged_on=None):
            assert register.resolve(alias.name, day).pk == alias.province_id


def test_every_one_of_the_63_had_districts_until_june_2025(real_provinces):
    assert Counter(District.objects.values_list("kind", flat=True)) == {
        "district": 508,
        "city": 87,
        "town": 52,
        "urban": 49,
    }
    assert set(District.objects.values_list("first_day", "last_day")) == {(None, date(2025, 6, 30))}
    owners = set(District.objects.values_list("province__slug", flat=True))
    assert owners == set(Province.objects.on(date(2025, 6, 30)).values_list("slug", flat=True))


def test_lap_thach_was_a_district_of_vinh_phuc_until_june_2025(real_provinces):
    district = District.objects.get(slug="lap-thach")
    assert (district.province.slug, district.last_day) == ("vinh-phuc", date(2025, 6, 30))
