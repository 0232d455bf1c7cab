"""What a message tells anew of an incident that is known already; the rest is no news."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.casualties import MEASURES
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.intake_proposals import (
    FACT,
    FLAG,
    NUMBER,
    Proposal,
    TimeProposed,
    incident_proposals,
)
from safetydesk.domain.report_news import day_hour_minute

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from safetydesk.domain.casualties import CasualtyState
    from safetydesk.domain.intake import Intake

OCCURRED, SOURCE = "occurred", "source"
_HEADS = {"place": FactField.PLACE, "unit": FactField.UNIT}
_OF_A_NEW_ONE = frozenset({"title", "category"})


@dataclass(frozen=True)
class Known:
    """What is known of the incident: numbers, facts in words, when it happened, circumstances."""

    numbers: CasualtyState
    numbers_at: datetime | None
    """As of when the numbers are known; a message that speaks of an earlier time is no news."""
    facts: Mapping[FactField, str]
    occurred_at: datetime | None
    flags: frozenset[str]


def follow_up_proposals(read: Intake, known: Known, zone: ZoneInfo) -> tuple[Proposal, ...]:
    """The news of a message; a number or time that was another one before says so."""
    return tuple(_news(read, known, zone))


def _news(read: Intake, known: Known, zone: ZoneInfo) -> Iterator[Proposal]:
    for item in incident_proposals(read, zone):
        family, _, name = item.target.partition(".")
        if item.target in _OF_A_NEW_ONE:
            continue
        if family == NUMBER:
            made = _number(item, known.numbers, name)
            if made is not None and _is_late(read, known):
                made = replace(made, doubt="早于现有数字的时间，请核对")
        elif item.target == OCCURRED:
            made = _time(item, known.occurred_at, zone)
        elif item.target in _HEADS or family == FACT:
            made = _fact(item, known.facts)
        else:
            made = None if family == FLAG and name in known.flags else item
        if made is not None:
            yield made


def _is_late(read: Intake, known: Known) -> bool:
    """Whether the message gives its numbers for a time before those that are known."""
    as_of = read.times.as_of
    return as_of is not None and known.numbers_at is not None and as_of.at < known.numbers_at


def _number(item: Proposal, numbers: CasualtyState, name: str) -> Proposal | None:
    """The number with the one before it; None where it is the same."""
    before = getattr(numbers, name) if name in MEASURES else None
    if before == item.value:
        return None
    if before is None:
        return item
    return replace(item, shown=f"{item.shown}（原{_measured(name, before)}）")


def _measured(name: str, value: Decimal) -> str:
    """A number in the unit in which proposals show it."""
    if name == "loss_yuan":
        return f"{value / 10_000:f}万元"
    return f"{value:f}公顷" if name == "burned_ha" else f"{value}人"


def _time(item: Proposal, before: datetime | None, zone: ZoneInfo) -> Proposal | None:
    """The time it happened, where the message says another one than is known."""
    if not isinstance(item.value, TimeProposed) or item.value.at == before:
        return None
    if before is None:
        return item
    was = day_hour_minute(before, zone)
    return replace(item, shown=f"{item.shown}（原{was}）", doubt=item.doubt or "将更正事发时间")


def _fact(item: Proposal, facts: Mapping[FactField, str]) -> Proposal | None:
    """A fact whose words are not there yet; place and unit of a new incident are facts now."""
    field = _HEADS.get(item.target) or FactField(item.target.split(".")[1])
    if str(item.value) in facts.get(field, ""):
        return None
    if item.target in _HEADS:
        return replace(item, target=f"{FACT}.{field.value}", label=field.chinese_name)
    return item
