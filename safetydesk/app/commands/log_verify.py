"""`safetydesk log verify`: checks the whole seal chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.app.acting import desk_of
from safetydesk.app.printing import print_json, print_line
from safetydesk.domain.seal import short_code

if TYPE_CHECKING:
    import argparse

HELP = "核对封存链：每条日志是否与写入时一致"

_REASONS = {"altered": "内容被改动", "missing": "缺少记录", "cut": "末尾记录被截去"}


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
            }
        )
    elif verdict.holds:
        print_line(f"封存链完好，已核 {verdict.checked} 条，封存码 {short_code(verdict.head.seal)}")
    else:
        reason = _REASONS.get(verdict.reason, verdict.reason)
        print_line(
            f"封存链在第 {verdict.first_bad} 条断开：{reason}；此前 {verdict.checked} 条完好"
        )
    return 0 if verdict.holds else 1
