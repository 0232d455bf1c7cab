"""The matrix of competent departments and peers: as shipped or of the office, read and checked."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from safetydesk.domain.competence import Competence, Role
from safetydesk.domain.errors import BadInput
from safetydesk.domain.incident import Category, Family, Grade
from safetydesk.domain.rule_pack import Confidence
from safetydesk.resources import locate
from safetydesk.services.rule_fields import Lines, RuleTable

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.rule_edition import RuleEdition
    from safetydesk.storage.unit_of_work import UnitOfWork

MATRIX = "@competence"
"""The name of its texts in the record of rule texts."""
MATRIX_FILE = "matrix.toml"
_SCHEMA = 1
_HEAD = frozenset({"schema", "id", "name", "rule"})
_ROW = frozenset(
    {
        "department",
        "words",
        "role",
        "families",
        "categories",
        "not_categories",
        "min_grade",
        "citation",
        "confidence",
    }
)


def shipped_matrix_text() -> str:
    """The text as shipped."""
    return locate(f"competence/{MATRIX_FILE}").read_text(encoding="utf-8")


@cache
def shipped_matrix() -> tuple[Competence, ...]:
    """The rows as shipped."""
    return read_matrix(shipped_matrix_text(), MATRIX_FILE)


def matrix_edition(uow: UnitOfWork, at: datetime | None = None) -> RuleEdition | None:
    """The newest text that the office put in force (by an instant); None where there is none."""
    found = uow.rule_editions.of([MATRIX])[MATRIX]
    held = [edition for edition in found if at is None or edition.since <= at]
    return held[-1] if held else None


def matrix_in_force(uow: UnitOfWork, at: datetime | None = None) -> tuple[Competence, ...]:
    """The rows that hold (or held at an instant, for what is closed since).

    Where the office's text cannot be read any more, the shipped ones.
    """
    rows = _office_rows(uow, at)
    return shipped_matrix() if rows is None or isinstance(rows, BadInput) else rows


def matrix_fault(uow: UnitOfWork) -> BadInput | None:
    """Why this program cannot read the office's text."""
    rows = _office_rows(uow)
    return rows if isinstance(rows, BadInput) else None


def _office_rows(
    uow: UnitOfWork, at: datetime | None = None
) -> tuple[Competence, ...] | BadInput | None:
    """The rows of the office's text, why they cannot be read, or None without such a text."""
    newest = matrix_edition(uow, at)
    if newest is None or not newest.own:
        return None
    return _read_once(uow.rule_editions.text(newest.id))


@lru_cache(maxsize=4)
def _read_once(text: str) -> tuple[Competence, ...] | BadInput:
    try:
        return read_matrix(text, MATRIX_FILE)
    except BadInput as fault:
        return fault


def read_matrix(text: str, file: str) -> tuple[Competence, ...]:
    """The rows of a TOML text.

    Raises:
        BadInput: naming the file, the line, the field and what was expected.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput("rule_pack.syntax", where=file, expected=f"TOML 文本（{error}）") from error
    lines = Lines(text, file)
    head = RuleTable(document, lines, None)
    head.refuse_unknown(_HEAD)
    if head.whole("schema") != _SCHEMA:
        head.refuse("schema", str(_SCHEMA))
    rows = enumerate(head.tables("rule"))
    found = tuple(_row(RuleTable(row, lines, number)) for number, row in rows)
    return found or head.refuse("rule", "至少一个部门")


def _row(table: RuleTable) -> Competence:
    table.refuse_unknown(_ROW)
    only = frozenset(table.choices("categories", Category)) or frozenset(Category)
    return Competence(
        department=table.text("department"),
        words=tuple(sorted(table.words("words"))) or table.refuse("words", "至少一个字样"),
        role=table.choice("role", Role),
        citation=table.text("citation"),
        confidence=table.choice("confidence", Confidence),
        families=frozenset(table.choices("families", Family)) or frozenset(Family),
        categories=only - frozenset(table.choices("not_categories", Category)),
        min_grade=table.choice("min_grade", Grade) if table.has("min_grade") else None,
    )
