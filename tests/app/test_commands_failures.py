"""A command that cannot do its work says why in one Chinese line and with the right exit code."""

from __future__ import annotations

import argparse
import ast
import errno
from datetime import UTC, datetime

import pytest

from safetydesk.app import main as front
from safetydesk.app import messages
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
        (StorageUnavailable("storage.disk_full"), 1, "磁盘已满，没有保存；请腾出空间后再试"),
        (RuleViolation("x.y", n=1), 1, "按规定不能这样办理（x.y(n=1)）"),
        (
            RuleViolation("pin.locked", until=datetime(2025, 10, 1, 0, 30, tzinfo=UTC)),
            1,
            "口令输错次数过多，10月01日 08:30 之前不能再试",
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
