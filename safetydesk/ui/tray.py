"""The sign of the desk among the system's small icons: well, alarms waiting, or a fault."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from safetydesk.services.views_frame import AlarmState, FrameView
from safetydesk.ui.theme import current_theme

_SIZE = 64


class Tray(QObject):
    """Shows itself where the system has a place for it; ``is_there`` tells.

    State by colour, shape and words: a disc is well, a disc with a number has alarms, a square with
    an exclamation mark is a fault.
    """

    open_asked = Signal()
    exit_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._icon = QSystemTrayIcon(self)
        self._menu = QMenu(window)
        self._menu.addAction(self.tr("Open the duty desk")).triggered.connect(self.open_asked)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Exit")).triggered.connect(self.exit_asked)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self.show_state(alarms=0, fault=False)

    @property
    def is_there(self) -> bool:
        """Whether the system has a tray at all."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def words(self) -> str:
        """What the icon says when pointed at."""
        return self._icon.toolTip()

    def appear(self) -> None:
        """Shows the icon, if there is a place for it."""
        if self.is_there:
            self._icon.show()

    def vanish(self) -> None:
        """Takes the icon away: Windows leaves a dead one otherwise."""
        self._icon.hide()

    def show_frame(self, view: FrameView) -> None:
        """The state of the desk as the frame has it."""
        waiting = sum(a.state is AlarmState.ACTIVE for a in view.alarms.alarms)
        self.show_state(alarms=waiting, fault=view.status.fault is not None)

    def show_state(self, *, alarms: int, fault: bool) -> None:
        """Colour, shape and words of the icon."""
        if fault:
            self._icon.setToolTip(self.tr("Safety Desk: the guard has a fault"))
        elif alarms:
            self._icon.setToolTip(self.tr("Safety Desk: %n alarm(s) not acknowledged", "", alarms))
        else:
            self._icon.setToolTip(self.tr("Safety Desk: the guard is well"))
        self._icon.setIcon(_drawn(alarms=alarms, fault=fault))

    def say(self, title: str, text: str) -> None:
        """A message beside the icon, where there is one."""
        if self._icon.isVisible():
            self._icon.showMessage(title, text)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """A click opens the desk."""
        if reason in {
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        }:
            self.open_asked.emit()


def _drawn(*, alarms: int, fault: bool) -> QIcon:
    """The icon in the colours of the theme."""
    theme = current_theme()
    fill, ink = (theme.f, theme.f_on) if fault else (theme.r, theme.r_on)
    if not fault and not alarms:
        fill, ink = theme.ok, theme.r_on
    picture = QPixmap(_SIZE, _SIZE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    box = picture.rect().adjusted(4, 4, -4, -4)
    if fault:
        painter.drawRect(box)
    else:
        painter.drawEllipse(box)
    font = painter.font()
    font.setPixelSize(40)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    text = "!" if fault else (str(min(alarms, 99)) if alarms else "✓")
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.end()
    return QIcon(picture)
