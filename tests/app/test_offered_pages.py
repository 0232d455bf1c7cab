"""Guarded pages open for those who may use them, and are left with the person who was allowed."""

from __future__ import annotations

import pytest

from safetydesk.app.offered_pages import OfferedPages
from safetydesk.domain.access import Actor, Permission, Role
from safetydesk.ui.bus import Bus
from safetydesk.ui.main_window import MainWindow, PageEntry
from safetydesk.ui.navigation import NavigationItem
from safetydesk.ui.page import Page
from safetydesk.ui.session import Session
from safetydesk.ui.window_state import WindowState
from safetydesk.ui.wording import Wording

KEEPER = Actor(1, "王伟", frozenset({Role.SUPERVISOR}))
OFFICER = Actor(2, "李敏", frozenset({Role.OFFICER}))


class _Empty(Page):
    def refresh(self):
        pass


@pytest.fixture
def bus():
    return Bus()


@pytest.fixture
def session():
    return Session()


@pytest.fixture
def window(qtbot, clock, bus, session, tmp_path):
    made = MainWindow(clock=clock, wording=Wording(), state=WindowState(tmp_path / "window.ini"))
    qtbot.addWidget(made)

    def entry(name, guard=None):
        def build():
            return _Empty(bus=bus, topics=frozenset(), title=name)

        return PageEntry(name, name, f"nav-{name}", build, guard=guard)

    entries = (entry("desk"), entry("settings", Permission.OFFICE_EDIT))
    for one in entries:
        made.add_page(one)
    OfferedPages(made, session, entries)
    made.show()
    yield made
    made.close()


def offered(window):
    return [name for name, _ in window.navigation.offered()]


def test_a_guarded_page_is_offered_to_those_who_may_use_it(window, session):
    assert offered(window) == ["desk"]
    session.sign_in(OFFICER)
    assert offered(window) == ["desk"]
    session.sign_in(KEEPER)
    assert offered(window) == ["desk", "settings"]


def test_a_page_that_is_not_offered_says_whose_it_is_and_takes_no_key(window, session):
    session.sign_in(OFFICER)
    assert window.navigation.withheld() == [("settings", "Set by the supervisor")]
    rail = window.navigation.focus_order()
    assert [item.name for item in rail] == ["desk"]
    greyed = next(i for i in window.findChildren(NavigationItem) if i.name == "settings")
    assert (greyed.isVisible(), greyed.isEnabled()) == (True, False)
    assert "Set by the supervisor" in greyed.toolTip()
    assert greyed.accessibleDescription() == "Set by the supervisor"
    session.sign_in(KEEPER)
    assert (greyed.isEnabled(), greyed.toolTip()) == (True, "")
    assert window.navigation.withheld() == []


def test_the_page_is_left_when_somebody_else_takes_the_desk(window, session):
    session.sign_in(KEEPER)
    window.show_page("settings")
    session.sign_in(OFFICER)
    assert window.current_page.objectName() == "desk"
    assert offered(window) == ["desk"]


def test_a_page_that_everybody_may_use_stays(window, session):
    session.sign_in(KEEPER)
    window.show_page("desk")
    session.sign_out()
    assert window.current_page.objectName() == "desk"
