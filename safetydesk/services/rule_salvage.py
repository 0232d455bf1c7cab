"""What can still be read of a recorded rule text that this program no longer reads as a whole."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from safetydesk.domain.errors import BadInput
from safetydesk.domain.incident import ActorLevel, Category, Family, Recipient, ReportKind
from safetydesk.domain.rule_pack import Rule, RulePack
from safetydesk.services.rule_fields import Lines, RuleTable
from safetydesk.services.rule_reading import RULE_KEYS, read_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = {
    "actors": frozenset(ActorLevel),
    "families": frozenset(Family),
    "categories": frozenset(Category),
    "not_categories": frozenset(Category),
    "accepts": frozenset(ReportKind),
    "to": frozenset(Recipient),
}
_ID = re.compile(r"^\s*id\s*=\s*[\"']([^\"']+)", re.MULTILINE)
_NOTHING: Mapping[str, object] = {}
_HEAD = re.compile(r"^\s*\[\[\s*rule\s*\]\]", re.MULTILINE)


def salvaged(
    text: str, name: str, stand_in: Sequence[Rule] = ()
) -> tuple[RulePack, tuple[BadInput, ...]]:
    """The rules that can be read one by one, as they were recorded, and why the others cannot.

    Fields that this program does not know are passed over, and so are unknown words in a list that
    holds known ones too. For a rule that cannot be read at all the rules of ``stand_in`` with its
    id hold: a report too many is better than one forgotten. A text of before must not stop an
    incident: whoever runs the desk is told by the settings and by ``doctor``.
    """
    starts = [found.start() for found in _HEAD.finditer(text)]
    ends = [*starts[1:], len(text)]
    head = _document(text[: starts[0]] if starts else text) or {}
    defaults = _table(head.get("defaults"))
    lines = Lines(text, f"{name}.toml")
    rules: list[Rule] = []
    faults: list[BadInput] = []
    lost: list[str] = []
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        try:
            rules.append(_rule(text[start:end], defaults, name, (lines, place)))
        except BadInput as fault:
            faults.append(fault)
            lost += [found[1] for found in _ID.finditer(text, start, end)]
    rules += [one for one in stand_in if one.id in lost and not _said(one, rules)]
    title = head.get("name")
    return RulePack(name, title if isinstance(title, str) else name, tuple(rules)), tuple(faults)


def _said(rule: Rule, rules: Sequence[Rule]) -> bool:
    """Whether one of the rules asks for the same report under the same id."""
    return any(
        one.id == rule.id
        and one.report is rule.report
        and one.actors & rule.actors
        and set(one.to) & set(rule.to)
        for one in rules
    )


def _rule(block: str, defaults: Mapping[str, object], name: str, where: tuple[Lines, int]) -> Rule:
    """The rule of one block.

    Raises:
        BadInput: it cannot be read, naming the line.
    """
    lines, place = where
    read = _document(block)
    if read is None:
        raise BadInput("rule_pack.syntax", where=lines.place("id", place), expected="TOML 文本")
    values = next(_tables(read.get("rule")), _NOTHING)
    known = {
        key: _known_words(key, value)
        for key, value in {**defaults, **values}.items()
        if key in RULE_KEYS
    }
    return read_rule(name, RuleTable(known, lines, place))


def _known_words(key: str, value: object) -> object:
    """A list without the words that its closed set no longer has; unchanged where none is left."""
    words = _WORDS.get(key)
    if words is None or not isinstance(value, list):
        return value
    held = cast("list[object]", value)
    return [word for word in held if word in words] or held


def _document(text: str) -> Mapping[str, object] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _tables(value: object) -> Iterator[Mapping[str, object]]:
    for row in cast("list[object]", value) if isinstance(value, list) else ():
        yield _table(row)


def _table(value: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}
