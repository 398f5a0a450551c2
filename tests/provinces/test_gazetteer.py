from datetime import date

import pytest

from provinces.gazetteer import Gazetteer
from provinces.models import Province

IN_2022, IN_2024 = date(2022, 12, 31), date(2024, 12, 31)
LAST_OF_63, FIRST_OF_34 = date(2025, 6, 30), date(2025, 7, 1)
LAST_WITHOUT_REGIONS, FIRST_OF_NEW_REGIONS = date(2025, 10, 4), date(2025, 10, 5)

SIXTY_THREE = """
    An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước,
    Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai,
    Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, TP. Hồ Chí Minh, Hưng Yên, Khánh Hòa,
    Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận,
    Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình,
    Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái
"""
THIRTY_FOUR = """
    An Giang, Bắc Ninh, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Nội,
    Hà Tĩnh, Hải Phòng, TP. Hồ Chí Minh, Huế, Hưng Yên, Khánh Hòa, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Nghệ An,
    Ninh Bình, Phú Thọ, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sơn La, Tây Ninh, Thái Nguyên, Thanh Hóa, Tuyên Quang,
    Vĩnh Long
"""
MEKONG_DELTA = """
    An Giang, Bạc Liêu, Bến Tre, Cà Mau, Cần Thơ, Đồng Tháp, Hậu Giang, Kiên Giang, Long An, Sóc Trăng, Tiền Giang,
    Trà Vinh, Vĩnh Long
"""


def listed(text):
    return [name.strip() for name in text.split(",")]


def names(places):
    return [place.name for place in places]


@pytest.mark.parametrize(("day", "expected"), [(IN_2024, SIXTY_THREE), (FIRST_OF_34, THIRTY_FOUR)])
def test_the_places_of_a_day_stand_in_vietnamese_order(gazetteer, day, expected):
    assert names(gazetteer.on(day)) == listed(expected)


def test_the_database_orders_as_python_does(real_provinces):
    in_python = sorted(Province.objects.all(), key=lambda province: (province.sort_key, str(province.first_day or "")))
    assert list(Province.objects.ordered()) == in_python


def test_the_database_orders_the_names_of_the_63_by_hand(real_provinces):
    by_name = [name for name in listed(SIXTY_THREE) if name != "Thừa Thiên Huế"]
    by_name.insert(by_name.index("Hưng Yên"), "Huế")
    expected = [name.removeprefix("TP. ") for name in by_name]
    assert [province.name_vi for province in Province.objects.on(LAST_OF_63).ordered()] == expected


@pytest.mark.parametrize(
    ("day", "count"), [(IN_2022, 63), (LAST_OF_63, 63), (FIRST_OF_34, 34), (date(2026, 12, 31), 34)]
)
def test_there_are_63_places_until_june_2025_and_34_since(gazetteer, day, count):
    assert len(gazetteer.on(day)) == count


@pytest.mark.parametrize(
    ("day", "cities"),
    [
        (IN_2024, 5),
        (date(2025, 1, 1), 6),
        (FIRST_OF_34, 6),
        (date(2026, 4, 30), 7),
        (date(2026, 9, 1), 8),
        (date(2026, 9, 20), 9),
    ],
)
def test_a_place_is_a_city_from_the_day_it_became_one(gazetteer, day, cities):
    assert sum(place.kind == "city" for place in gazetteer.on(day)) == cities


def test_hue_goes_by_the_name_and_kind_of_the_day(gazetteer):
    before, after = gazetteer.place("hue", IN_2024), gazetteer.place("hue", date(2025, 1, 1))
    assert (before.name, before.kind) == ("Thừa Thiên Huế", "province")
    assert (after.name, after.kind) == ("Huế", "city")
    assert before.pk == after.pk


def test_a_place_asked_on_a_day_outside_its_life_is_shown_as_it_was_nearest(gazetteer):
    ended, not_begun = gazetteer.place("long-an", date(2026, 1, 1)), gazetteer.place("dong-nai-2025", IN_2022)
    assert (ended.name, ended.region.slug) == ("Long An", "mekong-delta")
    assert (not_begun.name, not_begun.kind, not_begun.region) == ("Đồng Nai", "province", None)
    assert not ended.exists_on(date(2026, 1, 1))


