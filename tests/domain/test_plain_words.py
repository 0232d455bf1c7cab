"""Words keep what can be read; what a terminal or a page would obey is no word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.plain_words import plain_words, plainly


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("爆炸\x1b[31m红", "爆炸[31m红"),
        ("响\x07铃", "响铃"),
        ("a\u202eb", "ab"),
        ("隔\u2066离\u2069", "隔离"),
        ("半\ud83d个", "半个"),
        ("两行\r\n第二行\t列", "两行\n第二行\t列"),
        ("\u200b\u200d \ufeff", ""),
        ("吉野家𠮷😀", "吉野家𠮷😀"),
    ],
)
def test_signs_that_are_no_words_are_left_out(typed, kept):
    assert plain_words(typed) == kept


@given(st.text(st.characters()))
def test_what_is_plain_stays_plain_and_can_be_written_down(text):
    plain = plain_words(text)
    plain.encode()
    assert plain_words(plain) == plain
    assert not any(unicodedata.category(sign) == "Cc" and sign not in "\n\t" for sign in plain)


def test_the_words_of_a_value_are_made_plain_and_closed_sets_stay():
    draft = plainly(EntryDraft(EntryKind.OTHER, "火\x1b警", handling="\u200b"))
    assert (draft.kind, draft.text, draft.handling) == (EntryKind.OTHER, "火警", "")
    assert plainly(("a\x07", 3, None)) == ("a", 3, None)
