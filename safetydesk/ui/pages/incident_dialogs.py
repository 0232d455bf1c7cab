"""Which dialog each act of the incident page opens; one at a time, none of them blocking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from safetydesk.domain.incident import BasisKind, ReportKind
from safetydesk.domain.report_series import ReportType
from safetydesk.ui.dialogs.incident_acts import (
    FlagDialog,
    LeaderDialog,
    QueryDialog,
    WaiveDialog,
)
from safetydesk.ui.dialogs.incident_fact import FactDialog
from safetydesk.ui.dialogs.incident_head import (
    CloseIncidentDialog,
    ReopenIncidentDialog,
    ReviseIncidentDialog,
)
from safetydesk.ui.dialogs.incident_notices import NoticesDialog
from safetydesk.ui.dialogs.incident_numbers import CasualtyDialog
from safetydesk.ui.dialogs.incident_times import CorrectTimeDialog, MilestoneDialog
from safetydesk.ui.dialogs.incident_transfer import TransferDialog
from safetydesk.ui.dialogs.note_sent import NoteSentDialog
from safetydesk.ui.dialogs.phone_report import TOLD, PhoneReportDialog
from safetydesk.ui.one_window import raised, show_once
from safetydesk.ui.perform import perform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.domain.incident_record import FactField
    from safetydesk.domain.report import Report
    from safetydesk.services.transaction import Outcome
    from safetydesk.services.views_incidents import IncidentView, ObligationView
    from safetydesk.ui.dialogs.act_dialog import ActDialog
    from safetydesk.ui.incident_services import IncidentServices

_TOLD_KINDS = {kind.value for kind in TOLD}


class IncidentActs(QObject):
    """The short acts on the incident in view, each with its dialog."""

    def __init__(self, page: QWidget, services: IncidentServices) -> None:
        super().__init__(page)
        self._services = services
        self._dialog: ActDialog | None = None
        self.view: IncidentView | None = None

    def fact(self, name: FactField | None = None) -> None:
        """记事实."""
        if self.view is not None:
            self._open(FactDialog(self._page, self._services, self.view, name))

    @Slot()
    def numbers(self) -> None:
        """记伤亡."""
        if self.view is not None:
            self._open(CasualtyDialog(self._page, self._services, self.view))

    def time(self, basis: BasisKind | None = None) -> None:
        """更正时间."""
        if self.view is not None:
            dialog = CorrectTimeDialog(self._page, self._services, self.view)
            if basis is not None:
                dialog.choose(basis)
            self._open(dialog)

    def milestone(self, basis: BasisKind) -> None:
        """现场搜救结束, 明火扑灭."""
        if self.view is not None:
            self._open(MilestoneDialog(self._page, self._services, self.view, basis))

    @Slot()
    def flag(self) -> None:
        """社会影响/敏感."""
        if self.view is not None:
            self._open(FlagDialog(self._page, self._services, self.view))

    @Slot()
    def leader(self) -> None:
        """报告带班领导."""
        if self.view is not None:
            self._open(LeaderDialog(self._page, self._services, self.view))

    @Slot()
    def query(self) -> None:
        """上级核报要求."""
        if self.view is not None:
            self._open(QueryDialog(self._page, self._services, self.view))

    def waive(self, obligation: ObligationView) -> None:
        """豁免."""
        if self.view is not None:
            self._open(WaiveDialog(self._page, self._services, self.view, obligation))

    @Slot()
    def transfer(self) -> None:
        """转送: not within the office's competence."""
        if self.view is not None:
            self._open(TransferDialog(self._page, self._services, self.view))

    @Slot()
    def revise(self) -> None:
        """更正名称、类别."""
        if self.view is not None:
            self._open(ReviseIncidentDialog(self._page, self._services, self.view))

    @Slot()
    def close_incident(self) -> None:
        """结案."""
        if self.view is not None:
            self._open(CloseIncidentDialog(self._page, self._services, self.view))

    @Slot()
    def reopen_incident(self) -> None:
        """重新打开."""
        if self.view is not None:
            self._open(ReopenIncidentDialog(self._page, self._services, self.view))

    @property
    def _page(self) -> QWidget:
        """The page: its parent, never kept, so that neither keeps the other alive."""
        page = self.parent()
        assert isinstance(page, QWidget)  # noqa: S101 - it was given so
        return page

    def _open(self, dialog: ActDialog) -> None:
        """Shows a dialog in the place of the one before, whose typing stays as a draft.

        The same act asked for again is the window that stands open already.
        """
        if raised(dialog.draft_key):
            dialog.deleteLater()
            return
        if self._dialog is not None:
            self._dialog.reject()
        self._dialog = dialog
        dialog.finished.connect(self._forget)
        show_once(dialog, dialog.draft_key)
        dialog.activateWindow()

    @Slot()
    def _forget(self) -> None:
        if self.sender() is self._dialog:
            self._dialog = None


