"""Use cases of paper: each makes a sheet as things stand, and notes who wanted it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.handover import ordered
from safetydesk.services import (
    calling_sheet,
    handover_sheet,
    report_sheet,
    roster_sheet,
    shift_log_sheet,
    timeline_sheet,
)
from safetydesk.services.duty_month import turn_of
from safetydesk.services.rule_editions import periods_of
from safetydesk.services.shift_work import open_titles
from safetydesk.services.shift_work_reading import work_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from safetydesk.domain.handover import Handover
    from safetydesk.domain.report import ReportContent
    from safetydesk.domain.shift import Shift
    from safetydesk.services.calling_sheet import CallingSheet
    from safetydesk.services.open_work import OpenWork
    from safetydesk.services.rule_editions import PackSource
    from safetydesk.services.sheets import (
        HandoverSheet,
        ReportSheet,
        RosterForm,
        RosterSheet,
        ShiftLogSheet,
    )
    from safetydesk.services.timeline_sheet import TimelineSheet
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class NamedReport:
    """A report's page and what the report is called."""

    name: str
    sheet: ReportSheet


class PrintService:
    """Makes printed sheets. Every one leaves an audit row with its maker (reliability S17).

    ``sources`` say what is open now, for the foot of a log whose shift has not been handed over.
    """

    def __init__(
        self,
        transactions: Transactions,
        *,
        sources: Sequence[OpenWork] = (),
        packs: PackSource = periods_of,
    ) -> None:
        self._transactions = transactions
        self._sources = sources
        self._packs = packs

    def shift_id(self, *, number: str = "", day: date | None = None) -> int:
        """The shift of a printed number or of the local day on which it began; else the newest.

        Raises:
            NotFound: there is no such shift.
        """
        with self._transactions.read() as uow:
            return _shift(uow, number, day, self._transactions.clock.now()).id

    def handed_over_shift_id(self, *, number: str = "", day: date | None = None) -> int:
        """As ``shift_id``; where none is named, the newest shift that has a handover.

        Raises:
            NotFound: there is no such shift.
        """
        with self._transactions.read() as uow:
            shift = _shift(uow, number, day, self._transactions.clock.now())
            before = None if number or day else uow.shifts.before(shift.id)
            if before is not None and _handover(uow, shift.id) is None:
                return before.id
            return shift.id

    def shift_log(self, actor: Actor, shift_id: int) -> Outcome[ShiftLogSheet]:
        """值班日志 of a shift; a draft without seal while the shift runs.

        Raises:
            NotFound: there is no such shift.
        """
        with self._transactions.act(actor, Permission.READ) as act:
            shift = act.uow.shifts.get(shift_id)
            still_open = self._open_items(act.uow, shift, act.now)
            work = work_of(act.uow, shift, act.now, still_open)
            sheet = shift_log_sheet.build(act.uow, shift_id, actor, act.now, work)
            act.audit("print.shift_log", Topic.SHIFT, shift_id)
        return act.outcome(sheet)

    def handover(self, actor: Actor, handover_id: int) -> Outcome[HandoverSheet]:
        """交接班记录, also of a handover in progress.

        Raises:
            NotFound: there is no such handover.
        """
        with self._transactions.act(actor, Permission.READ) as act:
            sheet = handover_sheet.build(act.uow, handover_id, actor, act.now)
            act.audit("print.handover", Topic.HANDOVER, handover_id)
        return act.outcome(sheet)

    def handover_of_shift(self, actor: Actor, shift_id: int) -> Outcome[HandoverSheet]:
        """交接班记录 of the handover that ended a shift, or the one about to.

        Raises:
            NotFound: the shift has no handover yet.
        """
        with self._transactions.read() as uow:
            handover = _handover(uow, shift_id)
            number = uow.shifts.get(shift_id).number
        if handover is None:
            raise NotFound("handover.none_of_shift", shift=number)
        return self.handover(actor, handover.id)

    def report(self, actor: Actor, report_id: int) -> Outcome[NamedReport]:
        """A report, signed or still a draft, with its name.

        Raises:
            NotFound: there is no such report.
        """
        with self._transactions.act(actor, Permission.READ) as act:
            sheet = report_sheet.build(act.uow, report_id)
            name = report_sheet.report_name(act.uow.reports.get(report_id))
            act.audit("print.report", Topic.REPORTS, report_id)
        return act.outcome(NamedReport(name, sheet))

    def report_draft(self, report_id: int, content: ReportContent) -> ReportSheet:
        """A draft with the words as they are being written, for the composer; not a print.

        Raises:
            NotFound: there is no such report.
        """
        with self._transactions.read() as uow:
            return report_sheet.build(uow, report_id, content)

    def report_id(self, incident_number: str, which: str = "last") -> int:
        """The report of an incident: ``first``, ``last``, its place from 1, or a kind's last.

        A kind is named in Chinese or by its code: 首报, 续报二, ``follow_up``.

        Raises:
            NotFound: there is no such incident, or no such report of it.
        """
        with self._transactions.read() as uow:
            year, _, serial = incident_number.partition("-")
            if not (year.isdecimal() and serial.isdecimal()):
                raise NotFound("incident.no_such_number", number=incident_number)
            incident = uow.incidents.numbered(int(year), int(serial))
            if incident is None:
                raise NotFound("incident.no_such_number", number=incident_number)
            found = report_sheet.chosen(uow.reports.of_incident(incident.id), which)
        if found is None:
            raise NotFound("report.none_such", number=incident_number, which=which)
        return found.id

    def timeline(self, actor: Actor, incident_id: int) -> Outcome[TimelineSheet]:
        """处置大事记 of an incident, as known now.

        Raises:
            NotFound: there is no such incident.
        """
        with self._transactions.act(actor, Permission.READ) as act:
            incident = act.uow.incidents.get(incident_id)
            sheet = timeline_sheet.build(act.uow, incident, actor, act.now, self._packs)
            act.audit("print.timeline", Topic.INCIDENTS, incident_id)
        return act.outcome(sheet)

    def calls(self, actor: Actor, warning_id: int) -> Outcome[CallingSheet]:
        """预警叫应记录表 of the newest call list of a warning.

        Raises:
            NotFound: there is no such warning, or nobody was called for it.
        """
        with self._transactions.act(actor, Permission.READ) as act:
            sheet = calling_sheet.build(act.uow, warning_id, actor, act.now)
            act.audit("print.calls", Topic.WARNINGS, warning_id)
        return act.outcome(sheet)

    def roster(self, actor: Actor, form: RosterForm, day: date) -> Outcome[RosterSheet]:
        """值班安排表 of the month, the week or the holiday of a day, as it is resolved now.

        Raises:
            NotFound: no holiday is near the day.
        """
        with self._transactions.act(actor, Permission.READ) as act:
            period = roster_sheet.period_of(act.uow, form, day)
            sheet = roster_sheet.build(act.uow, period, actor, act.now)
            act.audit("print.roster", Topic.DUTY, f"{form} {period.first}")
        return act.outcome(sheet)

    def handed_out(self, actor: Actor, sheet: str, means: str) -> Outcome[None]:
        """A sheet leaves the program: ``means`` is ``printed``, ``saved`` or ``copied``."""
        with self._transactions.act(actor, Permission.READ) as act:
            act.audit(f"print.{means}", Topic.OFFICE, after={"sheet": sheet})
        return act.outcome(None)

    def _open_items(self, uow: UnitOfWork, shift: Shift, now: datetime) -> tuple[str, ...]:
        """What was handed over as open; before that, what is open now."""
        zone = uow.office.facts().zoneinfo
        handover = _handover(uow, shift.id)
        if handover is not None:
            return open_titles(handover.items, zone)
        at = shift.closed_at or now
        found = [item for source in self._sources for item in source.items(uow, at)]
        return open_titles(ordered(found), zone)


def _handover(uow: UnitOfWork, shift_id: int) -> Handover | None:
    return uow.handovers.finished(shift_id) or uow.handovers.running(shift_id)


def _shift(uow: UnitOfWork, number: str, day: date | None, now: datetime) -> Shift:
    """The shift that is meant."""
    if number:
        found = uow.shifts.numbered(number)
        if found is None:
            raise NotFound("shift.no_such_number", number=number)
    elif day is not None:
        found = uow.shifts.planned_at(turn_of(day, uow.office.facts()).start)
        if found is None:
            raise NotFound("shift.none_that_day", day=day.isoformat())
    else:
        found = uow.shifts.current() or uow.shifts.at(now)
        if found is None:
            raise RuleViolation("shift.none_open")
    return found
