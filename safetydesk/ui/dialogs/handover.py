"""The handover window: two officers at one desk, step by step until responsibility has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.ui.bus import Published
from safetydesk.ui.dialogs.close_unrelieved import CloseUnrelieved
from safetydesk.ui.dialogs.handover_acts import HandoverActs, HandoverServices
from safetydesk.ui.dialogs.handover_signatures import Side, next_side
from safetydesk.ui.dialogs.handover_words import HandoverWords
from safetydesk.ui.dialogs.kept_fields import UnsavedTyping
from safetydesk.ui.forms.ui_handover import Ui_Handover
from safetydesk.ui.icons import Tone, put_icon
from safetydesk.ui.menu_acts import add_act

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor
    from safetydesk.domain.clock import Clock
    from safetydesk.services.views_handover import HandoverView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_TOPICS = (Topic.HANDOVER, Topic.PRESENCE, Topic.SHIFT)
_GAP, _TITLE_BAR = 12, 32


class HandoverWindow(QWidget):
    """A window of its own, left of the alarm list.

    ``print_asked`` carries the handover's id; ``signed`` the ``Actor`` who now holds the desk. The
    session stays the outgoing officer's until then; the incoming officer acts through this window.
    Without ``handover_id`` it shows the handover in progress, or offers to begin one.
    """

    print_asked = Signal(int)
    signed = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        services: HandoverServices,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
        handover_id: int | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._services, self._session, self._bus = services, session, bus
        self._clock, self._wording = clock, wording
        self._handover_id = handover_id
        self._view: HandoverView | None = None
        self._problem = ""
        self._ui = Ui_Handover()
        self._ui.setupUi(self)
        self._words = HandoverWords(wording, self)
        self._acts = HandoverActs(self, services=services, session=session, bus=bus)
        self._typing = UnsavedTyping(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._dress()
        self._connect_parts()
        self.refresh()
        self._typing.bring_back(services.drafts.find_form(self._draft_key))

    def place_left_of(self, frame: QWidget, alarms: QWidget) -> None:
        """Stands over the page, from the frame's left edge to the alarm list, which stays free."""
        left = frame.mapToGlobal(frame.rect().topLeft()).x() + _GAP
        corner = alarms.mapToGlobal(alarms.rect().topLeft())
        foot = alarms.mapToGlobal(alarms.rect().bottomLeft()).y()
        top = corner.y() + _TITLE_BAR + _GAP // 2
        self.setGeometry(QRect(left, top, corner.x() - _GAP - left, foot - top - _GAP // 2))

    @property
    def reader(self) -> Actor | None:
        """The incoming officer while acting at this window."""
        return self._acts.reader

    def show_problem(self, text: str) -> None:
        """Says beside the work why an act was refused, until the next one is done."""
        self._problem = text
        self._show_foot()

    @Slot()
    def refresh(self) -> None:
        """Shows everything as it is saved now; what is being typed stays."""
        reading = self._services.reading
        view = reading.get(self._handover_id) if self._handover_id else reading.running()
        self._view = view
        self._ui.steps.setVisible(view is not None)
        if view is None:
            self._ui.stack.setCurrentWidget(self._ui.start)
            self._ui.start.show_start(reading.start(), self._wording)
            self.setWindowTitle(self.tr("Handover"))
        else:
            self._handover_id = view.handover.id
            self._ui.stack.setCurrentWidget(self._ui.sheet)
            self.setWindowTitle(self._words.title(view))
            actor = self._session.actor
            outgoing = (actor.person_id or 0) if actor else 0
            self._ui.steps.show_steps(self._words.steps(view), view.phase)
            self._ui.sheet.show_view(view, outgoing, self._clock.now())
        self._show_foot()
        self._typing.watch()

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        """Saves what can be saved; the rest stays as a draft."""
        self._ui.sheet.save_typing(writing=self._session.actor is not None)
        self._keep_draft()
        self._typing.stop()
        self._soon.stop()
        super().closeEvent(event)

    @property
    def _draft_key(self) -> str:
        return f"handover:{self._handover_id or 'start'}"

    def _show_foot(self) -> None:
        ui, view = self._ui, self._view
        quiet = self.tr("Whoever leaves: everything written is kept")
        ui.state_label.setText(self._problem or quiet)
        ui.state_label.set_tone("r" if self._problem else "")
        missing = self._words.missing(view) if view else ""
        ui.missing_label.setText(missing and self.tr("Still: {what}").format(what=missing))
        ui.print_button.setVisible(view is not None)
        side = next_side(view) if view else None
        ui.sign_button.setVisible(side is not None)
        ui.sign_button.setText(
            {
                Side.OUTGOING: self.tr("Outgoing signature"),
                Side.INCOMING: self.tr("Incoming signature"),
                Side.LEADER: self.tr("Leader's signature"),
                None: "",
            }[side]
        )
        running = view is not None and view.handover.incoming_signed_at is None
        self._cancel.setVisible(running)

    def _dress(self) -> None:
        ui = self._ui
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(900, 520)
        for button, name, key in (
            (ui.print_button, "print", "Ctrl P"),
            (ui.leave_button, "close", "Esc"),
            (ui.sign_button, "sign", "Ctrl Enter"),
        ):
            put_icon(button, name, Tone.ON_ACCENT if button is ui.sign_button else Tone.PLAIN)
            button.set_key(key)
        put_icon(ui.more_button, "more")
        menu = QMenu(self)
        self._cancel = add_act(menu, self.tr("Drop this draft"))
        self._unrelieved = add_act(menu, self.tr("Close without a handover…"))
        ui.more_button.setMenu(menu)

    def _connect_parts(self) -> None:
        ui, acts = self._ui, self._acts
        acts.settled.connect(self._on_settled)
        acts.signed.connect(self.signed)
        ui.start.begun.connect(self._on_begun)
        ui.start.opened.connect(acts.open_shift)
        ui.start.countersign.connect(self._on_countersign)
        ui.sheet.use(acts, self._words, self._wording)
        ui.print_button.clicked.connect(self._on_print)
        ui.leave_button.clicked.connect(self._on_leave)
        ui.sign_button.clicked.connect(self._on_sign)
        self._cancel.triggered.connect(self._on_cancel)
        self._unrelieved.triggered.connect(self._on_unrelieved)
        self._typing.due.connect(self._keep_draft)
        self._soon.timeout.connect(self.refresh)
        self._bus.changed.connect(self._on_changed)
        self._session.changed.connect(self._on_changed)
        for keys, act in (
            ("Ctrl+P", self._on_print),
            ("Esc", self._on_leave),
            ("Ctrl+Return", self._on_sign),
            ("Ctrl+Enter", self._on_sign),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    @Slot(bool)
    def _on_settled(self, done: bool) -> None:  # noqa: FBT001 - carried by a signal
        """Shows what is saved now; a refusal stays on screen until something succeeds."""
        if done:
            self._problem = ""
        self.refresh()

    @Slot(str)
    def _on_begun(self, words: str) -> None:
        if self._acts.begin(words) is not None:
            self._services.drafts.forget("handover:start")

    @Slot(int)
    def _on_countersign(self, handover_id: int) -> None:
        self._handover_id = handover_id
        self.refresh()

    @Slot()
    def _on_print(self) -> None:
        if self._view is not None:
            self._ui.sheet.save_typing(writing=self._session.actor is not None)
            self.print_asked.emit(self._view.handover.id)

    @Slot()
    def _on_sign(self) -> None:
        """Ctrl+Enter: begins the handover, or gives the next signature."""
        if self._view is None:
            self._ui.start.begin()
        else:
            self._ui.sheet.save_typing(writing=self._session.actor is not None)
            self._ui.sheet.sign_next()

    @Slot()
    def _on_leave(self) -> None:
        self.close()

    @Slot()
    def _on_cancel(self) -> None:
        if self._view is not None and self._acts.cancel(self._view.handover.id):
            self._services.drafts.forget(self._draft_key)
            self._handover_id = None
            self.refresh()

    @Slot()
    def _on_unrelieved(self) -> None:
        dialog = CloseUnrelieved(
            self,
            signing=self._services.signing,
            leaders=self._services.reading.start().leaders,
            bus=self._bus,
        )
        dialog.closed.connect(self._on_leave)
        dialog.open()

    @Slot()
    def _keep_draft(self) -> None:
        """Keeps what is typed and not saved, so that a crash loses nothing."""
        self._services.drafts.keep_form(self._draft_key, dict(self._typing.words()))

    @Slot(object)
    def _on_changed(self, change: Published | Actor | None) -> None:
        """Refetches after a change made elsewhere, and when somebody else holds the desk."""
        own = isinstance(change, Published) and change.initiator is self
        if own or (isinstance(change, Published) and not change.touches(*_TOPICS)):
            return
        self._soon.start()
