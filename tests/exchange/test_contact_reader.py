"""Hand-made contact lists are read as the expected files beside them say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from safetydesk.domain.errors import BadInput
from safetydesk.exchange.book_reader import read_book, read_content
from safetydesk.exchange.contact_reader import read_contact_book, read_contacts
from safetydesk.exchange.reading_json import contacts_json
from safetydesk.exchange.sheets import Area, Book, Cell, Sheet

SAMPLES = Path(__file__).parents[1] / "data" / "samples" / "contacts"
ROSTERS = SAMPLES.parent / "rosters"
NAMES = ["c01-flat", "c02-grouped", "c03-phone-export"]


def sample(name):
    expected = json.loads((SAMPLES / f"{name}.expected.json").read_text("utf-8"))
    return expected, contacts_json(read_contacts(SAMPLES / expected["input"], read_book))


def read(*rows, merged=()):
    cells = tuple(tuple(Cell(value or None, value) for value in row) for row in rows)
    book = Book("表.xlsx", (Sheet("表", cells, tuple(merged)),))
    return read_contact_book(book)


def said(reading):
    return [(c.name, c.unit, tuple(p.number for p in c.phones)) for c in reading.contacts]


@pytest.mark.parametrize("name", NAMES)
def test_every_contact_of_the_sample_is_read_in_order_with_its_numbers(name):
    expected, got = sample(name)

    def table(rows):
        return [
            (
                row["source"],
                row["name"],
                row["unit"],
                {(p["number"], p.get("ext"), p["kind"]) for p in row["phones"]},
            )
            for row in rows
        ]

    assert table(got["contacts"]) == table(expected["contacts"])


@pytest.mark.parametrize("name", NAMES)
def test_titles_notes_and_addresses_come_along(name):
    expected, got = sample(name)
    for want, have in zip(expected["contacts"], got["contacts"], strict=True):
        for key in {"title", "department", "note", "email", "address"} & want.keys():
            assert have.get(key) == want[key]


@pytest.mark.parametrize("name", NAMES)
def test_rejected_rows_and_doubts_are_named_with_row_and_reason(name):
    expected, got = sample(name)
    for part in ("rejected", "findings"):
        assert [(f["code"], f["source"], f["text"]) for f in got[part]] == [
            (f["code"], f["source"], f["text"]) for f in expected[part]
        ]


def test_a_row_with_several_people_gives_each_their_own_numbers():
    reading = read(
        ("单位", "值班电话", "主要负责人", "手机", "联络员", "手机"),
        ("东关街道", "0000-5552001", "王天佑", "19900020011", "杜晓燕", "19900020012"),
    )
    assert set(said(reading)) == {
        ("王天佑", "东关街道", ("19900020011",)),
        ("杜晓燕", "东关街道", ("19900020012",)),
        (None, "东关街道", ("00005552001",)),
    }
    assert {c.role for c in reading.contacts if c.name} == {"主要负责人", "联络员"}


def test_a_unit_merged_over_its_people_belongs_to_all_of_them():
    reading = read(
        ("单位", "姓名", "手机"),
        ("东关街道", "王天佑", "19900020011"),
        ("", "杜晓燕", "19900020012"),
        merged=(Area(1, 0, 2, 0),),
    )
    assert {c.unit for c in reading.contacts} == {"东关街道"}


def test_namesakes_in_different_units_stay_apart():
    reading = read(
        ("单位", "姓名", "手机"),
        ("水利局", "王伟", "19900010242"),
        ("应急局", "王伟", "19900000011"),
        ("应急局", "王 伟", "199 0000 0011"),
    )
    assert len(reading.contacts) == 2
    assert [f.source for f in reading.findings] == ["表!4"]


@pytest.mark.parametrize(
    "card",
    [
        (
            "VERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E4=BC=9F\r\n"
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=\r\n=E4=BC=9F\r\nTEL;CELL:19900000011\r\n"
        ),
        "VERSION:3.0\r\nN:王;伟;;;\r\nFN:王\r\n 伟\r\nTEL;TYPE=CELL:+86 199 0000 0011\r\n",
        'VERSION:4.0\r\nFN:王伟\r\nTEL;VALUE=uri;TYPE="voice,cell":tel:+86-199-0000-0011\r\n',
    ],
)
def test_vcards_of_all_versions_are_read(card):
    content = f"BEGIN:VCARD\r\n{card}END:VCARD\r\n".encode()
    reading = read_contact_book(read_content(content, "a.vcf"))
    assert said(reading) == [("王伟", "", ("19900000011",))]


def test_a_sheet_that_is_no_contact_list_is_refused_with_what_was_expected():
    with pytest.raises(BadInput) as caught:
        read(("日期", "值班员"), ("9月1日", "王伟"))
    assert "姓名" in caught.value.fields["expected"]


def test_duty_phone_and_fax_before_the_name_are_the_units_own():
    reading = read(
        ("单位名称", "24小时值班电话", "传真", "联系人", "联系电话"),
        ("云川区教育局", "0000-5551015", "0000-5551115", "韩锋", "19900010151"),
    )
    assert said(reading) == [
        ("韩锋", "云川区教育局", ("19900010151",)),
        (None, "云川区教育局", ("00005551015", "00005551115")),
    ]


def test_chapters_and_unit_lines_need_no_merged_cells():
    reading = read(
        ("姓名", "联系电话"),
        ("二、成员单位", ""),
        ("云川区教育局 值班电话：0000-5551015", ""),
        ("韩锋", "19900010151"),
    )
    assert [(c.name, c.unit, c.group) for c in reading.contacts] == [
        (None, "云川区教育局", "成员单位"),
        ("韩锋", "云川区教育局", "成员单位"),
    ]


@pytest.mark.parametrize(
    "name", ["r01-monthly-table.xlsx", "r02-holiday-merged.xlsx", "r04-gbk-month.csv"]
)
def test_a_duty_roster_is_no_list_of_contacts(name):
    with pytest.raises(BadInput) as refused:
        read_contacts(ROSTERS / name)
    assert refused.value.code == "file.is_a_roster"
    assert "值班表" in str(refused.value)
