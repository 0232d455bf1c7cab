"""The alarm list at the right of every page: never covered, never scrolled away."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from safetydesk.services.views_frame import AlarmListView, AlarmView, FaultView
from safetydesk.ui.tokens import ALARMS_WIDTH, ALARMS_WIDTH_NARROW
from safetydesk.ui.widgets.alarm_row import AlarmRow
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.quiet_state import QuietState
from safetydesk.ui.widgets.upcoming import UpcomingList
from safetydesk.ui.wording import Wording

MUTE_MINUTES = (5, 10, 15)
_FLASH = 250


class AlarmPanel(QFrame):
    """Shows ``AlarmListView``; ``asked`` carries an ``AlarmIntent``, ``mute_asked`` minutes."""

    asked = Signal(object)
    mute_asked = Signal(int)
    self_test_asked = Signal()
    shelved_asked = Signal()
    history_asked = Signal()
    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording()
        self._view = AlarmListView()
        self._fault: FaultView | None = None
        self._rows: dict[str, AlarmRow] = {}
        self._narrow, self._lit = False, True
        self._flash = QTimer(self, interval=_FLASH)
        self._flash.timeout.connect(self._on_flash)
        self._build()
        self.set_narrow(False)

    def use(self, wording: Wording) -> None:
        """Takes the formatter of this desk; called once, before anything is shown."""
        self._wording = wording
        self._soon = self._replace_list(self._soon)
        self._later = self._replace_list(self._later)

    def show_alarms(self, view: AlarmListView, now: datetime) -> None:
        """Shows the list; rows keep their widgets, and order while somebody is at them."""
        self._view = view
        self._count.setText(str(len(view.alarms)))
        keys = [alarm.key for alarm in view.alarms]
        changed = self._drop_rows(keys)
        primary = _primary_key(view.alarms, now)
        for alarm in view.alarms:
            if alarm.key not in self._rows:
                self._add_row(alarm.key)
                changed = True
            self._rows[alarm.key].show_alarm(alarm, now, primary=alarm.key == primary)
        if not self._attended():
            changed = self._put_in_order(keys) or changed
        self._soon.show_rows(self.tr("Next 4 hours"), view.soon)
        self._later.show_rows(self.tr("Rest of the shift"), view.later)
        self._show_foot()
        self._show_quiet()
        self._steer_flash()
        if changed:
            self.rows_changed.emit()

    def show_fault(self, fault: FaultView | None) -> None:
        """Says in the empty list that silence cannot be trusted while the guard has stopped."""
        self._fault = fault
        self._show_quiet()

    def tick(self, now: datetime) -> None:
        """Lets every countdown go on."""
        for row in self._rows.values():
            row.tick(now)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Takes the width of small screens and folds guidance texts."""
        self._narrow = narrow
        self.setFixedWidth(ALARMS_WIDTH_NARROW if narrow else ALARMS_WIDTH)
        for row in self._rows.values():
            row.set_narrow(narrow)

    def focus_order(self) -> list[QWidget]:
        """The controls in the order of the eye: rows from the top, then head and foot."""
        rows = [self._list.itemAt(index).widget() for index in range(self._list.count())]
        buttons = [b for row in rows if isinstance(row, AlarmRow) for b in row.buttons()]
        return [*buttons, self._mute, self._self_test, self._shelved, self._history]

    def focus_first(self) -> None:
        """Moves the focus to the most urgent alarm's first button."""
        for widget in self.focus_order():
            if widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    @property
    def flashing(self) -> bool:
        """Whether a halo flashes: there is an alarm nobody has acknowledged."""
        return self._flash.isActive()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._built_head())
        column.addWidget(self._built_list(), 1)
        column.addWidget(self._built_foot())

    def _built_head(self) -> QWidget:
        head = QFrame()
        head.setProperty("kind", "alarmhead")
        head.setFixedHeight(52)
        self._count = PlainLabel("0", role="count")
        self._mute = _flat(self.tr("Mute"), "mute")
        self._mute.setToolTip(self.tr("Silence the sound for some minutes"))
        menu = QMenu(self._mute)
        for minutes in MUTE_MINUTES:
            action = menu.addAction(self.tr("For {minutes} minutes").format(minutes=minutes))
            action.setData(minutes)
        menu.triggered.connect(self._on_mute)
        self._mute.setMenu(menu)
        self._mute.setProperty("shape", "bare")
        self._self_test = _flat(self.tr("Self-test"), "self-test")
        self._self_test.clicked.connect(self.self_test_asked)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.tr("Alarms"), role="title"))
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self._mute)
        row.addWidget(self._self_test)
        return head

    def _built_list(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._quiet = QuietState()
        self._soon = UpcomingList(self._wording)
        self._later = UpcomingList(self._wording)
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._inside.addLayout(self._list)
        for widget in (self._quiet, self._soon, self._later):
            self._inside.addWidget(widget)
        self._inside.addStretch(1)
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
        self._shelved = _flat("", "shelve")
        self._shelved.clicked.connect(self.shelved_asked)
        self._history = _flat("", "history")
        self._history.clicked.connect(self.history_asked)
        row = QHBoxLayout(foot)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self._shelved)
        row.addWidget(self._history)
        row.addStretch()
        return foot

    def _replace_list(self, old: UpcomingList) -> UpcomingList:
        fresh = UpcomingList(self._wording)
        self._inside.replaceWidget(old, fresh)
        old.deleteLater()
        return fresh

    def _add_row(self, key: str) -> None:
        row = AlarmRow(self._wording)
        row.set_narrow(self._narrow)
        row.asked.connect(self.asked)
        self._rows[key] = row
        self._list.addWidget(row)

    def _drop_rows(self, keys: list[str]) -> bool:
        gone = [key for key in self._rows if key not in keys]
        for key in gone:
            row = self._rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        return bool(gone)

    def _put_in_order(self, keys: list[str]) -> bool:
        shown = [self._list.itemAt(index).widget() for index in range(self._list.count())]
        wanted = [self._rows[key] for key in keys]
        if shown == wanted:
            return False
        for index, row in enumerate(wanted):
            self._list.removeWidget(row)
            self._list.insertWidget(index, row)
        return True

    def _attended(self) -> bool:
        """Whether pointer or focus is at a row: then nothing may change its place."""
        focused = QApplication.focusWidget()
        return any(
            row.underMouse() or (focused is not None and row.isAncestorOf(focused))
            for row in self._rows.values()
        )

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
            self._quiet.show_state(self.tr("Alarms may not sound"), detail, fault=True)
            return
        text = self.tr("Last checked {time}").format(time=last)
        if coming is not None:
            after = self._wording.time(coming, seconds=True)
            text = self.tr("Last checked {time} · next {next}").format(time=last, next=after)
        self._quiet.show_state(self.tr("No alarms now"), text, fault=False)

    def _steer_flash(self) -> None:
        calls = any(row.calls for row in self._rows.values())
        if calls and not self._flash.isActive():
            self._flash.start()
        elif not calls:
            self._flash.stop()
            self._light(lit=True)

    def _light(self, *, lit: bool) -> None:
        self._lit = lit
        for row in self._rows.values():
            row.set_lit(lit)

    @Slot()
    def _on_flash(self) -> None:
        self._light(lit=not self._lit)

    @Slot(QAction)
    def _on_mute(self, action: QAction) -> None:
        self.mute_asked.emit(int(action.data()))


def _primary_key(alarms: tuple[AlarmView, ...], now: datetime) -> str:
    """The alarm whose response is the primary button: the first that is overdue."""
    return next((alarm.key for alarm in alarms if alarm.due_at <= now), "")


def _flat(text: str, icon_name: str) -> KeyButton:
    return KeyButton(text, icon=icon_name, kind="flat")
