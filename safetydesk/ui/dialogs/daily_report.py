"""日报 and 零报告: words by the template, a number of their own, to whom and who took it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QWidget
from typing_extensions import override

from safetydesk.domain.incident_entries import TOLD_MEANS, told_line
from safetydesk.domain.log import EntryKind
from safetydesk.domain.report_series import ReportType
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.widgets.recipient_rows import RecipientRows

if TYPE_CHECKING:
    from safetydesk.domain.report import Report
    from safetydesk.services.daily_reports import DailyReports
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges

_KINDS = (ReportType.NIL, ReportType.DAILY)
_TALL = 110


class DailyReportDialog(ActDialog):
    """A nil report is offered where nothing came in since the last one, else a daily report.

    ``print_asked`` carries the id of a report that is to be looked at on paper.
    """

    print_asked = Signal(int)

    def __init__(
        self, parent: QWidget | None, services: IncidentServices, daily: DailyReports
    ) -> None:
        super().__init__(parent, services, draft_key="daily", kind=EntryKind.NIL_REPORT)
        self._daily = daily
        self._proposed = daily.proposal(ReportType.NIL)
        self.setWindowTitle(self.tr("Daily or nil report"))
        self._type, self._means = QComboBox(), QComboBox()
        self._type.addItems([kind.chinese_name for kind in _KINDS])
        self._type.setCurrentIndex(0 if self._proposed.nothing_new else 1)
        self._means.addItems(list(TOLD_MEANS))
        self._at = self.time_field()
        self._words = QPlainTextEdit(tabChangesFocus=True)
        self._words.setFixedHeight(_TALL)
        self._rows = RecipientRows(services.clock.now(), services.wording)
        self.print_too = QCheckBox(self.tr("Show it for printing"))
        self.add_field("type", self.tr("What"), self._type)
        self.add_field("words", self.tr("Words"), self._words)
        self.add_field("at", self.tr("At"), self._at)
        self.add_field("means", self.tr("How"), self._means)
        self.add_row(self.tr("To whom"), self._rows)
        self.add_row("", self.print_too)
        self._show_kind()
        self._rows.set_names(self._proposed.recipients or ("",))
        self.bring_back()
        self._rows.changed.connect(self.renew)
        self._type.currentIndexChanged.connect(self._show_kind)
        self.saved.connect(self._on_saved)
        self._words.setFocus()

    @override
    def proposed(self) -> str:
        """``零报告第12期报市应急局``."""
        names = [told.recipient for told in self._rows.told()]
        what = f"{self._chosen.chinese_name}第{self._proposed.issue}期报"
        return told_line(what, names, "") if names else ""

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes report, deliveries and line in one act."""
        from safetydesk.services.reports import Said, Sent

        services, at, means = self._services, self.instant(self._at), self._means.currentText()
        sent = tuple(
            Sent(
                told.recipient,
                means=means,
                at=at,
                confirmed_by=told.confirmed_by,
                confirmed_at=told.confirmed_at and max(at, told.confirmed_at),
            )
            for told in self._rows.told()
        )
        said = Said(sent, self._words.toPlainText())
        actor = services.session.require()
        return services.reports.routine(actor, self._chosen, said, entry=self.entry())

    @Slot(object)
    def _on_saved(self, report: Report) -> None:
        if self.print_too.isChecked():
            self.print_asked.emit(report.id)

    @property
    def _chosen(self) -> ReportType:
        return _KINDS[max(0, self._type.currentIndex())]

    @Slot()
    def _show_kind(self) -> None:
        """The words and the number of the kind chosen."""
        self._proposed = self._daily.proposal(self._chosen)
        self._words.setPlainText(self._proposed.words)
        words = self.tr("No. {number} of the {kind} of this year")
        self.show_effect(words.format(number=self._proposed.issue, kind=self._chosen.chinese_name))
