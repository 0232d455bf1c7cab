"""The shipped matrix of competent departments and peers, read and checked like a rule pack."""

from __future__ import annotations

import tomllib
from functools import cache

from safetydesk.domain.competence import Competence, Role
from safetydesk.domain.errors import BadInput
from safetydesk.domain.incident import Category, Family, Grade
from safetydesk.domain.rule_pack import Confidence
from safetydesk.resources import locate
from safetydesk.services.rule_fields import Lines, RuleTable

_FILE = "matrix.toml"
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


@cache
def shipped_matrix() -> tuple[Competence, ...]:
    """The rows as shipped."""
    return read_matrix(locate(f"competence/{_FILE}").read_text(encoding="utf-8"), _FILE)


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
    rows = enumerate(head.tables("rule"))
    return tuple(_row(RuleTable(row, lines, number)) for number, row in rows)


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
