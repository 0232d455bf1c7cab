"""F4: an incident from nothing, from the ring of a call, from a line of the log."""

from __future__ import annotations

from safetydesk.domain.incident import BasisKind
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.ui.dialogs.new_incident import IncidentPrefill, NewIncidentDialog
from safetydesk.ui.qt_time import show_instant
from tests.ui.acting import collected, entries, field, save, write
from tests.ui.incident_desk import incident_desk, instant


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
