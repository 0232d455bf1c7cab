"""``intake``: what a pasted message says, each field with the words it came from."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from safetydesk.app.arguments import aware_time
from safetydesk.domain.clock import SystemClock
from safetydesk.domain.errors import BadInput
from safetydesk.domain.intake import LONGEST, read_message
from safetydesk.exchange.intake_json import intake_json
from safetydesk.exchange.plain_files import decode

if TYPE_CHECKING:
    import argparse

HELP = "读一段粘贴来的文字（电话记录、微信、首报、续报、预警、查岗），列出其中的要素和原话"

_ZONE = ZoneInfo("Asia/Shanghai")
_LARGEST = 4 * LONGEST
_SHOWN = (
    ("nature", "性质"),
    ("category", "类别"),
    ("occurred", "事发时间"),
    ("as_of", "截至"),
    ("place", "地点"),
    ("unit", "单位"),
    ("casualties", "伤亡"),
    ("casualties_unknown", "伤亡不明"),
    ("loss_yuan", "直接经济损失（元）"),
    ("caller", "来电"),
    ("source_unit", "来源单位"),
    ("corrections", "更正"),
    ("unverified", "未经核实"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The text, and when it came in."""
    parser.add_argument("text", type=Path, metavar="TEXTFILE", help="文字文件（UTF-8 或 GBK）")
    parser.add_argument(
        "--received-at",
        type=aware_time,
        metavar="T",
        help="收到的时间，如 2025-10-06T10:12:00+08:00（默认现在）",
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Prints what the message says.

    Raises:
        BadInput: the file is no text, is empty or too long.
        OSError: the file cannot be read.
    """
    path: Path = args.text
    text = text_of(path)
    received_at: datetime = args.received_at or SystemClock().now()
    read = read_message(text, received_at.astimezone(UTC), _ZONE)
    answer = {"schema": "samples/message/1", "input": path.name, **intake_json(read, _ZONE)}
    if args.json:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(answer))
    return 0


def text_of(path: Path) -> str:
    """The words of a text file.

    Raises:
        BadInput: it is no text, is empty or too long.
        OSError: it cannot be read.
    """
    if path.stat().st_size > _LARGEST:
        raise BadInput("intake.too_long", where=path.name, limit=LONGEST)
    content = path.read_bytes()
    try:
        # Younger signs (emoji of a chat) are as good as others once the encoding is certain.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = decode(content, path.name)
    if "\0" in text:
        text = decode(content, path.name)
    if not text.strip():
        raise BadInput("intake.empty", where=path.name)
    if len(text) > LONGEST:
        raise BadInput("intake.too_long", where=path.name, limit=LONGEST)
    return text


def _lines(answer: dict[str, Any]) -> list[str]:
    """One line for each field that says something: name, value, the words it came from."""
    lines: list[str] = []
    for key, name in _SHOWN:
        value = answer[key]
        if value in (None, {}, [], False):
            continue
        sources = answer["sources"].items()
        words = "；".join(
            quote["text"]
            for field, quotes in sources
            if field == key or field.startswith(f"{key}.")
            for quote in quotes
        )
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        lines.append(f"{name}\t{shown}\t{' '.join(words.split())}")
    return lines
