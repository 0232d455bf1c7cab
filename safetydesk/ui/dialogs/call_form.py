"""The fields of a telephone record: how a draft fills them, and what they say when saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QTextCursor

from safetydesk.domain.call import CallCategory, CallDraft, Direction
from safetydesk.domain.log import EntryKind
from safetydesk.ui.qt_time import edited_instant, show_instant

if TYPE_CHECKING:
    from safetydesk.ui.call_target import CallTarget
    from safetydesk.ui.dialogs.intake import Taken
    from safetydesk.ui.forms.ui_call_record import Ui_CallRecord
    from safetydesk.ui.wording import Wording

_TIMES = ("answered_at", "ended_at")
_WORDS = ("number", "unit", "name", "title", "text", "handling")


class CallForm:
    """Reads and fills the form. ``own_kind``: the officer chose the kind of the entry by hand."""

    def __init__(self, ui: Ui_CallRecord, wording: Wording, rang_at: datetime) -> None:
        self._ui, self._wording = ui, wording
        self.rang_at = rang_at
        self.answered_at: datetime | None = None
        self.ended_at: datetime | None = None
        self.own_kind = False
        self._shown = _minute(rang_at)

    def show_kept(self, kept: Mapping[str, object], target: CallTarget | None) -> None:
        """Shows a record put aside, or an empty one, to the target if there is one."""
        ui = self._ui
        if kept.get("rang_at"):
            self.rang_at = datetime.fromisoformat(str(kept["rang_at"]))
        self.answered_at, self.ended_at = (_kept_at(kept, name) for name in _TIMES)
        happened = str(kept.get("event_at") or "")
        self._shown = _minute(self.rang_at)
        at = datetime.fromisoformat(happened) if happened else self.rang_at
        show_instant(ui.time_edit, at, self._wording.zone)
        usual = Direction.OUTGOING if target else Direction.INCOMING
        ui.direction_segment.choose(str(kept.get("direction", usual.value)))
        ui.category_segment.choose(str(kept.get("category", CallCategory.OFFICIAL.value)))
        self.own_kind = bool(kept.get("kind"))
        ui.kind_combo.setCurrentText(str(kept.get("kind", "")))
        words = {name: str(kept.get(name, "")) for name in _WORDS}
        if target is not None and not kept:
            words |= {"number": target.number, "unit": target.unit, "name": target.name}
        self._show_words(words)
        told = cast("Sequence[str]", kept.get("told") or ())
        ui.told.show_lines(told)

    def draft(self, contact_id: int | None) -> CallDraft:
        """The record as it stands."""
        ui = self._ui
        return CallDraft(
            text=ui.text_edit.toPlainText().strip(),
            direction=Direction(ui.direction_segment.current()),
            category=CallCategory(ui.category_segment.current()),
            number=ui.number_edit.text().strip(),
            unit=ui.unit_edit.text().strip(),
            name=ui.name_edit.text().strip(),
            title=ui.title_edit.text().strip(),
            contact_id=contact_id,
            handling=ui.handling_edit.toPlainText().strip(),
            rang_at=self.rang_at,
            answered_at=self.answered_at,
            ended_at=self.ended_at,
            event_at=self._event_at(),
            already_told=ui.told.lines(),
            kind=EntryKind(ui.kind_combo.currentText()) if self.own_kind else None,
        )

    def present(self) -> dict[str, str]:
        """The words in the fields now, by the targets of proposals."""
        draft = self.draft(None)
        return {name: str(getattr(draft, name)) for name in ("number", "unit", "name", "title")}

    def take(self, taken: Taken) -> None:
        """The pasted words become the record's own; accepted values go to their fields."""
        ui = self._ui
        ui.text_edit.setPlainText(taken.text)
        lines = {
            "number": ui.number_edit,
            "unit": ui.unit_edit,
            "name": ui.name_edit,
            "title": ui.title_edit,
        }
        told: list[str] = []
        for proposal in taken.proposals:
            if proposal.target in lines:
                lines[proposal.target].setText(proposal.shown)
            elif isinstance(proposal.value, CallCategory):
                ui.category_segment.choose(proposal.value.value)
            elif proposal.target.startswith("told."):
                told.append(proposal.shown)
        if told:
            ui.told.show_lines(tuple(dict.fromkeys((*ui.told.lines(), *told))))

    def kept_fields(self) -> dict[str, object]:
        """What a draft keeps; nothing when no words were written."""
        draft = self.draft(None)
        typed = {name: str(getattr(draft, name)) for name in _WORDS}
        times = {name: _iso(getattr(draft, name)) for name in _TIMES}
        if not any(typed.values()) and not draft.already_told and not any(times.values()):
            return {}
        return {
            **typed,
            **times,
            "told": list(draft.already_told),
            "direction": draft.direction.value,
            "category": draft.category.value,
            "kind": draft.kind.value if draft.kind else "",
            "rang_at": self.rang_at.isoformat(),
            "event_at": _iso(draft.event_at),
        }

    def _show_words(self, words: Mapping[str, str]) -> None:
        ui = self._ui
        lines = (ui.number_edit, ui.unit_edit, ui.name_edit, ui.title_edit)
        for edit, name in zip(lines, _WORDS, strict=False):
            edit.setText(words[name])
        ui.text_edit.setPlainText(words["text"])
        ui.handling_edit.setPlainText(words["handling"])
        ui.text_edit.moveCursor(QTextCursor.MoveOperation.End)

    def _event_at(self) -> datetime | None:
        """When it happened, where that was changed; None: when it rang."""
        at = _minute(edited_instant(self._ui.time_edit, self._wording.zone))
        return None if at == self._shown else at


def _iso(instant: datetime | None) -> str:
    """An instant as a draft keeps it; empty where nobody noted one."""
    return instant.isoformat() if instant else ""


def _kept_at(kept: Mapping[str, object], name: str) -> datetime | None:
    """An instant that a draft kept."""
    text = str(kept.get(name) or "")
    return datetime.fromisoformat(text) if text else None


def _minute(instant: datetime) -> datetime:
    """An instant as the field can show it."""
    return instant.replace(second=0, microsecond=0)
