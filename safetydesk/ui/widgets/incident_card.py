"""An open incident on the desk: head, five figures, its reports as a chain, and what is next."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.domain.casualties import MEASURE_NAMES
from safetydesk.domain.obligations import ObligationStatus
from safetydesk.domain.wording import Urgency
from safetydesk.ui.marks import paint_level, paint_open
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.badge import Badge, GradeBadge
from safetydesk.ui.widgets.chip import CountdownChip
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.number_figure import NumberFigure
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel, set_plain_tooltip
from safetydesk.ui.widgets.report_chain import ChainNode, ReportChain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safetydesk.domain.grading import GradeVerdict
    from safetydesk.services.views_incidents import (
        ChainStep,
        IncidentSummary,
        IncidentView,
        ObligationView,
    )
    from safetydesk.ui.wording import Wording

FIGURES = ("dead", "missing", "severely_injured", "lightly_injured", "evacuated")
_NODES, _NODES_NARROW = 6, 5
_LEVEL = {Urgency.OVERDUE: 1, Urgency.SOON: 2, Urgency.FAR: 0}


class ChainWords(NamedTuple):
    """「{time} 已报」, 「期限 {time}」 and 「已报，超时 {period}」."""

    sent: str
    limit: str
    late: str


class IncidentCard(QFrame):
    """Both signals carry the incident's id.

    ``opened``: to its page and the report that is next; ``report_asked``: to note that as sent.
    """

    opened = Signal(int)
    report_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, wording: Wording) -> None:
        super().__init__(parent)
        self._wording = wording
        self._view: IncidentSummary | None = None
        self._narrow = False
        self.setProperty("kind", "card")
        self._number = PlainLabel(role="sub")
        self._grade = GradeBadge()
        self._state = Badge()
        self._raised = PlainLabel(role="sub")
        self._title = ElidedLabel(role="page")
        self._place = ElidedLabel(role="sub")
        self._figures = {name: NumberFigure() for name in FIGURES}
        self._chain = ReportChain()
        self._next = NextReport(wording)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(_line())
        column.addWidget(self._chain)
        column.addWidget(self._next)
        self._next.open_button.clicked.connect(self._on_open)
        self._next.sent_button.clicked.connect(self._on_sent)

    @property
    def incident_id(self) -> int:
        """Which incident is shown; 0 before the first."""
        return self._view.id if self._view else 0

    def show_incident(self, incident: IncidentView, now: datetime) -> None:
        """Shows an incident as it stands at ``now``."""
        self._view = summary = incident.summary
        self._number.setText(summary.number)
        grade = summary.grade.confirmed or summary.grade.potential
        self._grade.setVisible(grade is not None)
        if grade is not None:
            confirmed = summary.grade.confirmed is not None
            lead = self.tr("confirmed") if confirmed else self.tr("potential")
            self._grade.show_grade(lead, grade.chinese_name, grade.severity)
            set_plain_tooltip(self._grade, "\n".join(summary.grade.reasons))
        self._state.setText(summary.state.value)
        self._raised.setText(self._higher(summary.grade))
        self._title.setText(summary.title)
        self._show_figures(summary)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Moves the countdowns on."""
        view = self._view
        if view is None:
            return
        self._place.setText(self._where_and_when(view, now))
        most = _NODES_NARROW if self._narrow else _NODES
        self._chain.show_nodes(chain_of(view.chain, now, self._wording, self._words(), most))
        self._next.show_owed(view.next_due, now)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Fewer reports in the chain on small screens."""
        self._narrow = narrow
        self._next.set_narrow(narrow)

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self._number, self._grade, self._state, self._raised):
            line.addWidget(widget)
        line.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(line)
        left.addWidget(self._title)
        left.addWidget(self._place)
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(0)
        row.addLayout(left, 1)
        for place, figure in enumerate(self._figures.values()):
            if place:
                row.addWidget(_line(upright=True))
            row.addWidget(figure, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _show_figures(self, view: IncidentSummary) -> None:
        before: Mapping[str, int] = view.latest.changed if view.latest else {}
        for name, figure in self._figures.items():
            number = getattr(view.casualties, name)
            figure.set_label(MEASURE_NAMES[name])
            if number is None:
                figure.show_number(self.tr("unknown"))
            else:
                figure.show_number(f"{number}", int(number) - before.get(name, int(number)))

    def _higher(self, grade: GradeVerdict) -> str:
        """The potential grade where it is graver than the confirmed one."""
        confirmed, potential = grade.confirmed, grade.potential
        if confirmed is None or potential is None or confirmed.at_least(potential):
            return ""
        return self.tr("may become {grade}").format(grade=potential.chinese_name)

    def _where_and_when(self, view: IncidentSummary, now: datetime) -> str:
        words = self._wording
        parts = [view.place]
        if view.occurred is not None:
            at = words.moment(view.occurred.at, now)
            about = self.tr("about {time} occurred") if view.occurred.approximate else ""
            parts.append((about or self.tr("{time} occurred")).format(time=at))
        if view.received is not None:
            at = words.moment(view.received.at, now)
            parts.append(self.tr("{time} received").format(time=at))
            past = words.period(now - view.received.at)
            parts.append(self.tr("{period} since").format(period=past))
        return words.words.between.join(part for part in parts if part)

    def _words(self) -> ChainWords:
        return ChainWords(
            self.tr("sent {time}"), self.tr("limit {time}"), self.tr("sent, {period} late")
        )

    @Slot()
    def _on_open(self) -> None:
        self.opened.emit(self.incident_id)

    @Slot()
    def _on_sent(self) -> None:
        self.report_asked.emit(self.incident_id)


class NextReport(QFrame):
    """The row of what is overdue or next: its mark, what and to whom, countdown, two acts."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 0
        self._owed: ObligationView | None = None
        self._title = PlainLabel(role="title")
        self._chip = CountdownChip(wording=wording)
        self._to = ElidedLabel(role="sub")
        self.open_button = KeyButton(self.tr("Open the draft"), icon="report-text")
        self.sent_button = KeyButton(self.tr("Note as sent"), icon="send", key="F5")
        self._mark = LevelMark()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._title)
        first.addWidget(self._chip)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(first)
        words.addWidget(self._to)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.sent_button)

    def show_owed(self, owed: ObligationView | None, now: datetime) -> None:
        """Shows the next obligation; hides when nothing is owed."""
        self.setVisible(owed is not None)
        if owed is None:
            return
        self._owed = owed
        due = owed.due_at
        overdue = due <= now
        self._title.setText(owed.report)
        set_plain_tooltip(self._to, owed.title)
        self._chip.show_due(due, now)
        self._to.setText(owed.to)
        set_plain_tooltip(self._title, owed.citation)
        level = 1 if overdue else 2 if (due - now).total_seconds() <= 15 * 60 else 0
        self._mark.show_level(level)
        if level != self._level:
            self._level = level
            self.update()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Leaves the key cap out."""
        self.sent_button.set_key("" if narrow else "F5")

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the hairline above and, for what presses, the bar at the left."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, colour("line"))
        if self._level:
            painter.fillRect(0, 0, 4, self.height(), colour("r" if self._level == 1 else "o"))


class LevelMark(QWidget):
    """The mark of a level, or an open ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 0
        self.setFixedSize(30, 30)

    def show_level(self, level: int) -> None:
        """Shows another level; 0 for nothing pressing."""
        if level != self._level:
            self._level = level
            self.update()

    @override
    def sizeHint(self) -> QSize:
        """The mark's box."""
        return QSize(30, 30)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the mark."""
        painter = QPainter(self)
        if self._level:
            paint_level(painter, self._level, QRectF(1, 1, 28, 28))
        else:
            paint_open(painter, QRectF(6, 6, 18, 18))


def chain_of(
    steps: Sequence[ChainStep],
    now: datetime,
    wording: Wording,
    words: ChainWords,
    most: int,
) -> tuple[ChainNode, ...]:
    """The reports that went out and those still owed, one node for each report and term.

    What is owed goes before what is past.
    """
    past = [_sent(step, now, wording, words) for step in steps if step.sent_at is not None]
    owed = {(step.due_at, step.label): step for step in steps if step.sent_at is None}
    ahead = [_owed(step, now, wording) for step in owed.values() if step.due_at is not None]
    room = max(1, most - len(ahead[: most - 1]))
    return (*past[-room:], *ahead[: most - len(past[-room:])])


def _sent(step: ChainStep, now: datetime, wording: Wording, words: ChainWords) -> ChainNode:
    at = wording.moment(step.sent_at, now) if step.sent_at else ""
    due = words.limit.format(time=wording.moment(step.due_at, now)) if step.due_at else ""
    if step.status is not ObligationStatus.MET_LATE:
        return ChainNode(step.label, words.sent.format(time=at), due, done=True)
    late = timedelta(seconds=step.late_seconds or 0)
    over = words.late.format(period=wording.period(late))
    limit = f"{at}{wording.words.between}{due}"
    return ChainNode(step.label, over, limit, done=True, late=True)


def _owed(step: ChainStep, now: datetime, wording: Wording) -> ChainNode:
    counted = wording.countdown(step.due_at or now, now)
    level = _LEVEL[counted.urgency]
    return ChainNode(step.label, counted.relative, counted.absolute, level=level)


def _line(*, upright: bool = False) -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("kind", "divider")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
