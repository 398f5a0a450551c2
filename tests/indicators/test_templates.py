"""Empty tables for clerks: filled in, they load as they are."""

import io

from openpyxl import load_workbook

from indicators.intake import template
from indicators.models import Series


def names(content):
    """What stands in the second column."""
    return [row[1].value for row in load_workbook(io.BytesIO(content)).active.iter_rows()]


def test_a_template_holds_the_provinces_of_its_year(land):
    series = Series.objects.get(slug="par-index")
    name, content = template(series, 2025)
    assert name == "par-index-2025.xlsx"
    assert names(content)[-3:] == ["An Bình", "Bảo Sơn", "Nam Lâm"]


def test_headings_and_names_stay_in_sight(land):
    _name, content = template(Series.objects.get(slug="par-index"), 2025)
    sheet = load_workbook(io.BytesIO(content)).active
    assert (sheet.title, sheet.freeze_panes, sheet["C1"].alignment.wrap_text) == ("par-index 2025", "C2", True)
    assert [sheet.column_dimensions[letter].width for letter in "AB"] == [6, 22]
