"""Use cases of the reporting rules: see what holds, switch a rule, change a copy, take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission, system
from safetydesk.domain.changes import ChangeSet, Topic
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.founding import NATIONAL
from safetydesk.domain.rule_edition import Origin
from safetydesk.services.rule_book_reading import book_of, edition_in_force
from safetydesk.services.rule_editions import (
    add_edition,
    all_names,
    base_text,
    digest_of_text,
    keep_shipped_texts,
    packs_now,
    shipped_digest,
    text_in_force,
    unrecorded_texts,
)
from safetydesk.services.rule_packs import PACK_NAMES, parse_pack
from safetydesk.services.rule_text import (
    differences,
    line_of,
    schedule_values,
    with_values,
    words_value,
)
from safetydesk.services.transaction import Outcome
from safetydesk.services.views_rules import PackText, RuleBookView, TextVerdict

if TYPE_CHECKING:
    from safetydesk.domain.incident import Medium, Recipient
    from safetydesk.domain.rule_pack import RulePack, Schedule
    from safetydesk.services.transaction import Act, Transactions


@dataclass(frozen=True, kw_only=True)
class RuleChange:
    """Another term, other recipients or another medium for one rule of a pack.

    ``place`` counts the rules of the pack from 0; ``rule`` is the id that stands there.
    """

    place: int
    rule: str
    schedule: Schedule
    recipients: tuple[Recipient, ...]
    medium: Medium | None


class RuleBookService:
    """The rule packs of the office; what is changed holds for what begins afterwards."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def view(self) -> RuleBookView:
        """Every pack with its rules as they are in force."""
        with self._transactions.read() as uow:
            return book_of(uow)

    def text(self, pack: str) -> PackText:
        """The text of a pack and its difference to the shipped one.

        Raises:
            BadInput: there is no pack of that name.
        """
        with self._transactions.read() as uow:
            shipped = base_text(uow, pack)
            text = text_in_force(uow, pack)
            edition = edition_in_force(uow, pack)
            name = packs_now(uow, [pack])[0].name
        own = edition is not None and edition.own
        return PackText(pack, name, text, own, differences(shipped, text))

    def compare(self, pack: str, text: str) -> TextVerdict:
        """A text that is being written, checked and beside the shipped one.

        Raises:
            BadInput: there is no pack of that name.
        """
        with self._transactions.read() as uow:
            rows = differences(base_text(uow, pack), text)
        try:
            _checked(pack, text)
        except BadInput as fault:
            return TextVerdict(rows, fault, line_of(fault, text))
        return TextVerdict(rows)

    def save(self, actor: Actor, pack: str, text: str, reason: str) -> Outcome[int]:
        """Puts a text of the office in force; returns the number of the edition.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: it is no rule pack, naming line and field.
            RuleViolation: no reason, or it says what is in force already.
        """
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            number = _put_in_force(act, pack, text, reason)
        return act.outcome(number)

    def change(self, actor: Actor, pack: str, wanted: RuleChange, reason: str) -> Outcome[int]:
        """Another term, other recipients or another medium for one rule.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: the outcome is no rule pack, naming line and field.
            RuleViolation: no reason, nothing changed, or another rule stands there meanwhile.
        """
        values = {
            **schedule_values(wanted.schedule),
            "to": words_value([to.value for to in wanted.recipients]),
            "medium": f'"{wanted.medium.value}"' if wanted.medium else None,
        }
        return self._rewrite(actor, pack, (wanted.place, wanted.rule), values, reason)

    def switch(
        self, actor: Actor, pack: str, rule: tuple[int, str], *, on: bool, reason: str
    ) -> Outcome[int]:
        """Takes a rule into use or out of it; ``rule`` is its place and its id.

        Raises:
            AccessDenied: not a supervisor.
            RuleViolation: no reason, it stands so already, or another rule stands there meanwhile.
        """
        values: dict[str, str | None] = {"default_on": "true" if on else "false"}
        return self._rewrite(actor, pack, rule, values, reason)

    def take_back(self, actor: Actor, pack: str, reason: str) -> Outcome[int]:
        """Puts the shipped text in force again.

        Raises:
            AccessDenied: not a supervisor.
            RuleViolation: no reason, or the shipped text is in force.
        """
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            number = _put_in_force(act, pack, base_text(act.uow, pack), reason)
        return act.outcome(number)

    def use(self, actor: Actor, pack: str, *, on: bool, reason: str) -> Outcome[None]:
        """Takes a pack into use for incidents opened from now on, or out of it.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: there is no pack of that name.
            RuleViolation: no reason, it stands so already, or the national one is to go.
        """
        if not reason.strip():
            raise RuleViolation("rule_pack.no_reason")
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            base_text(act.uow, pack)
            before = act.uow.office.facts().packs
            if (pack in before) == on:
                raise RuleViolation("rule_pack.unchanged")
            if pack == NATIONAL:
                raise RuleViolation("rule_pack.national")
            wanted = (*before, pack) if on else tuple(name for name in before if name != pack)
            after = [name for name in all_names(act.uow) if name in wanted]
            act.uow.office.use_packs(after)
            act.audit(
                "rules.in_use",
                Topic.OFFICE,
                pack,
                before={"packs": list(before)},
                after={"packs": after, "reason": reason.strip()},
            )
        return act.outcome(None)

    def keep_shipped(self, desk: str = "") -> Outcome[list[str]]:
        """Records the shipped texts that are new; returns the packs that changed with the program.

        To be called when a desk starts: what runs then keeps the text it was made from.
        """
        with self._transactions.read() as uow:
            if not unrecorded_texts(uow):
                return Outcome([], ChangeSet.of(()))
        with self._transactions.act(system(desk), Permission.OFFICE_EDIT) as act:
            act.uow.rule_editions.keep_others_away()
            changed = keep_shipped_texts(act)
            for pack in changed:
                act.audit(
                    "rules.shipped", Topic.OFFICE, pack, after={"digest": shipped_digest(pack)}
                )
        return act.outcome(changed)

    def _rewrite(
        self,
        actor: Actor,
        pack: str,
        rule: tuple[int, str],
        values: dict[str, str | None],
        reason: str,
    ) -> Outcome[int]:
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            act.uow.rule_editions.keep_others_away()
            text = text_in_force(act.uow, pack)
            place, rule_id = rule
            rules = parse_pack(text, f"{pack}.toml").rules
            if place >= len(rules) or rules[place].id != rule_id:
                raise RuleViolation("rule_pack.moved", rule=rule_id)
            number = _put_in_force(act, pack, with_values(text, place, values), reason)
        return act.outcome(number)


