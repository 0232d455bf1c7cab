"""Which rule packs there are, and how their files are read and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from safetydesk.domain.errors import BadInput
from safetydesk.domain.rule_pack import Rule, RulePack
from safetydesk.resources import locate
from safetydesk.services.rule_fields import Lines, RuleTable
from safetydesk.services.rule_reading import read_rule

PACK_NAMES = (
    "national",
    "ministry",
    "shandong",
    "henan",
    "wuhan",
    "shanghai",
    "chongqing",
    "beijing",
    "jiangxi",
    "anhui",
    "hebei",
    "sector",
    "local_30_60",
    "holiday",
    "duty_desk",
)
"""The packs that are shipped, in the order of the settings page."""

_SCHEMA = 1
_PACK_KEYS = frozenset({"schema", "id", "name", "note", "defaults", "rule"})


def shipped_text(name: str) -> str:
    """The text of a shipped pack, for comparing an office's own copy with it.

    Raises:
        BadInput: there is no pack of that name.
    """
    if name not in PACK_NAMES:
        raise BadInput("rule_pack.unknown", where="packs", expected="、".join(PACK_NAMES) + " 之一")
    return locate(f"rules/{name}.toml").read_text(encoding="utf-8")


def load_packs(
    names: Sequence[str], own_texts: Mapping[str, str] | None = None
) -> tuple[RulePack, ...]:
    """The packs of the given names; an office's own text stands in for the shipped one.

    Raises:
        BadInput: an unknown name, or a text that is no rule pack (naming file, line and field).
    """
    own = own_texts or {}
    return tuple(
        parse_pack(own[name], f"{name}.toml") if name in own else _shipped(name)
        for name in dict.fromkeys(names)
    )


@cache
def shipped_rule_ids() -> frozenset[str]:
    """The ids of every rule of every shipped pack, whatever it is about."""
    return frozenset(rule.id for name in PACK_NAMES for rule in _shipped(name).rules)


@cache
def _shipped(name: str) -> RulePack:
    return parse_pack(shipped_text(name), f"{name}.toml")


def parse_pack(text: str, file: str) -> RulePack:
    """The rule pack that a TOML text holds; ``file`` stands for it in refusals.

    Raises:
        BadInput: naming the file, the line, the field and what was expected.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput("rule_pack.syntax", where=file, expected=f"TOML 文本（{error}）") from error
    head = RuleTable(document, Lines(text, file), None)
    head.refuse_unknown(_PACK_KEYS)
    if head.whole("schema") != _SCHEMA:
        head.refuse("schema", str(_SCHEMA))
    pack_id = head.text("id")
    defaults = head.table("defaults")
    rules = tuple(
        read_rule(pack_id, RuleTable({**defaults, **row}, Lines(text, file), number))
        for number, row in enumerate(head.tables("rule"))
    )
    _refuse_doubles(rules, Lines(text, file))
    return RulePack(pack_id, head.text("name"), rules, head.text("note", default=""))


def _refuse_doubles(rules: Sequence[Rule], lines: Lines) -> None:
    """An id may stand for several reports, but not twice for one report to one recipient.

    A ladder of its own tells two terms of one rule apart.
    """
    seen: set[tuple[object, ...]] = set()
    for number, rule in enumerate(rules):
        keys = {
            (
                rule.id,
                rule.ladder,
                rule.report,
                to,
                actor,
                category,
                rule.effective_from or date.min,
            )
            for actor in rule.actors
            for category in rule.categories
            for to in rule.recipients(actor)
        }
        if keys & seen:
            raise BadInput(
                "rule_pack.double",
                where=lines.place("id", number),
                expected="同一 id、报送种类、对象只出现一次",
            )
        seen |= keys
