"""What may leave the house about an alarm that nobody has seen, and how sending it can end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.errors import BadInput
from safetydesk.domain.wording import clock_time

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.domain.reminder import AlarmLevel, DutyKind

MARK = "〔安全值班台〕"


class ChannelKind(StrEnum):
    """The ways out of the house; a value is what its address begins with."""

    MAIL = "mailto"
    MAIL_SECURE = "mailtos"
    JSON = "json"
    JSON_SECURE = "jsons"
    FORM = "form"
    FORM_SECURE = "forms"
    DINGTALK = "dingtalk"
    WECOM = "wecombot"
    FEISHU = "feishu"


class NoticeFailure(StrEnum):
    """Why a notice was not delivered."""

    BAD_ADDRESS = "bad_address"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    REFUSED = "refused"
    WRONG_ANSWER = "wrong_answer"
    """It was taken, but the answer does not say that it was accepted."""
    BROKEN_OFF = "broken_off"
    """The program ended while it was being sent: nobody knows whether it arrived."""

    @property
    def chinese(self) -> str:
        """The reason as it is shown and written down."""
        return _REASONS[self]


_REASONS = {
    NoticeFailure.BAD_ADDRESS: "地址不对",
    NoticeFailure.UNREACHABLE: "连不上",
    NoticeFailure.TIMED_OUT: "超时",
    NoticeFailure.REFUSED: "对方拒收",
    NoticeFailure.WRONG_ANSWER: "对方答复不是成功",
    NoticeFailure.BROKEN_OFF: "发送中断，是否送达不明",
}


@dataclass(frozen=True)
class Notice:
    """A title and a text, both plain."""

    title: str
    text: str


@dataclass(frozen=True)
class Sent:
    """How a sending ended; ``failure`` is None where the other side accepted it.

    ``detail`` is a status, a code or a short answer, never an address or a secret.
    """

    failure: NoticeFailure | None = None
    detail: str = ""

    @property
    def delivered(self) -> bool:
        """Whether the other side accepted it."""
        return self.failure is None


def kind_of(address: str) -> ChannelKind:
    """The kind of an address by its scheme.

    Raises:
        BadInput: it begins with nothing that is known.
    """
    scheme = address.partition("://")[0].strip().lower()
    if "://" not in address or scheme not in set(ChannelKind):
        raise BadInput(
            "channel.address", where="address", expected="、".join(f"{k}://" for k in ChannelKind)
        )
    return ChannelKind(scheme)


def outside_notice(
    level: AlarmLevel,
    kind: DutyKind,
    due_at: datetime,
    zone: ZoneInfo,
    *,
    title: str = "",
) -> Notice:
    """What leaves the house about an alarm: level, kind of duty and time, nothing about anybody.

    ``title`` is given only where the office decided that titles may leave too.
    """
    roman = {1: "Ⅰ", 2: "Ⅱ", 3: "Ⅲ"}[int(level)]
    about = f"：{title}" if title else ""
    return Notice(
        f"{MARK}{roman}级提醒未确认",
        f"{kind.chinese_name}{about}，限{clock_time(due_at, zone)}，值班席无人确认。"
        "请与值班室联系。",
    )
