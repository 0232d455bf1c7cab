"""What a window keeps of itself while it is unfinished: its words and its times, never a guess."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import QDateTime, QTimeZone, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.services.drafts import DraftService

BEGUN, UNTOUCHED = "begun_at", "untouched"
_WALL = "yyyy-MM-ddTHH:mm:ss"
_OURS = "timeOfOurAct"


@runtime_checkable
class KeepsWords(Protocol):
    """A field of several parts that knows how its content is written down."""

    def kept_words(self) -> str:
        """Everything that was filled in; empty for nothing."""
        ...

    def bring_back(self, words: str) -> None:
        """Shows what ``kept_words`` gave."""
        ...


class ActDraft:
    """The unfinished form of one key. Nothing is kept of a form that nobody touched.

    A time somebody else decided (a message came in, something occurred) stays that of the first
    opening though nobody touched it: the clock of the law runs from it. The time of an act of our
    own (sent, told) is kept where it was set; else it is that of the new opening, for to claim an
    earlier one would meet a limit that was missed.
    """

    def __init__(self, drafts: DraftService, key: str, now: datetime) -> None:
        self._drafts = drafts
        self._key = key
        self._fields: dict[str, QWidget] = {}
        self._at_first: dict[str, str] = {}
        self._over = False
        self.begun_at = now
        """When the form was opened for the first time (aware, UTC)."""

    def add(self, name: str, field: QWidget) -> None:
        """Keeps this field under a name."""
        self._fields[name] = field

    def begin(self) -> dict[str, Any]:
        """The form stands as it opens; what was kept of it before is put in and handed back."""
        self._at_first = self._shown()
        kept = self._drafts.find_form(self._key)
        for name, field in self._fields.items():
            if name in kept:
                _put(field, str(kept[name]))
        for name in str(kept.get(UNTOUCHED, "")).split():
            self._at_first[name] = str(kept.get(name, ""))
        if kept.get(BEGUN):
            self.begun_at = datetime.fromisoformat(str(kept[BEGUN]))
        return kept

    def keep(self, words: Mapping[str, str]) -> None:
        """Keeps what stands here; a form back in its first state is forgotten."""
        if self._over:
            return
        shown = self._shown()
        untouched = [name for name, text in shown.items() if text == self._at_first.get(name)]
        if len(untouched) == len(shown) and not any(words.values()):
            self.forget()
            return
        kept = {
            name: text
            for name, text in shown.items()
            if name not in untouched or not self._fields[name].property(_OURS)
        }
        steady = {UNTOUCHED: " ".join(untouched), BEGUN: self.begun_at.isoformat()}
        self._drafts.keep_form(self._key, {**kept, **words, **steady})

    def forget(self) -> None:
        """Nothing stands here that is worth keeping."""
        self._drafts.forget(self._key)

    def end(self) -> None:
        """The act was done, or its words were thrown away: nothing is kept any more."""
        self._over = True
        self.forget()

    def _shown(self) -> dict[str, str]:
        return {name: _words_of(field) for name, field in self._fields.items()}


class DraftNotice(QWidget):
    """Says from when the shown draft is, and throws it away on request."""

    def __init__(self, draft: ActDraft, zone: ZoneInfo) -> None:
        super().__init__()
        self._draft = draft
        begun = draft.begun_at.astimezone(zone)
        words = self.tr("Draft of {at}: its times are those of then. Check them.")
        self.said = PlainLabel(words.format(at=f"{begun:%m-%d %H:%M}"), role="strong")
        self.said.setWordWrap(True)
        away = KeyButton(self.tr("Throw the draft away"), kind="link")
        away.setAutoDefault(False)
        away.clicked.connect(self._on_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.said, 1)
        row.addWidget(away)

    @Slot()
    def _on_away(self) -> None:
        """Closes the window; its key opens an empty one."""
        self._draft.end()
        window = self.window()
        if isinstance(window, QDialog):
            window.done(QDialog.DialogCode.Rejected)


def mark_ours(field: QDateTimeEdit) -> None:
    """The field is the time of an act of our own."""
    field.setProperty(_OURS, True)  # noqa: FBT003 - Qt's own signature


def _words_of(field: QWidget) -> str:
    """What stands in a field; a time as the office's clock showed it."""
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QDateTimeEdit):
        return field.dateTime().toString(_WALL)
    if isinstance(field, KeepsWords):
        return field.kept_words()
    return ("1" if field.isChecked() else "") if isinstance(field, QCheckBox) else ""


def _put(field: QWidget, text: str) -> None:
    """Shows what a draft kept."""
    if isinstance(field, QLineEdit):
        field.setText(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QComboBox):
        field.setCurrentText(text)
    elif isinstance(field, QDateTimeEdit):
        wall = QDateTime.fromString(text, _WALL)
        if wall.isValid():
            field.setDateTime(QDateTime(wall.date(), wall.time(), QTimeZone.utc()))
    elif isinstance(field, QCheckBox):
        field.setChecked(text == "1")
    elif isinstance(field, KeepsWords):
        field.bring_back(text)
