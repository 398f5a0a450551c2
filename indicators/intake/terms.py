"""What an edition is, besides its rows: read from `editions.csv` beside the edition files."""

from functools import partial

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..models import Edition, Series, Source
from . import cells
from .problems import Problem, say
from .reading import read

COLUMNS = [
    "series",
    "year",
    "as_of",
    "announced_on",
    "announced_by_vi",
    "announced_by_en",
    "decision",
    "decided_on",
    "ranked",
    "method",
    "rules",
    "comparable",
    "source",
    "note_vi",
    "note_en",
]
NEEDED = {"series", "year", "as_of", "ranked", "method", "rules", "comparable"}


class TermsMissing(ValueError):
    """There is no line for the edition, or it cannot be used; `args[0]` says why, a mistake a line."""


def known(model, slug):
    """The row that a slug names."""
    found = model.objects.filter(slug=slug).first()
    if found is None:
        raise cells.Unreadable(say(_('"{found}" chưa có. Hãy thêm trước, hoặc sửa mã.'), found=slug))
    return found


READERS = {
    "series": partial(known, Series),
    "year": cells.whole,
    "as_of": cells.day,
    "announced_on": cells.day,
    "decided_on": cells.day,
    "ranked": cells.whole,
    "method": partial(cells.one_of, choices=Edition.Method.values),
    "comparable": partial(cells.one_of, choices=Edition.Comparable.values),
    "source": partial(known, Source),
}


def lines(path):
    """Every line of an `editions.csv`, in the order of the file. Raises TermsMissing."""
    if not path.exists():
        raise TermsMissing(say(_("Không có tệp {path}: cần tệp này để biết kỳ công bố là gì."), path=path))
    rows, problems = read(path.name, path.read_bytes(), COLUMNS, NEEDED)
    if problems:
        raise TermsMissing(told(path, problems))
    return rows


def edition_of(path, series, year, reason):
    """An unsaved Edition with the terms of one series (slug) and year. Raises TermsMissing.

    `reason`: why a published year is loaded again, as `reason_vi` and `reason_en`; empty for its first revision.
    """
    for line in lines(path):
        if (line["series"], line["year"]) == (series, str(year)):
            return edition_from(line, path, reason)
    words = {"path": path.name, "series": series, "year": year}
    raise TermsMissing(say(_("{path} không có dòng nào cho {series} năm {year}. Hãy thêm một dòng."), **words))


def edition_from(line, path, reason):
    terms, problems = dict(reason), []
    for name in filter(line.__getitem__, COLUMNS):
        try:
            terms[name] = READERS.get(name, str)(line[name])
        except cells.Unreadable as mistake:
            problems.append(Problem(mistake.args[0], line.line, name))
    edition = Edition(**terms)
    problems = problems or disagreements(edition, line)
    if problems:
        raise TermsMissing(told(path, problems))
    return edition


def disagreements(edition, line):
    """What the model itself finds wrong."""
    try:
        edition.clean_fields()
        edition.clean()
    except ValidationError as mistake:
        found = mistake.message_dict.items()
        return [Problem(message, line.line, name) for name, messages in found for message in messages]


def told(path, problems):
    return "\n".join(f"{path.name}: {problem}" for problem in problems)
