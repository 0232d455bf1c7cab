"""The composer: a report from its draft to the last receipt, with the live page beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import NotFound
from safetydesk.domain.report_series import ReportType, issue_text
from safetydesk.ui.focus_order import follow_layout
from safetydesk.ui.page import Page
from safetydesk.ui.pages.composer_acts import ComposerActs
from safetydesk.ui.pages.composer_check import ComposerCheck
from safetydesk.ui.pages.composer_editor import ComposerEditor
from safetydesk.ui.pages.composer_foot import ComposerFoot
from safetydesk.ui.pages.composer_keeping import ComposerKeeping
from safetydesk.ui.pages.composer_preview import ComposerPreview
from safetydesk.ui.pages.composer_sending import ComposerSending
from safetydesk.ui.pages.composer_steps import ComposerSteps
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.chip import CountdownChip
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QHideEvent

    from safetydesk.domain.report import ReportContent
    from safetydesk.services.views_reports import ReportView
    from safetydesk.ui.incident_services import IncidentServices

TOPICS = frozenset({Topic.INCIDENTS, Topic.REPORTS})
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class ComposerPage(Page):
    """``incident_asked`` goes back to the incident (0: the list), ``print_asked`` has an id."""

    incident_asked = Signal(int)
    print_asked = Signal(int)

    def __init__(self, *, services: IncidentServices) -> None:
        super().__init__(bus=services.bus, topics=TOPICS, title="")
        self._services = services
        self._view: ReportView | None = None
        self._make_head()
        self.editor = ComposerEditor(services.wording, services.phrases.all)
        self.sending = ComposerSending(services.wording, services.clock)
        self.foot = ComposerFoot(services.people)
        self.preview = ComposerPreview(services.prints, services.tasks)
        self.check = ComposerCheck(services.report_checks, services.tasks)
        self._keeping = ComposerKeeping(self, services)
        self._acts = ComposerActs(self, services, self._keeping)
        self.body.addLayout(self._columns(), 1)
        self._connect_parts()
        self._make_keys()

    @property
    def report_id(self) -> int:
        """Which report is shown; 0 for none."""
        return self._view.id if self._view else 0

    def show_report(self, report_id: int) -> None:
        """Shows a report; a kept draft of it comes back."""
        self._keeping.save()
        view = self._view = self._services.reports.view(report_id)
        self._acts.view = view
        self.foot.leave()
        self.foot.leader.prefer(self._services.leader_on_duty())
        content, outdated = self._keeping.begin(view)
        self._show(view, content)
        self.foot.show_state("")
        self.foot.show_problem(
            self.tr("Somebody else has saved this draft meanwhile: compare before you save.")
            if outdated
            else self.foot.template_words(view.template_trouble)
        )
        self.preview.render_now()
        self.editor.title.setFocus()

    @override
    def refresh(self) -> None:
        """Fetches the report again; words being typed stay as they are."""
        if self._view is None:
            return
        try:
            view = self._view = self._services.reports.view(self._view.id)
        except NotFound:  # another desk has thrown the draft away
            incident, self._view = self._view.incident_id, None
            self._keeping.end()
            self.incident_asked.emit(incident or 0)
            return
        self._acts.view = view
        if self._keeping.unsaved and view.signed_at is None:
            self._show_around(view)
            self.editor.show_facts(view)
            self.check.begin(view.id, self.editor.content(), draft=True)
            return
        content, _ = self._keeping.begin(view)
        self._show(view, content)

    @override
    def tick(self, now: datetime) -> None:
        """Moves the countdown on."""
        if self._view is not None:
            due = self._view.due_at if not self._view.deliveries else None
            self._due.show_due(due, now)
            self._due.setVisible(due is not None)

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Only the present step keeps its name."""
        super().set_narrow(narrow)
        if hasattr(self, "_steps"):
            self._steps.set_narrow(narrow)
            self.check.set_narrow(narrow)
            self._issue.setVisible(not narrow)

    @override
    def print_shown(self) -> None:
        """Ctrl+P: the report as it is saved."""
        if self._view is not None and self._keeping.save():
            self.print_asked.emit(self._view.id)

    @override
    def help_text(self) -> str:
        """What the page is for."""
        return self.tr(
            "A report from its draft to its receipts. Missing elements never hold it up: they are "
            "marked and followed up. Ctrl+Enter asks for the leader's PIN and signs; after that "
            "the words are fixed, and Ctrl+Enter notes it as sent. Ctrl+Shift+C copies the text, "
            "Alt+N takes in what is new, Alt+J goes to the next number or time that the facts do "
            "not bear out, Alt+G sets it to the fact, Alt+V compares two reports, Alt+R asks for "
            "the reviewer, Alt+B puts in a standing phrase, Alt+K makes a daily report of a nil "
            "report or the other way round, Ctrl+Shift+D throws a draft away, Esc goes back; what "
            "is typed is kept all the time."
        )

    def show_problem(self, text: str) -> None:
        """Says beside the work why an act was refused; everything typed stays."""
        self.foot.show_problem(text)

    @override
    def hideEvent(self, event: QHideEvent, /) -> None:
        """Leaving saves the draft."""
        self.preview.stop()
        self.check.stop()
        self._keeping.save()
        super().hideEvent(event)

    def _show(self, view: ReportView, content: ReportContent) -> None:
        self.editor.show_view(view, content)
        self._show_around(view)
        self.preview.show_content(view.id, content, view.signed_at)
        self.check.begin(view.id, content, draft=view.signed_at is None)
        follow_layout(self)

    def _show_around(self, view: ReportView) -> None:
        """Everything but the words."""
        number = f"{view.incident_number} /" if view.incident_id else ""
        self._back.setText(self.tr("Incidents / {number}").format(number=number).strip())
        issue = view.issue or view.next_issue
        self._name.setText(view.place.label)
        self._issue.setText(issue_text(view.year, issue) if view.place.type.signed_off else "")
        self.preview.compare.setVisible(view.incident_id is not None)
        self._steps.show_state(view.state, reviewed=view.is_reviewed)
        self.sending.show_view(view)
        answers = view.place.type is ReportType.FEEDBACK and not view.deliveries
        self.sending.offer_matters(
            self._services.open_matters(view.incident_id) if answers and view.incident_id else ()
        )
        self.foot.show_draft(
            draft=view.signed_at is None,
            must_review=view.review_wanted and not view.is_reviewed,
            writer=view.drafter,
        )
        if view.signed_at is not None:
            at = self._services.wording.moment(view.signed_at, self._services.clock.now())
            words = self.tr("signed {time} {name}").format(time=at, name=view.signer)
            self.foot.show_state(words)
        self.tick(self._services.clock.now())

    def _make_head(self) -> None:
        self._back = KeyButton(kind="link")
        self._name, self._issue = PlainLabel(role="page"), PlainLabel(role="sub")
        self._due = CountdownChip(wording=self._services.wording)
        self._steps = ComposerSteps()
        self.head.put_words(self._back, self._name, self._issue, self._due)
        self.head.add_act(self._steps)

    def _columns(self) -> QHBoxLayout:
        """The words at the left, the page at the right."""
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sending)
        column.addWidget(self.editor, 1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside scrolls it into view
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        words = Card()
        words.body.addWidget(area, 1)
        checks = QWidget()
        under = QVBoxLayout(checks)
        under.setContentsMargins(16, 4, 10, 4)
        under.addWidget(self.check)
        words.body.addWidget(checks)
        words.body.addWidget(self.foot)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(words, 17)
        columns.addWidget(self.preview, 15)
        return columns

    def _connect_parts(self) -> None:
        self._back.clicked.connect(self._on_back)
        self.editor.edited.connect(self._on_edited)
        self.check.found.connect(self.editor.show_marks)
        self.check.jump_asked.connect(self.editor.go_to)
        self.check.set_asked.connect(self.editor.set_to_facts)
        self.editor.day.turn_asked.connect(self._acts.turn)
        self._keeping.kept.connect(self._on_kept)
        self.foot.copy_asked.connect(self._acts.copy)
        self.foot.drop_asked.connect(self._acts.ask_drop)
        self._acts.dropped.connect(self.incident_asked)
        self.foot.signed.connect(self._acts.sign)
        self.foot.reviewed.connect(self._acts.review)
        self._acts.reviewed.connect(self.foot.leave)
        self.sending.sent.connect(self._acts.note_sent)
        self.sending.confirmed.connect(self._acts.note_receipt)
        self.preview.print_asked.connect(self.print_shown)
        self.preview.compare_asked.connect(self._acts.compare)
        self._acts.done.connect(self.refresh)

    def _make_keys(self) -> None:
        for key, act in (
            ("Ctrl+Return", self._on_go_on),
            ("Ctrl+Enter", self._on_go_on),
            ("Ctrl+Shift+C", self._acts.copy),
            ("Alt+N", self.editor.take_in),
            ("Alt+J", self.check.jump),
            ("Alt+G", self.check.set_now),
            ("Alt+R", self.foot.ask_review),
            ("Alt+V", self._acts.compare),
            ("Alt+K", self._acts.turn),
            ("Alt+B", self.editor.phrases.open),
            ("Ctrl+Shift+D", self._acts.ask_drop),
            ("Esc", self._on_back),
        ):
            QShortcut(QKeySequence(key), self, context=_HERE).activated.connect(act)

    @Slot()
    def _on_back(self) -> None:
        """Esc: asks no longer for a PIN, or goes back to the incident."""
        if self.foot.asking:
            self.foot.leave()
        elif self._keeping.save() and self._view is not None:
            self.incident_asked.emit(self._view.incident_id or 0)

    @Slot()
    def _on_edited(self) -> None:
        if self._view is None:
            return
        content = self.editor.content()
        self._keeping.typed(content)
        self.preview.show_content(self._view.id, content)
        self.check.typed(content)

    @Slot()
    def _on_kept(self) -> None:
        at = self._services.wording.time(self._services.clock.now(), seconds=True)
        self.foot.show_state(self.tr("draft kept {time}").format(time=at))
        self.foot.show_problem("")

    @Slot()
    def _on_go_on(self) -> None:
        """Ctrl+Enter: the next step, whichever it is."""
        if self._view is not None and self._view.signed_at is not None:
            self.sending.note()
        elif self._keeping.save():
            self.foot.go_on()
