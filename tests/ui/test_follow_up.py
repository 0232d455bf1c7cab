"""A follow-up pasted into an incident that exists is compared with it and taken in one act."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from safetydesk.domain.incident import BasisKind, Casualties
from safetydesk.domain.incident_record import FactField
from safetydesk.ui.dialogs.follow_up import FollowUpDialog
from safetydesk.ui.dialogs.intake import IntakeDialog
from tests.helpers.leaks import freed_on_close
from tests.ui.acting import dialog_of, in_front, save, view
from tests.ui.incident_desk import (
    casualties_known,
    exploded_page,
    explosion,
    incident_desk,
    instant,
)

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MESSAGES = Path(__file__).parents[1] / "data" / "samples" / "messages"
FOLLOW_UP = (MESSAGES / "m04-follow-up-correction.txt").read_text("utf-8")


@pytest.fixture
def at(sqlite_database):
    desk = incident_desk(sqlite_database)
    explosion(desk)
    casualties_known(desk)
    desk.clock.to(instant("12:18"))
    return desk


@pytest.fixture
def page(at, qtbot):
    return exploded_page(at, qtbot)


def pasted(page, text=FOLLOW_UP) -> IntakeDialog:
    QApplication.clipboard().setText(text)
    in_front(page)
    QTest.keyClick(page, Qt.Key.Key_V, CTRL | SHIFT)
    found = page.findChild(IntakeDialog)
    in_front(found)
    return found


def news(window) -> dict[str, str]:
    return {item.target: item.shown for item in window.proposals}


def taken(page, window, *, every: bool = False) -> FollowUpDialog:
    """Ctrl+Enter, with everything accepted if told so."""
    if every:
        window._all_or_none()
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    return dialog_of(page, FollowUpDialog)


def test_only_what_is_new_is_proposed_and_a_changed_number_says_what_it_was(page, at):
    known = view(at).summary.casualties
    said = news(pasted(page))
    assert said["number.dead"] == f"3人（原{known.dead}人）"
    assert "title" not in said
    assert "category" not in said


def test_the_same_message_again_is_no_news(page, at):
    dialog = taken(page, pasted(page), every=True)
    dialog._source.setText("区应急局")
    save(dialog)
    before = set(news(pasted(page)))
    assert not {target for target in before if target.startswith(("number.", "occurred"))}


def test_what_is_accepted_goes_in_as_one_act_with_its_words(page, at):
    dialog = taken(page, pasted(page), every=True)
    dialog._source.setText("区应急局 丁学武")
    save(dialog)
    shown = view(at)
    assert shown.summary.casualties.dead == 3
    assert shown.bases[BasisKind.OCCURRED].at == instant("10:03")
    assert shown.casualties[-1].as_of == instant("12:00")
    lines = [entry.text for entry in at.desk.log.newest(2)]
    assert any(text.startswith("区应急局 丁学武续报：") for text in lines)
    assert any("首报中失联的2名人员已找到" in text for text in lines)
    assert all(fact.source for fact in shown.facts if fact.field is FactField.MEASURES)


def test_numbers_of_an_earlier_time_than_those_known_are_to_be_looked_at(page, at):
    later = Casualties(
        time=instant("12:10"), known_at=instant("12:12"), dead=4, source="区人民医院"
    )
    at.desk.incidents.record_casualties(at.officer, at.incident_id, later)
    page.refresh()
    window = pasted(page)
    dead = next(item for item in window.proposals if item.target == "number.dead")
    assert dead.doubt
    assert dead.shown == "3人（原4人）"
    window.close()


def test_without_a_source_nothing_is_written_and_the_typing_stays(page, at):
    dialog = taken(page, pasted(page), every=True)
    dialog._source.clear()
    dialog._form.text_edit.setPlainText("手写的一句")
    before = at.desk.log.count()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert at.desk.log.count() == before
    assert dialog._form.text_edit.toPlainText() == "手写的一句"


def test_what_was_accepted_comes_back_when_the_second_window_was_left(page, at):
    window = pasted(page)
    window._all_or_none()
    window._accepted["number.dead"] = True
    window._accepted["fact.measures"] = False
    dialog = taken(page, window)
    accepted = {item.target for item in dialog._taken.proposals}
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    again = taken(page, pasted(page, ""))
    assert {item.target for item in again._taken.proposals} == accepted
    assert again._taken.text == FOLLOW_UP
    assert "number.dead" in accepted
    again._source.setText("区应急局")
    save(again)
    assert not page.pasting.is_kept


def test_another_message_does_not_lose_the_one_that_was_left(page, at):
    QTest.keyClick(taken(page, pasted(page), every=True), Qt.Key.Key_Escape)
    other = "区人民医院：截至12时10分，死亡4人。"
    QTest.keyClick(pasted(page, other), Qt.Key.Key_Escape)
    assert page.pasting.is_kept
    page.pasting.resume()
    window = next(one for one in page.findChildren(IntakeDialog) if one.isVisible())
    assert window._text.toPlainText() == FOLLOW_UP


def test_fewer_dead_ask_for_the_reason(page, at):
    dialog = taken(page, pasted(page, "区人民医院：截至12时10分，死亡0人，失联2人。"), every=True)
    assert dialog._reason.isVisible()


def test_a_closed_incident_takes_nothing_in(page, at):
    page.dialogs.view = None
    QApplication.clipboard().setText(FOLLOW_UP)
    page.pasting.paste()
    assert page.findChild(IntakeDialog) is None


def test_the_dialog_is_freed_when_it_closes(at, page):
    window = pasted(page)
    items = window.proposals
    window.close()
    from safetydesk.ui.dialogs.intake import Taken

    given = Taken(FOLLOW_UP, items)
    assert freed_on_close(lambda: FollowUpDialog(None, at.services, view(at), given))
