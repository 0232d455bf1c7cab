"""The controls above the log sheet: which shift, which lines, search, print."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
    QWidgetAction,
)
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.icons import Tone, icon, put_icon
from safetydesk.ui.qt_time import to_date, to_qdate
from safetydesk.ui.tokens import TEXT
from safetydesk.ui.widgets.badge import Badge
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import set_plain_tooltip
from safetydesk.ui.widgets.segment import Segment

_SEARCH_DELAY = 200


class SearchField(QLineEdit):
    """Tells what is looked for once typing pauses; Esc ends the search, Down goes to the hits."""

    wanted = Signal(str)
    left = Signal()
    entered = Signal()
    down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search all years (Ctrl F)"))
        self.setAccessibleName(self.tr("Search the log of all years"))
        self.setMinimumWidth(120)
        self._sign = QAction(self)
        self._sign.setIcon(icon("search", Tone.QUIET))
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=_SEARCH_DELAY)
        self._pause.timeout.connect(self._on_pause)
        self.textEdited.connect(self._pause.start)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Keys that mean the hits; everything else is typing."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_pause()
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self._pause.stop()
            self.left.emit()
        elif key == Qt.Key.Key_Down:
            self._on_pause()
            self.down.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_pause(self) -> None:
        self._pause.stop()
        self.wanted.emit(self.text().strip())


class LogBar(QWidget):
    """``stepped`` carries -1 or +1, ``day_chosen`` a date, ``chosen`` the key of a choice.

    ``machine_toggled`` tells whether machine lines are wanted.
    """

    stepped = Signal(int)
    day_chosen = Signal(object)
    chosen = Signal(str)
    machine_toggled = Signal(bool)
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._machine_count = 0
        self._narrow = False
        self.search = SearchField()
        self._before = self._step(-1, "step-back", self.tr("Earlier shift (Alt Left)"))
        self._after = self._step(1, "step-on", self.tr("Later shift (Alt Right)"))
        self._shift = QPushButton()
        self._shift.setProperty("kind", "flat")
        self._shift.setProperty("shape", "bare")
        self._shift.setFont(sized(self.font(), TEXT, bold=True))
        self._shift.setAccessibleName(self.tr("Choose the shift by its day"))
        self._calendar = QCalendarWidget()
        self._menu = QMenu(self._shift)
        self._state = Badge()
        self._segment = Segment()
        self._machine = KeyButton(icon="hide-machine")
        self._machine.setCheckable(True)
        self._print = KeyButton(self.tr("Print"), icon="print", key="F9")
        self._lay_out()
        self._connect()

    def show_shift(self, name: str, state: str, day: date, *, before: bool, after: bool) -> None:
        """Names the shift in view and which neighbours there are."""
        self._shift.setText(name)
        self._state.setText(state)
        self._calendar.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._calendar.setSelectedDate(to_qdate(day))
        self._calendar.blockSignals(False)  # noqa: FBT003
        self._before.setEnabled(before)
        self._after.setEnabled(after)

    def show_choices(self, options: list[tuple[str, str]], machine: int) -> None:
        """Offers the choices of lines and says how many machine lines there are."""
        self._segment.set_options(options)
        self._machine_count = machine
        self._show_machine()

    def choose(self, key: str, *, machine: bool) -> None:
        """Makes a choice without telling anybody."""
        self._segment.choose(key)
        self._machine.setChecked(machine)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Leaves out what is said elsewhere too: the seal is in the foot."""
        self._narrow = narrow
        self._state.setHidden(narrow)
        self._print.set_key("" if narrow else "F9")
        self._show_machine()

    @Slot()
    def earlier(self) -> None:
        """One shift back, if there is one."""
        if self._before.isEnabled():
            self.stepped.emit(-1)

    @Slot()
    def later(self) -> None:
        """One shift on, if there is one."""
        if self._after.isEnabled():
            self.stepped.emit(1)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        left: tuple[QWidget, ...] = (self._before, self._shift, self._after, self._state)
        right: tuple[QWidget, ...] = (self._segment, self._machine, self._print)
        for widget in left:
            row.addWidget(widget)
        row.addWidget(self.search, 1)
        for widget in right:
            row.addWidget(widget)
        action = QWidgetAction(self._menu)
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        action.setDefaultWidget(self._calendar)
        self._menu.addAction(action)
        self._shift.setMenu(self._menu)

    def _connect(self) -> None:
        self._before.clicked.connect(self.earlier)
        self._after.clicked.connect(self.later)
        self._calendar.activated.connect(self._on_day)
        self._calendar.clicked.connect(self._on_day)
        self._segment.chosen.connect(self.chosen)
        self._machine.toggled.connect(self._on_machine)
        self._print.clicked.connect(self.print_asked)

    def _step(self, step: int, sign: str, name: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "flat")
        button.setProperty("shape", "square")
        put_icon(button, sign)
        button.setAccessibleName(name)
        button.setProperty("step", step)
        set_plain_tooltip(button, name)
        return button

    def _show_machine(self) -> None:
        count = str(self._machine_count)
        words = self.tr("Machine lines {count}").format(count=count)
        self._machine.setText(count if self._narrow else words)
        self._machine.setAccessibleName(words)
        set_plain_tooltip(self._machine, words if self._narrow else "")

    @Slot(QDate)
    def _on_day(self, day: QDate) -> None:
        self._menu.close()
        self.day_chosen.emit(to_date(day))

    @Slot(bool)
    def _on_machine(self, shown: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        self.machine_toggled.emit(shown)
