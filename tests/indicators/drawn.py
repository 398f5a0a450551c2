"""Charts to draw, the plain and the awkward, and what a drawing holds once it is parsed."""

from defusedxml.ElementTree import fromstring

from indicators import svg
from indicators.svg.marks import breadth

SPACE = "{http://www.w3.org/2000/svg}"
SIZES = {"t": 12, "tk": 13, "tn": 13.5}
LONG_NAME = "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức"


def written(value):
    return None if value is None else str(value).replace(".", ",")


def series(role, name, values):
    return {"role": role, "name": name, "values": values, "printed": [written(value) for value in values]}


def score(years, values, mean=None, **more):
    lines = [series("province", "An Bình", values)]
    lines += [series("national", "trung bình cả nước", mean)] if mean else []
    words = {"id": "score", "title": "Điểm", "alt": "Điểm qua các năm", "unit": "điểm", "unknown": "chưa có"}
    return words | {"kind": "trend", "years": years, "reverse": False, "of": None, "series": lines} | more


def rank(years, values):
    lines = [series("province", "An Bình", values) | {"printed": [value and f"{value}/63" for value in values]}]
    return score(years, values) | {"id": "rank", "unit": "", "reverse": True, "of": 63, "series": lines}


def fingerprint(ranks, overall=8, names=None):
    names = names or [f"Lĩnh vực {index}" for index in range(len(ranks))]
    items = [
        {"name": name, "rank": place, "printed": place and f"{place}/63"}
        for name, place in zip(names, ranks, strict=True)
    ]
    words = {"id": "parts", "title": "Thành phần", "alt": "Thứ hạng", "unit": "", "unknown": "chưa có", "of": 63}
    return words | {"kind": "components", "overall": overall, "overall_label": f"chung: {overall}/63", "items": items}


def strip(known, mine=None):
    label = f"{mine}/63 Bà Rịa - Vũng Tàu" if mine else ""
    words = {"kind": "ranks", "id": "places", "title": "Bậc", "alt": "Bậc đã biết", "of": 63}
    return words | {"known": known, "mine": mine, "label": label}


def group(name, values, missing=()):
    places = [{"name": "Bà Rịa - Vũng Tàu", "value": value, "mine": index == 0} for index, value in enumerate(values)]
    return {"name": name, "places": places, "missing": list(missing)}


def regions(*groups):
    return {"kind": "regions", "id": "regions", "title": "Vùng", "alt": "Trung vị", "groups": list(groups)}


YEARS = list(range(2011, 2025))
BREAKS = [{"year": 2018, "label": "đổi bộ tiêu chí"}, {"year": 2022, "label": "đổi bộ tiêu chí"}]
STEADY = [36.5, 37.1, 36.9, 35.2, 36.3, 35.9, 37.6, 43.59, 41.7, 42.68, 42.11, 39.81, 40.83, 42.29]
HOLED = [None if index % 3 == 1 else value for index, value in enumerate(STEADY)]
CHARTS = {
    "score": score([2021, 2022], [87.2, 87.42], [86.37, 84.79], breaks=BREAKS),
    "many years": score(YEARS, STEADY, STEADY[::-1], breaks=BREAKS),
    "many gaps": score(YEARS, HOLED, STEADY, breaks=BREAKS),
    "one year": score([2024], [42.29]),
    "no known year": score([2021, 2022], [None, None]),
    "full marks": score([2021, 2022], [100.0, 100.0], high=100),
    "every other year": score(YEARS, [50.0, None] * 7),
    "rank": rank(YEARS, [1, 3, 2, 1, None, 5, 12, 60, 63, 62, None, None, 31, 33]),
    "first and last": rank([2022, 2023, 2024], [1, 63, 1]),
    "components": fingerprint([6, 7, 55, None]),
    "last of all": fingerprint([1, 63], overall=63),
    "components alone": fingerprint([1, 63], overall=None),
    "long names": fingerprint([1, 2, 63, None], names=[LONG_NAME] * 4),
    "ranks": strip([1, 2, 8, 63], mine=8),
    "last rank": strip([63], mine=63),
    "no own rank": strip([1, 22]),
    "regions": regions(group("Bắc Trung Bộ và duyên hải miền Trung", [40.1, 47.8, 44], ["Tỉnh A"] * 3)),
    "close names": regions(group("Đông Nam Bộ", [47.79, 47.8]), group("Tây Nguyên", [40]), group("Trống", [])),
}


def drawings(chart):
    """Every drawing of a chart, parsed."""
    return list(fromstring(f'<g xmlns="{SPACE[1:-1]}">{svg.draw(chart)}</g>'))


def one(chart):
    return drawings(chart)[0]


def words(drawing):
    return ["".join(text.itertext()) for text in drawing.iter(f"{SPACE}text")]


def boxes(drawing):
    """The room of every line of words: (words, left, top, right, bottom)."""
    for text in drawing.iter(f"{SPACE}text"):
        kinds = text.get("class").split()
        size = 11.5 if "quiet" in kinds else SIZES[kinds[0]]
        width = breadth(text.text, size)
        start = {"middle": 0.5, "end": 1}.get(text.get("text-anchor"), 0)
        left, baseline = float(text.get("x")) - width * start, float(text.get("y"))
        yield text.text, left, baseline - size * 0.75, left + width, baseline + size * 0.2


def marks(drawing, kind):
    return [mark for mark in drawing.iter() if mark.get("class") == kind]