def test_an_unknown_slug_is_no_place(gazetteer):
    assert "long-an" in gazetteer
    assert "atlantis" not in gazetteer
    with pytest.raises(KeyError):
        gazetteer.place("atlantis", IN_2022)


def test_the_mekong_delta_had_thirteen_provinces(gazetteer):
    delta = [place for place in gazetteer.on(IN_2022) if place.region.slug == "mekong-delta"]
    assert names(delta) == listed(MEKONG_DELTA)


@pytest.mark.parametrize("day", [FIRST_OF_34, LAST_WITHOUT_REGIONS])
def test_no_place_has_a_region_between_the_two_sets_of_regions(gazetteer, day):
    assert [place for place in gazetteer.on(day) if place.region] == []
    assert gazetteer.regions(day) == ()


@pytest.mark.parametrize("day", [IN_2022, LAST_OF_63, FIRST_OF_NEW_REGIONS, date(2026, 12, 31)])
def test_every_place_has_one_of_six_regions_on_all_other_days(gazetteer, day):
    assert len(gazetteer.regions(day)) == 6
    assert all(place.region in gazetteer.regions(day) for place in gazetteer.on(day))


@pytest.mark.parametrize(
    ("slug", "era", "namesake"),
    [
        ("long-an", "63", None),
        ("tay-ninh", "63", "tay-ninh-2025"),
        ("tay-ninh-2025", "34", "tay-ninh"),
        ("hue", "both", None),
    ],
)
def test_a_place_knows_its_era_and_its_namesake(gazetteer, slug, era, namesake):
    place = gazetteer.place(slug, IN_2022)
    assert (place.era, place.namesake) == (era, namesake)


def test_eleven_places_belong_to_both_eras(gazetteer):
    eras = [gazetteer.place(slug, IN_2022).era for slug in Province.objects.values_list("slug", flat=True)]
    assert [eras.count(era) for era in ("63", "34", "both")] == [52, 23, 11]


def test_a_merged_place_knows_its_successor_and_that_its_predecessors(gazetteer):
    merger = gazetteer.successor("long-an")
    assert (merger.successor, merger.day, merger.document) == (
        "tay-ninh-2025",
        FIRST_OF_34,
        "Nghị quyết 202/2025/QH15 (12/6/2025)",
    )
    assert gazetteer.place("long-an", IN_2022).successor == "tay-ninh-2025"
    assert gazetteer.place("tay-ninh-2025", FIRST_OF_34).predecessors == ("long-an", "tay-ninh")
    assert [merger.predecessor for merger in gazetteer.predecessors("phu-tho-2025")] == [
        "hoa-binh",
        "phu-tho",
        "vinh-phuc",
    ]


def test_an_unmerged_place_has_neither(gazetteer):
    place = gazetteer.place("ha-noi", FIRST_OF_34)
    assert (place.predecessors, place.successor) == ((), None)
    assert gazetteer.successor("ha-noi") is None


def test_the_directory_of_today_shows_both_eras_by_region(gazetteer):
    now, before = gazetteer.directory(date(2026, 11, 22))
    assert (now.era, before.era, before.day) == ("34", "63", LAST_OF_63)
    assert [len(group.places) for group in now.regions] == [9, 6, 5, 6, 3, 5]
    assert [len(group.places) for group in before.regions] == [14, 11, 14, 5, 6, 13]


def test_the_directory_of_a_day_without_regions_is_one_group(gazetteer):
    now, _ = gazetteer.directory(FIRST_OF_34)
    assert [(group.region, len(group.places)) for group in now.regions] == [(None, 34)]


def test_the_directory_of_a_day_before_the_merger_has_one_era(gazetteer):
    assert [(era.era, era.day) for era in gazetteer.directory(IN_2022)] == [("63", IN_2022)]


def test_the_gazetteer_is_read_in_two_queries(real_provinces, django_assert_num_queries):
    with django_assert_num_queries(2):
        gazetteer = Gazetteer.read()
        gazetteer.on(IN_2022)
        gazetteer.directory(FIRST_OF_34)
        gazetteer.place("long-an", IN_2022)
