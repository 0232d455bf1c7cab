"""What the safetydesk command understands before and after a command's words.

Nothing here imports Qt or SQLAlchemy: pure commands answer at once.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from safetydesk import __version__
from safetydesk.app import commands

BAD_INPUT = 2
FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Years that duty rosters and logs may speak of; beyond them the calendar itself gives way."""
MOST_LINES = 100_000

_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (.+)"), "缺少参数 {0}"),
    (re.compile(r"unrecognized arguments: (.+)"), "不认识的参数 {0}"),
    (re.compile(r"argument (\S+): expected .*argument.*"), "参数 {0} 后面要有一个值"),
    (
        re.compile(r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)"),
        "参数 {0} 的值 {1} 不对，应为 {2} 之一",
    ),
    (re.compile(r"argument (\S+): (.+)"), "参数 {0} 不对：{1}"),
)


class OneLineParser(argparse.ArgumentParser):
    """Says in one Chinese line on stderr what is wrong, and ends with exit code 2."""

    @override
    def error(self, message: str) -> NoReturn:
        """Ends the program; argparse's own usage text is left to ``--help``."""
        self.exit(BAD_INPUT, f"{self.prog}：{_in_chinese(message)}\n")


def _in_chinese(message: str) -> str:
    """An English complaint of argparse as one Chinese line."""
    for pattern, sentence in _COMPLAINTS:
        if found := pattern.fullmatch(message):
            return sentence.format(*found.groups())
    return message.replace("\n", " ")


def aware_time(text: str) -> datetime:
    """A time with its offset, as ``2025-10-01T08:30:00+08:00``.

    Raises:
        argparse.ArgumentTypeError: no such time, or one without an offset.
    """
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None or not FIRST_YEAR <= instant.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"“{text}”应为带时区的时间，如 2025-10-01T08:30:00+08:00")
    return instant


def calendar_day(text: str) -> date:
    """A calendar day, as ``2025-10-06``.

    Raises:
        argparse.ArgumentTypeError: no such day.
    """
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"“{text}”应为日期，如 2025-10-06")
    return found


def number_of_lines(text: str) -> int:
    """How many lines to show.

    Raises:
        argparse.ArgumentTypeError: no number of lines.
    """
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(MOST_LINES))):
        raise argparse.ArgumentTypeError(f"“{text}”应为条数，0 到 {MOST_LINES}")
    return min(int(text), MOST_LINES)


def written_text(text: str) -> str:
    """Words that can be kept: what the terminal could not decode is refused.

    Raises:
        argparse.ArgumentTypeError: bytes that are no characters.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("内容里有不成字的字节，应为 UTF-8 文字") from None
    return text


def _front_options(*, defaults: bool) -> argparse.ArgumentParser:
    """The options that may stand before the command's words and, but for the folder, after them."""
    absent = argparse.SUPPRESS
    parser = OneLineParser(add_help=False)
    parser.add_argument(
        "--as",
        dest="as_name",
        metavar="姓名",
        default=os.environ.get("SAFETYDESK_AS") if defaults else absent,
        help="以谁的名义写入（默认当班主班；也可用环境变量 SAFETYDESK_AS）",
    )
    parser.add_argument(
        "--demo-time",
        type=aware_time,
        metavar="时间",
        default=None if defaults else absent,
        help="把时钟拨到这个时间起走（演示、培训）",
    )
    return parser


def front_parser() -> argparse.ArgumentParser:
    """The parser of everything up to the command's words."""
    parser = OneLineParser(
        prog="safetydesk",
        description="安全值班台。不带命令时打开值班台窗口。",
        epilog=_command_list(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[_front_options(defaults=True)],
        add_help=False,
    )
    parser.add_argument("-h", "--help", action="store_true", help="显示本说明")
    parser.add_argument("--version", action="version", version=f"safetydesk {__version__}")
    parser.add_argument("--data", type=Path, metavar="DIR", help="数据文件夹（须写在命令之前）")
    parser.add_argument("--demo", action="store_true", help="打开一份用后即弃的演示值班室")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="命令 …", help="见下面的命令表")
    return parser


def _command_list() -> str:
    """The words of every command, without importing any."""
    lines = (f"  {' '.join(words)}" for words in commands.TABLE)
    return "命令（“safetydesk 命令 --help”看各命令的说明）：\n" + "\n".join(lines)


def command_parser(words: commands.Words, command: commands.Command) -> argparse.ArgumentParser:
    """The parser of what follows a command's words."""
    parser = OneLineParser(
        prog="safetydesk " + " ".join(words),
        description=command.HELP,
        parents=[_front_options(defaults=False)],
        add_help=False,
    )
    parser.add_argument("-h", "--help", action="help", help="显示本说明")
    command.add_arguments(parser)
    return parser


def parse_front(arguments: Sequence[str]) -> tuple[argparse.ArgumentParser, argparse.Namespace]:
    """The options before the command's words; ``rest`` holds the words and what follows.

    Raises:
        SystemExit: an option is wrong (2), or only the version was asked for (0).
    """
    parser = front_parser()
    return parser, parser.parse_args(list(arguments))


def speak_utf8() -> None:
    """Output is UTF-8 whatever the locale says; where there is no console, it goes nowhere."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
