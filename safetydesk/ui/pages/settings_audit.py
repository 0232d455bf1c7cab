"""The section of the trail: who changed what of the office and its people, and who was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.perform import show_error
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.domain.errors import SafetyDeskError
    from safetydesk.services.audit_trail import AuditLine, AuditTrail
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording


class AuditSection(SettingsSection):
    """Typing in the line at the top leaves the lines that hold the words."""

    def __init__(
        self, *, trail: AuditTrail, session: Session, tasks: Runs, clock: Clock, wording: Wording
    ) -> None:
        super().__init__()
        self._trail, self._session, self._tasks = trail, session, tasks
        self._lines: list[AuditLine] = []
        self._words = AuditWords(self, clock, wording)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("name, act or value"))
        self._filter.setAccessibleName(self.tr("Filter"))
        self._filter.setMaximumWidth(240)
        self._table: RowTable[AuditLine] = RowTable(
            self._words.columns(), key=lambda row: str(row.id)
        )
        self._table.setAccessibleName(self.tr("Changes"))
        self._whole = PlainLabel(role="sub", wrap=True)
        card = Card(self.tr("Changes"))
        card.head.addWidget(self._filter)
        card.body.addWidget(self._table, 1)
        card.body.addWidget(self._whole)
        self._whole.setContentsMargins(16, 8, 16, 8)
        self.column.addWidget(card, 1)
        self._filter.textChanged.connect(self._show)
        self._table.picked.connect(self._on_picked)

    @override
    def refresh(self) -> None:
        """Reads the trail apart from the window."""
        actor, trail = self._session.actor, self._trail
        if actor is not None:
            self._tasks.submit(
                lambda: trail.of_settings(actor), succeeded=self._on_read, failed=self._on_refused
            )

    @override
    def help_text(self) -> str:
        """What the trail holds."""
        return self.tr(
            "Every change of the office, its rules and its people stands here with who made it "
            "and when, and so does what somebody was refused. Nothing here can be altered. The "
            "line below shows a change in full."
        )

    def show_problem(self, text: str) -> None:
        """Why it may not be read."""
        self._whole.setText(text)

    @Slot(object)
    def _on_read(self, lines: list[AuditLine]) -> None:
        self._lines = lines
        self._show()

    @Slot(object)
    def _on_refused(self, error: SafetyDeskError) -> None:
        show_error(self, error)

    @Slot()
    def _show(self) -> None:
        words = self._filter.text().strip().lower()
        self._table.set_rows([line for line in self._lines if words in self._words.all_of(line)])

    @Slot(object)
    def _on_picked(self, line: AuditLine | None) -> None:
        """The whole of a change, where its cell is too narrow."""
        self._whole.setText(line.changed if line is not None else "")


class AuditWords(QObject):
    """The words of acts; an act that has none is shown by its code."""

    def __init__(self, parent: QObject, clock: Clock, wording: Wording) -> None:
        super().__init__(parent)
        self._clock, self._wording = clock, wording
        self._acts = {
            "calendar.end_key_period": self.tr("key period ended"),
            "calendar.key_period": self.tr("key period"),
            "calendar.notice": self.tr("holidays of the year"),
            "channel.added": self.tr("way outside added"),
            "channel.changed": self.tr("way outside changed"),
            "channel.switched": self.tr("way outside switched"),
            "channel.tested": self.tr("way outside tried"),
            "duty.rates": self.tr("rates of duties"),
            "escalation.policy": self.tr("escalation policy"),
            "office.found": self.tr("office founded"),
            "people.add": self.tr("person added"),
            "people.dismiss": self.tr("person left"),
            "people.first_pin": self.tr("first PIN set"),
            "people.pin": self.tr("PIN changed"),
            "people.pin_again": self.tr("forgotten PIN given anew"),
            "people.return": self.tr("person returned"),
            "pin.given": self.tr("PIN given"),
            "recovery.shown": self.tr("recovery key printed"),
            "report.review_choice": self.tr("review of reports"),
            "roster.rule": self.tr("rule about rosters"),
            "contacts.verify_days": self.tr("days of verification"),
            "routine.begun": self.tr("routine begun"),
            "routine.ended": self.tr("routine ended"),
            "rules.in_use": self.tr("rule pack in use"),
            "competence.edit": self.tr("competent departments changed"),
            "rules.add": self.tr("rule pack added"),
            "rules.remove": self.tr("rule pack removed"),
            "office.place": self.tr("level or region of the office"),
            "rules.edit": self.tr("rule pack changed"),
            "rules.shipped": self.tr("rule pack of the program"),
            "rules.shipped_again": self.tr("rule pack taken back"),
            "staff.change": self.tr("facts of a person"),
            "template.change": self.tr("report template"),
        }

    def columns(self) -> list[Column[AuditLine]]:
        """When, who, what, about which, what became of it."""
        return [
            Column(self.tr("Time"), self._at, 132),
            Column(self.tr("Who"), lambda row: Cell(row.actor, bold=True), 88),
            Column(self.tr("Act"), self._act, 148),
            Column(self.tr("About"), lambda row: Cell(row.subject, tone="t2"), 88),
            Column(self.tr("What changed"), self._change),
        ]

    def act(self, action: str) -> str:
        """An act in words."""
        return self._acts.get(action, action)

    def all_of(self, line: AuditLine) -> str:
        """Everything a filter looks at."""
        parts = (line.actor, self.act(line.action), line.subject, line.changed)
        return " ".join(parts).lower()

    def _at(self, row: AuditLine) -> str:
        return self._wording.moment(row.at, self._clock.now())

    def _act(self, row: AuditLine) -> Cell:
        return Cell(self.act(row.action), tone="t1" if row.allowed else "r_ink")

    def _change(self, row: AuditLine) -> Cell:
        if not row.allowed:
            return Cell(self.tr("refused"), badge="r")
        return Cell(row.changed, tone="t2")
