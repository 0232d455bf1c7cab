"""The office's terms for warnings, read from the shipped text and the rules it refers to."""

from __future__ import annotations

import tomllib
from datetime import time
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from safetydesk.domain.errors import BadInput
from safetydesk.domain.rule_pack import Confidence, Rule, Subject, rules_in_use
from safetydesk.domain.warning import WarningLevel, WarningStepKind
from safetydesk.domain.warning_policy import (
    CallingPolicy,
    CallTarget,
    ReportRhythm,
    RollRenewal,
    Scope,
    Source,
    Telling,
    WarningPolicy,
)
from safetydesk.resources import locate
from safetydesk.services.rule_editions import packs_now
from safetydesk.services.rule_fields import Lines, RuleTable
from safetydesk.services.rule_packs import load_packs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from safetydesk.storage.unit_of_work import UnitOfWork

_FILE = "policy.toml"
_PACK = "duty_desk"
_HEAD = frozenset({"schema", "name", "telling", "rhythm", "end", "calling", "target", "renewal"})
_LEVELS = {level.word: level for level in WarningLevel}


def policy_now(uow: UnitOfWork) -> WarningPolicy:
    """The policy with the terms of the rule texts that are in force in the office."""
    return _policy_of(tuple(rules_in_use(packs_now(uow, [_PACK]), Subject.WARNING)))


@cache
def shipped_policy() -> WarningPolicy:
    """The policy as shipped, for what knows no office."""
    return _policy_of(tuple(rules_in_use(load_packs([_PACK]), Subject.WARNING)))


@lru_cache(maxsize=8)
def _policy_of(rules: tuple[Rule, ...]) -> WarningPolicy:
    """The policy with these rules; kept, because every beat asks for it."""
    return read_policy(_shipped_text(), {rule.id: rule for rule in rules})


def read_policy(text: str, rules: Mapping[str, Rule], file: str = _FILE) -> WarningPolicy:
    """The policy of a TOML text; ``rules`` are those about warnings, by id.

    Raises:
        BadInput: naming the file, the line, the field and what was expected.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput("rule_pack.syntax", where=file, expected=f"TOML 文本（{error}）") from error
    head = RuleTable(document, Lines(text, file), None)
    head.refuse_unknown(_HEAD)
    end = head.inner(head.table("end"))
    tellings = (_telling(head.inner(row), rules) for row in head.tables("telling"))
    return WarningPolicy(
        name=head.text("name"),
        tellings=tuple(telling for telling in tellings if telling is not None),
        rhythms=tuple(_rhythm(head.inner(row)) for row in head.tables("rhythm")),
        before_end=end.duration("before"),
        end_source=_source(end),
        calling=_calling(
            head.inner(head.table("calling")),
            tuple(_target(head.inner(row)) for row in head.tables("target")),
        ),
        renewal=_renewal(head.inner(head.table("renewal"))),
    )


@cache
def _shipped_text() -> str:
    return locate(f"warnings/{_FILE}").read_text(encoding="utf-8")


def _telling(table: RuleTable, rules: Mapping[str, Rule]) -> Telling | None:
    """One thing owed for each message; None where the office has switched its rule off."""
    table.refuse_unknown(frozenset({"step", "rule"}))
    step = table.choice("step", WarningStepKind)
    rule = rules.get(table.text("rule"))
    if rule is None:
        return None
    within: timedelta | None = rule.schedule.within
    if within is None:
        table.refuse("rule", "有 within 时限的规则")
    return Telling(step, within, Source(rule.citation, rule.confidence))


def _rhythm(table: RuleTable) -> ReportRhythm:
    table.refuse_unknown(frozenset({"level", "every", "citation", "confidence"}))
    return ReportRhythm(_level(table, "level"), table.duration("every"), _source(table))


def _calling(table: RuleTable, targets: tuple[CallTarget, ...]) -> CallingPolicy:
    terms = ("list_within", "called_within", "answer_within")
    table.refuse_unknown(frozenset({"lowest", *terms, "wide_group", "citation", "confidence"}))
    return CallingPolicy(
        lowest=_level(table, "lowest"),
        list_within=table.duration("list_within"),
        called_within=table.duration("called_within"),
        answer_within=table.duration("answer_within"),
        source=_source(table),
        targets=targets,
        wide_group=table.text("wide_group"),
    )


def _target(table: RuleTable) -> CallTarget:
    table.refuse_unknown(frozenset({"scope", "group", "lowest", "ladder"}))
    return CallTarget(
        scope=table.choice("scope", Scope),
        lowest=_level(table, "lowest"),
        ladder=table.word_lists("ladder"),
        group=table.text("group", default=""),
    )


def _renewal(table: RuleTable) -> RollRenewal:
    table.refuse_unknown(frozenset({"month", "day", "at", "ahead", "citation", "confidence"}))
    at = table.clock_times("at")
    return RollRenewal(
        month=table.whole("month"),
        day=table.whole("day"),
        at=at[0] if at else time(17),
        ahead=table.duration("ahead"),
        source=_source(table),
    )


def _source(table: RuleTable) -> Source:
    return Source(table.text("citation"), table.choice("confidence", Confidence))


def _level(table: RuleTable, key: str) -> WarningLevel:
    """A level by its word."""
    return _LEVELS.get(table.text(key)) or table.refuse(key, "、".join(_LEVELS) + " 之一")
