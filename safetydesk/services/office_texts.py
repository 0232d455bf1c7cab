"""Texts of the office beside shipped ones: which is in force, who changed it when, older ones."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class TextHistory:
    """A text that was put in force: when, by whom, why; ``own`` is False for the shipped one."""

    number: int
    since: datetime
    author: str
    reason: str
    own: bool


@dataclass(frozen=True)
class OfficeText:
    """A text for the settings: the one in force beside the shipped one."""

    key: str
    text: str
    shipped: str
    own: bool
    outdated: bool
    """Whether the shipped text has changed since the office made its copy."""
    history: tuple[TextHistory, ...]


class EditsText(Protocol):
    """What the settings do with one text, whatever it is."""

    def view(self) -> OfficeText:
        """The text as it stands."""
        ...

    def subjects(self) -> list[tuple[int, str]]:
        """What it can be tried on, with its name; none where it stands for itself."""
        ...

    def names(self) -> Mapping[str, str]:
        """What may stand in the text, with what it means."""
        ...

    def edition(self, number: int) -> str:
        """The words of an earlier text."""
        ...

    def preview(self, text: str, incident_id: int | None = None) -> str:
        """What a text makes; ``BadInput`` where it is wrong."""
        ...

    def put_in_force(self, actor: Actor, text: str, reason: str) -> Outcome[int]:
        """The office's own text from now on."""
        ...

    def take_back(self, actor: Actor, reason: str) -> Outcome[int]:
        """The shipped text holds again."""
        ...


def text_view(uow: UnitOfWork, key: str, shipped: str) -> OfficeText:
    """A text as it stands."""
    editions = uow.templates.of(key)
    names = {person.id: person.name for person in uow.people.all(active=False)}
    last = editions[-1] if editions else None
    own = last is not None and bool(last.text)
    return OfficeText(
        key,
        last.text if last and own else shipped,
        shipped,
        own,
        bool(last and own and last.based_on != _digest(shipped)),
        tuple(
            TextHistory(e.number, e.since, names.get(e.author_id or 0, ""), e.reason, bool(e.text))
            for e in editions
        ),
    )


def edition_of(uow: UnitOfWork, key: str, number: int, shipped: str) -> str:
    """The words of an earlier text; the shipped one where it was taken back."""
    found = [e.text for e in uow.templates.of(key) if e.number == number]
    return (found[0] if found else "") or shipped


def change_text(
    transactions: Transactions, actor: Actor, view: OfficeText, text: str, reason: str
) -> Outcome[int]:
    """The next text of its key; an empty one says that the shipped text holds again.

    Raises:
        RuleViolation: no reason, or it is in force already.
    """
    same = text.strip() == view.text.strip() if text else not view.own
    if same:
        raise RuleViolation("template.same")
    if not reason.strip():
        raise RuleViolation("template.no_reason")
    with transactions.act(actor, Permission.OFFICE_EDIT) as act:
        number = act.uow.templates.add(
            {
                "kind": view.key,
                "text": text,
                "based_on": _digest(view.shipped),
                "since": act.now,
                "author_id": act.actor.person_id,
                "reason": reason.strip(),
            }
        )
        after = {"number": number, "own": bool(text), "reason": reason.strip()}
        act.audit("template.change", Topic.OFFICE, view.key, after=after)
        act.touch(Topic.REPORTS)
    return act.outcome(number)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
