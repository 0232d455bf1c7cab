"""The index of the directory finds what ranking everybody finds, in the same order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetydesk.domain.contact_index import ContactIndex
from safetydesk.domain.contact_search import ContactEntry, SpokenText, ranking, search

TOKENS = ("张", "长", "章", "女", "单", "abc", "12", "a")
SYLLABLES = ("zhang", "zh", "chang", "nv", "nyu", "dan", "shan", "da", "a", "n", "zhangn")
token = st.sampled_from(TOKENS)
readings = st.lists(st.sampled_from(SYLLABLES), max_size=3, unique=True)


@st.composite
def texts(draw):
    parts = draw(st.lists(st.tuples(token, readings), max_size=5))
    said = draw(st.sampled_from(("", "·", "（a）")))
    tokens = [part for part, _ in parts]
    return SpokenText.of("".join(tokens) + said, tokens, [heard for _, heard in parts])


numbers = st.text("0189", min_size=2, max_size=7)
fields = st.lists(texts(), max_size=2).map(tuple)


@st.composite
def directories(draw):
    return [
        ContactEntry(
            str(number),
            draw(texts()),
            draw(fields),
            draw(fields),
            draw(fields),
            tuple(draw(st.lists(numbers, max_size=2))),
            tuple(draw(st.lists(st.text("0189", min_size=1, max_size=3), max_size=1))),
        )
        for number in range(draw(st.integers(0, 9)))
    ]


part = st.one_of(
    token,
    st.sampled_from(SYLLABLES),
    st.sampled_from(("z", "d", "·", "（", "1", "86", "zhn", " ", "-", "８")),
    numbers,
)
queries = st.lists(part, max_size=4).map("".join)


@settings(max_examples=100, deadline=None)
@given(directories(), queries, st.integers(1, 6), st.sets(st.integers(0, 8), max_size=3))
def test_the_first_hits_are_those_of_ranking_everybody(entries, query, limit, without):
    here = [entry for entry in entries if int(entry.key) not in without]
    fit = ranking(query)
    expected = [(int(entry.key), fit(entry)) for entry in search(here, query, limit)]
    index = ContactIndex(entries)
    assert list(index.first(query, limit, without).items()) == expected


def plain(text):
    return SpokenText.of(text, tuple(text), [()] * len(text))


@pytest.mark.parametrize("limit", range(1, 7))
def test_units_with_several_short_forms_crowd_no_other_unit_out(limit):
    forms = ("平安{}街道办事处", "平安{}街道", "平安{}街办")
    entries = [
        ContactEntry(sign, plain(sign), tuple(plain(form.format(sign)) for form in forms))
        for sign in "甲乙丙丁戊己"
    ]
    assert list(ContactIndex(entries).first("平安", limit)) == list(range(limit))


@pytest.mark.parametrize("limit", range(1, 4))
def test_one_that_has_the_same_text_twice_counts_once(limit):
    entries = [ContactEntry(sign, plain(sign), posts=(plain("站长"),) * 2) for sign in "甲乙丙"]
    assert list(ContactIndex(entries).first("站长", limit)) == list(range(limit))


@settings(max_examples=30, deadline=None)
@given(directories(), queries)
def test_every_hit_has_the_rank_that_ranking_gives_it(entries, query):
    fit = ranking(query)
    ranks = {int(entry.key): fit(entry) for entry in entries}
    expected = {number: rank for number, rank in ranks.items() if rank is not None}
    assert ContactIndex(entries).every(query) == expected
