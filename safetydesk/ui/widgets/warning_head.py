"""The head of a warning: sign, title, area, how long it holds, and the figures of its calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.domain.warning import WarningStepKind
from safetydesk.domain.warning_wording import areas_in_words
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.number_figure import NumberFigure
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel
from safetydesk.ui.widgets.warning_sign import WarningSign

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.views_warnings import WarningView
    from safetydesk.ui.wording import Wording


class WarningHead(Card):
    """Shows one warning; the level and the words are the issuer's."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._wording = wording
        self._view: WarningView | None = None
        self._sign = WarningSign()
        self._title = PlainLabel(role="page")
        self._area, self._source = ElidedLabel(role="sub"), ElidedLabel(role="sub")
        self._minded = ElidedLabel(tone="o")
        names = (self.tr("to call"), self.tr("called"), self.tr("answered"), self.tr("no answer"))
        self._figures = [NumberFigure(name) for name in names]
        self._share = NumberFigure()
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, self._area, self._source, self._minded):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 8, 10)
        row.setSpacing(16)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        for figure in (*self._figures, self._share):
            row.addWidget(figure)
        self.body.addLayout(row)

    def show_view(self, view: WarningView, now: datetime) -> None:
        """Shows a warning as it stands."""
        self._view = view
        statement = view.warning.current.statement
        self._sign.show_signal(statement.level, statement.hazard)
        title = statement.title or self.tr("{signal} warning").format(signal=statement.signal)
        self._title.setText(title)
        minded = self.tr("The text also names {areas}: ask the issuer")
        self._minded.setText(minded.format(areas="、".join(view.minded)))
        self._minded.setVisible(bool(view.minded))
        self._show_figures(view)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """How long it still holds."""
        view = self._view
        if view is None:
            return
        statement = view.warning.current.statement
        between = self._wording.words.between
        area = areas_in_words(statement.areas) or self.tr("area not stated")
        parts = [self.tr("Concerns {area}").format(area=area)]
        until = statement.in_force_until
        if not view.warning.is_open:
            parts.append(view.state.value)
        elif until is not None:
            counted = self._wording.countdown(until, now)
            parts.append(self.tr("in force: {left}").format(left=counted.text))
        else:
            parts.append(self.tr("no end stated"))
        self._area.setText(between.join(parts))
        self._source.setText(between.join(self._course(view, now)))

    def _course(self, view: WarningView, now: datetime) -> list[str]:
        """Issued, received, told: each with its time."""
        message = view.warning.current
        statement = message.statement
        parts = [
            self.tr("{issuer} issued {time}").format(
                issuer=statement.issuer, time=self._wording.moment(statement.issued_at, now)
            ),
            self.tr("received {time}").format(time=self._wording.moment(message.received_at, now)),
        ]
        told = next(iter(view.warning.steps_about(message, WarningStepKind.LEADER_TOLD)), None)
        if told is not None:
            at = self._wording.moment(told.at, now)
            parts.append(self.tr("told {leader} {time}").format(leader=told.to_whom, time=at))
        sent = next(iter(view.warning.steps_about(message, WarningStepKind.FORWARDED)), None)
        if sent is not None:
            at = self._wording.moment(sent.at, now)
            parts.append(self.tr("forwarded unchanged {time}").format(time=at))
        return parts

    def _show_figures(self, view: WarningView) -> None:
        """The figures of the newest call list; nothing while there is none."""
        calls = view.calls
        for figure in (*self._figures, self._share):
            figure.setVisible(calls is not None)
        if calls is None:
            return
        tally = calls.tally
        numbers = (tally.wanted, tally.called, tally.answered, tally.unanswered)
        for figure, number in zip(self._figures, numbers, strict=True):
            figure.show_number(str(number))
        within = self._wording.period(calls.call_list.within)
        self._share.set_label(self.tr("within {period}").format(period=within))
        share = tally.share_in_time
        self._share.show_number("—" if share is None else f"{share}%")
