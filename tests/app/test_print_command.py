"""`safetydesk print`: sheets of a data folder as PDF files, read back."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document

from safetydesk.app.demo_clock import start_at
from safetydesk.app.main import main
from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.domain.report import ReportContent
from safetydesk.storage.database import Database
from tests.documents.paper import pages
from tests.helpers.clock import FakeClock
from tests.helpers.day import hand_over, play_day

AFTER = "2025-10-07T09:00:00+08:00"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the sample day was served and handed over."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        paths = Paths.of(home / "office")
        database = open_database(paths, create=True)
        hand_over(play_day(database, FakeClock()))
        start_at(paths, datetime.fromisoformat(AFTER))
        write_report(database)
        database.close()
    return home


def write_report(database: Database) -> None:
    """The first report of an incident, signed."""
    now = FakeClock("2025-10-06T10:40:00+08:00").now()
    with database.write() as uow:
        person = uow.people.named("黄志强")[0]
        incident = uow.incidents.open(
            {
                "year": 2025,
                "serial": 18,
                "title": "东河宏泰反应釜爆炸",
                "family": "accident",
                "category": "hazardous_chemicals",
                "flags": [],
                "packs": ["national"],
                "actor": "county",
                "opened_at": now,
                "opened_by": person.id,
                "source_seq": None,
            }
        )
        uow.reports.add(
            ReportContent(title="关于反应釜爆炸事故情况的报告", opening="死亡<3人>，伤亡在核。"),
            {
                "incident_id": incident.id,
                "kind": "initial",
                "series": 1,
                "year": 2025,
                "issue": 37,
                "drafted_at": now,
                "drafted_by": person.id,
                "signed_at": now,
                "signed_by": person.id,
            },
        )
        uow.commit()


@pytest.fixture(autouse=True)
def _its_keys(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))


@pytest.fixture
def printed(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Runs the command; gives exit code, the text of the PDF's pages, and what stderr said."""

    def run(*words: str) -> tuple[int, list[str], str]:
        target = tmp_path / "sheet.pdf"
        before = ["--data", str(folder / "office"), "--demo-time", AFTER]
        try:
            code = main([*before, "print", *words, "-o", str(target)])
        except SystemExit as end:
            code = int(end.code or 0)
        text = pages(target.read_bytes()) if target.exists() else []
        return code, text, capsys.readouterr().err

    return run


def test_the_shift_log_of_a_day_has_every_entry_and_the_seal(printed):
    code, text, said = printed("shift-log", "--day", "2025-10-06")
    whole = "".join(text)
    assert (code, said) == (0, "")
    assert "第2025-279号" in whole
    assert "反应釜爆炸" in whole
    assert "补记" in whole
    assert "封存码" in text[0]
    assert "打印2025-10-07" in text[0]
    assert "系统" in text[0]


def test_a_shift_is_named_by_its_number_too(printed):
    assert printed("shift-log", "--shift", "2025-279")[1][0].startswith("值班日志")


def test_without_a_name_it_is_the_running_shift(printed):
    code, text, _ = printed("shift-log")
    assert code == 0
    assert "第2025-280号" in text[0]


def test_the_handover_record_is_that_of_the_last_handover(printed):
    code, text, _ = printed("handover")
    assert code == 0
    assert "交接班记录" in text[0]
    assert "第2025-279号" in text[0]
    assert "责任自08:38接班签字起转移" in "".join(text)


def test_a_report_of_an_incident_is_printed_letter_for_letter(printed):
    code, text, _ = printed("report", "--incident", "2025-018", "--report", "first")
    assert code == 0
    assert "云川区应急管理局值班信息" in text[0]
    assert "第37期" in text[0]
    assert "死亡<3人>" in text[0]


def test_a_report_is_a_word_document_where_the_file_is_named_so(folder, tmp_path):
    target = tmp_path / "first.docx"
    before = ["--data", str(folder / "office"), "--demo-time", AFTER]
    words = ["print", "report", "--incident", "2025-018", "--report", "first"]
    assert main([*before, *words, "-o", str(target)]) == 0
    found = "".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    assert "第37期" in found
    assert "死亡<3人>" in found


def test_two_reports_of_an_incident_are_compared(folder, capsys):
    before = ["--data", str(folder / "office"), "report", "compare", "2025-018"]
    assert main([*before, "first", "last"]) == 0
    assert capsys.readouterr().out == "两份报告没有不同\n"
    assert main([*before, "首报", "--json", "last"]) == 0
    assert {row["change"] for row in json.loads(capsys.readouterr().out)["sentences"]} == {"未变"}
    assert main([*before, "首报", "终报"]) == 2
    assert "终报" in capsys.readouterr().err


def test_the_chronology_of_an_incident_names_who_was_not_told(printed):
    code, text, _ = printed("timeline", "--incident", "2025-018")
    assert code == 0
    assert "处置大事记" in text[0]
    assert "事件2025-018" in text[0]
    assert "尚未告知：公安、人社局、总工会、检察院" in "".join(text)


def test_the_roster_of_a_month_fits_on_a_page(printed):
    code, text, _ = printed("roster", "--month", "2025-10")
    assert code == 0
    assert len(text) == 1
    assert "2025年10月值班安排表" in text[0]
    assert "10月31日" in text[0]


def test_a_person_named_with_a_pin_stands_on_the_sheet(printed, monkeypatch):
    monkeypatch.setenv("SAFETYDESK_PIN", "123456")
    assert "打印2025-10-07" in (text := printed("roster", "--as", "何佳")[1])[0]
    assert "何佳" in text[-1].split("打印")[-1]


def test_a_wrong_pin_prints_nothing(printed, monkeypatch):
    monkeypatch.setenv("SAFETYDESK_PIN", "000001")
    code, text, said = printed("shift-log", "--as", "徐丽华")
    assert (code, text) == (2, [])
    assert "口令不对" in said


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("contacts",), "safetydesk：“contacts”这种表尚未提供\n"),
        (("timeline",), "safetydesk：--incident：应为事件编号，如 2025-018\n"),
        (("timeline", "--incident", "2025-099"), "safetydesk：没有编号为 2025-099 的事件\n"),
        (
            ("report", "--incident", "2025-099"),
            "safetydesk：没有编号为 2025-099 的事件\n",
        ),
        (
            ("report", "--incident", "2025-018", "--report", "终报"),
            "safetydesk：事件 2025-018 没有“终报”这份报告\n",
        ),
        (("report",), "safetydesk：--incident：应为事件编号，如 2025-018\n"),
        (("shift-log", "--shift", "2024-001"), "safetydesk：没有编号为 2024-001 的班次\n"),
        (("shift-log", "--day", "2025-09-01"), "safetydesk：2025-09-01 没有班次\n"),
        (
            ("handover", "--shift", "2025-280"),
            "safetydesk：2025-280 班还没有交接，没有交接班记录\n",
        ),
        (
            ("roster", "--month", "2025-13"),
            "safetydesk print：参数 --month 不对：“2025-13”应为月份，如 2025-10\n",
        ),
        (
            ("shift-log", "--shift", "279"),
            "safetydesk print：参数 --shift 不对：“279”应为班次编号，如 2025-279\n",
        ),
    ],
)
def test_what_cannot_be_printed_is_one_line_and_exit_code_2(printed, words, line):
    assert printed(*words) == (2, [], line)


def test_a_folder_that_is_not_there_is_named(folder, tmp_path, capsys):
    target = tmp_path / "nowhere" / "x.pdf"
    assert main(["--data", str(folder / "office"), "print", "roster", "-o", str(target)]) == 2
    assert str(target) in capsys.readouterr().err
