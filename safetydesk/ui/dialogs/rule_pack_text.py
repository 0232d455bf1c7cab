"""The text of a rule pack, edited as the office's copy, with its difference to the shipped one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSplitter, QWidget
from typing_extensions import override

from safetydesk.ui.dialogs.basis_dialog import BasisDialog
from safetydesk.ui.messages import sentence
from safetydesk.ui.perform import perform
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetydesk.domain.access import Actor
    from safetydesk.services.rule_text import Difference
    from safetydesk.services.transaction import Outcome
    from safetydesk.services.views_rules import PackText, TextVerdict
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

_WIDTH, _HEIGHT = 1120, 640
_CHECK_AFTER_MS = 400
_INK = {"+": "ok_ink", "-": "r_ink", " ": "t3"}


class EditsPack(Protocol):
    """A service whose texts are changed as the office's copies."""

    def text(self, pack: str, /) -> PackText:
        """The text in force and its difference to the shipped one."""
        ...

    def compare(self, pack: str, text: str, /) -> TextVerdict:
        """A text being written, checked and beside the shipped one."""
        ...

    def save(self, actor: Actor, pack: str, text: str, reason: str, /) -> Outcome[int]:
        """Puts a text in force."""
        ...


class RulePackTextDialog(BasisDialog):
    """Left the text, right what differs from the shipped text; faults are named with their line."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        rules: EditsPack,
        session: Session,
        bus: Bus,
        pack: str,
        title: str = "",
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self._rules, self._session, self._bus, self._pack = rules, session, bus, pack
        held = rules.text(pack)
        self.name(title or self.tr("Rule pack {name}").format(name=held.name))
        self._text, self._shown, self._reason = QPlainTextEdit(), QPlainTextEdit(), QLineEdit()
        self._verdict = PlainLabel(role="sub", wrap=True)
        self._timer = QTimer(self, singleShot=True, interval=_CHECK_AFTER_MS)
        self._timer.timeout.connect(self.check)
        self._text.setPlainText(held.text)
        self._lay_out()
        self.resize(_WIDTH, _HEIGHT)
        self.check()
        self._text.textChanged.connect(self._timer.start)
        self._text.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Puts the text in force, and closes."""
        self.show_problem("")
        line = self.check()
        rules, session = self._rules, self._session
        done = perform(
            self,
            lambda: rules.save(session.require(), self._pack, self._written(), self._reason.text()),
            bus=self._bus,
        )
        if done is not None:
            self.accept()
        elif line is not None:
            self._go_to(line)

    @Slot()
    def check(self) -> int | None:
        """Says whether the text is a rule pack, and in what it differs; the line of a fault."""
        self._timer.stop()
        verdict = self._rules.compare(self._pack, self._written())
        self._show_differences(verdict.differences)
        if verdict.fault is None:
            self._verdict.setText(self.tr("The text can be read."))
        else:
            self._verdict.setText(sentence(verdict.fault))
        return verdict.line

    def _written(self) -> str:
        return self._text.toPlainText().rstrip("\n") + "\n"

    def _go_to(self, line: int) -> None:
        """Selects a line of the text."""
        cursor = QTextCursor(self._text.document().findBlockByNumber(line - 1))
        cursor.select(QTextCursor.SelectionType.LineUnderCursor)
        self._text.setTextCursor(cursor)

    def _show_differences(self, rows: Iterable[Difference]) -> None:
        self._shown.clear()
        cursor = self._shown.textCursor()
        empty = True
        for row in rows:
            look = QTextCharFormat()
            look.setForeground(colour(_INK[row.mark]))
            cursor.insertText(f"{row.mark} {row.line}\n", look)
            empty = False
        if empty:
            self._shown.setPlainText(self.tr("No difference to the shipped text."))

    def _lay_out(self) -> None:
        sides = QSplitter(Qt.Orientation.Horizontal)
        for field, name in (
            (self._text, self.tr("Text of the pack")),
            (self._shown, self.tr("Difference to the shipped text")),
        ):
            field.setAccessibleName(name)
            field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            sides.addWidget(field)
        self._shown.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._shown.setTabChangesFocus(True)
        sides.setSizes([_WIDTH * 3 // 5, _WIDTH * 2 // 5])
        self.body.addWidget(sides, 1)
        self.body.addWidget(self._verdict)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(PlainLabel(self.tr("Reason"), role="label"))
        row.addWidget(self._reason, 1)
        self._reason.setAccessibleName(self.tr("Reason"))
        self._reason.setMaxLength(300)
        self._reason.setPlaceholderText(self.tr("why, and by which document"))
        self.body.addLayout(row)
