"""File -> rows -> problems -> draft. Two doors lead here: the admin and the `load_edition` command."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from ..models import Edition, Series
from . import checking, columns, loading, statements, wide
from .marking import marked
from .problems import Problem, in_both
from .reading import lines_of, named_rows
from .reference import Reference
from .templates import template

__all__ = ["Intake", "marked", "take_in", "template"]

NO_SOURCE = _("Bảng này không có cột nguồn. Hãy chọn nguồn của cả tệp, hoặc ghi nguồn mới.")
NO_ROWS = _("Bảng không có số liệu nào. Hãy điền điểm hoặc thứ hạng rồi nạp lại.")


@dataclass
class Intake:
    """What became of a file: a draft, or every problem that it has; and what should be looked at again."""

    edition: Edition | None = None
    problems: list = field(default_factory=list)
    warnings: list = field(default_factory=list)


def take_in(edition, name, content, by=None, source=None):
    """Load a file as a draft of `edition` (unsaved, but with its terms). Any problem: nothing is saved.

    `source`: the Source of every row that names none.
    """
    lines, problems = lines_of(name, content)
    if problems:
        return Intake(problems=problems)
    is_ledger, reference = edition.series.slug == Series.LEDGER, Reference(edition)
    table = table_of(lines, edition.series.slug, reference, source)
    if not table.rows:
        return Intake(problems=table.problems or [Problem(NO_ROWS)])
    if source:
        name_source(table.rows, source)
    check, load = (statements.check, loading.load_ledger) if is_ledger else (checking.check, loading.load)
    checked, problems = check(table.rows, reference, table.problems, table.is_whole)
    if problems:
        return Intake(problems=problems, warnings=table.remarks)
    edition.warnings = [in_both(each) for each in table.remarks]
    return Intake(edition=load(edition, checked, name, content, by), warnings=table.remarks)


def table_of(lines, series, reference, source):
    """The Table of a file's lines: a ministry's, with a row a province, or with a row a figure or statement."""
    known, needed = columns.of(series)
    needed = needed - {"source"} if source else needed
    if series == Series.LEDGER:
        table = named_rows(lines, known, needed, columns.LEDGER_SPOKEN)
        table.rows = [row for row in table.rows if says_more_than_where(row)]
        return table
    if not wide.is_wide(lines, known):
        return named_rows(lines, known, needed)
    table = wide.table(lines, reference)
    table.problems += [] if source else [Problem(NO_SOURCE)]
    return table


def says_more_than_where(row):
    """Whether a row of a ledger is filled in: the empty table has the name of each province already."""
    return any(cell for column, cell in row.cells.items() if column != "province")


def name_source(rows, source):
    """Give the source of the whole file to every row that names none."""
    for row in rows:
        row.cells["source"] = row["source"] or source.slug
