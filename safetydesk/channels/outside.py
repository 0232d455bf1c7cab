"""Sends a notice through one configured address, within a time limit; the library's only caller.

Only the plugins named here can be reached: the library knows a hundred more, some of which run
programs or write files. They are loaded at the first sending (0.6 s), on the worker's thread.
"""

from __future__ import annotations

import logging
import threading
from importlib import import_module
from typing import Any

from safetydesk.channels.answers import Answers, Door, Listener, judged
from safetydesk.domain.errors import BadInput
from safetydesk.domain.notice import ChannelKind, Notice, NoticeFailure, Sent, kind_of

LIMIT = 15.0
"""Seconds for a whole sending, whatever the other side does."""
SOCKET_LIMIT = 6.0
"""Seconds for one connection or one silence."""

_PLUGINS = {
    ChannelKind.MAIL: ("apprise.plugins.email", "NotifyEmail"),
    ChannelKind.MAIL_SECURE: ("apprise.plugins.email", "NotifyEmail"),
    ChannelKind.JSON: ("apprise.plugins.custom_json", "NotifyJSON"),
    ChannelKind.JSON_SECURE: ("apprise.plugins.custom_json", "NotifyJSON"),
    ChannelKind.FORM: ("apprise.plugins.custom_form", "NotifyForm"),
    ChannelKind.FORM_SECURE: ("apprise.plugins.custom_form", "NotifyForm"),
    ChannelKind.DINGTALK: ("apprise.plugins.dingtalk", "NotifyDingTalk"),
    ChannelKind.WECOM: ("apprise.plugins.wecombot", "NotifyWeComBot"),
    ChannelKind.FEISHU: ("apprise.plugins.feishu", "NotifyFeishu"),
}
_answers = Answers()
_loading = threading.Lock()
_opened: set[str] = set()


def check_address(address: str) -> ChannelKind:
    """The kind of an address that could be sent to; nothing is sent.

    Raises:
        BadInput: it begins with nothing known, or lacks something its kind needs.
    """
    kind = kind_of(address)
    try:
        _plugin(kind, address.strip())
    except (TypeError, ValueError) as error:
        raise BadInput("channel.address", where="address", expected=f"{kind.value}://…") from error
    return kind


def send(address: str, notice: Notice, *, expected: str = "", limit: float = LIMIT) -> Sent:
    """Sends and says how it ended; never raises and never takes longer than ``limit`` seconds.

    ``expected`` is a text that a gateway's answer must contain. A sending that hangs is left
    behind on its own thread, whose sockets end it.
    """
    ended: list[Sent] = []

    def work() -> None:
        ended.append(_sent(address, notice, expected, min(SOCKET_LIMIT, limit)))

    thread = threading.Thread(target=work, name="notice", daemon=True)
    thread.start()
    thread.join(limit)
    return ended[0] if ended else Sent(NoticeFailure.TIMED_OUT)


def _sent(address: str, notice: Notice, expected: str, patience: float) -> Sent:
    """The sending itself, on the worker's thread."""
    _answers.forget()
    try:
        kind = kind_of(address)
        plugin = _plugin(kind, address.strip())
        plugin.socket_connect_timeout = plugin.socket_read_timeout = patience
        accepted = bool(plugin.notify(title=notice.title, body=notice.text))
    except (BadInput, TypeError, ValueError):
        return Sent(NoticeFailure.BAD_ADDRESS)
    except Exception as error:  # noqa: BLE001 - whatever a plugin does, the desk must hear of it
        return Sent(NoticeFailure.REFUSED, type(error).__name__)
    return judged(kind, _answers, expected, accepted=accepted)


def _plugin(kind: ChannelKind, address: str) -> Any:
    """The library's plugin for an address.

    Raises:
        TypeError, ValueError: the address lacks something.
    """
    module_name, class_name = _PLUGINS[kind]
    with _loading:
        apprise = import_module("apprise")
        module = import_module(module_name)
        if module_name not in _opened:
            _opened.add(module_name)
            _open(module)
    made = getattr(module, class_name)
    found = made.parse_url(address)
    if not found:
        raise ValueError(kind.value)
    memory = apprise.PersistentStoreMode.MEMORY  # nothing is written beside the data folder
    return made(**found, asset=apprise.AppriseAsset(storage_mode=memory, secure_logging=True))


def _open(module: Any) -> None:
    """Gives a plugin the door in place of ``requests``, and hears what it says."""
    if hasattr(module, "requests"):
        module.requests = Door(_answers)
    logger = logging.getLogger("apprise")
    if not any(isinstance(handler, Listener) for handler in logger.handlers):
        logger.addHandler(Listener(_answers))
        logger.setLevel(logging.DEBUG)
        logger.propagate = False  # its warnings name recipients
