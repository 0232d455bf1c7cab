"""The swaps that are not over: how each stands, what was said, and what this person may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from safetydesk.domain.changes import Topic
from safetydesk.domain.swap import SwapState, SwapStepKind
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.card import EmptyState
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.widgets.standby_choice import StandbyChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.services.swaps import SwapService
    from safetydesk.services.views_swaps import SwapView
    from safetydesk.ui.bus import Bus, Published
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_SIZE = (900, 520)
_BADGES = {
    SwapState.ASKED: "o",
    SwapState.OFFERED: "todo",
    SwapState.CONSENTED: "i",
    SwapState.PAST_DUE: "r",
}
_ORDER = (
    SwapStepKind.APPROVED,
    SwapStepKind.CONSENTED,
    SwapStepKind.OFFERED,
    SwapStepKind.DECLINED,
    SwapStepKind.RETRACTED,
    SwapStepKind.WITHDRAWN,
)
"""What Enter does: the first of these that is allowed."""


class SwapDialog(QDialog):
    """``ask_asked``: a new swap is wanted. Blocks nothing; Enter does the act that helps most."""

    ask_asked = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        swaps: SwapService,
        session: Session,
        bus: Bus,
        wording: Wording,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Swaps"))
        self.resize(*_SIZE)
        self._swaps, self._session, self._bus, self._wording = swaps, session, bus, wording
        self._table: RowTable[SwapView] = RowTable(self._columns(), key=lambda view: str(view.id))
        self._table.setAccessibleName(self.tr("Swaps"))
        self._empty = EmptyState(
            self.tr("No swap is open"),
            self.tr("Whoever cannot serve asks here; the roster changes when it is approved."),
        )
        self._history = PlainLabel(role="sub", wrap=True)
        self._words = QLineEdit()
        self._words.setAccessibleName(self.tr("Words"))
        self._words.setPlaceholderText(self.tr("a word about it, if needed"))
        self._standby = StandbyChoice(wording)
        self._problem = PlainLabel(role="problem", wrap=True)
        self._ask = KeyButton(self.tr("New swap…"), icon="add", key="Ctrl N")
        self._buttons = self._made_buttons()
        self._lay_out()
        self._connect()
        self.refresh()

    def show_problem(self, text: str) -> None:
        """Says why it was refused."""
        self._problem.setText(text)

    @Slot()
    def refresh(self) -> None:
        """Reads the swaps again; the selection stays."""
        views = self._swaps.current(self._session.actor)
        self._table.set_rows(views)
        self._table.setVisible(bool(views))
        self._empty.setVisible(not views)
        if views and self._table.current() is None:
            self._table.select_key(str(views[0].id))
        self._show_acts()

    def _columns(self) -> list[Column[SwapView]]:
        """The columns; their functions must not hold the dialog alive."""
        span, approval = self._wording.span, self.tr("approval")

        def awaited(view: SwapView) -> Cell:
            return Cell(approval if view.state is SwapState.CONSENTED else view.awaits or "—", "t2")

        return [
            Column(
                self.tr("State"),
                lambda v: Cell(v.state.chinese_name, badge=_BADGES.get(v.state, "plain")),
                112,
            ),
            Column(self.tr("Kind"), lambda v: Cell(v.kind.chinese_name, "t2"), 82),
            Column(self.tr("Duty"), lambda v: v.label, 84),
            Column(self.tr("When"), lambda v: span(v.start, v.end)),
            Column(self.tr("Whose"), lambda v: Cell(v.owner, bold=True), 84),
            Column(self.tr("Taken by"), lambda v: Cell(v.taker or "—", bold=bool(v.taker)), 84),
            Column(self.tr("Awaits"), awaited, 96),
        ]

    def _made_buttons(self) -> dict[SwapStepKind, KeyButton]:
        words = {
            SwapStepKind.OFFERED: self.tr("I take it"),
            SwapStepKind.CONSENTED: self.tr("Consent"),
            SwapStepKind.APPROVED: self.tr("Approve"),
            SwapStepKind.DECLINED: self.tr("Decline"),
            SwapStepKind.RETRACTED: self.tr("Step back"),
            SwapStepKind.WITHDRAWN: self.tr("Withdraw"),
        }
        made: dict[SwapStepKind, KeyButton] = {}
        for kind in reversed(_ORDER):
            button = KeyButton(words[kind])
            button.setAutoDefault(False)
            button.setProperty("step", kind.value)
            button.clicked.connect(self._on_act)
            made[kind] = button
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self._table, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._history)
        column.addWidget(self._standby)
        column.addWidget(self._words)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._ask.setAutoDefault(False)
        row.addWidget(self._ask)
        row.addStretch()
        for button in self._buttons.values():
            row.addWidget(button)
        column.addLayout(row)

    def _connect(self) -> None:
        self._table.picked.connect(self._show_acts)
        self._table.opened.connect(self._on_opened)
        self._words.returnPressed.connect(self._on_opened)
        self._ask.clicked.connect(self.ask_asked)
        self._ask.setShortcut("Ctrl+N")
        self._bus.changed.connect(self._on_changed)

    @Slot()
    def _show_acts(self) -> None:
        """The acts allowed for the selected swap, the most useful one as Enter."""
        view = self._table.current()
        allowed = view.acts if view is not None else frozenset[SwapStepKind]()
        first = next((kind for kind in _ORDER if kind in allowed), None)
        for kind, button in self._buttons.items():
            button.setVisible(kind in allowed)
            button.set_key("Enter" if kind is first else "")
            button.set_kind("primary" if kind is first else "")
        self._words.setVisible(bool(allowed))
        self._history.setText(self._told(view) if view is not None else "")
        self._show_standby(view if SwapStepKind.APPROVED in allowed else None)

    def _show_standby(self, view: SwapView | None) -> None:
        """Whoever approves sees that the standby post is emptied, and names somebody."""
        if view is None or view.taker_id is None:
            self._standby.show_left("", ())
            return
        left = self._swaps.standby_left(
            view.owner_id, view.taker_id, view.post, view.start, view.end
        )
        self._standby.show_left(view.taker, left)

    def _told(self, view: SwapView) -> str:
        """The swap in words: why, what in exchange, and each step with who recorded it."""
        lines: list[str] = []
        if view.reason:
            lines.append(self.tr("Reason: {reason}").format(reason=view.reason))
        if view.given is not None:
            when = self._wording.span(view.given.start, view.given.end)
            lines.append(
                self.tr("In exchange: {post} {when}").format(post=view.given.label, when=when)
            )
        for step in view.steps:
            words = [self._wording.full_time(step.at), step.person, step.kind.chinese_name]
            if step.author:
                words.append(self.tr("(recorded by {author})").format(author=step.author))
            lines.append(" ".join([*words, step.text]).strip())
        return "\n".join(lines)

    @Slot()
    def _on_act(self) -> None:
        view = self._table.current()
        if view is not None:
            self._do(SwapStepKind.of(str(self.sender().property("step"))), view)

    @Slot()
    def _on_opened(self) -> None:
        """Enter."""
        view = self._table.current()
        first = next((kind for kind in _ORDER if view and kind in view.acts), None)
        if view is not None and first is not None:
            self._do(first, view)

    def _do(self, kind: SwapStepKind, view: SwapView) -> None:
        """Carries one step out for the person signed in."""
        service, require, text = self._swaps, self._session.require, self._words.text()
        standby = self._standby.chosen()
        verbs: dict[SwapStepKind, Callable[[], CarriesChanges]] = {
            SwapStepKind.OFFERED: lambda: service.offer(require(), view.id),
            SwapStepKind.CONSENTED: lambda: service.consent(require(), view.id),
            SwapStepKind.APPROVED: lambda: service.approve(require(), view.id, text, standby),
            SwapStepKind.DECLINED: lambda: service.decline(require(), view.id, text),
            SwapStepKind.RETRACTED: lambda: service.retract(require(), view.id, text),
            SwapStepKind.WITHDRAWN: lambda: service.withdraw(require(), view.id, text),
        }
        self.show_problem("")
        if perform(self, verbs[kind], bus=self._bus, initiator=self) is not None:
            self._words.clear()
            self.refresh()

    @Slot(object)
    def _on_changed(self, published: Published) -> None:
        """Another desk decides, too."""
        if published.initiator is not self and published.touches(Topic.SWAPS, Topic.DUTY):
            self.refresh()
