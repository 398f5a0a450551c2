"""One question, one report; sorted once, here."""

from .aggregates import aggregates
from .changes import changes
from .compare import MOST, compare
from .component import component
from .components import components, maxima, year_runs
from .corrections import corrections
from .directory import directory
from .editions import editions, newest, newest_of
from .everything import everything
from .health import health
from .heat import heat, heat_title, parts_known
from .ledger import KINDS, district, targets
from .profile import profile
from .province_edition import province_edition
from .ranking import ORDERS, ranking, title_of
from .rules import rules
from .sources import source, sources

__all__ = [
    "KINDS",
    "MOST",
    "ORDERS",
    "aggregates",
    "changes",
    "compare",
    "component",
    "components",
    "corrections",
    "directory",
    "district",
    "editions",
    "everything",
    "health",
    "heat",
    "heat_title",
    "maxima",
    "newest",
    "newest_of",
    "parts_known",
    "profile",
    "province_edition",
    "ranking",
    "rules",
    "source",
    "sources",
    "targets",
    "title_of",
    "year_runs",
]
