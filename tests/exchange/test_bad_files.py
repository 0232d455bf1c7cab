"""Broken and hostile files are refused in one sentence, within limits, in a process of their own."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from safetydesk.domain.errors import BadInput
from safetydesk.exchange import sandbox
from safetydesk.exchange.book_reader import read_book, read_content
from safetydesk.exchange.contact_reader import read_contacts

BAD = Path(__file__).parents[1] / "data" / "samples" / "contacts" / "bad"


def expectation(name):
    return json.loads((BAD / f"{name}.expected.json").read_text("utf-8"))


def refused(content, name):
    with pytest.raises(BadInput) as caught:
        read_content(content, name)
    return f"{caught.value.fields['where']}：{caught.value.fields['expected']}"


def package(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in parts.items():
            target.writestr(name, text)
    return stream.getvalue()


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = tuple(f"{sign}文" for sign in "甲乙丙丁戊己庚辛壬癸子丑")
STYLES = (
    "<styleSheet><fonts><font/><font><strike/></font><font><color rgb='FFFFFFFF'/></font></fonts>"
    "<fills><fill><patternFill/></fill></fills><cellXfs><xf fontId='0' fillId='0'/>"
    "<xf fontId='1' fillId='0'/><xf fontId='2' fillId='0'/></cellXfs></styleSheet>"
)


def cell_xml(address, text):
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def row_xml(number, values):
    cells = "".join(
        cell_xml(f"{'ABC'[index]}{number}", value) for index, value in enumerate(values)
    )
    return f'<row r="{number}">{cells}</row>'


def workbook_with(sheet_xml, styles="<styleSheet/>"):
    return package(
        {
            "_rels/.rels": (
                f'<Relationships><Relationship Id="rId1" Type="{RELATIONS}/officeDocument"'
                ' Target="xl/workbook.xml"/></Relationships>'
            ),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": (
                f'<Relationships><Relationship Id="rId1" Type="{RELATIONS}/worksheet"'
                ' Target="worksheets/sheet1.xml"/></Relationships>'
            ),
            "xl/styles.xml": styles,
            "xl/worksheets/sheet1.xml": sheet_xml,
        }
    )


@pytest.mark.parametrize("name", ["b01-formula-injection", "b02-utf16-no-bom", "b06-200-columns"])
def test_difficult_files_are_read_in_the_child_process(name):
    expected = expectation(name)
    reading = read_contacts(BAD / expected["input"])
    assert [c.name for c in reading.contacts] == [c["name"] for c in expected["contacts"]]
    for want, have in zip(expected["contacts"], reading.contacts, strict=True):
        assert [p.number for p in have.phones] == want.get(
            "phones", [p.number for p in have.phones]
        )


def test_rows_that_a_spreadsheet_would_execute_are_turned_down_one_by_one():
    expected = expectation("b01-formula-injection")
    reading = read_contacts(BAD / expected["input"], read_book)
    rows = [int(finding.source) for finding in reading.rejected]
    assert rows == expected["rows_with_suspicious_name"]


def painted_workbook(empty_rows):
    """Twelve contacts, then rows that hold a colour only."""
    rows = [("姓名", "单位", "手机"), *((name, "东关街道", "19900080300") for name in NAMES)]
    filled = "".join(row_xml(number, row) for number, row in enumerate(rows, 1))
    painted = "".join(
        f'<row r="{n}"><c r="A{n}" s="0"/><c r="B{n}" s="0"/><c r="C{n}" s="0"/></row>'
        for n in range(14, 14 + empty_rows)
    )
    return workbook_with(f"<worksheet><sheetData>{filled}{painted}</sheetData></worksheet>")


def calls_of(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls: its length on any machine."""
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def test_twelve_contacts_before_a_hundred_thousand_painted_rows_are_found(tmp_path):
    path = tmp_path / "painted.xlsx"
    path.write_bytes(painted_workbook(100_000))
    reading = read_contacts(path, read_book)
    assert [contact.name for contact in reading.contacts] == list(NAMES)
    assert not reading.findings


def test_painted_rows_cost_no_more_than_their_number(tmp_path):
    counts = []
    for rows in (100, 1_000, 2_000, 4_000):
        path = tmp_path / f"{rows}.xlsx"
        path.write_bytes(painted_workbook(rows))
        counts.append(calls_of(partial(read_contacts, path, read_book)))
    _, few, more, most = counts  # the first reading also fills what is kept for all later ones
    assert most - more < 2.2 * (more - few)
    assert most - more < 2_000 * 100


