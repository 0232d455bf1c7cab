"""Views of the invented night, for tests of the frame."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from safetydesk.services.views_frame import (
    AlarmAct,
    AlarmListView,
    AlarmState,
    AlarmView,
    DutyPhone,
    Guidance,
    HeaderView,
    OnDuty,
    SignedIn,
)

MIDNIGHT = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
"""00:00 on 22 November at the place."""
ALL = frozenset({AlarmAct.RESPOND, AlarmAct.ACKNOWLEDGE, AlarmAct.OPEN})
LATER = frozenset({AlarmAct.RESPOND, AlarmAct.SHELVE, AlarmAct.OPEN})


def at(hours: int, minutes: int) -> datetime:
    return MIDNIGHT + timedelta(hours=hours, minutes=minutes)


def alarm(key: str, level: int, due: datetime, **fields) -> AlarmView:
    """An alarm nobody has acknowledged, unless told otherwise."""
    given = {"title": f"提醒{key}", "to_whom": "市应急局", "response": "已报送", "acts": ALL}
    return AlarmView(key=key, level=level, due_at=due, **{**given, **fields})


def acknowledged(key: str, level: int, due: datetime) -> AlarmView:
    return alarm(
        key,
        level,
        due,
        state=AlarmState.ACKNOWLEDGED,
        acknowledged_by="李敏",
        acknowledged_at=at(5, 31),
        acts=LATER,
    )


def busy() -> AlarmListView:
    """One overdue and unacknowledged, one acknowledged and due soon."""
    steps = Guidance("请带班领导", "王建国 19900000001", "先电话报市局。")
    overdue = alarm("a", 1, at(5, 30), title="续报（二）", guidance=steps)
    return AlarmListView(alarms=(overdue, acknowledged("b", 2, at(5, 45))))


def header() -> HeaderView:
    return HeaderView(
        shift_name="周六班",
        shift_start=at(-16, 30),
        people=(
            OnDuty("主班", "李敏", "19900000002", "在岗", at(-16, 18)),
            OnDuty("带班", "王建国", "19900000001", leads=True),
        ),
        turnover_at=at(8, 30),
        phones=(DutyPhone("值班电话", "0000-5550110"),),
        signed_in=SignedIn("李敏"),
    )
