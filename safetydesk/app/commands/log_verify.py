"""`safetydesk log verify`: checks the whole seal chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.app.acting import desk_of
from safetydesk.app.printing import print_json, print_line
from safetydesk.app.seal_words import backwards_words, verdict_words

if TYPE_CHECKING:
    import argparse

HELP = "核对封存链：日志、报告、交接班和事件记录是否与写入时一致"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """0 when the chain holds, 1 with the first bad entry when it does not."""
    with desk_of(args) as desk:
        verdict = desk.log.verify()
    if args.json:
        print_json(
            {
                "holds": verdict.holds,
                "checked": verdict.checked,
                "head": {"seq": verdict.head.seq, "seal": verdict.head.seal},
                "first_bad": verdict.first_bad,
                "reason": verdict.reason,
                "what": verdict.what,
                "backwards": verdict.backwards,
            }
        )
    else:
        print_line(verdict_words(verdict))
        if verdict.backwards is not None:
            print_line(f"注意：{backwards_words(verdict)}")
    return 0 if verdict.holds else 1
