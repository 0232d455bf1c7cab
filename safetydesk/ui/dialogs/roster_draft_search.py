"""The search for the best roster, as the window sees it: begun, told about, stopped, over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from safetydesk.rostering.solver import RosterSolver

if TYPE_CHECKING:
    from safetydesk.domain.roster_draft import Draft
    from safetydesk.services.views_draft import PreparedDraft
    from safetydesk.ui.tasks import Runs

_SECONDS = 120.0


class _Relay(QObject):
    """Carries progress from the thread of a search into the window's."""

    told = Signal(object)


class DraftSearch(QObject):
    """One search at a time. ``told`` carries a ``Search``, ``found`` the best draft or None.

    ``failed`` carries the error; ``over`` comes last, however it ended.
    """

    told = Signal(object)
    found = Signal(object)
    failed = Signal(object)
    over = Signal()

    def __init__(self, tasks: Runs, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._solver: RosterSolver | None = None
        self._relay = _Relay()  # outlives the window while a search ends
        self._relay.told.connect(self.told)

    @property
    def running(self) -> bool:
        """Whether a search is under way."""
        return self._solver is not None

    def begin(self, prepared: PreparedDraft, draft: Draft) -> None:
        """Starts from a draft, in a process of its own."""
        solver = self._solver = RosterSolver(prepared.board, draft, _SECONDS)
        relay = self._relay
        self._tasks.submit(
            lambda: solver.run(relay.told.emit),
            succeeded=self._on_found,
            failed=self._on_failed,
            finished=self._on_over,
        )

    @Slot()
    def stop(self) -> None:
        """Ends the search and its process at once."""
        if self._solver is not None:
            self._solver.cancel()

    @Slot(object)
    def _on_found(self, draft: Draft | None) -> None:
        self.found.emit(draft)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.failed.emit(error)

    @Slot()
    def _on_over(self) -> None:
        self._solver = None
        self.over.emit()
