"""Text is cut for searching so that words across letters and Chinese signs are found at once."""

from __future__ import annotations

import pytest

from safetydesk.storage.grams import grams, phrases


@pytest.mark.parametrize(
    ("text", "seams"),
    [
        ("K12段", {"2段"}),
        ("解放路第77次", {"第77", "7次"}),
        ("联系电话19900000011", {"话199"}),
        ("解放路 77 次", set()),
        ("Ｋ12段", {"2段"}),
    ],
)
def test_where_two_kinds_of_sign_touch_is_a_piece_of_its_own(text, seams):
    mixed = {piece for piece in grams(text).split() if not piece.isascii() and has_letter(piece)}
    assert mixed == seams


def has_letter(piece):
    return any(sign.isascii() for sign in piece)


@pytest.mark.parametrize(
    ("query", "seam", "goes_on"),
    [
        ("K12段", "2段", False),
        ("第7", "第7", True),
        ("段77", "段77", True),
        ("段777", "段777", False),
    ],
)
def test_a_query_asks_for_the_seam_it_has_which_may_go_on_where_its_digits_end(
    query, seam, goes_on
):
    assert phrases(query)[0] == ([seam], goes_on)


def asked(query):
    return [" ".join(pieces) + "*" * goes_on for pieces, goes_on in phrases(query)]


def test_a_run_within_a_seam_is_not_asked_for_again():
    assert asked("解放路第77次") == ["第77", "7次", "解放 放路 路第"]
    assert asked("K12段") == ["2段", "k12"]
    assert asked("解放路 77 次") == ["解放 放路", "77*", "次*"]


def test_a_text_holds_every_piece_of_a_query_that_stands_in_it():
    text, query = "接K12段报告：解放路第77次巡查", "第77次巡"
    held = set(grams(text).split())
    assert {piece for phrase in phrases(query) for piece in phrase.pieces} <= held
