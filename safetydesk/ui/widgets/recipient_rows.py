"""Whom a report goes to, a row each: name, whether it went, who confirmed it and when."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt, QTimeZone, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from safetydesk.ui.icons import put_icon
from safetydesk.ui.qt_time import edited_instant, prepare, show_instant
from safetydesk.ui.widgets.key_cap import KeyButton

if TYPE_CHECKING:
    from safetydesk.ui.wording import Wording

_TIME = "MM-dd HH:mm"
_WALL = "yyyy-MM-ddTHH:mm:ss"
_TIME_WIDTH, _BY_WIDTH = 136, 96


@dataclass(frozen=True)
class Told:
    """One recipient as the officer noted it; ``confirmed_at`` is None while nobody confirmed."""

    recipient: str
    confirmed_by: str
    confirmed_at: datetime | None


class RecipientRow(QWidget):
    """Tick, name, confirmed by, confirmed at."""

    changed = Signal()

    def __init__(self, name: str, at: datetime, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self.tick = QCheckBox()
        self.tick.setChecked(True)
        self.name = QLineEdit(name)
        self.by = QLineEdit()
        self.at = QDateTimeEdit()
        prepare(self.at, _TIME)
        show_instant(self.at, at, wording.zone)
        self.tick.setAccessibleName(self.tr("Goes to {name}").format(name=name))
        self.name.setAccessibleName(self.tr("Recipient"))
        self.name.setPlaceholderText(self.tr("Recipient"))
        self.by.setAccessibleName(self.tr("Confirmed by"))
        self.by.setPlaceholderText(self.tr("Confirmed by"))
        self.at.setAccessibleName(self.tr("Confirmed at"))
        self.by.setFixedWidth(_BY_WIDTH)
        self.at.setFixedWidth(_TIME_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget, stretch in ((self.tick, 0), (self.name, 1), (self.by, 0), (self.at, 0)):
            row.addWidget(widget, stretch)
        self.tick.toggled.connect(self.changed)
        self.name.textChanged.connect(self.changed)
        self.by.textChanged.connect(self.changed)
        self.at.dateTimeChanged.connect(self.changed)

    def told(self) -> Told | None:
        """What stands in the row; None without a tick or a name."""
        name = self.name.text().strip()
        if not self.tick.isChecked() or not name:
            return None
        by = self.by.text().strip()
        at = edited_instant(self.at, self._wording.zone)
        return Told(name, by, at if by else None)

    def kept_words(self) -> list[str]:
        """What a draft keeps: tick, name, by whom, and when where somebody confirmed."""
        by = self.by.text()
        at = self.at.dateTime().toString(_WALL) if by.strip() else ""
        return ["1" if self.tick.isChecked() else "", self.name.text(), by, at]

    def bring_back(self, kept: Sequence[str]) -> None:
        """Shows what a draft kept."""
        tick, name, by, at = kept
        self.tick.setChecked(tick == "1")
        self.name.setText(name)
        self.by.setText(by)
        wall = QDateTime.fromString(at, _WALL)
        if wall.isValid():
            self.at.setDateTime(QDateTime(wall.date(), wall.time(), QTimeZone.utc()))


class RecipientRows(QWidget):
    """The rows and a button for one more."""

    changed = Signal()

    def __init__(self, at: datetime, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at, self._wording = at, wording
        self._rows: list[RecipientRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._more = KeyButton(self.tr("Add a recipient"), kind="link")
        put_icon(self._more, "add")
        self._more.clicked.connect(self.add_empty)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def set_names(self, names: Sequence[str]) -> None:
        """Shows these recipients instead of those shown."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for name in names:
            self._add(name)
        self.changed.emit()

    def told(self) -> list[Told]:
        """Everybody ticked and named."""
        return [told for row in self._rows if (told := row.told()) is not None]

    def kept_words(self) -> str:
        """All rows as a draft keeps them."""
        return json.dumps([row.kept_words() for row in self._rows], ensure_ascii=False)

    def bring_back(self, words: str) -> None:
        """Shows the rows of a draft instead of those shown."""
        kept = [[str(part) for part in row] for row in json.loads(words)]
        self.set_names([row[1] for row in kept])
        for row, parts in zip(self._rows, kept, strict=True):
            row.bring_back(parts)

    @Slot()
    def add_empty(self) -> None:
        """One more row, to be named."""
        self._add("").name.setFocus()

    def _add(self, name: str) -> RecipientRow:
        row = RecipientRow(name, self._at, self._wording, self)
        row.changed.connect(self.changed)
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        row.show()
        return row
