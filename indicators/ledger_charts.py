"""Targets that rise year by year as charts, and as the tables under them."""

from django.utils.translation import gettext as _

from . import ledger_words as words
from .templatetags.formats import number


def chart(path):
    """The description of a path: its steps as a target's line, each stated or derived."""
    first, last = path.steps[0]["year"], path.steps[-1]["year"]
    names = {"measure": path.base["text"], "level": words.level(path.base), "first": first, "last": last}
    title = _("%(measure)s, %(level)s, %(first)s–%(last)s") if names["level"] else _("%(measure)s, %(first)s–%(last)s")
    return {
        "kind": "path",
        "id": f"path-{path.rise['key']}",
        "title": title % names,
        "alt": words.path(path),
        "caption": _("Tỷ lệ tối thiểu; chấm đặc: nguồn ghi, chấm rỗng: suy ra"),
        "unit": "%",
        "unknown": "",
        "reverse": False,
        "of": None,
        "low": 0,
        "high": 100,
        "years": [step["year"] for step in path.steps],
        "series": [line(path)],
        "marks": sorted({row["mark"] for row in (path.base, path.rise, path.end) if row}),
    }


def line(path):
    """The steps of a path; `stated` tells those that a source states from those that follow."""
    return {
        "name": path.base["text"],
        "role": "target",
        "values": [float(step["value"]) for step in path.steps],
        "printed": [f"{number(step['value'])}%" for step in path.steps],
        "stated": [step["is_stated"] for step in path.steps],
    }


def of(ledger):
    """The charts of all paths of a ledger."""
    return [chart(path) for path in ledger.paths]


def together(paths):
    """Paths by what they have in common, so that one table holds their steps: lists of paths."""
    groups = {}
    for path in paths:
        years = tuple(step["year"] for step in path.steps)
        groups.setdefault((path.base["province"], path.base["district"], path.base["measure"], years), []).append(path)
    return list(groups.values())
