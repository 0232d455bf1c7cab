"""The word with which the program is started to watch a desk and nothing else, and how it ends."""

from __future__ import annotations

import sys

WATCH_FLAG = "--watch-desk"
GOOD_BYE = b"closed in order\n"
"""What a desk writes into the pipe before it closes; without it the end of the pipe is a death."""


def own_command(*words: str) -> list[str]:
    """The command that starts this program once more, packed or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-m", "safetydesk", *words]
