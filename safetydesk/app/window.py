"""How the window opens: first a frame from one raw read, then everything else behind it."""

from __future__ import annotations

import os
import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

from safetydesk.app import interpreter, language
from safetydesk.app.closing import Stage
from safetydesk.app.demo_clock import clock_of
from safetydesk.app.end_signals import EndSignals, ending_in_order
from safetydesk.app.opening import has_office, key_name, key_store
from safetydesk.app.paths import Paths
from safetydesk.app.supervision import Supervision
from safetydesk.domain.errors import SafetyDeskError
from safetydesk.storage.quick_read import Glance, glance
from safetydesk.ui.bus import Bus
from safetydesk.ui.first_paint import FirstPaint
from safetydesk.ui.fonts import choose_font
from safetydesk.ui.main_window import MainWindow
from safetydesk.ui.opening_face import OpeningFace
from safetydesk.ui.screen_bounds import ScreenBounds, bring_back, show_first
from safetydesk.ui.tasks import TaskRunner
from safetydesk.ui.theme_switch import Appearance, ThemeSwitch, theme_at_once
from safetydesk.ui.turns import in_turns
from safetydesk.ui.window_state import WindowState
from safetydesk.ui.wording import Wording

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from PySide6.QtCore import Qt

    from safetydesk.app.desk_window import DeskWindow
    from safetydesk.app.wiring import Desk
    from safetydesk.domain.clock import Clock
    from safetydesk.storage.drafts import DraftStore

_WANTED_NEXT = (
    "safetydesk.ui.forms.ui_main_window",
    "safetydesk.ui.icons",
    "safetydesk.app.desk_window",
    "safetydesk.ui.pages.desk",
    "safetydesk.ui.dialogs.sign_in",
    "safetydesk.app.watch_keeper",
    "safetydesk.app.staying",
)
"""What the attached desk shows first: imported on the task's thread, where it stops no frame."""


def open_desk(args: argparse.Namespace) -> int:
    """Opens the desk of a data folder and runs until the window closes; the exit code.

    Raises:
        StorageUnavailable, BadInput, OSError: the folder cannot be used.
    """
    with ending_in_order():
        if not args.demo:
            return _run(args)
        from safetydesk.app.demo.throwaway import throwaway_office

        with throwaway_office() as folder:
            args.data = folder
            return _run(args)


def _run(args: argparse.Namespace) -> int:
    """The desk of ``args.data``, from its first line to its last."""
    paths = Paths.of(args.data)
    clock = clock_of(paths, args.demo_time)
    supervision = Supervision(paths, clock)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("safetydesk")
    try:
        if not supervision.take_folder():
            return 0
        opening = Opening(app, paths, clock, supervision)
        opening.show()
        code = app.exec()
        supervision.closing.run()
        opening.dispose()
        return code
    finally:
        supervision.closing.run()


