"""What appears when the desk itself is not well: the fault bar, the mute bar, the hatched frame."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.icons import Tone, put_icon
from safetydesk.ui.marks import hatch
from safetydesk.ui.widgets.icon_sign import IconSign
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel
from safetydesk.ui.wording import Wording

if TYPE_CHECKING:
    from safetydesk.services.views_frame import FaultView, MuteView

_FRAME = 6
_HEAD = 76


class HatchFrame(QWidget):
    """The whole window's inside; a fault puts a hatched frame around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fault = False

    def set_fault(self, fault: bool) -> None:  # noqa: FBT001 - on or off
        """Shows or removes the frame; everything inside moves by its width, and is drawn anew."""
        if fault == self._fault:
            return
        self._fault = fault
        width = _FRAME if fault else 0
        self.setContentsMargins(width, width, width, width)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the hatch where the margins leave room."""
        if self._fault:
            painter = QPainter(self)
            painter.fillRect(self.rect(), hatch())


class FaultBar(QFrame):
    """The guard has stopped: since when, what still works, and the two acts that help."""

    print_open_asked = Signal()
    restart_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "fault")
        self.setFixedHeight(52)
        self._title = PlainLabel(role="title")
        self._works = ElidedLabel()
        self._print = KeyButton(self.tr("Print what is open"))
        self._restart = KeyButton(self.tr("Restart the guard"))
        put_icon(self._print, "print", Tone.ON_FAULT)
        put_icon(self._restart, "restart", Tone.ON_FAULT)
        self._print.clicked.connect(self.print_open_asked)
        self._restart.clicked.connect(self.restart_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(_HEAD + 12, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(IconSign("fault", "f_on", 20))
        row.addWidget(self._title)
        row.addWidget(self._works, 1)
        row.addWidget(self._print)
        row.addWidget(self._restart)
        self.hide()

    def show_fault(self, fault: FaultView | None) -> None:
        """Shows what failed, or hides."""
        self.setVisible(fault is not None)
        if fault is not None:
            self._title.setText(fault.title)
            self._works.setText(fault.still_works)
            self.setAccessibleName(f"{fault.title} {fault.still_works}")

    def focus_order(self) -> list[QWidget]:
        """The two acts."""
        return [self._print, self._restart]

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the hatched head over the fill."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, _HEAD, self.height(), hatch())


class MuteBar(QFrame):
    """The sound is off: who did it, until when, and the way back; or there is no device."""

    unmute_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "muted")
        self.setFixedHeight(40)
        self._wording = Wording()
        self._muted = False
        self._text = ElidedLabel()
        self._sound = KeyButton(self.tr("Sound on"), key="Alt M", cap_ink="o_on")
        put_icon(self._sound, "sound", Tone.ON_ORANGE)
        self._sound.clicked.connect(self.unmute_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(IconSign("mute", "o_on", 18))
        self._title = PlainLabel(role="strong")
        row.addWidget(self._title)
        row.addWidget(self._text, 1)
        row.addWidget(self._sound, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def use(self, wording: Wording) -> None:
        """Takes the formatter of this desk."""
        self._wording = wording

    def show_mute(self, mute: MuteView | None, *, no_sound: bool = False) -> None:
        """Shows who muted the sound, or that nothing can be heard at all, or hides."""
        self._muted = mute is not None
        self.setVisible(self._muted or no_sound)
        self._sound.setVisible(mute is not None)
        if no_sound:
            told = self.tr("Alarms show on the screen only: keep it in sight, plug in a speaker")
            if mute is not None:
                until = self.tr("muted by {name} until {until}")
                told += "；" + until.format(name=mute.by, until=self._time(mute.until))
            self._say(self.tr("No sound device"), told)
        elif mute is not None:
            text = self.tr(
                "{name} since {since}, until {until}; "
                "a new alarm of the same or a higher level brings the sound back"
            ).format(name=mute.by, since=self._time(mute.since), until=self._time(mute.until))
            self._say(self.tr("Muted"), text)

    @property
    def is_muted(self) -> bool:
        """Whether somebody muted the sound; that there is no device is another matter."""
        return self._muted

    def _say(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title} {text}")

    def focus_order(self) -> list[QWidget]:
        """The way back."""
        return [self._sound]

    def _time(self, instant: datetime) -> str:
        return self._wording.time(instant)
