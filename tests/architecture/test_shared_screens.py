"""No window is asked for its screen: the binding would make the screen a child of the window."""

from __future__ import annotations

import ast

from tests.architecture.sources import trees


def test_screens_are_asked_of_the_application_alone():
    """``QWidget.screen()`` and ``QWindow.screen()``; see decision 0018 and ``screen_bounds``."""
    found = [
        f"{name}:{node.lineno}"
        for name, tree in trees("safetydesk")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "screen"
    ]
    assert found == []
