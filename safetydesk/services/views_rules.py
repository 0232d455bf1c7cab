"""What the page of rule packs shows: packs, their rules, their text beside the shipped one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from safetydesk.domain.errors import BadInput
    from safetydesk.domain.incident import Medium, Recipient
    from safetydesk.domain.rule_pack import Confidence, Schedule
    from safetydesk.services.rule_text import Difference


@dataclass(frozen=True, kw_only=True)
class RuleLine:
    """A rule as it is in force; ``place`` counts the rules of its pack from 0.

    ``concerns_us``: whether it speaks to an office of this level. ``changed``: whether its term,
    recipients, medium or switch differ from what was shipped.
    """

    place: int
    id: str
    title: str
    report: str
    recipients: tuple[Recipient, ...]
    condition: str
    term: str
    schedule: Schedule
    medium: Medium | None
    effective_from: date | None
    effective_to: date | None
    citation: str
    confidence: Confidence
    on: bool
    concerns_us: bool
    changed: bool
    note: str


@dataclass(frozen=True, kw_only=True)
class PackView:
    """A pack as it is in force: since when, from whom, and whether the office uses it.

    ``own``: the office wrote its text. ``shipped_moved``: the program's own text has changed since.
    ``added``: the office put the pack beside the shipped ones. ``unread``: what this program cannot
    read of its recorded texts, with the number of the text; the rest of such a text holds.
    """

    id: str
    name: str
    note: str
    in_use: bool
    edition: int
    own: bool
    shipped_moved: bool
    since: datetime | None
    author: str
    reason: str
    rules: tuple[RuleLine, ...]
    added: bool = False
    unread: tuple[tuple[int, BadInput], ...] = ()


@dataclass(frozen=True)
class RuleBookView:
    """The office's region and level as chosen at its founding, and every pack."""

    office: str
    district: str
    level: str
    packs: tuple[PackView, ...]


@dataclass(frozen=True)
class PackText:
    """The text of a pack and in what it differs from the shipped one."""

    pack: str
    name: str
    text: str
    own: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class TextVerdict:
    """A text that is being written: how it differs, and the first fault with its line (from 1)."""

    differences: tuple[Difference, ...]
    fault: BadInput | None = None
    line: int | None = None
