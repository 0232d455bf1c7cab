"""Who is competent for which sort of incident, and whom the law names to be told, with citation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.incident import Category, Family, Grade

if TYPE_CHECKING:
    from safetydesk.domain.rule_pack import Confidence


class Role(StrEnum):
    """What a department is to an incident."""

    COMPETENT = "competent"
    PEER = "peer"

    @property
    def chinese_name(self) -> str:
        """The word on screen and paper."""
        return {"competent": "主管部门", "peer": "应通报"}[self.value]


@dataclass(frozen=True, kw_only=True)
class Competence:
    """A row of the matrix: a department, what it is to which incidents, and by which text.

    ``words``: an office whose name holds one of them is this department. ``min_grade``: only for
    incidents of at least this potential grade.
    """

    department: str
    words: tuple[str, ...]
    role: Role
    citation: str
    confidence: Confidence
    families: frozenset[Family] = field(default_factory=lambda: frozenset(Family))
    categories: frozenset[Category] = field(default_factory=lambda: frozenset(Category))
    min_grade: Grade | None = None

    def concerns(self, family: Family, category: Category, potential: Grade | None) -> bool:
        """Whether the row speaks about such an incident."""
        grave = self.min_grade is None or (
            potential is not None and potential.at_least(self.min_grade)
        )
        return family in self.families and category in self.categories and grave

    def is_named(self, name: str) -> bool:
        """Whether an office of this name is the department."""
        return any(word in name for word in self.words)


def involved(
    matrix: Iterable[Competence], family: Family, category: Category, potential: Grade | None
) -> tuple[Competence, ...]:
    """The rows for an incident: those who are competent, then those who must be told."""
    rows = [row for row in matrix if row.concerns(family, category, potential)]
    return tuple(sorted(rows, key=lambda row: row.role is not Role.COMPETENT))
