"""Brings the demonstration office to forty people with two drafted months, and photographs it.

python -m safetydesk demo FOLDER
QT_QPA_PLATFORM=offscreen python tools/forty_people.py FOLDER PICTURES [--theme dark]
    [--size 1920x1080]

Everything is written through the services, as somebody at the desk would.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QTableView

from safetydesk.app.demo_clock import clock_of
from safetydesk.app.language import Language
from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.app.still_desk import StillDesk, come_to_rest
from safetydesk.app.wiring import build
from safetydesk.domain.access import Role
from safetydesk.domain.roster_draft_greedy import draft_on
from safetydesk.domain.swap import SwapKind
from safetydesk.services.people import NewPerson
from safetydesk.services.views_draft import DraftRequest, PostRequest
from safetydesk.services.views_swaps import SwapRequest
from safetydesk.ui.dialogs.roster_draft import RosterDraftDialog
from safetydesk.ui.pages.roster_documents import RosterDocuments
from safetydesk.ui.pages.roster_head import DRAFT, RosterHead
from safetydesk.ui.pages.roster_views import RosterView
from safetydesk.ui.theme_switch import Appearance

if TYPE_CHECKING:
    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor

Part = TypeVar("Part", bound=QObject)
PEOPLE = 40
FIRST, LAST = date(2025, 11, 1), date(2025, 12, 31)
TRAINED = date(2024, 3, 1)
SIZE = "1366x768"
PIN = "123456"
_FAMILIES, _GIVEN = "欧钟颜祝骆褚詹邬", ("嘉宁", "若川", "景行", "思源", "一鸣")


def fill(desk: Desk) -> None:
    """People up to forty, November and December drafted, three swaps asked for."""
    known = desk.people.all()
    if len(known) < PEOPLE:
        names = (family + given for given, family in product(_GIVEN, _FAMILIES))
        for number, name in zip(range(len(known), PEOPLE), names, strict=False):
            new = NewPerson(
                number=f"F{number}",
                name=name,
                posts=("primary", "deputy"),
                roles=frozenset({Role.OFFICER}),
                section="应急指挥中心",
                mobile=f"1990000{number:04d}",
            )
            desk.people.add(desk.people.system(), new, PIN)
    keeper = desk.people.actor(next(p.id for p in desk.people.all() if Role.SUPERVISOR in p.roles))
    for person in desk.people.all():
        seen = desk.basis.staff.person(keeper, person.id)
        if seen.entry.trained_on is None and person.number.startswith("F"):
            entry = replace(seen.entry, joined_on=TRAINED, trained_on=TRAINED)
            desk.basis.staff.change(keeper, seen, entry)
    if not desk.drafting.options(FIRST, LAST).planned:
        _draft(desk, keeper)
    if not desk.swaps.current(keeper):
        _swaps(desk, keeper)


def _draft(desk: Desk, keeper: Actor) -> None:
    posts = tuple(PostRequest(post) for post in ("leader", "primary", "deputy", "driver"))
    people = frozenset(person.id for person in desk.people.all())
    prepared = desk.drafting.prepare(DraftRequest(FIRST, LAST, posts, people))
    desk.drafting.apply(keeper, prepared, draft_on(prepared.board))


def _swaps(desk: Desk, keeper: Actor) -> None:
    for row in desk.duty.days(FIRST, FIRST + timedelta(days=2)).days:
        owner, turn = row.cells[1][0], row.turn
        if turn is None:
            continue
        request = SwapRequest(
            post="primary",
            owner_id=owner.person_id,
            start=turn.start,
            end=turn.end,
            kind=SwapKind.SUBSTITUTE,
            reason="赴市里参加培训",
        )
        desk.swaps.ask(keeper, request)


def photograph(folder: Path, pictures: Path, appearance: Appearance, size: str) -> None:
    """Month, week, year, the draft with its fairness, and the dialogs of swaps."""
    pictures.mkdir(parents=True, exist_ok=True)
    with StillDesk.of(Paths.of(folder), language=Language.CHINESE) as still:
        window = still.show("roster", size=_pixels(size), appearance=appearance)

        def shoot(name: str) -> None:
            come_to_rest()
            others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w != window]
            (others[0] if others else window).grab().save(
                str(pictures / f"{name}-{size}-{appearance.value}.png")
            )
            for other in others:
                other.close()
            come_to_rest()

        head, documents = _part(window, RosterHead), _part(window, RosterDocuments)
        head.stepped.emit(1)
        shoot("month")
        head.viewed.emit(RosterView.WEEK.value)
        shoot("week")
        head.viewed.emit(RosterView.YEAR.value)
        shoot("year")
        head.viewed.emit(RosterView.MONTH.value)
        documents.open_swaps()
        shoot("swaps")
        documents.ask_swap()
        shoot("swap-ask")
        head.asked.emit(DRAFT)
        come_to_rest()
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, RosterDraftDialog):
                table = _part(dialog, QTableView)
                table.setCurrentIndex(table.model().index(0, 1))
        shoot("fairness")


def _pixels(size: str) -> tuple[int, int]:
    """Width and height of 「1366x768」."""
    width, _, height = size.partition("x")
    return int(width), int(height)


def _part(window: QObject, kind: type[Part]) -> Part:
    """A part of a window, which is there."""
    found = window.findChild(kind)
    if found is None:
        raise LookupError(kind.__name__)
    return found


def main() -> None:
    """Fills the folder's office, then photographs it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", default=SIZE, help="width and height of the window")
    given = parser.parse_args()
    paths = Paths.of(given.folder)
    database = open_database(paths)
    try:
        fill(build(database, clock_of(paths, None)))
    finally:
        database.close()
    photograph(given.folder, given.pictures, Appearance(given.theme), given.size)


if __name__ == "__main__":
    main()
