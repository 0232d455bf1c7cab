"""Files are written in one place only, which cannot leave half a file behind."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.sources import trees

ALLOWED = {"safetydesk/resources.py", "safetydesk/app/logs.py"}
WRITING_METHODS = {"write_text", "write_bytes"}


def writes(tree: ast.AST) -> list[int]:
    """The lines of a module that open a file for writing or write one whole."""
    return sorted(
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and (_writes_whole(node) or _opens_for_writing(node))
    )


def _writes_whole(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in WRITING_METHODS


def _opens_for_writing(call: ast.Call) -> bool:
    """Whether the call is some open() whose mode has w, a, x or +."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name not in {"open", "fdopen"}:
        return False
    plain = isinstance(call.func, ast.Name) or name == "fdopen"
    given = [
        *call.args[1 if plain else 0 :],
        *(word.value for word in call.keywords if word.arg == "mode"),
    ]
    modes = (arg.value for arg in given if isinstance(arg, ast.Constant))
    return any(
        isinstance(mode, str) and set(mode) <= set("rwaxbt+U") and set(mode) & set("wax+")
        for mode in modes
    )


def test_the_program_writes_files_in_one_place_only():
    found = [
        f"{name}:{line}"
        for name, tree in trees("safetydesk")
        if name not in ALLOWED
        for line in writes(tree)
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    ["open('x', 'w')", "path.open('ab')", "open(p, mode='x')", "p.write_text('')", "p.open('r+b')"],
)
def test_the_lint_sees_a_planted_write(code):
    assert writes(ast.parse(code)) == [1]


@pytest.mark.parametrize("code", ["open('w')", "path.open('rb')", "archive.open('wax.xml', 'r')"])
def test_the_lint_lets_reading_pass(code):
    assert writes(ast.parse(code)) == []
