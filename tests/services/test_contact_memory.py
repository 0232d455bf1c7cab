"""What is kept of the directory in memory says what the database says, whoever wrote there."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from safetydesk.domain.contact_sheet import ContactDraft
from safetydesk.domain.phone_numbers import PhoneNumber, read_phones
from safetydesk.services import contact_memory
from safetydesk.services.contacts import ContactService
from safetydesk.services.views_contacts import ContactFields, SpecialGroup
from tests.helpers.office import small_office

QUERIES = ("", "w", "wang", "wm", "单", "199", "0003", "jd", "镇", "wang jd", "huang")


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def here(transactions, staff):
    service = ContactService(transactions)
    service.prepare()
    return service


@pytest.fixture
def other(transactions):
    """The directory as another desk has it."""
    return ContactService(transactions)


@pytest.fixture
def asked(database):
    """Every statement that either engine carries out."""
    statements: list[str] = []

    def note(_connection, _cursor, statement, *_):
        statements.append(statement)

    for engine in {database.engines.reader, database.engines.writer}:
        event.listen(engine, "before_cursor_execute", note)
    return statements


def fields(name, unit, *numbers, **more):
    phones = tuple(phone for text in numbers for phone in read_phones(text).numbers)
    return ContactFields(name, unit, phones=phones, **more)


def answers(service):
    groups = ("", "镇街", "成员单位", *SpecialGroup)
    return {
        (query, group): service.search(query, group=group, limit=limit)
        for query in QUERIES
        for group in groups
        for limit in (2, 50)
    }


def agree(here, transactions):
    return answers(here) == answers(ContactService(transactions))


def filled(contacts, officer):
    contacts.add(officer, fields("单雄", "水利局", "19900000301", groups=("成员单位",)))
    contacts.add(officer, fields("", "清溪街道", "0000-5550003", groups=("镇街",)))
    contacts.add(officer, fields("王明", "清溪街道", "19900000303", groups=("镇街",)))
    return contacts.search("王明")[0]


def test_what_this_desk_and_others_write_is_found_as_from_the_database(
    here, other, staff, transactions
):
    line = filled(here, staff.officer)
    assert agree(here, transactions)
    assert [one.name for one in here.search("jd")] == ["", "王明"]
    number = int(line.key[1:])
    other.edit(staff.deputy, number, 1, fields("汪民", "平安镇", "19900000304"))
    assert [(one.name, one.unit) for one in here.search("wm")] == [("汪民", "平安镇")]
    assert here.search("19900000303") == ()
    assert agree(here, transactions)
    other.remove(staff.deputy, number, 2)
    assert here.search("wm") == ()
    assert agree(here, transactions)
    here.restore(staff.officer, number)
    assert [one.name for one in here.search("wm")] == ["汪民"]
    assert agree(here, transactions)


def test_a_number_marked_at_another_desk_gives_way_to_the_next(here, other, staff):
    here.add(staff.officer, fields("何俊", "清溪街道", "19900000313", "0000-5550316"))
    (line,) = here.search("何俊")
    other.mark_failed(staff.deputy, other.card(line.key).phones[0].id)
    assert here.search("何俊")[0].number == "00005550316"


def test_a_list_brought_in_and_taken_back_is_followed(here, other, staff, transactions):
    filled(here, staff.officer)
    people = [
        ContactDraft("王芳", "卫健局", (PhoneNumber("19900000401"),), "表!2"),
        ContactDraft("王明", "清溪街道", (PhoneNumber("19900000303"),), "表!3", title="主任"),
    ]
    other.apply(staff.supervisor, people, file_name="a.xlsx", sha256="0" * 64)
    assert [one.title for one in here.search("wangm")] == ["主任"]
    assert [one.name for one in here.search("wangf")] == ["王芳"]
    assert agree(here, transactions)
    other.undo_import(staff.supervisor)
    assert [one.title for one in here.search("wangm")] == [""]
    assert here.search("wangf") == ()
    assert agree(here, transactions)


def test_many_changes_are_taken_into_the_index(here, other, staff, transactions, monkeypatch):
    monkeypatch.setattr(contact_memory, "_MOST_APART", 3)
    filled(here, staff.officer)
    for number in range(5):
        other.add(staff.deputy, fields("王明", f"单位{number}", f"1990000050{number}"))
        assert len(here.search("王明")) == number + 2
    assert agree(here, transactions)


def test_without_a_change_no_contact_is_read(here, staff, asked):
    filled(here, staff.officer)
    here.search("wang")
    asked.clear()
    assert here.search("单雄")
    assert asked
    assert [statement for statement in asked if "contact" in statement] == []
