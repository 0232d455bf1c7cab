"""The section of the ways out of the house: kept, tried, switched on, and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout
from typing_extensions import override

from safetydesk.ui.notice_words import NoticeWords
from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.perform import perform, show_error
from safetydesk.ui.tokens import ROW_HEIGHT
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.notice_form import NoticeForm
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.domain.clock import Clock
    from safetydesk.domain.errors import SafetyDeskError
    from safetydesk.domain.notice import Sent
    from safetydesk.services.notice_record import NoticeRecord
    from safetydesk.services.outside_notices import OutsideNotices
    from safetydesk.services.transaction import Outcome
    from safetydesk.services.views_escalation import ChannelView, DeliveryView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording


class NoticesSection(SettingsSection):
    """Ctrl+Enter keeps what the form says, Ctrl+T tries the selected way, Ctrl+E switches it.

    Enter on a way takes it into the form, Esc leaves it as it is.
    """

    def __init__(
        self,
        *,
        notices: OutsideNotices,
        record: NoticeRecord,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
        tasks: Runs,
    ) -> None:
        super().__init__()
        self._notices, self._record = notices, record
        self._session, self._bus, self._tasks = session, bus, tasks
        self._words = NoticeWords(self, clock, wording)
        self._ways: RowTable[ChannelView] = RowTable(
            self._words.ways(), key=lambda row: str(row.id)
        )
        self._sent: RowTable[DeliveryView] = RowTable(
            self._words.deliveries(), key=lambda row: str(row.id)
        )
        self._ways.setAccessibleName(self.tr("Ways out of the house"))
        self._sent.setAccessibleName(self.tr("What was sent"))
        self._standing = PlainLabel(wrap=True)
        self._problem = PlainLabel(role="problem", wrap=True)
        self._test = KeyButton(self.tr("Send a test"), icon="send", key="Ctrl T")
        self._switch = KeyButton(self.tr("Switch on"), key="Ctrl E")
        self._testing = False
        self._form = NoticeForm(self._words)
        self._held = Card(self.tr("Ways out of the house"))
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        """Reads the ways and what was sent; the form keeps what is typed."""
        ways = self._notices.channels()
        self._ways.set_rows(ways)
        self._held.set_hint("" if ways else self.tr("None yet: add the first one below."))
        self._sent.set_rows(self._record.recent())
        on = [way.name for way in ways if way.enabled]
        self._standing.set_tone("" if on else "o")
        self._standing.setText(
            self.tr("Switched on: {names}.").format(names="、".join(on))
            if on
            else self.tr("Nothing is switched on: outside the house there is nobody to notify.")
        )
        self._show_acts()

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Small screens leave room for what was sent."""
        super().set_narrow(narrow)
        self._ways.setMaximumHeight(4 * ROW_HEIGHT if narrow else 12 * ROW_HEIGHT)

    @override
    def help_text(self) -> str:
        """What leaves the house and what does not."""
        return self.tr(
            "When an alarm at the desk is not acknowledged, the escalation policy can send a "
            "notice outside. Nothing is sent until a way is switched on. A notice holds the level, "
            "the kind of duty and its time; names, telephone numbers and places never leave, and "
            "the title of the alarm only where you allow it. A sending that fails is an alarm at "
            "the desk."
        )

    def show_problem(self, text: str) -> None:
        """Why an act was refused, or how a test ended."""
        self._say(text, "")

    @Slot()
    def keep(self) -> None:
        """Keeps the way of the form: a new one switched off, or the changes of one."""
        way = self._form.way
        if way is not None:
            if perform(self, lambda: self._change_verb(way), bus=self._bus) is None:
                return
            number = way.id
        else:
            added = perform(self, self._add_verb, bus=self._bus)
            if added is None:
                return
            number = added.value
        self.leave()
        self.show_problem("")
        self.refresh()
        self._ways.select_key(str(number))
        self._ways.setFocus()

    @Slot()
    def leave(self) -> None:
        """An empty form for one more way."""
        self._form.fill(None)

    @Slot(object)
    def take(self, way: ChannelView) -> None:
        """Enter: a way goes into the form; its address stays hidden and holds if none is typed."""
        self._form.fill(way)

    @Slot()
    def switch(self) -> None:
        """Switches the selected way on, or off."""
        row, notices, session = self._ways.current(), self._notices, self._session
        if row is not None and perform(
            self,
            lambda: notices.switch(session.require(), row.id, row.version, on=not row.enabled),
            bus=self._bus,
        ):
            self.show_problem("")
            self.refresh()

    @Slot()
    def test(self) -> None:
        """Sends a test by the selected way; how it ended is said beside it and kept."""
        row, notices, actor = self._ways.current(), self._notices, self._session.actor
        if row is None or actor is None or self._testing:
            return
        self._testing = True
        self._show_acts()
        self._say(self.tr("Sending a test by {name}…").format(name=row.name), "i")
        number = row.id
        self._tasks.submit(
            lambda: notices.test(actor, number),
            succeeded=self._on_tested,
            failed=self._on_refused,
            finished=self._on_test_over,
        )

    def _say(self, text: str, tone: str) -> None:
        """A line under the ways, where there is something to say."""
        self._problem.set_tone(tone)
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _add_verb(self) -> Outcome[int]:
        """One more way, as the form says."""
        entry = self._form.entry()
        return self._notices.add(
            self._session.require(),
            entry.name,
            entry.address,
            expected=entry.expected,
            with_title=entry.with_title,
        )

    def _change_verb(self, way: ChannelView) -> Outcome[None]:
        """A kept way, changed as the form says."""
        entry = self._form.entry()
        return self._notices.change(
            self._session.require(),
            way,
            name=entry.name,
            address=entry.address,
            expected=entry.expected,
            with_title=entry.with_title,
        )

    @Slot(object)
    def _on_tested(self, outcome: Outcome[Sent]) -> None:
        self._bus.publish(outcome.changes, self)
        sent = outcome.value
        self._say(self._words.sent(sent), "ok" if sent.delivered else "r")
        self.refresh()

    @Slot(object)
    def _on_refused(self, error: SafetyDeskError) -> None:
        show_error(self, error)

    @Slot()
    def _on_test_over(self) -> None:
        self._testing = False
        self._show_acts()

    def _lay_out(self) -> None:
        ways = self._held
        ways.head.addWidget(self._switch)
        ways.head.addWidget(self._test)
        ways.body.addWidget(self._ways, 1)
        foot = QGridLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(self._standing, 0, 0)
        foot.addWidget(self._problem, 1, 0)
        ways.body.addLayout(foot)
        sent = Card(self.tr("What was sent"))
        sent.body.addWidget(self._sent)
        self.column.addWidget(ways, 1)
        self.column.addWidget(self._form)
        self.column.addWidget(sent, 1)
        self._problem.hide()

    def _connect(self) -> None:
        self._form.keep.clicked.connect(self.keep)
        self._ways.opened.connect(self.take)
        self._test.clicked.connect(self.test)
        self._switch.clicked.connect(self.switch)
        self._ways.picked.connect(self._show_acts)
        for keys, slot in (
            ("Ctrl+Return", self.keep),
            ("Ctrl+Enter", self.keep),
            ("Esc", self.leave),
            ("Ctrl+T", self.test),
            ("Ctrl+E", self.switch),
        ):
            self._add_key(keys, slot)

    def _add_key(self, keys: str, slot: Callable[[], None]) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(keys), self, context=within).activated.connect(slot)

    @Slot()
    def _show_acts(self) -> None:
        row = self._ways.current()
        self._switch.setEnabled(row is not None)
        self._switch.setText(
            self.tr("Switch off") if row is not None and row.enabled else self.tr("Switch on")
        )
        self._test.setEnabled(row is not None and not self._testing)
