"""A hand-made sheet is looked at beside what was understood of it, and written only on demand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QWidget

from safetydesk.domain.sheet_findings import FindingCode
from safetydesk.ui.dialogs.import_contacts import ContactsImport
from safetydesk.ui.dialogs.import_preview import ImportPreview
from safetydesk.ui.dialogs.import_roster import RosterImport
from safetydesk.ui.finding_words import FindingWords
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.newcomer_list import NewcomerList
from safetydesk.ui.widgets.sheet_view import SheetView
from tests.helpers.demo_desk import demo_desk
from tests.helpers.leaks import freed_on_close

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
BAD = SAMPLES / "contacts" / "bad"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def session(desk):
    made = Session()
    made.sign_in(desk.people.actor(desk.people.named("王伟").id))
    return made


@pytest.fixture
def host(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def rosters(desk):
    return RosterImport(desk.duty, desk.people, today=lambda: date(2025, 8, 28))


@pytest.fixture
def open_preview(host, session, bus, tasks, qtbot):
    def build(source, path=None):
        made = ImportPreview(source, session=session, bus=bus, tasks=tasks, parent=host, path=path)
        made.resize(1200, 640)
        made.open()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return build


def problem(preview):
    return preview.findChild(QLabel, "problem_label").text()


def test_a_roster_is_written_only_on_ctrl_enter(open_preview, desk, qtbot):
    source = RosterImport(desk.duty, desk.people, today=lambda: date(2025, 11, 26))
    preview = open_preview(source, SAMPLES / "rosters" / "r04-gbk-month.csv")
    told: list[str] = []
    preview.applied.connect(told.append)

    def planned():
        return sum(len(people) for row in desk.duty.month(2025, 12).days for people in row.cells)

    assert planned() == 0
    assert preview.reading.ready > 0
    qtbot.keyClick(preview, Qt.Key.Key_Return, CTRL)
    assert planned() > 0
    assert "r04-gbk-month.csv" in told[0]
    desk.duty.undo_import(desk.people.actor(desk.people.named("王伟").id))
    assert planned() == 0


def test_turns_on_a_post_that_the_office_does_not_have_are_left_out_and_named(open_preview, desk):
    source = RosterImport(desk.duty, desk.people, today=lambda: date(2025, 11, 26))
    preview = open_preview(source, SAMPLES / "rosters" / "r04-gbk-month.csv")
    assert "值班员" in preview.reading.consequence
    preview.reject()


def test_every_error_of_the_sample_points_at_its_cell(open_preview, rosters, qtbot):
    path = SAMPLES / "rosters" / "r05-errors.xlsx"
    expected = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    preview = open_preview(rosters, path)
    sheet = preview.findChild(SheetView)
    shown = {finding.source for finding in preview.reading.findings}
    errors = [f for f in expected["findings"] if f["severity"] == "error"]
    assert {f["source"] for f in errors} <= shown
    for finding in preview.reading.findings:
        if finding.code is FindingCode.UNKNOWN_PERSON:
            sheet.point_at(finding.source)
            assert finding.text in sheet.pointed_text()


def test_people_whom_the_office_does_not_know_are_named_before_they_are_left_out(
    open_preview, rosters
):
    preview = open_preview(rosters, SAMPLES / "rosters" / "r05-errors.xlsx")
    assert "王大锤" in preview.reading.consequence


def test_people_of_the_sheet_join_when_ticked_and_leave_with_the_import(
    open_preview, rosters, desk, qtbot
):
    preview = open_preview(rosters, SAMPLES / "rosters" / "r05-errors.xlsx")
    before = preview.reading.ready
    people = preview.findChild(NewcomerList)
    listed = people.findChild(QListWidget)
    names = [one.name for one in preview.reading.newcomers]
    assert "王大锤" in names
    assert people.isVisible()
    listed.setFocus()
    (line,) = listed.findItems("王大锤  ", Qt.MatchFlag.MatchStartsWith)
    listed.setCurrentItem(line)
    sheet = preview.findChild(SheetView)
    assert "王大锤" in sheet.pointed_text()
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert preview.reading.ready > before
    assert "王大锤" in preview.reading.consequence
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert preview.reading.ready == before
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    qtbot.keyClick(preview, Qt.Key.Key_Return, CTRL)
    assert desk.people.named("王大锤").active
    desk.duty.undo_import(desk.people.actor(desk.people.named("王伟").id))
    assert "王大锤" not in {person.name for person in desk.people.all()}


def test_a_misspelt_name_is_taken_for_somebody_of_the_office(open_preview, rosters, desk, qtbot):
    preview = open_preview(rosters, SAMPLES / "rosters" / "r05-errors.xlsx")
    one = next(one for one in preview.reading.newcomers if one.alike)
    people = preview.findChild(NewcomerList)
    listed = people.findChild(QListWidget)
    listed.setFocus()
    first, second = (
        listed.findItems(words, Qt.MatchFlag.MatchStartsWith)[0]
        for words in (f"{one.name}  ", f"      {one.name}")
    )
    for line in (first, second):
        listed.setCurrentItem(line)
        qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert people.ticked() == {one.name: one.alike[0]}
    assert f"{one.name} → {one.alike[0]}" in preview.reading.consequence
    before = {person.name for person in desk.people.all()}
    qtbot.keyClick(preview, Qt.Key.Key_Return, CTRL)
    assert {person.name for person in desk.people.all()} == before
    days = desk.duty.month(2025, 9).days + desk.duty.month(2025, 10).days
    names = {cell.name for row in days for cells in row.cells for cell in cells}
    assert one.alike[0] in names


def test_one_box_ticks_everybody_who_is_like_nobody_of_the_office(open_preview, rosters, qtbot):
    preview = open_preview(rosters, SAMPLES / "rosters" / "r05-errors.xlsx")
    people = preview.findChild(NewcomerList)
    box = people.findChild(QCheckBox)
    sure = {one.name for one in preview.reading.newcomers if not one.alike}
    assert box.hasFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert set(people.ticked()) == sure
    assert not any(people.ticked().values())
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert people.ticked() == {}
    preview.reject()


def test_an_officer_may_look_but_not_import_a_roster(open_preview, rosters, desk, session, qtbot):
    session.sign_in(desk.people.actor(desk.people.named("黄志强").id))
    preview = open_preview(rosters, SAMPLES / "rosters" / "r05-errors.xlsx")
    qtbot.keyClick(preview, Qt.Key.Key_Return, CTRL)
    assert preview.isVisible()
    assert problem(preview)
    assert not any(people for row in desk.duty.month(2025, 9).days for people in row.cells)
    preview.reject()


def test_contacts_are_added_and_merged_and_the_list_is_new_only_once(open_preview, desk, qtbot):
    before = desk.contacts.directory().contacts
    path = SAMPLES / "contacts" / "c01-flat.xlsx"
    preview = open_preview(ContactsImport(desk.contacts), path)
    qtbot.keyClick(preview, Qt.Key.Key_Return, CTRL)
    assert desk.contacts.directory().contacts > before
    again = open_preview(ContactsImport(desk.contacts), path)
    assert again.reading.ready == 0
    qtbot.keyClick(again, Qt.Key.Key_Return, CTRL)
    assert again.isVisible()
    assert problem(again)
    again.reject()


@pytest.mark.parametrize("name", ["b04-really-html.xls", "b05-truncated.xlsx"])
@pytest.mark.parametrize("kind", ["contacts", "roster"])
def test_a_broken_file_shows_its_one_sentence_and_changes_nothing(
    open_preview, rosters, desk, qtbot, name, kind
):
    expected = json.loads((BAD / f"{Path(name).stem}.expected.json").read_text("utf-8"))
    source = ContactsImport(desk.contacts) if kind == "contacts" else rosters
    before = desk.contacts.directory().contacts
    preview = open_preview(source, BAD / name)
    assert name in problem(preview)
    assert any(word in problem(preview) for word in expected["message_should_mention"])
    qtbot.keyClick(preview, Qt.Key.Key_Return, CTRL)
    assert preview.isVisible()
    assert desk.contacts.directory().contacts == before
    preview.reject()


@pytest.mark.parametrize(
    "name", ["b01-formula-injection.csv", "b02-utf16-no-bom.csv", "b06-200-columns.csv"]
)
def test_a_difficult_file_is_shown_whole(open_preview, desk, name):
    preview = open_preview(ContactsImport(desk.contacts), BAD / name)
    expected = json.loads((BAD / f"{Path(name).stem}.expected.json").read_text("utf-8"))
    assert [row.cells[0] for row in preview.reading.rows] == [
        contact["name"] for contact in expected["contacts"]
    ]
    preview.reject()


def test_a_vcard_is_shown_a_row_a_card(open_preview, desk):
    preview = open_preview(
        ContactsImport(desk.contacts), SAMPLES / "contacts" / "c03-phone-export.vcf"
    )
    sheet = preview.findChild(SheetView)
    row = next(row for row in preview.reading.rows if row.source == "card 2")
    sheet.point_at("card 2")
    assert sheet._grid.currentIndex().row() == 1
    assert row.cells[0]
    preview.reject()


def test_an_answer_that_comes_after_stop_is_not_shown(open_preview, desk, tasks, monkeypatch):
    waiting = []
    monkeypatch.setattr(tasks, "submit", lambda work, **slots: waiting.append((work, slots)))
    preview = open_preview(
        ContactsImport(desk.contacts), SAMPLES / "contacts" / "bad" / "b06-200-columns.csv"
    )
    preview._stop()
    work, slots = waiting[0]
    slots["succeeded"](work())
    assert preview.reading is None
    preview.reject()


def test_every_finding_has_words(dressed):
    assert all(FindingWords().of(code) != code.value for code in FindingCode)


def test_the_preview_is_freed_on_close(host, session, bus, tasks, rosters):
    assert freed_on_close(
        lambda: ImportPreview(rosters, session=session, bus=bus, tasks=tasks, parent=host)
    )
