"""Contacts are found and ranked as the shared search cases and the readings W-01 to W-07 ask."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin

from safetydesk.domain.contact_index import ContactIndex
from safetydesk.domain.contact_search import dialled_digits, fold, search
from safetydesk.domain.phone_wording import written_number
from safetydesk.services.readings import contact_entry, speak, speak_name, syllables

FOLDER = Path(__file__).parents[1] / "data" / "cases"
CASES = json.loads((FOLDER / "search.json").read_text("utf-8"))


@lru_cache
def entries():
    rows = json.loads((FOLDER / "search_contacts.json").read_text("utf-8"))
    return [
        contact_entry(
            row["id"],
            name=row["name"],
            unit=row["unit"],
            post=row["post"],
            phones=row["phones"],
            groups=row["groups"],
            on_duty=row["duty_today"],
            last_called=datetime.fromisoformat(row["last_called"]) if row["last_called"] else None,
        )
        for row in rows
    ]


def found(query, limit=50):
    return [entry.key for entry in search(entries(), query, limit)]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_shared_case_holds(case):
    expect = case["expect"]
    keys = found(case["given"]["query"], case["given"].get("limit", 50))
    first = expect.get("first", [])
    assert keys[: len(first)] == first
    assert not keys or keys[0] in expect.get("first_any", keys)
    assert set(expect.get("contains", [])) <= set(keys)
    assert not set(expect.get("excludes", [])) & set(keys)
    assert not (expect.get("none") and keys)
    assert expect.get("at_least", 0) <= len(keys) <= expect.get("at_most", len(keys))


@pytest.mark.parametrize(
    ("query", "key"),
    [("awb", "u09"), ("anweiban", "u09"), ("yjj", "u07"), ("wjw", "c07"), ("zjj", "c10")],
)
def test_a_unit_is_found_by_the_syllables_of_its_short_name(query, key):
    assert key in found(query)


def test_another_reading_is_found_behind_the_right_one():
    keys = found("dan", 60)
    assert "c01" in keys
    assert found("shan")[0] == "c01"


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("lixiang", "li'xiang"),
        ("abc", "ＡＢＣ"),
        ("19900000104", "".join(chr(ord(d) + 0xFEE0) for d in "19900000104")),
    ],
)
def test_full_width_forms_and_apostrophes_make_no_difference(plain, other):
    assert found(plain) == found(other)


def test_all_words_must_fit_and_latin_words_may_be_one_pinyin():
    assert found("李 急救")[:2] == ["d03", "d04"]
    assert found("zhang li")[:2] == ["d09", "d08"]
    assert found("李想 急救") == []
    assert found("199 0000 0104") == ["c04"]


def test_the_middle_of_a_latin_word_is_not_searched():
    assert "d15" not in found("ong")
    assert "d15" in found("wong")


def test_an_empty_query_gives_the_people_on_duty_first():
    assert set(found("  ", 2)) == {"d01", "d09"}


def test_a_colleague_called_lately_comes_before_one_who_was_not():
    assert found("lijing")[:2] == ["d03", "d04"]


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("单雄", "shan xiong"),
        ("尉迟敬", "yu chi jing"),
        ("万俟宁", "mo qi ning"),
        ("翟云", "zhai yun"),
        ("朴哲", "piao zhe"),
        ("区志强", "ou zhi qiang"),
        ("吕 梁", "lv liang"),
    ],
)
def test_surnames_are_read_as_surnames(name, reading):
    assert syllables(speak_name(name)) == reading


def test_a_reading_corrected_by_hand_wins_and_the_usual_one_still_finds():
    entry = contact_entry("x", name="朱㛃", reading="zhu jie")
    assert [e.key for e in search([entry], "zhujie")] == ["x"]
    other = contact_entry("y", name="盖文", reading="gai wen")
    assert [e.key for e in search([other], "gewen")] == ["y"]


@given(st.text(max_size=12))
@settings(max_examples=60, deadline=None)
def test_no_query_fails_and_the_limit_is_kept(query):
    assert len(found(query, 5)) <= 5


def test_digits_of_a_caller_lose_the_country_code():
    assert dialled_digits("+86 199 0000 0104") == "19900000104"
    assert dialled_digits("张3") == ""


def test_numbers_are_written_with_their_area_code_apart():
    assert written_number("00005551001") == "0000-5551001"
    assert written_number("01065550123", "8001") == "010-65550123 转 8001"
    assert written_number("05995550101") == "0599-5550101"
    assert written_number("19900000001") == "19900000001"
    assert written_number("660001") == "660001"


def test_every_shared_query_finds_the_same_through_the_index():
    everybody = [replace(entry, on_duty=False, last_called=None) for entry in entries()]
    index = ContactIndex(everybody)
    for case in CASES:
        query = case["given"]["query"]
        hits = [everybody[number] for number in index.first(query, 50)]
        assert hits == search(everybody, query, 50)


HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
PHRASED = st.sampled_from("长重行单乐曾朝阳银大校觉得了还都会计石化家庄")


@given(st.text(st.one_of(HAN, PHRASED), min_size=1, max_size=6))
@example("银行长")
@example("重庆")
@settings(max_examples=200, deadline=None)
def test_characters_are_read_as_the_phrase_reads_them(text):
    usual = lazy_pinyin(text, style=Style.NORMAL)
    heard = [reading[:1] for reading in speak(text).readings]
    assert heard == [
        tuple(fold(word) for word in [sound] if fold(word).isascii()) for sound in usual
    ]
