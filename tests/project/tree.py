"""What of the project is ours: its files, and what each imports."""

import ast
from functools import cache
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PACKAGES = ("reformportal", "provinces", "indicators")


def ours(suffix, *folders):
    """Our own files of a kind, without migrations and what others made."""
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob(f"*{suffix}")))
    return [path for path in found if not {"migrations", "vendor", "__pycache__"} & set(path.parts)]


@cache
def code():
    return [ROOT / "manage.py", *ours(".py", *PACKAGES, "tests", "tools", "bench")]


def module(path):
    """The dotted name of a file: indicators/reports/ranking.py is indicators.reports.ranking."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def nodes(path):
    return list(ast.walk(ast.parse(path.read_text())))


@cache
def imports(path):
    """The dotted names a file imports, relative ones made absolute."""
    return [name for node in nodes(path) for name in imported(node, path.relative_to(ROOT).parent.parts)]


def imported(node, package):
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    above = package[: len(package) - node.level + 1] if node.level else ()
    origin = ".".join([*above, *([node.module] if node.module else [])])
    return [f"{origin}.{name.name}" for name in node.names]


def functions(path):
    return [node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