class IncidentDialogs(IncidentActs):
    """``report_asked`` carries the id of the report to compose.

    ``chronology_asked`` carries the id of the incident whose chronology is to be printed.
    """

    report_asked = Signal(int)
    chronology_asked = Signal(int)

    @Slot()
    def print_chronology(self) -> None:
        """处置大事记."""
        if self.view is not None:
            self.chronology_asked.emit(self.view.summary.id)

    @Slot()
    def notices(self) -> None:
        """主管部门与通报: who is competent, whom the law names, who was told."""
        if self.view is not None:
            dialog = NoticesDialog(self._page, self.view, self._services.wording)
            dialog.tell_asked.connect(self._on_tell_asked)
            dialog.tell_asked.connect(dialog.accept)
            dialog.show()
            dialog.activateWindow()

    @Slot(object)
    def _on_tell_asked(self, names: Sequence[str]) -> None:
        self.tell(ReportType.NOTIFY, names)

    def tell(self, kind: ReportType, recipients: Sequence[str] = ()) -> None:
        """电话快报, 通报 … in one act."""
        if self.view is not None:
            dialog = PhoneReportDialog(self._page, self._services, self.view, kind, recipients)
            self._open(dialog)

    def compose(self, kind: ReportType | None = None) -> None:
        """Begins (or takes up) the draft of a report; by default the next in the series."""
        view = self.view
        if view is None:
            return
        wanted = kind or view.summary.next_report.type
        done = perform(
            self._page, lambda: self._draft(view.summary.id, wanted), bus=self._services.bus
        )
        if done is not None:
            self.report_asked.emit(done.value.id)

    def note_sent(self, obligation: ObligationView) -> None:
        """记已报送: of a report that is signed; what is not written yet is begun instead."""
        if self.view is not None and obligation.issued_id is not None:
            dialog = NoteSentDialog(self._page, self._services, self.view, obligation)
            self._open(dialog)
        else:
            self.answer(obligation)

    def answer(self, obligation: ObligationView) -> None:
        """What an obligation asks for: its report, its draft, or telling somebody now."""
        view = self.view
        if view is None:
            return
        written = obligation.report_id or obligation.issued_id
        if written is not None:
            self.report_asked.emit(written)
            return
        kind = next((k for k in ReportKind if k.chinese_name == obligation.report), None)
        if kind is ReportKind.INFORM_LEADER:
            self.leader()
        elif kind is ReportKind.TRANSFER:
            self.transfer()
        elif kind is not None and kind.value in _TOLD_KINDS:
            peers = kind is ReportKind.NOTIFY
            self.tell(ReportType.of(kind.value), () if peers else (obligation.to,))
        else:
            self.compose(_written(kind))

    def _draft(self, incident_id: int, kind: ReportType) -> Outcome[Report]:
        services = self._services
        return services.reports.draft(services.session.require(), incident_id, kind)


def _written(kind: ReportKind | None) -> ReportType | None:
    """The report to compose for a kind of the rules; None for the next in the series."""
    known = {member.value: member for member in ReportType}
    return known.get(kind.value) if kind is not None else None


def usual_recipients(view: IncidentView | None) -> tuple[str, ...]:
    """Who is told first: those told before, else those who are owed a call."""
    if view is None:
        return ()
    told = [line.name for line in view.told if line.what == ReportType.PHONE.chinese_name]
    phone = ReportKind.PHONE.chinese_name
    owed = [item.to for item in view.obligations if item.report == phone and item.status.open]
    return tuple(dict.fromkeys((*told, *owed)))
