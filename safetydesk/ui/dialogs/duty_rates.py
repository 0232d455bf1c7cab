"""What a duty is worth by kind of day and of night: yuan and days off, entered by the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from safetydesk.domain.duty_statistics import DutyKind, Rate
from safetydesk.services.views_statistics import WORKING_DAY
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.duty_statistics import DutyStatistics
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

_MOST_YUAN, _MOST_DAYS = 100_000.0, 7.0


class DutyRates(QDialog):
    """One row a kind; rates of single posts that were entered elsewhere stay as they are."""

    def __init__(
        self, *, statistics: DutyStatistics, session: Session, bus: Bus, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Worth of a duty"))
        self._statistics, self._session, self._bus = statistics, session, bus
        self._kept = statistics.rates()
        self._fields: dict[DutyKind, tuple[QDoubleSpinBox, QDoubleSpinBox]] = {}
        self._problem = PlainLabel(role="problem", wrap=True)
        column = QVBoxLayout(self)
        column.addWidget(
            PlainLabel(
                self.tr("Local rules set these; nothing is paid or owed while they are nought."),
                role="sub",
                wrap=True,
            )
        )
        column.addLayout(self._grid())
        column.addWidget(self._problem)
        column.addWidget(self._buttons())

    def show_problem(self, text: str) -> None:
        """Says why the rates were not saved."""
        self._problem.setText(text)

    @Slot()
    def save(self) -> None:
        """Saves all of them."""
        rates = {key: rate for key, rate in self._kept.items() if key[1]}
        for kind, (yuan, days) in self._fields.items():
            rates[kind, ""] = Rate(round(yuan.value() * 100), round(days.value() * WORKING_DAY))
        outcome = perform(
            self,
            lambda: self._statistics.put_rates(self._session.require(), rates),
            bus=self._bus,
        )
        if outcome is not None:
            self.accept()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        for place, text in enumerate((self.tr("Yuan"), self.tr("Days off")), 1):
            grid.addWidget(PlainLabel(text, role="label"), 0, place)
        for row, (kind, text) in enumerate(self._kinds(), 1):
            rate = self._kept.get((kind, ""), Rate())
            yuan, days = QDoubleSpinBox(), QDoubleSpinBox()
            yuan.setRange(0, _MOST_YUAN)
            yuan.setValue(rate.fen / 100)
            yuan.setAccessibleName(" ".join((text, self.tr("Yuan"))))
            days.setRange(0, _MOST_DAYS)
            days.setSingleStep(0.5)
            days.setDecimals(1)
            days.setValue(rate.off_minutes / WORKING_DAY)
            days.setAccessibleName(text)
            grid.addWidget(PlainLabel(text), row, 0)
            grid.addWidget(yuan, row, 1)
            grid.addWidget(days, row, 2)
            self._fields[kind] = (yuan, days)
        return grid

    def _kinds(self) -> list[tuple[DutyKind, str]]:
        return [
            (DutyKind.WORKDAY_DAY, self.tr("Workday, by day")),
            (DutyKind.WORKDAY_NIGHT, self.tr("Workday, by night")),
            (DutyKind.WEEKEND_DAY, self.tr("Weekend, by day")),
            (DutyKind.WEEKEND_NIGHT, self.tr("Weekend, by night")),
            (DutyKind.REST_DAY, self.tr("Day off in a holiday, by day")),
            (DutyKind.REST_NIGHT, self.tr("Day off in a holiday, by night")),
            (DutyKind.STATUTORY_DAY, self.tr("Statutory day, by day")),
            (DutyKind.STATUTORY_NIGHT, self.tr("Statutory day, by night")),
            (DutyKind.SPRING_DAY, self.tr("Spring Festival, by day")),
            (DutyKind.SPRING_NIGHT, self.tr("Spring Festival, by night")),
        ]

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        save = box.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        save.setShortcut("Ctrl+Return")
        save.clicked.connect(self.save)
        box.rejected.connect(self.reject)
        return box
