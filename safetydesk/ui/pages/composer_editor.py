"""The words of a report as plain-text fields: addressees, title, opening, sections, elements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from safetydesk.domain.report import Annex, ReportContent, Section, table_rows, table_text
from safetydesk.domain.report_editing import leaving_out, renewed, says, taking_in
from safetydesk.ui.pages.composer_chips import AddresseeChips
from safetydesk.ui.pages.composer_day import DayBar
from safetydesk.ui.pages.composer_elements import ElementBadges, TitleRule
from safetydesk.ui.pages.composer_news import NewsList
from safetydesk.ui.pages.composer_phrases import PhraseButton
from safetydesk.ui.widgets.growing_text import GrowingText
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from safetydesk.domain.report_marks import TextCheck, TextMark
    from safetydesk.domain.report_news import News
    from safetydesk.services.views_reports import ReportView
    from safetydesk.ui.wording import Wording


class ComposerEditor(QWidget):
    """``edited`` comes with each change by the person; ``content`` is what stands here."""

    edited = Signal()

    def __init__(self, wording: Wording, phrases: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self._content = ReportContent(title="")
        self._view: ReportView | None = None
        self._showing = False
        self._sections: list[tuple[PlainLabel, GrowingText]] = []
        self.addressees = AddresseeChips()
        self.title, self.subtitle = QLineEdit(), QLineEdit()
        self.opening = GrowingText()
        self.copies, self.contact, self.reviewer = QLineEdit(), QLineEdit(), QLineEdit()
        self.annex_title, self.annex = QLineEdit(), GrowingText()
        self.printed = QSpinBox()
        self._lines = {"title": self.title, "subtitle": self.subtitle, "contact": self.contact}
        self._check, self._elements = TitleRule(), ElementBadges()
        self.news, self.day = NewsList(wording), DayBar()
        self.phrases = PhraseButton(self, phrases)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 16, 12)
        self._column.setSpacing(4)
        self._build()
        self._connect_parts()

    def show_view(self, view: ReportView, content: ReportContent) -> None:
        """Shows a report with these words; the cursor stays where they did not change."""
        self._showing = True
        self._content = content
        self.addressees.set_names(content.addressees)
        for field, text in (
            (self.title, content.title),
            (self.subtitle, content.subtitle),
            (self.copies, content.copies_to),
            (self.contact, content.contact),
            (self.reviewer, content.reviewer),
        ):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        self.printed.setValue(content.printed)
        self.opening.show_text(content.opening)
        self.annex_title.setText(content.annex.title)
        self.annex.show_text(table_text(content.annex.rows))
        self._show_sections(content.sections)
        self.show_facts(view)
        self._set_read_only(read_only=view.signed_at is not None)
        self.reviewer.setReadOnly(view.signed_at is not None or view.review_wanted)
        self._showing = False
        self._show_check()

    def show_facts(self, view: ReportView) -> None:
        """Shows what is new and which elements are doubtful; touches no words."""
        self._view = view
        self.news.show_news(view.news, view.former, self.content())
        self.day.show_view(view)
        self._elements.show_elements(view.elements)
        self._show_check()

    @Slot()
    def take_in(self) -> None:
        """Alt+N: says everything that is new and not said yet; a report of the day begins anew."""
        view = self._view
        if view is None or view.signed_at is not None:
            return
        content = self.content()
        if view.incident_id is None and view.proposal is not None:
            self._change(renewed(content, view.proposal))
            return
        for item in view.news:
            if not says(content, item):
                content = taking_in(content, item, view.proposal)
        self._change(replace(content, covers=view.covers_now or content.covers))

    def content(self) -> ReportContent:
        """The report as it stands here."""
        sections = tuple(
            Section(kept.lead, text.toPlainText().strip())
            for kept, (_, text) in zip(self._content.sections, self._sections, strict=False)
        )
        return replace(
            self._content,
            title=self.title.text().strip(),
            subtitle=self.subtitle.text().strip(),
            addressees=self.addressees.names(),
            opening=self.opening.toPlainText().strip(),
            sections=sections,
            copies_to=self.copies.text().strip(),
            contact=self.contact.text().strip(),
            reviewer=self.reviewer.text().strip(),
            annex=Annex(self.annex_title.text().strip(), table_rows(self.annex.toPlainText())),
            printed=self.printed.value(),
        )

    @Slot(object)
    def show_marks(self, check: TextCheck) -> None:
        """Underlines what differs from the record, what it does not have, and what agrees."""
        found: dict[str, list[tuple[int, int, str]]] = {}
        for mark in check.agreeing:
            found.setdefault(mark.field, []).append((mark.start, mark.end, "agrees"))
        for remark in check.remarks:
            kind = "wrong" if remark.is_error else "unknown"
            for mark in remark.marks:
                found.setdefault(mark.field, []).append((mark.start, mark.end, kind))
        for name, text in self._texts().items():
            text.mark(found.get(name, ()))

    @Slot(object)
    def go_to(self, mark: TextMark) -> None:
        """Selects the words of a mark."""
        text, line = self._texts().get(mark.field), self._lines.get(mark.field)
        if text is not None:
            text.go_to(mark.start, mark.end)
        elif line is not None:
            line.setFocus()
            line.setSelection(mark.start, mark.end - mark.start)

    @Slot(object)
    def set_to_facts(self, marks: Sequence[TextMark]) -> None:
        """Writes the words of the record at the marks; Ctrl+Z in the field takes it back."""
        texts, lines = self._texts(), self._lines
        for mark in sorted(marks, key=lambda mark: mark.start, reverse=True):
            self.go_to(mark)
            if mark.field in texts:
                texts[mark.field].insertPlainText(mark.fix)
            elif mark.field in lines:
                lines[mark.field].insert(mark.fix)
        self._on_edited()

    def _texts(self) -> dict[str, GrowingText]:
        """The fields of several lines by the names that marks use."""
        sections = {f"section:{place}": text for place, (_, text) in enumerate(self._sections)}
        return {"opening": self.opening, "annex": self.annex, **sections}

    def _build(self) -> None:
        self._labelled(self.tr("Addressees"), self.addressees)
        self._labelled(self.tr("Title"), self.title, self._check)
        self._column.addWidget(self.subtitle)
        self._column.addWidget(self.news)
        self._column.addWidget(self.day)
        self._labelled(self.tr("Opening"), self.opening, self.phrases)
        self._sections_column = QVBoxLayout()
        self._sections_column.setSpacing(4)
        self._column.addLayout(self._sections_column)
        self._column.addLayout(self._small_fields())
        self._labelled(self.tr("Annex: paste a table, its first row is the head"), self.annex_title)
        self._column.addWidget(self.annex)
        divider = QFrame()
        divider.setProperty("kind", "divider")
        divider.setFixedHeight(1)
        self._column.addSpacing(6)
        self._column.addWidget(divider)
        self._column.addWidget(self._elements)
        self._column.addStretch(1)
        self._name_fields()

    def _name_fields(self) -> None:
        self.title.setAccessibleName(self.tr("Title"))
        self.printed.setSpecialValueText("—")
        self.printed.setMaximum(999)
        self.printed.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.subtitle.setAccessibleName(self.tr("Subtitle: casualties and progress"))
        self.subtitle.setPlaceholderText(self.tr("Subtitle: casualties and progress"))
        self.opening.setAccessibleName(self.tr("Opening"))
        self.annex_title.setAccessibleName(self.tr("Title of the annex"))
        self.annex_title.setPlaceholderText(self.tr("Title of the annex"))
        self.annex.setAccessibleName(self.tr("Rows of the annex"))

    def _labelled(self, text: str, field: QWidget, beside: QWidget | None = None) -> None:
        """A field under its name, with something at the right of the name."""
        line = QHBoxLayout()
        line.addWidget(PlainLabel(text, role="label"), 1)
        if beside is not None:
            line.addWidget(beside)
        self._column.addLayout(line)
        self._column.addWidget(field)

    def _small_fields(self) -> QHBoxLayout:
        """Contact, copies, reviewer and number of prints side by side."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, field in (
            (self.tr("Contact at the scene"), self.contact),
            (self.tr("Copies to"), self.copies),
            (self.tr("Reviewed by"), self.reviewer),
            (self.tr("Copies printed"), self.printed),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(PlainLabel(text, role="label"))
            column.addWidget(field)
            field.setAccessibleName(text)
            row.addLayout(column, int(field is not self.printed))
        return row

    def _connect_parts(self) -> None:
        self.news.ticked.connect(self._on_ticked)
        self.news.all_asked.connect(self.take_in)
        self.day.renew_asked.connect(self.take_in)
        self.addressees.changed.connect(self._on_edited)
        lines = (self.title, self.subtitle, self.copies, self.contact, self.reviewer)
        for field in (*lines, self.annex_title):
            field.textEdited.connect(self._on_edited)
        self.printed.valueChanged.connect(self._on_edited)
        self.opening.textChanged.connect(self._on_edited)
        self.annex.textChanged.connect(self._on_edited)

    def _show_sections(self, sections: tuple[Section, ...]) -> None:
        while len(self._sections) > len(sections):
            label, text = self._sections.pop()
            for widget in (label, text):
                self._sections_column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self._sections) < len(sections):
            label, text = PlainLabel(role="label"), GrowingText()
            text.textChanged.connect(self._on_edited)
            self._sections_column.addWidget(label)
            self._sections_column.addWidget(text)
            self._sections.append((label, text))
        for section, (label, text) in zip(sections, self._sections, strict=True):
            label.setText(section.lead)
            text.setAccessibleName(section.lead)
            text.show_text(section.text)

    def _set_read_only(self, *, read_only: bool) -> None:
        for field in (self.title, self.subtitle, self.copies, self.contact, self.reviewer):
            field.setReadOnly(read_only)
        for text in (self.opening, self.annex, *(text for _, text in self._sections)):
            text.setReadOnly(read_only)
        self.annex_title.setReadOnly(read_only)
        self.printed.setEnabled(not read_only)
        self.phrases.setVisible(not read_only)
        self.addressees.set_read_only(read_only)
        if read_only:
            self.news.hide()

    def _show_check(self) -> None:
        """The title rule holds for reports of an incident."""
        view = self._view
        elements = view.elements if view else ()
        self._check.setVisible(view is None or view.incident_id is not None)
        self._check.show_title(self.title.text(), self.subtitle.text(), elements)

    @Slot()
    def _on_edited(self) -> None:
        if not self._showing:
            self._show_check()
            self.edited.emit()

    @Slot(object, bool)
    def _on_ticked(self, item: News, on: bool) -> None:  # noqa: FBT001 - a slot of two values
        proposal = self._view.proposal if self._view else None
        content = self.content()
        self._change(taking_in(content, item, proposal) if on else leaving_out(content, item))

    def _change(self, content: ReportContent) -> None:
        """Shows words that a tick has changed."""
        if self._view is not None:
            self.show_view(self._view, content)
            self.edited.emit()
