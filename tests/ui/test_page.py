"""A page is never older than the desk: it catches up when shown and lets no older reading win."""

from __future__ import annotations

import pytest

from safetydesk.domain.changes import Change, ChangeSet, Topic
from safetydesk.ui.page import Page
from safetydesk.ui.pages.desk import DeskPage
from safetydesk.ui.tasks import Task, connect
from safetydesk.ui.widgets.number_figure import NumberFigure
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk


class HeldRunner:
    """Keeps every piece of work until the test lets it answer."""

    def __init__(self):
        self.held = []

    def submit(self, work, *, succeeded=None, failed=None, finished=None):
        task = Task()
        connect(task, succeeded=succeeded, failed=failed, finished=finished)
        self.held.append((task, work))
        return task

    def answer(self):
        task, work = self.held.pop(0)
        task.carry_out(work)


class _Numbered(Page):
    """Shows the number that stood there when it read."""

    def __init__(self, bus, tasks):
        super().__init__(bus=bus, topics=frozenset({Topic.LOG}), title="")
        self.tasks, self.number, self.shown = tasks, 1, []

    def refresh(self):
        self.fetch(self.tasks, lambda: self.number, self.shown.append)


@pytest.fixture
def show(qtbot):
    """Shows a page that goes with the test."""

    def shown(page):
        qtbot.addWidget(page)
        page.show()
        return page

    return shown


def test_only_one_reading_is_under_way_and_the_last_request_is_not_lost(bus, show, qtbot):
    held = HeldRunner()
    page = show(_Numbered(bus, held))
    page.refresh()
    assert len(held.held) == 1
    held.answer()
    page.number = 2
    qtbot.waitUntil(lambda: bool(held.held))
    held.answer()
    assert page.shown == [1, 2]
    assert held.held == []


def test_a_page_reads_again_when_it_comes_back(bus, tasks, show):
    page = show(_Numbered(bus, tasks))
    page.hide()
    page.number = 2
    page.show()
    assert page.shown == [1, 2]


def test_a_change_is_shown_at_once(bus, tasks, show, qtbot):
    page = show(_Numbered(bus, tasks))
    page.number = 2
    bus.publish(ChangeSet.of([Change(Topic.LOG)]))
    qtbot.waitUntil(lambda: page.shown == [1, 2])


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        made.shifts.open_first(made.people.actor(made.people.named("黄志强").id))
        yield made


def test_the_desk_counts_down_from_any_second_of_a_minute(desk, bus, tasks, show):
    wording = Wording.of(desk.office().zoneinfo, "zh_CN")
    page = show(DeskPage(overview=desk.overview, bus=bus, wording=wording, tasks=tasks))
    assert any("23 小时 50 分" in words for words in _words(page))
    desk.clock.to("2025-10-06T08:55:37+08:00")
    page.tick(desk.clock.now())
    assert any("23 小时 34 分" in words for words in _words(page))


def test_the_change_of_a_number_stands_beside_its_label_not_its_digits(qtbot):
    figure = NumberFigure("死亡")
    qtbot.addWidget(figure)
    figure.show_number("1", 1)
    figure.show()
    places = {label.text(): label.geometry() for label in figure.findChildren(PlainLabel)}
    assert places["↑1"].top() >= places["1"].bottom()
    assert places["↑1"].right() < places["死亡"].left()


def _words(page):
    return [label.text() for label in page.findChildren(PlainLabel) if label.isVisible()]


def test_an_hour_that_nobody_is_planned_for_does_not_look_safe(desk, bus, tasks, show, qtbot):
    wording = Wording.of(desk.office().zoneinfo, "zh_CN")
    desk.clock.to("2027-03-03T09:00:00+08:00")
    page = show(DeskPage(overview=desk.overview, bus=bus, wording=wording, tasks=tasks))
    assert page._no_roster.isVisible()
    with qtbot.waitSignal(page.roster_asked):
        page._no_roster.roster.click()


def test_an_hour_with_a_roster_needs_no_warning(desk, bus, tasks, show):
    wording = Wording.of(desk.office().zoneinfo, "zh_CN")
    page = show(DeskPage(overview=desk.overview, bus=bus, wording=wording, tasks=tasks))
    assert not page._no_roster.isVisible()
