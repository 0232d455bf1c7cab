"""Orders for drafts: plain offices by hand, and a check of every hard rule written another way."""

from __future__ import annotations

from datetime import date, timedelta

from safetydesk.domain.day_class import DayClass
from safetydesk.domain.roster_draft import (
    DraftOrder,
    DraftPerson,
    DraftPost,
    Seat,
    Training,
)

FIRST = date(2026, 3, 2)
"""A Monday."""
DAY, TURNOVER = 24 * 60, 8 * 60 + 30


def day_of(number):
    return FIRST + timedelta(days=number)


def minute_of(number, minute=TURNOVER):
    return (day_of(number) - date(1970, 1, 1)).days * DAY + minute


def class_of(number):
    return DayClass.WEEKEND if day_of(number).weekday() > 4 else DayClass.WORKDAY


def seat(post, number, *, start=TURNOVER, length=DAY, place=0, day_class=None):
    begin = minute_of(number, start)
    kind = day_class or class_of(number)
    return Seat(post, day_of(number), kind, begin, begin + length, place)


def long_days(days, *posts, classes=None):
    """A turn of 24 hours a day for each post."""
    kinds = classes or {}
    return tuple(
        seat(post, number, day_class=kinds.get(number)) for number in range(days) for post in posts
    )


PRIMARY = DraftPost("primary", "duty", 24)
DEPUTY = DraftPost("deputy", "duty", 24, under="primary")


def people(count, *posts, **facts):
    return tuple(
        DraftPerson(f"p{number:02}", frozenset(posts or ("primary", "deputy")), **facts)
        for number in range(count)
    )


def plain_order(days=28, count=10, **more):
    return DraftOrder(
        (PRIMARY, DEPUTY), long_days(days, "primary", "deputy"), people(count), **more
    )


def away(first, last):
    """Leave over whole days, both included."""
    return (minute_of(first, 0), minute_of(last + 1, 0))


def broken(order, holders):
    """Every hard rule a draft breaks, pinned turns apart; found by looking at each pair."""
    pinned = {pin.seat for pin in order.pins}
    known = {person.key: person for person in order.people}
    posts = {post.key: post for post in order.posts}
    found = []
    for number, (turn, name) in enumerate(zip(order.seats, holders, strict=True)):
        if name is None or number in pinned:
            continue
        who = known[name]
        if turn.post not in who.posts:
            found.append((number, "post"))
        if who.training is Training.UNTRAINED:
            found.append((number, "untrained"))
        if any(turn.start < end and start < turn.end for start, end in who.away):
            found.append((number, "leave"))
        found += [(number, "law") for guard in who.guards if forbidden(turn, guard)]
        found += company(order, holders, number, who, posts)
        found += clashes(order, holders, number, posts)
    return found


def forbidden(turn, guard):
    last = turn.day + timedelta(days=(turn.end - 1) // DAY - turn.start // DAY)
    guarded = guard.first <= last and turn.day <= guard.last
    minutes = range(turn.start, turn.end, 30)
    night = any(minute % DAY < 6 * 60 or minute % DAY >= 22 * 60 for minute in minutes)
    return guarded and (night or turn.end - turn.start > 8 * 60)


def company(order, holders, number, who, posts):
    turn = order.seats[number]
    beside = [
        (other.post, name)
        for other, name in zip(order.seats, holders, strict=True)
        if other.start < turn.end and turn.start < other.end and other is not turn
    ]
    leaders = {name for post, name in beside if post == posts[turn.post].under}
    trained = {p.key for p in order.people if p.training is Training.EXPERIENCED}
    if who.training is Training.NEW and not leaders & trained:
        yield number, "new alone"
    if who.mentor and who.mentor not in leaders:
        yield number, "mentor"
    linked = {name for post, name in beside if posts[post].under == turn.post} | leaders
    if who.partner and linked and who.partner not in linked:
        yield number, "partner"


def clashes(order, holders, number, posts):
    turn = order.seats[number]
    for other, (row, name) in enumerate(zip(order.seats, holders, strict=True)):
        if other == number or name != holders[number]:
            continue
        first, second = sorted((turn, row), key=lambda seat: (seat.start, seat.end))
        if second.start < first.end + posts[first.post].rest * 60:
            yield number, "rest"
