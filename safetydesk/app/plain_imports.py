"""Why importing is not left to PySide6: its hook reads the source of every module that follows.

PySide6 replaces ``__import__`` to look for ``from __feature__ import`` (snake_case, true_property)
and for that searches the text of each module for its own name. The program uses no such feature;
the hook costs a fifth of the time of every import and keeps 25 MB of source lines in memory.
"""

from __future__ import annotations

import builtins
from importlib import import_module

_NEEDED = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets")


def load_qt() -> None:
    """Imports the parts of Qt that every window needs and gives Python its own import back."""
    plain = builtins.__import__
    for name in _NEEDED:
        import_module(name)
    builtins.__import__ = plain
