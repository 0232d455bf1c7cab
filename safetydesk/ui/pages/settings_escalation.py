"""The section of the escalation policy: what happens, level by level, while nobody has seen it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.domain.errors import SafetyDeskError
from safetydesk.domain.escalation import (
    DEFAULT_POLICY,
    LONGEST,
    Policy,
    Step,
    StepKind,
    check_policy,
)
from safetydesk.domain.reminder import AlarmLevel
from safetydesk.ui.messages import sentence
from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.level_sign import LevelSign
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.domain.reminder import Contact
    from safetydesk.services.escalation import EscalationService
    from safetydesk.services.outside_notices import OutsideNotices
    from safetydesk.services.views_escalation import PolicyView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_NOT_TAKEN = -1
_MOST = int(LONGEST / timedelta(minutes=1))
_LATER_STEPS = (StepKind.LOUDER, StepKind.LEADER, StepKind.OUTSIDE)
_ROMAN = {AlarmLevel.TOP: "Ⅰ", AlarmLevel.MIDDLE: "Ⅱ", AlarmLevel.LOW: "Ⅲ"}


class EscalationSection(SettingsSection):
    """Minutes in a table of levels and steps; Ctrl+Enter lets them hold from now on."""

    def __init__(
        self,
        *,
        escalation: EscalationService,
        notices: OutsideNotices,
        leader: Callable[[], Contact | None],
        session: Session,
        bus: Bus,
        wording: Wording,
    ) -> None:
        super().__init__()
        self._escalation, self._notices, self._leader = escalation, notices, leader
        self._session, self._bus, self._wording = session, bus, wording
        self._seen: PolicyView | None = None
        self._table = PolicyTable()
        self._standing = PlainLabel(role="sub", wrap=True)
        self._difference = PlainLabel(role="sub", wrap=True)
        self._nobody = PlainLabel(tone="o", wrap=True)
        self._called = PlainLabel(wrap=True)
        self._problem = PlainLabel(role="problem", wrap=True)
        self._save = KeyButton(self.tr("Let it hold"), key="Ctrl Enter", kind="primary")
        self._shipped = KeyButton(self.tr("Take the shipped one"), icon="undo")
        self._lay_out()
        self._table.changed.connect(self._judge)
        self._save.clicked.connect(self.save)
        self._shipped.clicked.connect(self.take_shipped)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(self.save)

    @override
    def refresh(self) -> None:
        """Shows the policy that holds; one that is being edited stays."""
        edited = self._seen is not None and self._table.policy() != self._seen.policy
        self._seen = self._escalation.policy()
        if not edited:
            self._table.show_policy(self._seen.policy)
        self._standing.setText(self._entered(self._seen))
        self._show_leader()
        self._judge()

    @override
    def help_text(self) -> str:
        """What the table means."""
        return self.tr(
            "Each level begins at the desk, at once. The table says after how many minutes "
            "without acknowledgement it becomes louder, shows the duty leader's name and "
            "telephone, and leaves the house. Steps only become stronger, never earlier. Level Ⅰ "
            "is loud from the first moment. Alarms that run keep the steps they began with."
        )

    def show_problem(self, text: str) -> None:
        """Why the policy cannot hold."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    @Slot()
    def save(self) -> None:
        """The policy of the table holds for alarms that begin from now on."""
        escalation, session, policy = self._escalation, self._session, self._table.policy()
        if self._seen is not None and policy == self._seen.policy:
            return
        if perform(self, lambda: escalation.enter(session.require(), policy), bus=self._bus):
            self._seen = None
            self.refresh()

    @Slot()
    def take_shipped(self) -> None:
        """Puts the program's own policy into the table; it holds once it is saved."""
        self._table.show_policy(DEFAULT_POLICY)
        self._judge()

    def _lay_out(self) -> None:
        card = Card(self.tr("Not acknowledged: what happens after how many minutes"))
        card.head.addWidget(self._shipped)
        card.head.addWidget(self._save)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 16, 16)
        inner.setSpacing(12)
        inner.addWidget(self._table)
        for label in (
            self._problem,
            self._difference,
            self._called,
            self._nobody,
            self._standing,
        ):
            inner.addWidget(label)
        card.body.addLayout(inner)
        self.column.addWidget(card)
        self.column.addStretch(1)

    @Slot()
    def _judge(self) -> None:
        """Says at once what is wrong, what differs from the shipped policy, and who is missing."""
        policy = self._table.policy()
        try:
            check_policy(policy)
        except SafetyDeskError as error:
            self.show_problem(sentence(error))
        else:
            self.show_problem("")
        changed = self._seen is not None and policy != self._seen.policy
        self._save.setEnabled(changed and not self._problem.text())
        self._shipped.setEnabled(_minutes(policy) != _minutes(DEFAULT_POLICY))
        self._table.mark_differences(DEFAULT_POLICY)
        self._difference.setText(self._differences(policy))
        outside = any(StepKind.OUTSIDE in {s.kind for s in steps} for steps in policy.values())
        nobody = outside and not any(way.enabled for way in self._notices.channels())
        self._nobody.setText(
            self.tr(
                "Nobody to notify outside: no way out of the house is switched on, the step "
                "outside is left out."
            )
        )
        self._nobody.setVisible(nobody)

    def _show_leader(self) -> None:
        """Whom the step to the leader would name now."""
        leader = self._leader()
        reached = leader is not None and bool(leader.number)
        self._called.set_tone("" if reached else "o")
        self._called.setText(
            self.tr("The leader to be called now: {call}").format(call=leader.call)
            if leader is not None and reached
            else self.tr("Nobody to notify now: this shift has no duty leader with a telephone.")
        )

    def _differences(self, policy: Policy) -> str:
        """Every step that is not as shipped."""
        own, shipped = _minutes(policy), _minutes(DEFAULT_POLICY)
        parts = [
            self.tr("{level} {step}: {ours} instead of {theirs}").format(
                level=_ROMAN[level],
                step=self._table.step_name(kind),
                ours=self._table.minutes_text(own[level, kind]),
                theirs=self._table.minutes_text(shipped[level, kind]),
            )
            for level, kind in own
            if own[level, kind] != shipped[level, kind]
        ]
        if not parts:
            return self.tr("As shipped with the program.")
        return self.tr("Other than shipped: {parts}").format(parts="；".join(parts))

    def _entered(self, view: PolicyView) -> str:
        """Who entered the policy, and that running alarms keep theirs."""
        keeps = self.tr("Alarms that run now keep the steps they began with.")
        if view.entered_at is None:
            return keeps
        words = self.tr("Holds since {time}, entered by {name}.").format(
            time=self._wording.full_time(view.entered_at), name=view.entered_by
        )
        return f"{words}{keeps}"


