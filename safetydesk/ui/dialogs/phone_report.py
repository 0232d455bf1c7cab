"""What is told in one act: 电话快报, 通报, 反馈, 日报, 统计直报 with everybody who took it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from safetydesk.domain.incident_entries import FOUR_PEERS, TOLD_MEANS, told_line
from safetydesk.domain.log import EntryKind
from safetydesk.domain.report_series import ReportType
from safetydesk.domain.report_wording import casualty_words
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.widgets.closed_with import ClosedWith
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.recipient_rows import RecipientRows
from safetydesk.ui.widgets.script_points import ScriptPoints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.services.views_incidents import IncidentView
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges

TOLD = (
    ReportType.PHONE,
    ReportType.NOTIFY,
    ReportType.FEEDBACK,
    ReportType.DAILY,
    ReportType.STATISTICS,
    ReportType.FILING,
    ReportType.TRANSFER,
)
_TALL, _WIDE, _ROWS_TALL = 54, 720, 152
"""Two lines of words, the dialog's width, and four recipients with the button beneath."""


class PhoneReportDialog(ActDialog):
    """``kind`` is what is told at first, ``recipients`` are offered ticked."""

    def __init__(
        self,
        parent: QWidget | None,
        services: IncidentServices,
        view: IncidentView,
        kind: ReportType = ReportType.PHONE,
        recipients: Sequence[str] = (),
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:told:{kind.value}",
            kind=EntryKind.REPORTING,
        )
        self._view = view
        self.setWindowTitle(self.tr("Tell now"))
        self.setMinimumWidth(_WIDE)
        self._type = QComboBox()
        self._type.addItems([one.chinese_name for one in TOLD])
        self._type.setCurrentIndex(TOLD.index(kind))
        self._at = self.time_field(ours=True)
        self._means = QComboBox()
        self._means.addItems(list(TOLD_MEANS))
        self._words = QPlainTextEdit(tabChangesFocus=True)
        self._words.setFixedHeight(_TALL)
        self._rows = RecipientRows(services.clock.now(), services.wording)
        script = services.reports.phone_script(view.summary.id)
        self.points = ScriptPoints(script.steps)
        self._closes = ClosedWith(services.open_matters(view.summary.id), self.tr("closes nothing"))
        self._words.setPlainText(script.words)
        self._rows.set_names(recipients or (FOUR_PEERS if kind is ReportType.NOTIFY else ("",)))
        self._add_fields()
        self.bring_back()
        self._rows.changed.connect(self.renew)
        self._rows.changed.connect(self._show_fitting)
        self._means.currentIndexChanged.connect(self._show_fitting)
        self._type.currentIndexChanged.connect(self._on_type)
        self._show_fitting()
        (self.points.ticks[0] if kind is ReportType.PHONE else self._words).setFocus()

    def _add_fields(self) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._type)
        for name, label, field in (
            ("at", self.tr("At"), self._at),
            ("means", self.tr("How"), self._means),
        ):
            row.addWidget(PlainLabel(label, role="label"))
            row.addWidget(field)
            field.setAccessibleName(label)
            self.watch(name, field)
        row.addStretch(1)
        self.add_row(self.tr("What"), line)
        self._type.setAccessibleName(self.tr("What"))
        self.watch("type", self._type)
        self.add_row(self.tr("Say"), self.points)
        self.add_field("words", self.tr("Words"), self._words)
        self.add_row(self.tr("To whom"), self._scrolled_rows())
        self.watch("rows", self._rows)
        self.add_row(self.tr("Closes"), self._closes)

    def _scrolled_rows(self) -> QScrollArea:
        """Those told; many of them scroll, so that the dialog fits a small screen."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        holder = QWidget()
        holder.setProperty("kind", "scrolled")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        column.addStretch(1)
        area.setWidget(holder)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(_ROWS_TALL)
        return area

    @override
    def proposed(self) -> str:
        """``电话快报市应急局、区政府值班室：死亡1人、失联2人``."""
        names = [told.recipient for told in self._rows.told()]
        if not names:
            return ""
        words = casualty_words(self._view.summary.casualties)
        return told_line(self._chosen.chinese_name, names, words)

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes report, deliveries and line in one act."""
        kind = self._chosen
        if kind is ReportType.FEEDBACK:
            return self._answer()
        services = self._services
        actor, incident_id = services.session.require(), self._view.summary.id
        from safetydesk.services.reports import Said, Sent

        at, means = self.instant(self._at), self._means.currentText()
        sent = tuple(
            Sent(
                told.recipient,
                means=means,
                at=at,
                confirmed_by=told.confirmed_by,
                confirmed_at=None if told.confirmed_at is None else max(at, told.confirmed_at),
            )
            for told in self._rows.told()
        )
        points = self.points.said() if kind is ReportType.PHONE else ()
        said = Said(sent, self._words.toPlainText(), points)
        if kind is ReportType.PHONE:
            return services.reports.phone_report(actor, incident_id, said, self.entry())
        if kind is ReportType.NOTIFY:
            return services.reports.notify_peer(actor, incident_id, said, self.entry())
        entry = self.entry()
        return services.reports.routine(actor, kind, said, incident_id=incident_id, entry=entry)

    def _answer(self) -> CarriesChanges:
        """The answer to an office that asked."""
        from safetydesk.services.reports import Answer

        services = self._services
        told = self._rows.told()
        answer = Answer(
            asked_by=told[0].recipient if told else "",
            text=self._words.toPlainText(),
            by_phone=self._means.currentText() == TOLD_MEANS[0],
            at=self.instant(self._at),
            taken_by=told[0].confirmed_by if told else "",
            closes=self._closes.matter_id(),
        )
        actor, incident_id = services.session.require(), self._view.summary.id
        return services.reports.feedback(actor, incident_id, answer, self.entry())

    @property
    def _chosen(self) -> ReportType:
        return TOLD[max(0, self._type.currentIndex())]

    @Slot()
    def _show_fitting(self) -> None:
        """Points for the telephone; an answer may close the matter of its question.

        The matter that names the asker is chosen for an answer in writing; by telephone it is only
        offered, since the written answer still follows.
        """
        self._form.fields.setRowVisible(self.points, self._chosen is ReportType.PHONE)
        answers = self._chosen is ReportType.FEEDBACK and self._closes.count() > 1
        self._form.fields.setRowVisible(self._closes, answers)
        if answers:
            spoken = self._means.currentText() == TOLD_MEANS[0]
            self._closes.prefer([] if spoken else [told.recipient for told in self._rows.told()])

    @Slot()
    def _on_type(self) -> None:
        """The notice goes to the four of the article."""
        if self._chosen is ReportType.NOTIFY:
            self._rows.set_names(FOUR_PEERS)
        self._show_fitting()
