"""Keeping a report while it is written: every 300 ms as a draft, on leaving in the database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from safetydesk.domain.report import ReportContent
from safetydesk.ui.perform import perform

if TYPE_CHECKING:
    from safetydesk.domain.report import Report
    from safetydesk.services.transaction import Outcome
    from safetydesk.services.views_reports import ReportView
    from safetydesk.ui.incident_services import IncidentServices

DELAY = 300


class ComposerKeeping(QObject):
    """Knows what is saved and what is only typed. ``kept`` comes when a draft was kept."""

    kept = Signal()

    def __init__(self, page: QWidget, services: IncidentServices) -> None:
        super().__init__(page)
        self._services = services
        self._report_id = self.version = 0
        self._saved: ReportContent | None = None
        self._typed: ReportContent | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.keep)

    @property
    def unsaved(self) -> bool:
        """Whether something is typed that the database does not have."""
        return self._typed is not None and self._typed != self._saved

    def begin(self, view: ReportView) -> tuple[ReportContent, bool]:
        """The words to show: those of a kept draft, else the saved ones.

        The second value tells that somebody saved other words meanwhile.
        """
        self._report_id, self.version, self._saved = view.id, view.version, view.content
        self._typed = None
        form = self._services.drafts.find_form(self._key)
        if view.signed_at is not None or not form:
            return view.content, False
        content = ReportContent.of_json(json.loads(str(form["content"])))
        self._typed = content
        return content, self.unsaved and form.get("version") != view.version

    def typed(self, content: ReportContent) -> None:
        """Something was written; it is kept as soon as typing rests."""
        self._typed = content
        self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Keeps what is typed, so that a crash loses nothing."""
        self._timer.stop()
        if self._typed is None or not self._report_id:
            return
        content = json.dumps(self._typed.as_json(), ensure_ascii=False)
        self._services.drafts.keep_form(self._key, {"content": content, "version": self.version})
        self.kept.emit()

    def save(self) -> bool:
        """Saves what is typed in the database; whether everything typed is there now."""
        self._timer.stop()
        if not self.unsaved:
            return True
        self.keep()
        done = perform(self._page, self._save, bus=self._services.bus, initiator=self._page)
        if done is None:
            return False
        self.version, self._saved = done.value.version, self._typed
        self._services.drafts.forget(self._key)
        return True

    def forget(self) -> None:
        """The report is signed: nothing is being typed any more."""
        self._timer.stop()
        self._services.drafts.forget(self._key)
        self._typed = None

    def end(self) -> None:
        """The draft is gone: there is nothing left to keep or to save."""
        self.forget()
        self._report_id = 0

    def _save(self) -> Outcome[Report]:
        assert self._typed is not None  # noqa: S101 - unsaved says so
        services = self._services
        return services.reports.save_draft(
            services.session.require(), self._report_id, self.version, self._typed
        )

    @property
    def _key(self) -> str:
        return f"report:{self._report_id}"

    @property
    def _page(self) -> QWidget:
        """The page: its parent, never kept, so that neither keeps the other alive."""
        page = self.parent()
        assert isinstance(page, QWidget)  # noqa: S101 - it was given so
        return page
