"""`safetydesk contacts import`: reads a hand-made contact list; stores it only with ``--apply``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.app.acting import actor_of, desk_of
from safetydesk.app.importing import fingerprint, print_findings
from safetydesk.app.printing import print_json, print_line
from safetydesk.exchange.contact_reader import read_contacts
from safetydesk.exchange.reading_json import contacts_json

if TYPE_CHECKING:
    import argparse

    from safetydesk.domain.contact_sheet import ContactReading

HELP = "读入通讯录（xlsx、csv、vcf），先给出识别结果；加 --apply 才写入"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The list, and whether to store it."""
    parser.add_argument("file", type=Path, metavar="FILE", help="通讯录文件")
    parser.add_argument("--apply", action="store_true", help="写入通讯录（可整体撤销）")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Prints what was recognised.

    Raises:
        BadInput: the list cannot be read.
    """
    path: Path = args.file
    if not args.apply:
        _show(args, read_contacts(path), "未写入；核对无误后加 --apply 写入")
        return 0
    with desk_of(args) as desk:
        sha256 = fingerprint(path)
        reading = read_contacts(path)
        actor = actor_of(args, desk)
        done = desk.contacts.apply(actor, reading.contacts, file_name=path.name, sha256=sha256)
    _show(args, reading, f"新增 {done.value.added} 条，合并 {done.value.merged} 条")
    return 0


def _show(args: argparse.Namespace, reading: ContactReading, last: str) -> None:
    """The reading as JSON or in lines."""
    if args.json:
        print_json({**contacts_json(reading), "applied": args.apply})
        return
    people = sum(1 for contact in reading.contacts if contact.name)
    units = len(reading.contacts) - people
    print_line(
        f"{args.file.name}：{people} 人，单位号码 {units} 条，未读入 {len(reading.rejected)} 行"
    )
    print_findings((*reading.rejected, *reading.findings))
    print_line(last)
