"""Ctrl+Shift+N: "remind me at 04:00", with the notes that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.domain.clock import whole_minute
from safetydesk.domain.errors import BadInput
from safetydesk.domain.note_time import EXAMPLES, note_time
from safetydesk.ui.dialogs.basis_dialog import BasisDialog, add_field
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.services.routines import RoutineService
    from safetydesk.services.transaction import Outcome
    from safetydesk.services.views_notes import NoteView
    from safetydesk.ui.bus import Bus, Published
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_WIDTH, _HEIGHT = 560, 420
_TITLE_LENGTH = 200


class OwnNotesDialog(BasisDialog):
    """Ctrl+Enter keeps the note, Delete takes the selected one back, Esc leaves.

    Enter on a note that is due asks to close it: ``close_asked`` carries its item.
    """

    close_asked = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        routines: RoutineService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("Own reminders"), self.tr("Remind me"))
        self.resize(_WIDTH, _HEIGHT)
        self._routines, self._session, self._bus = routines, session, bus
        self._clock, self._wording = clock, wording
        self._title, self._when = QLineEdit(), QLineEdit()
        self._title.setMaxLength(_TITLE_LENGTH)
        self._when.setPlaceholderText(EXAMPLES)
        self._moment = PlainLabel(role="strong")
        self._table: RowTable[NoteView] = RowTable(
            _Notes(self, clock, wording).columns(), key=lambda row: str(row.id)
        )
        self._table.setAccessibleName(self.tr("Reminders that are kept"))
        self._end = KeyButton(self.tr("Close it…"), icon="done", key="Enter")
        self._back = KeyButton(self.tr("Take back"), icon="undo", key="Delete")
        self._lay_out()
        self._when.textChanged.connect(self._show_moment)
        self._back.clicked.connect(self.take_back)
        self._end.clicked.connect(self.close_due)
        self._table.opened.connect(self.close_due)
        self._table.picked.connect(self._on_picked)
        gone = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._table)
        gone.setContext(Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self.take_back)
        bus.changed.connect(self._on_changed)
        self._minute = QTimer(self, interval=1000)
        self._minute.timeout.connect(self._show_moment)
        self._minute.start()
        self._show()
        self._title.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Keeps the note; the form is ready for the next."""
        done = perform(self, self._remind, bus=self._bus)
        if done is not None:
            self._title.clear()
            self._when.clear()
            self.words_kept()
            self.show_problem("")
            self._show()
            self._table.select_key(str(done.value))
            self._title.setFocus()

    @Slot()
    def take_back(self) -> None:
        """Takes the selected note back; an alarm of it is cleared."""
        row, routines, session = self._table.current(), self._routines, self._session
        if row is not None and perform(
            self, lambda: routines.take_back(session.require(), row.id), bus=self._bus
        ):
            self.show_problem("")
            self._show()

    @Slot()
    def close_due(self) -> None:
        """The selected note was dealt with: what came of it is asked for as for any alarm."""
        row = self._table.current()
        if row is not None and row.is_due:
            self.close_asked.emit(row.item)

    def _remind(self) -> Outcome[int]:
        """Reads the time within the verb, so that it is refused as all else is."""
        actor, title = self._session.require(), self._title.text()
        at = note_time(self._when.text(), self._clock.now(), self._wording.zone)
        return self._routines.remind(actor, title, at)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        add_field(grid, 0, 0, self.tr("Remind me of"), self._title)
        add_field(grid, 1, 0, self.tr("At"), self._when)
        grid.addWidget(self._moment, 2, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Reminders that are kept"), role="title"), 1)
        for button in (self._end, self._back):
            button.setAutoDefault(False)
            head.addWidget(button)
        self.body.addLayout(head)
        self.body.addWidget(self._table, 1)

    @Slot()
    def _show_moment(self) -> None:
        """The instant that was understood, absolute and relative; grey where there is none yet."""
        words, tone = "", ""
        if self._when.text().strip():
            try:
                words, tone = self._said(), "ok"
            except BadInput:
                words, tone = self.tr("Not understood as a time yet"), "g"
        self._moment.set_tone(tone)
        self._moment.setText(words)

    def _said(self) -> str:
        now = self._clock.now()
        at = note_time(self._when.text(), now, self._wording.zone)
        day = self._wording.date_and_weekday(at)
        left = self._wording.period(abs(at - whole_minute(now)))
        words = self.tr("in {period}") if at > now else self.tr("{period} ago")
        return f"{day} {self._wording.time(at)}　{words.format(period=left)}"

    def _show(self) -> None:
        """Reads the notes again; the selected one stays selected."""
        self._table.set_rows(self._routines.kept())
        self._on_picked(self._table.current())

    @Slot(object)
    def _on_picked(self, row: NoteView | None) -> None:
        self._back.setEnabled(row is not None)
        self._end.setEnabled(row is not None and row.is_due)

    @Slot(object)
    def _on_changed(self, published: Published) -> None:
        if published.touches(Topic.REMINDERS):
            self._show()


class _Notes(QObject):
    """What the columns of the list show."""

    def __init__(self, parent: QObject, clock: Clock, wording: Wording) -> None:
        super().__init__(parent)
        self._clock, self._wording = clock, wording

    def columns(self) -> list[Column[NoteView]]:
        """When, what, by whom."""
        return [
            Column(self.tr("At"), self._at, 148),
            Column(self.tr("What"), lambda row: row.title),
            Column(self.tr("Entered by"), lambda row: Cell(row.entered_by, tone="t2"), 96),
        ]

    def _at(self, row: NoteView) -> Cell:
        words = self._wording.moment(row.at, self._clock.now())
        if row.is_due:
            return Cell(self.tr("{time} due").format(time=words), badge="o")
        return Cell(words, bold=True)
