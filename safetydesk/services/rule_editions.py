"""Which rules hold for an incident: the recorded texts of the packs, or the shipped ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from safetydesk.domain.rule_edition import Origin, RuleEdition
from safetydesk.domain.rule_pack import PackPeriod, RulePack
from safetydesk.services.rule_packs import PACK_NAMES, load_packs, parse_pack, shipped_text
from safetydesk.services.sealing import sm3

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.transaction import Act
    from safetydesk.storage.unit_of_work import UnitOfWork

PackSource = Callable[["UnitOfWork", Sequence[str]], tuple[PackPeriod, ...]]
"""Where the rules of an incident come from."""


def periods_of(uow: UnitOfWork, names: Sequence[str]) -> tuple[PackPeriod, ...]:
    """The texts of the packs through time, the first from the beginning on.

    Raises:
        BadInput: an unknown name.
    """
    wanted = tuple(dict.fromkeys(names))
    recorded = uow.rule_editions.of(wanted)
    dated = {name: _dated(uow, name, recorded[name]) for name in wanted}
    changes = {since for texts in dated.values() for since, _ in texts if since is not None}
    return tuple(
        PackPeriod(since, tuple(_holding(dated[name], since) for name in wanted))
        for since in (None, *sorted(changes))
    )


def packs_now(uow: UnitOfWork, names: Sequence[str]) -> tuple[RulePack, ...]:
    """The packs as they are in force for what begins now."""
    return periods_of(uow, names)[-1].packs


def text_in_force(uow: UnitOfWork, name: str) -> str:
    """The newest text of a pack.

    Raises:
        BadInput: there is no pack of that name.
    """
    recorded = uow.rule_editions.of([name])[name]
    return uow.rule_editions.text(recorded[-1].id) if recorded else shipped_text(name)


def add_edition(act: Act, name: str, text: str, origin: Origin, reason: str) -> int:
    """Writes the next text of a pack, which holds from now on; returns its number."""
    return act.uow.rule_editions.add(
        {
            "pack": name,
            "origin": origin.value,
            "text": text,
            "digest": digest_of_text(text),
            "based_on": shipped_digest(name),
            "since": act.now,
            "author_id": act.actor.person_id,
            "reason": reason,
        }
    )


def keep_shipped_texts(act: Act) -> list[str]:
    """Records every shipped text that is new; an office's own text stays in force before it.

    Returns the packs whose text changed with the program.
    """
    recorded = act.uow.rule_editions.of(PACK_NAMES)
    unrecorded = unrecorded_texts(act.uow)
    for name in unrecorded:
        add_edition(act, name, shipped_text(name), Origin.SHIPPED, "")
    return [name for name in unrecorded if recorded[name]]


def unrecorded_texts(uow: UnitOfWork) -> list[str]:
    """The packs whose shipped text should be in force and is not on record yet."""
    recorded = uow.rule_editions.of(PACK_NAMES)
    return [
        name
        for name in PACK_NAMES
        if not recorded[name]
        or not (recorded[name][-1].own or recorded[name][-1].digest == shipped_digest(name))
    ]


def digest_of_text(text: str) -> str:
    """The digest by which two texts of a pack are told apart."""
    return sm3(text.encode("utf-8"))


@lru_cache(maxsize=32)
def shipped_digest(name: str) -> str:
    """The digest of the text that comes with the program."""
    return digest_of_text(shipped_text(name))


def _dated(
    uow: UnitOfWork, name: str, recorded: Sequence[RuleEdition]
) -> list[tuple[datetime | None, RulePack]]:
    if not recorded:
        return [(None, load_packs([name])[0])]
    return [
        (edition.since if number else None, _pack(uow, edition))
        for number, edition in enumerate(recorded)
    ]


def _holding(texts: Sequence[tuple[datetime | None, RulePack]], at: datetime | None) -> RulePack:
    """The text that held from an instant on; None asks for the first."""
    held = [pack for since, pack in texts if since is None or (at is not None and since <= at)]
    return held[-1]


def _pack(uow: UnitOfWork, edition: RuleEdition) -> RulePack:
    if edition.digest == shipped_digest(edition.pack):
        return _shipped(edition.pack, edition.number)
    return _parsed(uow.rule_editions.text(edition.id), edition.pack, edition.number)


@lru_cache(maxsize=64)
def _parsed(text: str, name: str, number: int) -> RulePack:
    return _numbered(parse_pack(text, f"{name}.toml"), number)


@lru_cache(maxsize=64)
def _shipped(name: str, number: int) -> RulePack:
    return _numbered(load_packs([name])[0], number)


def _numbered(pack: RulePack, number: int) -> RulePack:
    """The pack with the number of its text on every rule."""
    return replace(pack, rules=tuple(replace(rule, edition=number) for rule in pack.rules))
