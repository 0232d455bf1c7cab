"""What each time of a message is the time of: receipt, occurrence, as of, the end, the next report."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Words
    from safetydesk.domain.intake_time_forms import TimeForm


class TimeRole(StrEnum):
    """The words of the sample messages for what happened at a time."""

    OCCURRED = "occurred"
    EARLIER_VALUE = "earlier_value"
    AS_OF = "as_of"
    RECEIVED = "received"
    ALARM = "alarm"
    LEARNED = "learned"
    ARRIVED = "arrived"
    CONTROLLED = "controlled"
    EXTINGUISHED = "extinguished"
    ENDED = "ended"
    RESPONSE_STARTED = "response_started"
    RESPONSE_ENDED = "response_ended"
    TRANSFERRED = "transferred"
    CALLED_BACK = "called_back"
    REPORTED = "reported"
    NEXT_REPORT = "next_report"
    DUE = "due"
    ISSUED = "issued"
    EXPIRES = "expires"
    SENT = "sent"
    OTHER = "other"


AHEAD = frozenset({TimeRole.NEXT_REPORT, TimeRole.DUE, TimeRole.EXPIRES})
"""Roles whose instant may lie after the receipt."""

_CORRECTING = r"(?:更正|改|修正|调整|订正|核实更正|变更)(?:为|成|到)"
_REPLACED = re.compile(rf"[”\"]?(?:[^。，;\d]{{0,14}}?){_CORRECTING}")
_BEFORE: tuple[tuple[re.Pattern[str], TimeRole], ...] = (
    (re.compile(rf"(?:时间|事发|起火|发生|爆炸)[^。]{{0,30}}(?:{_CORRECTING}|(?:应|实际?)(?:为|是))[“\"]?$"), TimeRole.OCCURRED),
    (re.compile(r"(?:误(?:报|写|记)?为|原报|原为|原报为|此前报为|前报|由|首报[^。，]{0,8}为)[“\"]?$"), TimeRole.EARLIER_VALUE),
    (re.compile(r"原报[^。]{4,24}(?:核实|核查|确认|调取|查明|监控)[^。，;]{0,10}(?:为|是)[“\"]?$"), TimeRole.OCCURRED),
    (re.compile(r"截(?:至|止)(?:到|至|目前)?[(（]?[“\"]?$"), TimeRole.AS_OF),
    (re.compile(r"(?:下一?[次期轮]|下步)[^。]{0,14}$|续报时间(?:为|:)?$"), TimeRole.NEXT_REPORT),
    (re.compile(r"(?:来电|接报|接电|接警|收到|接听|来文|收文|接收|接到报告)时间(?:为|:)? *$"), TimeRole.RECEIVED),
    (re.compile(r"(?:发生|事发|起火|事故|案发|出事|事件|着火|爆炸|出险)(?:的)?时间(?:为|是|约|大约|在|初步判断为|:)*[“\"]? *$"), TimeRole.OCCURRED),
    (re.compile(r"(?:电话记录|接报记录|值班记录|来电登记)[^。]{0,6}\n *时间: *$"), TimeRole.RECEIVED),
    (re.compile(r"(?:时间)(?:为|:) *$|(?:^|[，。; ])(?:当时)?(?:的)?时间(?:大概|大约|应该)?(?:是|在)?(?:大概|大约)? *$"), TimeRole.OCCURRED),
    (re.compile(r"(?:报送|发送|上报|发出|签发|报告|填报)时间(?:为|:)? *$"), TimeRole.SENT),
    (re.compile(r"(?:发布)时间(?:为|:)? *$"), TimeRole.ISSUED),
    (re.compile(r"(?:有效期?|持续)至$"), TimeRole.EXPIRES),
    (re.compile(r"(?:预计|将于|计划|定于|拟于|务必于|务必在|请于|请在|须于)[^。，;]{0,4}$"), TimeRole.DUE),
)  # fmt: skip
_AFTER: tuple[tuple[re.Pattern[str], TimeRole], ...] = (
    (re.compile(r" ?(?:之|以)?前(?![后往期去来方])"), TimeRole.DUE),
    (re.compile(r" ?[^。，;]{0,4}(?:回拨|回电)"), TimeRole.CALLED_BACK),
    (re.compile(r"[^。，;]{0,14}(?:终止|解除|结束)[^。，;]{0,8}(?:响应|预案)"), TimeRole.RESPONSE_ENDED),
    (re.compile(r"[^。，;]{0,14}(?:启动|提升|升级)[^。，;]{0,14}(?:响应|预案)"), TimeRole.RESPONSE_STARTED),
    (re.compile(r" ?(?:已|左右)?转(?!移|为|危|运|入)"), TimeRole.TRANSFERRED),
    (re.compile(r"[^。，;:]{0,24}(?:接到?报(?!后)|接到[^。，;]{0,24}(?:报告|电话|来电|通报|反映|信息)|接[^。，;到着受]{2,24}(?:报告|电话|来电)|来电|打电话来|打来电话|打电话|来文|收到[^。，;]{0,12}(?:报|信息|电话))"), TimeRole.RECEIVED),
    (re.compile(r" ?[^。，;:\d]{2,10}(?:局|办|镇|街道|站|所|队|村|中心|公司|物业)(?:[老小][一-龥]|[一-龥]{2,3})(?:说|称|讲|报)"), TimeRole.RECEIVED),
    (re.compile(r" ?[^。，;:※\d]{2,24}(?:电话|来电|报告|反映|通报|报|说)[:，]"), TimeRole.RECEIVED),
    (re.compile(r" ?[，,]?(?:我局|我办|我们|我中心|我镇|本局|值班室|区局)[^。，;]{0,4}(?:接|收到)"), TimeRole.RECEIVED),
    (re.compile(r"[^。，;:]{0,24}(?:(?:接|接到|收到)[^。，;:]{0,14}(?:报警|警情|火警)|接警)|[^。，;]{0,10}(?:报警|接警|拨打(?:了)?1[12][09]|打(?:了)?1[12][09])"), TimeRole.ALARM),
    (re.compile(r"[^。，;]{0,8}(?:获悉|得知|知悉)"), TimeRole.LEARNED),
    (re.compile(r"[^。，;]{0,14}(?:扑灭|熄灭|全部灭|打灭)"), TimeRole.EXTINGUISHED),
    (re.compile(r"[^。，;]{0,14}(?:得到控制|压制|压住|被控制|控制住|可控|基本控制|成功堵漏|堵漏成功|封堵|关闭阀门|切断)"), TimeRole.CONTROLLED),
    (re.compile(r"[^。，;]{0,24}(?:找到|搜救出|搜寻到|打捞|挖出|升井)|[^。，;]{0,16}(?:结束|完毕|恢复(?:通行|供|正常|交通)|撤离现场|救出|获救|脱困|告一段落|处置完)"), TimeRole.ENDED),
    (re.compile(r"[^。，;]{0,12}(?:到达|到场|抵达|赶到|到位|赶赴)"), TimeRole.ARRIVED),
    (re.compile(r" ?[^。，;]{0,16}(?:发布|解除|变更发布|签发|升级)"), TimeRole.ISSUED),
    (re.compile(r"[^。，;]{0,8}(?:电话报告|书面|首报|上报|报告|报送|通报|报区|报市|续报|报带班)"), TimeRole.REPORTED),
)  # fmt: skip
_NARROW = re.compile(r"发生|爆炸|爆燃|起火|着火|失火|坍塌|侧翻|相撞|泄漏|坠落|坠楼|触电|倒塌|塌方")
_YIELDS = frozenset({TimeRole.RECEIVED, TimeRole.REPORTED, TimeRole.ENDED, TimeRole.ARRIVED})
_AT_ONCE = frozenset({TimeRole.DUE, TimeRole.TRANSFERRED})
"""Words that belong to a time only right behind it: 10时前, not 10时，前王村."""
_LOOK_BACK, _LOOK_AHEAD = 44, 44
_RATHER = re.compile(r"[，, ]?(?:而)?不是(?=[一-龥]{0,4}\d{1,2}[点时:])")
_RATHER_NOT = re.compile(r"\d[分点时]?[，, ]?(?:而)?不是[一-龥]{0,4}$")
"""7点08分不是7点15分."""
_UP_TO, _IN_ALL = (
    re.compile(r"(?:到|至)$"),
    re.compile(r"[，, ]?(?:为止|一共|共|累计|已有|仍有|已)"),
)
"""到今天上午10点一共…: as of then."""
_DONE = re.compile(r"已(?:经)?(?:于|在)?$")
_SIGNATURE = re.compile(r"^[ \-一-龥()]{0,40}$")
_ABOUT = re.compile(r"(?:大约|大概|可能|约|近)$")
_HEAD_WORDS = re.compile(r"签发|值班室|办公室|局 |编发")


def role_of(words: Words, form: TimeForm) -> TimeRole | None:
    """The role that the words around a time give it; None where they give none."""
    start, end = words.sentence(form.start)
    before = words.plain[max(start, form.start - _LOOK_BACK) : form.start]
    if before.endswith("时间:"):
        before = words.plain[max(0, form.start - _LOOK_BACK) : form.start]
    before = _ABOUT.sub("", before)
    after = words.plain[form.end : min(end, form.end + _LOOK_AHEAD)]
    if _stands_alone(words, form):
        return TimeRole.SENT
    return _replaced_or_up_to(before, after) or _named_role(before, after)


def _replaced_or_up_to(before: str, after: str) -> TimeRole | None:
    """10时05分更正为…, 到今天上午10点一共…."""
    if _RATHER.match(after):
        return TimeRole.OCCURRED
    if _RATHER_NOT.search(before):
        return TimeRole.EARLIER_VALUE
    if _REPLACED.match(after):
        return TimeRole.EARLIER_VALUE
    if _UP_TO.search(before) and _IN_ALL.match(after):
        return TimeRole.AS_OF
    return None


def _named_role(before: str, after: str) -> TimeRole | None:
    for pattern, role in _BEFORE:
        if pattern.search(before):
            return role
    for pattern, role in _AFTER:
        found = pattern.match(after if role in _AT_ONCE else after.removeprefix("，"))
        if found and not (role in _YIELDS and _NARROW.search(found.group())):
            return TimeRole.REPORTED if role is TimeRole.DUE and _DONE.search(before) else role
    return None


def _stands_alone(words: Words, form: TimeForm) -> bool:
    """A dated signature or heading: only an office stands on its line."""
    start = words.plain.rfind("\n", 0, form.start) + 1
    end = words.plain.find("\n", form.end)
    rest = words.plain[form.end : end if end >= 0 else len(words.plain)]
    head = words.plain[start : form.start]
    if form.day is None or rest.strip(" )印发"):
        return False
    return bool(_SIGNATURE.match(head)) or bool(_HEAD_WORDS.search(head) and "签发人" in head)
