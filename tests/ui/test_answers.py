"""An answer to an office that asked may close the matter of its question in the same act."""

from __future__ import annotations

import pytest

from safetydesk.domain.matter import MatterState
from safetydesk.domain.report_series import ReportType
from safetydesk.services.matter_writing import NewMatter
from safetydesk.ui.dialogs.phone_report import TOLD, PhoneReportDialog
from tests.ui.acting import dialog_of, save
from tests.ui.incident_desk import exploded_page, explosion, incident_desk, instant

QUESTION = "市委值班室核报：网传伤亡是否属实"


@pytest.fixture
def at(sqlite_database):
    desk = incident_desk(sqlite_database)
    explosion(desk)
    for title in (QUESTION, "区长批示：全力搜救"):
        new = NewMatter(title, "值班室", incident_id=desk.incident_id)
        desk.desk.matters.open(desk.officer, new)
    desk.clock.to(instant("13:20"))
    return desk


@pytest.fixture
def page(at, qtbot):
    return exploded_page(at, qtbot)


@pytest.fixture
def dialog(page):
    page.dialogs.tell(ReportType.FEEDBACK, ("市委值班室",))
    found = dialog_of(page, PhoneReportDialog)
    found._means.setCurrentIndex(1)
    return found


def standing(at) -> dict[str, bool]:
    """Which matters are still open, by title."""
    return {matter.title: True for matter in at.desk.matters.open_matters()}


def test_the_answer_closes_the_matter_that_names_the_asker(dialog, at):
    assert dialog._closes.currentText().endswith(QUESTION)
    save(dialog)
    assert list(standing(at)) == ["区长批示：全力搜救"]
    (report,) = at.desk.reports.of_incident(at.incident_id)
    matter = at.desk.matters.view(report.matter_id)
    assert (matter.title, matter.state) == (QUESTION, MatterState.CLOSED)


def test_another_choice_or_none_stays_chosen(dialog, at):
    dialog._closes.setCurrentIndex(0)
    dialog._closes.activated.emit(0)
    dialog._rows.set_names(("市委值班室",))
    save(dialog)
    assert len(standing(at)) == 2


def test_by_telephone_the_matter_is_offered_and_not_chosen(dialog, at):
    dialog._means.setCurrentIndex(0)
    assert dialog._closes.isVisible()
    save(dialog)
    assert len(standing(at)) == 2


def test_only_an_answer_offers_to_close_something(dialog):
    assert dialog._closes.isVisible()
    dialog._type.setCurrentIndex(TOLD.index(ReportType.PHONE))
    assert not dialog._closes.isVisible()
    assert dialog._closes.matter_id() is None
