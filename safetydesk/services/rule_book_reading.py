"""How the packs in force become what the page of rule packs shows."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from safetydesk.domain.errors import BadInput
from safetydesk.domain.incident import ActorLevel
from safetydesk.domain.rule_wording import condition_words, term_words
from safetydesk.services.rule_editions import (
    all_names,
    base_text,
    digest_of_text,
    packs_now,
    text_faults,
)
from safetydesk.services.rule_packs import PACK_NAMES, parse_pack
from safetydesk.services.views_rules import PackView, RuleBookView, RuleLine

if TYPE_CHECKING:
    from safetydesk.domain.rule_edition import RuleEdition
    from safetydesk.domain.rule_pack import Rule, RulePack
    from safetydesk.storage.unit_of_work import UnitOfWork


def book_of(uow: UnitOfWork) -> RuleBookView:
    """Every pack, those of the office first."""
    facts = uow.office.facts()
    level = ActorLevel.of(facts.level)
    names = sorted(all_names(uow), key=lambda name: name not in facts.packs)
    packs = packs_now(uow, names)
    editions = uow.rule_editions.of(names)
    views = (
        _pack_view(uow, pack, editions[pack.id], level, in_use=pack.id in facts.packs)
        for pack in packs
    )
    return RuleBookView(facts.name, facts.district, level.chinese_name, tuple(views))


def edition_in_force(uow: UnitOfWork, pack: str) -> RuleEdition | None:
    """The newest recorded text of a pack; None where the shipped one holds unrecorded."""
    found = uow.rule_editions.of([pack])[pack]
    return found[-1] if found else None


def _pack_view(
    uow: UnitOfWork,
    pack: RulePack,
    editions: list[RuleEdition],
    level: ActorLevel,
    *,
    in_use: bool,
) -> PackView:
    newest = editions[-1] if editions else None
    own = newest is not None and newest.own
    author = newest.author_id if newest else None
    base = base_text(uow, pack.id)
    shipped = _rules_of(base, pack.id)
    return PackView(
        id=pack.id,
        name=pack.name,
        note=pack.note,
        in_use=in_use,
        edition=newest.number if newest else 0,
        own=own,
        shipped_moved=newest is not None and own and newest.based_on != digest_of_text(base),
        since=newest.since if newest else None,
        author=uow.people.get(author).name if author is not None else "",
        reason=newest.reason if newest else "",
        rules=tuple(_line(place, rule, shipped, level) for place, rule in enumerate(pack.rules)),
        added=pack.id not in PACK_NAMES,
        unread=text_faults(uow, pack.id),
    )


@lru_cache(maxsize=64)
def _rules_of(text: str, name: str) -> tuple[Rule, ...]:
    """The rules of a text that was shipped or added; none where it is read no more."""
    try:
        return parse_pack(text, f"{name}.toml").rules
    except BadInput:
        return ()


def _line(place: int, rule: Rule, shipped: tuple[Rule, ...], level: ActorLevel) -> RuleLine:
    return RuleLine(
        place=place,
        id=rule.id,
        title=rule.title,
        report=rule.report.chinese_name,
        recipients=rule.to,
        condition=condition_words(rule),
        term=term_words(rule),
        schedule=rule.schedule,
        medium=rule.medium,
        effective_from=rule.effective_from,
        effective_to=rule.effective_to,
        citation=rule.citation,
        confidence=rule.confidence,
        on=rule.default_on,
        concerns_us=level in rule.actors,
        changed=not any(_same(rule, other) for other in shipped),
        note=rule.note,
    )


def _same(rule: Rule, other: Rule) -> bool:
    """Whether a rule says what a shipped one says."""
    return all(
        getattr(rule, name) == getattr(other, name)
        for name in ("id", "title", "to", "schedule", "medium", "default_on", "when", "actors")
    )
