"""Two reports of an incident beside each other: what the later one leaves out and what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from safetydesk.domain.report_compare import Change, compare
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.domain.report import ReportContent
    from safetydesk.domain.report_compare import Compared

_WIDTH, _HEIGHT = 760, 520
_MARKS = {Change.KEPT: ("　", "t2"), Change.GONE: ("－", "r_ink"), Change.NEW: ("＋", "ok_ink")}

Named = tuple[str, "ReportContent"]


class ReportCompareDialog(QDialog):
    """``reports`` are named in their order; the shown one is compared with the one before it.

    It blocks nothing and is freed on close. Esc leaves.
    """

    def __init__(self, parent: QWidget | None, reports: Sequence[Named], shown: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compare two reports"))
        self.resize(_WIDTH, _HEIGHT)
        self._reports = tuple(reports)
        self.former, self.later = QComboBox(), QComboBox()
        self.only_changes = QCheckBox(self.tr("Only what changed"))
        self.only_changes.setChecked(True)
        self.text = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.count = PlainLabel(role="sub")
        self._leave = KeyButton(self.tr("Close"), key="Esc")
        for box, place in ((self.former, shown - 1), (self.later, shown)):
            box.addItems([name for name, _ in self._reports])
            box.setCurrentIndex(max(0, place))
            box.currentIndexChanged.connect(self.show_difference)
        self.only_changes.toggled.connect(self.show_difference)
        self._leave.clicked.connect(self.reject)
        self._lay_out()
        self.show_difference()
        self.former.setFocus()

    @Slot()
    def show_difference(self) -> None:
        """Compares the two chosen, sentence by sentence."""
        former = self._reports[max(0, self.former.currentIndex())][1]
        later = self._reports[max(0, self.later.currentIndex())][1]
        found = compare(former, later)
        changed = [item for item in found if item.change is not Change.KEPT]
        new = sum(item.change is Change.NEW for item in changed)
        self.count.setText(
            self.tr("{new} sentences new, {gone} gone").format(new=new, gone=len(changed) - new)
            if changed
            else self.tr("No difference between the two.")
        )
        shown = changed if self.only_changes.isChecked() else found
        headings = list(dict.fromkeys(item.heading for item in found))
        self._show(sorted(shown, key=lambda item: headings.index(item.heading)))

    def _show(self, found: Sequence[Compared]) -> None:
        """Each heading once, its sentences beneath; what is gone is struck as well as marked."""
        self.text.clear()
        cursor = self.text.textCursor()
        heading = ""
        for item in found:
            if item.heading != heading:
                heading = item.heading
                look = QTextCharFormat()
                look.setForeground(colour("t3"))
                cursor.insertText(f"{heading}\n", look)
            sign, ink = _MARKS[item.change]
            look = QTextCharFormat()
            look.setForeground(colour(ink))
            cursor.insertText(f"{sign} ", look)
            look.setFontStrikeOut(item.change is Change.GONE)
            cursor.insertText(f"{item.text}\n", look)
        self.text.moveCursor(cursor.MoveOperation.Start)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for label, box in ((self.tr("Former"), self.former), (self.tr("Later"), self.later)):
            box.setAccessibleName(label)
            row.addWidget(PlainLabel(label, role="label"))
            row.addWidget(box, 1)
        row.addWidget(self.only_changes)
        self.text.setAccessibleName(self.tr("What differs"))
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
