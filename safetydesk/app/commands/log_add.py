"""`safetydesk log add`: appends an entry and prints its number once it is durable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.app.acting import actor_of, desk_of
from safetydesk.app.arguments import aware_time, written_text
from safetydesk.app.printing import print_line
from safetydesk.domain.log import EntryDraft, EntryKind

if TYPE_CHECKING:
    import argparse

HELP = "记一条日志；落盘后打印封存序号"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The kind, the words, and when it happened."""
    parser.add_argument(
        "--kind",
        required=True,
        choices=[kind.value for kind in EntryKind],
        metavar="类别",
        help="来电、去电、信息报送……",
    )
    parser.add_argument("--at", type=aware_time, metavar="时间", help="发生时间，默认现在")
    parser.add_argument(
        "--handling", type=written_text, default="", metavar="处理", help="处理情况"
    )
    parser.add_argument("text", type=written_text, metavar="内容", help="内容摘要")


def run(args: argparse.Namespace) -> int:
    """Writes the entry."""
    with desk_of(args) as desk:
        actor = actor_of(args, desk)
        draft = EntryDraft(EntryKind(args.kind), args.text, args.at, args.handling)
        print_line(str(desk.log.append(actor, draft).value.seq))
    return 0
