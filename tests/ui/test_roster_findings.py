"""Findings stand beside the table and in its cells, and lead from the list to the cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from safetydesk.domain.roster_findings import Rule
from safetydesk.services.views_staff import AbsenceEntry
from safetydesk.ui.pages.roster import RosterPage
from safetydesk.ui.pages.roster_findings import RosterFindings
from safetydesk.ui.pages.roster_side import RosterSide
from safetydesk.ui.pages.roster_views import RosterView, RosterViews, period
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.month_table import MonthTable
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk

TODAY = date(2025, 10, 6)


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def session(desk):
    made = Session()
    made.sign_in(desk.people.actor(desk.people.named("王伟").id))
    return made


class TableAndSide(QWidget):
    """The parts of the roster page that findings are joined to."""

    def __init__(self, desk):
        super().__init__()
        self.views, self.side = RosterViews(Wording()), RosterSide(Wording())
        row = QHBoxLayout(self)
        row.addWidget(self.views, 1)
        row.addWidget(self.side)
        self.views.show_days(desk.duty.month(2025, 10), TODAY, TODAY)


@pytest.fixture
def page(qtbot, desk):
    made = TableAndSide(desk)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def findings(page, desk, session, bus, tasks, qtbot):
    """The leave of 孙浩然 is cut short of the roster; 何佳 is away on one of her days."""
    actor = session.require()
    deputy = desk.people.named("何佳").id
    desk.basis.staff.record_absence(
        actor, AbsenceEntry(deputy, "事假", date(2025, 10, 6), date(2025, 10, 6))
    )
    made = RosterFindings(
        page,
        findings=desk.basis.findings,
        suggestions=desk.basis.suggestions,
        session=session,
        bus=bus,
        wording=Wording(),
        tasks=tasks,
    )
    page.resize(1080, 700)
    page.show()
    made.show_days((date(2025, 10, 1), date(2025, 10, 31)))
    qtbot.waitExposed(page)
    qtbot.waitUntil(lambda: made.card._table.row_count() > 0)
    return made


def shown(card):
    model = card._table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(3))
        for row in range(model.rowCount())
    ]


def test_leave_on_a_planned_day_keeps_back_and_marks_its_cell(findings, page):
    rows = shown(findings.card)
    assert rows[0][0] == "1"
    assert "何佳" in rows[0][1]
    assert rows[0][2] == "事假"
    table = page.findChild(MonthTable)
    table.select_day(date(2025, 10, 6), "deputy")
    cell = table.current()
    assert (cell.mark, cell.denies) == (1, True)
    table.select_day(date(2025, 10, 7), "deputy")
    assert table.current().mark == 0


@pytest.mark.parametrize("kind", [RosterView.WEEK, RosterView.YEAR])
def test_the_week_and_the_year_bear_the_same_marks(findings, page, desk, kind, qtbot):
    first, last = period(kind, TODAY)
    page.views.turn_to(kind)
    page.views.show_days(desk.duty.days(first, last), TODAY, TODAY)
    findings.show_days((first, last))
    page.views.select_day(TODAY, "deputy")
    cell = page.views.current()
    assert (cell.row.day, cell.names.split()[-1]) == (TODAY, "何佳")
    assert (cell.mark, cell.denies) == (1, True)
    page.views.select_day(date(2025, 10, 7), "deputy")
    assert page.views.current().mark == 0
    findings.card.picked.emit(findings.card._table.row_at(0))
    assert page.views.current().row.day == TODAY


def test_the_arrow_in_the_list_leads_to_the_cell(findings, page, qtbot):
    qtbot.keyClick(findings.card._table, Qt.Key.Key_Down)
    first = findings.card._table.current()
    qtbot.keyClick(findings.card._table, Qt.Key.Key_Down)
    second = findings.card._table.current()
    assert first is not second
    cell = page.findChild(MonthTable).current()
    assert (cell.row.day, cell.post) == (second.day, second.post)


def test_the_list_stands_where_the_gaps_stood(findings, page):
    side = page.findChild(RosterSide)
    assert findings.card.isVisible()
    assert not side._gaps.isVisible()


def test_a_year_without_a_notice_says_so(findings, qtbot):
    assert not findings.card._unknown.isVisible()
    findings.show_days((date(2027, 1, 1), date(2027, 1, 31)))
    qtbot.waitUntil(findings.card._unknown.isVisible)
    assert "2027" in findings.card._unknown.text()


def test_an_officer_is_told_less(findings, desk, session, qtbot):
    before = {row[1] for row in shown(findings.card)}
    assert any("徐丽华" in words for words in before)
    session.sign_in(desk.people.actor(desk.people.named("黄志强").id))
    qtbot.waitUntil(lambda: {row[1] for row in shown(findings.card)} != before)
    assert not any("徐丽华" in row[1] for row in shown(findings.card))


def test_other_facts_are_looked_at_again_at_once(findings, desk, session, bus, qtbot):
    actor = session.require()
    seen = desk.basis.staff.person(actor, desk.people.named("何佳").id)
    done = desk.basis.staff.change(actor, seen, replace(seen.entry, mobile=""))
    bus.publish(done.changes)
    qtbot.waitUntil(lambda: any(row[2] == "副班" for row in shown(findings.card)))


def test_every_rule_has_words_for_list_and_settings(findings):
    words = findings.card._words
    (some, *_) = desk_findings(findings)
    for rule in Rule:
        assert words.rule(rule)
        assert words.short(replace(some, rule=rule, other=""))
        assert isinstance(words.detail(replace(some, rule=rule, other="")), str)


def desk_findings(findings):
    table = findings.card._table
    return [table._rows.row(number) for number in range(table.row_count())]


@pytest.fixture
def whole(qtbot, desk, session, bus, tasks):
    """The roster page itself, with its findings."""
    made = RosterPage(
        duty=desk.duty,
        cells=desk.duty_cells,
        export=desk.duty_export,
        statistics=desk.duty_statistics,
        people=desk.people,
        session=session,
        bus=bus,
        clock=desk.clock,
        wording=Wording(),
        tasks=tasks,
    )
    qtbot.addWidget(made)
    joined = RosterFindings(
        made,
        findings=desk.basis.findings,
        suggestions=desk.basis.suggestions,
        session=session,
        bus=bus,
        wording=Wording(),
        tasks=tasks,
    )
    made.days_shown.connect(joined.show_days)
    made.resize(1080, 700)
    made.show()
    qtbot.waitExposed(made)
    return made, joined.card


def names(page, day, post):
    page._views.select_day(day, post)
    return page._views.current().names


def test_a_key_gives_the_duty_of_somebody_away_to_the_first_who_is_free(
    whole, desk, session, bus, qtbot
):
    page, card = whole
    day = date(2025, 10, 10)
    away = names(page, day, "primary")
    page._views.month.cells.writable = True
    entry = AbsenceEntry(desk.people.named(away).id, "事假", day, day)
    bus.publish(desk.basis.staff.record_absence(session.require(), entry).changes)
    qtbot.waitUntil(lambda: card._table.row_count() > 0)
    rows = [card._table.row_at(n) for n in range(card._table.row_count())]
    place = next(n for n, row in enumerate(rows) if row.name == away and row.day == day)
    card._table.setFocus()
    card._table.setCurrentIndex(card._table.model().index(place, 0))
    qtbot.waitUntil(lambda: bool(card.box.people))
    first = card.box.people[0].name
    assert away not in {one.name for one in card.box.people}
    qtbot.keyClick(card._table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: names(page, day, "primary") == first)
    page.undo()
    qtbot.waitUntil(lambda: names(page, day, "primary") == away)


def test_a_gap_is_filled_for_its_own_hours(whole, qtbot):
    page, card = whole
    day = date(2025, 10, 11)
    page._views.select_day(day, "deputy")
    qtbot.keyClick(page._views.month._halves[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: any(f.rule is Rule.GAP for f in listed(card)))
    place = next(n for n, row in enumerate(listed(card)) if row.rule is Rule.GAP)
    card._table.setCurrentIndex(card._table.model().index(place, 0))
    qtbot.waitUntil(lambda: bool(card.box.people))
    second = card.box.people[1].name
    qtbot.mouseClick(card.box._buttons[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(page, day, "deputy") == second)
    assert not any(f.rule is Rule.GAP and f.day == day for f in listed(card))


def listed(card):
    return [card._table.row_at(n) for n in range(card._table.row_count())]


def test_a_telephone_is_not_mended_by_somebody_else(findings, qtbot):
    place = next(
        (n for n, row in enumerate(listed(findings.card)) if row.rule is Rule.UNVERIFIED_PHONE),
        None,
    )
    assert place is not None
    findings.card._table.setCurrentIndex(findings.card._table.model().index(place, 0))
    assert not findings.card.box.isVisible()
