"""A command that cannot do its work says why in one Chinese line and with the right exit code."""

from __future__ import annotations

import argparse
import ast
import errno
from datetime import UTC, datetime

import pytest

from safetydesk.app import main as front
from safetydesk.app import messages
from safetydesk.app.demo_clock import clock_of, start_at
from safetydesk.app.paths import Paths
from safetydesk.app.printing import print_columns
from safetydesk.app.sentences import SENTENCES
from safetydesk.domain.errors import (
    AccessDenied,
    BadInput,
    NotFound,
    RuleViolation,
    SafetyDeskError,
    StaleVersion,
    StorageUnavailable,
)
from tests.architecture.sources import trees


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (
            BadInput("plan.time", where="a.json：now", expected="带时区的时间"),
            2,
            "a.json：now：应为带时区的时间",
        ),
        (StorageUnavailable("storage.disk_full"), 2, "磁盘已满，没有保存；请腾出空间后再试"),
        (RuleViolation("x.y", n=1), 2, "按规定不能这样办理（x.y(n=1)）"),
        (
            RuleViolation("pin.locked", until=datetime(2025, 10, 1, 0, 30, tzinfo=UTC)),
            2,
            "口令输错次数过多，2025年10月01日 08:30 之前不能再试",
        ),
        (AccessDenied("x.y"), 1, "没有办理此事的权限（x.y）"),
        (NotFound("x.y", name="甲\n乙"), 2, "没有找到（x.y(name='甲\\n乙')）"),
        (SafetyDeskError("x.y"), 1, "没有办成（x.y）"),
    ],
)
def test_an_expected_failure_is_one_line_with_its_exit_code(error, code, line):
    assert messages.sentence(error) == line
    assert messages.exit_code(error) == code


def codes_in_the_program() -> set[str]:
    """Every literal code with which the program raises an expected failure other than BadInput."""
    families = {
        family.__name__
        for family in (AccessDenied, NotFound, RuleViolation, StaleVersion, StorageUnavailable)
    }
    return {
        code.value
        for _name, tree in trees("safetydesk")
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in families
        and call.args
        for code in ast.walk(call.args[0])
        if isinstance(code, ast.Constant) and isinstance(code.value, str)
    }


def test_every_code_has_its_sentence():
    assert sorted(codes_in_the_program() - set(SENTENCES)) == []


def fails_with(error: BaseException) -> int:
    def run(_args: argparse.Namespace) -> int:
        raise error

    return front._answered(run, argparse.Namespace(data=None))


def test_a_file_that_is_not_there_is_bad_input(capsys):
    assert fails_with(FileNotFoundError(errno.ENOENT, "No such file", "x.json")) == 2
    assert capsys.readouterr().err == "safetydesk：x.json：没有这个文件或文件夹\n"


def test_interrupting_is_quiet(capsys):
    assert fails_with(KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == ""


def test_a_bug_writes_a_report_and_is_told_in_one_line(tmp_path, capsys, expected_complaints):
    expected_complaints.append("safetydesk.crash")

    def run(_args: argparse.Namespace) -> int:
        raise ZeroDivisionError("planted for 张三 19900000001")

    assert front._answered(run, argparse.Namespace(data=tmp_path)) == 70
    line = capsys.readouterr().err
    (report,) = (tmp_path / "logs" / "reports").iterdir()
    assert line.startswith("safetydesk：程序内部出错（E-")
    assert str(report) in line
    text = report.read_text("utf-8")
    assert "ZeroDivisionError: planted for <han 2> <11 digits>" in text


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--data"], "safetydesk：参数 --data 后面要有一个值\n"),
        (["--unheard-of"], "safetydesk：不认识的参数 --unheard-of\n"),
        (["duty", "resolve"], "safetydesk duty resolve：缺少参数 "),
        (
            ["--demo-time", "2025-10-01T08:30"],
            "safetydesk：参数 --demo-time 不对：“2025-10-01T08:30”应为带时区的时间",
        ),
        (["who", "--at", "0001-01-01T00:00:00+08:00"], "safetydesk who：参数 --at 不对："),
        (["who", "--at", "9999-12-31T23:59:59-23:59"], "safetydesk who：参数 --at 不对："),
        (["log", "list", "--limit", "99999999999999999999"], "safetydesk log list：参数 --limit "),
        (["log", "list", "--limit", "-1"], "safetydesk log list：参数 --limit "),
        (["log", "list", "--limit", "abc"], "safetydesk log list：参数 --limit 不对：“abc”应为"),
        (["log", "add", "--kind", "来电", "bad\udcff"], "safetydesk log add：参数 内容 不对："),
        (
            ["print", "roster", "--month", "0000-01", "-o", "x.pdf"],
            "safetydesk print：参数 --month",
        ),
        (["print", "shift-log", "--day", "9999-12-31", "-o", "x"], "safetydesk print：参数 --day"),
        (["demo", ""], "safetydesk demo：参数 DIR 不对："),
    ],
)
def test_a_wrong_argument_is_one_line_and_exit_code_2(arguments, line, capsys):
    with pytest.raises(SystemExit) as left:
        front.main(arguments)
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith(line)
    assert said.count("\n") == 1


def test_help_lists_every_command(capsys):
    assert front.main(["--help"]) == 0
    assert "duty resolve" in capsys.readouterr().out


def test_only_a_demonstration_may_be_told_the_time(tmp_path):
    paths = Paths.of(tmp_path)
    instant = datetime(2025, 10, 6, 2, 5, tzinfo=UTC)
    with pytest.raises(BadInput) as refused:
        clock_of(paths, instant)
    assert refused.value.code == "demo.real_office"
    start_at(paths, datetime(2025, 10, 1, tzinfo=UTC))
    assert abs((clock_of(paths, instant).now() - instant).total_seconds()) < 60


@pytest.mark.parametrize(
    "mark", ["", "[]", "{}", '{"shift_seconds": "x"}', '{"shift_seconds": 1e300}']
)
def test_a_damaged_mark_of_a_demonstration_is_named(tmp_path, mark):
    (tmp_path / "demonstration.json").write_text(mark, "utf-8")
    with pytest.raises(BadInput) as refused:
        clock_of(Paths.of(tmp_path))
    assert "demonstration.json" in refused.value.fields["where"]


def test_the_demonstration_is_written_into_an_empty_folder_only(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("keep", "utf-8")
    assert front.main(["demo", str(tmp_path)]) == 2
    assert "已有内容" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.txt"]


def test_what_a_terminal_would_obey_is_not_printed(capsys):
    print_columns("7", "来电", "\x1b]0;pwned\x07死亡\u202e3人\n第二行")
    assert capsys.readouterr().out == "7\t来电\t]0;pwned死亡3人 第二行\n"
