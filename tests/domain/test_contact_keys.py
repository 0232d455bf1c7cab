"""The short keys let no hit slip through: narrowing first and ranking then finds the same."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from safetydesk.domain.contact_keys import dialled_digits, narrowing, search_keys
from safetydesk.domain.contact_search import search
from safetydesk.domain.phone_wording import written_number
from safetydesk.services.readings import contact_entry

CASES = Path(__file__).parents[1] / "data" / "cases"


@lru_cache
def entries():
    rows = json.loads((CASES / "search_contacts.json").read_text("utf-8"))
    return tuple(
        contact_entry(
            row["id"],
            name=row["name"],
            unit=row["unit"],
            post=row["post"],
            phones=row["phones"],
            groups=row["groups"],
        )
        for row in rows
    )


def comes_into_question(entry, query):
    def holds(word):
        if not word.key or f"|{word.key}" in search_keys(entry):
            return True
        return bool(word.digits) and (
            any(word.digits in phone for phone in entry.phones) or word.digits in entry.extensions
        )

    alternatives = narrowing(query)
    return not alternatives or any(all(map(holds, keys)) for keys in alternatives)


words = st.sampled_from(
    [
        "单",
        "张",
        "应急",
        "zh",
        "li",
        "zhangl",
        "cgz",
        "0599",
        "199",
        "局",
        "sh",
        "a",
        "镇zf",
        "‘",
        "·",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(words, min_size=1, max_size=3), st.booleans())
@example(["199", "0000"], True)
@example(["zhang", "li"], True)
def test_whoever_is_a_hit_comes_into_question(parts, apart):
    query = (" " if apart else "").join(parts)
    hits = search(entries(), query, 500)
    narrowed = [entry for entry in entries() if comes_into_question(entry, query)]
    assert [e.key for e in search(narrowed, query, 500)] == [e.key for e in hits]


def test_every_shared_query_finds_the_same_after_narrowing():
    for case in json.loads((CASES / "search.json").read_text("utf-8")):
        query = case["given"]["query"]
        hits = search(entries(), query, 500)
        narrowed = [entry for entry in entries() if comes_into_question(entry, query)]
        assert search(narrowed, query, 500) == hits


def test_narrowing_leaves_out_most_of_the_directory():
    narrowed = [entry for entry in entries() if comes_into_question(entry, "单雄")]
    assert 1 <= len(narrowed) < len(entries()) / 4


def test_digits_of_a_caller_lose_the_country_code():
    assert dialled_digits("+86 199 0000 0104") == "19900000104"
    assert dialled_digits("张3") == ""


def test_numbers_are_written_with_their_area_code_apart():
    assert written_number("00005551001") == "0000-5551001"
    assert written_number("01065550123", "8001") == "010-65550123 转 8001"
    assert written_number("05995550101") == "0599-5550101"
    assert written_number("19900000001") == "19900000001"
    assert written_number("660001") == "660001"
