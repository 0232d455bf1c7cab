"""Which text of a rule pack the office has in force, since when, and who put it there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Origin(StrEnum):
    """Where a text comes from.

    ``ADDED``: the text of a pack that the office put beside the shipped ones. ``REMOVED``: the
    office took such a pack away; its last text holds no rules.
    """

    SHIPPED = "shipped"
    OFFICE = "office"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class RuleEdition:
    """One text of a pack in the office's record; the texts of a pack are numbered from 1.

    ``since``: from when it held (UTC). ``based_on``: the digest of the shipped text behind it.
    """

    id: int
    pack: str
    number: int
    origin: str
    digest: str
    based_on: str
    since: datetime
    author_id: int | None
    reason: str

    @property
    def own(self) -> bool:
        """Whether the office wrote it itself."""
        return self.origin == Origin.OFFICE
