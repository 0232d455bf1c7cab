"""The rules about rosters as the office applies them: off, warning, or keeping a roster back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QSpinBox, QWidget
from typing_extensions import override

from safetydesk.domain.roster_findings import Level, Rule, RuleSetting
from safetydesk.ui.dialogs.basis_dialog import BasisDialog
from safetydesk.ui.finding_rule_words import FindingRuleWords
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.roster_findings import FindingsService
    from safetydesk.services.views_findings import RuleView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

_WIDTH, _MOST = 620, 1000


class FindingRulesDialog(BasisDialog):
    """A line a rule; only those that were altered are stored."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        findings: FindingsService,
        session: Session,
        bus: Bus,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("Rules about rosters"))
        self._findings, self._session, self._bus = findings, session, bus
        self._words = FindingRuleWords(self)
        self._seen = {view.rule: view for view in findings.rules()}
        self._levels: dict[Rule, QComboBox] = {}
        self._numbers: dict[Rule, QSpinBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for row, view in enumerate(self._seen.values()):
            self._add_rule(grid, row, view)
        self.body.addLayout(grid)
        next(iter(self._levels.values())).setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Stores what was altered, and closes."""
        for rule, seen in self._seen.items():
            setting = self._setting(rule)
            if setting == RuleSetting(seen.level, seen.number):
                continue
            if not self._store(rule, setting):
                return
        self.accept()

    def _store(self, rule: Rule, setting: RuleSetting) -> bool:
        """Stores one rule; whether that was allowed."""
        findings, session = self._findings, self._session
        done = perform(
            self, lambda: findings.set_rule(session.require(), rule, setting), bus=self._bus
        )
        return done is not None

    def _add_rule(self, grid: QGridLayout, row: int, view: RuleView) -> None:
        name = self._words.rule(view.rule)
        levels = QComboBox()
        for level in view.levels:
            levels.addItem(self._words.level(level), level.value)
        levels.setCurrentIndex(levels.findData(view.level.value))
        levels.setAccessibleName(name)
        grid.addWidget(PlainLabel(name), row, 0)
        grid.addWidget(levels, row, 3)
        self._levels[view.rule] = levels
        if view.number is not None:
            number = QSpinBox()
            number.setRange(1, _MOST)
            number.setValue(view.number)
            number.setAccessibleName(name)
            grid.addWidget(number, row, 1)
            grid.addWidget(PlainLabel(self._words.measure(view.rule), role="sub"), row, 2)
            self._numbers[view.rule] = number

    def _setting(self, rule: Rule) -> RuleSetting:
        """What stands in the fields of a rule."""
        number = self._numbers.get(rule)
        level = Level(str(self._levels[rule].currentData()))
        return RuleSetting(level, number.value() if number is not None else None)
