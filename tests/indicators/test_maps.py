"""The map: every province of the day in its class, each a link that says its figure; nothing drawn of too few."""

import gzip
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from defusedxml.ElementTree import fromstring

from indicators import map_charts, svg
from indicators.statistics import classes
from indicators.svg.maps import shapes
from indicators.svg.marks import breadth
from indicators.svg.tiles import cells, fitting
from tools.make_maps import made

MOST = 8192  # bytes of one map, compressed
CRITERION = SimpleNamespace(component=SimpleNamespace(slug="overall"), name_vi="Điểm", name_en="Score")
ERAS = {"63": "2024-12-31", "34": "2025-12-31"}


def edition(era, method="compiled"):
    series = SimpleNamespace(slug="papi", short="PAPI", publisher_vi="Nơi công bố", publisher_en="Publisher")
    return SimpleNamespace(
        series=series, year=int(ERAS[era][:4]), as_of=date.fromisoformat(ERAS[era]), method=method, ranked=int(era)
    )


def rows(era, known=None):
    """A score for so many provinces of an era, from 40.00 upwards by 0.25."""
    slugs = sorted(shapes(era))
    known = len(slugs) if known is None else known
    return [
        {
            "province": slug,
            "name": slug.title(),
            "score": Decimal("40") + Decimal("0.25") * index if index < known else None,
            "unit": "points" if index < known else None,
            "printed": None,
            "rank": None,
        }
        for index, slug in enumerate(slugs)
    ]


@pytest.fixture(params=ERAS)
def era(request):
    return request.param


def test_every_province_of_the_era_has_a_shape_and_a_tile(era):
    assert set(shapes(era)) == set(cells(era)) == provinces_on(ERAS[era])


def test_the_outlines_are_made_of_the_larger_drawings(era):
    larger, drawn = (Path(f"fixtures/maps/{folder}provinces-{era}.svg").read_text() for folder in ("larger/", ""))
    assert made(larger) == drawn


def provinces_on(day):
    """The slugs of the provinces of a day, from the portal's own list."""
    found = json.loads(Path("fixtures/provinces.json").read_text())
    fields = [each["fields"] for each in found if each["model"] == "provinces.province"]
    lives = [(each["slug"], each["first_day"] or "", each["last_day"] or "9999") for each in fields]
    return {slug for slug, first, last in lives if first <= day <= last}


def test_every_province_is_a_link_that_says_its_score(era):
    chart = map_charts.shaded(edition(era), CRITERION, rows(era, known=30))
    for drawing in re.findall("<svg.*?</svg>", svg.draw(chart), re.S):
        titles = {link.get("href"): link[0].text for link in fromstring(drawing).iter("a")}
        assert titles == {
            f"/provinces/{unit['province']}/": f"{unit['name']}: {unit['printed'] or 'chưa tìm thấy điểm'}"
            for unit in chart["units"]
        }


def test_classes_hold_what_the_legend_counts(era):
    chart = map_charts.shaded(edition(era), CRITERION, rows(era, known=30))
    drawn = fromstring(re.search("<svg.*?</svg>", svg.draw(chart), re.S)[0])
    groups = {group.get("class"): len(group) for group in drawn.iter("g")}
    counts = [int(re.search(r"\((\d+) tỉnh\)$", words)[1]) for _group, words in chart["legend"]]
    assert [groups[f"q{group}"] for group in (5, 4, 3, 2, 1, 0)] == counts
    assert sum(counts) == len(shapes(era))


def test_both_archipelagos_are_named_with_their_province(era):
    drawn = svg.draw(map_charts.shaded(edition(era), CRITERION, rows(era)))
    for words in ("Quần đảo Hoàng Sa", "(TP. Đà Nẵng)", "Quần đảo Trường Sa", "(Khánh Hòa)"):
        assert words in drawn


def test_a_map_is_small(era):
    drawn = re.search("<svg.*?</svg>", svg.draw(map_charts.shaded(edition(era), CRITERION, rows(era))), re.S)[0]
    assert len(gzip.compress(drawn.encode())) <= MOST


def test_too_few_scores_and_two_units_are_not_drawn():
    assert map_charts.shaded(edition("63"), CRITERION, rows("63", known=19)) is None
    mixed = rows("63")
    mixed[0]["unit"] = "%"
    assert map_charts.shaded(edition("63"), CRITERION, mixed) is None


