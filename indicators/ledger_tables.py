"""Statements and documents as the bodies of tables. All text is escaped here.

On phones these tables become cards, which takes their roles away: each is given back.
"""

from collections import Counter
from html import escape
from itertools import groupby

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from . import ledger_words as words
from .models import Statement
from .permanent import absolute, report_row, statement_address
from .tables import mark, missing, with_roles
from .templatetags.formats import day

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def kinds(ledger, is_own=False):
    """The tables of a ledger by kind: {kind, places}; kinds without a row are left out.

    `is_own`: on the page where statements stay, which has below each the address to copy.
    """
    found = [(kind, ledger.of(kind)) for kind in ("target", "outcome", "commitment")]
    return [{"kind": kind, "places": places(ledger, rows, is_own)} for kind, rows in found if rows]


def places(ledger, rows, is_own):
    """The rows of each place, as they come: {name, province, district, body, notes}."""
    groups = {}
    for row in rows:
        groups.setdefault((row["province"], row["district"]), []).append(row)
    return [
        {"province": province, "district": district, "name": words.place(group[0]), "of": group[0]["name"]}
        | table(group, lambda row: row["area_name"], is_own=is_own)
        | {"remarks": remarks(ledger, group)}
        for (province, district), group in groups.items()
    ]


def by_paragraph(ledger):
    """One table of what a source says, by its paragraphs and their first words."""
    rows = sorted(ledger.rows, key=lambda row: row["paragraph"] or 0)
    return table([row | {"mark": None} for row in rows], paragraph, with_kind=True)


def paragraph(row):
    """đoạn 5, bắt đầu bằng "Một trong nội dung được huyện..."."""
    if not row["paragraph"]:
        return _("nguồn không chia đoạn")
    text = _("đoạn %(number)s") % {"number": row["paragraph"]}
    return f"{text}, " + _('bắt đầu bằng "%(opening)s..."') % row if row["opening"] else text


def table(rows, heading, with_kind=False, is_own=False):
    """A table with a heading row before each run of rows that share one: {body, notes, has_figures}."""
    shared, width = shared_notes(rows), 4 if any(row["printed"] for row in rows) else 3
    parts = []
    judged = any(row["met_by"] or row["state"] == "cannot-tell" for row in rows)
    for words_above, group in groupby(rows, heading):
        head = f'<th scope="rowgroup" role="rowheader" colspan="{width}">{escape(words_above)}</th>'
        lines = "".join(line(row, shared, judged, width, with_kind) + below(row, width, is_own) for row in group)
        parts.append(f'<tbody role="rowgroup"><tr role="row" class="area">{head}</tr>{lines}</tbody>')
    notes = [{"letter": letter, "text": text} for text, letter in shared.items()]
    return {"body": mark_safe("".join(parts)), "notes": notes, "has_figures": width == 4}


def shared_notes(rows):
    """{note: its letter} of the notes that several rows carry: they are written once, below."""
    counts = Counter(row["note"] for row in rows if row["note"])
    several = [text for text, count in counts.items() if count > 1]
    return dict(zip(several, LETTERS, strict=False))


def line(row, shared, judged, width, with_kind):
    """One statement, and below it what is to be said of it alone."""
    parts = [f'<tr role="row"><th scope="row" role="rowheader">{subject(row, with_kind)}</th>']
    if width == 4:
        parts.append(f'<td role="cell" class="say">{amount(row, shared, judged) if row["printed"] else ""}</td>')
    when = words.years(row) or missing(_("nguồn không in năm"))
    parts.append(f'<td role="cell" class="brief">{when}</td>')
    parts.append(f'<td role="cell" class="brief">{where(row)}</td></tr>')
    if row["note"] and row["note"] not in shared:
        parts.append(f'<tr role="row" class="gap"><td role="cell" colspan="{width}">{escape(row["note"])}</td></tr>')
    return "".join(parts)


def below(row, width, is_own):
    """The row that shows when the address of a statement is opened, where it stays."""
    return with_roles(report_row(absolute(statement_address(row)), row["key"], width)) if is_own else ""


def subject(row, with_kind):
    """What is measured or promised, at which level, by whom; `with_kind`: and whether it is a target."""
    kind = str(Statement.Kind(row["kind"]).label).capitalize() if with_kind else ""
    about = [each for each in (kind, words.level(row), row["body"]) if each]
    return escape(row["text"]) + "".join(f'<span class="sub">{escape(each)}</span>' for each in about)


def amount(row, shared, judged):
    """The figure; its words in the source where it reads otherwise; whether a target was met."""
    letter = shared.get(row["note"])
    parts = [f"<b>{escape(words.figure(row))}</b>", f' <span class="badge">{letter}</span>' if letter else ""]
    printed = words.as_printed(row)
    if printed:
        source = escape(_("ghi theo nguồn"))
        told = f'{source}: <span lang="vi">“{escape(printed)}”</span>'
        parts.append(f'<span class="sub">{told}</span>')
    if judged and row["state"]:
        parts.append(f'<span class="sub">{escape(words.state(row))}</span>')
    return "".join(parts)


def where(row):
    """The source mark and the paragraph of a row."""
    paragraph = " " + escape(_("đoạn %(number)s") % {"number": row["paragraph"]}) if row["paragraph"] else ""
    stays = statement_address(row) if "key" in row else None
    return (mark([row["mark"]], escape(_("Nguồn")), stays) if row["mark"] else "") + paragraph


def remarks(ledger, rows):
    """What follows from the rows of a place: judgements, sums that are odd, counts that are not added."""
    found = [words.judgement(row) for row in rows if row["met_by"]]
    found.append(words.without_result([row for row in rows if row["state"] == "no-result"]))
    found += [words.not_added(group) for group in by_bodies(rows)]
    found += [words.odd_sum(share) for share in ledger.shares if share["rows"][0] in rows]
    return [text for text in found if text]


def by_bodies(rows):
    """Outcomes that count the same for different bodies."""
    groups = {}
    for row in rows:
        if row["kind"] == "outcome" and row["unit"] != "%":
            groups.setdefault((row["measure"], row["level"], row["year_from"], row["year_to"]), []).append(row)
    return [group for group in groups.values() if len({row["body"] for row in group}) > 1]


def documents_body(documents):
    """Documents: kind and number, subject, issuer and day, and where they are named."""
    parts = []
    for each in documents:
        name = " ".join(filter(None, [each["kind"], each["number"]]))
        issuer = f'<span lang="vi">{escape(each["issuer"])}</span>' if each["issuer"] else ""
        issued = ", ".join(filter(None, [issuer, escape(day(each["issued_on"])) if each["issued_on"] else ""]))
        cells = [
            f'<th scope="row" role="rowheader">{escape(name)}</th>',
            f'<td role="cell">{escape(each["subject"])}</td>',
            f'<td role="cell">{issued or missing(_("chưa tìm thấy"))}</td>',
            f'<td role="cell" class="brief">{where(each)}</td>',
        ]
        parts.append(f'<tr role="row">{"".join(cells)}</tr>')
    return mark_safe("".join(parts))


def path_body(paths):
    """The steps of paths over the years, a column a path, each marked as stated or derived."""
    parts = []
    for at, step in enumerate(paths[0].steps):
        cells = "".join(f'<td class="n">{step_cell(path.steps[at])}</td>' for path in paths)
        parts.append(f'<tr><th scope="row">{step["year"]}</th>{cells}</tr>')
    return mark_safe("".join(parts))


def step_cell(step):
    said = _("nguồn ghi") if step["is_stated"] else _("suy ra")
    return f'{escape(words.number(step["value"]))}% <span class="badge">{escape(said)}</span>'