class Opening(QObject):
    """Paints the first frame, opens the office on another thread and then attaches it."""

    theme: ThemeSwitch
    """Light or dark: the first frame needs no style sheet, everything after it does."""

    def __init__(
        self, app: QApplication, paths: Paths, clock: Clock, supervision: Supervision
    ) -> None:
        super().__init__(app)
        self._app = app
        self._paths = paths
        self._clock = clock
        self._supervision = supervision
        self._desk_window: DeskWindow | None = None
        self._last_beat: datetime | None = None
        self._bounds: ScreenBounds | None = None
        self._garbage = interpreter.Garbage()
        language.install(app, language.Language.CHINESE)
        choose_font(app)
        seen = _glance(paths) or Glance()
        self.wording = Wording.of(zone=ZoneInfo(seen.zone), language="zh_CN")
        self.bus = Bus(self)
        self.tasks = TaskRunner(self)
        self.window = MainWindow(
            clock=clock,
            wording=self.wording,
            state=WindowState(paths.data / "window.ini"),
            face=OpeningFace(
                office=seen.office,
                lines=tuple((e.event_at, e.kind, e.text, e.author) for e in seen.entries),
                clock=clock,
                wording=self.wording,
                theme=theme_at_once(_appearance(), app),
            ),
        )
        FirstPaint(self.window).painted.connect(self._on_painted)
        supervision.closing.add(Stage.TASKS, self.tasks.wait)
        supervision.closing.add(Stage.LOCK, EndSignals(self).stop)

    def show(self) -> None:
        """Shows the first frame; the rest begins once it is painted."""
        if self.window.has_place:
            self.window.show()
        else:
            show_first(self.window)

    def dispose(self) -> None:
        """Takes the window apart while Qt is whole; Python's own end does it in no good order."""
        if self._bounds is not None:
            delete(self._bounds)
        delete(self.window)

    @property
    def desk_window(self) -> DeskWindow | None:
        """The opened desk, once it is there."""
        return self._desk_window

    @Slot()
    def _on_painted(self) -> None:
        """The first frame stands: goes on behind it."""
        self._bounds = ScreenBounds(self._app)
        if self._supervision.instance is not None:
            self._supervision.instance.asked_to_show.connect(self._on_asked_to_show)
            self._supervision.instance.listen()
        self._open_office()

    def _dress(self) -> None:
        """Style sheet and palette for everything after the first frame, which needs neither."""
        if not hasattr(self, "theme"):
            self.theme = ThemeSwitch(self._app, _appearance())

    @Slot()
    def _open_office(self) -> None:
        """Imports the heavy libraries and opens the database, on another thread."""
        if not has_office(self._paths):
            self._set_up()
            return
        self.tasks.submit(self._opened, succeeded=self._attach, failed=self._on_failed)

    def _opened(self) -> Desk:
        """The office, opened (runs on a task thread)."""
        from safetydesk.app.last_end import last_beat_of
        from safetydesk.app.opening import open_database
        from safetydesk.app.wiring import build
        from safetydesk.scheduling.heartbeat import load_scheduler

        _names_of_qt()
        for name in _WANTED_NEXT:
            import_module(name)
        load_scheduler()
        interpreter.loaded()
        database = open_database(self._paths, starts=True)
        desk = build(database, self._clock, drafts=_drafts(self._paths))
        try:
            desk.office()
            self._last_beat = last_beat_of(desk)
        except SafetyDeskError:
            database.close()
            raise
        return desk

    @Slot(object)
    def _attach(self, desk: Desk) -> None:
        """The desk goes to work in the window that is there, step by step."""
        self._supervision.closing.add(Stage.DATABASE, desk.database.close)
        in_turns(self, (self.window.furnish, partial(self._join, desk)))

    def _join(self, desk: Desk) -> None:
        """Frame and office are there."""
        from safetydesk.app.desk_window import DeskWindow

        self._desk_window = at_work = DeskWindow(self, desk, paths=self._paths)
        self._supervision.closing.add(Stage.HEARTBEAT, at_work.stop)
        # Dressed last: a styled widget that is put into another is styled once more.
        last_end = partial(self._tell_last_end, desk)
        in_turns(self, (at_work.prepare, self._dress, at_work.start, self._watch, last_end))

    def _tell_last_end(self, desk: Desk) -> None:
        """How long nobody was reminded, where the last desk on this folder died."""
        if self._supervision.previous is None or not isValid(self.window):
            return
        from safetydesk.app.last_end import LastEnd

        LastEnd(self, desk).tell(self._last_beat)

    def _watch(self) -> None:
        """From now on the desk is watched from outside."""
        if not isValid(self.window):  # closed before its turn came
            return
        from safetydesk.app.watch_keeper import WatchKeeper
        from safetydesk.app.wiring import DESK_NAME

        self._keeper = WatchKeeper(self._paths, DESK_NAME, self, zone=self.wording.zone.key)
        self._supervision.closing.add(Stage.WATCH, self._keeper.stop)
        self._keeper.start()
        self._stay()

    def _stay(self) -> None:
        """From now on closing the window keeps the guard, and the computer stays awake."""
        from safetydesk.app.staying import Staying

        state = WindowState(self._paths.data / "window.ini")
        standing = self._desk_window.standing if self._desk_window is not None else None
        self._staying = Staying(self.window, self.bus, self._paths, state, standing=standing)
        self._supervision.closing.add(Stage.WATCH, self._staying.stop)
        self._staying.start()
        interpreter.at_work()
        self.window.second_passed.connect(self._garbage.seek)

    @Slot(object)
    def _on_failed(self, error: SafetyDeskError) -> None:
        """The office cannot be opened: say why, and end. An empty server asks for its office."""
        if error.code == "office.missing":
            self._set_up()
            return
        from safetydesk.app.messages import sentence
        from safetydesk.ui.widgets.plain import tell

        self._dress()
        box = tell(self.window, sentence(error))
        box.finished.connect(self.window.close)

    def _set_up(self) -> None:
        """A folder without an office: ask for what one needs."""
        from safetydesk.app.set_up import SetUp

        self.window.furnish()
        self._dress()
        self._setting_up = SetUp(self.window, self._paths, self._clock)
        self._setting_up.done.connect(self._open_office)

    @Slot()
    def _on_asked_to_show(self) -> None:
        """A second start: this window comes to the front."""
        bring_back(self.window)


def _names_of_qt() -> type[Qt]:
    """Touches the namespace, so that its enumerations are made by this thread and not the window's.

    The first frame does without them, see ``ui.opening_face``.
    """
    from PySide6.QtCore import Qt

    return Qt


def _glance(paths: Paths) -> Glance | None:
    """One raw read of the office, where there is an encrypted file and its key."""
    if not paths.database.exists():
        return None
    try:
        key = key_store(paths).find(key_name(paths))
    except SafetyDeskError:
        return None
    return glance(paths.database, key) if key else None


def _drafts(paths: Paths) -> DraftStore:
    """The drafts of this folder, under the same key as the office; a server's desk has its own."""
    from safetydesk.storage.drafts import DraftStore

    store, name = key_store(paths), key_name(paths, create=True)
    return DraftStore(paths.drafts, store.find(name) or store.make(name))


def _appearance() -> Appearance:
    """Light or dark from the environment (screenshots), else as the system has it."""
    wanted = os.environ.get("SAFETYDESK_THEME", "")
    return Appearance(wanted) if wanted in set(Appearance) else Appearance.SYSTEM
