"""The acts on an incident that keys and the menu ⋯ reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget

from safetydesk.domain.incident import BasisKind
from safetydesk.domain.report_series import ReportType
from safetydesk.ui.menu_acts import add_act
from safetydesk.ui.pages.incident_dialogs import usual_recipients

if TYPE_CHECKING:
    from safetydesk.ui.pages.incident_dialogs import IncidentDialogs
    from safetydesk.ui.pages.incident_pasting import IncidentPasting


class IncidentMenu(QMenu):
    """Each entry opens a dialog or a draft; the keys of the page use the same slots."""

    def __init__(self, dialogs: IncidentDialogs, pasting: IncidentPasting, parent: QWidget) -> None:
        super().__init__(parent)
        self._dialogs, self._pasting = dialogs, pasting
        self.aboutToShow.connect(self._offer_what_fits)
        for text, slot in (
            (self.tr("Record a fact…\tAlt+F"), self.fact),
            (self.tr("Casualties…\tAlt+C"), dialogs.numbers),
            (self.tr("Correct a time…\tAlt+T"), self.time),
            (self.tr("Paste a follow-up…\tCtrl+Shift+V"), pasting.paste),
            (self.tr("Fire is out…"), self.extinguished),
            (self.tr("Rescue has ended…"), self.rescue_ended),
            (self.tr("Note a circumstance…"), dialogs.flag),
            (self.tr("The duty leader was told…"), dialogs.leader),
            (self.tr("A superior asks…"), dialogs.query),
            (self.tr("Tell by telephone…\tAlt+P"), self.phone),
            (self.tr("Notify police, labour, union, procuratorate…"), self.peers),
            (self.tr("Competent departments, who was told…\tAlt+W"), dialogs.notices),
            (self.tr("Not ours: pass it on…"), dialogs.transfer),
            (self.tr("Draft the final report"), self.final),
            (self.tr("Draft a supplement"), self.supplement),
            (self.tr("Draft a correction"), self.correction),
            (self.tr("Draft a verified report"), self.verified),
            (self.tr("Draft a written answer"), self.feedback),
            (self.tr("Print the chronology…\tCtrl+P"), dialogs.print_chronology),
        ):
            add_act(self, text).triggered.connect(slot)
        self._resume = add_act(self, self.tr("Go on with the pasted follow-up…"))
        self._resume.triggered.connect(pasting.resume)
        self._revise = add_act(self, self.tr("Title and kind…"))
        self._revise.triggered.connect(dialogs.revise)
        self._close = add_act(self, self.tr("Close the incident…"))
        self._close.triggered.connect(dialogs.close_incident)
        self._reopen = add_act(self, self.tr("Open the incident again…"))
        self._reopen.triggered.connect(dialogs.reopen_incident)

    @Slot()
    def _offer_what_fits(self) -> None:
        """A closed incident can be opened again, an open one closed; a message left comes back."""
        view = self._dialogs.view
        closed = view is not None and view.summary.closed_at is not None
        self._revise.setVisible(not closed)
        self._close.setVisible(not closed)
        self._reopen.setVisible(closed)
        self._resume.setVisible(not closed and self._pasting.is_kept)

    @Slot()
    def fact(self) -> None:
        """记事实."""
        self._dialogs.fact()

    @Slot()
    def time(self) -> None:
        """更正时间."""
        self._dialogs.time()

    @Slot()
    def extinguished(self) -> None:
        """明火扑灭."""
        self._dialogs.milestone(BasisKind.EXTINGUISHED)

    @Slot()
    def rescue_ended(self) -> None:
        """现场搜救结束."""
        self._dialogs.milestone(BasisKind.RESCUE_ENDED)

    @Slot()
    def phone(self) -> None:
        """电话快报."""
        self._dialogs.tell(ReportType.PHONE, usual_recipients(self._dialogs.view))

    @Slot()
    def peers(self) -> None:
        """通报公安等."""
        self._dialogs.tell(ReportType.NOTIFY)

    @Slot()
    def next_report(self) -> None:
        """起草: the next report of the series."""
        self._dialogs.compose()

    @Slot()
    def final(self) -> None:
        """终报."""
        self._dialogs.compose(ReportType.FINAL)

    @Slot()
    def supplement(self) -> None:
        """补报."""
        self._dialogs.compose(ReportType.SUPPLEMENT)

    @Slot()
    def verified(self) -> None:
        """核报."""
        self._dialogs.compose(ReportType.VERIFIED)

    @Slot()
    def correction(self) -> None:
        """更正."""
        self._dialogs.compose(ReportType.CORRECTION)

    @Slot()
    def feedback(self) -> None:
        """反馈 in writing."""
        self._dialogs.compose(ReportType.FEEDBACK)
