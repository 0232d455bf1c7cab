"""Recording casualty numbers as of a time: empty means unchanged, a fall asks for its reason."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QDoubleValidator, QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.casualties import HUMAN_MEASURES, MEASURE_NAMES
from safetydesk.domain.incident import Casualties
from safetydesk.domain.incident_entries import casualty_line
from safetydesk.domain.log import EntryKind
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.views_incidents import IncidentView
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges

_PEOPLE = (
    "dead",
    "missing",
    "trapped",
    "severely_injured",
    "lightly_injured",
    "at_risk",
    "evacuated",
)
_YUAN = Decimal(10_000)
_MOST, _MOST_AMOUNT = 9_999_999, 9_999_999.0


class CasualtyDialog(ActDialog):
    """Alt+C. The present numbers stand greyed in the empty fields."""

    def __init__(
        self, parent: QWidget | None, services: IncidentServices, view: IncidentView
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:numbers",
            kind=EntryKind.INCOMING_CALL,
        )
        self._view = view
        self.setWindowTitle(self.tr("Record casualties"))
        self._before = view.summary.casualties
        self._at = self.time_field()
        self._source = QLineEdit()
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Numbers fall: why?"))
        self._numbers = {name: QLineEdit() for name in _PEOPLE}
        self._loss, self._burned = QLineEdit(), QLineEdit()
        self.add_field("at", self.tr("As of"), self._at)
        self.add_field("source", self.tr("Source"), self._source)
        self._form.fields.addRow(self._grid())
        self.add_field("reason", self.tr("Reason"), self._reason)
        self._source.textChanged.connect(self._ask_reason)
        self.bring_back()
        self._ask_reason()
        self._source.setFocus()

    @override
    def proposed(self) -> str:
        """``区消防大队报告：截至10时30分，死亡1人、失联2人``."""
        if not self._anything():
            return ""
        return casualty_line(
            self._casualties(), self.instant(self._form.entry_at_edit), self._services.wording.zone
        )

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes numbers and line."""
        services = self._services
        return services.incidents.record_casualties(
            services.session.require(), self._view.summary.id, self._casualties(), self.entry()
        )

    def _grid(self) -> QGridLayout:
        """The numbers, four a line."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        fields = [(MEASURE_NAMES[name], field) for name, field in self._numbers.items()]
        fields.append((self.tr("Loss, 10,000 yuan"), self._loss))
        fields.append((self.tr("Burned area, ha"), self._burned))
        for place, (label, field) in enumerate(fields):
            row, column = divmod(place, 3)
            amount = field in (self._loss, self._burned)
            field.setValidator(
                QDoubleValidator(0.0, _MOST_AMOUNT, 4, field)
                if amount
                else QIntValidator(0, _MOST, field)
            )
            field.setAccessibleName(label)
            grid.addWidget(PlainLabel(label, role="label"), row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
            self.watch(f"number{place}", field)
            field.textChanged.connect(self._ask_reason)
        self._show_present()
        return grid

    def _show_present(self) -> None:
        unknown = self.tr("unknown")
        for name, field in self._numbers.items():
            value = getattr(self._before, name)
            field.setPlaceholderText(unknown if value is None else str(value))
        if self._before.loss_yuan is not None:
            self._loss.setPlaceholderText(f"{self._before.loss_yuan / _YUAN:f}")
        if self._before.burned_ha is not None:
            self._burned.setPlaceholderText(f"{self._before.burned_ha:f}")

    def _anything(self) -> bool:
        fields = (*self._numbers.values(), self._loss, self._burned)
        return any(field.text().strip() for field in fields)

    def _casualties(self) -> Casualties:
        loss = _amount(self._loss)
        at = self.instant(self._at)
        said = {name: _whole(field) for name, field in self._numbers.items()}
        return Casualties(
            time=at,
            known_at=self._services.clock.now(),
            loss_yuan=None if loss is None else loss * _YUAN,
            burned_ha=_amount(self._burned),
            reason=self._reason.text().strip() if self._falls() else "",
            source=self._source.text().strip(),
            dead=said["dead"],
            missing=said["missing"],
            trapped=said["trapped"],
            severely_injured=said["severely_injured"],
            lightly_injured=said["lightly_injured"],
            at_risk=said["at_risk"],
            evacuated=said["evacuated"],
        )

    def _falls(self) -> bool:
        """Whether the dead, or everybody together, become fewer than before."""
        said = {name: _whole(field) for name, field in self._numbers.items()}
        before, after = (
            [(said[name] if new else None, getattr(self._before, name)) for name in HUMAN_MEASURES]
            for new in (False, True)
        )
        dead = (said["dead"] or 0) < (self._before.dead or 0) and said["dead"] is not None
        return dead or _sum(after) < _sum(before)

    @Slot()
    def _ask_reason(self) -> None:
        self._form.fields.setRowVisible(self._reason, self._falls())


def _sum(numbers: list[tuple[int | None, int | None]]) -> int:
    """Everybody together: what is said now, else what was known."""
    return sum((known or 0) if said is None else said for said, known in numbers)


def _whole(field: QLineEdit) -> int | None:
    text = field.text().strip()
    return int(text) if text.isdigit() else None


def _amount(field: QLineEdit) -> Decimal | None:
    try:
        return Decimal(field.text().strip()) if field.text().strip() else None
    except InvalidOperation:
        return None
