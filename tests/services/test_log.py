"""The duty log: what is written stays, corrections are linked, and tampering shows."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.log import LogService
from tests.helpers.office import small_office


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def log(transactions, staff):
    with transactions.database.write() as uow:
        uow.shifts.open(
            {
                "number": "2025-279",
                "planned_from": datetime(2025, 10, 6, 0, 30, tzinfo=UTC),
                "planned_to": datetime(2025, 10, 7, 0, 30, tzinfo=UTC),
                "opened_at": datetime(2025, 10, 6, 0, 30, tzinfo=UTC),
            }
        )
        uow.commit()
    return LogService(transactions)


def a_call(words="园区电话：某公司二车间爆炸，伤亡不明", **more):
    return EntryDraft(EntryKind.INCOMING_CALL, words, **more)


def test_entries_are_numbered_without_gaps_and_verify(log, staff):
    for i in range(5):
        assert log.append(staff.officer, a_call(f"第{i}条")).value.seq == i + 1
    verdict = log.verify()
    assert verdict.holds
    assert verdict.checked == 5


def test_the_words_come_back_exactly_as_typed(log, staff):
    words = "死亡<3人> =cmd|' /C calc'!A0\n<img src=file:///etc/passwd> 𬱖㛃'; DROP TABLE log_entry"
    entry = log.append(staff.officer, a_call(words)).value
    assert log.newest(1)[0].text == words
    assert entry.author_name == "黄志强"


def test_the_same_entry_sent_nine_times_is_one_line(log, staff):
    draft = a_call(uuid="e-42")
    seqs = {log.append(staff.officer, draft).value.seq for _ in range(9)}
    assert seqs == {1}
    assert log.count() == 1


def test_a_correction_is_a_new_line_that_points_at_the_old_one(log, staff):
    seq = log.append(staff.officer, a_call("死亡2人")).value.seq
    log.correct(staff.officer, seq, "死亡3人")
    line = log.line(seq)
    assert line.entry.text == "死亡2人"
    assert line.text == "死亡3人"
    assert line.corrections[0].links_to == seq


def test_only_the_author_or_a_leader_may_correct(log, staff):
    seq = log.append(staff.officer, a_call("死亡2人")).value.seq
    with pytest.raises(AccessDenied):
        log.correct(staff.deputy, seq, "死亡3人")
    log.correct(staff.leader, seq, "死亡3人")
    assert log.line(seq).text == "死亡3人"


def test_a_supervisor_may_not_write_the_log_and_the_attempt_is_audited(log, staff, transactions):
    with pytest.raises(AccessDenied):
        log.append(staff.supervisor, a_call())
    assert log.count() == 0
    with transactions.database.read() as uow:
        denied = uow.session.execute(text("SELECT count(*) FROM audit WHERE NOT allowed")).scalar()
    assert denied == 1


def test_an_undone_entry_is_struck_as_mistaken_and_stays(log, staff, clock):
    seq = log.append(staff.officer, a_call()).value.seq
    clock.advance(seconds=9)
    log.undo(staff.officer, seq)
    line = log.line(seq)
    assert line.is_struck
    assert line.strike is not None
    assert line.strike.text == "误录"


def test_after_ten_seconds_undo_is_refused(log, staff, clock):
    seq = log.append(staff.officer, a_call()).value.seq
    clock.advance(seconds=11)
    with pytest.raises(RuleViolation) as refused:
        log.undo(staff.officer, seq)
    assert refused.value.code == "log.undo_too_late"


def test_a_strike_can_be_taken_back_with_a_reason(log, staff):
    seq = log.append(staff.officer, a_call()).value.seq
    log.strike(staff.officer, seq, "重复")
    log.unstrike(staff.officer, seq, "并非重复")
    assert not log.line(seq).is_struck


def test_an_event_of_the_past_is_marked_late_with_both_times(log, staff, clock):
    clock.to("2025-10-07T04:00:00+08:00")
    happened = datetime(2025, 10, 6, 15, 50, tzinfo=UTC)
    entry = log.append(staff.officer, a_call("补记", event_at=happened)).value
    assert entry.is_late
    assert entry.delay.total_seconds() == 15_000
    assert entry.entered_at == clock.now()


def test_an_event_in_the_future_is_refused(log, staff, clock):
    with pytest.raises(RuleViolation):
        log.append(staff.officer, a_call(event_at=datetime(2030, 1, 1, tzinfo=UTC)))
    assert log.count() == 0


def test_event_time_and_entry_time_are_found_apart(log, staff, clock):
    clock.to("2025-10-06T10:00:00+08:00")
    half_past_eight = datetime(2025, 10, 6, 0, 30, tzinfo=UTC)
    log.append(staff.officer, a_call(event_at=half_past_eight))
    window = (datetime(2025, 10, 6, 0, 0, tzinfo=UTC), datetime(2025, 10, 6, 1, 0, tzinfo=UTC))
    assert len(log.happened(*window)) == 1
    assert log.entered(*window) == []


@pytest.mark.parametrize("query", ["泄漏", "氨气泄漏", "氨", "5551040", "滨江路 14"])
def test_search_finds_words_of_any_length(log, staff, query):
    log.append(staff.officer, a_call("无关的一条记录"))
    log.append(staff.officer, a_call("滨江路14号氨气泄漏，电话0000-5551040"))
    assert [entry.seq for entry in log.search(query)] == [2]


def test_search_goes_on_behind_newer_entries_that_hold_the_pieces_only(log, staff):
    log.append(staff.officer, a_call("解放路第7次巡查"))
    for number in range(12):
        log.append(staff.officer, a_call(f"解放路第7{number}次巡查"))
    assert [entry.seq for entry in log.search("解放路第7次", limit=2)] == [1]
    assert [entry.seq for entry in log.search("第7", limit=5)] == [13, 12, 11, 10, 9]


def test_search_does_not_find_what_is_not_there(log, staff):
    log.append(staff.officer, a_call("滨江路14号氨气泄漏"))
    for query in ("氯气", "漏泄", "15号", "", "'\"*&|!", "<->"):
        assert log.search(query) == []


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE log_entry SET text = '改' WHERE seq = 2",
        "DELETE FROM log_entry WHERE seq = 3",
        "UPDATE audit SET actor_name = '别人'",
    ],
)
def test_the_database_refuses_to_change_the_record(log, staff, transactions, attack):
    for i in range(3):
        log.append(staff.officer, a_call(f"第{i}条"))
    with pytest.raises(RuleViolation), transactions.database.write() as uow:
        uow.session.execute(text(attack))
        uow.commit()
    assert log.verify().holds


def test_one_changed_character_is_found_and_the_entry_named(log, staff, transactions):
    for i in range(57):
        log.append(staff.officer, a_call(f"第{i}条"))
    _tamper(transactions, "UPDATE log_entry SET text = '第x条' WHERE seq = 33")
    verdict = log.verify()
    assert verdict.first_bad == 33
    assert verdict.checked == 32


def test_a_line_cut_from_the_middle_is_found(log, staff, transactions):
    for i in range(9):
        log.append(staff.officer, a_call(f"第{i}条"))
    _tamper(transactions, "DELETE FROM log_entry WHERE seq = 5")
    assert log.verify().first_bad == 5


def test_a_cut_tail_is_found_by_the_head_noted_when_the_shift_was_sealed(log, staff, transactions):
    for i in range(9):
        log.append(staff.officer, a_call(f"第{i}条"))
    head = log.newest(1)[0]
    with transactions.database.write() as uow:
        shift = uow.shifts.current()
        assert shift is not None
        uow.shifts.change(shift.id, last_seq=head.seq, sealed_hash=head.seal)
        uow.commit()
    _tamper(transactions, "DELETE FROM log_entry WHERE seq > 6")
    verdict = log.verify()
    assert not verdict.holds
    assert verdict.reason == "cut"


def _tamper(transactions, statement):
    """What somebody with the file and the key can do: drop the guards first."""
    with transactions.database.write() as uow:
        if transactions.database.engines.is_sqlite:
            names = uow.session.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            ).scalars()
            for name in list(names):
                uow.session.execute(text(f'DROP TRIGGER "{name}"'))
        else:
            uow.session.execute(text("ALTER TABLE log_entry DISABLE TRIGGER USER"))
        uow.session.execute(text(statement))
        uow.commit()
