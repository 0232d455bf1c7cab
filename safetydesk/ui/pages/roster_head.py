"""The head of the roster page: which time is in view, how, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from safetydesk.services.sheets import RosterForm
from safetydesk.ui.icons import put_icon
from safetydesk.ui.menu_acts import add_act
from safetydesk.ui.pages.roster_views import RosterView
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from safetydesk.ui.page import PageHead

FILE, DRAFT = "file", "draft"
"""What can be asked for besides the printed forms."""


class RosterHead(QObject):
    """``stepped`` is -1 or 1, ``viewed`` the word of a ``RosterView``.

    ``asked`` is the word of a ``RosterForm`` to be printed, or ``FILE`` or ``DRAFT``.
    """

    stepped = Signal(int)
    viewed = Signal(str)
    asked = Signal(str)

    def __init__(self, head: PageHead) -> None:
        super().__init__(head)
        self.name = PlainLabel(role="title")
        self.segment = Segment()
        self.segment.set_options(
            [
                (RosterView.MONTH, self.tr("Month")),
                (RosterView.WEEK, self.tr("Week")),
                (RosterView.YEAR, self.tr("Year")),
                (RosterView.STATISTICS, self.tr("Counts")),
            ]
        )
        self.segment.chosen.connect(self.viewed)
        back = self._step_button("step-back", -1, self.tr("Earlier"))
        on = self._step_button("step-on", 1, self.tr("Later"))
        head.set_title(self.tr("Roster"))
        for place, widget in enumerate((back, self.name, on, self.segment)):
            head.row.insertWidget(2 + place, widget)
        self.draft = KeyButton(self.tr("Draft…"), icon="generate")
        self.change = KeyButton(self.tr("Change…"), icon="swap", key="Enter")
        self.sheets = KeyButton(self.tr("Sheets"), icon="export")
        self.print = KeyButton(self.tr("Print"), icon="print", key="Ctrl P")
        self.print.setAccessibleName(self.tr("Print"))
        self.sheets.setProperty("menu", "true")
        self.draft.clicked.connect(self._on_asked)
        self._fill_menu()
        for button in (self.draft, self.change, self.sheets, self.print):
            head.add_act(button)

    def show_rights(self, *, edits: bool, changes: bool) -> None:
        """Only the supervisor imports and drafts; who may not change duty is not offered it."""
        for action in (self.import_sheet, self.undo_import):
            action.setVisible(edits)
        self.draft.setVisible(edits)
        self.change.setVisible(changes)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """On small screens the caps of the keys go, and print is its sign alone."""
        self.change.set_key("" if narrow else "Enter")
        self.print.set_key("" if narrow else "Ctrl P")
        self.print.setText("" if narrow else self.tr("Print"))
        self.segment.set_dense(dense=narrow)

    def _fill_menu(self) -> None:
        menu = QMenu(self.sheets)
        self.import_sheet = add_act(menu, self.tr("Import a sheet…"))
        self.undo_import = add_act(menu, self.tr("Take the last import back"))
        menu.addSeparator()
        for what, text in (
            (FILE, self.tr("Give out as a file…")),
            (RosterForm.WEEK.value, self.tr("Print the week for the wall")),
            (RosterForm.HOLIDAY.value, self.tr("Print the holiday form")),
        ):
            action = add_act(menu, text)
            action.setData(what)
            action.triggered.connect(self._on_asked)
        self.menu = menu
        self.sheets.setMenu(menu)

    def _step_button(self, icon: str, step: int, words: str) -> QPushButton:
        button = QPushButton()
        put_icon(button, icon)
        button.setProperty("kind", "flat")
        button.setProperty("shape", "square")
        button.setProperty("step", step)
        button.setAccessibleName(words)
        button.clicked.connect(self._on_step)
        return button

    @Slot()
    def _on_step(self) -> None:
        self.stepped.emit(int(self.sender().property("step")))

    @Slot()
    def _on_asked(self) -> None:
        action = self.sender()
        self.asked.emit(str(action.data()) if isinstance(action, QAction) else DRAFT)
