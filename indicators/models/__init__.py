"""The what: sources, editions, results, the ledger. Every query lives on a QuerySet beside its model."""

from .aggregates import Aggregate, Fact
from .editions import Edition, EditionFile, Refused
from .ledger import Area, Measure, Statement
from .publication import Publication, previewing
from .results import Citation, Result, Unit
from .series import Component, Criterion, Series
from .sources import Document, Paragraph, Source

__all__ = [
    "Aggregate",
    "Area",
    "Citation",
    "Component",
    "Criterion",
    "Document",
    "Edition",
    "EditionFile",
    "Fact",
    "Measure",
    "Paragraph",
    "Publication",
    "Refused",
    "Result",
    "Series",
    "Source",
    "Statement",
    "Unit",
    "previewing",
]
