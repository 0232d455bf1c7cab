"""A shift pattern being chosen: which, for which post, who takes turns, and what that gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from safetydesk.domain.duty_patterns import DutyPattern
from safetydesk.domain.errors import SafetyDeskError
from safetydesk.domain.person_names import plain_name
from safetydesk.domain.wording import day_text
from safetydesk.services.views_patterns import PatternRequest, PatternShift, RuleView
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.perform import perform, show_error
from safetydesk.ui.qt_time import to_date, to_qdate
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from datetime import date

    from safetydesk.services.duty_patterns import DutyPatternService
    from safetydesk.services.people import PeopleService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_SIZE = (900, 580)
_GROUP_HEIGHT = 128
_BETWEEN = re.compile(r"[\s,，、;；]+")


class DutyPatternDialog(QDialog):
    """Shows what a pattern gives before it is put in force; below, the patterns in force."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        patterns: DutyPatternService,
        people: PeopleService,
        posts: tuple[tuple[str, str], ...],
        first_day: date,
        session: Session,
        bus: Bus,
        wording: Wording,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Shift patterns"))
        self.resize(*_SIZE)
        self._patterns, self._session, self._bus, self._wording = patterns, session, bus, wording
        self._ids: dict[str, list[int]] = {}
        for person in people.all():
            self._ids.setdefault(person.name, []).append(person.id)
        self._pattern, self._post = QComboBox(), QComboBox()
        self._groups = QPlainTextEdit()
        self._first, self._last = QDateEdit(to_qdate(first_day)), QDateEdit(to_qdate(first_day))
        self._limited = QCheckBox(self.tr("until"))
        self._problem = PlainLabel(role="problem", wrap=True)
        self._preview: RowTable[PatternShift] = RowTable(
            self._preview_columns(), key=lambda shift: f"{shift.day}{shift.hours}"
        )
        self._rules: RowTable[RuleView] = RowTable(
            self._rule_columns(), key=lambda rule: str(rule.id)
        )
        self._end = KeyButton(self.tr("End it"))
        self._lay_out()
        self._fill(posts)
        self._connect()
        self.refresh()

    def show_problem(self, text: str) -> None:
        """Says why it was refused; what was typed stays."""
        self._problem.setText(text)

    @Slot()
    def refresh(self) -> None:
        """Reads the patterns in force again."""
        rules = self._patterns.rules()
        self._rules.set_rows(rules)
        self._end.setEnabled(bool(rules))

    @Slot()
    def save(self) -> None:
        """Puts the pattern in force (Ctrl+Enter)."""
        request = self._read()
        if request is None:
            return
        done = perform(
            self, lambda: self._patterns.use(self._session.require(), request), bus=self._bus
        )
        if done is None:
            return
        self.refresh()
        if done.value is not None:
            self.show_problem(self.tr("It stands as a draft over the roster: publish it there."))

    @Slot()
    def end_rule(self) -> None:
        """The selected pattern plans nothing any more."""
        rule = self._rules.current()
        if rule is not None and perform(
            self, lambda: self._patterns.end(self._session.require(), rule.id), bus=self._bus
        ):
            self.refresh()

    @Slot()
    def show_preview(self) -> None:
        """What the fields would give; says beside them what is missing."""
        request = self._read()
        if request is None:
            self._preview.set_rows([])
            return
        try:
            self._preview.set_rows(self._patterns.preview(request))
        except SafetyDeskError as error:
            self._preview.set_rows([])
            show_error(self, error)

    def _preview_columns(self) -> list[Column[PatternShift]]:
        words = self._wording.words

        def day(shift: PatternShift) -> str:
            weekday = words.short_weekdays[shift.day.weekday()]
            return f"{day_text(shift.day, words.month_day)} {weekday}"

        return [
            Column(self.tr("Day"), day, 118),
            Column(self.tr("Hours"), lambda shift: Cell(shift.hours, "t2"), 112),
            Column(self.tr("Who"), lambda shift: Cell("、".join(shift.names), bold=True)),
        ]

    def _rule_columns(self) -> list[Column[RuleView]]:
        return [
            Column(self.tr("Post"), lambda rule: rule.label, 92),
            Column(self.tr("Pattern"), lambda rule: rule.pattern, 178),
            Column(self.tr("Hours"), lambda rule: Cell(rule.hours, "t2"), 112),
            Column(self.tr("In turn"), lambda rule: " → ".join(rule.groups)),
        ]

    def _lay_out(self) -> None:
        self._preview.setAccessibleName(self.tr("What the pattern gives"))
        self._rules.setAccessibleName(self.tr("Patterns in force"))
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(self._fields(), 5)
        top.addWidget(self._preview, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(top, 3)
        column.addWidget(PlainLabel(self.tr("Patterns in force"), role="title"))
        column.addWidget(self._rules, 2)
        column.addLayout(self._foot())

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        until = QHBoxLayout()
        until.addWidget(self._limited)
        until.addWidget(self._last, 1)
        self._groups.setFixedHeight(_GROUP_HEIGHT)
        self._groups.setTabChangesFocus(True)
        self._groups.setPlaceholderText(self.tr("one group a line, in the order of turns"))
        for label, field in (
            (self.tr("Pattern"), self._pattern),
            (self.tr("Post"), self._post),
            (self.tr("In turn"), self._groups),
            (self.tr("From"), self._first),
        ):
            field.setAccessibleName(label)
            form.addRow(PlainLabel(label, role="label"), field)
        self._last.setAccessibleName(self.tr("Until"))
        form.addRow(PlainLabel("", role="label"), until)
        return form

    def _foot(self) -> QHBoxLayout:
        close = KeyButton(self.tr("Close"), key="Esc")
        use = KeyButton(self.tr("Put in force"), key="Ctrl Enter", kind="primary")
        close.clicked.connect(self.reject)
        use.clicked.connect(self.save)
        self._end.clicked.connect(self.end_rule)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._end)
        foot.addWidget(self._problem, 1)
        for button in (close, use):
            foot.addWidget(button)
        for button in (close, use, self._end):
            button.setAutoDefault(False)
        return foot

    def _fill(self, posts: tuple[tuple[str, str], ...]) -> None:
        for pattern in DutyPattern:
            self._pattern.addItem(pattern.chinese_name, pattern.value)
        for post, label in posts:
            self._post.addItem(label, post)
        for edit in (self._first, self._last):
            edit.setDisplayFormat("yyyy-MM-dd")
        self._last.setDate(self._first.date().addMonths(1))
        self._last.setEnabled(False)

    def _connect(self) -> None:
        self._pattern.currentIndexChanged.connect(self._on_pattern)
        self._post.currentIndexChanged.connect(self.show_preview)
        self._groups.textChanged.connect(self.show_preview)
        self._first.dateChanged.connect(self.show_preview)
        self._last.dateChanged.connect(self.show_preview)
        self._limited.toggled.connect(self._last.setEnabled)
        self._limited.toggled.connect(self.show_preview)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    @Slot()
    def _on_pattern(self) -> None:
        """A pattern that is for a time only asks for its end."""
        if DutyPattern.of(str(self._pattern.currentData())).needs_end:
            self._limited.setChecked(True)
        self.show_preview()

    def _read(self) -> PatternRequest | None:
        """What stands in the fields; None (and the reason beside them) where a name is unknown."""
        self.show_problem("")
        groups: list[tuple[int, ...]] = []
        for line in self._groups.toPlainText().splitlines():
            names = [plain_name(name) for name in _BETWEEN.split(line.strip()) if name]
            unknown = next((name for name in names if len(self._ids.get(name, [])) != 1), "")
            if unknown:
                self.show_problem(self.tr("“{name}” is nobody of the office.").format(name=unknown))
                return None
            if names:
                groups.append(tuple(self._ids[name][0] for name in names))
        if not groups:
            return None
        return PatternRequest(
            DutyPattern.of(str(self._pattern.currentData())),
            str(self._post.currentData()),
            tuple(groups),
            to_date(self._first.date()),
            to_date(self._last.date()) if self._limited.isChecked() else None,
        )
