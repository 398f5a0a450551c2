"""Of what type the figures of each key are: one list for JSON, for archives, and for what describes them."""

WHOLE = {
    *("year", "revision", "year_from", "year_to", "ledger", "before", "restores"),
    *("rank", "of", "region_rank", "rank_change", "old_rank", "old_of", "old_region_rank"),
    *("new_rank", "new_of", "new_region_rank", "known", "ranks", "points", "percent", "editions", "count", "cited"),
    *("paragraph", "mark", "rows", "bytes"),
}
NUMBER = {
    *("score", "change", "value", "maximum", "median", "highest", "lowest", "mean", "mean_change"),
    *("old_score", "new_score"),
}
DAY = {"announced_on", "decided_on", "first_day", "last_day", "issued_on"}
MOMENT = {"at"}
WORDS = {  # lists; in flat files joined by JOINED
    *("derived", "shown", "predecessors", "provinces"),
    *("highest_province", "lowest_province"),
}
JOINED = "; "


def type_of(key):
    """`whole`, `number`, `day`, `moment`, `words` (a list of texts) or `text`."""
    named = {"whole": WHOLE, "number": NUMBER, "day": DAY, "moment": MOMENT, "words": WORDS}
    return next((kind for kind, keys in named.items() if key in keys), "text")
