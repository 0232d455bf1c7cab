"""The supervisor changes the office's copy of a rule pack; what runs keeps the text it has."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import time, timedelta

import pytest

from safetydesk.domain.errors import AccessDenied, BadInput, RuleViolation
from safetydesk.domain.incident import Category, Family, Medium, Recipient
from safetydesk.domain.rule_edition import Origin
from safetydesk.domain.rule_pack import Schedule
from safetydesk.services.incidents import NewIncident
from safetydesk.services.rule_book import RuleBookService, RuleChange
from safetydesk.services.rule_editions import add_edition
from safetydesk.services.rule_packs import PACK_NAMES, parse_pack, shipped_text
from safetydesk.services.rule_text import schedule_values, with_values, words_value
from tests.helpers.desk_day import desk_day, moment


@pytest.fixture
def desk(transactions, clock):
    clock.to(moment("09:00"))
    return desk_day(transactions)


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


def rule_of(book, name, rule):
    return next(line for line in pack_of(book, name).rules if line.id == rule)


def faster(book, minutes=20):
    line = rule_of(book, "shandong", "SD1")
    return RuleChange(
        place=line.place,
        rule="SD1",
        schedule=Schedule(within=timedelta(minutes=minutes)),
        recipients=line.recipients,
        medium=Medium.PHONE,
    )


def test_a_changed_rule_holds_for_what_begins_afterwards_only(desk, book, clock):
    running = opens(desk, clock, "10:00")
    clock.to(moment("10:05"))
    book.change(desk.staff.supervisor, "shandong", faster(book), "市里要求二十分钟")
    later = opens(desk, clock, "10:10")
    assert [o.due_at for o in owed(desk, running, "SD1")] == [moment("10:30")]
    assert [o.due_at for o in owed(desk, later, "SD1")] == [moment("10:30")]
    assert [o.edition for o in owed(desk, later, "SD1")] == [2]
    clock.to(moment("10:40"))
    assert [o.late_seconds for o in owed(desk, running, "SD1")] == [600]


def test_a_program_that_brings_another_text_leaves_what_runs_as_it_was(desk, book, clock):
    old = shipped_text("shandong").replace('"PT30M"', '"PT45M"').replace("第六十五条", "第六条")
    with desk.incidents._transactions.act(desk.staff.people.system(), "office.edit") as act:
        add_edition(act, "shandong", old, Origin.SHIPPED, "")
    running = opens(desk, clock, "10:00")
    clock.to(moment("10:10"))
    assert book.keep_shipped().value == ["shandong"]
    (kept,) = owed(desk, running, "SD1")
    assert (kept.due_at, "第六条" in kept.citation) == (moment("10:45"), True)
    (new,) = owed(desk, opens(desk, clock, "10:20"), "SD1")
    assert (new.due_at, "第六十五条" in new.citation) == (moment("10:50"), True)


def test_the_shipped_texts_are_recorded_once(book, desk):
    assert book.keep_shipped().value == []
    assert {pack.edition for pack in book.view().packs} == {1}
    assert book.keep_shipped().value == []
    assert {pack.edition for pack in book.view().packs} == {1}


def test_two_desks_that_start_at_once_record_the_texts_once(desk, book, transactions):
    with ThreadPoolExecutor(2) as desks:
        both = [desks.submit(RuleBookService(transactions).keep_shipped) for _ in range(2)]
        assert [one.result().value for one in both] == [[], []]
    assert {pack.edition for pack in book.view().packs} == {1}


def test_an_own_text_stays_in_force_when_the_program_changes(desk, book):
    book.change(desk.staff.supervisor, "shandong", faster(book), "市里要求")
    assert book.keep_shipped().value == []
    pack = pack_of(book, "shandong")
    assert (pack.own, pack.shipped_moved, pack.edition) == (True, False, 2)
    assert (pack.author, pack.reason) == ("王伟", "市里要求")


def test_a_change_leaves_every_other_line_of_the_text_alone(desk, book):
    book.change(desk.staff.supervisor, "shandong", faster(book), "市里要求")
    changed = [d for d in book.text("shandong").differences if d.mark != " "]
    assert sorted((d.mark, d.line) for d in changed) == [
        ("+", 'medium = "phone"'),
        ("+", 'within = "PT20M"'),
        ("-", 'within = "PT30M"'),
    ]


def test_a_weak_rule_is_off_and_marked_until_it_is_switched_on_with_a_reason(desk, book, clock):
    line = rule_of(book, "national", "FF4")
    assert (line.on, line.confidence.weak) == (False, True)
    with pytest.raises(RuleViolation) as refused:
        book.switch(desk.staff.supervisor, "national", (line.place, "FF4"), on=True, reason=" ")
    assert refused.value.code == "rule_pack.no_reason"
    book.switch(
        desk.staff.supervisor, "national", (line.place, "FF4"), on=True, reason="省里要求核查热点"
    )
    assert rule_of(book, "national", "FF4").on
    clock.to(moment("10:00"))
    new = NewIncident(
        "热点核查",
        family=Family.ACCIDENT,
        category=Category.FOREST_FIRE,
        received_at=moment("10:00"),
        flags=("hot_spot",),
    )
    incident = desk.incidents.open(desk.staff.officer, new).value.id
    assert [o.due_at for o in owed(desk, incident, "FF4")] == [moment("12:00")]


def test_a_rule_switched_off_ends_nothing_that_runs(desk, book, clock):
    running = opens(desk, clock, "10:00")
    line = rule_of(book, "shandong", "SD1")
    clock.to(moment("10:05"))
    book.switch(desk.staff.supervisor, "shandong", (line.place, "SD1"), on=False, reason="试行结束")
    assert owed(desk, running, "SD1")
    assert not owed(desk, opens(desk, clock, "10:06"), "SD1")


def test_the_shipped_text_can_be_taken_back(desk, book):
    book.change(desk.staff.supervisor, "shandong", faster(book), "市里要求")
    book.take_back(desk.staff.supervisor, "shandong", "要求已取消")
    pack = pack_of(book, "shandong")
    assert (pack.own, pack.edition) == (False, 3)
    assert book.text("shandong").differences == ()
    with pytest.raises(RuleViolation) as refused:
        book.take_back(desk.staff.supervisor, "shandong", "再来一次")
    assert refused.value.code == "rule_pack.unchanged"


def test_a_wrong_text_is_refused_with_its_line_and_nothing_changes(desk, book):
    text = shipped_text("shandong").replace('within = "PT30M"', 'within = "半小时"')
    line = next(n for n, row in enumerate(text.splitlines(), start=1) if "半小时" in row)
    with pytest.raises(BadInput) as refused:
        book.save(desk.staff.supervisor, "shandong", text, "试试")
    assert refused.value.fields["where"] == f"shandong.toml 第 {line} 行 within"
    assert pack_of(book, "shandong").edition == 0


def test_a_pack_keeps_its_name(desk, book):
    text = shipped_text("henan").replace('id = "henan"', 'id = "shandong"', 1)
    assert book.compare("henan", text).fault is not None
    with pytest.raises(BadInput):
        book.save(desk.staff.supervisor, "henan", text, "改名")


def test_a_text_being_written_is_judged_with_the_line_of_its_first_fault(book):
    text = shipped_text("anhui")
    assert book.compare("anhui", text).fault is None
    wrong = text.replace('basis = "occurred"', 'basis = "someday"')
    verdict = book.compare("anhui", wrong)
    assert wrong.splitlines()[verdict.line - 1] == 'basis = "someday"'
    assert [d.line for d in verdict.differences if d.mark == "+"] == ['basis = "someday"']
    broken = text + "\n[[rule"
    assert book.compare("anhui", broken).line == len(broken.splitlines())


def test_only_a_supervisor_changes_rules(desk, book):
    for actor in (desk.staff.officer, desk.staff.leader):
        with pytest.raises(AccessDenied):
            book.change(actor, "shandong", faster(book), "我来改")
    assert not pack_of(book, "shandong").own


def test_what_was_changed_stands_in_the_audit_trail(desk, book, transactions):
    book.change(desk.staff.supervisor, "shandong", faster(book), "市里要求")
    with transactions.read() as uow:
        rows = uow.audit.of("office", "shandong")
    (after,) = [row["after"] for row in rows if row["action"] == "rules.edit"]
    assert after["reason"] == "市里要求"
    assert '+within = "PT20M"' in after["lines"]


def test_a_rule_that_moved_meanwhile_is_not_changed_by_mistake(desk, book):
    wanted = replace(faster(book), rule="SD9")
    with pytest.raises(RuleViolation) as refused:
        book.change(desk.staff.supervisor, "shandong", wanted, "市里要求")
    assert refused.value.code == "rule_pack.moved"


def test_the_book_says_what_the_office_chose_and_what_speaks_to_it(desk, book):
    view = book.view()
    assert (view.district, view.level) == ("云川区", "县（区）级")
    assert [pack.id for pack in view.packs if pack.in_use] == ["national", "shandong"]
    assert [pack.id for pack in view.packs][:2] == ["national", "shandong"]
    assert {pack.id for pack in view.packs} == set(PACK_NAMES)
    assert not rule_of(book, "national", "N01").concerns_us
    assert rule_of(book, "shandong", "SD1").term == "接报后30分钟内"
    assert rule_of(book, "holiday", "HD2").term == "每日 15:00"
    assert rule_of(book, "shandong", "SD2").condition == "较大以上"


def test_a_pack_taken_into_use_holds_for_incidents_to_come(desk, book, clock):
    running = opens(desk, clock, "10:00")
    book.use(desk.staff.supervisor, "local_30_60", on=True, reason="市里统一要求")
    later = opens(desk, clock, "10:10")
    with desk.incidents._transactions.read() as uow:
        packs = [uow.incidents.get(number).packs for number in (running, later)]
    assert packs == [("national", "shandong"), ("national", "shandong", "local_30_60")]
    book.use(desk.staff.supervisor, "local_30_60", on=False, reason="要求已取消")
    assert not pack_of(book, "local_30_60").in_use


@pytest.mark.parametrize(
    ("pack", "on", "reason", "code"),
    [
        ("henan", True, " ", "rule_pack.no_reason"),
        ("shandong", True, "已经在用", "rule_pack.unchanged"),
        ("national", False, "不用了", "rule_pack.national"),
    ],
)
def test_a_pack_is_not_taken_without_need(desk, book, pack, on, reason, code):
    with pytest.raises(RuleViolation) as refused:
        book.use(desk.staff.supervisor, pack, on=on, reason=reason)
    assert refused.value.code == code


@pytest.mark.parametrize("name", PACK_NAMES)
def test_each_rule_of_each_pack_can_be_changed_in_its_text(name):
    text = shipped_text(name)
    rules = parse_pack(text, name).rules
    for place, rule in enumerate(rules):
        changed = parse_pack(
            with_values(text, place, {"default_on": "false", "title": '"改过"'}), name
        )
        expected = replace(rule, default_on=False, title="改过")
        assert changed.rules == (*rules[:place], expected, *rules[place + 1 :])


TERMS = (
    Schedule(within=timedelta(minutes=90)),
    Schedule(within=timedelta(0)),
    Schedule(same_day=True),
    Schedule(per_day=3),
    Schedule(daily_at=(time(8), time(17, 30))),
    Schedule(daily_at=(time(9),), weekdays=frozenset({2, 4})),
)


@pytest.mark.parametrize("term", TERMS)
def test_every_term_is_written_as_it_is_read(term):
    text = shipped_text("henan")
    values = {**schedule_values(term), "to": words_value(["city", "government"])}
    rule = parse_pack(with_values(text, 0, values), "henan").rules[0]
    assert (rule.schedule, rule.to) == (term, (Recipient.CITY, Recipient.GOVERNMENT))
