"""Text is cut for searching so that words across letters and Chinese signs are found at once."""

from __future__ import annotations

import pytest

from safetydesk.storage.grams import grams, is_short, phrases


@pytest.mark.parametrize(
    ("text", "seams"),
    [
        ("K12段", {"2段"}),
        ("解放路第77次", {"第7", "7次"}),
        ("解放路 77 次", set()),
        ("Ｋ12段", {"2段"}),
    ],
)
def test_where_two_kinds_of_sign_touch_is_a_piece_of_its_own(text, seams):
    mixed = {piece for piece in grams(text).split() if not piece.isascii() and has_letter(piece)}
    assert mixed == seams


def has_letter(piece):
    return any(sign.isascii() for sign in piece)


@pytest.mark.parametrize("query", ["K12段", "第7", "12段", "段77"])
def test_a_query_asks_for_every_seam_it_has_in_full(query):
    (seam,) = phrases(query)[-1]
    assert has_letter(seam)
    assert not seam.isascii()
    assert not is_short(seam)


def test_a_text_holds_every_piece_of_a_query_that_stands_in_it():
    text, query = "接K12段报告：解放路第77次巡查", "第77次巡"
    held = set(grams(text).split())
    assert {piece for phrase in phrases(query) for piece in phrase} <= held
