"""What the frame shows, put into words: who is on duty, the alarm list, the state of the desk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from safetydesk.services.views_frame import (
    AlarmListView,
    DutyPhone,
    FaultView,
    FrameStatus,
    FrameView,
    HeaderView,
    Health,
    IncidentGlance,
    MuteView,
    OnDuty,
    PageCount,
    SignedIn,
    StatusItem,
    WarningGlance,
)

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor
    from safetydesk.services.views_duty import OnDutyView, ShiftView
    from safetydesk.ui.wording import Wording

LEADER = "leader"
# The posts whose people are named in the header; the others are one click away.
_NAMED = ("leader", "primary", "deputy")


class SoundHealth(StrEnum):
    """Whether alarms can be heard, as far as anybody knows."""

    UNTESTED = "untested"
    HEARD = "heard"
    UNHEARD = "unheard"
    NONE = "none"


@dataclass(frozen=True)
class DeskHealth:
    """How the parts of the desk are doing; instants aware, None where it is not known yet.

    ``fault``: ``failing`` (the beat raises errors), ``gone`` (for the file of the database is no
    more), ``stalled`` (the beat does not come), or nothing.
    """

    beat_at: datetime | None = None
    fault: str = ""
    database: str = ""
    backup_at: datetime | None = None
    sealed: int | None = None
    seal_broken_at: int | None = None
    sound: SoundHealth = SoundHealth.UNTESTED
    mute: MuteView | None = None


@dataclass(frozen=True)
class FrameFacts:
    """Everything the frame is made of, read in one go."""

    now: datetime
    shift: ShiftView | None
    on_duty: tuple[OnDutyView, ...]
    phones: tuple[tuple[str, str], ...]
    actor: Actor | None
    alarms: AlarmListView
    incidents: int
    overdue_incidents: bool
    health: DeskHealth
    office: str = ""
    in_hand: tuple[IncidentGlance, ...] = ()
    warnings: tuple[WarningGlance, ...] = ()
    demonstration: bool = False
    """Whether the office is invented and its clock is not the computer's."""


