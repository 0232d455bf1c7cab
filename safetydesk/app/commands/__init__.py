"""Which words call which command, and that only the one asked for is imported.

A command is a module of this package with ``HELP: str`` (one Chinese line),
``add_arguments(parser: argparse.ArgumentParser) -> None`` and
``run(args: argparse.Namespace) -> int`` (0 = yes, 1 = the answer is no, 2 = bad input).
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    import argparse

Words = tuple[str, ...]

TABLE: dict[Words, str] = {
    ("demo",): "demo",
    ("who",): "who",
    ("log", "add"): "log_add",
    ("log", "list"): "log_list",
    ("log", "verify"): "log_verify",
    ("duty", "resolve"): "duty_resolve",
    ("duty", "import"): "duty_import",
    ("duty", "export"): "duty_export",
    ("contacts", "import"): "contacts_import",
    ("contacts", "search"): "contacts_search",
    ("report", "deadlines"): "report_deadlines",
    ("report", "check"): "report_check",
    ("report", "compare"): "report_compare",
    ("intake",): "intake",
    ("warning", "read"): "warning_read",
    ("doctor",): "doctor",
    ("print",): "print_sheet",
    ("screenshot",): "screenshot",
}
"""The words of each command and the module that knows it, in the order of the help text."""


class Command(Protocol):
    """What a command module offers."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declares what may follow the command's words."""
        ...

    def run(self, args: argparse.Namespace) -> int:
        """Does it; the exit code."""
        ...


def find(arguments: Sequence[str]) -> Words | None:
    """The words of the command that the arguments begin with, or None where there is none."""
    for length in (2, 1):
        words = tuple(arguments[:length])
        if len(words) == length and words in TABLE:
            return words
    return None


def load(words: Words) -> Command:
    """The module of a command of the table, imported now."""
    return cast("Command", import_module(f"{__name__}.{TABLE[words]}"))
