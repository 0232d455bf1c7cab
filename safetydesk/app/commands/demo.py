"""`safetydesk demo DIR`: writes the demonstration office into an empty folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.app.demo.writing import DAY_DONE, write_demonstration
from safetydesk.app.paths import Paths
from safetydesk.app.printing import print_line

if TYPE_CHECKING:
    import argparse

HELP = "把演示值班室写入一个空文件夹（口令都是 123456）"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="空的数据文件夹")


def run(args: argparse.Namespace) -> int:
    """Writes the office; its clock stands after the day unless ``--demo-time`` says otherwise."""
    write_demonstration(Paths.of(args.folder), until=args.demo_time or DAY_DONE)
    print_line(str(args.folder))
    return 0
