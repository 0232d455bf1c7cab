"""`safetydesk demo DIR`: writes the demonstration office into an empty folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from safetydesk.app.demo.writing import DAY_DONE, write_demonstration
from safetydesk.app.paths import Paths
from safetydesk.app.printing import print_line
from safetydesk.domain.errors import BadInput

HELP = "把演示值班室写入一个空文件夹（口令都是 123456）"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder."""
    parser.add_argument("folder", type=_named_folder, metavar="DIR", help="空的数据文件夹")


def run(args: argparse.Namespace) -> int:
    """Writes the office; its clock stands after the day unless ``--demo-time`` says otherwise.

    Raises:
        BadInput: the folder holds something already.
    """
    folder: Path = args.folder
    if folder.is_dir() and any(folder.iterdir()):
        raise BadInput("demo.not_empty", where=str(folder))
    write_demonstration(Paths.of(folder), until=args.demo_time or DAY_DONE)
    print_line(str(folder))
    return 0


def _named_folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("应为空文件夹的路径")
    return Path(text)
