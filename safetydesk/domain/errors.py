"""What can go wrong that a person can mend; everything else is a bug.

SafetyDeskError
├─ RuleViolation       a rule of the domain says no
│  └─ AccessDenied     the person's role does not allow the act
├─ BadInput            a file, a field or an argument is not what was expected
├─ StaleVersion        somebody else saved first (version column)
├─ NotFound            the thing asked for does not exist
└─ StorageUnavailable  disk full, locked, read-only, damaged, newer database

Errors carry a code and fields, never a sentence: ``ui.messages`` and ``app.messages`` turn them
into words.
"""

from __future__ import annotations

from typing import Any

from typing_extensions import override


class SafetyDeskError(Exception):
    """An expected failure: shown beside the work, and the work is kept.

    ``code`` is a stable word (``log.empty_text``), ``fields`` the values its sentence needs.
    """

    def __init__(self, code: str, **fields: Any) -> None:
        super().__init__(code)
        self.code = code
        self.fields: dict[str, Any] = fields

    @override
    def __str__(self) -> str:
        """The code with its fields, for the log file."""
        shown = ", ".join(f"{name}={value!r}" for name, value in self.fields.items())
        return f"{self.code}({shown})" if shown else self.code


class RuleViolation(SafetyDeskError):
    """A rule of the domain says no."""


class AccessDenied(RuleViolation):
    """The person's role does not allow the act; the denial is audited."""


class BadInput(SafetyDeskError):
    """A file, a field or an argument is not what was expected.

    By convention ``where`` names the place (file, sheet, cell, JSON field) and ``expected`` says
    what should have been there, in Chinese for files that officers hand in.
    """


class StaleVersion(SafetyDeskError):
    """Somebody else saved the same row first."""


class NotFound(SafetyDeskError):
    """The thing asked for does not exist."""


class StorageUnavailable(SafetyDeskError):
    """The database cannot be used now.

    It is full, locked, read-only, damaged, unreachable, or newer than this program.
    """
