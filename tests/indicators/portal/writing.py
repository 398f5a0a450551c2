"""How pages write figures, in the words of no template: digits as printed, decimal comma in Vietnamese."""

import re
from decimal import Decimal

MISSING = "–"


def written(number, language="vi"):
    """A number in the writing of a language: 1143.50 is 1.143,50 and 1,143.50."""
    sign, whole, rest = re.fullmatch(r"([+-]?)(\d+)(.*)", str(number)).groups()
    text = sign.replace("-", "−") + re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", whole) + rest
    return text if language == "en" else text.translate(str.maketrans(".,", ",."))


def short(text):
    """A number without idle zeros."""
    return text.rstrip("0").rstrip(".") if "." in text else text


class Writing:
    """How the cells of one component of an edition are written on a page."""

    def __init__(self, edition, component="overall", language="vi"):
        self.edition, self.component, self.language = edition, component, language

    def rank(self, row):
        return f"{row['rank']}/{row['of']}" if row["rank"] else MISSING

    def digits(self, row):
        """The digits that were printed, or two decimals of a compiled sum."""
        if row["score"] is None:
            return MISSING
        return written(f"{row['score']:.2f}" if self.edition.is_compiled else row["printed"], self.language)

    def score(self, row):
        """The digits, with the sign of a share; the whole of the PAR Index is out of 100, so its shares are points."""
        is_points = (self.edition.series, self.component) == ("par-index", "overall")
        return self.digits(row) + "%" * (row["unit"] == "%" and not is_points)

    def beside_maximum(self, row):
        """The score of a component; points beside the most there are, where that is known."""
        return self.score(row) + self.maximum * (row["unit"] == "points")

    def on_scale(self, row):
        """The score of the whole; a compiled one beside the scale of its year."""
        return self.score(row) + self.maximum * (self.edition.is_compiled and row["score"] is not None)

    @property
    def maximum(self):
        maximum = self.edition.criteria[self.component]["maximum"]
        return f"/{written(short(maximum), self.language)}" if maximum else ""

    def gain(self, change):
        """A change: points with two decimals, places as they are; no sign where nothing is left to show."""
        if change is None:
            return MISSING
        text = f"{change:+.2f}" if isinstance(change, Decimal) else f"{change:+d}"
        return written(text if Decimal(text) else text[1:], self.language)

    def badges(self, row):
        """How many figures are marked as derived (positions are so by their heading), and one more for a tie.

        A rank inside the region has no column of its own.
        """
        cited = self.edition.cited(self.component)[row["province"]]
        unmarked = ("region_rank", "rank") if self.edition.is_compiled else ("region_rank",)
        marked = [name for name in row["derived"] if name not in unmarked]
        return len(marked) + any(citation["tie"] for citation in cited)
