"""What the composer does with a report besides writing it: copy, sign, note as sent, receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.report_series import ReportType
from safetydesk.ui.bus import Notice
from safetydesk.ui.perform import perform

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.services.views_reports import ReportView
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.pages.composer_keeping import ComposerKeeping
    from safetydesk.ui.pages.composer_sending import ReceiptNoted, SentNoted
    from safetydesk.ui.perform import CarriesChanges


class ComposerActs(QObject):
    """``done`` comes when something was written; ``view`` is the report shown.

    ``dropped`` carries the incident of a draft that was thrown away, 0 where it had none.
    """

    done = Signal()
    reviewed = Signal()
    dropped = Signal(int)

    def __init__(self, page: QWidget, services: IncidentServices, keeping: ComposerKeeping) -> None:
        super().__init__(page)
        self._services, self._keeping = services, keeping
        self.view: ReportView | None = None

    @Slot()
    def copy(self) -> None:
        """Ctrl+Shift+C: the whole report as plain text, as it stands in the database."""
        if self.view is None or not self._keeping.save():
            return
        shown = self._services.reports.view(self.view.id)
        QGuiApplication.clipboard().setText(shown.content.text)
        self._services.bus.notice.emit(Notice(self.tr("The text is in the clipboard.")))

    @Slot(int, str)
    def sign(self, leader_id: int, pin: str) -> None:
        """A leader signs what was saved last."""
        view = self.view
        if view is None or not self._keeping.save():
            return
        version, reports = self._keeping.version, self._services.reports
        if self._carried_out(lambda: reports.sign_off(leader_id, pin, view.id, version)):
            self._keeping.forget()
        self.done.emit()

    @Slot(int, str)
    def review(self, reviewer_id: int, pin: str) -> None:
        """A second person has read what was saved last."""
        view = self.view
        if view is None or not self._keeping.save():
            return
        version, reviews = self._keeping.version, self._services.report_reviews
        if self._carried_out(lambda: reviews.review(reviewer_id, pin, view.id, version)):
            self.reviewed.emit()
            self.done.emit()

    @Slot()
    def ask_drop(self) -> None:
        """Ctrl+Shift+D: throws the draft away, for a reason; what it said stays on record."""
        view = self.view
        if view is None or view.signed_at is not None:
            return
        from safetydesk.ui.dialogs.reason import ReasonDialog

        dialog = ReasonDialog(
            self._page,
            title=self.tr("Throw the draft away"),
            consequence=self.tr("{report}: its words stay in the audit trail only.").format(
                report=view.place.label
            ),
            act=self.tr("Throw away"),
        )
        dialog.given.connect(self._drop)
        dialog.given.connect(dialog.accept)
        dialog.open()

    @Slot(str)
    def _drop(self, reason: str) -> None:
        view = self.view
        if view is None or not self._keeping.save():
            return
        version, reports = self._keeping.version, self._services.reports
        session = self._services.session
        if self._carried_out(
            lambda: reports.drop_draft(session.require(), view.id, version, reason)
        ):
            self._keeping.end()
            self.view = None
            self.dropped.emit(view.incident_id or 0)

    @Slot(object)
    def note_sent(self, noted: SentNoted) -> None:
        """记报送: the deliveries and their line of the log."""
        view = self.view
        if view is None:
            return
        from safetydesk.services.reports import Sent

        sent = [
            Sent(
                told.recipient,
                means=noted.means,
                at=noted.at,
                confirmed_by=told.confirmed_by,
                confirmed_at=told.confirmed_at and max(told.confirmed_at, noted.at),
            )
            for told in noted.told
        ]
        nil = view.place.type is ReportType.NIL
        kind = EntryKind.NIL_REPORT if nil else EntryKind.REPORTING
        entry = EntryDraft(kind, noted.words) if noted.words else None
        reports, session = self._services.reports, self._services.session
        if self._carried_out(
            lambda: reports.record_sent(
                session.require(), view.id, sent, entry, closes=noted.closes
            )
        ):
            self.done.emit()

    @Slot(object)
    def note_receipt(self, noted: ReceiptNoted) -> None:
        """回执: who took it, and when."""
        view = self.view
        if view is None:
            return
        reports, session = self._services.reports, self._services.session
        if self._carried_out(
            lambda: reports.confirm(
                session.require(), view.id, noted.recipient, noted.by, at=noted.at
            )
        ):
            self.done.emit()

    @Slot()
    def turn(self) -> None:
        """Alt+K: a 日报 instead of a 零报告, or the other way round."""
        view, daily = self.view, self._services.daily
        of_the_day = view is not None and view.incident_id is None and view.place.type.of_the_day
        if view is None or daily is None or not of_the_day or view.signed_at is not None:
            return
        if not self._keeping.save():
            return
        version, session = self._keeping.version, self._services.session
        if self._carried_out(lambda: daily.turn(session.require(), view.id, version)):
            self.done.emit()

    @Slot()
    def compare(self) -> None:
        """Alt+V: this report beside any other of its incident; what is typed counts."""
        view = self.view
        if view is None or view.incident_id is None or not self._keeping.save():
            return
        from safetydesk.ui.dialogs.report_compare import ReportCompareDialog

        reports = self._services.reports.of_incident(view.incident_id)
        written = [report for report in reports if report.type.numbered or report.id == view.id]
        named = [(report.name, report.content) for report in written]
        shown = next(place for place, report in enumerate(written) if report.id == view.id)
        dialog = ReportCompareDialog(self._page, named, shown)
        dialog.show()
        dialog.activateWindow()

    def _carried_out(self, verb: Callable[[], CarriesChanges]) -> bool:
        bus = self._services.bus
        return perform(self._page, verb, bus=bus, initiator=self._page) is not None

    @property
    def _page(self) -> QWidget:
        """The page: its parent, never kept, so that neither keeps the other alive."""
        page = self.parent()
        assert isinstance(page, QWidget)  # noqa: S101 - it was given so
        return page
