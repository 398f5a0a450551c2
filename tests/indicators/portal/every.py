"""Tests of every edition: of these few in `make test`, of all in `make thorough`."""

from tests.many import many

from .printed import BY_YEAR, EDITIONS

# Known in part and whole, announced and compiled; the newest rules of each index.
FEW = [("par-index", 2021), ("par-index", 2022), ("par-index", 2024), ("sipas", 2023), ("pci", 2024), ("papi", 2024)]
every_edition = many("edition", EDITIONS, [BY_YEAR[each] for each in FEW])
