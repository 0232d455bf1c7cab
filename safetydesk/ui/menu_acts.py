"""How a menu gets an act that is kept: with a parent, or Python may lose hold of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu


def add_act(menu: QMenu, text: str) -> QAction:
    """Adds an act that can be held and changed later.

    The action that ``QMenu.addAction(text)`` makes belongs to Qt alone: its wrapper may be taken
    for deleted while the menu still shows it.
    """
    action = QAction(text, menu)
    menu.addAction(action)
    return action
