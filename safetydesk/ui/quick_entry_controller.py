"""Joins the quick entry line to the log: what is typed is kept, logged, and may be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.views_frame import QuickEntryView
from safetydesk.ui.perform import perform

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.services.drafts import DraftService
    from safetydesk.services.log import LogService
    from safetydesk.ui import quick_entry
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

DRAFT_KEY = "quick"
# The kinds in the order of how often a desk needs them; the rest follows the paper sheet.
_OFTEN = (
    EntryKind.INCOMING_CALL,
    EntryKind.OUTGOING_CALL,
    EntryKind.SITE_FEEDBACK,
    EntryKind.REPORTING,
    EntryKind.ORDER,
    EntryKind.INSTRUCTION,
    EntryKind.WARNING,
    EntryKind.CALL_AND_ACKNOWLEDGE,
)
KINDS = (*_OFTEN, *(kind for kind in EntryKind if kind not in _OFTEN))


class QuickEntryController(QObject):
    """``assign_asked`` carries the number of an entry from which a matter shall be made."""

    assign_asked = Signal(int)

    def __init__(
        self,
        *,
        line: quick_entry.QuickEntry,
        log: LogService,
        drafts: DraftService,
        session: Session,
        bus: Bus,
        clock: Clock,
    ) -> None:
        super().__init__(line)
        self._line = line
        self._log = log
        self._drafts = drafts
        self._session = session
        self._bus = bus
        self._clock = clock
        kept = drafts.find_form(DRAFT_KEY)
        line.show_entry(
            QuickEntryView(
                kinds=tuple(kind.value for kind in KINDS),
                kind=str(kept.get("kind", EntryKind.INCOMING_CALL.value)),
                draft=str(kept.get("text", "")),
            )
        )
        line.submitted.connect(self._on_submitted)
        line.draft_changed.connect(self._on_draft)
        line.undo_asked.connect(self._on_undo)

    @Slot(object)
    def _on_submitted(self, entry: quick_entry.EntrySubmitted) -> None:
        now = self._clock.now()
        same_minute = abs((now - entry.event_at).total_seconds()) < 60  # noqa: PLR2004 - a minute
        draft = EntryDraft(
            EntryKind(entry.kind), entry.text, None if same_minute else entry.event_at
        )
        outcome = perform(
            self._line, lambda: self._log.append(self._session.require(), draft), bus=self._bus
        )
        if outcome is None:
            return
        written = outcome.value
        self._drafts.forget(DRAFT_KEY)
        words = self.tr("Logged {kind}: {text}").format(kind=entry.kind, text=entry.text)
        self._line.show_receipt(str(written.seq), words, now)
        if entry.also_assign:
            self.assign_asked.emit(written.seq)

    @Slot(object)
    def _on_draft(self, draft: quick_entry.EntryDraft) -> None:
        if draft.text.strip():
            self._drafts.keep_form(DRAFT_KEY, {"kind": draft.kind, "text": draft.text})
        else:
            self._drafts.forget(DRAFT_KEY)

    @Slot(str)
    def _on_undo(self, key: str) -> None:
        perform(
            self._line,
            lambda: self._log.undo(self._session.require(), int(key)),
            bus=self._bus,
        )
