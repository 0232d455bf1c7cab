"""A folder without an office becomes one whose desk opens, and its key is shown once."""

from __future__ import annotations

import pytest
from typing_extensions import override

from safetydesk.app.opening import open_database
from safetydesk.app.set_up import SetUp, found_in
from safetydesk.domain.errors import RuleViolation
from safetydesk.storage.keys import from_recovery
from safetydesk.storage.quick_read import glance
from safetydesk.ui.bus import Bus
from safetydesk.ui.main_window import MainWindow
from safetydesk.ui.page import Page
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.window_state import WindowState
from safetydesk.ui.wording import Wording
from tests.helpers.clock import FakeClock
from tests.helpers.tasks import SyncTaskRunner
from tests.services.test_founding import GIVEN

CLOCK = FakeClock("2025-10-06T08:20:00+08:00")


@pytest.fixture
def window(qtbot, tmp_path):
    made = MainWindow(clock=CLOCK, wording=Wording(), state=WindowState(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def shown_key(page) -> str:
    return said(page, "key_label")


def said(page, name: str) -> str:
    return str(page.findChild(PlainLabel, name).text())


def test_the_office_stands_and_the_key_shown_opens_it(window, paths, qtbot):
    setting_up = SetUp(window, paths, CLOCK, SyncTaskRunner())
    setting_up.page.founding_asked.emit(GIVEN)
    seen = glance(paths.database, from_recovery(shown_key(setting_up.page)))
    assert seen is not None
    assert seen.office == "云川区应急管理局值班室"
    with qtbot.waitSignal(setting_up.done):
        setting_up.page.continued.emit()


class Blank(Page):
    """A page of the desk with nothing on it."""

    @override
    def refresh(self) -> None:
        pass


def test_the_frame_stays_away_until_there_is_an_office(window, paths):
    setting_up = SetUp(window, paths, CLOCK, SyncTaskRunner())
    frame = (window.header, window.navigation, window.alarms, window.quick)
    assert not any(part.isVisible() for part in frame)
    assert window.current_page is setting_up.page
    setting_up.page.founding_asked.emit(GIVEN)
    setting_up.page.continued.emit()
    window.show_alone(Blank(bus=Bus(window), topics=frozenset(), title="值班台"))
    assert all(part.isVisible() for part in frame)


def test_what_goes_wrong_is_said_beside_the_answers(window, paths):
    found_in(paths, CLOCK, GIVEN)
    setting_up = SetUp(window, paths, CLOCK, SyncTaskRunner())
    setting_up.page.founding_asked.emit(GIVEN)
    assert said(setting_up.page, "problem_label") == "There is an office in this database already."
    assert shown_key(setting_up.page) == ""


def test_a_second_founding_leaves_the_first_as_it_was(paths):
    found_in(paths, CLOCK, GIVEN)
    with pytest.raises(RuleViolation):
        found_in(paths, CLOCK, GIVEN)
    database = open_database(paths)
    with database.read() as uow:
        assert [person.name for person in uow.people.all()] == ["王伟"]
    database.close()


def test_an_empty_database_left_by_a_crash_can_be_founded(paths):
    open_database(paths, create=True).close()
    key = found_in(paths, CLOCK, GIVEN)
    assert glance(paths.database, from_recovery(key)) is not None
