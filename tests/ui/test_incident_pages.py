"""Incidents in list and page: what is owed stands there, every act is reached by key and logged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from safetydesk.domain.incident import BasisKind, Casualties, Category
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.obligations import ObligationStatus
from safetydesk.domain.report_series import ReportType
from safetydesk.services.incident_opening import NewIncident
from safetydesk.services.views_incidents import IncidentState
from safetydesk.ui.dialogs.incident_acts import (
    FlagDialog,
    LeaderDialog,
    QueryDialog,
    WaiveDialog,
)
from safetydesk.ui.dialogs.incident_fact import FactDialog
from safetydesk.ui.dialogs.incident_numbers import CasualtyDialog
from safetydesk.ui.dialogs.incident_times import CorrectTimeDialog, MilestoneDialog
from safetydesk.ui.dialogs.note_sent import NoteSentDialog
from safetydesk.ui.dialogs.phone_report import PhoneReportDialog
from safetydesk.ui.pages.incidents import IncidentsPage
from safetydesk.ui.qt_time import show_instant
from safetydesk.ui.tokens import ROW_HEIGHT
from tests.helpers.office import PIN
from tests.ui.acting import collected, dialog_of, entries, field, in_front, save, view, write
from tests.ui.incident_desk import (
    casualties_known,
    exploded_page,
    explosion,
    first_report_sent,
    incident_desk,
    instant,
)

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def at(sqlite_database):
    desk = incident_desk(sqlite_database)
    explosion(desk)
    return desk


@pytest.fixture
def page(at, qtbot):
    return exploded_page(at, qtbot)


def test_the_list_shows_what_is_in_hand_and_enter_opens_it(at, qtbot):
    page = IncidentsPage(services=at.services)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    asked = collected(page.incident_asked)
    table = page._table
    assert table.row_count() == 1
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked == [at.incident_id]


def test_an_empty_list_says_what_it_is_for_and_offers_the_first_act(sqlite_database, qtbot):
    at = incident_desk(sqlite_database)
    page = IncidentsPage(services=at.services)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert page._empty.isVisible()
    assert not page._card.isVisible()
    with qtbot.waitSignal(page.new_asked):
        page._begin.click()


def test_a_closed_incident_is_found_under_closed(at, qtbot):
    at.desk.incidents.close(at.staff.leader, at.incident_id, "误报")
    page = IncidentsPage(services=at.services)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert page._table.row_count() == 0
    page._segment.choose("closed")
    page.refresh()
    assert page._table.row_count() == 1


def test_the_page_shows_every_report_owed_with_its_limit(page, at):
    shown = page.obligations.table.row_count()
    assert shown == len(view(at).obligations) > 0
    cell = page.obligations.table.model().index(0, 3).data()
    assert "前" in cell


def test_a_fact_is_recorded_by_key_with_its_line(page, at, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_F, ALT)
    dialog = dialog_of(page, FactDialog)
    write(field(dialog, "name"), FactField.MATERIALS.chinese_name)
    write(field(dialog, "value"), "丙烯酸丁酯约4吨")
    write(field(dialog, "source"), "企业")
    field(dialog, "verified").setChecked(False)
    save(dialog)
    fact = next(f for f in view(at).facts if f.field is FactField.MATERIALS)
    assert (fact.value, fact.verified, fact.source) == ("丙烯酸丁酯约4吨", False, "企业")
    assert entries(at)[-1] == ("现场反馈", "企业报告：物料：丙烯酸丁酯约4吨（待核实）")


def test_words_of_ones_own_are_not_overwritten_by_the_proposal(page, at, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_F, ALT)
    dialog = dialog_of(page, FactDialog)
    dialog._form.text_edit.setPlainText("我的话")
    write(field(dialog, "value"), "临港街道滨江路14号")
    save(dialog)
    assert entries(at)[-1][1] == "我的话"


def test_numbers_are_recorded_as_of_their_time(page, at, qtbot):
    at.clock.to(instant("10:31"))
    qtbot.keyClick(page, Qt.Key.Key_C, ALT)
    dialog = dialog_of(page, CasualtyDialog)
    show_instant(field(dialog, "at"), instant("10:30"), at.services.wording.zone)
    write(field(dialog, "source"), "区消防大队")
    write(field(dialog, "number0"), "1")
    write(field(dialog, "number1"), "2")
    save(dialog)
    numbers = view(at).summary.casualties
    assert (numbers.dead, numbers.missing) == (1, 2)
    assert entries(at)[-1][1] == "区消防大队报告：截至10时30分，死亡1人、失联2人"
    qtbot.waitUntil(lambda: page.casualties.table.row_count() == 1)


def test_a_number_that_falls_asks_for_its_reason(page, at, qtbot):
    casualties_known(at)
    page.refresh()
    qtbot.keyClick(page, Qt.Key.Key_C, ALT)
    dialog = dialog_of(page, CasualtyDialog)
    reason = field(dialog, "reason")
    assert not reason.isVisible()
    write(field(dialog, "number0"), "0")
    write(field(dialog, "source"), "区人民医院")
    assert reason.isVisible()
    save(dialog)
    assert dialog.isVisible()
    assert dialog._form.problem_label.isVisible()
    assert view(at).summary.casualties.dead == 1
    write(reason, "经核实为误报")
    save(dialog)
    assert view(at).summary.casualties.dead == 0


def test_a_corrected_time_moves_the_limits_and_keeps_the_old(page, at, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_T, ALT)
    dialog = dialog_of(page, CorrectTimeDialog)
    show_instant(field(dialog, "right"), instant("10:03"), at.services.wording.zone)
    write(field(dialog, "evidence"), "企业监控录像")
    save(dialog)
    record = view(at).bases[BasisKind.OCCURRED]
    assert record.at == instant("10:03")
    assert record.former == (instant("10:05"),)
    assert entries(at)[-1][1] == "事发时间更正为10时03分（原报10时05分），依据：企业监控录像"


def test_the_end_of_the_rescue_is_noted(page, at, qtbot):
    at.clock.to(instant("17:40"))
    page._acts.rescue_ended()
    dialog = dialog_of(page, MilestoneDialog)
    show_instant(field(dialog, "at"), instant("17:30"), at.services.wording.zone)
    write(field(dialog, "source"), "现场指挥部")
    save(dialog)
    assert view(at).summary.state is IncidentState.RESCUE_OVER
    assert entries(at)[-1][1] == "现场指挥部：17时30分现场搜救结束"


def test_a_circumstance_the_leader_and_a_query_leave_their_lines(page, at):
    page.dialogs.flag()
    flag = dialog_of(page, FlagDialog)
    write(field(flag, "flag"), "社会影响重大")
    save(flag)
    page.dialogs.leader()
    leader = dialog_of(page, LeaderDialog)
    assert field(leader, "leader").currentText() == "曾慧"
    write(field(leader, "means"), "当面")
    save(leader)
    page.dialogs.query()
    query = dialog_of(page, QueryDialog)
    write(field(query, "asked_by"), "市委值班室")
    write(field(query, "words"), "网传死亡8人")
    save(query)
    assert [text for _, text in entries(at)][-3:] == [
        "标记：社会影响重大",
        "报告带班领导曾慧（当面），事件2025-018",
        "市委值班室要求核报：网传死亡8人",
    ]
    assert "social_effect_major" in view(at).flags


def test_a_leader_excuses_a_report_with_the_own_pin(page, at, qtbot):
    owed = next(item for item in view(at).obligations if item.status.open)
    page.dialogs.waive(owed)
    dialog = dialog_of(page, WaiveDialog)
    write(field(dialog, "reason"), "区政府已统一报送")
    dialog._pin.setText("000000")
    save(dialog)
    assert dialog.isVisible()
    assert dialog._pin.text() == ""
    dialog._pin.setText(PIN)
    save(dialog)
    now = next(item for item in view(at).obligations if item.key == owed.key)
    assert now.status is ObligationStatus.WAIVED


def test_a_telephone_report_is_one_act_with_its_proof(page, at, qtbot):
    at.clock.to(instant("10:20"))
    qtbot.keyClick(page, Qt.Key.Key_P, ALT)
    dialog = dialog_of(page, PhoneReportDialog)
    dialog._rows.set_names(("市应急局", "区政府值班室"))
    dialog._rows._rows[0].by.setText("黎海霞")
    save(dialog)
    (report,) = at.desk.reports.of_incident(at.incident_id)
    assert report.type is ReportType.PHONE
    assert [(d.recipient, d.confirmed_by) for d in report.deliveries] == [
        ("市应急局", "黎海霞"),
        ("区政府值班室", ""),
    ]
    assert entries(at)[-1][0] == "信息报送"


def test_the_four_of_the_article_are_told_together(page, at):
    page._acts.peers()
    dialog = dialog_of(page, PhoneReportDialog)
    save(dialog)
    assert view(at).missing_peers == ()


def test_the_next_report_is_begun_by_key(page, at, qtbot):
    casualties_known(at)
    asked = collected(page.report_asked)
    qtbot.keyClick(page, Qt.Key.Key_R, CTRL)
    (draft,) = at.desk.reports.drafts()
    assert asked == [draft.id]
    assert draft.type is ReportType.INITIAL


def test_enter_on_an_obligation_leads_to_what_it_asks_for(page, at, qtbot):
    asked = collected(page.report_asked)
    table = page.obligations.table
    rows = {row.report: row for row in view(at).obligations}
    assert table.select_key(rows["首报"].key)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert len(asked) == 1
    assert table.select_key(rows["统计直报"].key)
    in_front(page)
    qtbot.keyClick(page, Qt.Key.Key_F5)
    dialog = dialog_of(page, PhoneReportDialog)
    assert dialog._chosen is ReportType.STATISTICS
    dialog.reject()


def test_the_grade_that_time_will_bring_is_announced_on_the_page(at, page):
    new = NewIncident(
        "电梯困人",
        category=Category.SPECIAL_EQUIPMENT,
        flags=("elevator",),
        occurred_at=instant("09:30"),
    )
    lift = at.desk.incidents.open(at.officer, new).value.id
    page.show_incident(lift)
    assert not page._grades._coming.isVisible()
    told = Casualties(time=instant("10:12"), known_at=instant("10:12"), trapped=2, source="物业")
    at.desk.incidents.record_casualties(at.officer, lift, told)
    page.show_incident(lift)
    assert page._grades._coming.isVisible()
    assert "一般 from" in page._grades._coming.text()
    assert "11:30" in page._grades._coming.text()
    assert "第六十四条" in page._grades._coming.accessibleDescription()


def test_a_time_nobody_knew_is_recorded_as_the_first(page, at):
    page.dialogs.time(BasisKind.LEARNED)
    dialog = dialog_of(page, CorrectTimeDialog)
    show_instant(field(dialog, "right"), instant("10:08"), at.services.wording.zone)
    write(field(dialog, "evidence"), "通话录音")
    save(dialog)
    assert view(at).bases[BasisKind.LEARNED].at == instant("10:08")
    assert entries(at)[-1][1] == "获悉时间为10时08分，依据：通话录音"


def test_escape_leaves_a_dialog_and_what_was_typed_comes_back(page, at, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_F, ALT)
    dialog = dialog_of(page, FactDialog)
    write(field(dialog, "source"), "谭庆丰")
    in_front(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    page.dialogs.fact()
    assert field(dialog_of(page, FactDialog), "source").text() == "谭庆丰"
    assert len(entries(at)) == 1


def test_escape_on_the_page_goes_back_to_the_list(page, qtbot):
    with qtbot.waitSignal(page.list_asked):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_nobody_signed_in_changes_nothing_and_keeps_the_typing(page, at, qtbot):
    at.services.session.sign_out()
    qtbot.keyClick(page, Qt.Key.Key_F, ALT)
    dialog = dialog_of(page, FactDialog)
    write(field(dialog, "value"), "x")
    save(dialog)
    assert dialog.isVisible()
    assert dialog._form.problem_label.isVisible()
    assert len(entries(at)) == 1


def test_a_signed_report_is_noted_as_sent_on_the_row_that_owes_it(page, at, qtbot):
    casualties_known(at)
    first_report_sent(at)
    page.refresh()
    notices = collected(at.services.bus.notice)
    owed = next(o for o in view(at).obligations if o.report == "首报" and o.status.open)
    page.settle(f"{owed.key}:due:1759717920")
    dialog = dialog_of(page, NoteSentDialog)
    assert field(dialog, "to").text() == owed.to
    write(field(dialog, "to"), "省厅总值班室")
    save(dialog)
    now = next(o for o in view(at).obligations if o.key == owed.key)
    assert not now.status.open
    assert now.to == "省厅总值班室"
    assert entries(at)[-1] == ("信息报送", "首报〔2025〕第37期报省厅总值班室")
    assert "省厅总值班室" in notices[-1].text
    assert page.obligations.table.current_key() == owed.key


@pytest.mark.parametrize("height", [600, 611, 625])
def test_no_row_lies_under_the_foot_of_the_reports_owed(page, qtbot, height):
    page.set_narrow(True)
    page.resize(958, height)
    qtbot.wait(1)
    for card in (page.obligations, page.facts, page.timeline):
        assert card.table.isVisible()
        assert card.table.viewport().height() % ROW_HEIGHT == 0


def test_on_a_small_screen_the_words_of_the_chronology_get_the_room(page):
    page.set_narrow(True)
    assert page.timeline.table.isColumnHidden(3)
    page.set_narrow(False)
    assert not page.timeline.table.isColumnHidden(3)
