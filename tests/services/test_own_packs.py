"""Packs of the office's own, and recorded texts that a later program cannot read."""

from __future__ import annotations

import pytest

from safetydesk.domain.errors import AccessDenied, BadInput, RuleViolation
from safetydesk.domain.incident import Category
from safetydesk.domain.rule_edition import Origin
from safetydesk.services.incidents import NewIncident, Waiver
from safetydesk.services.own_packs import OwnPackService
from safetydesk.services.rule_book import RuleBookService
from safetydesk.services.rule_editions import add_edition
from safetydesk.services.rule_packs import load_packs, shipped_text
from safetydesk.services.rule_salvage import salvaged
from tests.helpers.desk_day import desk_day, moment

OWN = """schema = 1
id = "yunchuan"
name = "云川区"

[[rule]]
id = "YC1"
title = "接报二十分钟电话报区政府"
actors = ["county"]
report = "phone"
to = ["government"]
basis = "received"
within = "PT20M"
citation = "云川区信息报送规定（试行）"
confidence = "page"
"""


@pytest.fixture
def desk(transactions, clock):
    clock.to(moment("09:00"))
    return desk_day(transactions)


@pytest.fixture
def own(transactions):
    return OwnPackService(transactions)


@pytest.fixture
def book(transactions):
    return RuleBookService(transactions)


def opens(desk, clock, at):
    clock.to(moment(at))
    new = NewIncident("反应釜爆炸", received_at=moment(at), category=Category.WORK_SAFETY)
    return desk.incidents.open(desk.staff.officer, new).value.id


def owed(desk, incident, rule):
    return [o for o in desk.incidents.view(incident).obligations if o.rule == rule]


def pack_of(book, name):
    return next(pack for pack in book.view().packs if pack.id == name)


def test_a_pack_is_added_taken_into_use_and_asks_for_its_reports(desk, own, book, clock):
    assert own.add(desk.staff.supervisor, OWN, "yc.toml", "区里新规定").value == "yunchuan"
    assert not owed(desk, opens(desk, clock, "09:30"), "YC1")
    book.use(desk.staff.supervisor, "yunchuan", on=True, reason="自即日起施行")
    (found,) = owed(desk, opens(desk, clock, "10:00"), "YC1")
    assert found.due_at == moment("10:20")
    view = pack_of(book, "yunchuan")
    assert (view.added, view.own, view.in_use, view.edition) == (True, False, True, 1)


def test_an_own_pack_is_edited_compared_and_taken_back_like_a_shipped_one(desk, own, book):
    own.add(desk.staff.supervisor, OWN, "yc.toml", "区里新规定")
    shorter = OWN.replace("PT20M", "PT15M")
    assert book.compare("yunchuan", shorter).fault is None
    book.save(desk.staff.supervisor, "yunchuan", shorter, "改为十五分钟")
    assert pack_of(book, "yunchuan").own
    assert [d.line for d in book.text("yunchuan").differences if d.mark == "+"] == [
        'within = "PT15M"'
    ]
    book.take_back(desk.staff.supervisor, "yunchuan", "恢复")
    assert not pack_of(book, "yunchuan").own


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ('id = "yunchuan"', 'id = "shandong"', 2, "id"),
        ('id = "yunchuan"', 'id = "云川"', 2, "id"),
        ('id = "YC1"', 'id = "N04"', 6, "id"),
        ('within = "PT20M"', 'within = "20"', 12, "within"),
    ],
)
def test_a_faulty_file_is_refused_with_its_line(desk, own, book, old, new, line, field):
    with pytest.raises(BadInput) as refused:
        own.add(desk.staff.supervisor, OWN.replace(old, new), "yc.toml", "试试")
    assert refused.value.fields["where"] == f"yc.toml 第 {line} 行 {field}"
    assert len(book.view().packs) == 15


def test_a_pack_without_rules_or_reason_or_by_an_officer_is_refused(desk, own):
    with pytest.raises(BadInput):
        own.add(desk.staff.supervisor, OWN.partition("[[rule]]")[0], "yc.toml", "试试")
    with pytest.raises(RuleViolation):
        own.add(desk.staff.supervisor, OWN, "yc.toml", " ")
    with pytest.raises(AccessDenied):
        own.add(desk.staff.officer, OWN, "yc.toml", "试试")


