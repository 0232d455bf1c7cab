"""How long work in the main thread is cut up, so that keys and paints come between its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

_NEXT_TURN_MS = 1
"""Not 0: Qt carries a single shot of zero out before the turn ends."""


def in_turns(owner: QObject, steps: Iterable[Callable[[], object]]) -> None:
    """Does one step in each turn of the event loop, from the next on.

    The rest is left undone when a step fails or ``owner`` goes.
    """
    rest = iter(steps)

    def go_on() -> None:
        step = next(rest, None)
        if step is not None:
            step()
            QTimer.singleShot(_NEXT_TURN_MS, owner, go_on)

    QTimer.singleShot(_NEXT_TURN_MS, owner, go_on)
