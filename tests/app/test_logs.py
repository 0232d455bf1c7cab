"""The program's own log holds no telephone or identity number and survives a full disk."""

from __future__ import annotations

import errno
import logging
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.app import logs
from safetydesk.app.masking import mask_numbers, mask_personal

MOBILES = st.from_regex(r"1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}", fullmatch=True)
LANDLINES = st.from_regex(r"[(（]?0[0-9]{2,3}[)） -]{0,2}[0-9]{7,8}", fullmatch=True)
IDENTITIES = st.from_regex(r"[1-9][0-9]{16}[0-9Xx]", fullmatch=True)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["N", "Cs"]), max_size=20)


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


@given(number=MOBILES | LANDLINES | IDENTITIES, before=WORDS, after=WORDS)
def test_no_number_survives_the_mask(number, before, after):
    masked = mask_numbers(f"{before} {number} {after}")
    assert digits(number)[:7] not in digits(masked)
    assert number not in masked


@pytest.mark.parametrize(
    "text",
    [
        "at 2025-10-01T08:30:00+08:00",
        "last beat 2025-10-06 04:16:38.204117+00:00",
        "2025-10-01",
        "line 4711",
        "12350 and 110",
        "3.11.2",
    ],
)
def test_times_and_short_numbers_stay_readable(text):
    assert mask_numbers(text) == text


def test_a_mail_address_is_masked():
    assert mask_numbers("to someone.else@office.example now") == "to <mail> now"


def test_a_report_that_leaves_the_office_holds_no_chinese_word():
    assert mask_personal("张三 called 19900000001") == "<han 2> called <11 digits>"


@pytest.fixture
def log(tmp_path):
    handler = logs.start(tmp_path, "test")
    yield handler
    logs.stop(handler)


def test_arguments_traces_and_stacks_are_masked(log, tmp_path, expected_complaints):
    expected_complaints.append("office")
    try:
        int("no such number 0000-1234567")
    except ValueError:
        logging.getLogger("office").exception("call to %s failed", "199 0000 0001", stack_info=True)
    text = (tmp_path / "test.log").read_text("utf-8")
    assert "ValueError" in text
    assert "1234567" not in text
    assert "0000 0001" not in text
    assert text.count("<11 digits>") >= 2


def test_a_line_that_the_full_disk_refuses_is_counted_and_nothing_breaks(log, monkeypatch):
    logging.getLogger("office").info("fits")

    def full(_text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert log.stream is not None
    monkeypatch.setattr(log.stream, "write", full)
    logging.getLogger("office").info("does not fit")
    assert log.lost == 1


def test_files_rotate(log, tmp_path):
    log.largest = 2_000
    for number in range(60):
        logging.getLogger("office").info("line %d of the day", number)
    kept = sorted(path.name for path in tmp_path.glob("test.log*"))
    assert kept[:2] == ["test.log", "test.log.1"]
    assert len(kept) <= 6


def test_the_tail_of_a_file_that_is_not_there_is_empty(tmp_path):
    assert logs.tail(tmp_path / "none.log") == []
