"""One rule changed in a form: its term, whom it goes to, by which means, and why it is changed."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)
from typing_extensions import override

from safetydesk.domain.errors import BadInput
from safetydesk.domain.incident import Medium, Recipient
from safetydesk.domain.rule_pack import Schedule
from safetydesk.services.rule_book import RuleChange
from safetydesk.ui.dialogs.basis_dialog import BasisDialog, add_field
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.rule_book import RuleBookService
    from safetydesk.services.transaction import Outcome
    from safetydesk.services.views_rules import RuleLine
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

_WIDTH = 620
_MOST_MINUTES, _MOST_A_DAY = 60 * 24 * 60, 24
_TIMES_HINT = "08:00、17:00"
_WITHIN, _AT_ONCE, _SAME_DAY, _PER_DAY, _DAILY_AT = "within", "at_once", "same_day", "day", "times"


class RuleFormDialog(BasisDialog):
    """What is saved holds for what begins afterwards; the text of the pack is checked anew."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        rules: RuleBookService,
        session: Session,
        bus: Bus,
        pack: str,
        line: RuleLine,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("Rule {id}").format(id=line.id))
        self._rules, self._session, self._bus = rules, session, bus
        self._pack, self._line = pack, line
        self._kind, self._amount, self._times = QComboBox(), QSpinBox(), QLineEdit()
        self._medium, self._to, self._reason = QComboBox(), QListWidget(), QLineEdit()
        self._fill()
        self._lay_out()
        self._show_term()
        self._kind.currentIndexChanged.connect(self._show_term)
        self._kind.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Puts the changed rule in force, and closes."""
        self.show_problem("")
        if perform(self, self._verb, bus=self._bus) is not None:
            self.accept()

    def _verb(self) -> Outcome[int]:
        wanted = RuleChange(
            place=self._line.place,
            rule=self._line.id,
            schedule=self._schedule(),
            recipients=self._chosen(),
            medium=Medium(str(medium)) if (medium := self._medium.currentData()) else None,
        )
        return self._rules.change(self._session.require(), self._pack, wanted, self._reason.text())

    def _schedule(self) -> Schedule:
        kind, amount = str(self._kind.currentData()), self._amount.value()
        if kind == _WITHIN:
            return Schedule(within=timedelta(minutes=amount))
        if kind == _PER_DAY:
            return Schedule(per_day=amount)
        if kind == _DAILY_AT:
            times = read_times(self._times.text())
            return Schedule(daily_at=times, weekdays=self._line.schedule.weekdays)
        return Schedule(same_day=True) if kind == _SAME_DAY else Schedule(within=timedelta(0))

    def _chosen(self) -> tuple[Recipient, ...]:
        items = (self._to.item(row) for row in range(self._to.count()))
        return tuple(
            Recipient.of(str(item.data(Qt.ItemDataRole.UserRole)))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def _fill(self) -> None:
        for kind, name in (
            (_WITHIN, self.tr("within so many minutes")),
            (_AT_ONCE, self.tr("at once")),
            (_SAME_DAY, self.tr("the same day")),
            (_PER_DAY, self.tr("so many times a day")),
            (_DAILY_AT, self.tr("at fixed times")),
        ):
            self._kind.addItem(name, kind)
        self._kind.setCurrentIndex(self._kind.findData(_kind_of(self._line.schedule)))
        for medium, name in (
            (None, self.tr("any")),
            (Medium.PHONE, self.tr("by telephone")),
            (Medium.WRITTEN, self.tr("in writing")),
        ):
            self._medium.addItem(name, medium.value if medium else "")
        chosen = self._line.medium.value if self._line.medium else ""
        self._medium.setCurrentIndex(self._medium.findData(chosen))
        for to in Recipient:
            item = QListWidgetItem(to.chinese_name, self._to)
            item.setData(Qt.ItemDataRole.UserRole, to.value)
            on = to in self._line.recipients
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._to.setFixedHeight(176)
        self._times.setPlaceholderText(_TIMES_HINT)
        self._times.setText("、".join(f"{at:%H:%M}" for at in self._line.schedule.daily_at))
        self._times.setAccessibleName(self.tr("Times of day"))

    def _lay_out(self) -> None:
        self.body.addWidget(PlainLabel(self._line.title, role="strong", wrap=True))
        self.body.addWidget(PlainLabel(self._line.citation, role="sub", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        add_field(grid, 0, 0, self.tr("Term"), self._kind)
        amounts = QHBoxLayout()
        amounts.setSpacing(8)
        amounts.addWidget(self._amount)
        amounts.addWidget(self._times)
        amounts.addStretch()
        grid.addLayout(amounts, 1, 1)
        self._amount.setAccessibleName(self.tr("Number"))
        add_field(grid, 2, 0, self.tr("To"), self._to)
        add_field(grid, 3, 0, self.tr("By"), self._medium)
        add_field(grid, 4, 0, self.tr("Reason"), self._reason)
        self._reason.setMaxLength(300)
        self._reason.setPlaceholderText(self.tr("why, and by which document"))
        self.body.addLayout(grid)

    @Slot()
    def _show_term(self) -> None:
        """Offers what the kind of term needs."""
        kind = str(self._kind.currentData())
        most = _MOST_MINUTES if kind == _WITHIN else _MOST_A_DAY
        self._amount.setRange(1, most)
        self._amount.setSuffix(self.tr(" min") if kind == _WITHIN else "")
        self._amount.setVisible(kind in {_WITHIN, _PER_DAY})
        self._times.setVisible(kind == _DAILY_AT)
        held = self._line.schedule
        if kind == _WITHIN and held.within:
            self._amount.setValue(held.within // timedelta(minutes=1))
        elif kind == _PER_DAY and held.per_day:
            self._amount.setValue(held.per_day)


def read_times(text: str) -> tuple[time, ...]:
    """Times of day as they are typed: ``08:00、17：00``.

    Raises:
        BadInput: one of them is none, or there is none.
    """
    parts = text.replace("：", ":").replace("，", "、").replace(",", "、").split("、")
    try:
        found = tuple(time.fromisoformat(part.strip()) for part in parts if part.strip())
    except ValueError as error:
        raise BadInput("rule_pack.times", where="daily_at", expected=_TIMES_HINT) from error
    if not found:
        raise BadInput("rule_pack.times", where="daily_at", expected=_TIMES_HINT)
    return found


def _kind_of(schedule: Schedule) -> str:
    if schedule.per_day:
        return _PER_DAY
    if schedule.daily_at:
        return _DAILY_AT
    if schedule.same_day:
        return _SAME_DAY
    return _WITHIN if schedule.within else _AT_ONCE
