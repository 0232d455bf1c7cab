"""What no rule can read hides neither the log nor another of its kind, and stops no handover."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import DDL, insert, text, update

from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.warning import WarningLevel, WarningStatement
from safetydesk.services.incident_opening import NewIncident
from safetydesk.services.matter_writing import NewMatter
from safetydesk.services.views_warnings import NewMessage
from safetydesk.storage.base import Base
from safetydesk.storage.tables.incidents import IncidentEventRow
from tests.helpers.demo_desk import demo_desk


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        made.shifts.open_first(officer(made))
        yield made


@pytest.fixture
def incident(desk):
    """An incident with its line in the log, of which a newer program wrote an event."""
    entry = EntryDraft(EntryKind.INCIDENT_RECEIVED, "二车间爆炸")
    number = desk.incidents.open(officer(desk), NewIncident("反应釜爆炸"), entry).value.id
    now = desk.clock.now()
    event = {"kind": "unheard_of", "time": now, "known_at": now, "payload": {}}
    by = {"author_id": None, "recorded_at": now, "source": "", "entry_seq": None}
    with desk.transactions.database.write() as uow:
        uow.session.execute(insert(IncidentEventRow).values(incident_id=number, **event, **by))
        uow.commit()
    return number


def officer(desk):
    return desk.people.actor(desk.people.named("黄志强").id)


def test_the_log_of_its_shift_is_shown_and_printed(desk, incident):
    shift = desk.shifts.current().id
    assert [line.state for line in desk.log.sheet(shift).lines] == ["在办"]
    sheet = desk.prints.shift_log(officer(desk), shift).value
    assert [row.state for row in sheet.rows] == ["在办"]
    assert any("反应釜爆炸" in item for item in sheet.summary.open_items)


def test_the_handover_carries_it_on(desk, incident):
    handover = desk.handover.start(officer(desk)).value
    (item,) = (one for one in handover.items if one.subject == f"incident:{incident}")
    assert item.level == 1
    assert "人工掌握" in item.situation


def test_the_others_are_listed(desk, incident):
    other = desk.incidents.open(officer(desk), NewIncident("油罐车侧翻")).value.id
    assert [one.id for one in desk.incidents.all(only_open=False)] == [other]


def spoil(desk, table, values, **only):
    """Writes into a row what this program does not know, past the guards of the table."""
    rows = Base.metadata.tables[table]
    with desk.transactions.database.write() as uow:
        guards = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name")
        for guard in uow.session.scalars(guards, {"name": table}).all():
            uow.session.execute(DDL(f"DROP TRIGGER {guard}"))
        uow.session.execute(update(rows).filter_by(**only).values(**values))
        uow.commit()


def test_matters_and_warnings_that_cannot_be_read_hide_no_other_and_are_handed_over(desk):
    by, now = officer(desk), desk.clock.now()
    first, other = (
        desk.matters.open(by, NewMatter(title, "何佳", due_at=now + timedelta(hours=2))).value.id
        for title in ("危桥封闭", "名单核对")
    )
    red, blue = (
        desk.warnings.take_in(by, NewMessage(WarningStatement(hazard, level, "临江市气象台", now)))
        for hazard, level in (("暴雨", WarningLevel.RED), ("大风", WarningLevel.BLUE))
    )
    spoil(desk, "matter_step", {"kind": "unheard_of"}, matter_id=first)
    spoil(desk, "warning_message", {"level": 9}, warning_id=red.value.id)
    shown = desk.overview.overview()
    assert [view.id for view in shown.matters] == [other]
    assert [view.warning.id for view in shown.warnings] == [blue.value.id]
    items = {item.subject: item for item in desk.handover.start(by).value.items}
    unread = {f"matter:{first}", f"warning:{red.value.id}"}
    assert {*unread, f"matter:{other}", f"warning:{blue.value.id}"} <= items.keys()
    said = {subject for subject, item in items.items() if "人工掌握" in item.situation}
    assert said == unread
