"""The standing phrases of reports: shipped, the office's own, and taken back."""

from __future__ import annotations

import pytest

from safetydesk.domain.errors import AccessDenied, BadInput, RuleViolation
from safetydesk.services.standing_phrases import StandingPhrases, shipped_phrases
from tests.helpers.desk_day import desk_day


@pytest.fixture
def desk(transactions):
    return desk_day(transactions)


@pytest.fixture
def phrases(transactions):
    return StandingPhrases(transactions)


def test_the_offices_list_holds_until_it_is_taken_back(desk, phrases):
    supervisor = desk.staff.supervisor
    assert "正在全力搜救。" in phrases.all()
    phrases.put_in_force(supervisor, "甲。\n\n 乙。 \n甲。\n", "我局常用")
    assert phrases.all() == ("甲。", "乙。")
    view = phrases.view()
    assert (view.own, view.history[0].reason) == (True, "我局常用")
    phrases.take_back(supervisor, "恢复")
    assert phrases.view().text == shipped_phrases()
    assert phrases.edition(1).startswith("甲。")


def test_only_supervisors_change_it_and_say_why(desk, phrases):
    with pytest.raises(AccessDenied):
        phrases.put_in_force(desk.staff.officer, "甲。", "试")
    with pytest.raises(RuleViolation, match=r"template\.no_reason"):
        phrases.put_in_force(desk.staff.supervisor, "甲。", " ")
    with pytest.raises(RuleViolation, match=r"template\.same"):
        phrases.take_back(desk.staff.supervisor, "试")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" \n ", "template.empty"),
        ("甲" * 201, "template.phrase_too_long"),
        ("\n".join(str(n) for n in range(61)), "template.too_many_phrases"),
    ],
)
def test_a_list_that_cannot_be_offered_is_refused(desk, phrases, text, code):
    with pytest.raises(BadInput) as refused:
        phrases.put_in_force(desk.staff.supervisor, text, "试")
    assert refused.value.code == code
