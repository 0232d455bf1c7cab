"""The one window: it holds the frame and the pages, ticks once a second and decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from safetydesk.ui.commands import KEYS, Command
from safetydesk.ui.folder_memory import remember_folder, remembered_folder
from safetydesk.ui.screen_bounds import take_first_size
from safetydesk.ui.tokens import LOW_BELOW, NARROW_BELOW

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from safetydesk.domain.access import Permission
    from safetydesk.domain.clock import Clock
    from safetydesk.services.views_frame import (
        AlarmListView,
        FrameStatus,
        FrameView,
        QuickEntryView,
    )
    from safetydesk.ui.alarm_panel import AlarmPanel
    from safetydesk.ui.frame_bars import FaultBar, HatchFrame, MuteBar
    from safetydesk.ui.frame_header import FrameHeader
    from safetydesk.ui.navigation import Navigation
    from safetydesk.ui.page import Page
    from safetydesk.ui.quick_entry import QuickEntry
    from safetydesk.ui.status_line import StatusLine
    from safetydesk.ui.window_state import WindowState
    from safetydesk.ui.wording import Wording


@dataclass(frozen=True)
class PageEntry:
    """One entry of the navigation; ``build`` is called when the page is first shown.

    An entry with a ``guard`` opens for those only who have that permission.
    """

    name: str
    title: str
    icon: str
    build: Callable[[], Page]
    separated: bool = False
    guard: Permission | None = None


_OF_PAGES = frozenset({Command.FILTER, Command.PRINT, Command.UNDO})


class MainWindow(QMainWindow):
    """Frame and page stack.

    ``command`` carries a ``Command`` for everything a key or a frame button asks of the whole desk;
    the frame's own parts (``header``, ``alarms``, ``quick``, ``fault_bar``, ``mute_bar``) carry the
    signals of what is asked of them. ``closing`` comes before the window closes;
    ``frame_shown`` carries a ``FrameView``; ``second_passed`` comes each second, from the one timer
    that counts them.

    ``has_place`` says whether its place is that of last time; else ``show_first`` is to show it.
    Given a ``face``, the window can be shown before its frame is built; ``furnish`` builds that.
    The face has no need of the namespace ``Qt`` (see ``opening_face``), so it is imported late.
    """

    command = Signal(object)
    page_shown = Signal(str)
    closing = Signal()
    frame_shown = Signal(object)
    second_passed = Signal()

    header: FrameHeader
    navigation: Navigation
    alarms: AlarmPanel
    quick: QuickEntry
    fault_bar: FaultBar
    mute_bar: MuteBar
    status: StatusLine
    _frame: HatchFrame
    _pages: QStackedWidget
    _actions: dict[Command, QAction]

    def __init__(
        self, *, clock: Clock, wording: Wording, state: WindowState, face: QWidget | None = None
    ) -> None:
        super().__init__()
        self._clock = clock
        self._wording = wording
        self._state = state
        self._entries: dict[str, PageEntry] = {}
        self._built: dict[str, Page] = {}
        self._narrow = self._furnished = False
        self.may_close: Callable[[], bool] = _always
        self._second = QTimer(self, singleShot=True)
        self._second.timeout.connect(self._on_second)
        self.setWindowTitle(self.tr("Safety Desk"))
        take_first_size(self)
        self.setMinimumSize(1024, 640)
        self.has_place = self._state.restore_window("main", self)
        remember_folder(self._state.text("folder"))
        if face is None:
            self.furnish()
        else:
            self.setCentralWidget(face)

    def furnish(self) -> None:
        """Builds the frame, unless it stands; it takes the face's place with the first page."""
        if self._furnished:
            return
        from PySide6.QtCore import Qt

        from safetydesk.ui.forms.ui_main_window import Ui_MainWindow

        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        # Built apart: the form gives its window a size, and this one has its own by now.
        apart = QMainWindow()
        ui = Ui_MainWindow()
        ui.setupUi(apart)
        self.header, self.navigation, self.alarms = ui.header, ui.navigation, ui.alarms
        self.quick, self.fault_bar, self.mute_bar = ui.quick, ui.fault_bar, ui.mute_bar
        self.status, self._pages = ui.status, ui.pages
        self._frame = cast("HatchFrame", apart.takeCentralWidget())
        if self.centralWidget() is None:
            self.setCentralWidget(self._frame)
        else:
            self._frame.setParent(self)
        for part in (self.header, self.alarms, self.quick, self.mute_bar):
            part.use(self._wording)
        self._actions = {command: _action(self, command) for command in KEYS}
        for action in self._actions.values():
            action.triggered.connect(self._on_action)
        self._connect_parts()
        self._furnished = True
        self._take_width()
        self._on_second()

    def add_page(self, entry: PageEntry) -> None:
        """Adds a page to the navigation; it is built when it is first shown."""
        self._entries[entry.name] = entry
        self.navigation.add_item(entry.name, entry.title, entry.icon, separated=entry.separated)

    @Slot(str)
    def show_page(self, name: str) -> Page:
        """Brings a page to the front, building it if need be, and gives it the focus."""
        page = self.page(name)
        self.navigation.mark(name)
        self._bring(page)
        self.page_shown.emit(name)
        return page

    def show_alone(self, page: Page) -> None:
        """Shows a page that is not in the navigation: opening, setting up, one incident."""
        if self._pages.indexOf(page) < 0:
            page.set_narrow(self._narrow)
            self._pages.addWidget(page)
        self._bring(page)

    @property
    def current_page(self) -> Page | None:
        """The page in front; the stack holds pages only. None before there is a frame."""
        return cast("Page | None", self._pages.currentWidget()) if self._furnished else None

    def action(self, command: Command) -> QAction:
        """The action of a command, for buttons and menus that do the same."""
        return self._actions[command]

    def show_frame(self, view: FrameView) -> None:
        """Shows everything the frame shows."""
        self.header.show_header(view.header, self._clock.now())
        self.show_alarms(view.alarms)
        self.show_status(view.status)
        self.navigation.show_counts(view.counts)
        self.frame_shown.emit(view)

    def show_alarms(self, view: AlarmListView) -> None:
        """Shows the alarm list; neither focus nor order changes under the officer's hand."""
        self.alarms.show_alarms(view, self._clock.now())

    def show_status(self, status: FrameStatus) -> None:
        """Shows the state of the desk, with the bars and the hatch where they are due."""
        self.fault_bar.show_fault(status.fault)
        self.mute_bar.show_mute(status.mute, no_sound=status.no_sound)
        self.alarms.show_fault(status.fault)
        self._frame.set_fault(status.fault is not None)
        self.status.show_status(status)

    def show_entry(self, view: QuickEntryView) -> None:
        """Offers the kinds of entry and a kept draft."""
        self.quick.show_entry(view)

    @Slot()
    def order_focus(self) -> None:
        """Tab goes through page, quick entry, alarm list, header, navigation."""
        from safetydesk.ui.focus_order import chain

        parts = (self.quick, self.alarms, self.header, self.fault_bar, self.mute_bar)
        others = [widget for part in parts for widget in part.focus_order()]
        chain(self, self.current_page, [*others, *self.navigation.focus_order()])

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Takes the variant for small screens where there is no room for the other."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW or self.height() < LOW_BELOW
        if narrow != self._narrow:
            self._narrow = narrow
            if self._furnished:
                self._take_width()

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        """Remembers its place and stops ticking; ``may_close`` can keep the window from it."""
        if not self.may_close():
            event.ignore()
            return
        self._second.stop()
        self._state.keep_window("main", self)
        self._state.keep_text("folder", remembered_folder())
        for name, page in self._built.items():
            self._state.keep_inside(name, page)
        self._state.write()
        self.closing.emit()
        super().closeEvent(event)

    def _connect_parts(self) -> None:
        self.navigation.chosen.connect(self.show_page)
        self.alarms.rows_changed.connect(self.order_focus)
        self.header.search_asked.connect(self._actions[Command.SEARCH].trigger)
        self.header.lock_asked.connect(self._actions[Command.LOCK].trigger)
        self.mute_bar.unmute_asked.connect(self._actions[Command.UNMUTE].trigger)

    def page(self, name: str) -> Page:
        """A page of the navigation, built when it is first asked for."""
        if name in self._built:
            return self._built[name]
        page = self._entries[name].build()
        page.setObjectName(name)
        page.set_narrow(self._narrow)
        self._state.restore_inside(name, page)
        self._built[name] = page
        self._pages.addWidget(page)
        return page

    def _bring(self, page: Page) -> None:
        """Puts a page in front and, if need be, the frame in the place of the face."""
        from safetydesk.ui.focus_order import focus_first

        self._pages.setCurrentWidget(page)
        if self.centralWidget() is not self._frame:
            self.setCentralWidget(self._frame)
        for part in (self.header, self.navigation, self.alarms, self.quick, self.status):
            part.setVisible(not page.bare)
        page.tick(self._clock.now())
        self.order_focus()
        if not self.quick.has_focus_inside():
            focus_first(self, page, page.start)

    def _take_width(self) -> None:
        for part in (self.header, self.navigation, self.alarms, self.quick, self.status):
            part.set_narrow(self._narrow)
        for number in range(self._pages.count()):
            cast("Page", self._pages.widget(number)).set_narrow(self._narrow)

    @Slot()
    def _on_action(self) -> None:
        """Does what concerns the window alone; everything else is told to the outside."""
        sender = self.sender()
        if not isinstance(sender, QAction):
            return
        command = Command(sender.objectName().removesuffix("_action"))
        page = self.current_page
        if command is Command.QUICK_ENTRY:
            self.quick.take_focus()
        elif command is Command.ALARMS:
            self.alarms.focus_first()
        elif command is Command.UNMUTE and not self.mute_bar.is_muted:
            self.alarms.mute()
        elif command is Command.UNDO and self.quick.can_undo:
            self.quick.undo()
        elif page is not None and command in _OF_PAGES:
            _tell_page(page, command)
        else:
            self.command.emit(command)

    @Slot()
    def _on_second(self) -> None:
        now = self._clock.now()
        self._second.start(max(1, 1000 - now.microsecond // 1000))
        for part in (self.header, self.alarms, self.quick):
            part.tick(now)
        if self.current_page is not None:
            self.current_page.tick(now)
        self.second_passed.emit()


def _always() -> bool:
    """A window that nothing keeps may close."""
    return True


def _action(window: QMainWindow, command: Command) -> QAction:
    """A command's action with its key, in the window."""
    from PySide6.QtGui import QKeySequence

    action = QAction(window)
    action.setObjectName(f"{command.value}_action")
    action.setShortcut(QKeySequence(KEYS[command]))
    window.addAction(action)
    return action


def _tell_page(page: Page, command: Command) -> None:
    """The three gestures that mean something else on each page."""
    if command is Command.FILTER:
        page.focus_filter()
    elif command is Command.PRINT:
        page.print_shown()
    else:
        page.undo()
