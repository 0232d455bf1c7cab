"""The wallboard as a window: which screen it comes up on, and that it comes back there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from shiboken6 import isValid

from safetydesk.ui.board_choices import PHONES, SCREEN, SHOWN
from safetydesk.ui.screen_bounds import keep_on_screen, show_first
from safetydesk.ui.wallboard import Wallboard

if TYPE_CHECKING:
    from safetydesk.app.desk_window import Shell
    from safetydesk.domain.clock import Clock
    from safetydesk.ui.window_state import WindowState


class BoardWindow(QObject):
    """F11 opens the board on the screen it stood on last, else on the last one; again closes it."""

    def __init__(self, shell: Shell, clock: Clock, state: WindowState) -> None:
        super().__init__(shell.window)
        self._shell, self._clock, self._state = shell, clock, state
        self._board: Wallboard | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_screen_removed)

    @property
    def board(self) -> Wallboard | None:
        """The board while it is open."""
        return self._board if self._board is not None and isValid(self._board) else None

    @Slot()
    def toggle(self) -> None:
        """Opens the board, or closes the one that is open."""
        if self.board is not None:
            self.board.close()
            return
        self.open()

    def open(self) -> Wallboard:
        """The board on its screen; alone on one screen it is a window."""
        board = Wallboard(
            self._shell.window,
            clock=self._clock,
            wording=self._shell.wording,
            phones=self._state.text(PHONES) == SHOWN,
        )
        self._board = board
        self._shell.window.frame_shown.connect(board.show_frame)
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            board.setGeometry(self._screen(screens).geometry())
            board.showFullScreen()
        else:
            show_first(board)
        board.windowHandle().screenChanged.connect(self._on_screen_changed)
        return board

    def _screen(self, screens: list[QScreen]) -> QScreen:
        """The screen of last time, where it is there."""
        kept = self._state.text(SCREEN)
        return next((screen for screen in screens if screen.name() == kept), screens[-1])

    @Slot(QScreen)
    def _on_screen_changed(self, screen: QScreen) -> None:
        """Somebody moved it to another screen: there it comes back."""
        self._state.keep_text(SCREEN, screen.name())
        self._state.write()

    @Slot(QScreen)
    def _on_screen_removed(self, _screen: QScreen) -> None:
        """Its screen is gone: a window on what is left, not a picture that nobody sees."""
        board = self.board
        if board is not None and len(QGuiApplication.screens()) <= 1:
            board.showNormal()
            keep_on_screen(board)
