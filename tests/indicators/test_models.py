"""What cannot be, tried against the database; and what publishing does."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from indicators.models import (
    Aggregate,
    Citation,
    Component,
    Criterion,
    Edition,
    Measure,
    Paragraph,
    Publication,
    Result,
    Series,
    Source,
    Statement,
)

from ..country import province

FIGURE = {"score": Decimal("84.00"), "digits": 2, "unit": "%"}
NO_FIGURE = {"score": None, "digits": None, "unit": ""}
BROKEN_FIGURES = [{"digits": None}, {"unit": ""}, {"digits": 5}, {"score": None}, {"score": None, "digits": None}]


def refused(model, **columns):
    """Whether the database itself refuses the row, whoever writes it."""
    try:
        with transaction.atomic():
            model.objects.bulk_create([model(**columns)])
    except IntegrityError:
        return True
    return False


def overall(series="par-index"):
    return Component.objects.get(series__slug=series, slug="overall")


@pytest.fixture
def edition(land):
    return Edition.objects.create(
        series=Series.objects.get(slug="par-index"), year=2024, as_of=date(2024, 12, 31), ranked=6, method="announced"
    )


def result(edition, **columns):
    return {"edition": edition, "province": province("an-binh"), "component": overall(), "rank": 1} | columns


def citation(edition, **columns):
    shown, _ = Result.objects.get_or_create(**result(edition))
    return {"result": shown, "line": 1, "source": Source.objects.get(slug="gazette"), "rank": 1} | columns


def aggregate(edition, **columns):
    return {"edition": edition, "line": 1, "fact": "mean", "source": Source.objects.first()} | FIGURE | columns


def statement(edition, **columns):
    measure, _ = Measure.objects.get_or_create(slug="online", area="procedures", name_vi="Trực tuyến")
    told = {"edition": edition, "line": 1, "kind": "target", "province": province("an-binh"), "area": "procedures"}
    return told | {"measure": measure, "value": 60, "unit": "%", "source": Source.objects.first()} | columns


ROWS = {Result: result, Citation: citation, Aggregate: aggregate, Statement: statement}


@pytest.mark.parametrize("model", ROWS)
def test_a_sound_row_is_kept(edition, model):
    assert not refused(model, **ROWS[model](edition))


@pytest.mark.parametrize("model", ROWS)
def test_a_row_is_kept_once(edition, model):
    row = ROWS[model](edition)
    assert [refused(model, **row), refused(model, **row)] == [False, True]


@pytest.mark.parametrize("model", [Result, Citation, Aggregate])
@pytest.mark.parametrize("part", BROKEN_FIGURES)
def test_a_figure_is_never_without_its_digits_and_unit(edition, model, part):
    assert refused(model, **ROWS[model](edition, **FIGURE | part))


@pytest.mark.parametrize("model", [Result, Citation, Aggregate])
def test_a_row_says_something(edition, model):
    ranks = {} if model is Aggregate else {"rank": None}
    assert refused(model, **ROWS[model](edition, **NO_FIGURE | ranks))


@pytest.mark.parametrize("model", [Result, Citation])
def test_a_rank_in_the_region_alone_is_something(edition, model):
    assert not refused(model, **ROWS[model](edition, rank=None, region_rank=2))


@pytest.mark.parametrize("model", [Result, Citation])
@pytest.mark.parametrize("column", ["rank", "region_rank"])
def test_ranks_begin_at_one(edition, model, column):
    assert refused(model, **ROWS[model](edition, **{column: 0}))


@pytest.mark.parametrize("model", [Result, Citation])
def test_a_score_is_not_negative(edition, model):
    assert refused(model, **ROWS[model](edition, **FIGURE | {"score": Decimal("-0.01")}))


@pytest.mark.parametrize("model", [Citation, Aggregate])
@pytest.mark.parametrize("column", ["how_vi", "how_en", "note_vi", "note_en"])
def test_words_beside_a_figure_are_in_both_languages(edition, model, column):
    assert refused(model, **ROWS[model](edition, **{column: "x"}))


@pytest.mark.parametrize(
    "column", [{"unit": "điểm"}, {"unit": "people"}, {"score": Decimal("84"), "digits": 0, "unit": "places"}]
)
def test_a_result_is_in_percent_or_points(edition, column):
    assert refused(Result, **result(edition, **FIGURE | column))


def test_a_figure_of_all_is_of_the_closed_list(edition):
    assert refused(Aggregate, **aggregate(edition, fact="average"))


@pytest.mark.parametrize(
    "columns",
    [
        {"revision": 0},
        {"ranked": 0},
        {"status": "published", "published_at": None},
        {"status": "shown"},
        {"method": "guessed"},
        {"comparable": "so"},
    ],
)
def test_an_edition_that_cannot_be_is_refused(land, columns):
    terms = {"series": Series.objects.first(), "year": 2030, "as_of": date(2030, 12, 31), "method": "announced"}
    assert refused(Edition, **terms | columns)


@pytest.mark.parametrize("revision", [1, 2])
def test_a_year_has_each_revision_once_and_one_that_is_published(edition, revision):
    Edition.objects.filter(pk=edition.pk).update(status="published", published_at=timezone.now())
    terms = {"series": edition.series, "year": 2024, "as_of": edition.as_of, "method": "announced"}
    shown = {"status": "published", "published_at": timezone.now()} if revision == 2 else {}
    assert refused(Edition, **terms, revision=revision, **shown)


@pytest.mark.parametrize(
    "columns", [{"slug": "overall", "order": 3}, {"slug": "impact", "order": 0}, {"slug": "procedures", "order": 9}]
)
def test_the_whole_stands_first_and_a_component_once(land, columns):
    assert refused(Component, series=Series.objects.get(slug="par-index"), **columns)


@pytest.mark.parametrize("columns", [{"rules": "par-a"}, {"year_to": 2022}, {"maximum": 0}, {"maximum": Decimal("-1")}])
def test_a_criterion_that_cannot_be_is_refused(land, columns):
    assert refused(Criterion, **{"component": overall(), "rules": "new", "year_from": 2023, "year_to": 2024} | columns)


@pytest.mark.parametrize(
    "columns",
    [
        {"slug": "gazette", "kind": "article"},
        {"slug": "new", "kind": "page"},
        {"slug": "new", "kind": "rumour", "url": "https://x.example/"},
    ],
)
def test_a_source_that_cannot_be_found_again_is_refused(land, columns):
    assert refused(Source, **columns)


def test_a_paragraph_has_one_opening(land):
    assert refused(Paragraph, source=Source.objects.get(slug="gazette"), number=2, opening="Khác")


@pytest.mark.parametrize(
    "columns",
    [
        {"value": None},
        {"measure": None},
        {"kind": "commitment", "text_vi": "Sẽ làm"},
        {"kind": "commitment", "value": None, "measure": None, "unit": ""},
        {"year_from": 2025, "year_to": 2024},
        {"value": 101},
        {"value": -1},
        {"value": 44, "unit": "tasks", "of": 43},
        {"kind": "wish"},
        {"area": "weather"},
    ],
)
def test_a_statement_that_cannot_be_is_refused(edition, columns):
    assert refused(Statement, **statement(edition, **columns))


def test_a_stamp_is_one_row(land):
    assert refused(Publication, pk=2, stamp="x", changed_at=timezone.now())
