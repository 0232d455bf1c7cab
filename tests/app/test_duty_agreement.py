"""Screen, paper, calendar file and `who` say the same of any instant, in the past and ahead."""

from __future__ import annotations

import random
import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from safetydesk.exchange.roster_ics import roster_ics
from safetydesk.services import roster_sheet
from safetydesk.services.duty import DutyService
from safetydesk.services.duty_days import turn_of
from safetydesk.services.duty_export import DutyExport
from safetydesk.services.people import NewPerson
from safetydesk.storage.stores.duty import StoredTurn
from tests.helpers.office import POSTS, small_office

FIRST, LAST = date(2025, 9, 26), date(2025, 10, 16)
"""Ten days before the clock's morning and ten after it."""
ZONE = timedelta(hours=8)
INSTANTS, RUNS = 1_000, 4
"""A thousand in all: two plans on both kinds of database."""
POST_IDS = tuple(post.id for post in POSTS)
LABELS = {post.id: post.label for post in POSTS}


@pytest.fixture
def people(transactions):
    staff = small_office(transactions)
    ids = [
        staff.people.add_hashed(
            staff.people.system(),
            NewPerson(f"R{at}", f"值班人{at}", POST_IDS, frozenset(), mobile=f"199{at:08d}"),
            "x",
        ).value
        for at in range(12)
    ]
    return staff, ids


def minutes(rng, low, high):
    return timedelta(minutes=rng.randrange(low, high))


def random_turns(office, ids, rng):
    """Whole days and halves, some left out."""
    turns = []
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        whole = turn_of(day, office)
        for post in POST_IDS:
            half = whole.start + timedelta(hours=12)
            parts = [(whole.start, half), (half, whole.end)]
            if rng.random() < 0.7:
                parts = [(whole.start, whole.end)]
            turns += [
                StoredTurn(post, rng.choice(ids), day, *part)
                for part in parts
                if rng.random() < 0.9
            ]
    return turns


def write_plan(transactions, staff, ids, rng):
    """Rosters of whole days and of halves, changes over them, and signing in of all sorts."""
    with transactions.act(staff.supervisor, "duty.edit") as act:
        office = act.uow.office.facts()
        turns = random_turns(office, ids, rng)
        values = {
            "title": "值班表",
            "start_at": turn_of(FIRST, office).start,
            "end_at": turn_of(LAST, office).end,
            "planned": "window",
            "posts": list(POST_IDS),
            "import_id": None,
            "entered_at": act.now,
            "published_at": act.now,
        }
        act.uow.duty.add_roster(values, turns)
        write_changes(act, turns, ids, rng)
        write_presences(act, turns, ids, rng)


def write_changes(act, turns, ids, rng):
    for turn in rng.sample(turns, 30):
        start = turn.start_at + minutes(rng, 0, 400)
        act.uow.duty.add_change(
            {
                "kind": rng.choice(["replace", "add", "remove"]),
                "post": turn.post,
                "person_id": turn.person_id,
                "by_id": rng.choice(ids),
                "start_at": start,
                "end_at": start + minutes(rng, 30, 1_500),
                "reason": "",
                "approved_by": "",
                "entered_at": act.now,
                "entered_by": None,
            }
        )


def write_presences(act, turns, ids, rng):
    for turn in turns:
        if turn.start_at < act.now and rng.random() < 0.6:
            came = turn.start_at + minutes(rng, -40, 300)
            presence = act.uow.duty.check_in(
                {
                    "person_id": rng.choice([turn.person_id, rng.choice(ids)]),
                    "post": turn.post,
                    "checked_in_at": came,
                    "note": "",
                    "entered_by": None,
                }
            )
            if rng.random() < 0.8:
                act.uow.duty.check_out(presence, came + minutes(rng, 20, 1_600))


def of_screen(duty):
    """(post, name, start, end) from the cells of the table."""
    view = duty.days(FIRST, LAST)
    return [
        (label, person.name, span.start, span.end)
        for row in view.days
        for (_, label), cell in zip(view.posts, row.cells, strict=True)
        for person in cell
        for span in person.spans
    ]


def of_paper(transactions, staff):
    """The same read back from the words that are printed."""
    with transactions.read() as uow:
        period = roster_sheet.chosen_period(FIRST, LAST)
        sheet = roster_sheet.build(uow, period, staff.supervisor, transactions.clock.now())
        office = uow.office.facts()
    for row in sheet.rows:
        turn = turn_of(row.day, office)
        for duty in row.duties:
            for words in duty.hours.split("、"):
                start, end = between(words, turn)
                yield duty.post, duty.name, start, end


def between(words, turn):
    """Times of a day as they are printed; nothing stands for the whole turn."""

    def after(text, floor):
        found = datetime.combine((floor + ZONE).date(), time.fromisoformat(text), UTC) - ZONE
        return found if found >= floor else found + timedelta(days=1)

    times = re.findall(r"\d\d:\d\d", words)
    if words.startswith("至"):
        return turn.start, after(times[0], turn.start + timedelta(minutes=1))
    if words.endswith("起"):
        return after(times[0], turn.start), turn.end
    if times:
        start = after(times[0], turn.start)
        return start, after(times[1], start + timedelta(minutes=1))
    return turn.start, turn.end


def of_calendar(transactions, staff):
    """The same read back from the file."""
    made = DutyExport(transactions).calendar(staff.supervisor, FIRST, LAST, "x.ics").value
    for event in Calendar.from_ical(roster_ics(made)).walk("VEVENT"):
        post, name = str(event["SUMMARY"]).split(" ")
        yield post, name, event["DTSTART"].dt, event["DTEND"].dt


def held(rows, instant):
    return sorted({(post, name) for post, name, start, end in rows if start <= instant < end})


@pytest.mark.parametrize("seed", [1, 2])
def test_all_four_agree_on_a_thousand_random_instants(transactions, people, seed):
    staff, ids = people
    rng = random.Random(seed)  # noqa: S311 - a plan to be drawn again
    write_plan(transactions, staff, ids, rng)
    duty = DutyService(transactions)
    screen = of_screen(duty)
    paper = list(of_paper(transactions, staff))
    calendar = list(of_calendar(transactions, staff))
    start = datetime.combine(FIRST, datetime.min.time(), UTC) + timedelta(hours=24)
    for _ in range(INSTANTS // RUNS):
        instant = start + minutes(rng, 0, (LAST - FIRST).days * 1_440 - 1_440)
        who = sorted({(view.label, view.name) for view in duty.who(instant)})
        assert held(screen, instant) == who, instant
        assert held(paper, instant) == who, instant
        assert held(calendar, instant) == who, instant
