"""The sheet of a handover in progress: areas at the left, parts in the middle, both sides right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from safetydesk.services.views_handover import INCIDENT, MATTER, NOTE
from safetydesk.ui.dialogs.handover_signatures import Side, next_side
from safetydesk.ui.forms.ui_handover_sheet import Ui_HandoverSheet

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from safetydesk.domain.handover import HandoverContent, OpenItem
    from safetydesk.services.views_handover import HandoverView
    from safetydesk.ui.dialogs.handover_acts import HandoverActs
    from safetydesk.ui.dialogs.handover_words import HandoverWords
    from safetydesk.ui.wording import Wording

_LOW = 560


class HandoverSheet(QWidget):
    """Shows one handover and hands what is done there to the acts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: HandoverView | None = None
        self._ui = Ui_HandoverSheet()
        self._ui.setupUi(self)

    def use(self, acts: HandoverActs, words: HandoverWords, wording: Wording) -> None:
        """Takes what it works with; once, before the first view."""
        self._acts, self._words, self._wording = acts, words, wording
        ui = self._ui
        ui.items.explained.connect(acts.explain)
        ui.items.ticked.connect(acts.tick)
        ui.items.added.connect(self._on_added)
        for part in (ui.contingencies, ui.notes, ui.things, ui.words):
            part.left.connect(self.save_content)
        ui.read_back.joining.connect(acts.join)
        ui.read_back.left.connect(self._on_read_back)
        ui.read_back.text.typed.connect(ui.read_back.typed)
        ui.read_back.confirmed.connect(self._on_confirmed)
        ui.read_back.objected.connect(self._on_objected)
        ui.signatures.asked.connect(self._on_signature)
        ui.areas.chosen.connect(self._on_area)

    def show_view(self, view: HandoverView, outgoing_id: int, now: datetime) -> None:
        """Shows what is saved; ``outgoing_id`` is the session's officer, 0 for nobody."""
        self._view = view
        ui = self._ui
        over = view.handover.incoming_signed_at is not None
        reading = self._acts.reader is not None
        ui.areas.show_areas(self._words.areas(view))
        ui.items.show_view(view, self._wording, now)
        ui.items.set_rights(may_write=bool(outgoing_id) and not over, may_tick=reading and not over)
        ui.later.show_view(view, self._wording)
        for part in (ui.contingencies, ui.notes, ui.things, ui.words):
            part.show_view(view)
            part.setEnabled(not over)
        ui.read_back.show_view(view, self._wording, outgoing_id=outgoing_id, reading=reading)
        ui.signatures.show_view(view, self._wording, outgoing_id=outgoing_id)

    def save_typing(self, *, writing: bool) -> None:
        """Saves every field that was left unsaved, as far as those who may are here."""
        view = self._view
        if view is None or view.handover.incoming_signed_at is not None:
            return
        if writing:
            for word in self._ui.items.unsaved():
                self._acts.explain(word)
            self.save_content()
        if self._acts.reader is not None and self._ui.read_back.text.unsaved:
            self._on_read_back()

    def sign_next(self) -> None:
        """Gives the next signature, or asks for its PIN first."""
        side = next_side(self._view) if self._view else None
        if side is None:
            return
        field = self._ui.signatures.field(side)
        if field.text():
            self._on_signature(side)
        else:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Folds the right-hand column where the window is low."""
        super().resizeEvent(event)
        for card in (self._ui.read_back, self._ui.signatures):
            card.set_narrow(self.height() < _LOW)

    @Slot()
    def save_content(self) -> None:
        """Saves the parts beside the items, if anything in them has changed."""
        view, ui = self._view, self._ui
        if view is None:
            return
        content: HandoverContent = view.handover.content
        for part in (ui.contingencies, ui.notes, ui.things, ui.words):
            content = part.written(content)
        if content != view.handover.content:
            self._acts.write(view.handover.id, content)

    @property
    def _id(self) -> int:
        return self._view.handover.id if self._view else 0

    @Slot(object)
    def _on_added(self, item: OpenItem) -> None:
        if self._acts.add(self._id, item):
            self._ui.items.clear_added()

    @Slot()
    def _on_read_back(self) -> None:
        self._acts.read_back(self._id, self._ui.read_back.text.toPlainText().strip())

    @Slot()
    def _on_confirmed(self) -> None:
        self._acts.confirm(self._id)

    @Slot(str)
    def _on_objected(self, text: str) -> None:
        if self._acts.object(self._id, text):
            self._ui.read_back.clear_reason()

    @Slot(object)
    def _on_signature(self, side: Side) -> None:
        self._acts.sign(self._id, side, self._ui.signatures.take(side))

    @Slot(str)
    def _on_area(self, key: str) -> None:
        """Brings an area into view and puts the cursor there."""
        ui, view = self._ui, self._view
        if view is None:
            return
        if key in {INCIDENT, MATTER, NOTE}:
            items = view.items_of(key)
            target: QWidget = ui.items.row(items[0].id) if items else ui.items
        elif key == "objections":
            target = ui.read_back
        else:
            cards = {"contingencies": ui.contingencies, "things": ui.things, "words": ui.words}
            target = {**cards, "counts": ui.things, "later": ui.later}.get(key, ui.notes)
        ui.scroll.ensureWidgetVisible(target, 0, 8)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
