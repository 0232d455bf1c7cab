"""The page of warnings: those in force and those that are over, what is owed, what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalMapper, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.domain.warning import WarningStepKind
from safetydesk.ui.dialogs.act_dialog import show_act
from safetydesk.ui.page import Page
from safetydesk.ui.pages.warning_tables import (
    NARROW_HIDES,
    course_of,
    course_table,
    duty_table,
    warning_table,
)
from safetydesk.ui.widgets.card import Card, EmptyState
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.segment import Segment
from safetydesk.ui.widgets.warning_head import WarningHead

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.warning_duties import WarningDuty
    from safetydesk.services.views_warnings import WarningBoard, WarningView
    from safetydesk.ui.warning_services import WarningServices

TOPICS = frozenset({Topic.WARNINGS, Topic.CONTACTS})
_OPEN, _PAST = "open", "past"
_TAKE_IN, _FOLLOW, _CALL, _LAPSE, _MISTAKE, _ROLL = (
    "take_in",
    "follow",
    "call",
    "lapse",
    "mistake",
    "roll",
)
_IN_HEAD = frozenset({_TAKE_IN, _ROLL})
_ROWS = 5


class WarningsPage(Page):
    """``board_asked`` carries the id of the warning whose call board is wanted."""

    board_asked = Signal(int)

    def __init__(self, *, services: WarningServices) -> None:
        around = services.around
        super().__init__(bus=around.bus, topics=TOPICS, title="")
        self._services = services
        self._board: WarningBoard | None = None
        self.head.set_title(self.tr("Warnings"))
        self._segment = Segment()
        self.head.add_act(self._segment)
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self._on_act)
        self._list = warning_table(around.wording, around.clock.now)
        self._duties = duty_table(around.wording, around.clock.now)
        self._course = course_table(around.wording, around.clock.now)
        self._top = WarningHead(around.wording)
        self._acts: dict[str, KeyButton] = {}
        self._keys: dict[str, str] = {}
        self.head.add_act(self._act(_ROLL, self.tr("Call list filed"), "report-text", "Alt+R"))
        self.head.add_act(self._act(_TAKE_IN, self.tr("Take in"), "add", "Alt+N"))
        self._card, self._rest = Card(), QWidget()
        self._empty = self._empty_state()
        self._lay_out()
        self.start = self._list
        self._list.picked.connect(self._on_picked)
        self._list.opened.connect(self._on_opened)
        self._segment.chosen.connect(self._on_chosen)

    @override
    def refresh(self) -> None:
        """Reads the board on another thread."""
        self.fetch(self._services.around.tasks, self._services.warnings.board, self._show)

    @override
    def tick(self, now: datetime) -> None:
        """Moves the countdowns on."""
        view = self._list.current()
        self._list.set_rows(self._shown())
        if view is not None:
            self._top.tick(now)
            self._duties.set_rows(_by_limit(view))

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Small screens show neither area nor calls in the list, nor the keys of the acts."""
        super().set_narrow(narrow)
        for column in NARROW_HIDES:
            self._list.setColumnHidden(column, narrow)
        for key, button in self._acts.items():
            button.set_key("" if narrow and key not in _IN_HEAD else self._keys[key])

    @override
    def help_text(self) -> str:
        """What the page is for."""
        return self.tr(
            "Warnings stand here as their issuers word them: nobody here changes a level; an "
            "update, a lifting or a cancellation is another message, linked to the first. Alt+N "
            "takes one in by form, from pasted words or from a CAP file, Alt+U notes what follows "
            "it. Alt+L notes that the duty leader was told (10 minutes), Alt+F that it was "
            "forwarded (30 minutes), Alt+B that the situation was reported, Alt+Q a receipt, Alt+R "
            "that the yearly call list was filed. Enter or F7 opens the call board. What is owed "
            "stands below with its source."
        )

    @override
    def print_shown(self) -> None:
        """Ctrl+P: the record is printed from the board."""
        self._open_board()

    def act_on(self, warning_id: int) -> None:
        """Selects a warning, as an alarm asks for it."""
        self._segment.choose(_OPEN)
        self._show_rows()
        self._list.select_key(str(warning_id))
        self._list.setFocus()

    def _lay_out(self) -> None:
        """The list over the chosen warning: head, acts, what is owed, what happened."""
        self._list.setAccessibleName(self.tr("Warnings"))
        self._list.fit_rows()
        self._card.body.addWidget(self._list)
        self.body.addWidget(self._card)
        self.body.addWidget(self._top)
        owed, course = Card(self.tr("Owed")), Card(self.tr("Messages and steps"))
        self._duties.setAccessibleName(self.tr("Owed"))
        self._course.setAccessibleName(self.tr("Messages and steps"))
        owed.body.addWidget(self._duties)
        course.body.addWidget(self._course)
        row = QHBoxLayout(self._rest)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(owed, 3)
        row.addWidget(course, 2)
        self.body.addWidget(self._act_row())
        self.body.addWidget(self._rest, 1)
        self.body.addWidget(self._empty, 1)

    def _act_row(self) -> QWidget:
        """What can be done about the chosen warning, each with its key."""
        self._bar = QWidget()
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        kinds = WarningStepKind
        for key, text, icon, keys in (
            (_CALL, self.tr("Call board"), "call-out", "F7"),
            (kinds.LEADER_TOLD.value, self.tr("Leader told"), "user", "Alt+L"),
            (kinds.FORWARDED.value, self.tr("Forwarded"), "send", "Alt+F"),
            (kinds.RECEIPT.value, self.tr("Receipt"), "done", "Alt+Q"),
            (kinds.REPORTED.value, self.tr("Reported"), "report-text", "Alt+B"),
            (_FOLLOW, self.tr("Update or lift"), "edit", "Alt+U"),
            (_LAPSE, self.tr("Lapsed"), "close", ""),
            (_MISTAKE, self.tr("By mistake"), "strike", ""),
        ):
            line.addWidget(self._act(key, text, icon, keys))
        line.addStretch()
        return self._bar

    def _act(self, key: str, text: str, icon: str, keys: str) -> KeyButton:
        """A button and its key; F7 is the desk's own."""
        self._keys[key] = keys.replace("+", " ")
        button = KeyButton(text, icon=icon, key=self._keys[key])
        button.setAccessibleDescription(keys)
        self._acts[key] = button
        self._mapper.setMapping(button, key)
        button.clicked.connect(self._mapper.map)
        if keys.startswith("Alt"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._mapper.setMapping(shortcut, key)
            shortcut.activated.connect(self._mapper.map)
        return button

    def _empty_state(self) -> EmptyState:
        """No warning in force: what the page is for, and the first act."""
        empty = EmptyState(
            self.tr("No warning is in force"),
            self.tr(
                "A warning is taken in by form, from pasted words or from a CAP file. From then on "
                "it stands here with what is owed: the leader told, forwarded, called."
            ),
        )
        begin = KeyButton(self.tr("Take in a warning"), icon="add", key="Alt N")
        self._mapper.setMapping(begin, _TAKE_IN)
        begin.clicked.connect(self._mapper.map)
        empty.add_act(begin)
        return empty

    @Slot(object)
    def _show(self, board: WarningBoard) -> None:
        """Shows what was read; the chosen warning stays chosen."""
        self._board = board
        self._segment.set_options(
            [
                (_OPEN, self.tr("In force {n}").format(n=len(board.open))),
                (_PAST, self.tr("Over {n}").format(n=len(board.past))),
            ]
        )
        filed = board.roll_filed_at
        wording = self._services.around.wording
        said = self.tr("call list filed {time}").format(
            time=wording.moment(filed, board.at) if filed else "—"
        )
        self.head.set_title(self.tr("Warnings"), said if filed else "")
        self._show_rows()

    def _shown(self) -> list[WarningView]:
        board = self._board
        if board is None:
            return []
        return list(board.past if self._segment.current() == _PAST else board.open)

    def _show_rows(self) -> None:
        """The list of the choice made, and the chosen one below."""
        rows = self._shown()
        self._list.set_rows(rows)
        self._list.setMaximumHeight(32 * (min(len(rows), _ROWS) + 1) + 2)
        empty = not rows
        self._empty.setVisible(empty)
        for part in (self._card, self._top, self._bar, self._rest):
            part.setHidden(empty)
        if rows and self._list.current() is None:
            self._list.select_key(str(rows[0].warning.id))
        self._on_picked(self._list.current())

    @Slot(object)
    def _on_picked(self, view: WarningView | None) -> None:
        """Shows one warning below the list."""
        if view is None:
            return
        self._top.show_view(view, self._services.around.clock.now())
        self._duties.set_rows(_by_limit(view))
        self._course.set_rows(course_of(view))
        is_open = view.warning.is_open
        for key in (_FOLLOW, _MISTAKE, WarningStepKind.REPORTED.value):
            self._acts[key].setEnabled(is_open)
        self._acts[_LAPSE].setEnabled(is_open)

    @Slot(object)
    def _on_opened(self, view: WarningView) -> None:
        self.board_asked.emit(view.warning.id)

    @Slot()
    def _on_chosen(self) -> None:
        self._show_rows()

    def _open_board(self) -> None:
        view = self._list.current()
        if view is not None:
            self.board_asked.emit(view.warning.id)

    @Slot(str)
    def _on_act(self, key: str) -> None:
        """Opens the window of an act."""
        from safetydesk.ui.dialogs.calling_roll import CallingRollDialog
        from safetydesk.ui.dialogs.warning_message import WarningMessageDialog
        from safetydesk.ui.dialogs.warning_step import WarningStepDialog

        view = self._list.current()
        if key == _TAKE_IN:
            show_act(WarningMessageDialog(self, self._services))
        elif key == _ROLL:
            show_act(CallingRollDialog(self, self._services))
        elif view is None:
            return
        elif key == _FOLLOW:
            show_act(WarningMessageDialog(self, self._services, warning=view.warning))
        elif key == _CALL:
            self._open_board()
        else:
            kinds = {_LAPSE: WarningStepKind.LAPSED, _MISTAKE: WarningStepKind.WITHDRAWN}
            kind = kinds.get(key) or WarningStepKind.of(key)
            show_act(WarningStepDialog(self, self._services, view, kind))


def _by_limit(view: WarningView) -> list[WarningDuty]:
    """What is owed first, then what is done, each by its limit."""
    return sorted(view.duties, key=lambda duty: (duty.is_done, duty.due_at))
