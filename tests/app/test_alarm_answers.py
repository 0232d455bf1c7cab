"""Answering an alarm leads to where its fact is recorded."""

from __future__ import annotations

import pytest

from safetydesk.services.views_contacts import SpecialGroup
from safetydesk.ui.dialogs.handover import HandoverWindow
from safetydesk.ui.dialogs.presence import PresenceDialog
from safetydesk.ui.pages.composer import ComposerPage
from safetydesk.ui.pages.contacts import ContactsPage
from safetydesk.ui.pages.roster import RosterPage
from safetydesk.ui.widgets.group_column import GroupColumn
from tests.helpers.hands.fingers import shown


@pytest.mark.parametrize(
    ("key", "window"),
    [
        ("handover:2025-279", HandoverWindow),
        ("no_show:2025-279:3", PresenceDialog),
    ],
)
def test_an_alarm_opens_the_window_of_its_fact(work, key, window):
    work.desk_window.windows.answer_alarm(key)
    work.settle()
    assert shown(window).isVisible()


@pytest.mark.parametrize("key", ["filing:7", "swap:3", "unmanned:deputy:202510140030"])
def test_what_concerns_the_roster_opens_its_page(work, key):
    work.desk_window.windows.answer_alarm(key)
    assert isinstance(work.window.current_page, RosterPage)


def test_the_alarm_of_old_numbers_opens_the_directory_cut_down_to_them(work):
    work.desk_window.windows.answer_alarm("contacts:202510")
    work.settle()
    page = work.window.current_page
    assert isinstance(page, ContactsPage)
    (groups,) = page.findChildren(GroupColumn)
    assert groups.current() == SpecialGroup.TO_VERIFY


def test_the_alarm_of_a_daily_report_opens_its_draft(work):
    work.desk_window.windows.answer_alarm("daily:国庆中秋安全防范:202510061500")
    work.settle()
    page = work.window.current_page
    assert isinstance(page, ComposerPage)
    (draft,) = work.desk.reports.drafts()
    assert (page.report_id, draft.type.value) == (draft.id, "daily")
    assert "接报突发事件1起" in page.editor.opening.toPlainText()
