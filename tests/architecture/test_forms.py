"""Compiled forms are fresh, and every form has exactly one class that shows it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from tests.architecture.sources import HOME, python_files
from tools import build_forms

FORMS = {
    path.name: ET.parse(path)  # noqa: S314 - our own files
    for path in sorted((HOME / "forms").glob("*.ui"))
}


def test_compiled_forms_are_what_their_sources_say():
    assert build_forms.stale(build_forms.build_all()) == []


def test_every_form_is_used_by_exactly_one_class():
    code = "\n".join(path.read_text("utf-8") for path in python_files("safetydesk"))
    uses = {
        name: len(re.findall(rf"= Ui_{form.findtext('class')}\(\)", code))
        for name, form in FORMS.items()
    }
    assert uses
    assert {name: count for name, count in uses.items() if count != 1} == {}


def test_every_form_is_named_after_its_class():
    named = {name.removesuffix(".ui"): form.findtext("class", "") for name, form in FORMS.items()}
    assert {
        stem: name
        for stem, name in named.items()
        if re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() != stem
    } == {}


def test_widgets_that_code_touches_have_names_of_their_own():
    unnamed = [
        f"{name}: {widget.attrib['name']}"
        for name, form in FORMS.items()
        for widget in form.iter("widget")
        if re.fullmatch(r".*_\d+|(label|pushButton|lineEdit|widget)", widget.attrib["name"])
    ]
    assert unnamed == []
