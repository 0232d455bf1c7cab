"""A beating desk for tests: real services on a database, a fake clock, listeners that remember."""

from __future__ import annotations

from dataclasses import dataclass, field

from typing_extensions import override

from safetydesk.domain.changes import ChangeSet
from safetydesk.scheduling.beat import Beat, ClockStep, Listeners, Vitals
from safetydesk.services.heartbeats import HeartbeatService
from safetydesk.services.reminders import ReminderService
from safetydesk.services.views_reminders import AlarmItem
from tests.helpers.duty_state import SimpleSource


class FailingSource(SimpleSource):
    """Raises what it was told to, until it is mended."""

    def __init__(self) -> None:
        super().__init__()
        self.error: Exception | None = None

    @override
    def state(self, uow, now):
        if self.error is not None:
            self.asked += 1
            raise self.error
        return super().state(uow, now)


@dataclass
class Heard:
    """Everything the listeners were told."""

    changes: list[ChangeSet] = field(default_factory=list)
    alarms: list[tuple[AlarmItem, ...]] = field(default_factory=list)
    vitals: list[Vitals] = field(default_factory=list)
    steps: list[ClockStep] = field(default_factory=list)

    def listeners(self) -> Listeners:
        return Listeners(
            self.changes.append, self.alarms.append, self.vitals.append, self.steps.append
        )


@dataclass
class Rig:
    """One desk: its source of facts, services, beat, and what was heard."""

    source: FailingSource
    reminders: ReminderService
    heartbeats: HeartbeatService
    beat: Beat
    heard: Heard


def a_rig(transactions, clock, source=None, desk="第一席", heard=None) -> Rig:
    source = source or FailingSource()
    reminders = ReminderService(transactions, source, desk=desk)
    heartbeats = HeartbeatService(transactions, desk=desk)
    heard = heard or Heard()
    beat = Beat(reminders, heartbeats, clock, heard.listeners())
    return Rig(source, reminders, heartbeats, beat, heard)
