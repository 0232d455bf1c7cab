"""The section of the reporting rules: what holds, how sure it is, and what the office changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout
from typing_extensions import override

from safetydesk.ui.dialogs.office_place import OfficePlaceDialog
from safetydesk.ui.dialogs.own_pack import OwnPackDialog
from safetydesk.ui.dialogs.reason import ReasonDialog
from safetydesk.ui.dialogs.rule_form import RuleFormDialog
from safetydesk.ui.dialogs.rule_pack_text import RulePackTextDialog
from safetydesk.ui.pages.rule_words import RuleWords
from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.services.office_place import OfficePlaceService
    from safetydesk.services.own_packs import OwnPackService
    from safetydesk.services.rule_book import RuleBookService
    from safetydesk.services.views_rules import PackView, RuleLine
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording


class RulesSection(SettingsSection):
    """Enter changes the selected rule, Space switches it, Ctrl+T shows the text of the pack."""

    def __init__(
        self,
        *,
        rules: RuleBookService,
        own: OwnPackService,
        place: OfficePlaceService,
        session: Session,
        bus: Bus,
        wording: Wording,
    ) -> None:
        super().__init__()
        self._rules, self._session, self._bus = rules, session, bus
        self._office, self._own = place, own
        self._words = RuleWords(self, wording)
        self._packs: dict[str, PackView] = {}
        self._choice = QComboBox()
        self._ours = QCheckBox(self.tr("Only rules for offices of our level"))
        self._ours.setChecked(True)
        self._place, self._state, self._detail, self._problem = (
            PlainLabel(role="sub"),
            PlainLabel(role="sub", wrap=True),
            PlainLabel(role="sub", wrap=True),
            PlainLabel(role="problem", wrap=True),
        )
        self._table: RowTable[RuleLine] = RowTable(
            self._words.columns(), key=lambda line: str(line.place)
        )
        self._table.setAccessibleName(self.tr("Rules of the pack"))
        self._choice.setAccessibleName(self.tr("Rule pack"))
        self._edit = KeyButton(self.tr("Change…"), icon="edit", key="Enter")
        self._switch = KeyButton(self.tr("Switch on"), key="Space")
        self._text = KeyButton(self.tr("Text…"), key="Ctrl T")
        self._use = KeyButton(self.tr("Use…"), key="Ctrl U")
        self._back = KeyButton(self.tr("Take back…"), key="Ctrl Z")
        self._add = KeyButton(self.tr("Add a pack…"), key="Ctrl N")
        self._remove = KeyButton(self.tr("Remove…"), key="Ctrl Del")
        self._move = KeyButton(self.tr("Level and region…"), icon="edit", key="Ctrl L")
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        """Shows what is in force."""
        view = self._rules.view()
        self._packs = {pack.id: pack for pack in view.packs}
        self._place.setText(
            self.tr("{district} · {level}").format(district=view.district, level=view.level)
        )
        chosen = self._choice.currentData()
        with QSignalBlocker(self._choice):
            self._choice.clear()
            for pack in view.packs:
                self._choice.addItem(self._words.pack(pack), pack.id)
            self._choice.setCurrentIndex(max(self._choice.findData(chosen), 0))
        self._show_pack()

    @override
    def help_text(self) -> str:
        """What rule packs are."""
        return self.tr(
            "Reports are owed by these rules. The texts come with the program; a rule that is "
            "known only at second hand is marked, and one that is only remembered is off until "
            "somebody has looked it up. What is changed here is a copy of the office: it holds for "
            "what begins afterwards, and what is running keeps the text it was made from."
        )

    def show_problem(self, text: str) -> None:
        """Why it was refused."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    @Slot()
    def change(self) -> None:
        """Asks for another term, other recipients or another medium."""
        line, pack = self._table.current(), self._pack()
        if line is None or pack is None:
            return
        dialog = RuleFormDialog(
            self, rules=self._rules, session=self._session, bus=self._bus, pack=pack.id, line=line
        )
        dialog.accepted.connect(self.refresh)
        dialog.show()

    @Slot()
    def switch(self) -> None:
        """Takes the selected rule into use or out of it, with a reason."""
        line, pack = self._table.current(), self._pack()
        if line is None or pack is None:
            return
        wanted = not line.on
        self._ask(
            title=self._words.switch(on=wanted),
            consequence=f"{line.id} {line.title}\n{line.citation}",
            act=self._words.switch(on=wanted),
            verb=lambda reason: self._rules.switch(
                self._session.require(), pack.id, (line.place, line.id), on=wanted, reason=reason
            ),
        )

    @Slot()
    def show_text(self) -> None:
        """Shows the text of the pack beside the shipped one, to be edited."""
        pack = self._pack()
        if pack is not None:
            dialog = RulePackTextDialog(
                self, rules=self._rules, session=self._session, bus=self._bus, pack=pack.id
            )
            dialog.accepted.connect(self.refresh)
            dialog.show()

    @Slot()
    def use(self) -> None:
        """Takes the pack into use for incidents to come, or out of it, with a reason."""
        pack = self._pack()
        if pack is None:
            return
        wanted = not pack.in_use
        self._ask(
            title=self._words.use(on=wanted),
            consequence=self.tr(
                "It holds for incidents opened from now on; those in hand keep their packs."
            ),
            act=self._words.use(on=wanted),
            verb=lambda reason: self._rules.use(
                self._session.require(), pack.id, on=wanted, reason=reason
            ),
        )

    @Slot()
    def add_pack(self) -> None:
        """Asks for the file of a pack of the office's own."""
        dialog = OwnPackDialog(self, packs=self._own, session=self._session, bus=self._bus)
        dialog.accepted.connect(self.refresh)
        dialog.show()

    @Slot()
    def remove_pack(self) -> None:
        """Takes a pack of the office's own away, with a reason."""
        pack = self._pack()
        if pack is None or not pack.added:
            return
        self._ask(
            title=self.tr("Remove the pack"),
            consequence=self.tr(
                "{name}: nothing begins by it any more, its former texts stay on record. It is not "
                "removed while something is owed by it."
            ).format(name=pack.name),
            act=self.tr("Remove"),
            verb=lambda reason: self._own.remove(self._session.require(), pack.id, reason),
        )

    @Slot()
    def change_place(self) -> None:
        """Asks for another level or region, saying what that changes."""
        dialog = OfficePlaceDialog(self, place=self._office, session=self._session, bus=self._bus)
        dialog.accepted.connect(self.refresh)
        dialog.show()

    @Slot()
    def take_back(self) -> None:
        """Puts the shipped text in force again, with a reason."""
        pack = self._pack()
        if pack is None or not pack.own:
            return
        self._ask(
            title=self.tr("Take back to the shipped text"),
            consequence=self.tr("The shipped text of this pack holds for what begins from now on."),
            act=self.tr("Take back"),
            verb=lambda reason: self._rules.take_back(self._session.require(), pack.id, reason),
        )

    def _ask(
        self, *, title: str, consequence: str, act: str, verb: Callable[[str], CarriesChanges]
    ) -> None:
        dialog = ReasonDialog(self, title=title, consequence=consequence, act=act)

        def given(reason: str) -> None:
            if perform(dialog, lambda: verb(reason), bus=self._bus) is not None:
                dialog.accept()
                self.refresh()

        dialog.given.connect(given)
        dialog.show()

    def _pack(self) -> PackView | None:
        return self._packs.get(str(self._choice.currentData()))

    @Slot()
    def _show_pack(self) -> None:
        """Shows the rules of the chosen pack."""
        pack = self._pack()
        if pack is None:
            return
        lines = [line for line in pack.rules if line.concerns_us or not self._ours.isChecked()]
        self._table.set_rows(lines)
        if self._table.current() is None and lines:
            self._table.select_key(str(lines[0].place))
        self._state.setText(self._words.state(pack))
        self._back.setEnabled(pack.own)
        self._remove.setEnabled(pack.added)
        self._use.setText(self._words.use(on=not pack.in_use))
        self.show_problem("")
        self._on_picked()

    @Slot()
    def _on_picked(self) -> None:
        """Says more about the selected rule."""
        line = self._table.current()
        for button in (self._edit, self._switch):
            button.setEnabled(line is not None)
        self._detail.setText(self._words.detail(line) if line is not None else "")
        self._switch.setText(self._words.switch(on=line is None or not line.on))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(PlainLabel(self.tr("Rule pack"), role="label"))
        head.addWidget(self._choice)
        for button in (self._use, self._add, self._remove):
            head.addWidget(button)
        head.addStretch()
        self.column.addLayout(head)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._ours)
        below.addStretch()
        below.addWidget(self._place)
        below.addWidget(self._move)
        self.column.addLayout(below)
        card = Card(self.tr("Rules in force"))
        for button in (self._edit, self._switch, self._text, self._back):
            card.head.addWidget(button)
        card.body.addWidget(self._table, 1)
        self.column.addWidget(card, 1)
        more = Card()
        more.body.setContentsMargins(16, 12, 16, 12)
        more.body.setSpacing(8)
        for label in (self._detail, self._state, self._problem):
            more.body.addWidget(label)
        self.column.addWidget(more)

    def _connect(self) -> None:
        self._choice.currentIndexChanged.connect(self._show_pack)
        self._ours.toggled.connect(self._show_pack)
        self._table.picked.connect(self._on_picked)
        self._table.opened.connect(self.change)
        self._edit.clicked.connect(self.change)
        self._switch.clicked.connect(self.switch)
        self._text.clicked.connect(self.show_text)
        self._back.clicked.connect(self.take_back)
        self._use.clicked.connect(self.use)
        self._move.clicked.connect(self.change_place)
        self._add.clicked.connect(self.add_pack)
        self._remove.clicked.connect(self.remove_pack)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Ctrl+T", self.show_text),
            ("Ctrl+U", self.use),
            ("Ctrl+Z", self.take_back),
            ("Ctrl+L", self.change_place),
            ("Ctrl+N", self.add_pack),
            ("Ctrl+Del", self.remove_pack),
        ):
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(act)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self._table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.switch)
