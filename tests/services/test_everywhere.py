"""One search finds people, incidents, open matters and entries, by words and by their sounds."""

from __future__ import annotations

import pytest

from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.contacts import ContactService
from safetydesk.services.everywhere import EverywhereSearch, HitKind, fitting
from safetydesk.services.matter_writing import NewMatter
from tests.helpers.desk_day import desk_day, moment


@pytest.fixture
def day(transactions, clock):
    clock.to(moment("10:13"))
    made = desk_day(transactions)
    made.matters.open(made.staff.officer, NewMatter("柳河镇危桥封闭情况反馈", "柳河镇"))
    entry = EntryDraft(EntryKind.INCOMING_CALL, "柳河镇来电：危桥已封闭")
    made.log.append(made.staff.officer, entry)
    return made


@pytest.fixture
def everywhere(day, transactions):
    return EverywhereSearch(transactions, ContactService(transactions))


def found(everywhere, words):
    return [(hit.kind, hit.title) for hit in everywhere.find(words)]


def test_words_find_matters_and_entries(everywhere):
    assert found(everywhere, "柳河镇") == [
        (HitKind.MATTER, "柳河镇危桥封闭情况反馈"),
        (HitKind.ENTRY, "柳河镇来电：危桥已封闭"),
    ]


def test_the_first_letters_of_the_sounds_find_a_matter(everywhere):
    assert (HitKind.MATTER, "柳河镇危桥封闭情况反馈") in found(everywhere, "lhzwq")


def test_somebody_of_the_office_is_found_by_name(everywhere, day):
    name = day.staff.officer.name
    assert (HitKind.PERSON, name) in found(everywhere, name)


def test_a_number_finds_what_bears_it(everywhere, day):
    (matter,) = day.matters.open_matters()
    assert found(everywhere, matter.number) == [(HitKind.MATTER, matter.title)]


@pytest.mark.parametrize("words", ["", "   "])
def test_without_words_nothing_is_looked_for(everywhere, words):
    assert everywhere.find(words) == ()


def test_one_letter_does_not_search_the_log(everywhere):
    assert not [hit for hit in everywhere.find("桥") if hit.kind is HitKind.ENTRY]


def test_names_fit_by_words_and_by_sounds():
    said = (("a", "交接班", "F8"), ("b", "电话记录", "F3"))
    assert fitting(said, "jjb", 5) == ["a"]
    assert fitting(said, "f3", 5) == ["b"]
    assert fitting(said, "", 5) == ["a", "b"]
