"""A CAP 1.2 file: every field of the samples, and what is refused by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from safetydesk.domain.errors import BadInput
from safetydesk.domain.warning import MessageKind, WarningLevel
from safetydesk.exchange.warning_cap import read_cap
from safetydesk.exchange.warning_json import warning_json
from safetydesk.services.warning_policy import shipped_policy

SAMPLES = Path(__file__).parents[1] / "data" / "samples" / "warnings"
NAMES = ("w01-rain-orange", "w02-rain-red-update")
OF_THE_OFFICE = frozenset({"street_id", "trap"})


def sample(name):
    return (SAMPLES / f"{name}.xml").read_bytes()


def without_office(value):
    """What a file says by itself: the ids of an office's streets are not in it."""
    if isinstance(value, dict):
        return {k: without_office(v) for k, v in value.items() if k not in OF_THE_OFFICE}
    return [without_office(one) for one in value] if isinstance(value, list) else value


def refused(content):
    with pytest.raises(BadInput) as caught:
        read_cap(content, "w.xml")
    return caught.value


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_read_as_expected(name):
    expected = json.loads((SAMPLES / f"{name}.expected.json").read_text("utf-8"))["parse"]
    read = warning_json(read_cap(sample(name), f"{name}.xml"), shipped_policy())
    wanted = without_office(expected)
    assert {key: read[key] for key in wanted} == wanted


def test_the_statement_keeps_the_issuers_words():
    said = read_cap(sample(NAMES[0]), "w.xml").statement
    assert said.level is WarningLevel.ORANGE
    assert said.title == "临江市气象台发布暴雨橙色预警[II级/严重]"
    assert said.measures.startswith("1.政府及有关部门")
    assert said.missing == ()


def test_a_lifting_comes_as_a_cancellation_that_says_so():
    text = sample(NAMES[1]).decode()
    text = text.replace("<msgType>Update<", "<msgType>Cancel<").replace("升级为", "解除后")
    text = text.replace("<note>升级<", "<note>解除<")
    assert read_cap(text.encode(), "w.xml").kind is MessageKind.LIFTED


@pytest.mark.parametrize("status", ["Exercise", "Test", "Draft"])
def test_what_is_not_meant_is_only_logged(status):
    text = sample(NAMES[0]).decode().replace(">Actual<", f">{status}<")
    read = read_cap(text.encode(), "w.xml")
    assert not read.is_actual
    assert warning_json(read, shipped_policy())["action"] == "log_only"


def test_a_file_in_gbk_is_read_too():
    text = sample(NAMES[0]).decode().replace('encoding="UTF-8"', 'encoding="GBK"')
    assert read_cap(text.encode("gbk"), "w.xml").statement.hazard == "暴雨"


def test_entities_are_refused_before_they_are_read():
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><alert>&x;</alert>'
    assert refused(bomb).code == "file.doctype"


@pytest.mark.parametrize(
    ("before", "after", "element"),
    [
        ("<status>Actual<", "<status>Real<", "status"),
        ("<sent>2026-07-14T22:38:00+08:00<", "<sent>2026-07-14T22:38:00<", "sent"),
        ("<event>暴雨<", "<event><", "event"),
        ("<value>Orange<", "<value>Red<", "parameter"),
        ("<areaDesc>云川区白沙镇<", "<areaDesc><", "areaDesc"),
    ],
)
def test_a_refusal_names_the_element(before, after, element):
    error = refused(sample(NAMES[0]).decode().replace(before, after).encode())
    assert error.fields["where"].endswith(element)


@pytest.mark.parametrize("content", [b"", b"no xml", b"<alert>", b"<alert/>", b"<html/>"])
def test_what_is_no_alert_is_refused(content):
    assert refused(content).code.startswith("file.")


@pytest.mark.parametrize("end", range(100, 2900, 331))
def test_a_file_cut_short_is_refused(end):
    assert refused(sample(NAMES[0])[:end]).code == "file.damaged"
