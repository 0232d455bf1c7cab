"""Which files the architecture tests look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
GENERATED = (
    HOME / "safetydesk" / "ui" / "forms",
    HOME / "safetydesk" / "storage" / "migrations" / "versions",
)


def python_files(*folders: str) -> Iterator[Path]:
    """Every Python file beneath the folders that people edit (no forms, no frozen migrations)."""
    for folder in folders:
        for path in sorted((HOME / folder).rglob("*.py")):
            if not any(folder in path.parents for folder in GENERATED):
                yield path


def trees(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """The name and the syntax tree of each such file."""
    for path in python_files(*folders):
        yield str(path.relative_to(HOME)), ast.parse(path.read_text("utf-8"))
