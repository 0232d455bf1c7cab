"""A rule pack of the office's own, read from a file, checked, looked through and added."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from safetydesk.domain.errors import BadInput
from safetydesk.ui.dialogs.basis_dialog import BasisDialog
from safetydesk.ui.file_asking import FileAsked
from safetydesk.ui.messages import sentence
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.own_packs import OwnPackService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

_WIDTH, _HEIGHT = 860, 600
_CHECK_AFTER_MS = 400
_LARGEST = 1_000_000
_UNNAMED = "pack.toml"


class OwnPackDialog(BasisDialog):
    """Ctrl+O reads a file; the text can be put right before Ctrl+Enter adds it."""

    def __init__(
        self, parent: QWidget | None, *, packs: OwnPackService, session: Session, bus: Bus
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("A pack of our own"), self.tr("Add"))
        self._packs, self._session, self._bus = packs, session, bus
        self._file = _UNNAMED
        self._text, self._reason = QPlainTextEdit(), QLineEdit()
        self._verdict = PlainLabel(role="sub", wrap=True)
        self._timer = QTimer(self, singleShot=True, interval=_CHECK_AFTER_MS)
        self._timer.timeout.connect(self.check)
        self._lay_out()
        self.resize(_WIDTH, _HEIGHT)
        self._text.textChanged.connect(self._timer.start)
        self._open.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Adds the pack, and closes."""
        self.show_problem("")
        packs, session = self._packs, self._session
        done = perform(
            self,
            lambda: packs.add(session.require(), self._written(), self._file, self._reason.text()),
            bus=self._bus,
        )
        if done is not None:
            self.accept()
        else:
            self.check()

    @Slot()
    def ask_file(self) -> None:
        """Asks for the file."""
        asked = FileAsked(self, self.tr("Rule pack"), [self.tr("Rule packs (*.toml)")])
        asked.fileSelected.connect(self.read)
        asked.to_read()

    @Slot(str)
    def read(self, path: str) -> None:
        """Shows the text of a file."""
        try:
            content = Path(path).read_bytes()
            text = content.decode("utf-8-sig") if len(content) <= _LARGEST else ""
        except (OSError, UnicodeDecodeError):
            text = ""
        if not text:
            self.show_problem(self.tr("This is no text file in UTF-8."))
            return
        self.show_problem("")
        self._file = Path(path).name
        self._text.setPlainText(text)
        self.check()
        self._reason.setFocus()

    @Slot()
    def check(self) -> None:
        """Says whether the text can be added, and shows the line of a fault."""
        self._timer.stop()
        try:
            pack = self._packs.check(self._written(), self._file)
        except BadInput as fault:
            self._verdict.setText(sentence(fault))
            return
        words = self.tr("{name}: {count} rules, can be added. It is taken into use by itself.")
        self._verdict.setText(words.format(name=pack.name, count=len(pack.rules)))

    def _written(self) -> str:
        return self._text.toPlainText().rstrip("\n") + "\n"

    def _lay_out(self) -> None:
        self._open = KeyButton(self.tr("File…"), key="Ctrl O")
        self._open.setAutoDefault(False)
        self._open.clicked.connect(self.ask_file)
        QShortcut(QKeySequence("Ctrl+O"), self).activated.connect(self.ask_file)
        told = self.tr(
            "A text like those of the shipped packs (“Text…” shows one), under a name and rule "
            "numbers of its own."
        )
        head = QHBoxLayout()
        head.addWidget(PlainLabel(told, role="sub", wrap=True), 1)
        head.addWidget(self._open)
        self.body.addLayout(head)
        self._text.setAccessibleName(self.tr("Text of the pack"))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setTabChangesFocus(True)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self.body.addWidget(self._text, 1)
        self.body.addWidget(self._verdict)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(PlainLabel(self.tr("Reason"), role="label"))
        row.addWidget(self._reason, 1)
        self._reason.setAccessibleName(self.tr("Reason"))
        self._reason.setMaxLength(300)
        self.body.addLayout(row)
