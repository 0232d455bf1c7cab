"""How this computer's choices about the wallboard are named where small choices are kept."""

from __future__ import annotations

SCREEN = "wallboard_screen"
"""The name of the screen on which it comes up; empty for the last one."""
PHONES = "wallboard_phones"
"""``SHOWN`` where the duty leader's number may be read on it."""
SHOWN = "shown"
