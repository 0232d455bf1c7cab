"""The line at the foot of every page where anything that happens is logged in one breath."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from safetydesk.domain.entry_time import latest_occurrence
from safetydesk.ui.forms.ui_quick_entry import Ui_QuickEntry
from safetydesk.ui.icons import Tone, put_icon
from safetydesk.ui.tokens import QUICK_HEIGHT
from safetydesk.ui.wording import Wording

if TYPE_CHECKING:
    from safetydesk.services.views_frame import QuickEntryView

UNDO_SECONDS = 10
_DRAFT_DELAY = 300


@dataclass(frozen=True)
class EntrySubmitted:
    """One entry as the officer wrote it; ``event_at`` aware, in UTC."""

    event_at: datetime
    kind: str
    text: str
    also_assign: bool


@dataclass(frozen=True)
class EntryDraft:
    """What stands in the line and is not logged yet."""

    kind: str
    text: str


class QuickEntry(QFrame):
    """Emits what is to be logged, drafted or undone; keeps the text until it is told of success.

    Esc goes back to where F2 was pressed; the text stays.
    """

    submitted = Signal(object)
    draft_changed = Signal(object)
    undo_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_QuickEntry()
        self._ui.setupUi(self)
        self._wording = Wording()
        self._now: datetime | None = None
        self._own_time = False
        self._undo_key = ""
        self._undo_until: datetime | None = None
        self._came_from: QWidget | None = None
        self.setFixedHeight(QUICK_HEIGHT)
        put_icon(self._ui.undo_button, "undo", Tone.ACCENT)
        self._ui.undo_button.set_key("Ctrl Z")
        self._draft_timer = QTimer(self, singleShot=True, interval=_DRAFT_DELAY)
        self._draft_timer.timeout.connect(self._on_draft_due)
        self._ui.text_edit.submitted.connect(self._on_submitted)
        self._ui.text_edit.textEdited.connect(self._on_edited)
        self._ui.kind_combo.activated.connect(self._on_edited)
        self._ui.time_edit.timeChanged.connect(self._on_time_changed)
        self._ui.undo_button.clicked.connect(self.undo)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._on_left)
        self._show_receipt_parts(shown=False)

    def use(self, wording: Wording) -> None:
        """Takes the formatter of this desk."""
        self._wording = wording

    def show_entry(self, view: QuickEntryView) -> None:
        """Offers the kinds and brings a kept draft back; never overwrites what is being typed."""
        combo = self._ui.kind_combo
        kind = combo.currentText() or view.kind
        combo.clear()
        combo.addItems(list(view.kinds))
        combo.setCurrentIndex(max(0, combo.findText(kind)))
        if view.draft and not self._ui.text_edit.text():
            self._ui.text_edit.setText(view.draft)
            combo.setCurrentIndex(max(0, combo.findText(view.kind)))

    def show_receipt(self, key: str, text: str, now: datetime) -> None:
        """The entry is in the log: clears the line and offers to undo it for ten seconds."""
        self._ui.text_edit.setText("")
        self._own_time = False
        self._draft_timer.stop()
        self._undo_key = key
        self._undo_until = now + timedelta(seconds=UNDO_SECONDS)
        self._ui.receipt_label.setText(f"✓\u2009{text}")
        self._ui.receipt_label.setProperty("role", "done")
        self._ui.receipt_label.set_tone("")
        self._show_receipt_parts(shown=True)
        self.tick(now)

    def show_problem(self, text: str) -> None:
        """The entry was refused: says why beside the text, which stays."""
        self._undo_until = None
        self._ui.receipt_label.setText(text)
        self._ui.receipt_label.set_tone("r")
        self._show_receipt_parts(shown=True)
        self._ui.undo_button.hide()

    def tick(self, now: datetime) -> None:
        """Follows the clock until the officer sets a time; counts the undo seconds down."""
        self._now = now
        if not self._own_time and not self._ui.time_edit.hasFocus():
            self._show_time(now)
        if self._undo_until is None:
            return
        left = int((self._undo_until - now).total_seconds())
        if left <= 0:
            self._forget_receipt()
            return
        self._ui.undo_button.setText(self.tr("Undo · {seconds} s").format(seconds=left))

    def _show_time(self, now: datetime) -> None:
        """The wall's minute; the field paints itself anew even for the time it shows."""
        wall = now.astimezone(self._wording.zone)
        minute = QTime(wall.hour, wall.minute)
        if self._ui.time_edit.time() == minute:
            return
        self._ui.time_edit.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._ui.time_edit.setTime(minute)
        self._ui.time_edit.blockSignals(False)  # noqa: FBT003

    def take_focus(self) -> None:
        """Puts the cursor into the line (F2)."""
        if not self.has_focus_inside():
            self._came_from = QApplication.focusWidget()
        self._ui.text_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def can_undo(self) -> bool:
        """Whether the last entry can still be taken back."""
        return self._undo_until is not None

    @Slot()
    def undo(self) -> None:
        """Asks to take the last entry back, while the offer stands."""
        if self._undo_until is not None:
            key = self._undo_key
            self._forget_receipt()
            self.undo_asked.emit(key)

    def has_focus_inside(self) -> bool:
        """Whether the officer is writing here."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Leaves out the key hints."""
        self._narrow = narrow
        self._ui.hints.setVisible(not narrow and not self._ui.receipt_label.isVisibleTo(self))

    def focus_order(self) -> list[QWidget]:
        """The text first: F2 lands there, and Tab reaches kind and time after it."""
        ui = self._ui
        return [ui.text_edit, ui.kind_combo, ui.time_edit, ui.undo_button]

    _narrow = False

    def _forget_receipt(self) -> None:
        self._undo_until = None
        self._undo_key = ""
        self._show_receipt_parts(shown=False)

    def _show_receipt_parts(self, *, shown: bool) -> None:
        self._ui.receipt_label.setVisible(shown)
        self._ui.undo_button.setVisible(shown)
        self._ui.hints.setVisible(not shown and not self._narrow)

    @Slot(bool)
    def _on_submitted(self, also_assign: bool) -> None:  # noqa: FBT001 - a slot of Signal(bool)
        text = self._ui.text_edit.text().strip()
        if not text or self._now is None:
            return
        at = self._now
        if self._own_time:
            shown = self._ui.time_edit.time()
            wall = datetime.min.time().replace(hour=shown.hour(), minute=shown.minute())
            at = latest_occurrence(wall, self._now, self._wording.zone)
        kind = self._ui.kind_combo.currentText()
        self.submitted.emit(EntrySubmitted(at, kind, text, also_assign))

    @Slot()
    def _on_left(self) -> None:
        """Back to the widget the officer came from, if it still stands."""
        before = self._came_from
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._ui.text_edit.clearFocus()

    @Slot()
    def _on_edited(self) -> None:
        self._draft_timer.start()

    @Slot()
    def _on_time_changed(self) -> None:
        self._own_time = True

    @Slot()
    def _on_draft_due(self) -> None:
        draft = EntryDraft(self._ui.kind_combo.currentText(), self._ui.text_edit.text())
        self.draft_changed.emit(draft)
