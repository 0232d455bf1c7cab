"""What sort of message a text is: first report, follow-up, final, warning, duty check, or other."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.intake_event_words import clear_events, faint_events
from safetydesk.domain.intake_numbers import whole_number

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Said, Words


class Nature(StrEnum):
    """The kinds of message; the values are those of the sample messages."""

    INITIAL = "initial"
    FOLLOW_UP = "follow_up"
    FINAL = "final"
    WARNING = "warning"
    DUTY_CHECK = "duty_check"
    OTHER = "other"


@dataclass(frozen=True)
class SeriesSaid:
    """〔2025〕第37期: year and issue."""

    year: int
    issue: int


@dataclass(frozen=True)
class KindSaid:
    """Nature and what refines it; ``nature`` None where the text shows none."""

    nature: Said[Nature] | None
    detail: Said[str] | None
    series_no: Said[int] | None = None
    series: Said[SeriesSaid] | None = None
    follows: Said[SeriesSaid] | None = None


_NUMERALS = r"[一二三四五六七八九十]+|\d{1,2}"
_SERIES_NO = re.compile(
    rf"续报[（(\[【]?(?:第)?(?P<n>{_NUMERALS})(?![\d年月人名时])(?:次|期)?|第(?P<n2>{_NUMERALS})(?:次|期|号)续报|(?P<n3>{_NUMERALS})次续报"
)
_ISSUE = re.compile(r"[〔\[【(](?P<y>20\d\d)[〕\]】)] ?(?:第)?(?P<i>\d{1,4})(?:期|号)")
_FOLLOWING = re.compile(
    r"(?:接|续|承|首报|初报|前报|上报的?|续报(?:之|[一二三四五六七八九十]))[^。\n]{0,16}$"
)
_PLACES_OF_FOLLOW_UP = re.compile(
    r"^(?:【|\[|\()?(?:续报|再报|补报|更正|核报|更新|进展|续(?=[:，一二三四\d(]))|关于(?:更正|补充|修正|订正|核减|核增)[^。\n]{0,40}(?:函|说明|报告|情况)|续报[（(一二三四五六七八九十\d:]|关于[^。\n]{2,60}?的?(?:续报|补报|再报|核报|更正|补充报告)|^[^。，\n]{2,40}(?:续报|补报|再报|核报)(?:[（(][^)）\n]*[)）])?$"
    r"|续报如下|接(?:首报|初报|前报|续报)|补报如下|更正如下|更正(?:说明|信息|报告)?:|现更正|[^。，;\n]{0,4}(?:续报|补报|再报)[一二三四五六七八九十\d]?[:：]|最新情况:|跟进:|后续情况:"
    r"|(?:关于|对)[^。\n]{0,40}(?:更正|补充)(?:报告|说明)|(?:刚才|之前|先前|上次)[^。\n]{0,12}(?:说成|报成|报错|说错|写错)|以这次(?:的)?为准|以此(?:次)?为准",
    re.MULTILINE,
)
_FINAL = re.compile(
    r"(?:情况|事故|事件|火灾|处置|抢险|救援|灾害|险情)(?:情况|工作)?的?(?:终报|结报|结案报告|(?:处置|处理|救援|抢险)?(?:工作)?(?:终结|结束|完结|办结|结果)(?:情况)?(?:的)?报告)|终报[)）:】]|^(?:【|\[|\()?终报|[（(]终报"
    r"|处置(?:工作)?(?:已|已经)[^。，;]{0,18}(?:结束|完毕)，现将[^。]{0,12}(?:情况|报告)|现将[^。]{0,20}(?:处置|处理)(?:结果|终结)[^。]{0,8}(?:报告|汇报)|终报如下",
    re.MULTILINE,
)
_FIRST = re.compile(
    r"首报[:：)）]|[（(【]?(?:首报|初报|快报)[)）】]|书面首报$|电话快报|信息快报|事故快报"
)
_WARNING = re.compile(
    r"(?:红|橙|黄|蓝)色(?:[^。，\n]{0,12})?预警|预警信号|(?:发布|解除|变更|升级|降低|继续发布)[^。，\n]{0,24}预警|(?:红|橙|黄|蓝)色[^。，\n]{0,8}(?:信号|预警)"
    r"|(?:山洪|地质)灾害气象风险(?:预警|提示)|(?:Ⅰ|Ⅱ|Ⅲ|Ⅳ|I{1,3}|IV)级预警"
)
_WARNING_END = re.compile(r"解除|取消|撤销")
_WARNING_UPDATE = re.compile(r"升级|变更|调整为|提升为|降级|降为|更新|改为")
_WARNING_KEEP = re.compile(r"继续(?:发布|维持|生效)|维持")
_DUTY_CHECK = re.compile(
    r"抽查[^。\n]{0,10}(?:值守|值班|在岗)|抽查[^。\n]{0,14}(?:在岗|值班|值守|到岗)|查岗|查班|(?:在岗|值班值守|值守|到岗|带班值班)(?:情况)?[^。\n]{0,8}(?:抽查|检查|点名|督查|暗访)|视频点名|(?:视频|电话|随机)[^。\n]{0,8}(?:点名|抽查)|响铃\d"
    r"|(?:询问|核实|问)[^。\n]{0,12}(?:带班领导|值班人员)[^。\n]{0,10}(?:是否)?在岗"
)
_NOT_INCIDENT = (
    ("nil_report", re.compile(r"(?:零报告|平安报告|报平安|一切正常|无(?:突发)?(?:异常|重大|突发)(?:情况|事件)|平安无事|值班情况正常|无异常情况)")),
    ("drill", re.compile(r"(?:演练|演习|拉练|桌面推演)")),
    ("query", re.compile(r"(?:请|要求|速|尽快|抓紧)[^。\n]{0,20}(?:核实|核报|反馈|核查|了解)[^。\n]{0,24}(?:上报|报告|反馈|情况|回复|报)|(?:来询|核报|询问是否)")),
    ("notice", re.compile(r"(?:关于[^。\n]{0,40}的通知|通知如下|请[^。\n]{0,12}(?:参加|参会|报名)|会议(?:时间|地点|通知)|印发|贯彻落实)")),
    ("media", re.compile(r"记者|采访|媒体")),
)  # fmt: skip
_TOLD_WHEN = re.compile(
    r"\d{1,2}[时点:]|[今昨前][天日晚早晨]|刚才|刚刚|凌晨|上午|下午|中午|晚上|[零一二三四五六七八九十]点|分钟前|小时前|\d日"
)
"""A story tells when; without that faint words show none."""
_ASKED = re.compile(
    r"请[^。，]{0,14}(?:局|办|县|区|市|镇|街道)[^。，]{0,4}(?:核报|补报|上报|报送|反馈|回复)|(?:^|请)各(?:镇街|镇|街道|乡镇|单位|部门|成员单位|科室)[^。\n]{0,30}(?:报送|参加|做好)|请(?:你|贵)们?(?:尽快|立即|马上|速|局|办|区|县|市|镇|街道|单位|中心)[^。\n]*(?:上报|报告|反馈|回复|报送|补充|说明|核实|核查|报我)|请[^。\n]{0,8}(?:了解|核实|核查)[^。\n]*(?:你(?:市|区|县|局|办|镇|街道)|回复|反馈|书面(?:报|上报))"
)
"""请速了解你区…，回复: who writes asks, whatever is said to have happened."""
_QUERY_MENTION = re.compile(r"网传|舆情|网帖|视频|有人反映")
_CORRECTION = re.compile(r"更正|订正|勘误|有误|误报|误写")
_PHONE = re.compile(r"电话记录|来电(?:时间|单位|人)|电话快报|电话报告:|来电[:：]")
_PUBLIC = re.compile(
    r"群众(?:来电|报警|反映|打来)|热心市民|市民[^。，]{0,8}(?:来电|打|反映)|机主|12345"
)
_TIP_OFF = re.compile(r"举报|匿名")


def read_kind(words: Words) -> KindSaid:
    """Nature, detail and place in a series, each with its words."""
    nature = _nature(words)
    if nature is None:
        return KindSaid(None, None)
    number, issue, follows = _series_no(words), None, None
    for match in _ISSUE.finditer(words.plain):
        said = words.said(SeriesSaid(int(match["y"]), int(match["i"])), *match.span())
        if _FOLLOWING.search(words.plain[: match.start()]):
            follows = follows or said
        else:
            issue = issue or said
    if nature.value not in {Nature.FOLLOW_UP, Nature.FINAL}:
        number, follows = None, None
    return KindSaid(nature, _detail(words, nature), number, issue, follows)


def _nature(words: Words) -> Said[Nature] | None:
    text = words.plain
    happened = clear_events(text)
    for kind, pattern in (
        (Nature.DUTY_CHECK, _DUTY_CHECK),
        (Nature.FINAL, _FINAL),
        (Nature.FOLLOW_UP, _PLACES_OF_FOLLOW_UP),
    ):
        if match := pattern.search(text):
            return words.said(kind, *match.span())
    warned = _WARNING.search(text)
    if warned and not _incident_beside_warning(words, warned):
        return words.said(Nature.WARNING, *warned.span())
    other = _other(words, told=bool(happened))
    if other is not None:
        return other
    seen = happened or (faint_events(text) if _TOLD_WHEN.search(text) else [])
    for match in (_FIRST.search(text), *seen[:1]):
        if match:
            return words.said(Nature.INITIAL, *match.span())
    return None


def _incident_beside_warning(words: Words, warned: re.Match[str]) -> bool:
    """A report of damage only mentions the warning: 启动预警后，…发生内涝，转移群众."""
    before = words.plain[: warned.start()]
    harmed = re.search(r"(?:死亡|失联|被困|受伤|转移|疏散|倒塌|受灾)[^。]{0,10}\d", words.plain)
    return bool(harmed) or bool(re.search(r"(?:发生|报告)[^。]{0,30}(?:事故|火灾|内涝)", before))


def _other(words: Words, *, told: bool) -> Said[Nature] | None:
    if asked := _ASKED.search(words.plain):
        return words.said(Nature.OTHER, *asked.span())
    for name, pattern in _NOT_INCIDENT:
        match = pattern.search(words.plain)
        if match is None:
            continue
        if told and name not in {"drill", "query"}:
            continue
        if name == "query" and told and not _QUERY_MENTION.search(words.plain):
            continue
        return words.said(Nature.OTHER, *match.span())
    return None


def _detail(words: Words, nature: Said[Nature]) -> Said[str] | None:
    text = words.plain
    if nature.value is Nature.WARNING:
        return _warning_detail(words)
    if nature.value is Nature.DUTY_CHECK:
        return _detail_of(words, re.compile(r"来电|抽查|点名|查岗|检查"), "incoming_check")
    if nature.value is Nature.OTHER:
        named = ((name, pattern.search(text)) for name, pattern in _NOT_INCIDENT)
        return next((words.said(name, *m.span()) for name, m in named if m), None)
    if nature.value is Nature.FOLLOW_UP and (match := _CORRECTION.search(text)):
        return words.said("correction", *match.span())
    if nature.value is Nature.INITIAL:
        return (
            _detail_of(words, _PUBLIC, "public_call")
            or _detail_of(words, _TIP_OFF, "tip_off")
            or _detail_of(words, _PHONE, "phone_report")
        )
    return None


def _warning_detail(words: Words) -> Said[str] | None:
    for pattern, name in (
        (_WARNING_END, "cancel"),
        (_WARNING_UPDATE, "update"),
        (_WARNING_KEEP, "continue"),
        (re.compile(r"发布|预警"), "issue"),
    ):
        if found := _detail_of(words, pattern, name):
            return found
    return None


def _detail_of(words: Words, pattern: re.Pattern[str], name: str) -> Said[str] | None:
    match = pattern.search(words.plain)
    return words.said(name, *match.span()) if match else None


def _series_no(words: Words) -> Said[int] | None:
    for match in _SERIES_NO.finditer(words.plain):
        word = match["n"] or match["n2"] or match["n3"]
        group = next(name for name in ("n", "n2", "n3") if match[name])
        try:
            return words.said(whole_number(word), *match.span(group))
        except ValueError:
            continue
    return None
