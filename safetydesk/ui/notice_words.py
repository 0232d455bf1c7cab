"""The words of the ways out of the house: kinds, addresses, how a sending ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from safetydesk.domain.notice import ChannelKind, NoticeFailure
from safetydesk.ui.models.rows_model import Cell, Column

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.clock import Clock
    from safetydesk.domain.notice import Sent
    from safetydesk.services.views_escalation import ChannelView, DeliveryView
    from safetydesk.ui.wording import Wording

_EXAMPLES = {
    ChannelKind.MAIL_SECURE: "user:password@smtp.example.cn?to=duty@example.cn",
    ChannelKind.JSON_SECURE: "gateway.example.cn/send",
    ChannelKind.FORM_SECURE: "gateway.example.cn/send",
    ChannelKind.DINGTALK: "secret@token",
    ChannelKind.WECOM: "key",
    ChannelKind.FEISHU: "token",
    ChannelKind.MAIL: "smtp.example.cn?to=duty@example.cn",
    ChannelKind.JSON: "gateway.example.cn/send",
    ChannelKind.FORM: "gateway.example.cn/send",
}
"""In the order in which kinds are offered: those without encryption last."""


class NoticeWords(QObject):
    """What tables and messages of the section say."""

    def __init__(self, parent: QObject, clock: Clock, wording: Wording) -> None:
        super().__init__(parent)
        self._clock, self._wording = clock, wording

    def new_way(self) -> str:
        """The title of the form while it is empty."""
        return self.tr("One more way")

    def kinds(self) -> list[tuple[ChannelKind, str]]:
        """The kinds with their names."""
        return [(kind, self.kind(kind)) for kind in _EXAMPLES]

    def kind(self, kind: ChannelKind) -> str:
        """A kind by name."""
        return {
            ChannelKind.MAIL_SECURE: self.tr("E-mail"),
            ChannelKind.JSON_SECURE: self.tr("SMS gateway (JSON)"),
            ChannelKind.FORM_SECURE: self.tr("SMS gateway (form)"),
            ChannelKind.DINGTALK: self.tr("DingTalk robot"),
            ChannelKind.WECOM: self.tr("WeCom robot"),
            ChannelKind.FEISHU: self.tr("Feishu robot"),
            ChannelKind.MAIL: self.tr("E-mail, not encrypted"),
            ChannelKind.JSON: self.tr("SMS gateway (JSON), not encrypted"),
            ChannelKind.FORM: self.tr("SMS gateway (form), not encrypted"),
        }[kind]

    def example(self, kind: ChannelKind) -> str:
        """How an address of a kind looks."""
        return f"{kind.value}://{_EXAMPLES[kind]}"

    def failure(self, failure: NoticeFailure) -> str:
        """Why a sending failed."""
        return {
            NoticeFailure.BAD_ADDRESS: self.tr("the address is wrong"),
            NoticeFailure.UNREACHABLE: self.tr("no connection"),
            NoticeFailure.TIMED_OUT: self.tr("no answer in time"),
            NoticeFailure.REFUSED: self.tr("refused by the other side"),
            NoticeFailure.WRONG_ANSWER: self.tr("the answer is not one of success"),
            NoticeFailure.BROKEN_OFF: self.tr("broken off; nobody knows whether it arrived"),
        }[failure]

    def sent(self, sent: Sent) -> str:
        """How a test ended."""
        if sent.failure is None:
            return self.tr("The test was accepted. Ask whether it arrived.")
        words = self.tr("The test failed: {reason}.").format(reason=self.failure(sent.failure))
        return f"{words} {sent.detail}".strip()

    def ways(self) -> list[Column[ChannelView]]:
        """Name, kind, whether it is on, whether titles leave, how the last sending ended."""
        return [
            Column(self.tr("Name"), lambda row: Cell(row.name, bold=True)),
            Column(self.tr("Kind"), lambda row: Cell(self.kind(row.kind), tone="t2"), 150),
            Column(self.tr("State"), self._state, 92),
            Column(self.tr("Leaves"), self._leaves, 128),
            Column(self.tr("Last sending"), self._last, 208),
        ]

    def deliveries(self) -> list[Column[DeliveryView]]:
        """When, by which way, what, how it ended."""
        return [
            Column(self.tr("Time"), lambda row: self._moment(row.at), 120),
            Column(self.tr("Way"), lambda row: Cell(row.channel, tone="t2"), 140),
            Column(
                self.tr("What"),
                lambda row: self.tr("Test") if row.is_test else self.tr("Alarm"),
                80,
            ),
            Column(self.tr("Result"), self._result),
        ]

    def _state(self, row: ChannelView) -> Cell:
        if row.enabled:
            return Cell(self.tr("on"), tone="ok_ink", bold=True)
        return Cell(self.tr("off"), tone="t3")

    def _leaves(self, row: ChannelView) -> Cell:
        words = self.tr("with the title") if row.with_title else self.tr("nothing personal")
        return Cell(words, tone="o_ink" if row.with_title else "t2")

    def _last(self, row: ChannelView) -> Cell:
        if row.last_at is None:
            return Cell("—", tone="t3")
        at = self._moment(row.last_at)
        if row.last_failure:
            reason = self.failure(NoticeFailure(row.last_failure))
            return Cell(f"{at} {reason}", tone="r_ink")
        if row.last_state == "delivered":
            return Cell(self.tr("{time} accepted").format(time=at), tone="ok_ink")
        return Cell(at, tone="t2")

    def _result(self, row: DeliveryView) -> Cell:
        if row.failure is not None:
            return Cell(f"{self.failure(row.failure)} {row.detail}".strip(), tone="r_ink")
        if row.is_delivered:
            words = self.tr("accepted")
            return Cell(f"{words} {row.detail}".strip(), tone="ok_ink")
        return Cell(self.tr("under way"), tone="t2")

    def _moment(self, at: datetime) -> str:
        return self._wording.moment(at, self._clock.now())
