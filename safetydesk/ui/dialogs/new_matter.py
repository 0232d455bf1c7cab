"""Opening a matter from a log entry, or from nothing: what, who, until when, for which incident."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.matter_writing import NewMatter
from safetydesk.ui.dialogs.kept_fields import UnsavedTyping
from safetydesk.ui.forms.ui_new_matter import Ui_NewMatter
from safetydesk.ui.icons import Tone, put_icon
from safetydesk.ui.perform import perform
from safetydesk.ui.qt_time import edited_instant, prepare, show_instant

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.services.drafts import DraftService
    from safetydesk.services.matters import MatterService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_SOON = timedelta(hours=2)
_COMMAS = re.compile(r"[,，、;；]")


@dataclass(frozen=True)
class MatterSource:
    """The log entry a matter comes from."""

    seq: int
    text: str
    incident_id: int | None = None


class NewMatterDialog(QDialog):
    """``opened`` carries the new matter's id. ``incidents`` are (id, words) of the open ones.

    Without a source the matter's words go into the log as 领导交办.
    """

    opened = Signal(int)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        matters: MatterService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
        drafts: DraftService,
        source: MatterSource | None = None,
        incidents: tuple[tuple[int, str], ...] = (),
    ) -> None:
        super().__init__(parent)
        self._matters, self._session, self._bus = matters, session, bus
        self._clock, self._wording, self._drafts = clock, wording, drafts
        self._source = source
        self._incidents: tuple[int | None, ...] = (None, *(number for number, _ in incidents))
        self._ui = Ui_NewMatter()
        self._ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._typing = UnsavedTyping(self)
        self._dress(incidents)
        self._typing.watch()
        self._typing.bring_back(drafts.find_form(self._draft_key))
        self._ui.title_edit.setFocus()

    def show_problem(self, text: str) -> None:
        """Says why it was refused; what was typed stays."""
        self._ui.problem_label.setText(text)

    @override
    def done(self, result: int, /) -> None:
        """However it is left, what was typed stays as a draft."""
        self._keep_draft()
        self._typing.stop()
        super().done(result)

    @property
    def _draft_key(self) -> str:
        return f"matter:new:{self._source.seq if self._source else ''}"

    def _dress(self, incidents: tuple[tuple[int, str], ...]) -> None:
        ui, source = self._ui, self._source
        fields = ((ui.title_edit, "title"), (ui.owner_edit, "owner"), (ui.units_edit, "units"))
        for field, key in fields:
            field.setProperty("keptKey", key)
        ui.source_label.setVisible(source is not None)
        if source is not None:
            words = self.tr("From entry {seq}: {text}").format(seq=source.seq, text=source.text)
            ui.source_label.setText(words)
            ui.title_edit.show_saved(source.text)
        prepare(ui.due_edit, "MM-dd HH:mm")
        show_instant(ui.due_edit, self._clock.now() + _SOON, self._wording.zone)
        ui.due_edit.setVisible(False)
        ui.due_check.toggled.connect(ui.due_edit.setVisible)
        ui.incident_combo.addItems(["", *(words for _, words in incidents)])
        if source is not None and source.incident_id in self._incidents:
            ui.incident_combo.setCurrentIndex(self._incidents.index(source.incident_id))
        shown = bool(incidents)
        ui.incident_combo.setVisible(shown)
        ui.incident_label.setVisible(shown)
        ui.save_button.setText(self.tr("Assign"))
        put_icon(ui.save_button, "send", Tone.ON_ACCENT)
        ui.save_button.set_key("Ctrl Enter")
        ui.leave_button.set_key("Esc")
        ui.leave_button.clicked.connect(self._on_leave)
        ui.save_button.clicked.connect(self._on_save)
        self._typing.due.connect(self._keep_draft)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_save)

    def _new(self) -> NewMatter:
        ui = self._ui
        units = (part.strip() for part in _COMMAS.split(ui.units_edit.text()))
        limited = ui.due_check.isChecked()
        return NewMatter(
            title=ui.title_edit.text().strip(),
            owner=ui.owner_edit.text().strip(),
            due_at=edited_instant(ui.due_edit, self._wording.zone) if limited else None,
            units=tuple(unit for unit in units if unit),
            text=self._source.text if self._source else "",
            incident_id=self._incidents[ui.incident_combo.currentIndex()],
        )

    @Slot()
    def _on_save(self) -> None:
        new, source = self._new(), self._source
        entry = source.seq if source else EntryDraft(EntryKind.ASSIGNMENT, new.title)
        done = perform(
            self,
            lambda: self._matters.open(self._session.require(), new, entry),
            bus=self._bus,
            initiator=self,
        )
        if done is None:
            return
        self._typing.settle()
        self._drafts.forget(self._draft_key)
        self.opened.emit(done.value.id)
        self.accept()

    @Slot()
    def _on_leave(self) -> None:
        self.reject()

    @Slot()
    def _keep_draft(self) -> None:
        self._drafts.keep_form(self._draft_key, dict(self._typing.words()))