def _checked(pack: str, text: str) -> RulePack:
    """The pack of a text, which must keep its name."""
    parsed = parse_pack(text, f"{pack}.toml")
    if parsed.id != pack:
        raise BadInput("rule_pack.field", where=f"{pack}.toml id", expected=f'"{pack}"')
    return parsed


def _put_in_force(act: Act, pack: str, text: str, reason: str) -> int:
    """Writes the next edition, with its audit row; obligations of before keep theirs."""
    if not reason.strip():
        raise RuleViolation("rule_pack.no_reason")
    act.uow.rule_editions.keep_others_away()
    before = text_in_force(act.uow, pack)
    _checked(pack, text)
    if text == before:
        raise RuleViolation("rule_pack.unchanged")
    added = pack not in PACK_NAMES
    shipped = text == base_text(act.uow, pack)
    if not act.uow.rule_editions.of([pack])[pack]:
        keep_shipped_texts(act)
    origin = Origin.ADDED if added else Origin.SHIPPED
    number = add_edition(act, pack, text, origin if shipped else Origin.OFFICE, reason.strip())
    lines = [f"{row.mark}{row.line}" for row in differences(before, text) if row.mark in "+-"]
    act.audit(
        "rules.shipped_again" if shipped else "rules.edit",
        Topic.OFFICE,
        pack,
        before={"digest": digest_of_text(before)},
        after={"edition": number, "reason": reason.strip(), "lines": lines},
    )
    act.touch(Topic.INCIDENTS)
    act.touch(Topic.REMINDERS)
    return number
