"""What can be done to the roster in view, and how the last act is taken back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from safetydesk.domain.changes import ChangeSet, Topic
from safetydesk.ui.dialogs.duty_change import DutyChange
from safetydesk.ui.dialogs.import_preview import ImportPreview
from safetydesk.ui.dialogs.import_roster import RosterImport
from safetydesk.ui.perform import CarriesChanges, perform

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from safetydesk.domain.clock import Clock
    from safetydesk.services.duty import DutyService
    from safetydesk.services.people import PeopleService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording


_KEPT = 50
"""So many acts are taken back one after the other."""


class RosterActs(QObject):
    """``done`` carries what to say and whether it can be taken back; ``refused`` why it was not."""

    done = Signal(str, bool)
    refused = Signal(str)

    def __init__(
        self,
        page: QWidget,
        *,
        duty: DutyService,
        people: PeopleService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
        tasks: Runs,
    ) -> None:
        super().__init__(page)
        self.page = page
        self.duty, self.people, self.session, self.bus = duty, people, session, bus
        self.clock, self.wording, self.tasks = clock, wording, tasks
        self._undo: deque[Callable[[], CarriesChanges]] = deque(maxlen=_KEPT)

    def tell(self, text: str) -> None:
        """Says something that cannot be taken back."""
        self.done.emit(text, False)  # noqa: FBT003 - Qt's own signature

    def problem(self, text: str) -> None:
        """Says why nothing was done."""
        self.refused.emit(text)

    def undo(self) -> None:
        """Takes the last act back; done again, the one before it."""
        if self._undo and perform(self.page, self._undo.pop(), bus=self.bus) is not None:
            more = bool(self._undo)
            self.done.emit(self.tr("Taken back."), more)

    def write_change(self, day: date, post: str, posts: tuple[tuple[str, str], ...]) -> None:
        """Opens a change for a day and a post."""
        dialog = DutyChange(
            duty=self.duty,
            people=self.people,
            session=self.session,
            bus=self.bus,
            zone=self.wording.zone,
            posts=posts,
            parent=self.page,
        )
        dialog.begin(day, post)
        dialog.made.connect(self._on_made)
        dialog.open()

    @Slot()
    def open_import(self) -> None:
        """Opens the preview of a sheet; what it wrote can be taken back as one step."""
        clock, wording = self.clock, self.wording
        preview = ImportPreview(
            RosterImport(self.duty, self.people, today=lambda: wording.today(clock.now())),
            session=self.session,
            bus=self.bus,
            tasks=self.tasks,
            parent=self.page,
        )
        preview.applied.connect(self._on_imported)
        preview.open()

    @Slot()
    def take_import_back(self) -> None:
        """Withdraws the newest imported roster."""
        duty, session = self.duty, self.session
        done = perform(self.page, lambda: duty.undo_import(session.require()), bus=self.bus)
        if done is not None:
            self._undo.clear()
            text = self.tr("Import of {file} taken back").format(file=done.value)
            self.done.emit(text, False)  # noqa: FBT003

    @Slot(object)
    def drafted(self, title: object) -> None:
        """A draft is in the plan: Ctrl+Z takes it back whole."""
        duty, session = self.duty, self.session
        text = self.tr("The draft is in the plan: {title}").format(title=title)
        self.remember(lambda: duty.undo_import(session.require()), text)

    @Slot(str)
    def _on_imported(self, text: str) -> None:
        duty, session = self.duty, self.session
        self.remember(lambda: duty.undo_import(session.require()), text)

    @Slot(object)
    def _on_made(self, outcome: CarriesChanges) -> None:
        """The change and, where there is one, the release that came with it go back together."""
        duty, session = self.duty, self.session
        made = sorted(
            int(change.subject)
            for change in outcome.changes.changes
            if change.topic is Topic.DUTY and change.subject
        )

        def withdraw() -> CarriesChanges:
            actor = session.require()
            done = [duty.withdraw_change(actor, number) for number in reversed(made)]
            return _Together(done)

        self.remember(withdraw, self.tr("The change is in the roster"))

    def remember(self, undo: Callable[[], CarriesChanges], text: str) -> None:
        """Says what was done; ``undo`` takes it back."""
        self._undo.append(undo)
        self.done.emit(text, True)  # noqa: FBT003


class _Together:
    """The changes of several acts as those of one."""

    def __init__(self, done: Sequence[CarriesChanges]) -> None:
        self._changes = ChangeSet()
        for outcome in done:
            self._changes |= outcome.changes

    @property
    def changes(self) -> ChangeSet:
        """Everything the acts altered."""
        return self._changes
