"""What a duty is worth by kind of day and of night: yuan and days off, entered by the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
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
_ROOM = 8
"""The style sheet's padding does not reach the line inside a spin box."""
_EVERY = ""
"""The post of a rate that holds for all of them."""


class DutyRates(QDialog):
    """One row a kind, for every post alike or for a single one, which goes before the others."""

    def __init__(
        self, *, statistics: DutyStatistics, session: Session, bus: Bus, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Worth of a duty"))
        self._statistics, self._session, self._bus = statistics, session, bus
        self._rates = statistics.rates()
        self._posts, self._post = QComboBox(), _EVERY
        self._posts.setAccessibleName(self.tr("For which post"))
        self._posts.addItem(self.tr("every post alike"), _EVERY)
        for post, label in statistics.posts():
            self._posts.addItem(self.tr("{post} only").format(post=label), post)
        self._posts.currentIndexChanged.connect(self._on_post)
        self._hint = PlainLabel(role="sub", wrap=True)
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
        row = QHBoxLayout()
        row.addWidget(PlainLabel(self.tr("For"), role="label"))
        row.addWidget(self._posts, 1)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addLayout(self._grid())
        self._show()
        column.addWidget(self._problem)
        column.addWidget(self._buttons())

    def show_problem(self, text: str) -> None:
        """Says why the rates were not saved."""
        self._problem.setText(text)

    @Slot()
    def save(self) -> None:
        """Saves all of them."""
        self._keep()
        rates = {key: rate for key, rate in self._rates.items() if rate != Rate()}
        outcome = perform(
            self,
            lambda: self._statistics.put_rates(self._session.require(), rates),
            bus=self._bus,
        )
        if outcome is not None:
            self.accept()

    def _keep(self) -> None:
        """Takes what stands in the fields down for the post shown."""
        for kind, (yuan, days) in self._fields.items():
            rate = Rate(round(yuan.value() * 100), round(days.value() * WORKING_DAY))
            self._rates[kind, self._post] = rate

    def _show(self) -> None:
        """The rates of the post chosen; of a single one, nought means as for every post."""
        for kind, (yuan, days) in self._fields.items():
            rate = self._rates.get((kind, self._post), Rate())
            yuan.setValue(rate.fen / 100)
            days.setValue(rate.off_minutes / WORKING_DAY)
        single = self.tr("Nought: as for every post.")
        self._hint.setText(single if self._post else "")
        self._hint.setVisible(bool(self._post))

    @Slot()
    def _on_post(self) -> None:
        """Another post: what was typed for the one before is kept."""
        self._keep()
        self._post = str(self._posts.currentData())
        self._show()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        for place, text in enumerate((self.tr("Yuan"), self.tr("Days off")), 1):
            grid.addWidget(PlainLabel(text, role="label"), 0, place)
        for row, (kind, text) in enumerate(self._kinds(), 1):
            yuan, days = QDoubleSpinBox(), QDoubleSpinBox()
            yuan.setRange(0, _MOST_YUAN)
            yuan.setAccessibleName(" ".join((text, self.tr("Yuan"))))
            days.setRange(0, _MOST_DAYS)
            days.setSingleStep(0.5)
            days.setDecimals(1)
            days.setAccessibleName(text)
            for field in (yuan, days):
                field.lineEdit().setTextMargins(_ROOM, 0, 0, 0)
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
