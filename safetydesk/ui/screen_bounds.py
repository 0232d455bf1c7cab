"""How much room a screen has, and that no window, first shown or brought back, is larger.

Nothing here names Qt's namespace before a window stands: the first frame does without it.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QObject, QRect, QSize, Slot
from PySide6.QtGui import QGuiApplication, QRegion, QScreen, QWindow
from PySide6.QtWidgets import QApplication, QWidget

WANTED = QSize(1600, 900)
"""What the desk and the wallboard are drawn for; a screen that has no more gives all it has."""
_TITLE_BAR = QSize(8, 40)
"""What a frame may take while there is none yet to be measured."""
_SEEN = "fittedToScreen"


def room_of(widget: QWidget) -> QRect:
    """What panels leave of the screen on which a window, or that of a widget in it, has its middle.

    A dialog that was never shown will be where its parent is. ``QWidget.screen`` is never asked: to
    the binding its answer is a child of the window, and a window that is forgotten would take the
    screen of the whole program with it (decision 0018).
    """
    window, above = widget.window(), widget.window().parentWidget()
    if above is not None and not window.isVisible():
        window = above.window()
    middle = window.frameGeometry().center()
    screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def take_first_size(window: QWidget) -> None:
    """The wanted size, or what the screen leaves beside a title bar."""
    window.resize(WANTED.boundedTo(room_of(window).size() - _TITLE_BAR))


def show_first(window: QWidget) -> None:
    """Shows a window whose place nobody chose: over the whole of a screen without room to spare."""
    room = room_of(window)
    if room.width() <= WANTED.width() or room.height() <= WANTED.height():
        window.showMaximized()
    else:
        window.show()


def bring_back(window: QWidget) -> None:
    """Shows a window that was hidden or minimised as it was, and puts it in front."""
    from PySide6.QtCore import Qt

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def keep_on_screen(window: QWidget) -> None:
    """Bounds a window by the room of its screen, and moves it there where a part sticks out.

    A window may lie over several screens; one that fills its screen is left as it is.
    """
    boxes = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not boxes or window.isMaximized() or window.isFullScreen() or window.isMinimized():
        return
    frame = window.frameGeometry()
    if _covers(boxes, frame):
        return
    home = next((box for box in boxes if box.intersects(frame)), boxes[0])
    bar = frame.size() - window.size()
    size = window.size().boundedTo(home.size() - (bar if bar.height() > 0 else _TITLE_BAR))
    if size != window.size():
        window.resize(size)
    placed = window.frameGeometry()
    placed.moveRight(min(placed.right(), home.right()))
    placed.moveBottom(min(placed.bottom(), home.bottom()))
    placed.moveLeft(max(placed.left(), home.left()))
    placed.moveTop(max(placed.top(), home.top()))
    window.move(placed.topLeft())


class ScreenBounds(QObject):
    """Fits every window of the program, dialogs too, to its screen: when it first has the focus.

    Later its user may push it where he likes; it is looked at again when a screen changes.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusWindowChanged.connect(self._on_focus)
        app.screenAdded.connect(self._follow)
        app.screenRemoved.connect(self._on_screens)
        for screen in app.screens():
            self._follow(screen)

    @Slot(QScreen)
    def _follow(self, screen: QScreen) -> None:
        """A screen's resolution or its panels may change."""
        screen.availableGeometryChanged.connect(self._on_screens)

    @Slot(QWindow)
    def _on_focus(self, focused: QWindow | None) -> None:
        """A window came to the front; the first time it is fitted."""
        if focused is None:
            return
        for window in QApplication.topLevelWidgets():
            if window.windowHandle() == focused and not window.property(_SEEN):
                window.setProperty(_SEEN, "yes")
                keep_on_screen(window)

    @Slot()
    def _on_screens(self) -> None:
        """There is another room now, for every window."""
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.isWindow():
                keep_on_screen(window)


def _covers(boxes: list[QRect], frame: QRect) -> bool:
    """Whether screens show the whole of a window; a line or two outside are its border."""
    shown = QRegion()
    for box in boxes:
        shown += QRegion(box.marginsAdded(QMargins(2, 2, 2, 2)))
    return QRegion(frame).subtracted(shown).isEmpty()
