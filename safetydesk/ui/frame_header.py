"""The head of the window: the time, the people on duty, the hand-over, the office's phones."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from safetydesk.domain.clock import whole_minute
from safetydesk.services.views_frame import HeaderView, OnDuty
from safetydesk.ui.theme import restyle
from safetydesk.ui.tokens import CLOCK_WIDTH_NARROW, HEADER_HEIGHT, NAVIGATION_WIDTH
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel, set_plain_tooltip
from safetydesk.ui.wording import Wording

_SHOWN = 3
_WIDEST_NAME = 220
_RULE = 1
"""The line under the header, in pixels."""
_MINUTE = 60


class FrameHeader(QFrame):
    """Shows ``HeaderView``; ``person_asked`` carries an ``OnDuty``, ``phone_asked`` a number."""

    person_asked = Signal(object)
    phone_asked = Signal(str)
    search_asked = Signal()
    lock_asked = Signal()
    sign_in_asked = Signal()
    sign_out_asked = Signal()
    presence_asked = Signal()
    pin_asked = Signal()
    add_person_asked = Signal()
    autostart_asked = Signal(bool)
    exit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording()
        self._view = HeaderView()
        self._shown: tuple[HeaderView, datetime, float] | None = None
        self.setFixedHeight(HEADER_HEIGHT)
        self._clock = PlainLabel(role="large")
        self._clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._clock.setAccessibleName(self.tr("Clock"))
        self._day = _FactBlock()
        self._people = [_PersonBlock() for _ in range(_SHOWN)]
        self._turnover = _FactBlock()
        self._phones = KeyButton(self.tr("Duty phones"), icon="phone")
        self._search = KeyButton(self.tr("Search"), icon="search", key="Ctrl K")
        self._user = KeyButton(icon="user")
        self._user.setMaximumWidth(_WIDEST_NAME)
        self._lay_out()
        self._fill_user_menu()
        self._search.clicked.connect(self.search_asked)
        for block in self._people:
            block.asked.connect(self.person_asked)
        self.set_narrow(False)

    def use(self, wording: Wording) -> None:
        """Takes the formatter of this desk."""
        self._wording = wording
        self._shown = None

    def show_header(self, view: HeaderView, now: datetime) -> None:
        """Shows who is on duty; the leader comes first."""
        self._view = view
        people = sorted(view.people, key=_leader_first)
        for block, person in zip(self._people, [*people, None, None, None], strict=False):
            block.show_person(person, self._wording)
        rest = "\n".join(f"{p.post} {p.name} {p.phone}".rstrip() for p in people)
        set_plain_tooltip(self._day, rest)
        self._phones.setVisible(bool(view.phones))
        menu = self._phones.menu()
        menu.clear()
        for phone in view.phones:
            menu.addAction(f"{phone.label}  {phone.number}").setData(phone.number)
        self._user.setText(view.signed_in.name if view.signed_in else self.tr("Not signed in"))
        self.tick(now)

    def show_autostart(self, *, on: bool) -> None:
        """Ticks the setting of this computer or not."""
        self._autostart.setChecked(on)

    def tick(self, now: datetime) -> None:
        """Shows the time; what it means for the shift is touched only when its words change."""
        self._clock.setText(self._wording.time(now, seconds=True))
        shown = (self._view, whole_minute(now), self._left_step(now))
        if shown != self._shown:
            self._shown = shown
            self._show_shift(now)

    def _left_step(self, now: datetime) -> float:
        """A number that changes whenever the words of ``_left`` do, and costs less than they."""
        if self._view.turnover_at is None:
            return 0
        left = (self._view.turnover_at - now).total_seconds()
        return math.copysign(abs(left) // _MINUTE, left) if abs(left) >= _MINUTE else left

    def _left(self, now: datetime) -> str:
        """How long until the handover, or since."""
        if self._view.turnover_at is None:
            return ""
        left = self._view.turnover_at - now
        if left.total_seconds() > 0:
            return self.tr("in {period}").format(period=self._wording.period(left))
        return self.tr("overdue by {period}").format(period=self._wording.period(-left))

    def _show_shift(self, now: datetime) -> None:
        words, view = self._wording, self._view
        start = words.time(view.shift_start) if view.shift_start else ""
        shift = [view.shift_name, self.tr("from {time}").format(time=start) if start else ""]
        self._day.show_facts(
            "", words.date_and_weekday(now), words.words.between.join(filter(None, shift))
        )
        self._turnover.setVisible(view.turnover_at is not None)
        if view.turnover_at is not None:
            at = words.moment(view.turnover_at, now)
            self._turnover.show_facts(self.tr("Handover"), at.rpartition(" ")[2], self._left(now))

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Leaves out the search button (Ctrl+K stays) and takes narrower blocks."""
        self._search.setVisible(not narrow)
        # Fixed in both directions: the window is not laid out anew for each second.
        width = CLOCK_WIDTH_NARROW if narrow else NAVIGATION_WIDTH
        self._clock.setFixedSize(width, HEADER_HEIGHT - _RULE)
        for block in (self._day, *self._people, self._turnover):
            block.set_narrow(narrow)

    def focus_order(self) -> list[QWidget]:
        """People first, then the buttons."""
        return [*self._people, self._phones, self._search, self._user]

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 16, _RULE)
        row.setSpacing(0)
        clock = QFrame()
        clock.setProperty("kind", "facts")
        inside = QVBoxLayout(clock)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._clock)
        for widget in (clock, self._day, *self._people, self._turnover):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self._phones, self._search, self._user):
            row.addWidget(button)
            row.addSpacing(8)
        for button in (self._phones, self._user):
            button.setProperty("menu", "true")
            button.setMenu(QMenu(button))
        self._phones.menu().triggered.connect(self._on_phone)

    def _fill_user_menu(self) -> None:
        menu = self._user.menu()
        menu.addAction(self.tr("Sign in…")).triggered.connect(self.sign_in_asked)
        menu.addAction(self.tr("Change the PIN…")).triggered.connect(self.pin_asked)
        menu.addAction(self.tr("Lock the screen")).triggered.connect(self.lock_asked)
        menu.addAction(self.tr("Sign out")).triggered.connect(self.sign_out_asked)
        menu.addSeparator()
        menu.addAction(self.tr("Arrivals and departures…")).triggered.connect(self.presence_asked)
        menu.addAction(self.tr("Add a person…")).triggered.connect(self.add_person_asked)
        menu.addSeparator()
        # With a parent of its own: the wrapper of one that the menu makes dies with the menu's.
        self._autostart = QAction(self.tr("Start with the session"), self)
        menu.addAction(self._autostart)
        self._autostart.setCheckable(True)
        self._autostart.triggered.connect(self.autostart_asked)
        menu.addAction(self.tr("Exit")).triggered.connect(self.exit_asked)

    @Slot(QAction)
    def _on_phone(self, action: QAction) -> None:
        number = str(action.data())
        QApplication.clipboard().setText(number)
        self.phone_asked.emit(number)


