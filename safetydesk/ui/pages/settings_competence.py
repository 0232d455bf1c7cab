"""The section of the competent departments: who is told of what, and the copy of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from safetydesk.domain.incident import Category, Family
from safetydesk.services.competence import MATRIX
from safetydesk.ui.dialogs.reason import ReasonDialog
from safetydesk.ui.dialogs.rule_pack_text import RulePackTextDialog
from safetydesk.ui.messages import sentence
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.domain.competence import Competence
    from safetydesk.services.competence_book import CompetenceService, MatrixView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording


class CompetenceSection(SettingsSection):
    """Enter or Ctrl+T shows the text to be changed, Ctrl+Z takes the shipped one back."""

    def __init__(
        self, *, matrix: CompetenceService, session: Session, bus: Bus, wording: Wording
    ) -> None:
        super().__init__()
        self._matrix, self._session, self._bus = matrix, session, bus
        self._words = _MatrixWords(self, wording)
        self._state = PlainLabel(role="sub", wrap=True)
        self._detail = PlainLabel(role="sub", wrap=True)
        self._table: RowTable[tuple[int, Competence]] = RowTable(
            self._words.columns(), key=lambda row: str(row[0])
        )
        self._table.setAccessibleName(self.tr("Departments"))
        self._text = KeyButton(self.tr("Text…"), icon="edit", key="Ctrl T")
        self._back = KeyButton(self.tr("Take back…"), key="Ctrl Z")
        card = Card(self.tr("Competent departments and those to be told"))
        for button in (self._text, self._back):
            card.head.addWidget(button)
        card.body.addWidget(self._table, 1)
        self.column.addWidget(card, 1)
        more = Card()
        more.body.setContentsMargins(16, 12, 16, 12)
        more.body.setSpacing(8)
        more.body.addWidget(self._detail)
        more.body.addWidget(self._state)
        self.column.addWidget(more)
        self._table.picked.connect(self._on_picked)
        self._table.opened.connect(self.show_text)
        self._text.clicked.connect(self.show_text)
        self._back.clicked.connect(self.take_back)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("Ctrl+T", self.show_text), ("Ctrl+Z", self.take_back)):
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(act)

    @override
    def refresh(self) -> None:
        """Shows the rows that hold."""
        view = self._matrix.view()
        self._table.set_rows(list(enumerate(view.rows)))
        if self._table.current() is None:
            self._table.select_key("0")
        self._state.setText(self._words.state(view))
        self._back.setEnabled(view.own)
        self._on_picked()

    @override
    def help_text(self) -> str:
        """What the matrix is."""
        return self.tr(
            "Who is competent for which sort of incident, and whom the law names to be told. The "
            "list of an incident (Alt+W) is made from these rows; an office counts as told when "
            "its name holds one of the words of the row. What is changed here is a copy of the "
            "office and holds at once."
        )

    @Slot()
    def show_text(self) -> None:
        """Shows the text beside the shipped one, to be edited."""
        dialog = RulePackTextDialog(
            self,
            rules=self._matrix,
            session=self._session,
            bus=self._bus,
            pack=MATRIX,
            title=self.tr("Competent departments"),
        )
        dialog.accepted.connect(self.refresh)
        dialog.show()

    @Slot()
    def take_back(self) -> None:
        """Puts the shipped text in force again, with a reason."""
        if not self._matrix.view().own:
            return
        dialog = ReasonDialog(
            self,
            title=self.tr("Take back to the shipped text"),
            consequence=self.tr("The shipped rows hold at once, for incidents in hand too."),
            act=self.tr("Take back"),
        )

        def given(reason: str) -> None:
            matrix, session = self._matrix, self._session
            done = perform(
                dialog, lambda: matrix.take_back(session.require(), reason), bus=self._bus
            )
            if done is not None:
                dialog.accept()
                self.refresh()

        dialog.given.connect(given)
        dialog.show()

    @Slot()
    def _on_picked(self) -> None:
        """Says by which text the selected row stands, and by which words an office is known."""
        row = self._table.current()
        self._detail.setText(self._words.detail(row[1]) if row is not None else "")


class _MatrixWords(QObject):
    """The words of rows; what the law says stays Chinese."""

    def __init__(self, parent: QObject, wording: Wording) -> None:
        super().__init__(parent)
        self._wording = wording

    def columns(self) -> list[Column[tuple[int, Competence]]]:
        """Which department, what it is, to which incidents, from which grade, how sure."""
        return [
            Column(self.tr("Department"), lambda row: Cell(row[1].department, bold=True), 220),
            Column(self.tr("Is"), lambda row: row[1].role.chinese_name, 88),
            Column(self.tr("For"), lambda row: Cell(_incidents(row[1]), tone="t2")),
            Column(self.tr("From grade"), lambda row: _grade(row[1]), 96),
            Column(self.tr("Source"), self._source, 88),
        ]

    def state(self, view: MatrixView) -> str:
        """Whose rows hold, since when, and whether the text can be read."""
        if view.fault is not None:
            fault = sentence(view.fault)
            told = self.tr("The text of the office cannot be read, the shipped rows hold: {fault}")
            return told.format(fault=fault)
        if not view.own or view.since is None:
            return self.tr("The shipped text is in force.")
        own = self.tr("Text of the office no. {number}, in force since {since}, {author}: {reason}")
        since = self._wording.full_time(view.since)
        words = own.format(number=view.edition, since=since, author=view.author, reason=view.reason)
        moved = self.tr("The shipped text has changed since: compare it.")
        return f"{words}  {moved}" if view.shipped_moved else words

    def detail(self, row: Competence) -> str:
        """Citation and words of a row."""
        known = self.tr("An office is this department when its name holds: {words}")
        return "\n".join([row.citation, known.format(words="、".join(row.words))])

    def _source(self, row: tuple[int, Competence]) -> Cell:
        sure = row[1].confidence
        return Cell(sure.chinese_name, badge="o" if sure.weak else "plain")


def _incidents(row: Competence) -> str:
    """The sorts of incident of a row, the shorter way round."""
    families = "、".join(one.chinese_name for one in Family if one in row.families)
    only = [one.chinese_name for one in Category if one in row.categories]
    without = [one.chinese_name for one in Category if one not in row.categories]
    if not without:
        return families
    if len(only) <= len(without):
        return "、".join(only)
    return f"{families}（{'、'.join(without)}除外）"


def _grade(row: Competence) -> str:
    return f"{row.min_grade.chinese_name}以上" if row.min_grade is not None else "—"
