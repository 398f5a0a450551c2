"""How many provinces are known in each edition, counted by hand when the files were made: score, rank, either."""

import pytest

from .every import every_edition
from .files import body
from .printed import EDITIONS

pytestmark = pytest.mark.django_db

COUNTED = """
papi-2011       63  0 63
papi-2012       63  0 63
papi-2013       63  0 63
papi-2014       61  0 61
papi-2015       63  0 63
papi-2016       63  0 63
papi-2017       63  0 63
papi-2018       61  0 61
papi-2019       63  0 63
papi-2020       63  0 63
papi-2021       60  0 60
papi-2022       61  0 61
papi-2023       61  0 61
papi-2024       61  0 61
par-index-2012   8 10 11
par-index-2013   3  8  8
par-index-2014   2  6  6
par-index-2015   1  3  3
par-index-2016   4  7  8
par-index-2017   3  8  9
par-index-2018  10 13 13
par-index-2019  10 12 12
par-index-2020   7 25 25
par-index-2021  22 32 32
par-index-2022  21 24 24
par-index-2023  24 35 36
par-index-2024  14 15 16
pci-2009        63  3 63
pci-2010        63  3 63
pci-2011        63  3 63
pci-2012        63  3 63
pci-2013         3  3  3
pci-2014        63  3 63
pci-2015        63  3 63
pci-2016        63  3 63
pci-2017         3  3  3
pci-2018         3  3  3
pci-2019        23 23 23
pci-2020         4  4  4
pci-2021        23 24 24
pci-2022        17 25 25
pci-2023         8  6  8
pci-2024        10 11 11
sipas-2017       1  0  1
sipas-2018       2  2  3
sipas-2019       5  7  8
sipas-2020       2  8  9
sipas-2021      12 14 17
sipas-2022       4 10 10
sipas-2023      11 14 14
sipas-2024       6 13 13
"""
KNOWN = {name: tuple(map(int, counts)) for name, *counts in map(str.split, COUNTED.split("\n")[1:-1])}


def test_every_edition_was_counted():
    assert [str(edition) for edition in EDITIONS if str(edition) not in KNOWN] == []
    assert len(KNOWN) == len(EDITIONS) == 51


@every_edition
def test_the_file_has_as_many_as_were_counted(edition):
    scores, ranks = edition.scores("overall"), {} if edition.is_compiled else edition.ranks("overall")
    assert (len(scores), len(ranks), len(scores.keys() | ranks.keys())) == KNOWN[str(edition)]


@every_edition
def test_the_ranking_has_as_many_as_were_counted(content, edition):
    ranking = body(content(edition.address(format="json")))
    scores = [row for row in ranking["rows"] if row["score"] is not None]
    ranks = [row for row in ranking["rows"] if row["rank"] is not None and not edition.is_compiled]
    assert (len(scores), len(ranks), ranking["coverage"]["known"]) == KNOWN[str(edition)]
    assert ranking["coverage"]["of"] == len(ranking["rows"]) == 63


@every_edition
def test_the_page_of_the_ranking_says_how_many_are_known(page, edition):
    said, (_scores, _ranks, known) = page(edition.address()), KNOWN[str(edition)]
    complete, partial = "Đủ 63 tỉnh, thành phố", f"Mới biết {known}/63 tỉnh, thành phố"
    assert (complete in said.text, partial in said.text) == (known == 63, known < 63)
    assert sum(row.province is not None for row in said.rows("table")) == known
    assert len(set(said.places("unknown"))) == 63 - known


@every_edition
def test_the_page_of_a_partial_year_says_that_the_rest_says_nothing(page, edition):
    _scores, _ranks, known = KNOWN[str(edition)]
    told = f"Mới biết số liệu của {known}/63 tỉnh, thành phố năm {edition.year}. {63 - known} tỉnh, thành phố còn lại"
    silent = "chưa tìm thấy số liệu; điều đó không nói gì về kết quả của họ."
    assert (f"{told} {silent}" in page(edition.address()).text) == (known < 63)


@every_edition
def test_the_english_page_says_how_many_are_known(page, edition):
    _scores, _ranks, known = KNOWN[str(edition)]
    told = f"Figures for {edition.year} are known for {known} of 63 provinces and cities."
    assert (told in page(edition.address(language="en")).text) == (known < 63)


@pytest.mark.parametrize("list", ["/rankings", "/rankings/{series}", "/health"])
def test_every_list_of_editions_says_how_many_are_known(content, list):
    names = {edition.series for edition in EDITIONS}
    bodies = [body(content(list.format(series=series) + ".json")) for series in names]
    found = {f"{row['series']}-{row['year']}": (row["known"], row["of"]) for each in bodies for row in each["rows"]}
    assert found == {name: (known, 63) for name, (_scores, _ranks, known) in KNOWN.items()}


@pytest.mark.parametrize(("list", "section"), [("/rankings/", "s-{}"), ("/health/", "{}")])
def test_every_page_of_editions_says_how_many_are_known(page, list, section):
    series = {edition.series for edition in EDITIONS}
    found = {f"{each}-{row.name}": row.figures[0] for each in series for row in page(list).rows(section.format(each))}
    assert {name: found[name] for name in KNOWN} == {
        name: f"{known}/63" for name, (_scores, _ranks, known) in KNOWN.items()
    }
