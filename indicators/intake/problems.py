"""What is wrong with a file, said so that a clerk finds the place and knows what to do."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

LANGUAGES = ("vi", "en")
LONGEST = 60  # characters quoted of a cell


class NotAsNamed(ValueError):
    """The file as a whole cannot be read as its name says; `args[0]` is the sentence."""


def in_order(problems):
    """Problems from the top of the file to its end, each once: one cell of a wide table may be read for many rows."""
    once = {(each.sheet, each.line or 0, each.column, str(each.message)): each for each in problems}
    return sorted(once.values(), key=lambda each: (each.sheet, each.line or 0))


@dataclass(frozen=True)
class Problem:
    """One mistake: where it stands, and what was found, expected and is to be done, in one lazy sentence.

    `line` counts as the file's own program does (1 is the first line); `column` is the heading of the cell.
    """

    message: Promise | str
    line: int | None = None
    column: str = ""
    sheet: str = ""

    @property
    def place(self):
        """Where the mistake stands, in words: Trang tính "Phụ lục 1", dòng 17, cột "score"."""
        parts = []
        if self.sheet:
            parts.append(format_lazy(_('Trang tính "{sheet}"'), sheet=self.sheet))
        if self.line:
            parts.append(format_lazy(_("dòng {line}"), line=self.line))
        if self.column:
            parts.append(format_lazy(_('cột "{column}"'), column=self.column))
        text = ", ".join(str(part) for part in parts)
        return text[:1].upper() + text[1:]

    def __str__(self):
        return f"{self.place}: {self.message}" if self.place else str(self.message)


def in_both(problem):
    """A sentence with its place, in each language."""
    told = {}
    for language in LANGUAGES:
        with override(language):
            told[language] = str(problem)
    return told


def say(pattern, **words):
    """A lazy sentence: the pattern is translated when it is shown. What was found is quoted as far as it helps."""
    if "found" in words:
        words["found"] = quotable(words["found"])
    return format_lazy(pattern, **words)


def quotable(text):
    """The beginning of a text, without what no page can show."""
    shown = text.encode(errors="replace").decode()
    return shown if len(shown) <= LONGEST else shown[:LONGEST] + "…"
