"""Telephone numbers are understood in every way offices write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.phone_numbers import PhoneFault, PhoneKind, read_phones


def numbers(text, hint=None):
    return [(phone.number, phone.ext) for phone in read_phones(text, hint).numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("１９９０００１００６１", [("19900010061", "")]),
        ("+86 19900010051", [("19900010051", "")]),
        ("0086-199-0001-0051", [("19900010051", "")]),
        ("199 0001 0031", [("19900010031", "")]),
        ("199-0001-0041", [("19900010041", "")]),
        ("0000-5551003 转 8003", [("00005551003", "8003")]),
        ("0000-5551002-8002", [("00005551002", "8002")]),
        ("0000—5551002分机8001", [("00005551002", "8001")]),
        ("0000-5551010\n转8000", [("00005551010", "8000")]),
        ("(0599)5550403", [("05995550403", "")]),
        ("19900010012/19900010509", [("19900010012", ""), ("19900010509", "")]),
        ("19900000001 19900000002", [("19900000001", ""), ("19900000002", "")]),
        ("19900010101\n19900080000（备用）", [("19900010101", ""), ("19900080000", "")]),
        ("119", [("119", "")]),
        ("12345", [("12345", "")]),
        ("660100", [("660100", "")]),
        ("无", []),
        ("", []),
    ],
)
def test_the_digits_and_the_extension_are_found(text, expected):
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "hint", "kind"),
    [
        ("19900010061", None, PhoneKind.MOBILE),
        ("0000-5551001", PhoneKind.DUTY, PhoneKind.DUTY),
        ("0000-5551101", PhoneKind.FAX, PhoneKind.FAX),
        ("传真：0000-5551101", PhoneKind.LANDLINE, PhoneKind.FAX),
        ("值班电话 0000-5551016", None, PhoneKind.DUTY),
        ("660100", PhoneKind.MOBILE, PhoneKind.SHORT),
        ("110", None, PhoneKind.HOTLINE),
        ("12350", None, PhoneKind.HOTLINE),
        ("17400000001", None, PhoneKind.SATELLITE),
        ("400-000-0000", None, PhoneKind.HOTLINE),
    ],
)
def test_the_kind_comes_from_the_word_beside_it_then_the_shape_then_the_column(text, hint, kind):
    assert [phone.kind for phone in read_phones(text, hint).numbers] == [kind]


def test_a_word_after_the_last_number_is_its_label():
    labels = [phone.label for phone in read_phones("19900010101\n19900080000（备用）").numbers]
    assert labels == ["", "备用"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("1990001031", PhoneFault.BAD_PHONE),
        ("1.99E+10", PhoneFault.BAD_PHONE),
        ("5551024转8066", PhoneFault.NO_AREA_CODE),
    ],
)
def test_what_cannot_be_dialled_as_it_stands_is_remarked(text, fault):
    assert read_phones(text).faults == (fault,)


@given(st.integers(min_value=0, max_value=99_999_999), st.sampled_from(["", " ", "-", "　", "－"]))
def test_a_mobile_number_is_found_however_it_is_spaced(tail, gap):
    digits = f"199{tail:08d}"
    written = gap.join((digits[:3], digits[3:7], digits[7:]))
    assert numbers(written) == [(digits, "")]


@given(st.text(max_size=60))
def test_no_text_makes_the_parser_fail_or_invent_digits(text):
    for phone in read_phones(text).numbers:
        assert phone.number.isdigit()


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True), st.sampled_from([None, *PhoneKind]))
def test_a_cell_that_holds_a_mobile_alone_is_read_as_among_other_words(number, hint):
    assert read_phones(number, hint) == read_phones(f" {number} ", hint)


@pytest.mark.parametrize("number", ["13490000001", "17400000001"])
def test_a_satellite_telephone_is_told_from_a_mobile(number):
    assert read_phones(number).numbers[0].kind is PhoneKind.SATELLITE
