"""The sentences a handover writes into the log, proposed for the officer to complete."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.presence import PlannedDuty, is_no_show
from safetydesk.domain.shift import planned_shift
from safetydesk.domain.spans import Span
from safetydesk.services.shifts import attendance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from safetydesk.domain.handover import Handover, HandoverItem, OpenItem
    from safetydesk.storage.unit_of_work import UnitOfWork


def draft_words(items: Sequence[OpenItem]) -> str:
    """交接准备：how much is open, by number and title."""
    matters = sorted(_named(items, "matter:"))
    incidents = _named(items, "incident:")
    counted = f"未办结{len(matters)}项" + (f"（{'、'.join(matters)}）" if matters else "")
    return "交接准备：" + "，".join([counted, *(f"事件{name}未终报" for name in incidents)])


def closing_words(uow: UnitOfWork, now: datetime, incoming: str) -> str:
    """The last line of the old shift: with whom, and who has not come."""
    words = f"与{incoming}交接完毕，双方签字"
    missing = missing_people(uow, now)
    return words + "".join(f"；接班{label}{name}未到" for label, name in missing)


def opening_words(uow: UnitOfWork, handover: Handover, outgoing: str) -> str:
    """The first line of the new shift: from whom, what is open, keys and seals."""
    matters = _named(handover.items, "matter:")
    office = uow.office.facts()
    received = f"接收未办结{len(matters)}项" + (f"（{'、'.join(matters)}）" if matters else "")
    things = "、".join(f"{name}{count}" for name, count in handover.content.hand_items[:2])
    phone = "；值班电话拨测正常" if office.duty_phones else ""
    return f"与{outgoing}面对面交接，{received}{phone}" + (f"；{things}" if things else "")


def missing_people(uow: UnitOfWork, now: datetime) -> list[tuple[str, str]]:
    """(post, name) of everybody of the shift now beginning who has not signed in.

    From the turnover on, not only after the ten minutes that make a no-show: the line is written
    at the signature and says who is not there.
    """
    office = uow.office.facts()
    span = planned_shift(now, office.turnover_time, office.zoneinfo)
    late = span.start + timedelta(minutes=10)
    return [
        (view.label, view.name)
        for view in attendance(uow, span)
        if is_no_show(
            PlannedDuty(str(view.person_id), view.post, Span(view.planned_from, view.planned_to)),
            max(now, late),
            came=view.actual_from is not None,
        )
    ]


def _named(items: Sequence[OpenItem | HandoverItem], prefix: str) -> list[str]:
    """The numbers of the items of one area: the first word of their titles."""
    return [item.title.split(" ")[0] for item in items if item.subject.startswith(prefix)]