class PolicyTable(QWidget):
    """A row a level, a column a step, minutes in the cells; ``changed`` tells of an edit."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[tuple[AlarmLevel, StepKind], QSpinBox] = {}
        self._marks: dict[tuple[AlarmLevel, StepKind], PlainLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.addWidget(PlainLabel(self.tr("Level"), role="label"), 0, 0)
        for column, kind in enumerate(StepKind, start=1):
            grid.addWidget(PlainLabel(self.step_name(kind), role="label"), 0, column)
            grid.setColumnStretch(column, 1)
        for number, level in enumerate(AlarmLevel):
            row = 1 + 2 * number
            grid.addWidget(LevelSign(int(level)), row, 0)
            grid.addWidget(PlainLabel(self.tr("at once")), row, 1)
            for column, kind in enumerate(_LATER_STEPS, start=2):
                grid.addWidget(self._made_cell(level, kind), row, column)
                grid.addWidget(self._marks[level, kind], row + 1, column)

    def show_policy(self, policy: Policy) -> None:
        """Puts a policy into the cells."""
        for place, minutes in _minutes(policy).items():
            cell = self._cells[place]
            cell.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            cell.setValue(minutes)
            cell.blockSignals(False)  # noqa: FBT003

    def policy(self) -> Policy:
        """The policy of the cells."""
        return {level: self._steps(level) for level in AlarmLevel}

    def mark_differences(self, shipped: Policy) -> None:
        """Names the shipped minutes under each cell that differs."""
        for place, minutes in _minutes(shipped).items():
            differs = self._cells[place].value() != minutes
            words = self.tr("shipped: {minutes}").format(minutes=self.minutes_text(minutes))
            self._marks[place].setText(words if differs else " ")

    def step_name(self, kind: StepKind) -> str:
        """What a step does, in a few words."""
        return {
            StepKind.DESK: self.tr("At the desk"),
            StepKind.LOUDER: self.tr("Louder"),
            StepKind.LEADER: self.tr("Call the leader"),
            StepKind.OUTSIDE: self.tr("Notice outside"),
        }[kind]

    def minutes_text(self, minutes: int) -> str:
        """Minutes as a cell shows them."""
        if minutes == _NOT_TAKEN:
            return self.tr("not taken")
        if minutes == 0:
            return self.tr("at once")
        return self.tr("after {minutes} min").format(minutes=minutes)

    def _made_cell(self, level: AlarmLevel, kind: StepKind) -> QSpinBox:
        cell = QSpinBox()
        cell.setRange(_NOT_TAKEN, _MOST)
        cell.setSpecialValueText(self.tr("not taken"))
        cell.setSuffix(self.tr(" min"))
        # The style sheet's padding does not reach the line inside a spin box.
        cell.lineEdit().setTextMargins(8, 0, 0, 0)
        cell.setAccessibleName(f"{_ROMAN[level]} {self.step_name(kind)}")
        cell.valueChanged.connect(self.changed)
        self._cells[level, kind] = cell
        self._marks[level, kind] = PlainLabel(" ", role="mark")
        return cell

    def _steps(self, level: AlarmLevel) -> tuple[Step, ...]:
        later = [(kind, self._cells[level, kind].value()) for kind in _LATER_STEPS]
        return (
            Step(StepKind.DESK, timedelta(0)),
            *(Step(kind, timedelta(minutes=n)) for kind, n in later if n != _NOT_TAKEN),
        )


def _minutes(policy: Policy) -> dict[tuple[AlarmLevel, StepKind], int]:
    """The minutes of every step that a level can take."""
    return {
        (level, kind): next(
            (int(s.after / timedelta(minutes=1)) for s in policy.get(level, ()) if s.kind is kind),
            _NOT_TAKEN,
        )
        for level in AlarmLevel
        for kind in _LATER_STEPS
    }
