"""The program is left in one place: a slot that ends the process would skip the closing order."""

from __future__ import annotations

import ast

from tests.architecture.sources import trees

EXITS = {("sys", "exit"), ("os", "_exit"), ("os", "abort")}


def leaves(node: ast.AST) -> bool:
    """Whether the node ends the process."""
    if isinstance(node, ast.Raise):
        raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        return isinstance(raised, ast.Name) and raised.id == "SystemExit"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner = node.func.value
        return isinstance(owner, ast.Name) and (owner.id, node.func.attr) in EXITS
    return False


def is_entry(part: ast.stmt) -> bool:
    """Whether the statement is `if __name__ == "__main__": …`."""
    return isinstance(part, ast.If) and "__main__" in ast.unparse(part.test)


def is_order(name: str, part: ast.stmt) -> bool:
    """Whether the system says so there: a signal leaves what was begun as ``SystemExit``."""
    return name == "safetydesk/app/end_signals.py" and getattr(part, "name", "") == "_leave"


def test_nothing_but_the_entry_and_a_signal_ends_the_process():
    found = [
        f"{name}:{getattr(node, 'lineno', 0)}"
        for name, tree in trees("safetydesk")
        for part in tree.body
        if not is_entry(part) and not is_order(name, part)
        for node in ast.walk(part)
        if leaves(node)
    ]
    assert found == []
