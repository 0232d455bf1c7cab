"""A desk that stands still: the real window over a data folder, for pictures and for looking at.

Pages, windows and frame are those of the running desk; only nothing beats, nothing is backed up and
work is done at once. Nothing is written but what opening a window writes by itself.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from safetydesk.app import language as languages
from safetydesk.app.board_window import BoardWindow
from safetydesk.app.demo_clock import clock_of
from safetydesk.app.frame_reader import read_frame
from safetydesk.app.housekeeping import with_seal
from safetydesk.app.opening import has_office, open_database
from safetydesk.app.page_table import SETTINGS, PageTable
from safetydesk.app.windows import Windows
from safetydesk.app.wiring import build
from safetydesk.domain.access import Role
from safetydesk.domain.errors import NotFound, StorageUnavailable
from safetydesk.ui.bus import Bus
from safetydesk.ui.desk_standing import DeskStanding
from safetydesk.ui.fonts import choose_font
from safetydesk.ui.frame_feed import DeskHealth, FrameFeed
from safetydesk.ui.main_window import MainWindow
from safetydesk.ui.quick_entry_controller import QuickEntryController
from safetydesk.ui.session import Session
from safetydesk.ui.tasks import AtOnce
from safetydesk.ui.theme_switch import Appearance, ThemeSwitch
from safetydesk.ui.window_state import WindowState
from safetydesk.ui.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import datetime

    from safetydesk.app.paths import Paths
    from safetydesk.app.wiring import Desk
    from safetydesk.ui.pages.settings import SettingsPage

OF_THE_NAVIGATION = ("desk", "log", "incidents", "roster", "contacts", "warnings", "settings")
WALLBOARD = "wallboard"
PAGES = (
    *OF_THE_NAVIGATION,
    *("incident", "composer", "handover", "call-record", "call-board"),
    WALLBOARD,
)
"""The pages that can be shown, by the names of the command."""

_TURNS = 6
"""Turns of the event loop until zero timers, layouts and what they call for have come to rest."""


@dataclass(frozen=True)
class _Shell:
    """What windows and pages need of the window they stand in."""

    window: MainWindow
    bus: Bus
    tasks: AtOnce
    wording: Wording
    theme: ThemeSwitch


class StillDesk:
    """The window of a desk, its primary officer signed in."""

    def __init__(self, desk: Desk, memory: Path, language: languages.Language) -> None:
        app = application(language)
        wording = Wording.of(desk.office().zoneinfo, language.value)
        window = MainWindow(
            clock=desk.clock, wording=wording, state=WindowState(memory / "window.ini")
        )
        self._shell = _Shell(
            window, Bus(window), AtOnce(), wording, ThemeSwitch(app, Appearance.LIGHT)
        )
        self._desk = desk
        self._session = Session(window)
        self._feed = FrameFeed(wording, window)
        self._windows = Windows(self._shell, desk, self._session)
        choices = WindowState(memory / "window.ini")
        self._board = BoardWindow(self._shell, desk.clock, choices)
        self._quick = QuickEntryController(
            line=window.quick,
            log=desk.log,
            drafts=desk.drafts,
            session=self._session,
            bus=self._shell.bus,
            clock=desk.clock,
        )
        self._sign_in()
        standing = DeskStanding(choices, window)
        PageTable(self._shell, desk, self._session, self._windows, standing).fill()

    @classmethod
    @contextmanager
    def of(
        cls,
        paths: Paths,
        *,
        now: datetime | None = None,
        language: languages.Language = languages.Language.CHINESE,
    ) -> Generator[StillDesk]:
        """The desk of a data folder; closed afterwards.

        Raises:
            StorageUnavailable: there is no office, or it cannot be opened.
        """
        if not has_office(paths):
            raise StorageUnavailable("storage.no_office", where=str(paths.data))
        database = open_database(paths)
        try:
            with tempfile.TemporaryDirectory() as memory:
                desk = cls(build(database, clock_of(paths, now)), Path(memory), language)
                try:
                    yield desk
                finally:
                    desk.close()
        finally:
            database.close()

    def show(
        self, page: str, *, size: tuple[int, int], appearance: Appearance = Appearance.LIGHT
    ) -> QWidget:
        """Shows a page (``settings:sound`` for a section), complete; the window in which it stands.

        Raises:
            NotFound: there is no incident or report to show.
        """
        window = self._shell.window
        self._shell.theme.choose(appearance)
        self._close_others()
        window.resize(*size)
        window.show()
        others = set(QApplication.topLevelWidgets())
        with faults_raised():
            self._open(page)
            self._show_frame()
            come_to_rest()
        if page == WALLBOARD:
            return self._wallboard(size)
        opened = [w for w in QApplication.topLevelWidgets() if w not in others and w.isVisible()]
        return opened[0] if opened else window

    def close(self) -> None:
        """Closes every window."""
        self._close_others()
        self._shell.window.close()
        self._shell.window.deleteLater()
        come_to_rest()

    def _open(self, page: str) -> None:
        """Opens a page as the keys and lists of the desk do."""
        page, _, section = page.partition(":")
        self._sign_in(keeper=page == SETTINGS)
        if page == "incident":
            self._windows.incidents.show(self._incident())
        elif page == "composer":
            self._windows.incidents.compose(self._report())
        elif page == "handover":
            self._windows.hand_over()
        elif page == "call-record":
            self._windows.record_call()
        elif page == "call-board":
            self._windows.warnings.call_board()
        elif page == WALLBOARD:
            self._board.open()
        elif section:
            self._settings().choose(section)
        else:
            self._shell.window.show_page(page)

    def sections(self) -> tuple[str, ...]:
        """The sections of the settings, each to be shown as ``settings:NAME``."""
        self._sign_in(keeper=True)
        return self._settings().sections

    def _settings(self) -> SettingsPage:
        return cast("SettingsPage", self._shell.window.show_page(SETTINGS))

    def _wallboard(self, size: tuple[int, int]) -> QWidget:
        """The board in the size asked for."""
        board = self._board.board or self._board.open()
        board.resize(*size)
        come_to_rest()
        return board

    def _show_frame(self) -> None:
        """The frame as a desk shows it whose beat has just come."""
        health = with_seal(self._desk, DeskHealth(beat_at=self._desk.clock.now()))
        facts = read_frame(self._desk, self._session.actor, lambda: health)
        self._shell.window.show_frame(self._feed.view(facts))

    def _sign_in(self, *, keeper: bool = False) -> None:
        """The primary officer holds the desk, else (and for its settings) whoever keeps it."""
        on_duty = [view.person_id for view in self._desk.duty.who() if view.post == "primary"]
        keepers = [p.id for p in self._desk.people.all() if Role.SUPERVISOR in p.roles]
        for person_id in (keepers if keeper else (*on_duty, *keepers))[:1]:
            held = self._session.actor
            if held is None or held.person_id != person_id:
                self._session.sign_in(self._desk.people.actor(person_id))

    def _incident(self) -> int:
        """The incident that is open, else the newest."""
        found = self._desk.incidents.all(only_open=False)
        if not found:
            raise NotFound("screenshot.no_incident")
        return found[0].id

    def _report(self) -> int:
        """The newest report of that incident."""
        reports = self._desk.reports.of_incident(self._incident())
        if not reports:
            raise NotFound("screenshot.no_report")
        return reports[-1].id

    def _close_others(self) -> None:
        """Every window but the one that stays."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self._shell.window and widget.isVisible():
                widget.close()
        come_to_rest()


def application(language: languages.Language) -> QApplication:
    """The application in the font and the language asked for."""
    app = QApplication.instance()
    made = app if isinstance(app, QApplication) else QApplication([])
    languages.install(made, language)
    choose_font(made)
    return made


@contextmanager
def faults_raised() -> Generator[None]:
    """Raises the first exception that a slot met: half a page must not pass for a picture."""
    met: list[BaseException] = []
    before = sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: met.append(error)
    try:
        yield
    finally:
        sys.excepthook = before
    if met:
        raise met[0]


def come_to_rest() -> None:
    """Lets everything that is due happen; waits for nothing else, since work is done at once."""
    for _ in range(_TURNS):
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()
