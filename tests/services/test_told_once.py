"""A trouble stands in the log once: until it is another, or was gone and came back."""

from __future__ import annotations

import logging

import pytest

from safetydesk.services.told_once import ToldOnce


@pytest.fixture
def told(expected_complaints):
    expected_complaints.append("safetydesk.told")
    return ToldOnce(logging.getLogger("safetydesk.told"))


def read(told, **troubles):
    with told.reading() as reading:
        for thing, error in troubles.items():
            reading.found(thing, error)


def test_what_stands_is_told_once_with_where_it_came_from(told, caplog):
    for _ in range(3):
        read(told, incident=KeyError("unheard_of"))
    (line,) = caplog.records
    assert line.getMessage() == "incident cannot be read"
    assert line.exc_info is not None


def test_another_trouble_of_the_same_thing_is_told(told, caplog):
    read(told, incident=KeyError("one"))
    read(told, incident=KeyError("two"))
    assert len(caplog.records) == 2


def test_what_was_gone_and_comes_back_is_told_again(told, caplog):
    read(told, incident=KeyError("one"), warning=KeyError("one"))
    read(told, warning=KeyError("one"))
    read(told, incident=KeyError("one"), warning=KeyError("one"))
    assert [line.getMessage().split()[0] for line in caplog.records] == [
        "incident",
        "warning",
        "incident",
    ]


def test_a_reading_that_comes_to_nothing_ends_no_trouble(told, caplog):
    read(told, incident=KeyError("one"))
    with pytest.raises(OSError, match="gone"), told.reading():
        raise OSError("gone")
    read(told, incident=KeyError("one"))
    assert len(caplog.records) == 1
