"""F4: a new incident in one form, from nothing, from a recorded call or from a line of the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.incident import Category, Family, Flag, usual_family
from safetydesk.domain.incident_entries import FLAG_NAMES, OPENING_FLAGS, received_line
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.intake_proposals import NUMBER, TimeProposed
from safetydesk.domain.log import EntryKind
from safetydesk.domain.report_news import time_after
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.dialogs.incident_taking import IncidentTaking, flag_of
from safetydesk.ui.dialogs.intake import IntakeDialog
from safetydesk.ui.qt_time import show_instant
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from safetydesk.domain.intake_proposals import Proposal
    from safetydesk.services.incident_opening import NewIncident
    from safetydesk.ui.dialogs.intake import Taken
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges

_FLAGS_IN_A_ROW = 4
_READ = frozenset({"title", "place", "unit", "source", "category", "occurred"})
_NUMBERS = f"{NUMBER}."
"""The targets that the words of a call fill by themselves."""


@dataclass(frozen=True)
class IncidentPrefill:
    """What is known already. With ``entry_seq`` the line is written and none is added.

    ``received_at``: when the telephone rang, or the time of the line.
    """

    received_at: datetime | None = None
    occurred_at: datetime | None = None
    source: str = ""
    title: str = ""
    place: str = ""
    unit: str = ""
    words: str = ""
    entry_seq: int | None = None


class NewIncidentDialog(ActDialog):
    """``saved`` carries the new incident; its clocks run from ``received``."""

    def __init__(
        self,
        parent: QWidget | None,
        services: IncidentServices,
        prefill: IncidentPrefill | None = None,
    ) -> None:
        self._given = given = prefill or IncidentPrefill()
        seq = given.entry_seq
        key = f"incident:from:{seq}" if seq else "incident:new"
        kind = EntryKind.INCIDENT_RECEIVED
        super().__init__(parent, services, draft_key=key, kind=kind)
        self.setWindowTitle(self.tr("New incident"))
        self._make_fields(given)
        self.add_field("title", self.tr("Title"), self._title)
        self.add_field("place", self.tr("Place"), self._place)
        self.add_field("unit", self.tr("Unit"), self._unit)
        self.add_field("source", self.tr("Source"), self._source)
        self._form.fields.addRow(self._label(self.tr("Kind")), self._kinds())
        self._form.fields.addRow(self._label(self.tr("Occurred")), self._occurred_row())
        self.add_field("received", self.tr("Received"), self._received)
        self._form.fields.addRow(self._label(self.tr("Marks")), self._flag_row())
        self._form.fields.addRow(self._label(self.tr("With it")), self._beyond_row())
        if seq is not None:
            self.hide_entry()
            self.show_effect(given.words)
        self.bring_back()
        if not services.drafts.find_form(key):
            self._show_read(given)
        self._show_given(given)
        self._show_beyond()
        self._title.setFocus()

    @override
    def proposed(self) -> str:
        """``化工园区管委会报：10时05分许，临港街道…反应釜爆炸``."""
        title = self._title.text().strip()
        if not title:
            return ""
        occurred = ""
        if self._occurred_known.isChecked():
            zone = self._services.wording.zone
            occurred = time_after(
                self.instant(self._occurred), self.instant(self._form.entry_at_edit), zone
            )
            occurred += "许" if self._about.isChecked() else ""
        place = self._place.text().strip()
        named = "" if title.startswith(place) else place
        return received_line(self._source.text().strip(), occurred, named, title)

    @override
    def carry_out(self) -> CarriesChanges:
        """Opens the incident."""
        services = self._services
        behind = self._given.entry_seq
        return services.incidents.open(
            services.session.require(),
            self._new(),
            self.entry() if behind is None else behind,
        )

    def _new(self) -> NewIncident:
        from safetydesk.services.incident_opening import NewIncident

        words = (
            (FactField.PLACE, self._place.text().strip()),
            (FactField.UNIT, self._unit.text().strip()),
        )
        known = self._occurred_known.isChecked()
        source = self._source.text().strip()
        return NewIncident(
            title=self._title.text().strip(),
            received_at=self.instant(self._received),
            family=list(Family)[max(0, self._family.currentIndex())],
            category=self._chosen,
            occurred_at=self.instant(self._occurred) if known else None,
            approximate=self._about.isChecked(),
            source=source,
            flags=tuple(flag.value for flag, box in self._flags.items() if box.isChecked()),
            facts=(*((name, value) for name, value in words if value), *self._taking.facts),
            numbers=self._taking.numbers(self._services.clock.now(), source),
            original="" if self._taking.text == self._given.words else self._taking.text,
        )

    @property
    def _chosen(self) -> Category:
        return list(Category)[max(0, self._category.currentIndex())]

    def _make_fields(self, given: IncidentPrefill) -> None:
        self._title, self._place, self._unit, self._source = (QLineEdit() for _ in range(4))
        self._title.setPlaceholderText(self.tr("What happened, in a few words"))
        self._source.setPlaceholderText(self.tr("Who reported it"))
        self._category, self._family = QComboBox(), QComboBox()
        self._category.addItems([kind.chinese_name for kind in Category])
        self._family.addItems([family.chinese_name for family in Family])
        self._occurred = self.time_field(given.occurred_at or given.received_at)
        self._received = self.time_field(given.received_at)
        self._occurred_known = QCheckBox(self.tr("Known"))
        self._occurred_known.setChecked(given.occurred_at is not None)
        self._occurred.setEnabled(given.occurred_at is not None)
        self._about = QCheckBox(self.tr("About"))
        self._about.setChecked(True)

    def _flag_row(self) -> QGridLayout:
        """The circumstances that rules ask about; Space ticks them."""
        rows = QGridLayout()
        rows.setHorizontalSpacing(12)
        self._flags: dict[Flag, QCheckBox] = {}
        for place, flag in enumerate(OPENING_FLAGS):
            box = QCheckBox(FLAG_NAMES[flag])
            self._flags[flag] = box
            self.watch(f"flag.{flag.value}", box)
            rows.addWidget(box, place // _FLAGS_IN_A_ROW, place % _FLAGS_IN_A_ROW)
        return rows

    def _beyond_row(self) -> QHBoxLayout:
        """What a pasted message brings that has no field here, and the button that pastes."""
        self._taking = IncidentTaking(self, self._services.wording.zone)
        for name, field in (
            ("original", self._taking.original),
            ("taken", self._taking.targets),
            ("pasted_at", self._taking.pasted_at),
        ):
            self.watch(name, field)
        self._taking.changed.connect(self._show_beyond)
        self._beyond = ElidedLabel("", role="sub")
        paste = KeyButton(self.tr("Paste a message"), key="Ctrl Shift V")
        paste.setAutoDefault(False)
        paste.clicked.connect(self._on_paste)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self).activated.connect(self._on_paste)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._beyond, 1)
        row.addWidget(paste)
        return row

    @Slot()
    def _show_beyond(self) -> None:
        words = self._taking.words()
        self._beyond.setText(words or self.tr("Numbers and facts can follow."))

    @Slot()
    def _on_paste(self) -> None:
        """Ctrl+Shift+V: reads a message; nothing is taken that nobody accepted."""
        received = self.instant(self._received)
        dialog = IntakeDialog(
            self,
            propose=lambda text: self._taking.proposals(text, received),
            present=self._present(),
            text=self._taking.text or self._given.words,
        )
        dialog.taken.connect(self._on_taken)
        dialog.open()

    def _present(self) -> dict[str, str]:
        """The words in the fields now; an untouched choice counts as empty."""
        return {target: field.text().strip() for target, field in self._lines.items()}

    @property
    def _lines(self) -> dict[str, QLineEdit]:
        """The one-line fields by the targets of proposals."""
        return {
            "title": self._title,
            "place": self._place,
            "unit": self._unit,
            "source": self._source,
        }

    @Slot(object)
    def _on_taken(self, taken: Taken) -> None:
        for proposal in taken.proposals:
            self._take(proposal)
        self._taking.take(taken.text, taken.proposals, self.instant(self._received))

    def _take(self, proposal: Proposal) -> None:
        """Puts one accepted value into its field."""
        value = proposal.value
        if proposal.target in self._lines:
            self._lines[proposal.target].setText(proposal.shown)
        elif isinstance(value, Category):
            self._category.setCurrentIndex(list(Category).index(value))
        elif isinstance(value, TimeProposed):
            self._occurred_known.setChecked(True)
            self._about.setChecked(value.approximate)
            show_instant(self._occurred, value.at, self._services.wording.zone)
        elif name := flag_of(proposal):
            box = self._flags.get(Flag(name))
            if box is not None:
                box.setChecked(True)

    def _show_read(self, given: IncidentPrefill) -> None:
        """Proposes what the words of the call or the line say; saving is what accepts it.

        What is in doubt waits for Ctrl+Shift+V, as facts and circumstances do.
        """
        received = self.instant(self._received)
        read = self._taking.proposals(given.words, received) if given.words.strip() else ()
        sure = [item for item in read if item.target in _READ or item.target.startswith(_NUMBERS)]
        sure = [item for item in sure if not item.doubt]
        for proposal in sure:
            self._take(proposal)
        if sure:
            self._taking.take(given.words, sure, received)

    def _show_given(self, given: IncidentPrefill) -> None:
        """What the call or the line says takes the place of an older draft."""
        for field, text in (
            (self._title, given.title),
            (self._place, given.place),
            (self._unit, given.unit),
            (self._source, given.source),
        ):
            if text:
                field.setText(text)

    def _label(self, text: str) -> PlainLabel:
        label = PlainLabel(text, role="label")
        label.setMinimumHeight(32)
        return label

    def _kinds(self) -> QHBoxLayout:
        """Category and family; the family follows the category."""
        row = QHBoxLayout()
        row.setSpacing(8)
        self._category.setAccessibleName(self.tr("Category"))
        self._family.setAccessibleName(self.tr("Family"))
        for field, name in ((self._category, "category"), (self._family, "family")):
            self.watch(name, field)
            row.addWidget(field, 1)
        self._category.currentIndexChanged.connect(self._on_category)
        return row

    def _occurred_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self._occurred.setAccessibleName(self.tr("Occurred"))
        self.watch("occurred", self._occurred)
        self.watch("occurred_known", self._occurred_known)
        self.watch("about", self._about)
        self._occurred_known.toggled.connect(self._occurred.setEnabled)
        row.addWidget(self._occurred_known)
        row.addWidget(self._occurred, 1)
        row.addWidget(self._about)
        return row

    @Slot()
    def _on_category(self) -> None:
        self._family.setCurrentIndex(list(Family).index(usual_family(self._chosen)))
