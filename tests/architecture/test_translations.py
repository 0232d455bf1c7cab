"""The screen's words are complete in Chinese, fresh, and written so that Qt finds them."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from tests.architecture.sources import HOME, trees
from tools import translations
from tools.translations import BadTranslation, Source

MAKERS = {"tr", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}


def maker(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def words_of(call: ast.Call) -> list[ast.expr]:
    """The arguments that must be literals."""
    return call.args[:1] if maker(call) in {"tr", "QT_TR_NOOP"} else call.args[:2]


def not_literal(tree: ast.Module) -> Iterator[int]:
    """Lines where a text to translate is not a plain literal."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or maker(node) not in MAKERS:
            continue
        if not all(isinstance(word, ast.Constant) for word in words_of(node)):
            yield node.lineno


@pytest.mark.slow
def test_translations_are_complete_and_fresh():
    built = translations.build()
    assert [path.name for path, data in built.items() if path.read_bytes() != data] == []


def test_only_literals_are_translated():
    found = [
        f"{name}:{line}"
        for name, tree in trees("safetydesk/ui", "safetydesk/app")
        for line in not_literal(tree)
    ]
    assert found == []


def test_the_check_sees_made_up_texts():
    bad = 'self.tr(f"{n} entries")\nself.tr("a %s" % b)\nself.tr(text)\nQT_TRANSLATE_NOOP(c, "x")'
    assert list(not_literal(ast.parse(bad))) == [1, 2, 3, 4]
    assert list(not_literal(ast.parse('self.tr("plain {name}").format(name=n)'))) == []


def test_every_context_is_a_class_of_the_screens():
    classes = {
        node.name
        for _, tree in trees("safetydesk/ui", "safetydesk/app")
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    forms = {ET.parse(path).findtext("class") for path in (HOME / "forms").glob("*.ui")}  # noqa: S314
    contexts = {context for context, _ in translations.read_tables("zh_CN")}
    assert contexts - classes - forms - {"Messages", "Faults"} == set()


def test_no_module_renames_the_translating_functions():
    renamed = [
        f"{name}:{node.lineno}"
        for name, tree in trees("safetydesk/ui", "safetydesk/app")
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in {"tr", "translate"}
    ]
    assert renamed == []


def test_a_missing_an_unused_and_a_wrong_translation_are_named(monkeypatch):
    table = {("Page", "Gone"): ("没了",), ("Page", "Hello {name}"): ("你好 {nam}",)}
    monkeypatch.setattr(translations, "read_tables", lambda language: table)
    sources = [Source("Page", "New", counts=False), Source("Page", "Hello {name}", counts=False)]
    with pytest.raises(BadTranslation) as refused:
        translations.checked("zh_CN", sources)
    said = str(refused.value).splitlines()
    assert [line.split(":")[1].split(" [")[0].strip() for line in said] == [
        "not translated",
        "other places",
        "unused",
    ]


def test_tables_lie_where_the_tool_looks():
    assert (HOME / "resources" / "translations" / "zh_CN" / "frame.toml").exists()
