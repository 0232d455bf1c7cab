"""The matters that are open, as the handover carries them on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from safetydesk.domain.handover import OpenItem
from safetydesk.domain.matter import Matter, MatterState
from safetydesk.domain.shift import planned_shift
from safetydesk.services.responsibility import EARLY_RELIEF
from safetydesk.services.set_apart import BY_HAND, one_by_one

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.storage.unit_of_work import UnitOfWork

_ANSWER, _CLOSE = "反馈", "办结"


class OpenMatters:
    """A source of open items: every matter until it is closed (domain dossier §6.3)."""

    def items(self, uow: UnitOfWork, now: datetime) -> list[OpenItem]:
        """The open matters; level Ⅱ when due before the next shift ends, otherwise Ⅲ.

        One that no rule can read is carried on too, of level Ⅱ.
        """
        office = uow.office.facts()
        # A draft made shortly before the turnover is read by the shift that then begins.
        until = planned_shift(now + EARLY_RELIEF, office.turnover_time, office.zoneinfo).end
        items = one_by_one(
            lambda: (_item(matter, until) for matter in uow.matters.open()),
            partial(uow.matters.heads, now),
            lambda head: _item(uow.matters.get(head.id), until),
            _unread,
        )
        return list(items)


def _unread(head: Matter) -> OpenItem:
    """A matter whose steps cannot be read."""
    return OpenItem(
        subject=f"matter:{head.id}",
        level=2,
        title=f"{head.number} {head.title}",
        situation=BY_HAND,
        next_step=_CLOSE,
    )


def _item(matter: Matter, until: datetime) -> OpenItem:
    answered = matter.state is MatterState.ANSWERED and matter.answered_at is not None
    return OpenItem(
        subject=f"matter:{matter.id}",
        level=2 if matter.due_at is not None and matter.due_at <= until else 3,
        title=f"{matter.number} {matter.title}",
        situation="，".join(part for part in (matter.state.value, matter.owner) if part),
        next_step=_CLOSE if answered else _ANSWER,
        next_due_at=matter.due_at,
    )
