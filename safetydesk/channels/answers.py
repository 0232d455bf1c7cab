"""What the other side answered, which the notification library judges by the status alone.

Robots answer 200 and put their refusal into the text, and so do many gateways: to call that
delivered would be a silent failure. The plugins are given ``requests`` through this door, which
keeps the last answer or error of the calling thread.
"""

from __future__ import annotations

import json
import logging
import threading
from typing import Any, cast

import requests
from typing_extensions import override

from safetydesk.domain.notice import ChannelKind, NoticeFailure, Sent

_ROBOTS = {
    ChannelKind.DINGTALK: ("errcode",),
    ChannelKind.WECOM: ("errcode",),
    ChannelKind.FEISHU: ("code", "StatusCode"),
}
_SHORT = 120


class Answers(threading.local):
    """The last answer and the last error of this thread."""

    response: requests.Response | None = None
    error: Exception | None = None
    words: str = ""

    def forget(self) -> None:
        """Before a new sending."""
        self.response, self.error, self.words = None, None, ""


class Door:
    """Stands for ``requests`` in a plugin: the same functions, whose answers are kept."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def __getattr__(self, name: str) -> Any:
        """Everything else is the library's own."""
        return getattr(requests, name)

    def post(self, url: str, **rest: Any) -> requests.Response:
        """A POST whose answer is kept."""
        return self.request("POST", url, **rest)

    def request(self, method: str, url: str, **rest: Any) -> requests.Response:
        """A request whose answer or error is kept."""
        try:
            response = requests.request(method, url, **rest)  # noqa: S113 - the plugin limits it
        except requests.RequestException as error:
            self._answers.error = error
            raise
        self._answers.response = response
        return response


class Listener(logging.Handler):
    """Keeps what a plugin says about a failed connection; nothing of it reaches the log."""

    def __init__(self, answers: Answers) -> None:
        super().__init__(logging.DEBUG)
        self._answers = answers

    @override
    def emit(self, record: logging.LogRecord) -> None:
        before, mark, after = record.getMessage().partition("Socket Exception: ")
        if mark and not before:
            self._answers.words = after


def judged(kind: ChannelKind, answers: Answers, expected: str, *, accepted: bool) -> Sent:
    """How the sending ended, by the library's word and the answer itself."""
    if answers.error is not None:
        slow = isinstance(answers.error, requests.Timeout)
        return Sent(NoticeFailure.TIMED_OUT if slow else NoticeFailure.UNREACHABLE)
    if answers.response is not None:
        return _judged_answer(kind, answers.response, expected, accepted=accepted)
    return Sent() if accepted else _judged_words(answers.words)


def _judged_answer(
    kind: ChannelKind, response: requests.Response, expected: str, *, accepted: bool
) -> Sent:
    """By the status, then by what the text says."""
    status, text = str(response.status_code), response.text
    if not accepted:
        return Sent(NoticeFailure.REFUSED, status)
    if kind in _ROBOTS and not _says_zero(text, _ROBOTS[kind]):
        return Sent(NoticeFailure.WRONG_ANSWER, text[:_SHORT])
    if expected and expected not in text:
        return Sent(NoticeFailure.WRONG_ANSWER, text[:_SHORT])
    return Sent()


def _says_zero(text: str, fields: tuple[str, ...]) -> bool:
    """Whether a robot's answer holds the code of success."""
    try:
        answer = json.loads(text)
    except ValueError:
        return False
    if not isinstance(answer, dict):
        return False
    said = cast("dict[str, object]", answer)
    return any(said.get(field) == 0 for field in fields)


def _judged_words(words: str) -> Sent:
    """A mail server's refusal, by what was said about the connection."""
    if "timed out" in words:
        return Sent(NoticeFailure.TIMED_OUT)
    if words.startswith("[Errno"):
        return Sent(NoticeFailure.UNREACHABLE)
    return Sent(NoticeFailure.REFUSED, words[:_SHORT])