def test_a_country_with_a_province_that_has_no_outline_is_not_drawn():
    changed = [*rows("63"), rows("63")[0] | {"province": "tinh-moi", "name": "Tỉnh Mới"}]
    assert map_charts.shaded(edition("63"), CRITERION, changed) is None


def test_scores_that_hardly_differ_have_no_classes():
    assert classes([Decimal("0.5")] * 60 + [Decimal("0.6")]) == []


def test_whom_the_map_does_not_know_is_said():
    few, many = (map_charts.shaded(edition("63"), CRITERION, rows("63", known=known)) for known in (61, 30))
    assert few["alt"] == f"Chưa tìm thấy điểm: {', '.join(row['name'] for row in rows('63')[61:])}."
    assert many["alt"] == "Chưa tìm thấy điểm: 33 tỉnh, thành phố."


def test_the_highest_of_a_part_is_called_the_highest_of_that_part():
    whole, part = (map_charts.shaded(edition("63"), CRITERION, rows("63", known=known)) for known in (63, 30))
    assert whole["title"].startswith("Yen-Bai cao nhất với 55,50 điểm; ")
    assert part["title"].startswith("Hoa-Binh cao nhất trong 30/63 nơi biết điểm: 47,25 điểm; ")


def test_an_announced_score_keeps_its_digits():
    announced = [row | {"printed": row["score"] and f"{row['score']:.1f}"} for row in rows("63", known=40)]
    first = map_charts.shaded(edition("63", "announced"), CRITERION, announced)["units"][-24]
    assert (first["name"], first["printed"], first["short"]) == ("An-Giang", "40,0", "40,0")
    whole = [row | {"printed": row["score"] and f"{row['score']:.0f}"} for row in rows("63", known=40)]
    first = map_charts.shaded(edition("63", "announced"), CRITERION, whole)["units"][-24]
    assert (first["printed"], first["short"]) == ("40", "40")


def test_ranks_are_drawn_in_fifths_where_too_few_scores_are_known():
    """Of 63 places the fifths end at 13, 26, 38 and 51."""
    ranked = [row | {"rank": place} for place, row in enumerate(rows("63", known=0), start=1)]
    some = [
        row if row["rank"] in (1, 13, 14, 26, 27, 38, 39, 51, 52, 63, *range(2, 12)) else row | {"rank": None}
        for row in ranked
    ]
    chart = map_charts.shaded(edition("63", "announced"), CRITERION, some)
    groups = {unit["value"]: unit["group"] for unit in chart["units"] if unit["group"]}
    assert [groups[rank] for rank in (1, 13, 14, 26, 27, 38, 39, 51, 52, 63)] == [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]
    assert [words for _group, words in chart["legend"]][::4] == ["hạng 1 đến 13 (12 tỉnh)", "hạng 52 đến 63 (2 tỉnh)"]
    assert chart["units"][0]["printed"] == "1/63"


def test_computed_positions_are_never_drawn_as_ranks():
    placed = [row | {"rank": place} for place, row in enumerate(rows("63", known=0), start=1)]
    assert map_charts.shaded(edition("63", "compiled"), CRITERION, placed) is None


def test_readers_go_from_the_highest_to_the_lowest_and_then_to_the_unknown(era):
    chart = map_charts.shaded(edition(era), CRITERION, rows(era, known=30))
    drawn = fromstring(re.search("<svg.*?</svg>", svg.draw(chart), re.S)[0])
    known = [link.get("href") for link in drawn.iter("a")][:30]
    assert known == [f"/provinces/{slug}/" for slug in sorted(shapes(era))[29::-1]]


def test_what_a_reader_asked_for_has_an_edge_of_its_own(era):
    chosen = sorted(shapes(era))[3]
    chart = map_charts.shaded(edition(era), CRITERION, rows(era), [chosen])
    assert svg.draw(chart).count('class="mine"') == 2
    assert chart["caption"].endswith(f"viền đậm là {chosen.title()}")


@pytest.mark.parametrize("name", ["Bà Rịa - Vũng Tàu", "Thừa Thiên Huế", "TP. Hồ Chí Minh", "Điện Biên", "Hải Dương"])
def test_a_name_keeps_to_its_tile(name):
    lines, size = fitting(name)
    assert max(breadth(line, size * 0.93) for line in lines) <= 45
    assert len(lines) <= 2