def test_a_pack_is_not_removed_while_something_runs_by_it(desk, own, book, clock):
    own.add(desk.staff.supervisor, OWN, "yc.toml", "区里新规定")
    book.use(desk.staff.supervisor, "yunchuan", on=True, reason="施行")
    incident = opens(desk, clock, "10:00")
    with pytest.raises(RuleViolation) as refused:
        own.remove(desk.staff.supervisor, "yunchuan", "废止")
    assert refused.value.code == "rule_pack.running"
    assert "-" in str(refused.value.fields["incidents"])
    desk.incidents.waive(desk.staff.leader, incident, Waiver("YC1", "经批准免报"))
    clock.to(moment("10:30"))
    own.remove(desk.staff.supervisor, "yunchuan", "废止")
    assert [o.status for o in owed(desk, incident, "YC1")] == ["waived"]
    assert "yunchuan" not in {pack.id for pack in book.view().packs}
    assert not owed(desk, opens(desk, clock, "10:40"), "YC1")


def test_a_removed_pack_can_be_added_again_and_a_shipped_one_stays(desk, own, book):
    own.add(desk.staff.supervisor, OWN, "yc.toml", "区里新规定")
    own.remove(desk.staff.supervisor, "yunchuan", "废止")
    own.add(desk.staff.supervisor, OWN, "yc.toml", "恢复施行")
    assert pack_of(book, "yunchuan").edition == 3
    with pytest.raises(RuleViolation) as refused:
        own.remove(desk.staff.supervisor, "shandong", "不用")
    assert refused.value.code == "rule_pack.shipped"


def record(desk, text, number_of=1):
    with desk.incidents._transactions.act(desk.staff.people.system(), "office.edit") as act:
        for _ in range(number_of):
            add_edition(act, "shandong", text, Origin.OFFICE, "旧文本")


def test_an_unreadable_text_stops_no_incident_and_keeps_the_terms_it_has(desk, book, clock):
    old = shipped_text("shandong").replace("PT30M", "PT25M")
    record(desk, old.replace("schema = 1", "schema = 0\nage = 3").replace('"city"', '"citty"', 1))
    incident = opens(desk, clock, "10:00")
    (kept,) = owed(desk, incident, "SD1")
    unread = pack_of(book, "shandong").unread
    assert unread
    assert "shandong.toml 第" in unread[0][1].fields["where"]
    assert owed(desk, incident, "N04")
    assert kept.due_at == moment("10:25")


def test_a_text_with_an_unknown_field_keeps_every_term(desk, book, clock):
    old = shipped_text("shandong").replace("PT30M", "PT25M")
    record(desk, old.replace('basis = "received"', 'basis = "received"\nlater = "x"'))
    (kept,) = owed(desk, opens(desk, clock, "10:00"), "SD1")
    assert kept.due_at == moment("10:25")
    assert pack_of(book, "shandong").unread


def test_for_a_rule_that_cannot_be_read_the_shipped_one_stands_in(desk, clock):
    text = shipped_text("shandong").replace('basis = "received"', 'basis = "heard"', 1)
    record(desk, text)
    (kept,) = owed(desk, opens(desk, clock, "10:00"), "SD1")
    assert (kept.due_at, kept.edition) == (moment("10:30"), 1)


def test_of_several_rules_of_one_id_only_the_lost_one_is_stood_in_for():
    text = shipped_text("national")
    third = text.index('actors = ["city"]', text.index('id = "N07"'))
    broken = text[:third] + text[third:].replace('basis = "received"', 'basis = "heard"', 1)
    (shipped,) = load_packs(["national"])
    pack, faults = salvaged(broken, "national", shipped.rules)
    assert len(faults) == 1
    assert sorted(rule.title for rule in pack.rules) == sorted(rule.title for rule in shipped.rules)


def test_what_can_be_read_of_a_broken_text_is_read():
    text = shipped_text("henan").replace('title = "较大：', "title = 较大：")
    pack, faults = salvaged(text, "henan")
    assert [rule.id for rule in pack.rules] == ["HA1", "HA2", "HA4", "HA5"]
    assert [fault.fields["where"] for fault in faults] == ["henan.toml 第 30 行 id"]
    assert pack.rules[0].to[0].value == "province"
