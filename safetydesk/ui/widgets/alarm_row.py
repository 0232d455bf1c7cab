"""One alarm with its level, its deadline, what to do, and the buttons that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from safetydesk.domain.wording import Urgency
from safetydesk.services.views_frame import AlarmAct, AlarmState, AlarmView
from safetydesk.ui.icons import Tone, put_icon
from safetydesk.ui.marks import paint_level
from safetydesk.ui.theme import colour, restyle
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from safetydesk.ui.wording import Wording

SHELVE_MINUTES = (5, 10, 15, 30)
_INKS = ("r", "o", "y")
_LEAST = 72
"""Buttons give way to narrow panels down to this width; their text is elided."""
_MARK = QRectF(13, 13, 29, 29)


@dataclass(frozen=True)
class AlarmIntent:
    """What the officer wants done about an alarm; ``minutes`` with SHELVE only.

    ``level`` is the one that was drawn where it was asked for, None where no row was.
    """

    key: str
    act: AlarmAct
    minutes: int = 0
    level: int | None = None


class AlarmRow(QFrame):
    """Keeps its widgets while the alarm changes, so that the focus stays.

    ``asked`` carries an ``AlarmIntent``.
    """

    asked = Signal(object)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._view: AlarmView | None = None
        self._lit, self._narrow, self._stands_out = True, False, False
        self._title = PlainLabel(role="title", wrap=True)
        self._relative = PlainLabel(role="title")
        self._meta = ElidedLabel(role="sub")
        self._guidance = _GuidanceBox()
        self._respond = KeyButton(icon="send")
        self._second = KeyButton()
        self._more = QPushButton()
        self._menu, self._lengths = QMenu(self._more), QMenu(self._second)
        self._lay_out()
        self._respond.clicked.connect(self._on_respond)
        self._second.clicked.connect(self._on_second)
        self._menu.aboutToShow.connect(self._fill_menu)
        for menu in (self._menu, self._lengths):
            menu.triggered.connect(self._on_offer)

    @property
    def key(self) -> str:
        """The key of the alarm shown."""
        return self._view.key if self._view else ""

    @property
    def _level(self) -> int | None:
        """The level that is drawn."""
        return self._view.level if self._view else None

    @property
    def calls(self) -> bool:
        """Whether somebody still has to acknowledge it: its halo flashes."""
        view = self._view
        return view is not None and AlarmAct.ACKNOWLEDGE in view.acts

    def show_alarm(self, view: AlarmView, now: datetime, *, primary: bool) -> None:
        """Shows an alarm; ``primary`` for the one response button that stands out."""
        if (view, primary) == (self._view, self._stands_out):
            self.tick(now)
            return
        self._view, self._stands_out = view, primary
        self._title.setText(view.title)
        self._guidance.show_guidance(view, folded=self._narrow)
        for label in (self._title, self._relative):
            label.set_tone(
                _INKS[view.level - 1] if label is self._relative or view.level == 1 else ""
            )
        self._respond.setText(view.response)
        self._respond.setVisible(bool(view.response) and AlarmAct.RESPOND in view.acts)
        self._respond.set_kind("primary" if primary else "")
        self._show_second(view)
        self._more.setVisible(bool(view.acts))
        self.tick(now)
        self.update()

    def tick(self, now: datetime) -> None:
        """Lets the countdown go on; touches the labels only when their words change."""
        view = self._view
        if view is None:
            return
        counted = self._wording.countdown(view.due_at, now)
        left = self.tr("done") if view.state is AlarmState.CLOSED else counted.relative
        if left != self._relative.text():
            self._relative.setText(left)
        state = self._state_text(view, now)
        between = self._wording.words.between
        meta = between.join(part for part in (view.to_whom, counted.absolute, state) if part)
        if meta != self._meta.text():
            self._meta.setText(meta)
        level = (self.tr("level one"), self.tr("level two"), self.tr("level three"))[view.level - 1]
        overdue = counted.urgency is Urgency.OVERDUE
        parts = (level, view.title, left, counted.absolute, state)
        self.setAccessibleName("，".join(part for part in parts if part))
        if self.property("overdue") != overdue:
            self.setProperty("overdue", overdue)

    def set_lit(self, lit: bool) -> None:  # noqa: FBT001 - the two phases of one flash
        """One phase of the flashing halo; only the mark is painted again."""
        if lit != self._lit:
            self._lit = lit
            self.update(_MARK.adjusted(-4, -4, 4, 4).toRect())

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Folds the guidance text; name and number stay."""
        self._narrow = narrow
        left, right = (48, 8) if narrow else (54, 12)
        self._column.setContentsMargins(left, 12, right, 12)
        if self._view is not None:
            self._guidance.show_guidance(self._view, folded=narrow)

    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons in the order of the focus."""
        return (self._respond, self._second, self._more)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws surface, bar, mark and the line below."""
        if self._view is None:
            return
        painter = QPainter(self)
        level = self._view.level
        painter.fillRect(self.rect(), colour("r_soft" if level == 1 else "card"))
        painter.fillRect(
            0, self.height() - 1, self.width(), 1, colour("r_line" if level == 1 else "line")
        )
        painter.fillRect(0, 0, 4, self.height(), colour(_INKS[level - 1]))
        paint_level(painter, level, _MARK, halo=self.calls, lit=self._lit)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        put_icon(self._more, "more")
        self._more.setProperty("shape", "square")
        self._more.setMenu(self._menu)
        self._more.setAccessibleName(self.tr("More about this alarm"))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in self.buttons():
            acts.addWidget(button)
        for button in (self._respond, self._second):
            button.setMinimumWidth(_LEAST)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        acts.addStretch()
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, self._relative, self._meta):
            words.addWidget(label)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addLayout(words)
        self._column.addWidget(self._guidance)
        self._column.addLayout(acts)
        self.set_narrow(False)

    def _state_text(self, view: AlarmView, now: datetime) -> str:
        if view.state is AlarmState.SHELVED and view.shelved_until is not None:
            until = self._wording.time(view.shelved_until)
            return self.tr("shelved until {time}").format(time=until)
        if view.state is AlarmState.CLOSED:
            return self.tr("done, not seen yet")
        if view.acknowledged_at is not None and view.state is AlarmState.ACTIVE:
            since = self._wording.period(now - view.acknowledged_at)
            return self.tr("{name} acknowledged, not done for {period}").format(
                name=view.acknowledged_by, period=since
            )
        if view.acknowledged_at is not None:
            at = self._wording.time(view.acknowledged_at)
            return self.tr("{name} {time} acknowledged").format(name=view.acknowledged_by, time=at)
        return self.tr("not acknowledged") if AlarmAct.ACKNOWLEDGE in view.acts else ""

    def _show_second(self, view: AlarmView) -> None:
        """Acknowledge while nobody has, shelve afterwards."""
        acknowledge = AlarmAct.ACKNOWLEDGE in view.acts
        self._second.setVisible(acknowledge or AlarmAct.SHELVE in view.acts)
        self._second.setText(self.tr("Acknowledge") if acknowledge else self.tr("Shelve…"))
        put_icon(self._second, "confirm" if acknowledge else "shelve", Tone.PLAIN)

    @Slot()
    def _on_respond(self) -> None:
        self._ask(AlarmAct.RESPOND)

    @Slot()
    def _on_second(self) -> None:
        if self._view is None:
            return
        if AlarmAct.ACKNOWLEDGE in self._view.acts:
            self._ask(AlarmAct.ACKNOWLEDGE)
        else:
            self._lengths.clear()
            self._offer_lengths(self._lengths)
            self._lengths.popup(self._second.mapToGlobal(self._second.rect().bottomLeft()))

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        if self._view is None:
            return
        acts = self._view.acts
        if AlarmAct.OPEN in acts:
            self._offer(self._menu, self.tr("Open what it is about"), AlarmAct.OPEN)
        if AlarmAct.SHELVE in acts:
            self._offer_lengths(self._menu)
        if AlarmAct.CLOSE in acts:
            self._offer(self._menu, self.tr("Close with a reason…"), AlarmAct.CLOSE)

    def _offer_lengths(self, menu: QMenu) -> None:
        for minutes in SHELVE_MINUTES:
            text = self.tr("Shelve for {minutes} minutes").format(minutes=minutes)
            self._offer(menu, text, AlarmAct.SHELVE, minutes)

    def _offer(self, menu: QMenu, text: str, act: AlarmAct, minutes: int = 0) -> None:
        action = menu.addAction(text)
        action.setData(AlarmIntent(self.key, act, minutes, self._level))

    @Slot(QAction)
    def _on_offer(self, action: QAction) -> None:
        self.asked.emit(action.data())

    def _ask(self, act: AlarmAct) -> None:
        self.asked.emit(AlarmIntent(self.key, act, level=self._level))


class _GuidanceBox(QFrame):
    """Lead, name with number, and what to do in which order."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "guidance")
        self._lead = PlainLabel(role="label")
        self._number = PlainLabel(role="number")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text = PlainLabel(role="sub", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(2)
        for label in (self._lead, self._number, self._text):
            column.addWidget(label)

    def show_guidance(self, view: AlarmView, *, folded: bool) -> None:
        """Shows the guidance of an alarm, or nothing."""
        guidance = view.guidance
        self.setVisible(guidance is not None)
        if guidance is None:
            return
        tone = _INKS[view.level - 1]
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)
        for label, text in (
            (self._lead, guidance.lead),
            (self._number, guidance.number),
            (self._text, "" if folded and guidance.number else guidance.text),
        ):
            label.setText(text)
            label.setVisible(bool(text))
