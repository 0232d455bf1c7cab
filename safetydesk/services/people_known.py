"""The people of the office as the reader of rosters knows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from safetydesk.domain.phone_numbers import digits_of
from safetydesk.domain.roster_sheet import KnownPerson, RosterPost

if TYPE_CHECKING:
    from safetydesk.domain.people import Person

_POSTS = frozenset(post.value for post in RosterPost)


def known_people(people: Iterable[Person]) -> list[KnownPerson]:
    """Everybody with the posts and phones that tell namesakes apart."""
    return [
        KnownPerson(
            person.name,
            tuple(RosterPost(post) for post in person.posts if post in _POSTS),
            (digits_of(person.mobile),) if person.mobile else (),
        )
        for person in people
    ]
