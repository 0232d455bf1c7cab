"""The numerals of a series of reports."""

from __future__ import annotations

import pytest

from safetydesk.domain.report_series import chinese_number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (23, "二十三"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (215, "二百一十五"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (9999, "九千九百九十九"),
    ],
)
def test_numerals_of_the_series(number, words):
    assert chinese_number(number) == words


@pytest.mark.parametrize("number", [0, 10_000, -1])
def test_no_numerals_outside_a_series(number):
    with pytest.raises(ValueError, match="9999"):
        chinese_number(number)
