from datetime import date
from unicodedata import normalize

import pytest

from provinces.models import Province
from provinces.names import Register, UnknownName, nearest, resolve

IN_2022 = date(2022, 12, 31)
LAST_OF_63 = date(2025, 6, 30)
FIRST_OF_34 = date(2025, 7, 1)


def slugs(provinces):
    return [province.slug for province in provinces]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Long An", "long-an"),
        ("long-an", "long-an"),
        ("  LONG\u00a0 an ", "long-an"),
        ("Tỉnh Long An", "long-an"),
        (normalize("NFD", "Đắk Lắk"), "dak-lak"),
        ("Đắc Lắc", "dak-lak"),
        ("Đăk Lăk", "dak-lak"),
        ("Daknong", "dak-nong"),
        ("Bắc Cạn", "bac-kan"),
        ("Hoà Bình", "hoa-binh"),
        ("Kontum", "kon-tum"),
        ("TP Đà Nẵng", "da-nang"),
        ("Thành phố Hải Phòng", "hai-phong"),
        ("Thủ đô Hà Nội", "ha-noi"),
        ("Hanoi", "ha-noi"),
        ("Bà Rịa–Vũng Tàu", "ba-ria-vung-tau"),
        ("BRVT", "ba-ria-vung-tau"),
        ("Thừa Thiên - Huế", "hue"),
        ("TT. Huế", "hue"),
        ("TP.HCM", "ho-chi-minh"),
        ("TP. HCM", "ho-chi-minh"),
        ("TPHCM", "ho-chi-minh"),
        ("HCMC", "ho-chi-minh"),
        ("Ho Chi Minh City", "ho-chi-minh"),
        ("Tp. Hồ Chí Minh", "ho-chi-minh"),
        ("Sài Gòn", "ho-chi-minh"),
    ],
)
def test_resolve_knows_a_name_however_it_is_written(register, name, slug):
    assert register.resolve(name, IN_2022).slug == slug


@pytest.mark.parametrize(
    ("day", "slug"), [(IN_2022, "tay-ninh"), (LAST_OF_63, "tay-ninh"), (FIRST_OF_34, "tay-ninh-2025")]
)
def test_resolve_chooses_the_life_of_that_day(register, day, slug):
    assert register.resolve("Tây Ninh", day).slug == slug


def test_resolve_finds_the_same_row_under_its_old_and_its_new_name(register):
    assert register.resolve("Thừa Thiên Huế", date(2024, 12, 31)) == register.resolve("Huế", date(2025, 1, 1))


def test_every_slug_resolves_to_its_own_row_on_its_first_and_last_day(register):
    for province in Province.objects.all():
        for day in {province.first_day or IN_2022, province.last_day or FIRST_OF_34}:
            assert register.resolve(province.slug, day) == province


def test_a_name_of_another_day_is_told_from_a_name_of_no_day(register):
    with pytest.raises(UnknownName) as long_an:
        register.resolve("Long An", date(2025, 12, 31))
    with pytest.raises(UnknownName) as nowhere:
        register.resolve("Atlantis", IN_2022)
    assert slugs(long_an.value.elsewhere) == ["long-an"]
    assert nowhere.value.elsewhere == []


def test_a_merged_name_suggests_its_successor(register):
    with pytest.raises(UnknownName) as error:
        register.resolve("Long An", date(2025, 12, 31))
    assert error.value.suggestions[0].slug == "tay-ninh-2025"


@pytest.mark.parametrize("day", [IN_2022, FIRST_OF_34])
def test_a_unit_that_was_merged_before_all_days_is_asked_about_and_not_read(register, day):
    with pytest.raises(UnknownName) as error:
        register.resolve("Tỉnh Hà Tây", day)
    assert slugs(error.value.suggestions) == ["ha-noi"]


def test_a_slug_of_the_later_era_suggests_the_life_of_that_day(register):
    with pytest.raises(UnknownName) as error:
        register.resolve("tay-ninh-2025", IN_2022)
    assert slugs(error.value.elsewhere) == ["tay-ninh-2025"]
    assert set(slugs(error.value.suggestions)) >= {"long-an", "tay-ninh"}


@pytest.mark.parametrize("day", [IN_2022, FIRST_OF_34])
def test_suggestions_existed_on_that_day(register, day):
    with pytest.raises(UnknownName) as error:
        register.resolve("Tây Nin", day)
    assert error.value.suggestions
    assert all(province.exists_on(day) for province in error.value.suggestions)


def test_the_error_names_the_name_and_the_day(register):
    with pytest.raises(UnknownName, match="'Quang' was not a province on 2022-12-31"):
        register.resolve("Quang", IN_2022)


@pytest.mark.parametrize("name", ["", " ", "%", "_", "Tỉnh", "\x00", "日本", "a" * 10_000])
def test_nonsense_is_an_unknown_name(register, name):
    with pytest.raises(UnknownName):
        register.resolve(name, IN_2022)


def test_nearest_forgives_a_slip(register):
    assert slugs(register.nearest("lonh an"))[0] == "long-an"
    assert slugs(register.nearest("Tay Nin"))[:2] == ["tay-ninh", "tay-ninh-2025"]


def test_nearest_gives_as_many_as_asked_and_none_for_nonsense(register):
    assert len(register.nearest("quang n", 2)) == 2
    assert register.nearest("xyzzy") == []


def test_the_short_forms_read_the_database(real_provinces):
    assert resolve("sai gon", IN_2022).slug == "ho-chi-minh"
    assert slugs(nearest("da-nagn", 2)) == ["da-nang", "da-nang-2025"]


def test_a_register_costs_the_same_queries_for_any_number_of_names(real_provinces, django_assert_num_queries):
    with django_assert_num_queries(4):
        register = Register.read()
        assert [register.resolve(name, IN_2022) for name in ("Long An", "Huế", "TPHCM")]
