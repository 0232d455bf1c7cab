"""What is done at the handover window, each act by the officer whose act it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from safetydesk.domain.errors import RuleViolation
from safetydesk.ui.dialogs.handover_signatures import Side
from safetydesk.ui.perform import perform

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.domain.access import Actor
    from safetydesk.domain.handover import Handover, HandoverContent, OpenItem
    from safetydesk.services.drafts import DraftService
    from safetydesk.services.handover import HandoverService
    from safetydesk.services.handover_reading import HandoverReading
    from safetydesk.services.handover_signing import HandoverSigning
    from safetydesk.services.shifts import ShiftService
    from safetydesk.services.transaction import Outcome
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.dialogs.handover_item_row import ItemTick, ItemWord
    from safetydesk.ui.dialogs.handover_read_back import PinGiven
    from safetydesk.ui.session import Session

T = TypeVar("T")


@dataclass(frozen=True)
class HandoverServices:
    """The use cases that the handover window runs."""

    handovers: HandoverService
    signing: HandoverSigning
    reading: HandoverReading
    shifts: ShiftService
    drafts: DraftService


class HandoverActs(QObject):
    """Runs the use cases for the window that owns it.

    The session's officer writes and confirms; ``reader``, who signed in to take over, ticks,
    objects and reads back. ``settled`` comes after each act and says whether it was done.
    """

    settled = Signal(bool)
    signed = Signal(object)

    def __init__(
        self, window: QWidget, *, services: HandoverServices, session: Session, bus: Bus
    ) -> None:
        super().__init__(window)
        self._services, self._session, self._bus = services, session, bus
        self.reader: Actor | None = None

    def begin(self, words: str) -> Handover | None:
        """Freezes the log and drafts the sheet."""
        return self._run(lambda: self._handovers.start(self._session.require(), words))

    def open_shift(self) -> None:
        """Opens the first shift of a desk that has none."""
        self._run(lambda: self._services.shifts.open_first(self._session.require()))

    def explain(self, word: ItemWord) -> None:
        """Saves the outgoing officer's word."""
        self._run(
            lambda: self._handovers.explain(
                self._session.require(),
                word.item_id,
                word.remark,
                next_owner=word.next_owner,
                next_step=word.next_step,
                needless=word.needless,
                version=word.version,
            )
        )

    def tick(self, tick: ItemTick) -> None:
        """Notes that the reader has read an item."""
        self._run(
            lambda: self._handovers.tick(self._reading_actor(), tick.item_id, ticked=tick.ticked)
        )

    def add(self, handover_id: int, item: OpenItem) -> bool:
        """Adds an item; whether it was added."""
        actor = self._session.require
        return self._run(lambda: self._handovers.add_item(actor(), handover_id, item)) is not None

    def write(self, handover_id: int, content: HandoverContent) -> None:
        """Saves the sheet's other parts."""
        actor = self._session.require
        self._run(lambda: self._handovers.write_content(actor(), handover_id, content))

    def join(self, given: PinGiven) -> None:
        """Somebody signs in to take over."""
        actor = self._run(lambda: self._handovers.join(given.person_id, given.pin))
        if actor is not None:
            self.reader = actor
            self.settled.emit(True)  # noqa: FBT003 - Qt's own signature

    def read_back(self, handover_id: int, text: str) -> None:
        """Saves the read-back."""
        self._run(lambda: self._handovers.read_back(self._reading_actor(), handover_id, text))

    def confirm(self, handover_id: int) -> None:
        """复述无误."""
        actor = self._session.require
        self._run(lambda: self._handovers.confirm_read_back(actor(), handover_id))

    def object(self, handover_id: int, text: str) -> bool:
        """不接：the reader says why; whether it was kept."""
        verb = self._handovers.object
        return self._done(lambda: verb(self._reading_actor(), handover_id, text))

    def sign(self, handover_id: int, side: Side, given: PinGiven) -> None:
        """Signs for one side; with the incoming signature the reader holds the desk."""
        signing, who, pin = self._services.signing, given.person_id, given.pin
        if side is Side.OUTGOING:
            self._run(lambda: signing.sign_outgoing(handover_id, who, pin))
        elif side is Side.LEADER:
            self._run(lambda: signing.sign_leader(handover_id, who, pin))
        else:
            actor = self._run(lambda: signing.sign_incoming(handover_id, who, pin))
            if actor is not None:
                self.signed.emit(actor)

    def cancel(self, handover_id: int) -> bool:
        """Drops the draft; whether it was dropped."""
        actor = self._session.require
        return self._done(lambda: self._handovers.cancel(actor(), handover_id))

    @property
    def _handovers(self) -> HandoverService:
        return self._services.handovers

    def _reading_actor(self) -> Actor:
        """The reader.

        Raises:
            RuleViolation: nobody has signed in at this window to take over.
        """
        if self.reader is None:
            raise RuleViolation("handover.nobody_joined")
        return self.reader

    def _run(self, verb: Callable[[], Outcome[T]]) -> T | None:
        """The verb's value; None when it was refused, which the window shows."""
        outcome = self._performed(verb)
        return outcome.value if outcome is not None else None

    def _done(self, verb: Callable[[], Outcome[None]]) -> bool:
        """Whether a verb without a value was carried out."""
        return self._performed(verb) is not None

    def _performed(self, verb: Callable[[], Outcome[T]]) -> Outcome[T] | None:
        window = self.parent()
        if not isinstance(window, QWidget):
            return None
        outcome = perform(window, verb, bus=self._bus, initiator=window)
        self.settled.emit(outcome is not None)
        return outcome
