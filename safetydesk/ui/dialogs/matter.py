"""One matter (交办事项): its history, how it stands, and the next step somebody takes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.matter import MatterState, MatterStepKind
from safetydesk.services.matter_writing import Step
from safetydesk.ui.dialogs.kept_fields import UnsavedTyping
from safetydesk.ui.forms.ui_matter import Ui_Matter
from safetydesk.ui.icons import Tone, put_icon
from safetydesk.ui.perform import perform
from safetydesk.ui.qt_time import edited_instant, prepare, show_instant

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.domain.matter import Matter
    from safetydesk.services.drafts import DraftService
    from safetydesk.services.matters import MatterService
    from safetydesk.services.transaction import Outcome
    from safetydesk.services.views_matters import MatterView
    from safetydesk.ui.bus import Bus, Published
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

STEPS = (
    MatterStepKind.RECEIVED,
    MatterStepKind.PROGRESS,
    MatterStepKind.FEEDBACK,
    MatterStepKind.ASSIGNED,
    MatterStepKind.DUE_CHANGED,
    MatterStepKind.URGED,
    MatterStepKind.RETURNED,
    MatterStepKind.CLOSED,
)
_LOGGED = frozenset({MatterStepKind.FEEDBACK, MatterStepKind.CLOSED, MatterStepKind.RETURNED})
_ANSWERS = frozenset({MatterStepKind.FEEDBACK, MatterStepKind.DUE_CHANGED})
_DAY = timedelta(days=1)


class MatterDialog(QDialog):
    """Opens without blocking; ``entry_seq`` ties the step to a log entry written already.

    ``stepped`` carries the matter's id after each step.
    """

    stepped = Signal(int)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        matter_id: int,
        matters: MatterService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
        drafts: DraftService,
        entry_seq: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._id, self._matters, self._session = matter_id, matters, session
        self._bus, self._clock, self._wording = bus, clock, wording
        self._drafts, self._entry_seq = drafts, entry_seq
        self._ui = Ui_Matter()
        self._ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ui.text_edit.setProperty("keptKey", "text")
        self._ui.rename_edit.setProperty("keptKey", "title")
        self._typing = UnsavedTyping(self)
        self._dress()
        self.refresh()
        self._typing.watch()
        self._typing.bring_back(drafts.find_form(self._draft_key))
        self._ui.kind_combo.setFocus()

    def show_problem(self, text: str) -> None:
        """Says why a step was refused; what was typed stays."""
        self._ui.problem_label.setText(text)

    @Slot()
    def refresh(self) -> None:
        """Shows the matter as it stands now."""
        now = self._clock.now()
        view = self._matters.view(self._id, now)
        ui = self._ui
        self.setWindowTitle(self.tr("Matter {number}").format(number=view.number))
        ui.number_label.setText(view.number)
        ui.title_label.setText(view.title)
        ui.rename_edit.show_saved(view.title)
        ui.owner_label.setText(view.owner)
        ui.state_badge.setText(view.state.value)
        ui.state_badge.set_tone(badge_tone(view))
        waiting = view.closed_at is None and view.due_at is not None
        ui.due_chip.setVisible(waiting)
        ui.due_chip.show_due(view.due_at if waiting else None, now)
        ui.history.show_view(view, self._wording, now)
        ui.step_box.setVisible(view.closed_at is None)
        ui.save_button.setVisible(view.closed_at is None)
        self._offer_units(view)

    @override
    def done(self, result: int, /) -> None:
        """However it is left, what was typed stays as a draft."""
        self._keep_draft()
        self._typing.stop()
        super().done(result)

    @property
    def _draft_key(self) -> str:
        return f"matter:{self._id}"

    def _dress(self) -> None:
        ui = self._ui
        prepare(ui.due_edit, "MM-dd HH:mm")
        show_instant(ui.due_edit, self._clock.now() + _DAY, self._wording.zone)
        ui.kind_combo.addItems([kind.chinese_name for kind in STEPS])
        ui.kind_combo.currentIndexChanged.connect(self._on_kind)
        for part in (ui.due_edit, ui.rename_label, ui.rename_edit):
            ui.due_check.toggled.connect(part.setVisible)
            part.setVisible(False)
        ui.save_button.setText(self.tr("Take the step"))
        put_icon(ui.save_button, "confirm", Tone.ON_ACCENT)
        ui.save_button.set_key("Ctrl Enter")
        ui.leave_button.set_key("Esc")
        ui.leave_button.clicked.connect(self._on_leave)
        ui.save_button.clicked.connect(self._on_save)
        self._typing.due.connect(self._keep_draft)
        self._bus.changed.connect(self._on_changed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_save)
        self._on_kind()

    def _offer_units(self, view: MatterView) -> None:
        """The units it was assigned to; another one can be typed."""
        combo = self._ui.unit_combo
        typed = combo.currentText()
        names = ["", *(standing.unit for standing in view.units)]
        if [combo.itemText(place) for place in range(combo.count())] != names:
            combo.clear()
            combo.addItems(names)
            combo.setCurrentText(typed)

    @property
    def _kind(self) -> MatterStepKind:
        return STEPS[self._ui.kind_combo.currentIndex()]

    @Slot()
    def _on_kind(self) -> None:
        """A new term wants its time; the log is proposed for what others will ask about."""
        ui, kind = self._ui, self._kind
        may_set = kind in _ANSWERS or kind is MatterStepKind.ASSIGNED
        ui.due_check.setEnabled(may_set and kind is not MatterStepKind.DUE_CHANGED)
        ui.due_check.setChecked(kind is MatterStepKind.DUE_CHANGED)
        ui.log_check.setEnabled(self._entry_seq is None)
        ui.log_check.setChecked(self._entry_seq is None and kind in _LOGGED)

    @Slot()
    def _on_save(self) -> None:
        ui, kind = self._ui, self._kind
        due = edited_instant(ui.due_edit, self._wording.zone) if ui.due_check.isChecked() else None
        words, title = ui.text_edit.toPlainText().strip(), ui.rename_edit.text().strip()
        step = Step(
            kind,
            unit=ui.unit_combo.currentText().strip(),
            text=words,
            due_at=due,
            title=title if due else "",
        )
        done = perform(self, lambda: self._take(step), bus=self._bus, initiator=self)
        if done is None:
            return
        ui.problem_label.setText("")
        ui.text_edit.setPlainText("")
        ui.rename_edit.settle(done.value.title)
        ui.unit_combo.setCurrentText("")
        self._drafts.forget(self._draft_key)
        self.refresh()
        self.stepped.emit(self._id)

    def _take(self, step: Step) -> Outcome[Matter]:
        actor, entry = self._session.require(), self._entry(step)
        if step.kind is MatterStepKind.CLOSED:
            return self._matters.close(actor, self._id, step.text, entry=entry)
        return self._matters.step(actor, self._id, step, entry=entry)

    def _entry(self, step: Step) -> EntryDraft | int | None:
        """The log entry of a step: the one given, one written with it, or none."""
        if self._entry_seq is not None or not self._ui.log_check.isChecked():
            return self._entry_seq
        number, kind = self._ui.number_label.text(), step.kind.chinese_name
        subject = "".join(part for part in (step.unit, kind) if part)
        words = step.text or self._ui.title_label.text()
        return EntryDraft(EntryKind.REQUEST, f"{number}{subject}：{words}")

    @Slot()
    def _on_leave(self) -> None:
        self.reject()

    @Slot()
    def _keep_draft(self) -> None:
        self._drafts.keep_form(self._draft_key, dict(self._typing.words()))

    @Slot(object)
    def _on_changed(self, published: Published) -> None:
        if published.touches(Topic.MATTERS) and published.initiator is not self:
            self.refresh()


def badge_tone(view: MatterView) -> str:
    """The look of a matter's state: red when overdue, done without a frame."""
    if view.state is MatterState.CLOSED:
        return "done"
    if view.overdue:
        return "r"
    return "o" if view.state is MatterState.RETURNED else ""
