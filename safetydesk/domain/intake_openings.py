"""How a message begins: which office, and who of it, reports before the story is told."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safetydesk.domain.intake_person_forms import HAN, PHONE, Person, digits, split_person
from safetydesk.domain.intake_time_forms import find_times
from safetydesk.domain.person_names import has_surname

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Words

_SKIP = re.compile(
    r"(?:[ \n,，:]|【[^】\n]*】|\[[^\]\n]*\]|\d{4} +|(?:紧急|突发|急报|报告)[!！: ]+)*"
)
_BEGIN = re.compile(
    r"(?P<who>(?!致|呈|送|抄送|接|据|各|关于|我|今|昨|受|因|经(?!开|济|信|发))(?:120|119|110|122|12345|[^，。;:!?\n\d ()“”\"※]){2,24}?)(?:\((?P<in>[^)\n]{2,40})\))?"
    r"※*(?:(?P<verb>(?:今早|今天|刚才|刚刚|紧急|电话|值班|口头|书面|微信|工作|信息)?(?:报告|来电|电话|通报|反映|上报|转报|转办单?|转来|转|报|电|首报|初报|快报|接诊|信息|消息|说|打座机|打来电话|打电话来?|打来座机|致电))(?P<end>[:，,]|(?=[抽查核询]))|(?P<colon>:))"
)
_LABELS = re.compile(
    r"(?:时间|地点|内容|情况|单位|名称|类型|来源|领导|说明|通知|紧急|更正|信息|电话|处理|意见|事由|请求|主题|标题|记录|登记|工程|概况|经过|伤亡|损失|人|续报|初报|首报|终报|快报|日报|通报|专报)$|[、]"
)
_OFFICE_END = re.compile(
    r"[局委办室所站队院校园厂矿社部处科股组台厅府司心镇乡村区道联会团警方店场馆业铁港库]$|119$|12345$|120$"
)
_RECEIVING = re.compile(r"接警|接报|接到")
_ON_DUTY = re.compile(r"(?:转警|调度|夜班|值班)$")
_NAME_AT_END = re.compile(rf"(?P<name>[老小]{HAN}|{HAN}{{2,3}})$")
_TITLED = re.compile(
    rf"(?P<unit>[一-龥]{{2,18}}?)(?P<post>(?:副)?(?:主任|院长|校长|园长|所长|站长|队长|厂长|镇长|书记|支书|经理|负责人|科长|局长|班长|值班员|网格员|护士长|医生))(?P<name>{HAN}{{2,3}})$"
)


def read_opening(words: Words) -> Person | None:
    """石桥镇派出所陈所电：…, 县疾控中心：…: the office that the first words name."""
    match = _BEGIN.match(_without_times(words), _first_word(words))
    if match is None or _LABELS.search(match["who"]) or _RECEIVING.search(match["who"]):
        return None
    person = _of(_ON_DUTY.sub("", match["who"]), spoken=bool(match["verb"]))
    if person is None:
        return None
    quotes = [words.quote(*match.span("who"))]
    inside = PHONE.search(match["in"] or "")
    if inside is not None:
        quotes.append(words.quote(*match.span("in")))
    number = digits(inside.group()) if inside else ""
    return Person(person.unit, person.name, person.post, number, tuple(quotes))


def _without_times(words: Words) -> str:
    """云台乡敬老院院长冉素芬今早8点50打电话: the time stands between who and how."""
    signs = list(words.plain)
    for form in find_times(words):
        signs[form.start : form.end] = "※" * (form.end - form.start)
    return "".join(signs)


def _first_word(words: Words) -> int:
    """Where the first word stands behind marks and the time of the note."""
    at = 0
    for _ in range(2):
        skipped = _SKIP.match(words.plain, at)
        at = skipped.end() if skipped else at
        at = next((form.end for form in find_times(words) if form.start <= at < form.end), at)
    skipped = _SKIP.match(words.plain, at)
    return skipped.end() if skipped else at


def _of(who: str, *, spoken: bool) -> Person | None:
    """Office and person of the words before a colon."""
    titled = _TITLED.match(who)
    if titled is not None and has_surname(titled["name"]):
        return Person(titled["unit"], titled["name"], titled["post"])
    known = split_person(who)
    if known.unit and len(known.unit + known.post + known.name) == len(who):
        return known
    named = _NAME_AT_END.search(who)
    office = named is not None and _OFFICE_END.search(who[: named.start()])
    if named and spoken and office and _is_name(named["name"]) and not _OFFICE_END.search(who):
        return Person(who[: named.start()], named["name"])
    return Person(who) if _OFFICE_END.search(who) or known.unit == who else None


def _is_name(name: str) -> bool:
    return has_surname(name.lstrip("老小") + "某")
