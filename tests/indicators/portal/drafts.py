"""Further revisions of real editions, loaded through the clerk's door."""

import csv
import io

from django.core.management import call_command

from .printed import FOLDER

TERMS = FOLDER / "editions" / "editions.csv"


def load(folder, edition, rows, publish=False):
    """Load rows (dicts, as in the edition's own file) as the next revision of an edition: a draft, or published."""
    file = folder / f"{edition}.csv"
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, edition.rows[0], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    file.write_text(text.getvalue(), encoding="utf-8")
    call_command(
        "load_edition",
        file,
        series=edition.series,
        year=edition.year,
        terms=TERMS,
        publish=publish,
        reason_vi="Bổ sung",
        reason_en="Completed",
        verbosity=0,
    )


def citation(province, rank, **others):
    """A line of an edition's file: a province's total and rank."""
    line = {"province": province, "component": "overall", "score": f"{100 - rank}.50", "unit": "%", "rank": rank}
    return line | {"source": "vietnamplus-2023"} | others
