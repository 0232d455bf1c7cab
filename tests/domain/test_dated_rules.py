"""A running obligation keeps the text of the rule it was made from."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from safetydesk.domain.obligations import ObligationStatus, assess, assess_dated
from safetydesk.domain.rule_pack import PackPeriod
from safetydesk.services.rule_packs import load_packs, parse_pack, shipped_text
from tests.domain.test_obligation_properties import PACKS, START, cases, minutes
from tests.helpers.incident_cases import at, case_of

NATIONAL = load_packs(["national"])


def edited(*changes, pack="national"):
    """The shipped pack with some of its words replaced."""
    text = shipped_text(pack)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    changed = parse_pack(text, f"{pack}.toml")
    return replace(changed, rules=tuple(replace(rule, edition=2) for rule in changed.rules))


FASTER = edited(('within = "PT2H"', 'within = "PT30M"'), ("第十、十一条", "第十、十一条（修订）"))


def two_texts(since):
    return (PackPeriod(None, NATIONAL), PackPeriod(at(since), (FASTER,)))


def received(*more, as_of="12:00"):
    return case_of([{"kind": "received", "time": at("08:00").isoformat()}, *more], as_of)


def of(answer, rule, to):
    return [o for o in answer.obligations if (o.rule, o.to) == (rule, to)]


def test_what_runs_keeps_the_text_it_was_made_from():
    (owed,) = of(assess_dated(received(as_of="09:00"), two_texts("08:30")), "N04", "city")
    assert owed.due_at == at("10:00")
    assert owed.edition == 0
    assert "修订" not in owed.citation


def test_what_begins_after_the_change_has_the_new_text():
    (owed,) = of(assess_dated(received(as_of="09:00"), two_texts("07:30")), "N04", "city")
    assert owed.due_at == at("08:30")
    assert owed.status is ObligationStatus.OVERDUE
    assert owed.edition == 2
    assert "修订" in owed.citation


def test_a_text_of_later_than_the_question_plays_no_part():
    asked = received(as_of="09:00")
    assert assess_dated(asked, two_texts("09:01")) == assess(asked, NATIONAL)


def test_graver_news_after_the_change_adds_by_the_new_text_and_doubles_nothing():
    news = {"kind": "casualties", "time": at("09:00").isoformat(), "dead": 3}
    answer = assess_dated(received(news, as_of="09:10"), two_texts("08:30"))
    (city,) = of(answer, "N05", "city")
    assert city.edition == 0
    assert city.due_at == at("10:00")
    assert {o.edition for o in of(answer, "N06", "province")} == {2}


def test_a_rule_that_was_taken_out_still_holds_for_what_runs():
    without = replace(FASTER, rules=tuple(r for r in FASTER.rules if r.ladder != "493-10"))
    periods = (PackPeriod(None, NATIONAL), PackPeriod(at("08:30"), (without,)))
    assert of(assess_dated(received(as_of="11:00"), periods), "N04", "city")


def test_a_rhythm_that_changes_counts_on_without_a_double_number():
    twice = (edited(("per_day = 1", "per_day = 2")),)
    since = at("08:00") + timedelta(days=3)
    answer = assess_dated(
        replace(received(), as_of=at("08:00") + timedelta(days=5)),
        (PackPeriod(None, twice), PackPeriod(since, NATIONAL)),
    )
    owed = of(answer, "N11", "city")
    assert [o.occurrence for o in owed] == list(range(1, 9))
    assert {o.edition for o in owed} == {0, 2}
    assert len({o.key for o in answer.obligations}) == len(answer.obligations)


@settings(max_examples=200, deadline=None)
@given(cases(), st.lists(minutes, min_size=1, max_size=3, unique=True), st.data())
def test_new_texts_never_remove_or_change_what_runs(case, changes, data):
    periods = [PackPeriod(None, PACKS)]
    for when in sorted(changes):
        left = data.draw(st.sets(st.sampled_from(range(len(PACKS)))))
        packs = tuple(
            replace(p, rules=tuple(replace(r, edition=len(periods)) for r in p.rules))
            for number, p in enumerate(PACKS)
            if number not in left
        )
        periods.append(PackPeriod(START + timedelta(minutes=when), packs))
    first_change = START + timedelta(minutes=min(changes))
    alone = {o.key: o for o in assess(case, PACKS).obligations if o.raised_at < first_change}
    dated = {o.key: o for o in assess_dated(case, periods).obligations}
    assert alone.items() <= dated.items()
    assert len(dated) == len(assess_dated(case, periods).obligations)
