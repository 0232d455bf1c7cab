"""Which of several rosters speaks for a post at a minute: the one that was published last."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from safetydesk.domain.duty import Roster, RosterShift
from safetydesk.domain.spans import Span
from safetydesk.services.duty_planning import rosters_in_force

START = datetime(2025, 10, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
POSTS = ("leader", "officer")


@st.composite
def rosters(draw):
    """A roster over some hours; its one person is named after its place in the list."""
    first, length = draw(st.integers(0, 40)), draw(st.integers(1, 30))
    window = Span(START + first * HOUR, START + (first + length) * HOUR)
    posts = draw(st.sets(st.sampled_from(POSTS), min_size=1))
    return window, tuple(sorted(posts))


def named(made):
    return [
        Roster(window, tuple(RosterShift(post, str(at), window) for post in posts))
        for at, (window, posts) in enumerate(made)
    ]


def speaking(given_rosters, post, hour):
    """Whom the newest roster that names the post at that hour puts there; None for no roster."""
    instant = START + hour * HOUR
    found = [r for r in given_rosters if post in r.named and instant in r.window]
    return {s.person for s in found[-1].shifts if s.post == post} if found else None


@settings(max_examples=150, deadline=None)
@given(st.lists(rosters(), max_size=5))
def test_at_every_hour_exactly_the_newest_roster_of_a_post_speaks(made):
    written = named(made)
    left = list(rosters_in_force(written))
    for post in POSTS:
        for hour in range(75):
            instant = START + hour * HOUR
            holding = [r for r in left if post in r.named and instant in r.window]
            assert len(holding) <= 1
            people = {
                s.person
                for r in holding
                for s in r.shifts
                if s.post == post and instant in s.window
            }
            assert (people if holding else None) == speaking(written, post, hour)