class _FactBlock(QFrame):
    """A strong fact with its small label, and a quiet line below."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "facts")
        self._label = PlainLabel(role="label")
        self._strong = ElidedLabel(role="name")
        self._below = PlainLabel(role="sub")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._label)
        line.addWidget(self._strong)
        line.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addStretch()
        self._column.addLayout(line)
        self._column.addWidget(self._below)
        self._column.addStretch()
        self.set_narrow(False)

    def show_facts(self, label: str, strong: str, below: str) -> None:
        """Shows three texts; the strong one is smaller where it has no label."""
        self._label.setText(label)
        self._label.setVisible(bool(label))
        role = "name" if label else "strong"
        if self._strong.property("role") != role:
            self._strong.setProperty("role", role)
            restyle(self._strong)
        self._strong.setText(strong)
        self._below.setText(below)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Less room at the sides."""
        side = 12 if narrow else 16
        self._column.setContentsMargins(side, 0, side, 0)


class _PersonBlock(_FactBlock):
    """One person: Enter or a click asks for the call card, Ctrl+C copies the number."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._person: OnDuty | None = None
        self.setProperty("kind", "person")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_person(self, person: OnDuty | None, wording: Wording) -> None:
        """Shows a person: the leader with the phone number, others with their presence."""
        self._person = person
        self.setVisible(person is not None)
        if person is None:
            return
        since = wording.time(person.present_since) if person.present_since else ""
        presence = " ".join(part for part in (person.presence, since) if part)
        below = presence
        if person.leads:
            parts = (person.phone, person.presence)
            below = wording.words.between.join(part for part in parts if part)
        self.show_facts(person.post, person.name, below or "—")
        self.setAccessibleName(f"{person.post} {person.name} {person.phone} {presence}".strip())
        set_plain_tooltip(self, f"{person.name}\n{person.phone}\n{presence}".strip())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Ctrl+C copies the number; Enter and space ask for the call card."""
        if self._person and event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self._person.phone)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._ask()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        """A click asks for the call card."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self._ask()

    @override
    def event(self, event: QEvent, /) -> bool:
        """Keeps Ctrl+C from the window while the number can be copied here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def _ask(self) -> None:
        if self._person is not None:
            self.asked.emit(self._person)


def _leader_first(person: OnDuty) -> bool:
    return not person.leads