class FrameFeed(QObject):
    """Words for the frame; reads nothing itself."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording

    def view(self, facts: FrameFacts) -> FrameView:
        """The frame as it stands."""
        return FrameView(
            header=self._header(facts),
            alarms=replace(facts.alarms, manned=bool(facts.on_duty)),
            status=self._marked(self._status(facts.health), facts),
            counts={
                "incidents": PageCount(facts.incidents, overdue=facts.overdue_incidents),
                "warnings": PageCount(len(facts.warnings)),
            },
            incidents=facts.in_hand,
            warnings=facts.warnings,
        )

    def _marked(self, status: FrameStatus, facts: FrameFacts) -> FrameStatus:
        """The first mark of the status line tells a demonstration from an office."""
        if not facts.demonstration:
            return status
        mark = StatusItem(self.tr("Demonstration"), Health.WARN, self.tr("nothing here is real"))
        return replace(status, items=(mark, *status.items))

    def _header(self, facts: FrameFacts) -> HeaderView:
        """Who is on duty until when."""
        shift = facts.shift
        return HeaderView(
            office=facts.office,
            shift_name=self._shift_name(shift.planned_from) if shift else "",
            shift_start=shift.planned_from if shift else None,
            people=tuple(self._person(view) for view in facts.on_duty if view.post in _NAMED),
            turnover_at=shift.planned_to if shift else None,
            phones=tuple(DutyPhone(label, number) for label, number in facts.phones),
            signed_in=SignedIn(facts.actor.name) if facts.actor else None,
        )

    def _person(self, view: OnDutyView) -> OnDuty:
        """One person of the header; present while signed in and not out."""
        here = view.checked_in_at is not None and view.checked_out_at is None
        return OnDuty(
            post=view.label.removesuffix("领导"),
            name=view.name,
            phone=view.mobile,
            presence=self.tr("On duty") if here else "",
            present_since=view.checked_in_at if here else None,
            leads=view.post == LEADER,
        )

    def _shift_name(self, start: datetime) -> str:
        """「周六班」: the shift is named after the day on which it begins."""
        days = (
            self.tr("Monday shift"),
            self.tr("Tuesday shift"),
            self.tr("Wednesday shift"),
            self.tr("Thursday shift"),
            self.tr("Friday shift"),
            self.tr("Saturday shift"),
            self.tr("Sunday shift"),
        )
        return days[self._wording.today(start).weekday()]

    def _status(self, health: DeskHealth) -> FrameStatus:
        """The state of the desk itself, part by part."""
        return FrameStatus(
            items=(
                self._guard(health),
                self._database(health),
                self._backup(health),
                self._seal(health),
                self._sound(health),
            ),
            notice=self.tr("Internal · no state secrets on this computer"),
            fault=self._fault(health),
            mute=health.mute,
            no_sound=health.sound is SoundHealth.NONE,
        )

    def _fault(self, health: DeskHealth) -> FaultView | None:
        """What the red bar says, and what still works."""
        working = self.tr("Still working: log, phone records, contacts, printing.")
        if health.fault == "gone":
            title = self.tr("The database file is gone: nothing can be saved, no alarm comes")
            by_hand = self.tr("Print the log (F9), write by hand, do not close this window.")
            return FaultView(title, by_hand)
        if health.fault == "stalled":
            return FaultView(self.tr("The guard has stopped: alarms may not sound"), working)
        if health.fault == "doubtful":
            title = self.tr("Reminders do not agree with the facts: watch the deadlines yourself")
            return FaultView(title, working)
        if health.fault:
            return FaultView(self.tr("The guard keeps failing: alarms may not sound"), working)
        return None

    def _database(self, health: DeskHealth) -> StatusItem:
        """Where the data lies, and whether it still does."""
        if health.fault == "gone":
            return StatusItem(self.tr("Database"), Health.FAULT, self.tr("gone"))
        server = health.database == "server"
        place = self.tr("on the server") if server else self.tr("this computer")
        return StatusItem(self.tr("Database"), Health.OK, place)

    def _guard(self, health: DeskHealth) -> StatusItem:
        """Whether reminders are being watched over."""
        at = self._wording.time(health.beat_at, seconds=True) if health.beat_at else ""
        if health.fault and health.fault != "doubtful":
            return StatusItem(self.tr("Guard stopped"), Health.FAULT, at)
        return StatusItem(self.tr("Guard well"), Health.OK if at else Health.WARN, at)

    def _backup(self, health: DeskHealth) -> StatusItem:
        """When the data was last copied."""
        if health.backup_at is None:
            return StatusItem(self.tr("Backup"), Health.WARN, self.tr("none yet"))
        return StatusItem(self.tr("Backup"), Health.OK, self._wording.time(health.backup_at))

    def _seal(self, health: DeskHealth) -> StatusItem:
        """Whether the log is as it was written."""
        if health.seal_broken_at is not None:
            broken = self.tr("broken at entry {seq}").format(seq=health.seal_broken_at)
            return StatusItem(self.tr("Seal chain"), Health.FAULT, broken)
        if health.sealed is None:
            return StatusItem(self.tr("Seal chain"), Health.WARN, self.tr("not checked yet"))
        if not health.sealed:
            return StatusItem(self.tr("Seal chain"), Health.OK, self.tr("no entry yet"))
        checked = self.tr("{count} checked").format(count=f"{health.sealed:,}")
        return StatusItem(self.tr("Seal chain"), Health.OK, checked)

    def _sound(self, health: DeskHealth) -> StatusItem:
        """Whether alarms can be heard."""
        standing, words = {
            SoundHealth.UNTESTED: (Health.WARN, self.tr("not tested")),
            SoundHealth.HEARD: (Health.OK, self.tr("well")),
            SoundHealth.UNHEARD: (Health.WARN, self.tr("not heard; watch the screen")),
            SoundHealth.NONE: (Health.WARN, self.tr("no device; watch the screen")),
        }[health.sound]
        return StatusItem(self.tr("Sound"), standing, words)
