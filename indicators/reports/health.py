"""How whole the figures are: what is known of each edition, and whether its printed figures agree."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..models import Result
from ..templatetags.formats import pick
from .editions import edition_row
from .report import Column, Report

STATES = ("agree", "differ", "cannot")


@dataclass(frozen=True, kw_only=True)
class Health(Report):
    """`rows`: one for each check stored with a published edition, in the order of the checks.

    `editions`: a row for each edition with `known` of `of` provinces and how many checks came out in each state.
    """

    editions: list

    def of(self, series):
        """The editions of a series (slug), the newest first."""
        return [row for row in self.editions if row["series"] == series]

    def count(self, state):
        """How many checks of all editions came out so."""
        return sum(row[state] for row in self.editions)


def health(catalogue):
    """The state of every published edition; the checks were made when it was loaded, and only their words are new."""
    counts = Result.objects.known_counts()
    told = [edition_row(catalogue, edition, counts.get(edition.pk, 0)) for edition in catalogue.editions]
    return Health(
        slug="health",
        title=_("Tình trạng số liệu"),
        columns=columns(),
        rows=[row | check for row in told for check in checks(catalogue, row["edition"])],
        editions=[row | states(row["edition"]) for row in told],
    )


def columns():
    return (
        Column("series", _("Chỉ số")),
        Column("year", _("Năm đánh giá")),
        Column("revision", _("Lần")),
        Column("announced_on", _("Ngày công bố")),
        Column("method", _("Cách lập")),
        Column("known", _("Số tỉnh, thành phố đã biết")),
        Column("of", _("Trên")),
        Column("check", _("Kiểm tra")),
        Column("component", _("Mã thành phần")),
        Column("name", _("Chỉ số thành phần")),
        Column("state", _("Kết quả kiểm tra")),
        Column("count", _("Số dòng đã so")),
        Column("provinces", _("Các dòng lệch")),
    )


def checks(catalogue, edition):
    """The stored checks of an edition as rows; `provinces`: slugs of rows that differ, those of one pair together."""
    names = {slug: pick(criterion, "name") for slug, criterion in catalogue.criteria(edition).items()}
    for each in edition.checks:
        yield {
            "check": each["check"],
            "component": each["component"],
            "name": names.get(each["component"], each["component"]),
            "state": each["state"],
            "count": each["count"],
            "provinces": [", ".join(group) for group in each["rows"]],
        }


def states(edition):
    found = [each["state"] for each in edition.checks]
    return {state: found.count(state) for state in STATES}
