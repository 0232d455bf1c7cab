"""Use cases of the office's own rule packs beside the shipped ones: add one, take one away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.rule_edition import Origin
from safetydesk.services.incident_case import assessment_of
from safetydesk.services.rule_editions import add_edition, base_text, digest_of_text, own_names
from safetydesk.services.rule_fields import Lines
from safetydesk.services.rule_packs import PACK_NAMES, parse_pack, shipped_rule_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetydesk.domain.rule_pack import RulePack
    from safetydesk.services.transaction import Act, Outcome, Transactions

_NAME = re.compile(r"[a-z][a-z0-9_]{1,39}")


class OwnPackService:
    """A pack of the office is a text like a shipped one, under a name of its own."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def check(self, text: str, file: str) -> RulePack:
        """The pack that a text would be.

        Raises:
            BadInput: it cannot be added, naming file, line, field and what was expected.
        """
        pack = parse_pack(text, file)
        lines = Lines(text, file)
        with self._transactions.read() as uow:
            taken = (*PACK_NAMES, *own_names(uow))
        if not _NAME.fullmatch(pack.id) or pack.id in taken:
            raise BadInput(
                "rule_pack.field",
                where=lines.place("id", None),
                expected="尚未使用的名称：小写字母开头，小写字母、数字和下划线，2 至 40 个字符",
            )
        if not pack.rules:
            raise BadInput(
                "rule_pack.field", where=lines.place("rule", None), expected="至少一条规则"
            )
        for place, rule in enumerate(pack.rules):
            if rule.id in shipped_rule_ids():
                where = lines.place("id", place)
                expected = "随附规则包没有用过的编号"
                raise BadInput("rule_pack.field", where=where, expected=expected)
        return pack

    def add(self, actor: Actor, text: str, file: str, reason: str) -> Outcome[str]:
        """Puts a pack beside the shipped ones; it is taken into use by itself. Returns its name.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: it cannot be added, naming file, line and field.
            RuleViolation: no reason.
        """
        pack = self.check(text, file)
        if not reason.strip():
            raise RuleViolation("rule_pack.no_reason")
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            act.uow.rule_editions.keep_others_away()
            number = add_edition(act, pack.id, text, Origin.ADDED, reason.strip())
            act.audit(
                "rules.add",
                Topic.OFFICE,
                pack.id,
                after={
                    "edition": number,
                    "name": pack.name,
                    "reason": reason.strip(),
                    "digest": digest_of_text(text),
                },
            )
        return act.outcome(pack.id)

    def remove(self, actor: Actor, pack: str, reason: str) -> Outcome[None]:
        """Takes a pack away, out of use as well; its former texts stay on record.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: there is no pack of that name.
            RuleViolation: it is a shipped one, no reason, or something that runs was made from it.
        """
        if pack in PACK_NAMES:
            raise RuleViolation("rule_pack.shipped")
        if not reason.strip():
            raise RuleViolation("rule_pack.no_reason")
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            act.uow.rule_editions.keep_others_away()
            name = parse_pack(base_text(act.uow, pack), f"{pack}.toml").name
            running = sorted(_running(act, pack))
            if running:
                raise RuleViolation("rule_pack.running", incidents="、".join(running))
            before = act.uow.office.facts().packs
            act.uow.office.use_packs([one for one in before if one != pack])
            add_edition(act, pack, _empty(pack, name), Origin.REMOVED, reason.strip())
            act.audit("rules.remove", Topic.OFFICE, pack, after={"reason": reason.strip()})
            act.touch(Topic.INCIDENTS)
            act.touch(Topic.REMINDERS)
        return act.outcome(None)


def _running(act: Act, pack: str) -> Iterator[str]:
    """The numbers of the open incidents in which something of a pack is still owed."""
    for incident in act.uow.incidents.all(only_open=True):
        if pack not in incident.packs:
            continue
        owed = assessment_of(act.uow, incident, act.now).obligations
        if any(one.pack == pack and one.status.open for one in owed):
            yield incident.number


def _empty(pack: str, name: str) -> str:
    """The text of a pack without rules: nothing begins by it any more."""
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'schema = 1\nid = "{pack}"\nname = "{quoted}"\nnote = "已移除"\n'
