"""Absences, people, the yearly notice and the rules are entered by keys, and refused beside them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from safetydesk.domain.roster_findings import Level, Rule, RuleSetting
from safetydesk.services.duty_basis import duty_basis
from safetydesk.services.transaction import Transactions
from safetydesk.services.views_staff import AbsenceEntry
from safetydesk.ui.dialogs.absence import AbsenceDialog
from safetydesk.ui.dialogs.finding_rules import FindingRulesDialog
from safetydesk.ui.dialogs.key_periods import KeyPeriodsDialog
from safetydesk.ui.dialogs.staff import StaffDialog
from safetydesk.ui.dialogs.wishes import WishesDialog
from safetydesk.ui.dialogs.year_notice import YearNoticeDialog
from safetydesk.ui.pages.roster_basis import RosterBasis
from safetydesk.ui.session import Session
from safetydesk.ui.wording import Wording
from tests.helpers.leaks import freed_on_close
from tests.helpers.office import POSTS, small_office
from tests.ui.typed import type_into

CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2025, 10, 6)
NOTICE_2027 = """元旦：1月1日至3日放假，共3天。
春节：2月5日至11日放假调休，共7天。1月31日、2月20日上班。
清明节：4月3日至5日放假，共3天。
劳动节：5月1日至5日放假调休，共5天。5月8日上班。
端午节：6月9日放假1天。
中秋节：9月15日放假1天。
国庆节：10月1日至7日放假调休，共7天。9月26日、10月9日上班。
"""


@pytest.fixture
def transactions(sqlite_database, clock):
    return Transactions(sqlite_database, clock)


@pytest.fixture
def office(transactions):
    return small_office(transactions)


@pytest.fixture
def basis(transactions):
    return duty_basis(transactions)


@pytest.fixture
def session(office):
    made = Session()
    made.sign_in(office.supervisor)
    return made


def staff_dialog(office, basis, session, bus):
    return StaffDialog(
        staff=basis.staff, people=office.people, posts=POSTS, session=session, bus=bus
    )


def kept(qtbot, dialog):
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def absence(qtbot, office, basis, session, bus):
    return kept(
        qtbot,
        AbsenceDialog(
            staff=basis.staff,
            people=office.people,
            session=session,
            bus=bus,
            wording=Wording(),
            today=TODAY,
        ),
    )


@pytest.fixture
def people(qtbot, office, basis, session, bus):
    return kept(qtbot, staff_dialog(office, basis, session, bus))


@pytest.fixture
def notice(qtbot, office, basis, session, bus, tasks):
    return kept(
        qtbot,
        YearNoticeDialog(
            calendar=basis.calendar,
            session=session,
            bus=bus,
            wording=Wording(),
            tasks=tasks,
            year=2027,
        ),
    )


@pytest.fixture
def rules(qtbot, office, basis, session, bus):
    return kept(qtbot, FindingRulesDialog(findings=basis.findings, session=session, bus=bus))


def ctrl_enter(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)


def register(basis, office):
    return basis.staff.absences(office.supervisor, TODAY, date(2025, 10, 30))


def test_an_absence_is_entered_by_keys_and_the_form_is_ready_for_the_next(
    absence, qtbot, basis, office
):
    type_into(qtbot, absence._who, "曾慧")
    type_into(qtbot, absence._first, "2025-10-08")
    type_into(qtbot, absence._last, "2025-10-09")
    absence._kind.setCurrentText("外出")
    type_into(qtbot, absence._place, "省厅")
    ctrl_enter(qtbot, absence)
    (row,) = register(basis, office)
    assert (row.name, row.kind, row.whole_days, row.place) == (
        "曾慧",
        "外出",
        (date(2025, 10, 8), date(2025, 10, 9)),
        "省厅",
    )
    assert absence._who.text() == ""
    assert absence._table.row_count() == 1


def test_a_stranger_or_a_date_that_is_none_is_refused_beside_the_form(
    absence, qtbot, basis, office
):
    type_into(qtbot, absence._who, "赵无极")
    ctrl_enter(qtbot, absence)
    assert absence._problem.text()
    type_into(qtbot, absence._who, "何佳")
    type_into(qtbot, absence._first, "10月8日")
    ctrl_enter(qtbot, absence)
    assert "2025-10-06" in absence._problem.text()
    assert absence._who.text() == "何佳"
    assert register(basis, office) == []


def test_an_absence_is_filed_and_taken_back_by_keys(absence, qtbot, basis, office):
    basis.staff.record_absence(
        office.supervisor, AbsenceEntry(office.leader.person_id, "外出", TODAY, TODAY)
    )
    absence._show()
    absence._table.setFocus()
    qtbot.keyClick(absence._table, Qt.Key.Key_Down)
    absence._filed.setText("市应急局")
    qtbot.keyClick(absence, Qt.Key.Key_F, CTRL)
    assert register(basis, office)[0].filed_with == "市应急局"
    qtbot.keyClick(absence._table, Qt.Key.Key_Delete)
    assert register(basis, office) == []


def test_facts_of_the_person_chosen_are_saved(people, qtbot, basis, office):
    qtbot.keyClick(people._table, Qt.Key.Key_Down)
    person = people._table.current()
    type_into(qtbot, people._dates["due_on"], "2025-12-20")
    people._gender.setCurrentText("女")
    people._posts["standby"].click()
    ctrl_enter(qtbot, people)
    entry = basis.staff.person(office.supervisor, person.person_id).entry
    assert (entry.due_on, entry.gender) == (date(2025, 12, 20), "女")
    assert "standby" in entry.posts
    assert people._table.current().person_id == person.person_id


def test_a_date_that_is_none_is_refused_and_stays(people, qtbot):
    type_into(qtbot, people._dates["trained_on"], "去年")
    ctrl_enter(qtbot, people)
    assert people._problem.text()
    assert people._dates["trained_on"].text() == "去年"


def test_whoever_is_no_supervisor_sees_nobodys_facts(qtbot, office, basis, session, bus):
    session.sign_in(office.officer)
    dialog = kept(qtbot, staff_dialog(office, basis, session, bus))
    assert dialog._table.row_count() == 0


def test_who_has_no_pin_is_given_one(people, office, transactions, qtbot):
    with transactions.database.write() as uow:
        uow.people.put_pin(office.deputy.person_id, "")
        uow.commit()
    people._load()
    people._table.select_key(str(office.deputy.person_id))
    assert people._pin.placeholderText().startswith("none yet")
    type_into(qtbot, people._pin, "111111")
    ctrl_enter(qtbot, people)
    assert people._problem.text()
    type_into(qtbot, people._pin, "246810")
    ctrl_enter(qtbot, people)
    assert people._pin.placeholderText().startswith("forgotten")
    assert office.people.sign_in(office.deputy.person_id, "246810").value.name == "何佳"


def test_a_pasted_notice_shows_its_days_and_is_entered(notice, qtbot, basis):
    assert "2027" in notice._state.text()
    type_into(qtbot, notice._number, "国办发明电〔2026〕0号")
    notice._text.setPlainText(NOTICE_2027)
    qtbot.waitUntil(lambda: notice._changed.row_count() > 0)
    assert notice._days.row_count() == 32
    assert basis.calendar.year(2027).known is False
    ctrl_enter(qtbot, notice)
    assert not notice.isVisible()
    view = basis.calendar.year(2027)
    assert (view.known, view.title, len(view.days)) == (True, "国办发明电〔2026〕0号", 32)


def test_a_notice_that_cannot_be_says_where_and_keeps_the_words(notice, qtbot, basis):
    notice._text.setPlainText("国庆节：10月1日至32日放假。")
    qtbot.waitUntil(lambda: bool(notice._problem.text()))
    assert "32日" in notice._problem.text()
    ctrl_enter(qtbot, notice)
    assert notice.isVisible()
    assert basis.calendar.years() == frozenset()


def test_a_notice_without_its_name_is_refused(notice, qtbot, basis):
    notice._text.setPlainText(NOTICE_2027)
    ctrl_enter(qtbot, notice)
    assert notice._problem.text()
    assert basis.calendar.years() == frozenset()


def test_only_rules_that_were_altered_are_stored(rules, qtbot, basis):
    box = rules._levels[Rule.REST]
    box.setCurrentIndex(box.findData(Level.DENY.value))
    rules._numbers[Rule.CONSECUTIVE].setValue(5)
    ctrl_enter(qtbot, rules)
    assert not rules.isVisible()
    stored = {view.rule: view for view in basis.findings.rules() if not view.shipped}
    assert set(stored) == {Rule.REST, Rule.CONSECUTIVE}
    assert (stored[Rule.REST].level, stored[Rule.CONSECUTIVE].number) == (Level.DENY, 5)


def test_a_custom_is_never_offered_as_a_prohibition(rules):
    box = rules._levels[Rule.WOMAN_ALONE_AT_NIGHT]
    assert box.findData(Level.DENY.value) == -1


@pytest.fixture
def periods(qtbot, office, basis, session, bus, clock):
    clock.to("2025-10-06T10:00:00+08:00")
    return kept(
        qtbot,
        KeyPeriodsDialog(
            calendar=basis.calendar,
            session=session,
            bus=bus,
            clock=clock,
            wording=Wording(),
            turnover=basis.calendar.turnover(),
        ),
    )


def test_a_key_period_is_entered_by_its_days_and_ended_with_delete(periods, qtbot, basis, clock):
    for field, text in (
        (periods._title, "国庆安全防范"),
        (periods._first, "2025-10-06"),
        (periods._last, "2025-10-07"),
        (periods._report_by, "15:00"),
    ):
        type_into(qtbot, field, text)
    ctrl_enter(qtbot, periods)
    (row,) = basis.calendar.key_periods(clock.now())
    assert (row.name, row.report_by) == ("国庆安全防范", "15:00")
    assert f"{row.start:%d %H:%M}–{row.end:%d %H:%M}" == "06 00:30–08 00:30"
    assert periods._table.select_key(str(row.id))
    periods._table.setFocus()
    qtbot.keyClick(periods._table, Qt.Key.Key_Delete)
    assert basis.calendar.key_periods(clock.now()) == []


def test_a_key_period_without_days_or_name_is_refused_beside_it(periods, qtbot, basis, clock):
    ctrl_enter(qtbot, periods)
    assert "2025-10-06" in periods._problem.text()
    type_into(qtbot, periods._last, "2025-10-07")
    ctrl_enter(qtbot, periods)
    assert "what the period is" in periods._problem.text()
    assert basis.calendar.key_periods(clock.now()) == []


@pytest.fixture
def menu(qtbot, office, basis, session, bus, clock, tasks):
    page = QWidget()
    qtbot.addWidget(page)
    made = RosterBasis(
        page,
        basis=basis,
        people=office.people,
        session=session,
        bus=bus,
        clock=clock,
        wording=Wording(),
        tasks=tasks,
    )
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, made


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_A, AbsenceDialog),
        (Qt.Key.Key_P, StaffDialog),
        (Qt.Key.Key_Y, YearNoticeDialog),
        (Qt.Key.Key_R, FindingRulesDialog),
        (Qt.Key.Key_K, KeyPeriodsDialog),
        (Qt.Key.Key_W, WishesDialog),
    ],
)
def test_each_dialog_opens_by_its_key(menu, qtbot, key, kind):
    page, button = menu
    button.setFocus()
    qtbot.keyClick(button, key, Qt.KeyboardModifier.AltModifier)
    opened = page.findChild(kind)
    assert opened.isVisible()
    assert all(b.accessibleName() or b.text() for b in opened.findChildren(QPushButton))
    opened.reject()


def test_an_officer_is_offered_absences_and_wishes_only(menu, session, office):
    _, button = menu
    session.sign_in(office.officer)
    assert [action.isVisible() for action in button.menu().actions()] == [True, True] + 4 * [False]


def test_the_dialogs_are_freed(office, basis, session, bus, tasks):
    assert freed_on_close(
        lambda: AbsenceDialog(
            staff=basis.staff,
            people=office.people,
            session=session,
            bus=bus,
            wording=Wording(),
            today=TODAY,
        )
    )
    assert freed_on_close(
        lambda: YearNoticeDialog(
            calendar=basis.calendar,
            session=session,
            bus=bus,
            wording=Wording(),
            tasks=tasks,
            year=2027,
        )
    )
    assert freed_on_close(lambda: staff_dialog(office, basis, session, bus))
    assert freed_on_close(
        lambda: FindingRulesDialog(findings=basis.findings, session=session, bus=bus)
    )


def test_the_rules_service_keeps_what_the_dialog_wrote(rules, basis, office):
    basis.findings.set_rule(office.supervisor, Rule.GAP, RuleSetting(Level.WARN))
    assert {view.rule for view in basis.findings.rules() if not view.shipped} == {Rule.GAP}