@pytest.mark.parametrize("name", ["b04-really-html", "b05-truncated"])
def test_files_that_cannot_be_read_are_refused_by_name_and_reason(name):
    expected = expectation(name)
    with pytest.raises(BadInput) as caught:
        read_contacts(BAD / expected["input"])
    told = f"{caught.value.fields['where']}：{caught.value.fields['expected']}"
    assert expected["input"] in told
    assert any(word in told for word in expected["message_should_mention"])
    assert "\n" not in told


@pytest.mark.parametrize(
    ("content", "name", "word"),
    [
        (b"", "a.xlsx", "空"),
        (b"%PDF-1.4", "a.xlsx", "PDF"),
        (b"PK\x03\x04 nothing", "a.xlsx", "损坏"),
        (b"not a zip at all", "a.xlsx", "损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xls", "损坏"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx",
            "加密",
        ),
        ('姓名,手机\n"王伟,199\n'.encode(), "a.csv", "引号"),
        (b"a\x01\x02\x03\xff\xfe\n", "a.csv", "编码"),
        (("姓名,手机\n" + "甲" * 40_000).encode(), "a.csv", "第2行"),
        ("BEGIN:VCARD\nFN:王伟\n".encode(), "a.vcf", "第1张"),
        (package({"hello.txt": "x"}), "a.xlsx", "工作簿"),
        (
            package({"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "a.xlsx",
            "实体",
        ),
    ],
)
def test_every_kind_of_broken_file_gets_its_own_reason(content, name, word):
    told = refused(content, name)
    assert word in told
    assert "a." in told


def test_a_cell_at_the_far_corner_is_refused_with_its_address():
    far = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    assert "XFD1048576" in refused(workbook_with(far), "a.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = bytearray(package({"xl/workbook.xml": "x" * 130_000_000}))
    bomb[60:1_000] = bytes(940)  # whoever unpacked it would find it damaged
    assert "过大" in refused(bytes(bomb), "bomb.xlsx")


def test_a_file_that_needs_too_much_memory_is_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("姓名,手机\n" + "王伟,19900000011\n" * 100_000, "utf-8")
    with pytest.raises(BadInput) as refused_as:
        sandbox.read_book(path, megabytes=40)
    assert refused_as.value.fields["where"] == "a.csv"


def test_a_file_that_takes_too_long_is_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("姓名,手机\n王伟,19900000011\n", "utf-8")
    with pytest.raises(BadInput) as refused_as:
        sandbox.read_book(path, seconds=0)
    assert refused_as.value.code == "file.too_slow"


def test_the_child_process_gives_the_same_book():
    path = BAD / "b06-200-columns.csv"
    assert sandbox.read_book(path) == read_book(path)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in of the program is a shell script")
def test_a_packed_program_starts_itself_to_read(tmp_path, monkeypatch):
    program = tmp_path / "safetydesk"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m safetydesk "$@"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    path = BAD / "b06-200-columns.csv"
    assert sandbox.read_book(path) == read_book(path)


def test_marks_of_a_workbook_survive_the_way_through_the_child_process(tmp_path):
    sheet = (
        '<worksheet><sheetData><row r="1" hidden="1">{}</row><row r="2">'
        '<c r="A2" s="1" t="inlineStr"><is><t>王伟</t></is></c>'
        '<c r="B2" t="inlineStr"><is><r><rPr><strike/></rPr><t>刘泽</t></r><r><t>杨帆</t></r></is></c>'
        '<c r="C2" s="2" t="inlineStr"><is><t>张垚</t></is></c>'
        '<c r="D2" t="e"><v>#N/A</v></c></row></sheetData></worksheet>'
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_with(sheet.replace("{}", cell_xml("A1", "日期")), STYLES))
    read = sandbox.read_book(path).sheets[0]
    assert read.hidden_rows == {0}
    assert (read.own(1, 0).text, read.own(1, 0).struck) == ("", "王伟")
    assert (read.own(1, 1).text, read.own(1, 1).struck) == ("杨帆", "刘泽")
    assert (read.own(1, 2).text, read.own(1, 2).invisible) == ("", "张垚")
    assert read.own(1, 3).text == "#N/A"


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(BadInput):
        read_book(tmp_path / "nothing.xlsx")
