"""What was corrected, completed, taken back and withdrawn: computed from the revisions alone, the newest first."""

from dataclasses import dataclass, field
from datetime import datetime

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Edition, Fact, Series
from ..templatetags.formats import pick
from .changes import changes_of
from .report import Column, Report
from .restated import Restated
from .revised import AGGREGATE, Changes, Revised, state

PAGE = 10  # revisions a page

STATE = ("score", "printed", "unit", "rank", "of", "region_rank", "comparator", "qualifier")
ABOUT = ("province", "district", "name", "component", "measure", "fact", "region")


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A revision that was published after another, or (`is_withdrawal`) an edition that was withdrawn.

    `before`: the revision that was public before. `changes`: None of a withdrawal.
    `changed`, `removed`, `moved`: its figures as Revised. `provinces`: of how many there are new figures.
    """

    edition: Edition
    at: datetime
    before: Edition | None = None
    restored: int | None = None
    is_withdrawal: bool = False
    changes: Changes | None = None
    changed: list = field(default_factory=list)
    removed: list = field(default_factory=list)
    moved: list = field(default_factory=list)
    provinces: int = 0

    @property
    def anchor(self):
        """Its place on the page, and what stays of its address."""
        return anchor(self.edition) + ("-withdrawn" if self.is_withdrawal else "")

    @property
    def reason(self):
        return pick(self.edition, "withdrawal" if self.is_withdrawal else "reason")


@dataclass(frozen=True, kw_only=True)
class Corrections(Report):
    """`rows`: one a figure that was changed, removed or moved, and one a count. `page` of `pages`; `count` in all."""

    entries: list
    page: int = 1
    pages: int = 1
    count: int = 0


def anchor(edition):
    return f"{edition.series.slug}-{edition.year}-{edition.revision}"


def corrections(catalogue, series=None, year=None, page=None):
    """Every correction, or those of a series (slug) and year. `page`: a page of the list; None for all of it."""
    happened = [each for each in happenings(catalogue) if concerns(each, series, year)]
    shelf = Paginator(happened, PAGE)
    shown = shelf.get_page(page) if page is not None else None
    entries = told(catalogue, happened if shown is None else shown.object_list)
    return Corrections(
        slug="corrections",
        title=_("Đính chính"),
        columns=columns(),
        rows=[row for entry in entries for row in rows_of(entry)],
        entries=entries,
        page=shown.number if shown else 1,
        pages=shelf.num_pages if shown else 1,
        count=shelf.count,
    )


def happenings(catalogue):
    """(when, edition, whether it was withdrawn then) of each further revision and each withdrawal, the newest first."""
    found = [(each.published_at, each, False) for each in catalogue.once_public if catalogue.revision_before(each)]
    withdrawn = [each for each in catalogue.once_public if each.status == Edition.Status.WITHDRAWN]
    found += [(each.withdrawn_at, each, True) for each in withdrawn]
    return sorted(found, key=lambda happened: (happened[0], happened[1].pk, happened[2]), reverse=True)


def concerns(happened, series, year):
    edition = happened[1]
    return series in (None, edition.series.slug) and year in (None, edition.year)


def told(catalogue, happened):
    """The corrections with what they changed; three queries however many, none the second time."""
    revised = [edition for _at, edition, is_withdrawal in happened if not is_withdrawal]
    pairs = [(edition, catalogue.revision_before(edition)) for edition in revised]
    key = ("changes", *(edition.pk for edition, _before in pairs))
    changes = catalogue.memory.get(key, lambda: changes_of(pairs)) if pairs else {}
    return [
        Correction(edition=edition, at=at, is_withdrawal=True)
        if is_withdrawal
        else revision(catalogue, edition, at, changes[edition.pk])
        for at, edition, is_withdrawal in happened
    ]


def revision(catalogue, edition, at, changes):
    """A further revision with its figures."""
    before, names = catalogue.revision_before(edition), names_of(catalogue, edition)
    about = {"edition": edition, "at": at, "before": before, "restored": catalogue.restored(edition)}
    kinds = ("changed", "removed", "moved")
    figures = {kind: [names.revised(each, changes.of) for each in getattr(changes, kind)] for kind in kinds}
    return Correction(**about, changes=changes, provinces=changes.provinces, **figures)


def names_of(catalogue, edition):
    return (Restated if edition.series.slug == Series.LEDGER else Names)(catalogue, edition)


class Names:
    """How provinces, components and regions are called on the day and under the rules of an edition."""

    def __init__(self, catalogue, edition):
        self.catalogue, self.edition = catalogue, edition
        self.places = catalogue.places(edition)
        criteria = catalogue.criteria(catalogue.revision_before(edition)) | catalogue.criteria(edition)
        self.components = {slug: pick(criterion, "name") for slug, criterion in criteria.items()}
        self.regions = {region.slug: pick(region, "name") for region in catalogue.gazetteer.regions(edition.as_of)}

    def revised(self, change, of):
        """A Change as Revised; `of`: how many ranks count before and now."""
        kind, *about, component = change.key
        states = [shown and state(shown, count) for shown, count in ((change.old, of[0]), (change.new, of[1]))]
        named = self.announced(*about, component) if kind == AGGREGATE else self.of_province(*about, component)
        return Revised(
            series=self.edition.series.slug,
            component=component,
            is_computed=self.edition.method == Edition.Method.COMPILED,
            old=states[0],
            new=states[1],
            **named,
        )

    def of_province(self, pk, component):
        place = self.places[pk]
        size = self.catalogue.region_size(self.edition, place)
        return {"name": place.name, "province": place.slug, "label": self.components[component], "region_of": size}

    def announced(self, fact, region, component):
        label = str(Fact(fact).label)
        if component:
            label = f"{label}: {self.components[component]}"
        name = self.regions.get(region, region) if region else ""
        return {"name": name, "province": None, "label": label, "fact": fact, "region": region}


def columns():
    return (
        Column("series", _("Chỉ số")),
        Column("year", _("Năm đánh giá")),
        Column("revision", _("Lần")),
        Column("before", _("Lần trước")),
        Column("at", _("Công bố lúc")),
        Column("kind", _("Thay đổi")),
        Column("count", _("Số lượng")),
        Column("province", _("Mã")),
        Column("district", _("Mã huyện")),
        Column("name", _("Tỉnh, thành phố")),
        Column("component", _("Mã thành phần")),
        Column("measure", _("Mã nội dung")),
        Column("label", _("Nội dung")),
        Column("fact", _("Mã loại số liệu")),
        Column("region", _("Mã vùng")),
        *(Column(f"old_{key}", label) for key, label in before_and_after(_("trước"))),
        *(Column(f"new_{key}", label) for key, label in before_and_after(_("sau"))),
        Column("derived", _("Suy ra")),
        Column("restores", _("Khôi phục lần")),
        Column("reason", _("Lý do")),
    )


def before_and_after(when):
    ranks = (_("Thứ hạng"), _("Trên"), _("Thứ hạng trong vùng"))
    labels = (_("Điểm"), _("Ghi theo nguồn"), _("Đơn vị"), *ranks, _("Dấu so sánh"), _("Mức"))
    return [(key, f"{label} ({when})") for key, label in zip(STATE, labels, strict=True)]


def rows_of(entry):
    """What a correction says, flat: a row a figure, then a row for what is only counted."""
    edition, kinds = entry.edition, ("changed", "removed", "moved")
    empty = dict.fromkeys(column.key for column in columns())
    about = empty | {
        "series": edition.series.slug,
        "year": edition.year,
        "revision": edition.revision,
        "before": entry.before and entry.before.revision,
        "at": timezone.localtime(entry.at),
        "restores": entry.restored,
        "reason": entry.reason,
        "derived": [],
    }
    rows = [about | {"kind": kind} | cells(each) for kind in kinds for each in getattr(entry, kind)]
    rows += [about | {"kind": kind, "count": count} for kind, count in counts(entry).items() if count]
    kind = "withdrawn" if entry.is_withdrawal else "same"
    return rows or [about | {"kind": kind}]


def counts(entry):
    """What is counted and not listed: figures that were added, and those whose source or note is another."""
    if entry.changes is None:
        return {}
    return {"added": len(entry.changes.new), "reworded": len(entry.changes.reworded)}


def cells(revised):
    """The cells of one figure."""
    found = {name: getattr(revised, name) for name in (*ABOUT, "label")} | {"derived": []}
    for when, told in (("old", revised.old), ("new", revised.new)):
        for key in STATE if told else ():
            found[f"{when}_{key}"] = told.get(key)
        if told and revised.is_computed and told["rank"] is not None:
            found["derived"].append(f"{when}_rank")
        found["derived"] += [f"{when}_{key}" for key in told["derived"]] if told else []
    return found
