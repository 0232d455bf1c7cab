"""What checking the record found, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.seal import short_code

if TYPE_CHECKING:
    from safetydesk.domain.seal import Verdict

_FAULTS = {
    "altered": "封存链在第 {seq} 条断开：内容被改动；此前 {checked} 条完好",
    "missing": "封存链在第 {seq} 条断开：缺少记录；此前 {checked} 条完好",
    "cut": "封存链从第 {seq} 条起被截去；此前 {checked} 条完好",
    "record": "{what}与封存时不符（封存于日志第 {seq} 条）",
}


def verdict_words(verdict: Verdict) -> str:
    """That everything holds, with the seal code, or the first thing that does not."""
    if verdict.holds:
        code = short_code(verdict.head.seal)
        return f"封存链完好，已核 {verdict.checked} 条，封存码 {code}"
    return _FAULTS[verdict.reason].format(
        seq=verdict.first_bad, checked=verdict.checked, what=verdict.what
    )


def backwards_words(verdict: Verdict) -> str:
    """Where the clock went backwards; empty where it never did."""
    if verdict.backwards is None:
        return ""
    return f"第 {verdict.backwards} 条的登记时间早于前一条，时钟可能被回拨"
