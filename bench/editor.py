"""The desk of the drill: each line of standard input publishes a score, or takes back to a revision.

`score 47.5112` or `back 1`; answers with a line when it is done.
"""

import sys

import django

django.setup()

from indicators.intake import loading, take_in  # noqa: E402
from indicators.intake.terms import edition_of  # noqa: E402
from indicators.models import Edition  # noqa: E402

FOLDER = "fixtures/editions"
OLD = "quang-ninh,,,overall,47.8212,"
REASON = {"reason_vi": "Thử", "reason_en": "Trial"}


def draft(score):
    """The figures of the first revision with another score of its first province."""
    from pathlib import Path

    content = Path(FOLDER, "papi-2024.csv").read_text(encoding="utf-8")
    assert content.count(OLD) == 1
    changed = content.replace(OLD, OLD.replace("47.8212", score)).encode()
    terms = edition_of(Path(FOLDER, "editions.csv"), "papi", 2024, REASON)
    return take_in(terms, "papi-2024.csv", changed).edition


for line in sys.stdin:
    word, value = line.split()
    if word == "score":
        draft(value).publish()
    else:
        old = Edition.objects.get(series__slug="papi", year=2024, revision=int(value))
        loading.repeat(old, **REASON).publish()
    print(word, flush=True)
