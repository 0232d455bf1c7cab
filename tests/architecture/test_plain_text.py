"""What a person typed is shown as typed: no label, box, tooltip or style sheet interprets it."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from tests.architecture.sources import HOME, trees

KIT = "safetydesk/ui/widgets/plain.py"
BANNED_CLASSES = {
    "QErrorMessage",
    "QInputDialog",
    "QLabel",
    "QMessageBox",
    "QProgressDialog",
    "QTextBrowser",
    "QTextEdit",
}
BANNED_CALLS = {"setHtml", "insertHtml", "appendHtml", "setInformativeText", "setDetailedText"}
RICH_IN_FORMS = {"QTextEdit", "QTextBrowser", "QLabel"}


def offences(tree: ast.Module) -> Iterator[str]:
    """What in a module could interpret somebody's text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from offences_of_call(node)


def offences_of_call(call: ast.Call) -> Iterator[str]:
    name = called(call)
    if name in BANNED_CLASSES or name in BANNED_CALLS:
        yield f"{call.lineno}: {name}"
    if name in {"setToolTip", "setWhatsThis", "setStatusTip"} and not fixed_words(call):
        yield f"{call.lineno}: {name} of something that is not a literal"
    if name == "setStyleSheet" and any(made_up(argument) for argument in call.args):
        yield f"{call.lineno}: setStyleSheet of a made-up text"


def called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        owner = function.value.id if isinstance(function.value, ast.Name) else ""
        return owner if owner in BANNED_CLASSES else function.attr
    return function.id if isinstance(function, ast.Name) else ""


def fixed_words(call: ast.Call) -> bool:
    """Whether the only argument is a literal, a ``tr`` of one, or the kit's own plain tooltip."""
    argument = call.args[0] if call.args else None
    if isinstance(argument, ast.Call) and called(argument) in {"tr", "plain_tooltip"}:
        return True
    return isinstance(argument, ast.Constant)


def made_up(argument: ast.expr) -> bool:
    """Whether a text is put together at run time."""
    formats = isinstance(argument, ast.Call) and called(argument) == "format"
    return formats or isinstance(argument, ast.JoinedStr | ast.BinOp)


def test_screens_make_text_only_through_the_plain_kit():
    found = [
        f"{name}:{offence}"
        for name, tree in trees("safetydesk/ui", "safetydesk/app")
        if name != KIT
        for offence in offences(tree)
    ]
    assert found == []


def test_forms_hold_no_widget_that_interprets_text():
    found = [
        f"{form.name}: {widget.attrib['name']} is a {widget.attrib['class']}"
        for form in sorted((HOME / "forms").glob("*.ui"))
        for widget in ET.parse(form).iter("widget")  # noqa: S314 - our own files
        if widget.attrib["class"] in RICH_IN_FORMS
    ]
    assert found == []


def test_the_check_sees_what_it_is_for():
    bad = """
QLabel(name)
QtWidgets.QLabel(name)
QMessageBox.warning(self, "x", text)
view.setHtml(text)
row.setToolTip(person.note)
row.setToolTip(f"{person.note}")
button.setStyleSheet(f"color: {colour}")
button.setStyleSheet("color: %s" % colour)
"""
    good = """
PlainLabel(name)
row.setToolTip(self.tr("Open"))
row.setToolTip("")
app.setStyleSheet(style_sheet(theme))
"""
    assert len(list(offences(ast.parse(bad)))) == 8
    assert list(offences(ast.parse(good))) == []
