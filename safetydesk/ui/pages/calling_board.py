"""The call board of one warning: who is called now, who did not answer, how far each line is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from safetydesk.domain.calling import CallStepKind
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import NotFound
from safetydesk.services.views_warnings import NewCallStep
from safetydesk.ui.dialogs.act_dialog import show_act
from safetydesk.ui.page import Page
from safetydesk.ui.pages.calling_rows import call_table, in_order
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.calling_now import CallingNow
from safetydesk.ui.widgets.card import Card, EmptyState
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.segment import Segment
from safetydesk.ui.widgets.warning_head import WarningHead

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.views_warnings import CallLineView, WarningView
    from safetydesk.ui.warning_services import WarningServices

_FIRST, _AREA, _NUMBER = "first", "area", "number"
_NARROW_HIDES = (5,)


class CallingBoardPage(Page):
    """``list_asked`` goes back to the warnings; ``print_asked`` carries the warning's id."""

    list_asked = Signal()
    print_asked = Signal(int)

    def __init__(self, *, services: WarningServices) -> None:
        around = services.around
        super().__init__(bus=around.bus, topics=frozenset({Topic.WARNINGS}), title="")
        self._services = services
        self._view: WarningView | None = None
        self._warning_id = 0
        self._places: dict[int, int] = {}
        back = KeyButton(self.tr("Warnings"), icon="step-back", key="Esc", kind="flat")
        self._make = KeyButton(self.tr("Make the list"), icon="list", key="Alt N")
        self._print = KeyButton(self.tr("Print the record"), icon="print", key="Ctrl P")
        for button in (back, self._make, self._print):
            self.head.add_act(button)
        back.clicked.connect(self.list_asked)
        self._make.clicked.connect(self._on_make)
        self._print.clicked.connect(self.print_shown)
        for keys, slot in (("Esc", self.list_asked.emit), ("Alt+N", self._on_make)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._top = WarningHead(around.wording)
        self._now = CallingNow(around.wording, self)
        self._table = call_table(around.wording, around.clock.now)
        self._order = Segment()
        self._card = Card(self.tr("Call list"))
        self._empty = self._empty_state()
        self._lay_out()

    def show_warning(self, warning_id: int) -> None:
        """Another warning, its unanswered lines on top."""
        if warning_id != self._warning_id:
            self._places = {}
        self._warning_id = warning_id
        self.refresh()

    @override
    def refresh(self) -> None:
        """Reads the warning with its calls."""
        if not self._warning_id:
            return
        try:
            view = self._services.warnings.view(self._warning_id)
        except NotFound:
            return
        self._show(view)

    @override
    def tick(self, now: datetime) -> None:
        """States and times go on by themselves."""
        if self._view is None or self._view.calls is None:
            return
        self._top.tick(now)
        self.refresh()

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Small screens do without the time that an answer took."""
        super().set_narrow(narrow)
        for column in _NARROW_HIDES:
            self._table.setColumnHidden(column, narrow)
        self._order.set_dense(dense=narrow)

    @override
    def help_text(self) -> str:
        """What the page is for."""
        return self.tr(
            "Everybody on the list is called until they answer and repeat the message back. The "
            "selected line stands above with its number: 0 calls out, 1 answered, 2 repeated back, "
            "3 no answer, 4 the next person, 5 feedback. Who does not answer within the time gives "
            "way to the deputy and then to the upper; an alarm says so. The order changes only "
            "when you choose it. Every step stands in the log; Ctrl+P prints the record."
        )

    @override
    @Slot()
    def print_shown(self) -> None:
        """Ctrl+P: the record of the calls."""
        if self._view is not None and self._view.calls is not None:
            self.print_asked.emit(self._warning_id)

    def _lay_out(self) -> None:
        """Head, who is called now, the list."""
        self._order.set_options(
            [
                (_FIRST, self.tr("Unanswered first")),
                (_AREA, self.tr("By area")),
                (_NUMBER, self.tr("By number")),
            ]
        )
        self._card.head.insertWidget(2, self._order)
        self._table.setAccessibleName(self.tr("Call list"))
        self._card.body.addWidget(self._table)
        for part in (self._top, self._now):
            self.body.addWidget(part)
        self.body.addWidget(self._card, 1)
        self.body.addWidget(self._empty, 1)
        self.start = self._table
        self._table.picked.connect(self._on_picked)
        self._table.opened.connect(self._on_opened)
        self._order.chosen.connect(self._on_order)
        self._now.answered.connect(self._on_answer)

    def _empty_state(self) -> EmptyState:
        """No list yet: what it is for, and the first act."""
        empty = EmptyState(
            self.tr("No call list yet"),
            self.tr(
                "The list is proposed from the directory: the streets and towns that the warning "
                "names, and the people who answer for them, each with a deputy."
            ),
        )
        begin = KeyButton(self.tr("Make the list"), icon="list", key="Alt N", kind="primary")
        begin.clicked.connect(self._on_make)
        empty.add_act(begin)
        return empty

    def _show(self, view: WarningView) -> None:
        """Shows the warning; the order of the lines stays while the list does."""
        self._view = view
        now = self._services.around.clock.now()
        self.head.set_title(self.tr("Calls"), view.warning.number)
        self._top.show_view(view, now)
        calls = view.calls
        for part, shown in ((self._card, calls), (self._now, calls)):
            part.setVisible(shown is not None)
        self._empty.setVisible(calls is None)
        self._make.setEnabled(view.warning.is_open)
        self._print.setEnabled(calls is not None)
        if calls is None:
            return
        if set(self._places) != {one.line.id for one in calls.lines}:
            self._places = self._sorted(view, now)
        self._card.set_count(len(calls.lines))
        filed = self.tr("answer within {period}").format(
            period=self._services.around.wording.period(calls.call_list.within)
        )
        self._card.set_hint(filed)
        self._table.set_rows(sorted(calls.lines, key=lambda one: self._places[one.line.id]))
        if self._table.current() is None:
            self._select_next(now)
        self._now.show_line(self._table.current(), now)

    def _sorted(self, view: WarningView, now: datetime) -> dict[int, int]:
        """The places of the lines by the order that was chosen."""
        if view.calls is None:
            return {}
        lines = in_order(view.calls.call_list, self._order.current(), now)
        return {line.id: place for place, line in enumerate(lines)}

    def _select_next(self, now: datetime) -> None:
        """Goes to whoever is to be called next, else to the first line."""
        calls = self._view.calls if self._view else None
        if calls is None:
            return
        following = calls.call_list.next_to_call(now) or calls.call_list.lines[0]
        self._table.select_key(str(following.id))

    @Slot(object)
    def _on_picked(self, line: CallLineView | None) -> None:
        self._now.show_line(line, self._services.around.clock.now())

    @Slot(object)
    def _on_opened(self, line: CallLineView) -> None:
        """Enter: calls out, or asks for the feedback of whoever answered."""
        kind = CallStepKind.FEEDBACK if line.line.answered_at else CallStepKind.CALLED
        self._on_answer(kind.value)

    @Slot()
    def _on_order(self) -> None:
        """Only the person changes the order, never the clock (peers F27)."""
        if self._view is not None:
            self._places = self._sorted(self._view, self._services.around.clock.now())
            self._show(self._view)

    @Slot(str)
    def _on_answer(self, word: str) -> None:
        """Writes what happened on the selected line; goes on where it is done with."""
        line, kind = self._table.current(), CallStepKind.of(word)
        if line is None:
            return
        if kind is CallStepKind.FEEDBACK:
            from safetydesk.ui.dialogs.calling_feedback import CallingFeedbackDialog

            show_act(CallingFeedbackDialog(self, self._services, line.line))
            return
        around, step = self._services.around, NewCallStep(line.line.id)
        done = perform(
            self,
            lambda: self._services.callings.record(around.session.require(), kind, step),
            bus=around.bus,
            initiator=self,
        )
        if done is None:
            return
        self.refresh()
        if kind in (CallStepKind.REPEATED, CallStepKind.MISSED):
            self._select_next(around.clock.now())

    @Slot()
    def _on_make(self) -> None:
        """Proposes a list."""
        from safetydesk.ui.dialogs.calling_list import CallingListDialog

        if self._view is not None and self._view.warning.is_open:
            show_act(CallingListDialog(self, self._services, self._view))
