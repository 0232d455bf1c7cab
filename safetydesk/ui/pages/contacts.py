"""The directory: a search box that has the cursor, groups, hits, and one contact whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import NotFound
from safetydesk.services.views_contacts import SpecialGroup
from safetydesk.ui.page import Page
from safetydesk.ui.pages.contact_acts import ContactActs
from safetydesk.ui.widgets.badge import Badge
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.contact_card import ContactCardView
from safetydesk.ui.widgets.group_column import GroupColumn
from safetydesk.ui.widgets.hit_list import HitList
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.search_bar import SearchBar
from safetydesk.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from safetydesk.services.contacts import ContactService
    from safetydesk.services.views_contacts import ContactCard, ContactLine
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording

_TYPING_PAUSE = 40
_MOST_HITS = 300
_CARD_WIDTH, _CARD_WIDTH_NARROW = 468, 436
_TOPICS = frozenset({Topic.CONTACTS, Topic.PEOPLE, Topic.DUTY})


@dataclass(frozen=True)
class _Answer:
    """What one search found; an answer to an older question is not shown."""

    turn: int
    query: str
    lines: tuple[ContactLine, ...]


class ContactsPage(Page):
    """``call_asked`` carries a ``CallTarget`` for the window in which a call is recorded."""

    call_asked = Signal(object)

    def __init__(
        self,
        *,
        contacts: ContactService,
        session: Session,
        bus: Bus,
        wording: Wording,
        tasks: Runs,
    ) -> None:
        super().__init__(bus=bus, topics=_TOPICS, title="")
        self._contacts, self._tasks = contacts, tasks
        self._turn = 0
        self._searching = self._enter_waits = False
        self._search = SearchBar()
        self.start = self._search.line
        self._groups = GroupColumn()
        self._hits = HitList()
        self._card = ContactCardView(wording)
        self._acts = ContactActs(
            self, self._card, contacts=contacts, session=session, bus=bus, tasks=tasks
        )
        self._undo_bar = UndoBar()
        self._to_verify = Badge(tone="todo")
        self._nothing = PlainLabel(
            self.tr("Not found? Ctrl+N keeps what you typed as a new contact."),
            role="sub",
            wrap=True,
        )
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        """Counts again and searches again; the cursor and the selection stay."""
        directory = self._contacts.directory()
        counts = self.tr("{contacts} contacts · {units} units").format(
            contacts=directory.contacts, units=directory.units
        )
        self.head.set_title(self.tr("Contacts"), counts)
        self._to_verify.setText(self.tr("To verify {count}").format(count=directory.to_verify))
        self._to_verify.setVisible(directory.to_verify > 0)
        self._groups.show_directory(directory)
        self._look()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """The cursor stands in the search box."""
        super().showEvent(event)
        self._search.line.setFocus()

    @override
    def focus_filter(self) -> None:
        """The cursor goes into the search box, what stands there is selected."""
        self._search.line.setFocus()
        self._search.line.selectAll()

    def look_for(self, text: str) -> None:
        """Looks for somebody (F6 with a word, a number that rang)."""
        self._search.line.setText(text)
        self.focus_filter()

    def show_to_verify(self) -> None:
        """The contacts whose numbers are to be tried."""
        self._search.line.clear()
        self._groups.choose(SpecialGroup.TO_VERIFY)

    @override
    def undo(self) -> None:
        """Takes the last act on this page back."""
        self._acts.undo()

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Narrower columns, no key hints."""
        super().set_narrow(narrow)
        self._search.set_narrow(narrow)
        self._card.set_narrow(narrow)
        self._groups.set_narrow(narrow)
        self._card.setFixedWidth(_CARD_WIDTH_NARROW if narrow else _CARD_WIDTH)

    @override
    def help_text(self) -> str:
        """What the page is for."""
        return self.tr(
            "Type a name, unit, post or number; pinyin and initials will do. ↑ ↓ choose a hit,"
            " Alt+↑ ↓ one of its numbers. Enter records a call, Ctrl+C copies the number, Alt+X"
            " marks a number that does not work, Ctrl+N adds a contact, Ctrl+Z takes back."
        )

    def show_problem(self, text: str) -> None:
        """Says at the foot why an act was refused."""
        self._undo_bar.show_problem(text)

    def _lay_out(self) -> None:
        self.head.set_title(self.tr("Contacts"))
        self.head.row.insertWidget(2, self._to_verify)
        self._import = KeyButton(self.tr("Import"), icon="import")
        self._add = KeyButton(self.tr("New"), icon="add", key="Ctrl N")
        self.head.add_act(self._import)
        self.head.add_act(self._add)
        hits = Card()
        self._hits.setAccessibleName(self.tr("Contacts found"))
        hits.body.addWidget(self._hits, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self._nothing)
        hits.body.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._groups)
        row.addWidget(hits, 1)
        row.addWidget(self._card)
        self.body.addWidget(self._search)
        self.body.addLayout(row, 1)
        self.body.addWidget(self._undo_bar)
        self.set_narrow(narrow=False)

    def _connect(self) -> None:
        line = self._search.line
        line.textChanged.connect(self._on_typed)
        line.moved.connect(self._hits.go)
        line.number_moved.connect(self._card.move_number)
        line.opened.connect(self._on_opened)
        line.copy_asked.connect(self._acts.copy)
        self._pause.timeout.connect(self._look)
        self._groups.chosen.connect(self._look)
        self._hits.picked.connect(self._on_picked)
        self._hits.opened.connect(self._on_opened)
        self._card.act.connect(self._acts.take)
        self._undo_bar.undo_asked.connect(self.undo)
        self._import.clicked.connect(self._acts.open_import)
        self._add.clicked.connect(self._open_new)
        self._acts.done.connect(self._undo_bar.show_done)
        self._acts.called.connect(self.call_asked)
        self._acts.saved.connect(self._on_saved)
        for keys, slot in (("Ctrl+N", self._open_new), ("Alt+X", self._acts.toggle_failed)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    @Slot()
    def _look(self) -> None:
        """Searches on another thread for what stands in the box now."""
        self._pause.stop()
        self._turn += 1
        self._searching = True
        turn, query = self._turn, self._search.line.text()
        group, contacts = self._groups.current(), self._contacts
        self._tasks.submit(
            lambda: _Answer(turn, query, contacts.search(query, group=group, limit=_MOST_HITS)),
            succeeded=self._on_found,
        )

    @Slot()
    def _on_typed(self) -> None:
        self._searching = True
        self._pause.start()

    @Slot(object)
    def _on_found(self, answer: _Answer) -> None:
        if answer.turn != self._turn:
            return
        self._searching = False
        shown = self._hits.current()
        same = answer.query == self._shown_query
        keep = self._kept_key or (shown.key if shown is not None and same else "")
        self._shown_query, self._kept_key = answer.query, ""
        self._hits.set_lines(answer.lines, keep=keep)
        typed = bool(answer.query.strip())
        self._search.show_remark(self.tr("%n hits", "", len(answer.lines)) if typed else "")
        self._nothing.setVisible(typed)
        if self._enter_waits:
            self._enter_waits = False
            self._acts.call()

    _kept_key = _shown_query = ""

    @Slot(object)
    def _on_picked(self, line: ContactLine | None) -> None:
        self._card.show_card(self._read_card(line.key) if line is not None else None)

    def _read_card(self, key: str) -> ContactCard | None:
        """The contact whole; nothing where somebody else has just removed it."""
        try:
            return self._contacts.card(key)
        except NotFound:
            return None

    @Slot()
    def _on_opened(self) -> None:
        """Enter: records a call to whom the words mean, once the search has answered."""
        if self._searching:
            self._enter_waits = True
            self._look()
        else:
            self._acts.call()

    @Slot(int)
    def _on_saved(self, contact_id: int) -> None:
        self._kept_key = f"c{contact_id}"

    @Slot()
    def _open_new(self) -> None:
        self._acts.new(self._search.line.text(), self._groups.written())
