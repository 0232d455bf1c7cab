"""Waiting for windows as long as it takes: how fast a machine is, is no matter of a test."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot
from typing_extensions import override

LONG_MS = 50_000
"""What has not come by then never will; pytest-qt itself gives up after five seconds."""


class PatientBot(QtBot):
    """Waits ten times as long as pytest-qt's own."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONG_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(self, signal, *, timeout=LONG_MS, raising=None, check_params_cb=None):
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )

    @override
    def waitExposed(self, widget, *, timeout=LONG_MS):
        return super().waitExposed(widget, timeout=timeout)

    @override
    def waitActive(self, widget, *, timeout=LONG_MS):
        return super().waitActive(widget, timeout=timeout)
