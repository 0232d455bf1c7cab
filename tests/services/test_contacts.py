"""The directory finds, shows, edits, marks, imports and undoes, on both kinds of database."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from safetydesk.domain.contact_sheet import ContactDraft
from safetydesk.domain.errors import AccessDenied, NotFound, RuleViolation, StaleVersion
from safetydesk.domain.phone_numbers import PhoneKind, PhoneNumber, read_phones
from safetydesk.exchange.book_reader import read_book
from safetydesk.exchange.contact_reader import read_contacts
from safetydesk.services.contacts import ContactService
from safetydesk.services.views_contacts import ContactFields, SpecialGroup
from tests.helpers.office import small_office

SAMPLES = Path(__file__).parents[1] / "data" / "samples" / "contacts"
CASES = Path(__file__).parents[1] / "data" / "cases"
FILE = {"file_name": "c01-flat.xlsx", "sha256": "0" * 64}


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def contacts(transactions, staff):
    return ContactService(transactions)


def fields(name, unit, *numbers, **more):
    phones = tuple(phone for text in numbers for phone in read_phones(text).numbers)
    return ContactFields(name, unit, phones=phones, **more)


def draft(name, unit, *numbers, source="表!2", **more):
    phones = tuple(PhoneNumber(number, kind=PhoneKind.MOBILE) for number in numbers)
    return ContactDraft(name, unit, phones, source, **more)


def said(lines):
    return [(line.name, line.unit) for line in lines]


HE = ("何俊", "清溪街道", "19900000313", "0000-5550316")


@pytest.fixture
def he(contacts, staff):
    made = fields(*HE, title="副主任", role="分管负责人", groups=("镇街",))
    return contacts.add(staff.officer, made).value


@pytest.mark.parametrize("query", ["何俊", "hej", "hj", "qxjd", "清溪", "19900000313", "5550316"])
def test_a_contact_is_found_by_name_pinyin_initials_unit_and_number(contacts, he, query):
    assert ("何俊", "清溪街道") in said(contacts.search(query))


def test_what_does_not_fit_is_not_found(contacts, he):
    assert contacts.search("王五") == ()
    assert contacts.search("19911") == ()


def test_people_of_the_office_are_found_and_shown_without_an_editor(contacts):
    (line,) = contacts.search("huangzq")
    assert (line.name, line.number, line.duty) == ("黄志强", "19900000021", "")
    card = contacts.card(line.key)
    assert card.id is None
    assert [phone.shown for phone in card.phones] == ["19900000021"]


def test_a_units_own_entry_comes_before_its_people(contacts, staff, he):
    contacts.add(staff.officer, fields("", "清溪街道", "0000-5550312"))
    assert [line.name for line in contacts.search("qxjd")] == ["", "何俊"]


def test_groups_are_counted_and_restrict_the_search(contacts, staff, he):
    contacts.add(staff.officer, fields("唐小满", "水利局", "19900000314", groups=("成员单位",)))
    directory = contacts.directory()
    assert [(g.key, g.count) for g in directory.groups] == [
        ("镇街", 1),
        ("成员单位", 1),
        (SpecialGroup.OFFICE, 4),
        (SpecialGroup.ON_DUTY, 0),
        (SpecialGroup.TO_VERIFY, 2),
    ]
    assert said(contacts.search("", group="镇街")) == [("何俊", "清溪街道")]
    assert contacts.search("唐", group="镇街") == ()
    assert len(contacts.search("", group=SpecialGroup.OFFICE)) == 4


def test_a_card_names_whom_else_of_the_unit_to_call(contacts, staff, he):
    contacts.add(staff.officer, fields("林晓芸", "清溪街道", "19900000312", role="主要负责人"))
    contacts.add(staff.officer, fields("唐小满", "清溪街道", "19900000314", role="联络员"))
    card = contacts.card(f"c{he}")
    assert [other.name for other in card.others] == ["唐小满", "林晓芸"]
    assert [phone.shown for phone in card.phones] == ["19900000313", "0000-5550316"]
    assert [event.action for event in card.history] == ["add"]


def test_an_edit_on_an_old_version_is_refused_and_changes_nothing(contacts, staff, he):
    changed = fields("何俊", "清溪街道", "19900000999")
    assert contacts.edit(staff.officer, he, 1, changed).value == 2
    with pytest.raises(StaleVersion):
        contacts.edit(staff.deputy, he, 1, fields("何军", "清溪街道", "19900000998"))
    assert [phone.number for phone in contacts.card(f"c{he}").phones] == ["19900000999"]
    assert said(contacts.search("19900000999")) == [("何俊", "清溪街道")]
    assert contacts.search("19900000313") == ()


def test_a_failed_number_is_to_be_verified_and_keeps_its_mark_through_an_edit(contacts, staff, he):
    phone = contacts.card(f"c{he}").phones[0]
    contacts.mark_verified(staff.officer, contacts.card(f"c{he}").phones[1].id)
    assert contacts.directory().to_verify == 0
    contacts.mark_failed(staff.officer, phone.id)
    assert said(contacts.search("", group=SpecialGroup.TO_VERIFY)) == [("何俊", "清溪街道")]
    contacts.edit(staff.officer, he, contacts.card(f"c{he}").version, fields(*HE))
    card = contacts.card(f"c{he}")
    assert [p.failed for p in card.phones] == [True, False]
    assert contacts.search("何俊")[0].number == "00005550316"
    contacts.mark_failed(staff.officer, card.phones[0].id, failed=False)
    assert not any(p.failed for p in contacts.card(f"c{he}").phones)


def test_a_number_that_is_gone_cannot_be_marked(contacts, staff, he):
    old = contacts.card(f"c{he}").phones[0].id
    contacts.edit(staff.officer, he, 1, fields("何俊", "清溪街道", "19900000999"))
    with pytest.raises(NotFound):
        contacts.mark_failed(staff.officer, old + 1000)


def test_a_removed_contact_is_gone_until_it_is_restored(contacts, staff, he):
    contacts.remove(staff.officer, he, 1)
    assert contacts.search("何俊") == ()
    with pytest.raises(NotFound):
        contacts.card(f"c{he}")
    contacts.restore(staff.officer, he)
    assert said(contacts.search("何俊")) == [("何俊", "清溪街道")]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (fields("", "  ", "19900000313"), "contacts.no_name"),
        (fields("何俊", "清溪街道"), "contacts.no_phone"),
        (ContactFields("何俊", "", phones=(PhoneNumber("12"),)), "contacts.bad_phone"),
    ],
)
def test_a_contact_that_cannot_be_called_is_refused(contacts, staff, given, code):
    with pytest.raises(RuleViolation) as refused:
        contacts.add(staff.officer, given)
    assert refused.value.code == code
    assert contacts.directory().contacts == 4


def test_somebody_without_the_permission_is_refused(contacts, staff, transactions):
    from safetydesk.domain.access import Actor, Role

    reader = Actor(staff.officer.person_id, "某人", frozenset({Role.READER}))
    with pytest.raises(AccessDenied):
        contacts.add(reader, fields(*HE))


@pytest.mark.parametrize("number", ["19900000313", "+86 199 0000 0313", "0000-5550316", "5550316"])
def test_a_callers_number_is_matched_in_every_way_it_is_written(contacts, he, number):
    assert said(contacts.match_number(number)) == [("何俊", "清溪街道")]


def test_a_caller_from_the_office_is_known_and_a_stranger_is_not(contacts):
    assert contacts.match_number("19900000021")[0].name in {"黄志强", "何佳", "曾慧", "王伟"}
    assert contacts.match_number("19912345678") == ()
    assert contacts.match_number("021") == ()


def test_an_import_adds_merges_and_is_undone_as_one_step(contacts, staff, he):
    drafts = [
        draft("何俊", "清溪街道", "19900000313", "19900000777", title="不改", note="夜间先打手机"),
        draft("何俊", "水利局", "19900000555"),
        draft("唐小满", "清溪街道", "19900000314", group="镇街"),
    ]
    before = contacts.fields(he)
    assert contacts.forecast(drafts) == contacts.apply(staff.officer, drafts, **FILE).value
    merged = contacts.fields(he)
    assert (merged.title, merged.note) == ("副主任", "夜间先打手机")
    assert [p.number for p in merged.phones] == ["19900000313", "00005550316", "19900000777"]
    assert len(contacts.search("何俊")) == 2
    undone = contacts.undo_import(staff.officer).value
    assert (undone.removed, undone.restored, undone.kept) == (2, 1, 0)
    assert contacts.fields(he) == before
    assert said(contacts.search("何俊")) == [("何俊", "清溪街道")]
    with pytest.raises(RuleViolation):
        contacts.undo_import(staff.officer)


def test_undoing_an_import_keeps_what_was_changed_by_hand_since(contacts, staff, he):
    drafts = [
        draft("何俊", "清溪街道", "19900000313", "19900000777"),
        draft("甲", "乙", "19900000001"),
    ]
    contacts.apply(staff.officer, drafts, **FILE)
    contacts.edit(staff.officer, he, 2, fields("何俊", "清溪街道", "19900000888"))
    undone = contacts.undo_import(staff.officer).value
    assert (undone.removed, undone.restored, undone.kept) == (1, 0, 1)
    assert [p.number for p in contacts.fields(he).phones] == ["19900000888"]


def test_importing_the_same_list_twice_says_that_there_is_nothing_new(contacts, staff):
    drafts = read_contacts(SAMPLES / "c01-flat.xlsx", read_book).contacts
    done = contacts.apply(staff.officer, drafts, **FILE).value
    assert (done.added, done.merged) == (153, 0)
    with pytest.raises(RuleViolation) as refused:
        contacts.apply(staff.officer, drafts, **FILE)
    assert refused.value.code == "contacts.nothing_new"


def test_the_shared_search_cases_hold_through_the_database(contacts, staff):
    rows = json.loads((CASES / "search_contacts.json").read_text("utf-8"))
    ids = {}
    for row in rows:
        made = fields(
            row["name"], row["unit"], *row["phones"], title=row["post"], groups=tuple(row["groups"])
        )
        ids[f"c{contacts.add(staff.officer, made).value}"] = row["id"]
    wrong = []
    for case in json.loads((CASES / "search.json").read_text("utf-8")):
        hits = contacts.search(case["given"]["query"], limit=case["given"].get("limit", 50))
        keys = [ids[hit.key] for hit in hits if hit.key in ids]
        expect = case["expect"]
        missing = set(expect.get("contains", [])) - set(keys)
        if missing or set(expect.get("excludes", [])) & set(keys) or (expect.get("none") and keys):
            wrong.append((case["id"], missing))
    assert wrong == []
