"""Files, functions and classes stay small enough to be read at once."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.sources import HOME, python_files, trees

FOLDERS = ("safetydesk", "tests", "tools")
LONGEST_FILE, LONGEST_FUNCTION, MOST_METHODS = 400, 40, 20
Function = ast.FunctionDef | ast.AsyncFunctionDef


def length(function: Function) -> int:
    """The lines of a function from its name to its end."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def nodes(kind: type[ast.AST] | tuple[type[ast.AST], ...]) -> Iterator[tuple[str, ast.AST]]:
    for name, tree in trees(*FOLDERS):
        for node in ast.walk(tree):
            if isinstance(node, kind):
                yield name, node


def test_no_file_is_longer_than_400_lines():
    files = [*python_files(*FOLDERS), HOME / "desk.py"]
    lengths = {
        str(path.relative_to(HOME)): len(path.read_text("utf-8").splitlines()) for path in files
    }
    large = {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}
    assert large == {}


def test_no_function_is_longer_than_40_lines():
    long = [
        f"{name}:{node.lineno} {node.name} has {length(node)} lines"
        for name, node in nodes((ast.FunctionDef, ast.AsyncFunctionDef))
        if isinstance(node, Function) and length(node) > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_class_has_more_than_20_methods():
    large = []
    for name, node in nodes(ast.ClassDef):
        assert isinstance(node, ast.ClassDef)
        methods = sum(isinstance(part, Function) for part in node.body)
        if methods > MOST_METHODS:
            large.append(f"{name}:{node.lineno} {node.name} has {methods} methods")
    assert large == []
