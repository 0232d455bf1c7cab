"""``warning read``: what a CAP 1.2 file says, and what the desk then owes."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from safetydesk.exchange.warning_cap import read_cap
from safetydesk.exchange.warning_json import warning_json
from safetydesk.services.warning_policy import shipped_policy

if TYPE_CHECKING:
    import argparse

HELP = "读一份 CAP 1.2 预警文件，列出级别、范围、时效和值班室应办事项（不读数据库）"
_SHOWN = (
    ("issuer", "发布单位"),
    ("hazard", "类别"),
    ("color", "颜色"),
    ("level", "级别"),
    ("sent", "发布"),
    ("expires", "有效至"),
    ("headline", "标题"),
    ("action", "动作"),
    ("supersedes", "替代"),
    ("attention", "正文提到而名单未列"),
    ("missing", "未写明"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the file."""
    parser.add_argument("file", type=Path, metavar="FILE.xml", help="CAP 1.2 文件")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Prints what the file says.

    Raises:
        BadInput: no CAP 1.2 alert.
        OSError: the file cannot be read.
    """
    path: Path = args.file
    parsed = warning_json(read_cap(path.read_bytes(), path.name), shipped_policy())
    if args.json:
        answer = {"schema": "samples/warning/1", "input": path.name, "outcome": "result"}
        document = {**answer, "parse": parsed}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(parsed))
    return 0


def _lines(parsed: dict[str, Any]) -> list[str]:
    """One line for each field that says something."""
    areas = "、".join(area["name"] for area in parsed["areas"])
    shown = [(name, parsed.get(key)) for key, name in _SHOWN]
    lines = [f"{name}\t{_word(value)}" for name, value in shown if value not in (None, [])]
    return [*lines, *([f"范围\t{areas}"] if areas else [])]


def _word(value: object) -> str:
    words = cast("list[object]", value) if isinstance(value, list) else [value]
    return "、".join(str(word) for word in words)
