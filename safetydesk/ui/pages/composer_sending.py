"""The foot of the composer once a report is signed: to whom it went, and who took it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from safetydesk.domain.incident_entries import SENDING_MEANS
from safetydesk.ui.qt_time import edited_instant, prepare, show_instant
from safetydesk.ui.widgets.badge import Badge
from safetydesk.ui.widgets.closed_with import ClosedWith
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel
from safetydesk.ui.widgets.recipient_rows import RecipientRows, Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.domain.clock import Clock
    from safetydesk.domain.recipients import Delivery
    from safetydesk.services.views_matters import MatterView
    from safetydesk.services.views_reports import ReportView
    from safetydesk.ui.wording import Wording

_TO = "：报"
"""What stands before the recipients in the proposed line (``report_wording.sent_words``)."""
_TIME, _TIME_WIDTH, _BY_WIDTH = "MM-dd HH:mm", 120, 72


@dataclass(frozen=True)
class SentNoted:
    """A report as noted sent: to whom, when, how, the words of the log line, what it answers."""

    told: tuple[Told, ...]
    at: datetime
    means: str
    words: str
    closes: int | None = None


@dataclass(frozen=True)
class ReceiptNoted:
    """Who of a recipient took the report, and when."""

    recipient: str
    by: str
    at: datetime


class ComposerSending(QWidget):
    """``sent`` carries a ``SentNoted``, ``confirmed`` a ``ReceiptNoted``."""

    sent = Signal(object)
    confirmed = Signal(object)

    def __init__(self, wording: Wording, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording, self._clock = wording, clock
        self._shown: tuple[object, ...] = ()
        self._proposed = ""
        self._receipts: list[ReceiptRow] = []
        self._rows = RecipientRows(clock.now(), wording)
        self._at = QDateTimeEdit()
        prepare(self._at, _TIME)
        self._at.setAccessibleName(self.tr("Sent at"))
        self._at.setFixedWidth(_TIME_WIDTH)
        self._means = QComboBox()
        self._means.addItems(list(SENDING_MEANS))
        self._means.setAccessibleName(self.tr("How"))
        self._words = QLineEdit()
        self._words.setAccessibleName(self.tr("Log entry"))
        self.closes = ClosedWith((), self.tr("closes nothing"))
        self._note = KeyButton(self.tr("Note as sent"), icon="send", key="Ctrl Enter")
        self._note.set_kind("primary")
        self._delivered = QGridLayout()
        self._delivered.setHorizontalSpacing(8)
        self._delivered.setVerticalSpacing(4)
        self._delivered.setColumnStretch(0, 1)
        self._build()
        self._note.clicked.connect(self.note)
        self._rows.changed.connect(self._name_told)

    def show_view(self, view: ReportView) -> None:
        """Shows what went out; whom it has not reached yet is offered ticked."""
        self.setVisible(view.signed_at is not None)
        shown = (view.id, view.signed_at, view.deliveries, view.content.addressees)
        if shown == self._shown:
            return
        self._shown = shown
        reached = {delivery.recipient for delivery in view.deliveries}
        waiting = [name for name in view.content.addressees if name not in reached]
        show_instant(self._at, self._clock.now(), self._wording.zone)
        self._proposed = view.entry_words
        self._words.setText(view.entry_words)
        self._rows.set_names(waiting)
        self._sending.setVisible(bool(waiting) or not reached)
        self._show_delivered(view.deliveries)

    def offer_matters(self, matters: Sequence[MatterView]) -> None:
        """The open matters that an answer may be the end of; it names the asker."""
        self.closes.set_matters(matters)
        self.closes.prefer([told.recipient for told in self._rows.told()])
        self.closes.setVisible(bool(matters))
        self._closes_label.setVisible(bool(matters))

    @Slot()
    def note(self) -> None:
        """记报送: everybody ticked."""
        told = tuple(self._rows.told())
        if told:
            at = edited_instant(self._at, self._wording.zone)
            words = self._words.text().strip()
            closes = self.closes.matter_id()
            self.sent.emit(SentNoted(told, at, self._means.currentText(), words, closes))

    @Slot()
    def _name_told(self) -> None:
        """The proposed line names those ticked, until somebody writes other words."""
        self.closes.prefer([told.recipient for told in self._rows.told()])
        if self._words.text() != self._proposed:
            return
        about = self._proposed.rpartition(_TO)[0]
        self._proposed = f"{about}{_TO}{'、'.join(told.recipient for told in self._rows.told())}"
        self._words.setText(self._proposed)
        self._words.setCursorPosition(0)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(PlainLabel(self.tr("Sent at"), role="label"))
        line.addWidget(self._at)
        line.addWidget(self._means)
        line.addStretch(1)
        self._closes_label = PlainLabel(self.tr("Closes"), role="label")
        self._sending = QWidget()
        sending = QVBoxLayout(self._sending)
        sending.setContentsMargins(0, 0, 0, 0)
        sending.setSpacing(6)
        sending.addWidget(PlainLabel(self.tr("To whom it goes"), role="strong"))
        sending.addWidget(self._rows)
        sending.addLayout(line)
        sending.addWidget(PlainLabel(self.tr("Log entry"), role="label"))
        sending.addWidget(self._words)
        sending.addWidget(self._closes_label)
        sending.addWidget(self.closes)
        sending.addWidget(self._note, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._delivered)
        column.addWidget(self._sending)

    def _show_delivered(self, deliveries: tuple[Delivery, ...]) -> None:
        """Each delivery with its receipt, or the fields to note one."""
        while (item := self._delivered.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._receipts = []
        now = self._clock.now()
        for row, delivery in enumerate(deliveries):
            self._delivered.addWidget(ElidedLabel(delivery.recipient), row, 0)
            at = self._wording.moment(delivery.sent_at, now)
            sent = f"{at} {delivery.means}"
            self._delivered.addWidget(PlainLabel(sent, role="sub"), row, 1)
            if delivery.confirmed_at is not None:
                took = self._wording.moment(delivery.confirmed_at, now)
                self._delivered.addWidget(
                    Badge(f"✓ {took} {delivery.confirmed_by}", tone="done"), row, 2
                )
            else:
                receipt = ReceiptRow(delivery.recipient, self._wording, self._clock)
                receipt.confirmed.connect(self.confirmed)
                self._receipts.append(receipt)
                self._delivered.addWidget(receipt, row, 2)


class ReceiptRow(QWidget):
    """By whom and when; Enter notes it."""

    confirmed = Signal(object)

    def __init__(
        self, recipient: str, wording: Wording, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._recipient, self._wording = recipient, wording
        self.by = QLineEdit()
        self.by.setPlaceholderText(self.tr("Taken by"))
        self.by.setAccessibleName(self.tr("{name}: taken by").format(name=recipient))
        self.by.setFixedWidth(_BY_WIDTH)
        self.at = QDateTimeEdit()
        prepare(self.at, _TIME)
        show_instant(self.at, clock.now(), wording.zone)
        self.at.setAccessibleName(self.tr("{name}: taken at").format(name=recipient))
        self.at.setFixedWidth(_TIME_WIDTH)
        button = KeyButton(self.tr("Receipt"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.by, self.at, button):
            row.addWidget(widget)
        self.by.returnPressed.connect(self._on_confirm)
        button.clicked.connect(self._on_confirm)

    @Slot()
    def _on_confirm(self) -> None:
        by = self.by.text().strip()
        if by:
            at = edited_instant(self.at, self._wording.zone)
            self.confirmed.emit(ReceiptNoted(self._recipient, by, at))
        else:
            self.by.setFocus()
