"""Notices out of the house: sent once, accounted for, and their failure an alarm at the desk."""

from __future__ import annotations

import pytest

from safetydesk.channels.outside import check_address, send
from safetydesk.domain.errors import AccessDenied, BadInput
from safetydesk.services.duties_ahead import notices_failing
from safetydesk.services.outside_notices import OutsideNotices
from tests.channels.servers import Received, http_server

REPORT = "incident:18:SD2"


@pytest.fixture
def notices(transactions):
    return OutsideNotices(transactions, send, check_address, desk="第一席")


@pytest.fixture
def server():
    received = Received()
    with http_server(received):
        yield received


@pytest.fixture
def way(notices, staff, server):
    added = notices.add(staff.supervisor, "短信网关", f"json://u:secret@127.0.0.1:{server.port}/")
    return added.value


@pytest.fixture
def way_on(notices, way, staff):
    notices.switch(staff.supervisor, way, 1, on=True)
    return way


def unseen_for_five_minutes(desk, clock):
    clock.advance(minutes=60)
    desk.raise_due()
    clock.advance(minutes=5)
    desk.raise_due()


def failing(transactions, clock):
    with transactions.read() as uow:
        return [deadline.title for deadline in notices_failing(uow, clock.now())]


def newest_line(transactions):
    with transactions.read() as uow:
        return uow.log.newest(1)[0].text


def test_a_way_out_is_off_until_somebody_switches_it_on(desk, notices, way, clock, server):
    assert not notices.channels()[0].enabled
    unseen_for_five_minutes(desk, clock)
    assert notices.send_owed() == 0
    assert server.bodies == []


def test_an_alarm_unseen_for_five_minutes_leaves_the_house_once_and_without_names(
    desk, notices, way_on, clock, server, transactions
):
    unseen_for_five_minutes(desk, clock)
    assert notices.send_owed() == 1
    assert notices.send_owed() == 0
    (body,) = server.bodies
    assert "信息报送" in body.encode().decode("unicode_escape")
    for private in ("首报", "曾慧", "19900000006"):
        assert private not in body.encode().decode("unicode_escape")
    assert "已送达" in newest_line(transactions)
    assert notices.channels()[0].last_state == "delivered"


def test_an_alarm_that_somebody_saw_does_not_leave_the_house(
    desk, notices, way_on, clock, server, staff
):
    clock.advance(minutes=60)
    desk.raise_due()
    desk.acknowledge(staff.officer, REPORT)
    clock.advance(minutes=6)
    desk.raise_due()
    assert notices.send_owed() == 0


def test_a_failure_is_an_alarm_until_something_arrives(
    desk, notices, way_on, clock, server, transactions, staff
):
    server.status = 500
    unseen_for_five_minutes(desk, clock)
    assert notices.send_owed() == 1
    assert failing(transactions, clock) == ["外部通知未送达：短信网关（对方拒收）"]
    assert "未送达（对方拒收）" in newest_line(transactions)
    server.status = 200
    assert notices.test(staff.supervisor, way_on).value.delivered
    assert failing(transactions, clock) == []


def test_a_sending_that_was_broken_off_is_not_repeated_but_alarms(
    desk, notices, way_on, clock, server, transactions
):
    unseen_for_five_minutes(desk, clock)
    with transactions.database.write() as uow:
        (step,) = uow.notices.unsent(way_on, clock.now().replace(year=2000))
        assert uow.notices.begin(step.step_id, way_on, clock.now(), "…")
        assert not uow.notices.begin(step.step_id, way_on, clock.now(), "…")
        uow.commit()
    assert notices.send_owed() == 0
    assert failing(transactions, clock) == []
    clock.advance(minutes=2)
    assert failing(transactions, clock) == ["外部通知未送达：短信网关（发送中断，是否送达不明）"]


def test_one_way_that_fails_ends_no_other(desk, notices, way_on, clock, server, staff):
    bad = notices.add(staff.supervisor, "安全网关", "json://127.0.0.1:9/").value
    notices.switch(staff.supervisor, bad, 1, on=True)
    unseen_for_five_minutes(desk, clock)
    assert notices.send_owed() == 2
    assert len(server.bodies) == 1


def test_a_title_leaves_only_where_the_office_said_so(desk, notices, clock, server, staff):
    way = notices.add(
        staff.supervisor, "邮件", f"json://127.0.0.1:{server.port}/", with_title=True
    ).value
    notices.switch(staff.supervisor, way, 1, on=True)
    unseen_for_five_minutes(desk, clock)
    notices.send_owed()
    assert "首报" in server.bodies[0].encode().decode("unicode_escape")


def test_ways_out_are_a_supervisors_matter_and_show_no_secret(notices, way, staff, transactions):
    with pytest.raises(AccessDenied):
        notices.add(staff.officer, "x", "json://127.0.0.1/")
    with pytest.raises(AccessDenied):
        notices.test(staff.officer, way)
    with pytest.raises(BadInput):
        notices.add(staff.supervisor, "x", "file:///etc/passwd")
    (view,) = notices.channels()
    assert "secret" not in repr(view)
    with transactions.read() as uow:
        assert "secret" not in repr(uow.audit.of("office", str(way)))


def test_switched_off_meanwhile_is_said_as_nobody(
    desk, notices, way_on, clock, staff, transactions
):
    clock.advance(minutes=60)
    desk.raise_due()
    notices.switch(staff.supervisor, way_on, 2, on=False)
    clock.advance(minutes=5)
    desk.raise_due()
    assert "无人可通知" in newest_line(transactions)
