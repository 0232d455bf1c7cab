"""A desk that opens enters the holiday notices that came with the program, once."""

from __future__ import annotations

from datetime import date

from safetydesk.app.housekeeping import Housekeeping
from safetydesk.app.paths import Paths
from safetydesk.app.wiring import build
from safetydesk.domain.day_class import DayClass, classify
from safetydesk.services.calendar import calendar_of
from safetydesk.services.transaction import Transactions
from tests.helpers.office import small_office
from tests.helpers.tasks import SyncTaskRunner


def test_the_first_look_enters_the_years_that_are_missing(qapp, sqlite_database, clock, tmp_path):
    small_office(Transactions(sqlite_database, clock))
    desk = build(sqlite_database, clock)
    paths = Paths.of(tmp_path)
    paths.create()
    kept = Housekeeping(desk, paths, SyncTaskRunner())
    kept.look()
    kept.look()
    view = desk.basis.calendar.year(2025)
    assert (view.known, view.shipped, view.editions) == (True, True, 1)
    with desk.transactions.read() as uow:
        kind = classify(day := date(2025, 10, 6), calendar_of(uow, day, day))
    assert (kind.day_class, kind.name) == (DayClass.STATUTORY, "中秋节")
