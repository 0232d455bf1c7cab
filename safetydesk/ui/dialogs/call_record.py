"""A telephone record being written (F3): who called about what, kept while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from safetydesk.domain.call import CallCategory, Direction
from safetydesk.domain.intake import read_message
from safetydesk.domain.intake_proposals import call_proposals
from safetydesk.domain.log import EntryKind
from safetydesk.ui.bus import Notice
from safetydesk.ui.dialogs.call_form import CallForm
from safetydesk.ui.dialogs.call_times import ANSWERED_KEY, ENDED_KEY, CallTimes
from safetydesk.ui.dialogs.caller_match import CallerMatch
from safetydesk.ui.dialogs.intake import IntakeDialog
from safetydesk.ui.forms.ui_call_record import Ui_CallRecord
from safetydesk.ui.icons import Tone, put_icon
from safetydesk.ui.perform import perform
from safetydesk.ui.qt_time import prepare

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from safetydesk.domain.clock import Clock
    from safetydesk.services.calls import CallRecorded, CallService
    from safetydesk.services.contacts import ContactService
    from safetydesk.services.drafts import DraftService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.call_target import CallTarget
    from safetydesk.ui.dialogs.intake import Taken
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_DRAFT_DELAY = 300
_GAP, _TITLE_BAR, _WIDTH = 12, 32, 720
_LABEL_DROP = 8
"""Labels of tall fields stand beside their first line."""
_PREFIX = "call:new"
_ASKED_IN = frozenset({CallCategory.INCIDENT, CallCategory.PUBLIC, CallCategory.TIP_OFF})


class CallRecordWindow(QWidget):
    """A window of its own that blocks nothing; several may be open, each with its draft.

    ``incident_asked`` carries the ``CallRecorded`` from which an incident shall be made. Esc puts
    the record aside: F3 brings it back as it was, with the time at which it rang.
    """

    incident_asked = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        calls: CallService,
        contacts: ContactService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
        drafts: DraftService,
        target: CallTarget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._calls, self._session, self._bus = calls, session, bus
        self._clock, self._wording, self._drafts = clock, wording, drafts
        self._saved = False
        self._ui = Ui_CallRecord()
        self._ui.setupUi(self)
        self._form = CallForm(self._ui, wording, clock.now())
        self._times = CallTimes(self._ui, self._form, clock=clock, wording=wording, parent=self)
        self._match = CallerMatch(self._ui, contacts, wording)
        self._timer = QTimer(self, singleShot=True, interval=_DRAFT_DELAY)
        self._key = self._free_key(target)
        self._dress()
        self._begin(target)
        self._connect()
        (self._ui.text_edit if target else self._ui.number_edit).setFocus()

    @property
    def draft_key(self) -> str:
        """Under which key this window keeps its draft."""
        return self._key

    def place_left_of(self, frame: QWidget, alarms: QWidget) -> None:
        """Stands over the page, from the frame's left edge to the alarm list, which stays free."""
        left = frame.mapToGlobal(frame.rect().topLeft()).x() + _GAP
        corner = alarms.mapToGlobal(alarms.rect().topLeft())
        foot = alarms.mapToGlobal(alarms.rect().bottomLeft()).y()
        top = corner.y() + _TITLE_BAR + _GAP // 2
        room = QRect(left, top, corner.x() - _GAP - left, foot - top - _GAP // 2)
        width = min(_WIDTH, room.width())
        height = min(max(self.sizeHint().height(), 560), room.height())
        beside = room.left() + (room.width() - width) // 2
        self.setGeometry(QRect(beside, room.top(), width, height))

    def show_problem(self, text: str) -> None:
        """Says why it was not saved; what was typed stays."""
        self._ui.state_label.set_tone("r" if text else "")
        self._ui.state_label.setText(text)

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        """However it is left, what was typed stays as a draft."""
        if not self._saved:
            self._keep_draft()
        self._timer.stop()
        super().closeEvent(event)

    def _free_key(self, target: CallTarget | None) -> str:
        """The oldest record put aside that no other window shows, else a key of its own."""
        if target is not None:
            return f"call:to:{target.key}:{target.number}"
        parent = self.parentWidget()
        others = parent.findChildren(CallRecordWindow) if parent is not None else []
        taken = {window.draft_key for window in others if window is not self}
        aside = [key for key in self._drafts.keys(_PREFIX) if key not in taken]
        return aside[0] if aside else f"{_PREFIX}:{self._form.rang_at.isoformat()}"

    def _dress(self) -> None:
        ui = self._ui
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ui.direction_segment.set_options(
            [
                (Direction.INCOMING.value, self.tr("Incoming")),
                (Direction.OUTGOING.value, self.tr("Outgoing")),
            ]
        )
        ui.category_segment.set_options([(kind.value, kind.value) for kind in CallCategory])
        ui.kind_combo.addItems([kind.value for kind in EntryKind])
        for label in (ui.text_label, ui.handling_label):
            label.setContentsMargins(0, _LABEL_DROP, 0, 0)
        prepare(ui.time_edit, "MM-dd HH:mm")
        put_icon(ui.more_button, "add")
        put_icon(ui.leave_button, "minimise")
        put_icon(ui.paste_button, "paste-warning")
        ui.paste_button.set_kind("flat")
        put_icon(ui.save_button, "done")
        put_icon(ui.incident_button, "nav-incident", Tone.ON_ACCENT)
        ui.leave_button.set_key("Esc")
        ui.save_button.set_key("Ctrl Enter")
        ui.incident_button.set_key("F4")
        ui.drop_button.set_kind("flat")

    def _begin(self, target: CallTarget | None) -> None:
        """Shows the record put aside, or a new one, to the target if there is one."""
        kept = self._drafts.find_form(self._key)
        self._form.show_kept(kept, target)
        self._ui.drop_button.setVisible(bool(kept))
        self._match.look_up()
        self._show_kind()

    def _connect(self) -> None:
        ui = self._ui
        for edit in (ui.number_edit, ui.unit_edit, ui.name_edit, ui.title_edit):
            edit.textChanged.connect(self._timer.start)
        for text in (ui.text_edit, ui.handling_edit):
            text.textChanged.connect(self._timer.start)
        ui.text_edit.textChanged.connect(self._on_words)
        ui.told.edited.connect(self._timer.start)
        ui.time_edit.dateTimeChanged.connect(self._timer.start)
        for segment in (ui.category_segment, ui.direction_segment):
            segment.chosen.connect(self._show_kind)
        ui.kind_combo.activated.connect(self._on_kind)
        ui.more_button.clicked.connect(ui.told.add_line)
        ui.paste_button.clicked.connect(self._on_paste)
        ui.drop_button.clicked.connect(self._on_drop)
        ui.leave_button.clicked.connect(self._on_leave)
        ui.save_button.clicked.connect(self._on_save)
        ui.incident_button.clicked.connect(self._on_incident)
        self._times.changed.connect(self._timer.start)
        self._timer.timeout.connect(self._keep_draft)
        for keys, act in (
            ("Esc", self._on_leave),
            ("Ctrl+Return", self._on_save),
            ("Ctrl+Enter", self._on_save),
            ("F4", self._on_incident),
            ("Ctrl+Shift+V", self._on_paste),
            (ANSWERED_KEY, ui.answered_button.click),
            (ENDED_KEY, ui.ended_button.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    @Slot()
    def _show_kind(self) -> None:
        """The kind follows category and direction until somebody chooses another one."""
        ui = self._ui
        direction = Direction(ui.direction_segment.current())
        category = CallCategory(ui.category_segment.current())
        if not self._form.own_kind:
            ui.kind_combo.setCurrentText(category.entry_kind(direction).value)
        outgoing = direction is Direction.OUTGOING
        ui.name_label.setText(self.tr("Called") if outgoing else self.tr("Caller"))
        self._times.show()
        asked = category in _ASKED_IN and not outgoing
        ui.questions.setVisible(asked)
        ui.questions_label.setVisible(asked)
        self._on_words()

    @Slot()
    def _on_kind(self) -> None:
        self._form.own_kind = True
        self._timer.start()

    @Slot()
    def _on_words(self) -> None:
        self._ui.questions.show_words(self._ui.text_edit.toPlainText())

    @Slot()
    def _on_paste(self) -> None:
        """Ctrl+Shift+V: a pasted note fills the record, field by field as accepted."""
        zone, rang_at = self._wording.zone, self._form.rang_at
        dialog = IntakeDialog(
            self,
            propose=lambda text: call_proposals(read_message(text, rang_at, zone)),
            present=self._form.present(),
            text=self._ui.text_edit.toPlainText(),
        )
        dialog.taken.connect(self._on_taken)
        dialog.open()

    @Slot(object)
    def _on_taken(self, taken: Taken) -> None:
        self._form.take(taken)
        self._match.look_up()
        self._show_kind()
        self._timer.start()

    def _record(self) -> CallRecorded | None:
        """Saves, once; None when it was refused or is saved already."""
        if self._saved:
            return None
        self.show_problem("")
        self._match.settle()
        draft = self._form.draft(self._match.contact_id)
        done = perform(
            self, lambda: self._calls.record(self._session.require(), draft), bus=self._bus
        )
        if done is None:
            return None
        self._saved = True
        self._drafts.forget(self._key)
        who = " ".join(part for part in (draft.unit, draft.name) if part) or draft.number
        words = self.tr("Telephone record saved: {who}").format(who=who or draft.entry_kind.value)
        self._bus.notice.emit(Notice(words))
        return done.value

    @Slot()
    def _on_save(self) -> None:
        """Ctrl+Enter."""
        if self._record() is not None:
            self.close()

    @Slot()
    def _on_incident(self) -> None:
        """F4: saved, and an incident is to be made of it."""
        recorded = self._record()
        if recorded is not None:
            self.incident_asked.emit(recorded)
            self.close()

    @Slot()
    def _on_leave(self) -> None:
        self.close()

    @Slot()
    def _on_drop(self) -> None:
        """Throws the record put aside away and begins anew."""
        self._drafts.forget(self._key)
        self._form.rang_at = self._clock.now()
        self._key = f"{_PREFIX}:{self._form.rang_at.isoformat()}"
        self._begin(None)
        self._timer.stop()
        self._ui.number_edit.setFocus()

    @Slot()
    def _keep_draft(self) -> None:
        """Keeps what was typed; a record without any words is not worth keeping."""
        fields = self._form.kept_fields()
        if not fields:
            self._drafts.forget(self._key)
            return
        self._drafts.keep_form(self._key, fields)
        kept = self._wording.time(self._clock.now(), seconds=True)
        self.show_problem("")
        self._ui.state_label.setText(self.tr("draft kept {time}").format(time=kept))
