"""Two reports side by side: what is gone, what is new, and nothing said twice."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.report import ReportContent, Section
from safetydesk.domain.report_compare import Change, Compared, compare, fresh_stretches

FIRST = ReportContent(
    title="反应釜爆炸事故情况的报告",
    opening="10时12分接报。",
    addressees=("市应急局",),
    sections=(
        Section("一、人员伤亡", "死亡1人、失联2人。伤员已送医。"),
        Section("二、处置情况", "疏散621人。"),
    ),
)


def changes(former, later):
    return [item for item in compare(former, later) if item.change is not Change.KEPT]


def test_a_changed_number_shows_the_sentence_before_and_after():
    later = replace(
        FIRST,
        sections=(Section("一、人员伤亡", "死亡3人、无失联。伤员已送医。"), FIRST.sections[1]),
    )
    assert changes(FIRST, later) == [
        Compared(Change.GONE, "人员伤亡", "死亡1人、失联2人。"),
        Compared(Change.NEW, "人员伤亡", "死亡3人、无失联。"),
    ]


def test_a_section_with_another_number_is_no_news():
    later = replace(FIRST, sections=(FIRST.sections[0], Section("三、处置情况", "疏散621人。")))
    assert changes(FIRST, later) == []


def test_another_recipient_is_news():
    later = replace(FIRST, addressees=("市应急局", "省应急厅"))
    assert [item.heading for item in changes(FIRST, later)] == ["主送", "主送"]


words = st.text("死亡失联1234人。；\n", max_size=20)
contents = st.builds(
    ReportContent,
    title=words,
    opening=words,
    sections=st.lists(st.builds(Section, st.just("一、伤亡"), words), max_size=3).map(tuple),
)


@given(contents, contents)
def test_what_is_kept_and_new_is_the_later_report_what_is_kept_and_gone_the_former(former, later):
    found = compare(former, later)
    whole = {side: [] for side in (Change.GONE, Change.NEW)}
    for item in found:
        for side, said in whole.items():
            if item.change in (side, Change.KEPT):
                said.append((item.heading, item.text))
    assert whole[Change.GONE] == [(c.heading, c.text) for c in compare(former, former)]
    assert whole[Change.NEW] == [(c.heading, c.text) for c in compare(later, later)]


def test_only_what_no_former_report_says_is_fresh():
    former = ("截至10时35分，死亡1人、失联2人、受伤5人（其中重伤1人）。消防10车到场。",)
    text = "截至12时00分，死亡3人、受伤5人（其中重伤1人），失联人员已找到，均无生命体征。消防10车到场。"
    fresh = [text[start:end] for start, end in fresh_stretches(text, former)]
    assert fresh == ["死亡3人", "失联人员已找到，均无生命体征"]


def test_nothing_is_fresh_where_everything_was_said():
    assert fresh_stretches("截至12时00分，死亡1人。", ("死亡1人",)) == ()
