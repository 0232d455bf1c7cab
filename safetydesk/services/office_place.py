"""Use cases of the office's place: its level and its region, changed after the founding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.founding import LONGEST, Field
from safetydesk.domain.incident import SUPERIOR_OF, ActorLevel
from safetydesk.services.rule_editions import packs_now

if TYPE_CHECKING:
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.services.transaction import Outcome, Transactions


@dataclass(frozen=True)
class PlaceEffect:
    """What another level would change, to be said before it is done.

    ``rules_before`` and ``rules_after``: how many rules in use speak to an office of the level.
    ``kept``: the open incidents, which go on as those of the level they were opened at.
    """

    before: ActorLevel
    after: ActorLevel
    rules_before: int
    rules_after: int
    kept: int

    @property
    def superior_before(self) -> str:
        """Whom 上一级 means now."""
        return SUPERIOR_OF[self.before].chinese_name

    @property
    def superior_after(self) -> str:
        """Whom 上一级 would mean."""
        return SUPERIOR_OF[self.after].chinese_name


class OfficePlaceService:
    """The level by which rules speak to the office, and the region named in what it writes."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def facts(self) -> OfficeFacts:
        """The office as it is."""
        with self._transactions.read() as uow:
            return uow.office.facts()

    def effect(self, level: ActorLevel) -> PlaceEffect:
        """What it would change to be an office of a level."""
        with self._transactions.read() as uow:
            facts = uow.office.facts()
            before = ActorLevel.of(facts.level)
            rules = [rule for pack in packs_now(uow, facts.packs) for rule in pack.rules]
            speaking, would = (
                sum(rule.default_on and one in rule.actors for rule in rules)
                for one in (before, level)
            )
            kept = len(uow.incidents.all(only_open=True))
        return PlaceEffect(before, level, speaking, would, kept)

    def change(self, actor: Actor, level: ActorLevel, district: str, reason: str) -> Outcome[None]:
        """Makes it an office of another level or region, for incidents opened from now on.

        Those in hand keep the level they were opened at, so what is running keeps its text.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: no region, or one that is too long.
            RuleViolation: no reason, or it is so already.
        """
        region = district.strip()
        if not region or len(region) > LONGEST[Field.DISTRICT]:
            raise BadInput("office.no_district", where="district")
        if not reason.strip():
            raise RuleViolation("rule_pack.no_reason")
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            facts = act.uow.office.facts()
            if (facts.level, facts.district) == (level.value, region):
                raise RuleViolation("rule_pack.unchanged")
            act.uow.office.put_place(level.value, region)
            act.audit(
                "office.place",
                Topic.OFFICE,
                before={"level": facts.level, "district": facts.district},
                after={"level": level.value, "district": region, "reason": reason.strip()},
            )
            act.touch(Topic.REMINDERS)
        return act.outcome(None)
