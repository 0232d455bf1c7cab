"""Sending and checking whose library (0.6 s) is loaded only when either is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.notice import ChannelKind, Notice, Sent


def send(address: str, notice: Notice, *, expected: str = "") -> Sent:
    """Sends a notice through an address and says how it ended; never raises."""
    from safetydesk.channels import outside

    return outside.send(address, notice, expected=expected)


def check_address(address: str) -> ChannelKind:
    """The kind of an address that could be sent to.

    Raises:
        BadInput: it begins with nothing known, or lacks something its kind needs.
    """
    from safetydesk.channels import outside

    return outside.check_address(address)
