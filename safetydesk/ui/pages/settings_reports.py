"""The section of reports: templates and phrases beside the shipped texts, and who reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)
from typing_extensions import override

from safetydesk.domain.report_template import TEMPLATE_KINDS
from safetydesk.services.report_templates import TemplateText
from safetydesk.ui.messages import sentence
from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.pages.settings_text_side import TextSide
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.domain.clock import Clock
    from safetydesk.services.office_texts import EditsText, OfficeText
    from safetydesk.services.report_reviews import ReportReviews
    from safetydesk.services.report_templates import ReportTemplates
    from safetydesk.services.standing_phrases import StandingPhrases
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_DELAY = 300
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class ReportsSection(SettingsSection):
    """Ctrl+Enter puts the text in force; the right side shows what it makes, or the difference."""

    def __init__(
        self,
        *,
        templates: ReportTemplates,
        phrases: StandingPhrases,
        reviews: ReportReviews,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
    ) -> None:
        super().__init__()
        self._templates, self._phrases, self._reviews = templates, phrases, reviews
        self._session, self._bus = session, bus
        self._clock, self._wording = clock, wording
        self._view: OfficeText | None = None
        self.kinds, self.reason = QComboBox(), QLineEdit()
        self.text = QPlainTextEdit(tabChangesFocus=True)
        self._right = TextSide(clock, wording)
        self.side, self.shown = self._right.segment, self._right.shown
        self.problem = PlainLabel(role="problem", wrap=True)
        self.standing = ElidedLabel(role="sub")
        self.by_pin = QCheckBox(self.tr("A second person reviews with a PIN before the signature"))
        self._put = KeyButton(self.tr("Put in force"), icon="confirm", key="Ctrl Enter")
        self._back = KeyButton(self.tr("Take back the shipped text"), icon="undo")
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._name()
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        """Shows the text in force, unless another is being typed."""
        self.by_pin.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.by_pin.setChecked(self._reviews.wanted())
        self.by_pin.blockSignals(False)  # noqa: FBT003
        typing = self._view is not None and self._is_changed()
        view = self.chosen.view()
        if typing and self._view is not None and self._view.key == view.key:
            self._view = view
        else:
            self._show(view)
        self._show_standing(view)

    @override
    def help_text(self) -> str:
        """How a template is written."""
        return self.tr(
            "The words of a report begin with its template: text, and in double braces the names "
            "of what is known. A line that begins with # is the heading of a section; a section "
            "without words is left out. |句 ends with a full stop, |连句 joins a list. A change "
            "needs a reason; drafts begun keep their words, and so does every report issued. The "
            "preview is made of the facts of an incident; older texts can be taken over again. "
            "Standing phrases stand one a line, in the order in which Alt+B offers them."
        )

    @property
    def chosen(self) -> EditsText:
        """Which text is shown: a template, or behind them the standing phrases."""
        place = max(0, self.kinds.currentIndex())
        if place == len(TEMPLATE_KINDS):
            return self._phrases
        return TemplateText(self._templates, TEMPLATE_KINDS[place])

    def show_problem(self, text: str) -> None:
        """Why it was refused; what was typed stays."""
        self.problem.setText(text)

    @Slot()
    def put_in_force(self) -> None:
        """Ctrl+Enter: the text holds for what is drafted from now on."""
        text, reason, actor = self.text.toPlainText(), self.reason.text(), self._session.require
        self._carry_out(lambda: self.chosen.put_in_force(actor(), text, reason))

    @Slot()
    def take_back(self) -> None:
        """The shipped text holds again."""
        reason, actor = self.reason.text(), self._session.require
        self._carry_out(lambda: self.chosen.take_back(actor(), reason))

    def _carry_out(self, verb: Callable[[], CarriesChanges]) -> None:
        if perform(self, verb, bus=self._bus, initiator=self) is not None:
            self.reason.clear()
            self.show_problem("")
            self._show(self.chosen.view())

    @Slot()
    def _on_kind(self) -> None:
        self._show(self.chosen.view())

    @Slot(bool)
    def _on_by_pin(self, on: bool) -> None:  # noqa: FBT001 - a slot of Signal(bool)
        reviews, actor = self._reviews, self._session.require
        perform(self, lambda: reviews.choose(actor(), by_pin=on), bus=self._bus, initiator=self)
        self.refresh()

    @Slot()
    def _show_side(self) -> None:
        """The right side, and whether the words can stand as they are."""
        self._timer.stop()
        wrong = self._right.render_text(self.text.toPlainText())
        self.show_problem(sentence(wrong) if wrong else "")
        self._put.setEnabled(self._is_changed())

    @Slot(str)
    def _on_taken(self, words: str) -> None:
        """An older text is typed anew: it holds once it is put in force."""
        self.text.setPlainText(words)
        self.text.setFocus()

    def _is_changed(self) -> bool:
        return self._view is not None and self.text.toPlainText() != self._view.text

    def _show(self, view: OfficeText) -> None:
        self._view = view
        texts = self.chosen
        self._right.show_text(texts, view, texts.subjects())
        self.text.setPlainText(view.text)
        self._show_standing(view)
        self._show_side()

    def _show_standing(self, view: OfficeText) -> None:
        """Whose text is in force, since when and why."""
        self._back.setEnabled(view.own)
        if not view.history:
            self.standing.setText(self.tr("The shipped text is in force."))
            return
        last = view.history[-1]
        at = self._wording.moment(last.since, self._clock.now())
        words = (
            self.tr("No. {number} of the office since {time}, {author}: {reason}")
            if view.own
            else self.tr("The shipped text again since {time}, {author}: {reason}")
        )
        said = words.format(number=last.number, time=at, author=last.author, reason=last.reason)
        if view.outdated:
            said += self.tr(" · the shipped text has changed meanwhile")
        self.standing.setText(said)

    def _name(self) -> None:
        self.kinds.addItems([kind.chinese_name for kind in TEMPLATE_KINDS])
        self.kinds.addItem(self.tr("Standing phrases"))
        self.kinds.setAccessibleName(self.tr("Template of"))
        self.text.setAccessibleName(self.tr("Text of the template"))
        self.reason.setPlaceholderText(self.tr("Why it changes"))
        self.reason.setAccessibleName(self.tr("Why it changes"))
        self._put.set_kind("primary")

    def _lay_out(self) -> None:
        card = Card(self.tr("Report templates"))
        card.head.addWidget(self.kinds)
        card.head.addWidget(self.side)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self.text, 1)
        sides.addWidget(self._right, 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for widget in (self.reason, self._back, self._put):
            acts.addWidget(widget, int(widget is self.reason))
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self.standing)
        inside.addLayout(sides, 1)
        inside.addWidget(self.problem)
        inside.addLayout(acts)
        card.body.addLayout(inside, 1)
        self.column.addWidget(card, 1)
        review = Card(self.tr("Review"))
        review.body.setContentsMargins(16, 4, 16, 8)
        review.body.addWidget(self.by_pin)
        self.column.addWidget(review)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._show_side)
        self.text.textChanged.connect(self._timer.start)
        self._right.asked.connect(self._show_side)
        self._right.taken.connect(self._on_taken)
        self.kinds.currentIndexChanged.connect(self._on_kind)
        self.by_pin.toggled.connect(self._on_by_pin)
        self._put.clicked.connect(self.put_in_force)
        self._back.clicked.connect(self.take_back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, context=_HERE).activated.connect(self.put_in_force)
