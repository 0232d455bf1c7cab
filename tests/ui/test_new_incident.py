"""F4: an incident from nothing, from the ring of a call, from a line of the log."""

from __future__ import annotations

from safetydesk.domain.incident import BasisKind
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.report_series import ReportType
from safetydesk.ui.dialogs.act_draft import DraftNotice
from safetydesk.ui.dialogs.new_incident import IncidentPrefill, NewIncidentDialog
from safetydesk.ui.dialogs.phone_report import PhoneReportDialog
from safetydesk.ui.qt_time import show_instant
from safetydesk.ui.widgets.key_cap import KeyButton
from tests.ui.acting import collected, entries, field, save, view, write
from tests.ui.incident_desk import explosion, incident_desk, instant


def test_a_new_incident_starts_its_clocks_at_the_ring(sqlite_database, qtbot):
    at = incident_desk(sqlite_database)
    dialog = NewIncidentDialog(None, at.services, IncidentPrefill(received_at=instant("10:10")))
    qtbot.addWidget(dialog)
    dialog.show()
    saved = collected(dialog.saved)
    write(field(dialog, "title"), "反应釜爆炸")
    write(field(dialog, "place"), "临港街道滨江路14号")
    write(field(dialog, "source"), "化工园区管委会")
    write(field(dialog, "category"), "危险化学品事故")
    field(dialog, "occurred_known").setChecked(True)
    show_instant(field(dialog, "occurred"), instant("10:05"), at.services.wording.zone)
    save(dialog)
    incident = saved[0]
    found = at.desk.incidents.view(incident.id)
    assert found.bases[BasisKind.RECEIVED].at == instant("10:10")
    assert found.bases[BasisKind.OCCURRED].approximate
    assert found.fact(FactField.PLACE) == "临港街道滨江路14号"
    at.incident_id = incident.id
    assert entries(at) == [
        ("突发事件接报", "化工园区管委会报：10时05分许，临港街道滨江路14号反应釜爆炸")
    ]


def test_an_incident_from_a_line_writes_no_second_line(sqlite_database, qtbot):
    at = incident_desk(sqlite_database)
    line = at.desk.log.append(at.officer, EntryDraft(EntryKind.INCOMING_CALL, "爆炸")).value
    prefill = IncidentPrefill(title="爆炸", words="爆炸", entry_seq=line.seq)
    dialog = NewIncidentDialog(None, at.services, prefill)
    qtbot.addWidget(dialog)
    dialog.show()
    saved = collected(dialog.saved)
    save(dialog)
    assert at.desk.incidents.view(saved[0].id).source_seq == line.seq
    at.incident_id = saved[0].id
    assert entries(at) == []


def test_what_the_words_of_a_call_say_is_proposed_in_the_fields(sqlite_database, qtbot):
    at = incident_desk(sqlite_database)
    words = "10时05分，临江市云川区滨江路14号宏泰化工厂发生爆炸，造成1人死亡，1人失联，2人轻伤。"
    line = at.desk.log.append(at.officer, EntryDraft(EntryKind.INCOMING_CALL, words)).value
    prefill = IncidentPrefill(received_at=instant("10:10"), words=words, entry_seq=line.seq)
    dialog = NewIncidentDialog(None, at.services, prefill)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "滨江路14号" in field(dialog, "place").text()
    assert dialog.instant(field(dialog, "occurred")) == instant("10:05")
    write(field(dialog, "title"), "宏泰化工厂爆炸")
    saved = collected(dialog.saved)
    save(dialog)
    known = at.desk.incidents.view(saved[0].id).summary.casualties
    assert (known.dead, known.missing, known.lightly_injured) == (1, 1, 2)


def opened(at, qtbot):
    """F4 at the hour of the clock."""
    dialog = NewIncidentDialog(None, at.services)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_title_alone_gives_no_time_of_occurrence(sqlite_database, qtbot):
    at = incident_desk(sqlite_database)
    dialog = opened(at, qtbot)
    write(field(dialog, "title"), "某厂爆炸")
    assert dialog.proposed() == "某厂爆炸"
    saved = collected(dialog.saved)
    save(dialog)
    assert BasisKind.OCCURRED not in at.desk.incidents.view(saved[0].id).bases


def test_a_draft_keeps_the_hour_at_which_the_call_came(sqlite_database, qtbot):
    at = incident_desk(sqlite_database)
    first = opened(at, qtbot)
    write(field(first, "title"), "某厂爆炸")
    first.reject()
    at.clock.to(instant("10:52"))
    again = opened(at, qtbot)
    assert "10-06 10:12" in again.findChild(DraftNotice).said.text()
    saved = collected(again.saved)
    save(again)
    assert at.desk.incidents.view(saved[0].id).bases[BasisKind.RECEIVED].at == instant("10:12")


def test_a_form_that_nobody_touched_leaves_no_draft(sqlite_database, qtbot):
    at = incident_desk(sqlite_database)
    opened(at, qtbot).reject()
    at.clock.to(instant("10:52"))
    again = opened(at, qtbot)
    assert again.findChild(DraftNotice) is None
    assert again.instant(field(again, "received")) == instant("10:52")
    write(field(again, "title"), "写了又删")
    write(field(again, "title"), "")
    again.reject()
    assert at.desk.drafts.find_form("incident:new") == {}


def test_a_draft_can_be_thrown_away(sqlite_database, qtbot):
    at = incident_desk(sqlite_database)
    first = opened(at, qtbot)
    write(field(first, "title"), "误报")
    first.reject()
    again = opened(at, qtbot)
    again.findChild(DraftNotice).findChild(KeyButton).click()
    assert not again.isVisible()
    assert at.desk.drafts.find_form("incident:new") == {}


def test_times_set_in_a_phone_report_come_back_and_untouched_ones_move_on(sqlite_database, qtbot):
    at = incident_desk(sqlite_database)
    explosion(at)

    def telling():
        dialog = PhoneReportDialog(None, at.services, view(at), ReportType.PHONE, ("市应急局",))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    at.clock.to(instant("10:20"))
    first = telling()
    first._rows._rows[0].by.setText("黎海霞")
    first.reject()
    at.clock.to(instant("10:29"))
    again = telling()
    assert again.instant(field(again, "at")) == instant("10:29")
    [told] = again._rows.told()
    assert (told.confirmed_by, told.confirmed_at) == ("黎海霞", instant("10:20"))
    show_instant(field(again, "at"), instant("10:15"), at.services.wording.zone)
    again.reject()
    at.clock.to(instant("10:40"))
    last = telling()
    assert last.instant(field(last, "at")) == instant("10:15")
