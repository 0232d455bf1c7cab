"""The series of reports: their order (cases P-01a, P-02, P-06), names, words and recipients."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.casualties import CasualtyState
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import (
    ActorLevel,
    BasisKind,
    Casualties,
    Medium,
    Recipient,
    ReportKind,
)
from safetydesk.domain.incident_record import BasisRecord, Fact, FactField, RecordedEvent
from safetydesk.domain.recipients import Delivery, level_of, missing_peers, sent_events
from safetydesk.domain.report import Covers, Report, ReportContent, ReportState, Section
from safetydesk.domain.report_check import ElementStanding, check_elements, check_title
from safetydesk.domain.report_fields import fields_of
from safetydesk.domain.report_news import Snapshot, news_between, snapshot
from safetydesk.domain.report_series import (
    OFFERS_INSTEAD,
    Place,
    ReportType,
    check_next,
    next_report,
)
from safetydesk.domain.report_wording import (
    casualty_words,
    content_with,
    sent_words,
    short_casualties,
    title_of,
)
from safetydesk.services.report_templates import shipped_template
from safetydesk.services.template_engine import rendered

ZONE = ZoneInfo("Asia/Shanghai")
DAY = timedelta(days=1)
T = ReportType
FIRST = Place(T.INITIAL)


def at(clock):
    return datetime.fromisoformat(f"2025-10-06T{clock}:00+08:00")


def known(casualties=None, facts=None, **more):
    made = {
        name: Fact(1, 1, name, words, True, "园区", at("10:12"), None, None, at("10:12"))
        for name, words in (facts or {}).items()
    }
    bases = {
        BasisKind.RECEIVED: BasisRecord(
            BasisKind.RECEIVED, at("10:12"), "化工园区管委会电话", at("10:12")
        ),
        BasisKind.OCCURRED: BasisRecord(
            BasisKind.OCCURRED, at("10:05"), "园区", at("10:12"), approximate=True
        ),
    }
    return Snapshot(
        title="东河宏泰反应釜爆炸",
        zone=ZONE,
        covers=Covers(3, 1, at("10:40")),
        casualties=casualties or CasualtyState(),
        casualties_at=at("10:30") if casualties else None,
        bases=bases,
        facts=made,
        **more,
    )


def report(kind=T.INITIAL, series=1, issue=37, deliveries=()):
    return Report(
        1, 1, None, kind, series, 2025, issue, "题", ReportContent(title="题"), at("10:40"), 1,
        at("10:40"), 2, "", None, 1, tuple(deliveries),
    )  # fmt: skip


def worded(known, place, news=(), issued=()):
    """The words that the shipped template of a kind makes."""
    fields = fields_of(known, place.type, news, issued)
    return content_with(known, place, rendered(shipped_template(place.type), fields))


def delivery(recipient, level, clock, means="传真", confirmed=None):
    return Delivery(0, 1, recipient, level, means, at(clock), confirmed, "", 1)


def test_p_01a_without_follow_up_one_there_is_no_follow_up_two():
    with pytest.raises(RuleViolation) as refused:
        check_next([FIRST], T.FOLLOW_UP, 2)
    assert refused.value.fields["next_kind"] == "follow_up"
    assert refused.value.fields["next_series"] == 1
    assert check_next([FIRST], T.FOLLOW_UP, 1) == Place(T.FOLLOW_UP, 1)


def test_p_02_a_correction_or_a_follow_up_is_offered_instead_of_changing():
    assert [kind.value for kind in OFFERS_INSTEAD] == ["correction", "follow_up"]


def test_p_06_a_follow_up_says_only_what_changed():
    before = known(CasualtyState(dead=1, missing=2), {FactField.COURSE: "反应釜爆炸起火"})
    after = known(CasualtyState(dead=3, missing=0), {FactField.COURSE: "反应釜爆炸起火"})
    news = news_between(before, after)
    assert [(n.key, n.before, n.after) for n in news] == [("dead", "1", "3"), ("missing", "2", "0")]
    text = worded(after, Place(T.FOLLOW_UP), news, [report()]).text
    assert "接首报（〔2025〕第37期）" in text
    assert "死亡3人" in text
    assert "原报死亡1人、失联2人" in text
    assert "反应釜爆炸起火" not in text


def test_without_news_a_follow_up_says_that_nobody_more_was_hurt():
    same = known(CasualtyState(dead=3))
    text = worded(same, Place(T.FOLLOW_UP, 2), (), [report()]).text
    assert "无新增伤亡" in text


@pytest.mark.parametrize(
    ("issued", "wanted"),
    [
        ([], T.FOLLOW_UP),
        ([], T.FINAL),
        ([], T.CORRECTION),
        ([FIRST], T.INITIAL),
        ([FIRST, Place(T.FINAL)], T.FINAL),
        ([FIRST, Place(T.FINAL)], T.FOLLOW_UP),
    ],
)
def test_what_is_out_of_order_is_refused(issued, wanted):
    with pytest.raises(RuleViolation) as refused:
        check_next(issued, wanted)
    assert refused.value.code == "report.not_next"


@pytest.mark.parametrize("wanted", [T.PHONE, T.NOTIFY, T.FEEDBACK, T.DAILY, T.NIL, T.STATISTICS])
@pytest.mark.parametrize("issued", [[], [FIRST], [FIRST, Place(T.FINAL)]])
def test_the_telephone_and_notices_are_never_refused(issued, wanted):
    assert check_next(issued, wanted).type is wanted


def test_after_the_final_report_supplements_go_on():
    issued = [FIRST, Place(T.FINAL), Place(T.SUPPLEMENT)]
    assert check_next(issued, T.SUPPLEMENT) == Place(T.SUPPLEMENT, 2)
    assert next_report(issued).label == "补报（二）"


@given(st.integers(0, 60))
def test_the_series_has_no_gap(count):
    issued = [FIRST]
    for number in range(1, count + 1):
        place = check_next(issued, T.FOLLOW_UP)
        assert place.series == number
        issued.append(place)


def test_labels_as_printed_and_as_listed():
    assert Place(T.FOLLOW_UP, 2).label == "续报（二）"
    assert Place(T.FOLLOW_UP, 2).short_label == "续报二"
    assert FIRST.label == "首报"
    assert report().name == "首报〔2025〕第37期"


def test_a_first_report_is_prefilled_from_the_facts():
    facts = {
        FactField.UNIT: "东河宏泰精细化工有限公司",
        FactField.NATURE: "反应釜爆炸",
        FactField.PLACE: "临港街道滨江路14号",
        FactField.FORCES: "园区消防3车18人",
    }
    state = CasualtyState(dead=1, missing=2, severely_injured=1, lightly_injured=4)
    content = worded(known(state, facts), FIRST)
    assert content.title == "关于东河宏泰精细化工有限公司“10·6”反应釜爆炸事故情况的报告"
    assert content.subtitle == "首报：死亡1人、失联2人、受伤5人"
    assert content.opening == (
        "10月6日10时12分，我局接化工园区管委会电话报告：10时05分许，"
        "临港街道滨江路14号东河宏泰精细化工有限公司发生反应釜爆炸。"
    )
    assert [section.lead for section in content.sections] == [
        "一、基本情况",
        "二、人员伤亡",
        "三、处置情况",
        "四、发展趋势及请求事项",
        "五、原因",
    ]
    assert content.sections[1].text.startswith("截至10时30分，死亡1人")
    assert check_title(content.title, content.subtitle).complete
    assert content.covers == Covers(3, 1, at("10:40"))


def test_unknown_casualties_are_not_called_none():
    assert casualty_words(CasualtyState()) == "伤亡情况正在核实"
    assert casualty_words(CasualtyState(dead=0, missing=0)) == "无人员伤亡"
    assert casualty_words(CasualtyState(evacuated=621)) == "伤亡情况正在核实"
    assert short_casualties(CasualtyState(dead=1, missing=2)) == "致1死2失联"


def test_the_final_report_names_the_end_of_the_rescue():
    over = known(CasualtyState(dead=4))
    end = BasisRecord(BasisKind.RESCUE_ENDED, at("17:30"), "指挥部", at("17:40"))
    over = replace(over, bases={**over.bases, BasisKind.RESCUE_ENDED: end})
    text = worded(over, Place(T.FINAL), (), [report()]).text
    assert "已于10月6日17时30分结束" in text


def test_on_the_telephone_the_minimum_is_said():
    words = worded(known(), Place(T.PHONE)).text
    assert "10时05分许" in words
    assert "伤亡情况正在核实" in words


def test_elements_that_are_missing_or_unverified_are_marked():
    standing = {e.label: e.standing for e in check_elements(known(CasualtyState(dead=1)))}
    assert standing["时间"] is ElementStanding.UNVERIFIED
    assert standing["伤亡"] is ElementStanding.PRESENT
    assert standing["直接损失"] is ElementStanding.MISSING


def test_a_title_without_its_parts_says_which():
    check = check_title("关于某某情况的报告", "")
    assert not check.place
    assert not check.type
    assert not check.casualties
    assert not check.progress


def test_a_snapshot_of_an_earlier_report_does_not_know_later_news():
    events = [
        RecordedEvent(n, Casualties(time=at(t), known_at=at(t), dead=d), "", None, None, at(t))
        for n, t, d in [(1, "10:30", 1), (2, "12:00", 3)]
    ]
    early = snapshot("事", ZONE, events, [], upto=Covers(1, 0, at("10:40")))
    assert early.casualties.dead == 1
    assert snapshot("事", ZONE, events, []).casualties.dead == 3


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("市应急局", "city"),
        ("临江市应急管理局", "city"),
        ("区政府值班室", "government"),
        ("区委值班室", "party_committee"),
        ("省安委办", "provincial_safety_office"),
        ("省应急厅", "province"),
        ("省应急厅值班室", "province"),
        ("市政府总值班室", "city"),
        ("市委值班室", "party_committee"),
        ("应急管理部", "ministry"),
        ("国务院总值班室", "state_council"),
        ("区应急局统计岗", "statistics_desk"),
        ("某某公司", "other"),
        ("临江市云川区政府值班室", "government"),
        ("东河省临江市政府总值班室", "city"),
        ("中共临江市云川区委值班室", "party_committee"),
        ("市委市政府总值班室", "city"),
        ("临江市云川区应急局", "other"),
        ("区市政应急抢险中心", "other"),
        ("市城市应急救援中心", "other"),
        ("区市场监管局", "other"),
        ("化工园区管委会应急办", "other"),
        ("盐城市政府总值班室", "city"),
        ("东河省应急管理厅指挥中心", "province"),
        ("东河省安全生产委员会办公室", "provincial_safety_office"),
    ],
)
def test_the_level_a_name_stands_for_at_a_county_office(name, level):
    assert level_of(name, ActorLevel.COUNTY) == level


def test_the_same_name_is_another_level_for_another_office():
    assert level_of("市政府值班室", ActorLevel.CITY) == "government"
    assert level_of("市委值班室", ActorLevel.COUNTY, T.FEEDBACK) == "asking_office"


def test_the_peers_are_told_when_the_last_of_the_four_is():
    names = ["公安云川分局", "区人社局", "区总工会", "区检察院"]
    sent = [
        delivery(name, level_of(name, ActorLevel.COUNTY, T.NOTIFY), f"10:{24 + 2 * n}", "电话")
        for n, name in enumerate(names)
    ]
    assert sent_events(T.NOTIFY, sent[:3]) == ()
    assert missing_peers(names[:3]) == ("检察院",)
    (event,) = sent_events(T.NOTIFY, sent)
    assert (event.to, event.time) == ("peers", at("10:30"))


def test_one_recipient_line_may_name_all_four_peers():
    sent = delivery("公安、人社、总工会、检察院", "peers", "10:24", "电话")
    assert len(sent_events(T.NOTIFY, [sent])) == 1


def test_a_supplementing_follow_up_counts_as_both():
    sent = [delivery("市应急局", "city", "12:15")]
    kinds = [event.report for event in sent_events(T.FOLLOW_UP, sent, supplement=True)]
    assert kinds == [ReportKind.FOLLOW_UP, ReportKind.SUPPLEMENT]


def test_feedback_goes_to_the_office_that_asked_by_its_medium():
    (event,) = sent_events(T.FEEDBACK, [delivery("市委值班室", "asking_office", "13:20", "电话")])
    assert (event.to, event.medium) == ("市委值班室", Medium.PHONE)


def test_what_is_not_recognised_meets_no_obligation():
    assert sent_events(T.INITIAL, [delivery("某公司", "other", "10:40")]) == ()


def test_the_standing_of_a_report_follows_from_its_deliveries():
    sent = delivery("市应急局", "city", "10:40")
    done = replace(sent, confirmed_at=at("10:43"))
    assert report().state is ReportState.SIGNED
    assert report(deliveries=[sent, done]).state is ReportState.SENT
    assert report(deliveries=[done]).state is ReportState.CONFIRMED
    assert replace(report(), signed_at=None).state is ReportState.DRAFT


def test_a_content_comes_back_from_its_document_as_it_was():
    content = ReportContent(
        title="题<b>", subtitle="副", addressees=("市应急局",), sections=(Section("一、", "=1+1"),),
        next_report_at=datetime(2025, 10, 6, tzinfo=UTC), covers=Covers(1, 2, at("10:40")),
        supplement=True,
    )  # fmt: skip
    assert ReportContent.of_json(json.loads(json.dumps(content.as_json()))) == content


def test_the_proposed_log_entry_names_number_casualties_and_recipients():
    words = sent_words(report(), ["市应急局", "省安委办"], CasualtyState(dead=1, missing=2))
    assert words == "首报〔2025〕第37期（致1死2失联）：报市应急局、省安委办"


def test_numbers_of_another_day_bear_their_date():
    before = known(CasualtyState(dead=3))
    after = replace(known(CasualtyState(dead=4)), covers=Covers(4, 1, at("10:40") + DAY))
    news = news_between(before, after)
    text = worded(after, Place(T.FOLLOW_UP), news, [report()]).text
    assert "截至10月6日10时30分，死亡4人" in text


def test_people_led_away_are_part_of_the_handling():
    before, after = known(CasualtyState(dead=1)), known(CasualtyState(dead=1, evacuated=621))
    text = worded(after, Place(T.FOLLOW_UP), news_between(before, after), [report()]).text
    assert "疏散621人" in text
    assert "截至10时40分，死亡1人，无新增伤亡" in text


def test_the_title_falls_back_to_the_name_of_the_incident():
    assert title_of(known(), Place(T.FOLLOW_UP, 1)) == "关于东河宏泰反应釜爆炸情况的续报（一）"


NAMED = [
    level
    for level in Recipient
    if level not in (Recipient.SUPERIOR, Recipient.DUTY_LEADER, Recipient.ASKING_OFFICE)
]


@pytest.mark.parametrize("level", NAMED)
@pytest.mark.parametrize("actor", ActorLevel)
def test_the_name_that_the_rules_give_a_level_is_that_level(actor, level):
    assert level_of(level.chinese_name, actor) == level.value


def test_a_department_named_with_its_tier_is_not_the_ministry():
    assert level_of("临江市应急管理部门", ActorLevel.COUNTY) == "city"
    assert level_of("应急管理部", ActorLevel.COUNTY) == "ministry"
    assert level_of("上一级", ActorLevel.COUNTY) == "city"
