"""Ctrl+L: a cover over everything but the alarms, which go on without anybody's name or number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.commands import KEYS, Command
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.icon_sign import IconSign
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.ui.main_window import MainWindow
    from safetydesk.ui.wording import Wording

_STAY = frozenset({Command.LOCK, Command.ALARMS, Command.THEME})
"""Keys that still work while the desk is locked."""


class LockCover(QWidget):
    """Child of the main window; ``unlock_asked`` when somebody wants to sign in.

    What it covers cannot be reached by keys either. Other windows of the desk are put away and come
    back as they were, typing included.
    """

    unlock_asked = Signal()

    def __init__(self, window: MainWindow, wording: Wording) -> None:
        super().__init__(window)
        self._wording = wording
        self._shut: list[QWidget] = []
        self._away: list[QWidget] = []
        self._title = PlainLabel(role="large")
        self._since = PlainLabel(role="sub")
        self._unlock = KeyButton(self.tr("Sign in"), icon="lock", key="Enter", kind="primary")
        self._unlock.clicked.connect(self.unlock_asked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.hide()
        window.installEventFilter(self)
        window.alarms.installEventFilter(self)

    @property
    def is_locked(self) -> bool:
        """Whether the desk is covered."""
        return not self.isHidden()

    def lock(self, now: datetime) -> None:
        """Covers the desk."""
        if self.is_locked:
            return
        self._since.setText(
            self.tr("since {time} · alarms go on").format(time=self._wording.time(now))
        )
        self._put_away()
        window = self._window()
        page = window.current_page
        covered = (
            window.header,
            window.navigation,
            window.quick,
            window.mute_bar,
            window.fault_bar,
            page.parentWidget() if page is not None else None,
        )
        self._shut = [part for part in covered if part is not None and part.isEnabled()]
        for part in self._shut:
            part.setEnabled(False)
        self._allow_keys(allowed=False)
        window.alarms.set_private(private=True)
        self._cover()
        self.show()
        self.raise_()
        self._unlock.setFocus()

    @Slot()
    def unlock(self) -> None:
        """Uncovers the desk: somebody has signed in."""
        if not self.is_locked:
            return
        self.hide()
        for part in self._shut:
            part.setEnabled(True)
        self._allow_keys(allowed=True)
        self._window().alarms.set_private(private=False)
        for other in self._away:
            other.show()
        self._shut, self._away = [], []

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Follows the size of the window and the place of the alarm list."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.is_locked:
            self._cover()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter asks who it is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.unlock_asked.emit()
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Nothing below is reached."""
        event.accept()

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Covers everything."""
        QPainter(self).fillRect(self.rect(), colour("canvas"))

    def _window(self) -> MainWindow:
        window: MainWindow = self.parentWidget()  # type: ignore[assignment]  # made as its child
        return window

    def _lay_out(self) -> None:
        self._title.setText(self.tr("Locked"))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch()
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconSign("lock", "t2", 44), alignment=middle)
        for part in (self._title, self._since, self._unlock):
            column.addWidget(part, alignment=middle)
        column.addStretch()

    def _cover(self) -> None:
        """Takes the whole window but the alarm list."""
        window = self._window()
        self.setGeometry(window.rect())
        alarms = window.alarms
        corner = alarms.mapTo(window, QPoint(0, 0))
        self.setMask(QRegion(self.rect()) - QRegion(QRect(corner, alarms.size())))
        self.setContentsMargins(0, 0, alarms.width(), 0)

    def _put_away(self) -> None:
        """Hides the other windows of the desk."""
        self._away = [
            other
            for other in QApplication.topLevelWidgets()
            if other is not self.window() and other.isVisible() and other.isWindow()
        ]
        for other in self._away:
            other.hide()

    def _allow_keys(self, *, allowed: bool) -> None:
        window = self._window()
        for command in KEYS:
            if command not in _STAY:
                window.action(command).setEnabled(allowed)
