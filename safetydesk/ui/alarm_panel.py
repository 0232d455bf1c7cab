"""The alarm list at the right of every page: never covered, never scrolled away."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from safetydesk.services.views_frame import AlarmListView, FaultView
from safetydesk.ui.alarm_list import AlarmList
from safetydesk.ui.commands import KEYS, Command
from safetydesk.ui.tokens import ALARMS_WIDTH, ALARMS_WIDTH_NARROW
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel, set_plain_tooltip
from safetydesk.ui.widgets.quiet_state import Quiet, QuietState
from safetydesk.ui.widgets.upcoming import UpcomingList
from safetydesk.ui.wording import Wording

MUTE_MINUTES = (3, 5, 10)
"""Ten is the longest that ``ReminderService.mute`` takes."""
MUTE_BY_KEY = 5
"""About as long as a call takes; the menu has the other lengths."""


class AlarmPanel(QFrame):
    """Shows ``AlarmListView``; ``asked`` carries an ``AlarmIntent``, ``mute_asked`` minutes."""

    asked = Signal(object)
    mute_asked = Signal(int)
    self_test_asked = Signal()
    shelved_asked = Signal()
    history_asked = Signal()
    note_asked = Signal()
    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording()
        self._view = self._whole = AlarmListView()
        self._now: datetime | None = None
        self._private = False
        self._fault: FaultView | None = None
        self._count = PlainLabel("0", role="count")
        self._note = KeyButton(icon="add", kind="flat")
        self._mute = KeyButton(self.tr("Mute"), icon="mute", kind="flat")
        self._self_test = KeyButton(self.tr("Self-test"), icon="self-test", kind="flat")
        self._list = AlarmList()
        self._quiet = QuietState()
        self._soon, self._later = UpcomingList(), UpcomingList()
        self._shelved = KeyButton(icon="shelve", kind="flat")
        self._history = KeyButton(icon="history", kind="flat")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._built_head())
        column.addWidget(self._built_list(), 1)
        column.addWidget(self._built_foot())
        self._list.asked.connect(self.asked)
        self._list.grown.connect(self.rows_changed)
        self.set_narrow(False)

    def use(self, wording: Wording) -> None:
        """Takes the formatter of this desk."""
        self._wording = wording
        for part in (self._list, self._soon, self._later):
            part.use(wording)

    def show_alarms(self, view: AlarmListView, now: datetime) -> None:
        """Shows the list, what comes next, and what became of the others."""
        self._whole, self._now = view, now
        view = view.without_people() if self._private else view
        self._view = view
        self._count.setText(str(len(view.alarms)))
        changed = self._list.show_alarms(view.alarms, now)
        self._soon.show_rows(self.tr("Next 4 hours"), view.soon, now)
        self._later.show_rows(self.tr("Rest of the shift"), view.later, now)
        self._show_foot()
        self._show_quiet()
        if changed:
            self.rows_changed.emit()

    def set_private(self, *, private: bool) -> None:
        """While the desk is locked, nobody's name or number is shown, and nothing leads to any."""
        self._private = private
        for leads_on in (self._note, self._shelved, self._history):
            leads_on.setEnabled(not private)
        if self._now is not None:
            self.show_alarms(self._whole, self._now)

    def show_fault(self, fault: FaultView | None) -> None:
        """Says in the empty list that silence cannot be trusted while the guard has stopped."""
        self._fault = fault
        self._show_quiet()

    def tick(self, now: datetime) -> None:
        """Lets every countdown go on."""
        self._now = now
        self._list.tick(now)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Takes the width of small screens and folds guidance texts."""
        self.setFixedWidth(ALARMS_WIDTH_NARROW if narrow else ALARMS_WIDTH)
        self._list.set_narrow(narrow)

    def focus_order(self) -> list[QWidget]:
        """The controls in the order of the eye: rows from the top, then head and foot."""
        ends = (self._note, self._mute, self._self_test, self._shelved, self._history)
        return [*self._list.focus_order(), *ends]

    def focus_first(self) -> None:
        """Moves the focus to the most urgent alarm's first button."""
        for widget in self.focus_order():
            if widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def mute(self) -> None:
        """The key of the whole desk: silence, for as long as a call takes."""
        self.mute_asked.emit(MUTE_BY_KEY)

    @property
    def flashing(self) -> bool:
        """Whether a halo flashes: there is an alarm nobody has acknowledged."""
        return self._list.flashing

    def _built_head(self) -> QWidget:
        head = QFrame()
        head.setProperty("kind", "alarmhead")
        head.setFixedHeight(52)
        by_key = self.tr("Silence the sound: {key} for {minutes} minutes, or choose how long here")
        set_plain_tooltip(self._mute, by_key.format(key=KEYS[Command.UNMUTE], minutes=MUTE_BY_KEY))
        menu = QMenu(self._mute)
        for minutes in MUTE_MINUTES:
            action = menu.addAction(self.tr("For {minutes} minutes").format(minutes=minutes))
            action.setData(minutes)
        menu.triggered.connect(self._on_mute)
        self._mute.setMenu(menu)
        self._mute.setProperty("shape", "bare")
        self._self_test.clicked.connect(self.self_test_asked)
        self._note.setProperty("shape", "square")
        self._note.setAccessibleName(self.tr("Own reminders"))
        set_plain_tooltip(self._note, self.tr("Own reminders (Ctrl+Shift+N)"))
        self._note.clicked.connect(self.note_asked)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.tr("Alarms"), role="title"))
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self._note)
        row.addWidget(self._mute)
        row.addWidget(self._self_test)
        return head

    def _built_list(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._list, self._quiet, self._soon, self._later):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return scroll

    def _built_foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("kind", "alarmfoot")
        foot.setFixedHeight(40)
        self._shelved.clicked.connect(self.shelved_asked)
        self._history.clicked.connect(self.history_asked)
        row = QHBoxLayout(foot)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self._shelved)
        row.addWidget(self._history)
        row.addStretch()
        return foot

    def _show_foot(self) -> None:
        view = self._view
        self._shelved.setText(self.tr("Shelved {count}").format(count=view.shelved))
        raised, settled = view.raised_this_shift, view.settled_this_shift
        if settled >= raised:
            text = self.tr("This shift {raised} · all settled").format(raised=raised)
        else:
            text = self.tr("This shift {raised} · settled {settled}").format(
                raised=raised, settled=settled
            )
        self._history.setText(text)

    def _show_quiet(self) -> None:
        self._quiet.setVisible(not self._view.alarms)
        checked, coming = self._view.checked_at, self._view.next_check_at
        last = self._wording.time(checked, seconds=True) if checked else "—"
        if self._fault is not None:
            detail = self.tr("Last checked {time} · watch the clock").format(time=last)
            self._quiet.show_state(self.tr("Alarms may not sound"), detail, Quiet.FAULT)
            return
        text = self.tr("Last checked {time}").format(time=last)
        if coming is not None:
            after = self._wording.time(coming, seconds=True)
            text = self.tr("Last checked {time} · next {next}").format(time=last, next=after)
        if self._view.manned:
            self._quiet.show_state(self.tr("No alarms now"), text, Quiet.TRUSTED)
        else:
            nobody = self.tr("Nobody is on duty: what comes reaches no one")
            self._quiet.show_state(nobody, text, Quiet.UNMANNED)

    @Slot(QAction)
    def _on_mute(self, action: QAction) -> None:
        self.mute_asked.emit(int(action.data()))
