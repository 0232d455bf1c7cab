"""Drafting a roster: a draft at once, why each person, how even it is, and the search for more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.domain.fair_shares import DAY_KINDS
from safetydesk.domain.roster_draft import Draft, Pin
from safetydesk.domain.roster_draft_board import DraftBoard
from safetydesk.domain.roster_draft_greedy import draft_on
from safetydesk.domain.roster_draft_shortage import Shortage, shortage
from safetydesk.domain.roster_draft_why import tallies, why, wish_cost
from safetydesk.ui.dialogs.roster_draft_choices import DraftChoices
from safetydesk.ui.dialogs.roster_draft_fairness import FairnessPanel
from safetydesk.ui.dialogs.roster_draft_frame import DraftFrame
from safetydesk.ui.dialogs.roster_draft_search import DraftSearch
from safetydesk.ui.dialogs.roster_draft_words import DraftWords
from safetydesk.ui.messages import sentence
from safetydesk.ui.models.draft_table import DraftTableModel
from safetydesk.ui.perform import perform

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.domain.errors import SafetyDeskError
    from safetydesk.services.roster_drafting import RosterDraftingService
    from safetydesk.services.views_draft import PreparedDraft
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording

_SIZE = (1240, 700)


@dataclass(frozen=True)
class _Drafted:
    """One answer of a task; an older one is not shown."""

    turn: int
    prepared: PreparedDraft
    draft: Draft


class RosterDraftDialog(QDialog):
    """``applied`` carries what was done, once a draft is in the plan."""

    applied = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        drafting: RosterDraftingService,
        session: Session,
        bus: Bus,
        tasks: Runs,
        wording: Wording,
        today: date,
        month: date,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._drafting, self._session, self._bus, self._tasks = drafting, session, bus, tasks
        self._turn = self._sought = 0
        self._prepared: PreparedDraft | None = None
        self._draft: Draft | None = None
        self._search = DraftSearch(tasks, self)
        self._words = DraftWords(wording.words, self)
        self._choices = DraftChoices()
        self._model = DraftTableModel(wording.words, self.tr("Nobody"), self)
        self._panel = FairnessPanel(self._words)
        self._frame = DraftFrame(self._model, self._choices, self._panel)
        self._connect()
        self._begin(today, month)

    @property
    def current(self) -> Draft | None:
        """The draft that is shown."""
        return self._draft

    def show_problem(self, text: str) -> None:
        """Says at the foot why something was refused."""
        self._frame.say(text, "r")

    @Slot()
    def draft(self) -> None:
        """Drafts anew from what the office's data say now; what was fixed by hand goes."""
        request, drafting = self._choices.request(), self._drafting

        def work() -> tuple[PreparedDraft, Draft]:
            prepared = drafting.prepare(request)
            return prepared, draft_on(prepared.board)

        self._submit(work)

    @Slot()
    def improve(self) -> None:
        """Looks for the best roster in a process of its own; the draft shown stays meanwhile."""
        prepared, draft = self._prepared, self._draft
        if prepared is None or draft is None or self._search.running:
            return
        self._turn += 1
        self._sought = self._turn
        self._frame.say(self.tr("Searching…"))
        self._search.begin(prepared, draft)
        self._show_busy()

    @Slot()
    def toggle_pin(self) -> None:
        """Fixes the chosen turn with whoever holds it, or frees it; the rest is drafted anew."""
        prepared, draft = self._prepared, self._draft
        seat = self._model.seat(self._frame.table.currentIndex())
        if prepared is None or draft is None or seat is None or self._search.running:
            return
        pins = {pin.seat: pin for pin in prepared.board.order.pins}
        holder = draft.holders[seat]
        if seat in pins:
            del pins[seat]
        elif holder is not None:
            pins[seat] = Pin(seat, holder)
        order = replace(prepared.board.order, pins=tuple(pins[key] for key in sorted(pins)))

        def work() -> tuple[PreparedDraft, Draft]:
            board = DraftBoard(order)
            return replace(prepared, board=board), draft_on(board)

        self._submit(work)

    @Slot()
    def apply(self) -> None:
        """Writes the draft into the plan as one act, and closes."""
        prepared, draft = self._prepared, self._draft
        if prepared is None or draft is None or not self._frame.apply.isEnabled():
            return
        session, drafting = self._session, self._drafting
        done = perform(
            self, lambda: drafting.apply(session.require(), prepared, draft), bus=self._bus
        )
        if done is not None:
            self.applied.emit(prepared.title)
            self.accept()

    @override
    def done(self, result: int, /) -> None:
        """Leaves no search behind."""
        self._search.stop()
        super().done(result)

    def _submit(self, work: Callable[[], tuple[PreparedDraft, Draft]]) -> None:
        """Runs a piece of drafting on another thread; only the newest answer is shown."""
        self._search.stop()
        self._turn += 1
        turn = self._turn
        self._frame.say(self.tr("Drafting…"))
        self._show_busy(drafting=True)

        def carried() -> _Drafted:
            return _Drafted(turn, *work())

        self._tasks.submit(carried, succeeded=self._on_drafted, failed=self._on_failed)

    def _begin(self, today: date, month: date) -> None:
        """Shows the choices and drafts what they stand at."""
        self.setWindowTitle(self.tr("Draft a roster"))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self._choices.begin(today, month, self._drafting.holidays(today))
        self._choices.show_options(self._drafting.options(*self._choices.days))
        self._frame.table.setFocus()
        self.draft()

    def _connect(self) -> None:
        frame = self._frame
        acts = (
            (frame.pin, self.toggle_pin),
            (frame.again, self.draft),
            (frame.improve, self.improve),
            (frame.apply, self.apply),
            (frame.stop, self._search.stop),
            (frame.close_button, self.reject),
        )
        for button, act in acts:
            button.clicked.connect(act)
        for keys, act in (
            ("F5", self.draft),
            ("F6", self.improve),
            ("Ctrl+Return", self.apply),
            ("Ctrl+Enter", self.apply),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        space = QShortcut(QKeySequence("Space"), self._frame.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.toggle_pin)
        self._choices.period_changed.connect(self._on_period)
        self._frame.table.selectionModel().currentChanged.connect(self._on_cell)
        self._search.told.connect(self._frame.show_search)
        self._search.found.connect(self._on_found)
        self._search.failed.connect(self._on_failed)
        self._search.over.connect(self._on_search_over)

    def _show_busy(self, *, drafting: bool = False) -> None:
        """What can be done now; a search or a draft under way shows that it is."""
        searching = self._search.running
        self._frame.show_busy(
            busy=drafting or searching, searching=searching, drafted=self._draft is not None
        )

    def _show_outcome(self) -> None:
        """How good the draft shown is."""
        if self._prepared is not None and self._draft is not None:
            board, draft = self._prepared.board, self._draft
            missed = sum(row.missed for row in tallies(board, draft))
            self._frame.say(self._words.outcome(draft, missed, wish_cost(board, draft)))

    @Slot()
    def _on_period(self) -> None:
        self._choices.show_options(self._drafting.options(*self._choices.days))
        self.draft()

    @Slot(object)
    def _on_drafted(self, answer: _Drafted | None) -> None:
        if answer is None or answer.turn != self._turn:
            return
        prepared, draft = answer.prepared, answer.draft
        self._prepared, self._draft = prepared, draft
        place = self._frame.table.currentIndex()
        row, column = max(0, place.row()), max(0, place.column())
        self._model.show_draft(prepared, draft, frozenset(prepared.board.pinned))
        self._panel.show_tallies(prepared, tallies(prepared.board, draft))
        self._show_busy()
        self._show_outcome()
        self._frame.table.setCurrentIndex(self._model.index(row, column))
        self._on_cell(self._frame.table.currentIndex())
        if None in draft.holders:
            board, turn = prepared.board, answer.turn
            self._tasks.submit(lambda: (turn, shortage(board, draft)), succeeded=self._on_shortage)

    @Slot(object)
    def _on_shortage(self, answer: tuple[int, Shortage | None]) -> None:
        turn, found = answer
        if turn == self._turn and found is not None and self._prepared is not None:
            self._frame.why.setText(self._words.shortage(self._prepared, found))

    @Slot(QModelIndex)
    def _on_cell(self, index: QModelIndex) -> None:
        """Why this person, and where that person stands."""
        prepared, draft, seat = self._prepared, self._draft, self._model.seat(index)
        if prepared is None or draft is None or seat is None:
            return
        answer = why(prepared.board, draft, seat)
        self._frame.why.setText(self._words.why(prepared, answer))
        turn = prepared.board.seats[seat]
        pool = prepared.board.posts[turn.post].pool
        self._panel.choose(pool, DAY_KINDS[turn.day_class], answer.person or "")

    @Slot(object)
    def _on_found(self, draft: Draft | None) -> None:
        if draft is not None and self._prepared is not None and self._sought == self._turn:
            self._on_drafted(_Drafted(self._turn, self._prepared, draft))

    @Slot()
    def _on_search_over(self) -> None:
        self._show_busy()
        self._show_outcome()

    @Slot(object)
    def _on_failed(self, error: SafetyDeskError) -> None:
        self._show_busy()
        self.show_problem(sentence(error))
