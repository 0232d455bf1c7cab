"""What checking the record found is said in one sentence."""

from __future__ import annotations

import pytest

from safetydesk.app.seal_words import backwards_words, verdict_words
from safetydesk.domain.seal import Anchor, Verdict

HEAD = Anchor(7, "ab12" * 16)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(7, HEAD), "封存链完好，已核 7 条，封存码 AB12-AB12-AB12"),
        (Verdict(4, HEAD, 5, "altered"), "封存链在第 5 条断开：内容被改动；此前 4 条完好"),
        (Verdict(4, HEAD, 5, "missing"), "封存链在第 5 条断开：缺少记录；此前 4 条完好"),
        (Verdict(7, HEAD, 8, "cut"), "封存链从第 8 条起被截去；此前 7 条完好"),
        (
            Verdict(7, HEAD, 3, "record", "报告“首报”"),
            "报告“首报”与封存时不符（封存于日志第 3 条）",
        ),
    ],
)
def test_each_finding_has_its_sentence(verdict, words):
    assert verdict_words(verdict) == words


def test_a_clock_put_back_is_named_by_its_entry():
    assert backwards_words(Verdict(7, HEAD)) == ""
    assert backwards_words(Verdict(7, HEAD, backwards=6)).startswith("第 6 条的登记时间早于前一条")
