"""One act on an incident together with the log line it leaves: fields, line, save, leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.ui.dialogs.act_draft import ActDraft, DraftNotice, mark_ours
from safetydesk.ui.forms.ui_incident_act import Ui_IncidentAct
from safetydesk.ui.one_window import show_once
from safetydesk.ui.perform import perform
from safetydesk.ui.qt_time import edited_instant, prepare, show_instant
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges

_DRAFT_DELAY = 300
_TIME = "MM-dd HH:mm"


class ActDialog(QDialog):
    """Subclasses add fields, propose the words of the log line and carry the act out.

    It blocks nothing: the alarm list and the quick entry line stay in reach. Ctrl+Enter saves, Esc
    leaves and keeps what was typed as a draft. ``saved`` carries the value of the use case.
    """

    saved = Signal(object)
    needs_line = True
    """Whether the act leaves a line of its own; else the words may be cleared."""

    def __init__(
        self,
        parent: QWidget | None,
        services: IncidentServices,
        *,
        draft_key: str,
        kind: EntryKind,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self.draft_key = draft_key
        self._draft = ActDraft(services.drafts, draft_key, services.clock.now())
        self._fields: dict[str, QWidget] = {}
        self._own_words = False
        self._proposing = False
        self._form = Ui_IncidentAct()
        self._form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form.effect_label.hide()
        self._form.problem_label.hide()
        self._form.kind_combo.addItems([kind.value for kind in EntryKind])
        self._form.kind_combo.setCurrentText(kind.value)
        now, zone = services.clock.now(), services.wording.zone
        self._entry_at = _prepared(self._form.entry_at_edit, now, zone)
        mark_ours(self._form.entry_at_edit)
        self._draft.add("entry_at", self._form.entry_at_edit)
        self._form.leave_button.set_key("Esc")
        self._form.save_button.set_key("Ctrl Enter")
        self._form.save_button.set_kind("primary")
        self._timer = QTimer(self, singleShot=True, interval=_DRAFT_DELAY)
        self._timer.timeout.connect(self._keep_draft)
        self._form.text_edit.textChanged.connect(self._on_words)
        self._form.handling_edit.textEdited.connect(self._timer.start)
        self._form.entry_at_edit.dateTimeChanged.connect(self.renew)
        self._form.leave_button.clicked.connect(self.reject)
        self._form.save_button.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    def proposed(self) -> str:
        """The words of the log line that follow from the fields as they stand."""
        return ""

    def carry_out(self) -> CarriesChanges:
        """The use case; its errors are shown beside the fields."""
        raise NotImplementedError

    def show_effect(self, text: str) -> None:
        """Says above the fields what the act leads to."""
        self._form.effect_label.setText(text)
        self._form.effect_label.show()

    def hide_entry(self) -> None:
        """The act leaves no line of its own: it is written already."""
        self._form.entry_frame.hide()

    def add_field(self, name: str, label: str, field: QWidget) -> None:
        """Adds a labelled field whose changes renew the proposal and the draft."""
        self.add_row(label, field)
        self.watch(name, field)

    def add_row(self, label: str, field: QWidget) -> None:
        """Adds a labelled field that no draft keeps: a PIN."""
        words = PlainLabel(label, role="label")
        words.setMinimumHeight(32)
        words.setBuddy(field)
        field.setAccessibleName(label)
        self._form.fields.addRow(words, field)

    def watch(self, name: str, field: QWidget) -> None:
        """Listens to a field that stands somewhere else in the dialog."""
        self._fields[name] = field
        self._draft.add(name, field)
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.textChanged.connect(self.renew)
        elif isinstance(field, QComboBox):
            field.currentTextChanged.connect(self.renew)
        elif isinstance(field, QDateTimeEdit):
            field.dateTimeChanged.connect(self.renew)
        elif isinstance(field, QCheckBox):
            field.toggled.connect(self.renew)

    def time_field(self, at: datetime | None = None, *, ours: bool = False) -> QDateTimeEdit:
        """An editor of an instant, at first ``at`` or now; ``ours``: the time of our own act."""
        field = QDateTimeEdit(self)
        if ours:
            mark_ours(field)
        _prepared(field, at or self._services.clock.now(), self._services.wording.zone)
        return field

    def instant(self, field: QDateTimeEdit) -> datetime:
        """The instant in an editor (aware, UTC)."""
        return edited_instant(field, self._services.wording.zone)

    def bring_back(self) -> None:
        """Shows what was typed before a crash or before Esc; to be called after all fields."""
        kept = self._draft.begin()
        self._form.handling_edit.setText(str(kept.get("handling", "")))
        if kept.get("words"):
            self._form.text_edit.setPlainText(str(kept["words"]))
        if kept:
            notice = DraftNotice(self._draft, self._services.wording.zone)
            self._form.fields.insertRow(0, notice)
        self._propose()

    def entry(self) -> EntryDraft | None:
        """The log line as it stands; None where the act leaves none."""
        words = self._form.text_edit.toPlainText().strip()
        if self._form.entry_frame.isHidden() or not words:
            return None
        at = self.instant(self._form.entry_at_edit)
        kind = EntryKind(self._form.kind_combo.currentText())
        drafted = EntryDraft(kind, words, handling=self._form.handling_edit.text().strip())
        return drafted if at == self._entry_at else replace(drafted, event_at=at)

    def show_problem(self, text: str) -> None:
        """Says why the act was refused; everything typed stays."""
        self._form.problem_label.setText(text)
        self._form.problem_label.setVisible(bool(text))

    @Slot()
    def save(self) -> None:
        """Carries the act out (Ctrl+Enter), once: a key pressed twice finds it done."""
        if self.result() == QDialog.DialogCode.Accepted:
            return
        self.show_problem("")
        wanted = self.needs_line and not self._form.entry_frame.isHidden()
        if wanted and self.entry() is None:
            self.show_problem(self.tr("The log entry needs words."))
            return
        done = perform(self, self.carry_out, bus=self._services.bus)
        if done is None:
            return
        self._timer.stop()
        self._draft.end()
        self.saved.emit(getattr(done, "value", None))
        self.accept()

    @override
    def reject(self) -> None:
        """Esc: leaves, what was typed stays as a draft."""
        self._timer.stop()
        self._keep_draft()
        super().reject()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """Stands over the page it belongs to, never over the alarm list."""
        super().showEvent(event)
        page = self.parentWidget()
        if page is not None:
            middle = page.mapToGlobal(page.rect().center())
            frame = self.frameGeometry()
            top_left = page.mapToGlobal(page.rect().topLeft())
            frame.moveCenter(middle)
            self.move(frame.left(), max(frame.top(), top_left.y() + 8))

    @Slot()
    def renew(self) -> None:
        """Something was changed: proposes the line anew, keeps the draft."""
        self._propose()
        self._timer.start()

    @Slot()
    def _on_words(self) -> None:
        if not self._proposing:
            self._own_words = True
            self._timer.start()

    def _propose(self) -> None:
        """Renews the proposal until somebody writes words of their own."""
        if self._own_words:
            return
        self._proposing = True
        self._form.text_edit.setPlainText(self.proposed())
        self._proposing = False

    @Slot()
    def _keep_draft(self) -> None:
        said: Mapping[str, str] = {
            "words": self._form.text_edit.toPlainText() if self._own_words else "",
            "handling": self._form.handling_edit.text(),
        }
        self._draft.keep(said)


def show_act(dialog: ActDialog) -> bool:
    """Shows the window of an act, or brings the one that is open for the same act to the front."""
    return show_once(dialog, dialog.draft_key)


def _prepared(field: QDateTimeEdit, at: datetime, zone: ZoneInfo) -> datetime:
    """Lets a field show an instant; returns what it holds, which is cut to its precision."""
    prepare(field, _TIME)
    show_instant(field, at, zone)
    return edited_instant(field, zone)
