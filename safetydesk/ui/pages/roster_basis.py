"""The menu ⋯ of the roster: absences, people, the year's holidays, key periods, the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton

from safetydesk.domain.access import Permission
from safetydesk.ui.icons import put_icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from safetydesk.domain.clock import Clock
    from safetydesk.services.duty_basis import DutyBasis
    from safetydesk.services.people import PeopleService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording


class RosterBasis(QPushButton):
    """Each entry opens a dialog; those for supervisors are offered to supervisors only."""

    def __init__(
        self,
        page: QWidget,
        *,
        basis: DutyBasis,
        people: PeopleService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
        tasks: Runs,
    ) -> None:
        super().__init__(page)
        self._page, self._basis, self._people = page, basis, people
        self._session, self._bus, self._clock = session, bus, clock
        self._wording, self._tasks = wording, tasks
        put_icon(self, "more")
        self.setProperty("shape", "square")
        self.setAccessibleName(self.tr("What rosters are made and judged by"))
        menu = QMenu(self)
        self._absence = self._entry(menu, self.tr("Leave and absences…"), "Alt+A", self.absences)
        self._wish = self._entry(menu, self.tr("Wishes for days…"), "Alt+W", self.wishes)
        self._guarded = [
            (self._entry(menu, self.tr("People and duty…"), "Alt+P", self.people), "people"),
            (self._entry(menu, self.tr("Holidays of the year…"), "Alt+Y", self.year), "office"),
            (self._entry(menu, self.tr("Key periods…"), "Alt+K", self.key_periods), "office"),
            (self._entry(menu, self.tr("Rules about rosters…"), "Alt+R", self.rules), "office"),
        ]
        self.setMenu(menu)
        session.changed.connect(self._show_rights)
        self._show_rights()

    @Slot()
    def absences(self) -> None:
        """请假外出."""
        from safetydesk.ui.dialogs.absence import AbsenceDialog

        AbsenceDialog(
            self._page,
            staff=self._basis.staff,
            people=self._people,
            session=self._session,
            bus=self._bus,
            wording=self._wording,
            today=self._wording.today(self._clock.now()),
        ).open()

    @Slot()
    def wishes(self) -> None:
        """排班意愿."""
        from safetydesk.ui.dialogs.wishes import WishesDialog

        WishesDialog(
            self._page,
            wishes=self._basis.wishes,
            people=self._people,
            session=self._session,
            bus=self._bus,
            wording=self._wording,
            today=self._wording.today(self._clock.now()),
        ).open()

    @Slot()
    def people(self) -> None:
        """人员情况."""
        from safetydesk.ui.dialogs.staff import StaffDialog

        StaffDialog(
            self._page,
            staff=self._basis.staff,
            people=self._people,
            posts=self._basis.staff.posts(),
            session=self._session,
            bus=self._bus,
        ).open()

    @Slot()
    def year(self) -> None:
        """放假安排: the year that is coming, once it is autumn."""
        from safetydesk.ui.dialogs.year_notice import YearNoticeDialog

        today = self._wording.today(self._clock.now())
        YearNoticeDialog(
            self._page,
            calendar=self._basis.calendar,
            session=self._session,
            bus=self._bus,
            wording=self._wording,
            tasks=self._tasks,
            year=_next_unknown(today.year, self._basis.calendar.years()),
        ).open()

    @Slot()
    def key_periods(self) -> None:
        """重点时段."""
        from safetydesk.ui.dialogs.key_periods import KeyPeriodsDialog

        KeyPeriodsDialog(
            self._page,
            calendar=self._basis.calendar,
            session=self._session,
            bus=self._bus,
            clock=self._clock,
            wording=self._wording,
            turnover=self._basis.calendar.turnover(),
        ).open()

    @Slot()
    def rules(self) -> None:
        """核查规则."""
        from safetydesk.ui.dialogs.finding_rules import FindingRulesDialog

        FindingRulesDialog(
            self._page, findings=self._basis.findings, session=self._session, bus=self._bus
        ).open()

    def _entry(self, menu: QMenu, text: str, keys: str, slot: Callable[[], None]) -> QAction:
        """An entry whose key works anywhere on the page."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        menu.addAction(action)
        self._page.addAction(action)
        return action

    @Slot()
    def _show_rights(self) -> None:
        """Only what this person may do is offered."""
        actor = self._session.actor
        permissions = {"people": Permission.PEOPLE_EDIT, "office": Permission.OFFICE_EDIT}
        self._absence.setEnabled(actor is not None and actor.may(Permission.DUTY_CHANGE))
        self._wish.setEnabled(actor is not None)
        for action, guard in self._guarded:
            allowed = actor is not None and actor.may(permissions[guard])
            action.setVisible(allowed)
            action.setEnabled(allowed)


def _next_unknown(year: int, known: frozenset[int]) -> int:
    """The first year from this one on whose notice is missing, else this one."""
    return next((y for y in (year, year + 1) if y not in known), year)
