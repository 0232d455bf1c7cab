"""Messages of six sets, each written before the reading knew it: what is read stays as good."""

from __future__ import annotations

from pathlib import Path

import pytest

from safetydesk.domain.intake import read_message
from tools.intake_corpus import messages
from tools.measure_intake import ZONE, measure

SETS = sorted((Path(__file__).parents[1] / "data" / "intake").glob("unseen-*.toml"))
OVERALL, OF_A_FIELD, ENOUGH = 0.97, 0.8, 5
"""Floors of precision and recall; a field is held to its own where it stands often enough."""


@pytest.fixture(scope="module", params=SETS, ids=lambda path: path.stem)
def report(request):
    return measure(request.param)


def test_each_set_is_large(report):
    assert report.files >= 30


def test_nearly_everything_is_found_and_nearly_nothing_is_wrong(report):
    right = sum(score.right for score in report.scores.values())
    wrong = sum(score.wrong for score in report.scores.values())
    missed = sum(score.missed for score in report.scores.values())
    assert right / (right + wrong) > OVERALL, report.misses
    assert right / (right + missed) > OVERALL, report.misses


def test_no_field_is_weak(report):
    weak = [
        (name, score)
        for name, score in report.scores.items()
        if score.right + score.missed >= ENOUGH and min(score.precision, score.recall) < OF_A_FIELD
    ]
    assert weak == []


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_every_quote_is_a_piece_of_the_message(path):
    for message in messages(path):
        read = read_message(message.text, message.received_at, ZONE)
        for quote in read.quotes():
            assert message.text[quote.start : quote.end] == quote.text != ""
