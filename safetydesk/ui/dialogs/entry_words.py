"""Words added to an entry of the log: a correction, a later handling, the reason of a strike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from safetydesk.ui.forms.ui_entry_words import Ui_EntryWords
from safetydesk.ui.icons import Tone, put_icon
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.log_acts import LineAct

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor
    from safetydesk.domain.log import LogEntry, LogLine
    from safetydesk.services.drafts import DraftService
    from safetydesk.services.log import LogService
    from safetydesk.services.transaction import Outcome
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

_DRAFT_DELAY = 300
_ICONS = {
    LineAct.CORRECT: "edit",
    LineAct.HANDLING: "add",
    LineAct.STRIKE: "strike",
    LineAct.UNSTRIKE: "undo",
}


class EntryWordsDialog(QDialog):
    """``act`` is CORRECT, HANDLING, STRIKE or UNSTRIKE; ``written`` carries the line's number.

    The original never changes: whatever is written here is an entry of its own, linked to it. It
    blocks nothing; Ctrl+Enter saves, Esc leaves and keeps the words as a draft.
    """

    written = Signal(int)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        log: LogService,
        session: Session,
        bus: Bus,
        drafts: DraftService,
        act: LineAct,
        line: LogLine,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._log, self._session, self._bus, self._drafts = log, session, bus, drafts
        self._act, self._line = act, line
        self._key = f"log:{act.value}:{line.entry.seq}"
        self._initial = line.text if act is LineAct.CORRECT else ""
        self._saved = False
        self._ui = Ui_EntryWords()
        self._ui.setupUi(self)
        self._timer = QTimer(self, singleShot=True, interval=_DRAFT_DELAY)
        self._dress()
        self._connect()
        self._ui.words_edit.setFocus()

    def show_problem(self, text: str) -> None:
        """Says why it was refused; what was typed stays."""
        self._ui.problem_label.setText(text)

    @override
    def done(self, result: int, /) -> None:
        """However it is left, what was typed and not saved stays as a draft."""
        if not self._saved:
            self._keep_draft()
        self._timer.stop()
        super().done(result)

    def _dress(self) -> None:
        ui, line = self._ui, self._line
        title, field, lead = self._words()
        self.setWindowTitle(title)
        entry = self.tr("{kind}: {text}").format(kind=line.entry.kind.value, text=line.text)
        ui.entry_label.setText(entry)
        ui.lead_label.setText(lead)
        ui.words_edit.setAccessibleName(field)
        ui.words_edit.setPlaceholderText(field)
        ui.words_edit.setPlainText(self._drafts.find(self._key) or self._initial)
        ui.words_edit.moveCursor(QTextCursor.MoveOperation.End)
        ui.save_button.setText(title)
        put_icon(ui.save_button, _ICONS[self._act], Tone.ON_ACCENT)
        ui.save_button.set_key("Ctrl Enter")
        ui.leave_button.set_key("Esc")

    def _connect(self) -> None:
        self._ui.leave_button.clicked.connect(self.reject)
        self._ui.save_button.clicked.connect(self._on_save)
        self._ui.words_edit.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self._keep_draft)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_save)

    def _words(self) -> tuple[str, str, str]:
        """The act, what is to be written, and what it leads to."""
        reason = self.tr("Reason")
        return {
            LineAct.CORRECT: (
                self.tr("Correct"),
                self.tr("The words as they should be"),
                self.tr("The original stays readable beside the new words."),
            ),
            LineAct.HANDLING: (
                self.tr("Add handling"),
                self.tr("What was done about it"),
                self.tr("It stands behind what the entry says so far, with its own time."),
            ),
            LineAct.STRIKE: (
                self.tr("Strike"),
                reason,
                self.tr("The entry stays readable, struck, on screen and paper."),
            ),
            LineAct.UNSTRIKE: (
                self.tr("Take the strike back"),
                reason,
                self.tr("The entry counts again; the strike stays in the log."),
            ),
        }[self._act]

    def _typed(self) -> str:
        return self._ui.words_edit.toPlainText().strip()

    def _write(self, actor: Actor, words: str) -> Outcome[LogEntry]:
        verbs = {
            LineAct.CORRECT: self._log.correct,
            LineAct.HANDLING: self._log.add_handling,
            LineAct.STRIKE: self._log.strike,
            LineAct.UNSTRIKE: self._log.unstrike,
        }
        return verbs[self._act](actor, self._line.entry.seq, words)

    @Slot()
    def _on_save(self) -> None:
        """Ctrl+Enter."""
        self.show_problem("")
        words = self._typed()
        if not words:
            self.show_problem(self.tr("Write it down in a few words."))
            return
        done = perform(self, lambda: self._write(self._session.require(), words), bus=self._bus)
        if done is None:
            return
        self._saved = True
        self._drafts.forget(self._key)
        self.written.emit(self._line.entry.seq)
        self.accept()

    @Slot()
    def _keep_draft(self) -> None:
        """Keeps what differs from the words there at first."""
        words = self._typed()
        self._drafts.keep(self._key, "" if words == self._initial.strip() else words)
