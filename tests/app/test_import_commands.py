"""Rosters and contact lists from the shell: preview, apply, one line for every broken file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from safetydesk.app.finding_words import FINDINGS, SEVERITIES
from safetydesk.app.main import main
from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.app.wiring import build
from safetydesk.domain.sheet_findings import FindingCode, Severity
from tests.helpers.clock import FakeClock
from tests.helpers.office import PIN, small_office

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
ROSTERS, CONTACTS = SAMPLES / "rosters", SAMPLES / "contacts"
BAD = CONTACTS / "bad"


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A data folder with the small office; commands act for its supervisor."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("SAFETYDESK_PIN", PIN)
    monkeypatch.setenv("SAFETYDESK_AS", "王伟")
    paths = Paths.of(tmp_path / "office")
    database = open_database(paths, create=True)
    small_office(build(database, FakeClock()).transactions)
    database.close()
    return paths


@pytest.fixture
def safetydesk(capsys, tmp_path):
    """Runs a command; exit code, stdout and stderr."""

    def run(*words, data=tmp_path / "nothing"):
        code = main(["--data", str(data), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def roster(tmp_path):
    """A sheet of two days with people of the small office only."""
    path = tmp_path / "值班表.csv"
    path.write_text(
        "2025年10月值班安排表\n日期,带班领导,主班,副班\n10月6日,曾慧,黄志强,何佳\n10月7日,曾慧,王伟,何佳\n",
        "utf-8",
    )
    return path


def test_a_preview_needs_no_office_and_says_what_the_sample_expects(safetydesk):
    expected = json.loads((ROSTERS / "r01-monthly-table.expected.json").read_text("utf-8"))
    file = ROSTERS / "r01-monthly-table.xlsx"
    code, out, err = safetydesk("duty", "import", file, "--json", "--today", "2025-09-26")
    got = json.loads(out)

    def rows(reading):
        return {
            (row["date"], row["post"], row["person"], row["shift"])
            for row in reading["assignments"]
        }

    assert (code, err) == (0, "")
    assert rows(got) == rows(expected)
    assert got["applied"] == 0


def test_known_people_are_handed_in_by_file(safetydesk, roster, tmp_path):
    names = tmp_path / "names.json"
    names.write_text('["曾慧", {"name": "黄志强", "posts": ["primary"]}, "王伟"]', "utf-8")
    code, out, _ = safetydesk("duty", "import", roster, "--people", names, "--json")
    found = {(f["code"], f["source"]) for f in json.loads(out)["findings"]}
    assert code == 0
    assert ("unknown_person", "D3") in found


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('{"names": []}', "people"),
        ('[{"name": "甲", "posts": ["chief"]}]', "people[0].posts[0]"),
        ("[1]", "people[0]"),
        ("{", "names.json"),
    ],
)
def test_a_list_of_names_that_is_not_one_is_refused_in_one_line(
    safetydesk, roster, tmp_path, content, named
):
    names = tmp_path / "names.json"
    names.write_text(content, "utf-8")
    code, out, err = safetydesk("duty", "import", roster, "--people", names)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "names.json" in err
    assert named in err


def test_an_applied_roster_says_who_is_on_duty(safetydesk, office, roster):
    code, out, err = safetydesk("duty", "import", roster, "--apply", data=office.data)
    assert (code, err) == (0, "")
    assert "已写入 6 班次" in out
    code, out, _ = safetydesk("who", "--at", "2025-10-06T12:00:00+08:00", data=office.data)
    assert [line.split("\t")[:2] for line in out.splitlines()] == [
        ["带班领导", "曾慧"],
        ["主班", "黄志强"],
        ["副班", "何佳"],
    ]


def test_a_roster_with_strangers_is_not_applied_in_part(safetydesk, office, roster):
    roster.write_text(roster.read_text("utf-8").replace("何佳", "赵无极"), "utf-8")
    code, out, err = safetydesk("duty", "import", roster, "--apply", data=office.data)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "值班表.csv" in err
    code, out, _ = safetydesk("who", "--at", "2025-10-06T12:00:00+08:00", data=office.data)
    assert (code, out) == (1, "")


def test_strangers_of_a_roster_join_the_office_when_that_is_asked_for(safetydesk, office, roster):
    roster.write_text(roster.read_text("utf-8").replace("何佳", "赵无极"), "utf-8")
    words = ("duty", "import", roster, "--apply", "--add-people")
    code, _, err = safetydesk(*words, data=office.data)
    assert (code, err) == (0, "")
    code, out, _ = safetydesk("who", "--at", "2025-10-06T12:00:00+08:00", data=office.data)
    assert code == 0
    assert "赵无极" in out


def test_a_roster_with_a_post_the_office_does_not_have_is_not_applied(safetydesk, office, roster):
    roster.write_text(roster.read_text("utf-8").replace("副班", "值班员"), "utf-8")
    code, out, err = safetydesk("duty", "import", roster, "--apply", data=office.data)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "值班员" in err


def test_only_the_supervisor_applies_a_roster(safetydesk, office, roster, monkeypatch):
    monkeypatch.setenv("SAFETYDESK_AS", "黄志强")
    code, out, err = safetydesk("duty", "import", roster, "--apply", data=office.data)
    assert (code, out) == (1, "")
    assert "权限" in err


def test_contacts_are_previewed_applied_and_found(safetydesk, office):
    file = CONTACTS / "c01-flat.xlsx"
    expected = json.loads((CONTACTS / "c01-flat.expected.json").read_text("utf-8"))
    code, out, _ = safetydesk("contacts", "import", file, "--json")
    got = json.loads(out)
    assert code == 0
    assert len(got["contacts"]) == expected["counts"]["contacts"]
    assert len(got["rejected"]) == expected["counts"]["rejected"]
    code, out, err = safetydesk("contacts", "import", file, "--apply", data=office.data)
    assert (code, err) == (0, "")
    assert "新增 153 条，合并 0 条" in out
    code, out, _ = safetydesk("contacts", "search", "wanhm", "--json", data=office.data)
    assert json.loads(out)["contacts"][0]["name"] == "万红梅"
    code, out, err = safetydesk("contacts", "import", file, "--apply", data=office.data)
    assert (code, out) == (2, "")


def test_a_search_without_a_hit_answers_no(safetydesk, office):
    assert safetydesk("contacts", "search", "查无此人", data=office.data) == (1, "", "")
    code, out, _ = safetydesk("contacts", "search", "hzq", "--limit", "1", data=office.data)
    assert (code, out) == (0, "黄志强\t区应急局\t\t19900000021\n")


@pytest.mark.parametrize("name", ["b04-really-html.xls", "b05-truncated.xlsx"])
@pytest.mark.parametrize("apply", [False, True])
def test_a_broken_file_is_one_line_and_changes_nothing(safetydesk, office, name, apply):
    expected = json.loads((BAD / f"{Path(name).stem}.expected.json").read_text("utf-8"))
    words = ["--apply"] if apply else []
    for command in (("contacts", "import"), ("duty", "import")):
        code, out, err = safetydesk(*command, BAD / name, *words, data=office.data)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert name in err
        assert any(word in err for word in expected["message_should_mention"])
    assert safetydesk("contacts", "search", "卫长风", data=office.data)[0] == 1


def test_a_list_of_the_wrong_kind_is_refused_with_its_sheet_and_what_was_expected(safetydesk):
    code, _, err = safetydesk("contacts", "import", ROSTERS / "r03-matrix-codes.xlsx")
    assert code == 2
    assert "r03-matrix-codes.xlsx" in err
    assert "姓名" in err
    code, _, err = safetydesk("duty", "import", CONTACTS / "c01-flat.xlsx")
    assert code == 2
    assert "通讯录!A1" in err
    assert "日期" in err


def test_a_file_that_is_not_there_is_named(safetydesk, tmp_path):
    code, _, err = safetydesk("duty", "import", tmp_path / "没有.xlsx")
    assert (code, err) == (2, "safetydesk：没有.xlsx：文件不存在或不能读取\n")


def test_a_day_that_is_none_is_refused(safetydesk, roster, capsys):
    with pytest.raises(SystemExit) as left:
        safetydesk("duty", "import", roster, "--today", "2025-02-30")
    assert left.value.code == 2
    assert "2025-02-30" in capsys.readouterr().err


def test_every_finding_has_its_words():
    assert set(FINDINGS) == set(FindingCode)
    assert set(SEVERITIES) == set(Severity)


def test_a_preview_loads_neither_qt_nor_the_database(roster):
    probe = (
        "import sys\nfrom safetydesk.app.main import main\n"
        f"main(['duty', 'import', {str(roster)!r}])\n"
        "print([m for m in ('PySide6', 'sqlalchemy', 'openpyxl') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_an_open_window_hears_of_what_a_command_wrote(safetydesk, office, monkeypatch):
    monkeypatch.setenv("SAFETYDESK_AS", "黄志强")
    code, out, _ = safetydesk(
        "log", "add", "--kind", "来电", "管委会询问值班电话", data=office.data
    )
    assert (code, out) == (0, "1\n")
    database = open_database(office)
    window = build(database, FakeClock())
    heard = window.heartbeats.changes_after(0)[-1]
    database.close()
    assert heard.topic == "log"
    assert heard.desk != window.heartbeats.desk
