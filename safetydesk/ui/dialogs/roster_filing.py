"""A roster being published, or given to the superior: with whom, when, how, which receipt."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from safetydesk.services.views_rosters import Filing, RosterView
from safetydesk.ui.perform import perform
from safetydesk.ui.qt_time import edited_instant, prepare, show_instant
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.domain.clock import Clock
    from safetydesk.services.roster_states import RosterStateService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_WIDTH = 500
_BEFORE = timedelta(days=3)
"""Rosters of a holiday reach the superior three days before it (domain dossier §4.4)."""


class _Document(QDialog):
    """What both acts have in common: the roster in words, a form, problems, two buttons."""

    def __init__(self, parent: QWidget | None, title: str, told: str, act: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self._problem = PlainLabel(role="problem", wrap=True)
        leave = KeyButton(self.tr("Cancel"), key="Esc")
        do = KeyButton(act, key="Ctrl Enter", kind="primary")
        leave.clicked.connect(self.reject)
        do.clicked.connect(self.save)
        foot = QHBoxLayout()
        foot.addWidget(self._problem, 1)
        for button in (leave, do):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(told, role="sub", wrap=True))
        column.addLayout(self.form)
        column.addLayout(foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    def show_problem(self, text: str) -> None:
        """Says why it was refused; what was typed stays."""
        self._problem.setText(text)

    def verb(self) -> Callable[[], CarriesChanges]:
        """The use case with what stands in the fields."""
        raise NotImplementedError

    @Slot()
    def save(self) -> None:
        """Ctrl+Enter."""
        self.show_problem("")
        if perform(self, self.verb(), bus=self.bus) is not None:
            self.accept()

    bus: Bus

    def add_field(self, label: str, field: QWidget) -> None:
        """A labelled field."""
        words = PlainLabel(label, role="label")
        words.setMinimumHeight(32)
        words.setBuddy(field)
        field.setAccessibleName(label)
        self.form.addRow(words, field)


class FilingDialog(_Document):
    """报备: the roster as it stands was given to a superior."""

    def __init__(
        self,
        parent: QWidget | None,
        roster: RosterView,
        *,
        rosters: RosterStateService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
    ) -> None:
        super().__init__(
            parent,
            self.tr("File the roster"),
            self.tr("“{title}” as it stands now; the version is kept.").format(title=roster.title),
            self.tr("Filed"),
        )
        self.bus, self._roster, self._rosters, self._session = bus, roster, rosters, session
        self._wording = wording
        self._opened_at = clock.now()
        self._to, self._means, self._receipt = QLineEdit(), QLineEdit(), QLineEdit()
        self._at = QDateTimeEdit()
        prepare(self._at)
        show_instant(self._at, self._opened_at, wording.zone)
        self._shown_at = edited_instant(self._at, wording.zone)
        proposed = roster.outstanding[0] if roster.outstanding else roster.superior
        self._to.setText(proposed or roster.filed_with)
        self._means.setPlaceholderText(self.tr("fax, platform, by hand"))
        self.add_field(self.tr("With"), self._to)
        self.add_field(self.tr("When"), self._at)
        self.add_field(self.tr("How"), self._means)
        self.add_field(self.tr("Receipt"), self._receipt)
        (self._receipt if self._to.text() else self._to).setFocus()

    @override
    def verb(self) -> Callable[[], CarriesChanges]:
        """Files it; a time left alone is the moment of recording."""
        at = edited_instant(self._at, self._wording.zone)
        filing = Filing(
            self._to.text(),
            None if at == self._shown_at else at,
            self._means.text(),
            self._receipt.text(),
        )
        return lambda: self._rosters.file(self._session.require(), self._roster.id, filing)


class PublishDialog(_Document):
    """发布: the draft becomes the plan; where it must be filed and by when."""

    def __init__(
        self,
        parent: QWidget | None,
        roster: RosterView,
        *,
        rosters: RosterStateService,
        session: Session,
        bus: Bus,
        wording: Wording,
    ) -> None:
        super().__init__(
            parent,
            self.tr("Publish the roster"),
            self.tr(
                "“{title}” becomes the plan from now on; for its posts and time it replaces"
                " earlier rosters. Later changes are kept with their reasons."
            ).format(title=roster.title),
            self.tr("Publish"),
        )
        self.bus, self._roster, self._rosters, self._session = bus, roster, rosters, session
        self._wording = wording
        self._must = QCheckBox(self.tr("must be filed with"))
        self._to, self._due = QLineEdit(), QDateTimeEdit()
        self._to.setAccessibleName(self.tr("Superior"))
        prepare(self._due)
        show_instant(self._due, roster.start - _BEFORE, wording.zone)
        self.form.addRow(self._must, self._to)
        self.add_field(self.tr("by"), self._due)
        self._must.toggled.connect(self._show_fields)
        self._show_fields()

    @override
    def verb(self) -> Callable[[], CarriesChanges]:
        """Publishes it."""
        must = self._must.isChecked()
        superior = self._to.text() if must else ""
        due = edited_instant(self._due, self._wording.zone) if must else None
        return lambda: self._rosters.publish(
            self._session.require(), self._roster.id, superior=superior, filing_due_at=due
        )

    @Slot()
    def _show_fields(self) -> None:
        must = self._must.isChecked()
        self._to.setEnabled(must)
        self._due.setEnabled(must)
        if must:
            self._to.setFocus()
