"""Which rules hold for an incident: the recorded texts of the packs, or the shipped ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from safetydesk.domain.errors import BadInput
from safetydesk.domain.rule_edition import Origin, RuleEdition
from safetydesk.domain.rule_pack import PackPeriod, RulePack
from safetydesk.services.rule_packs import PACK_NAMES, load_packs, parse_pack, shipped_text
from safetydesk.services.rule_salvage import salvaged
from safetydesk.services.sealing import sm3

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.transaction import Act
    from safetydesk.storage.unit_of_work import UnitOfWork

RESERVED = "@"
"""What begins the names of recorded texts that are no rule packs."""
_OWN_PACK = frozenset({Origin.ADDED, Origin.REMOVED})
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


def own_names(uow: UnitOfWork) -> tuple[str, ...]:
    """The packs that the office put beside the shipped ones and did not take away."""
    return tuple(
        name
        for name, newest in uow.rule_editions.newest().items()
        if name not in PACK_NAMES
        and not name.startswith(RESERVED)
        and newest.origin != Origin.REMOVED
    )


def all_names(uow: UnitOfWork) -> tuple[str, ...]:
    """The shipped packs and those of the office, in the order of the settings page."""
    return (*PACK_NAMES, *own_names(uow))


def base_text(uow: UnitOfWork, name: str) -> str:
    """What the office's text of a pack is compared with: as shipped, or as it was added.

    Raises:
        BadInput: there is no pack of that name.
    """
    if name in PACK_NAMES:
        return shipped_text(name)
    added = [e for e in uow.rule_editions.of([name])[name] if e.origin == Origin.ADDED]
    if not added or name not in own_names(uow):
        expected = "、".join(all_names(uow)) + " 之一"
        raise BadInput("rule_pack.unknown", where="packs", expected=expected)
    return uow.rule_editions.text(added[-1].id)


def text_faults(uow: UnitOfWork, name: str) -> tuple[tuple[int, BadInput], ...]:
    """What this program cannot read of the recorded texts of a pack, with the text's number."""
    return tuple(
        (edition.number, fault)
        for edition in uow.rule_editions.of([name])[name]
        if not _is_shipped(edition)
        for fault in _read(uow.rule_editions.text(edition.id), name, edition.number)[1]
    )


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
            "based_on": digest_of_text(text if origin in _OWN_PACK else base_text(act.uow, name)),
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
    if _is_shipped(edition):
        return _shipped(edition.pack, edition.number)
    return _read(uow.rule_editions.text(edition.id), edition.pack, edition.number)[0]


def _is_shipped(edition: RuleEdition) -> bool:
    """Whether the text is the one that this program ships."""
    return edition.pack in PACK_NAMES and edition.digest == shipped_digest(edition.pack)


@lru_cache(maxsize=64)
def _read(text: str, name: str, number: int) -> tuple[RulePack, tuple[BadInput, ...]]:
    """A recorded text, or what can still be read of it, and what cannot."""
    try:
        pack = parse_pack(text, f"{name}.toml")
    except BadInput as fault:
        shipped = load_packs([name])[0].rules if name in PACK_NAMES else ()
        pack, faults = salvaged(text, name, shipped)
        return _numbered(pack, number), faults or (fault,)
    return _numbered(pack, number), ()


@lru_cache(maxsize=64)
def _shipped(name: str, number: int) -> RulePack:
    return _numbered(load_packs([name])[0], number)


def _numbered(pack: RulePack, number: int) -> RulePack:
    """The pack with the number of its text on every rule."""
    return replace(pack, rules=tuple(replace(rule, edition=number) for rule in pack.rules))
