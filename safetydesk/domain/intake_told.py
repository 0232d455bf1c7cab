"""Whom a message was sent or passed on to, and who had been told already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Said, Words

ORG_ENDS = (
    "总值班室|办(?![理公法事案学证])|厅|全勤指挥部|总工会|红十字会|协会|商会|妇联|团委|通信室|作战室|车务段|工务段|机务段|供电段|宣传部|组织部|督查室|保健科|安监所|消防所|客服中心|指挥室|监控室|监控中心|总控室|消控室|急诊科|急诊室|急诊|医务科|保卫科|保卫处|安环部|安环科|安全科|安全部|生产部|运营公司|值班室|调度室|项目部|指挥部|业委会|防指办|森防办|党政办|综治办|指挥中心|调度中心|应急办公室|应急办|安监办|安委办|防汛办|办公室|应急站|安监站|应急管理站|管理委员会|管委会|委员会|分局|支队|大队|中队|派出所|街道办事处|街道办|街道"
    "|镇政府|乡政府|区政府|市政府|县政府|政府|管理局|监督局|局|卫健委|发改委|区委|市委|有限责任公司|有限公司|公司|加油站|消防站|村委会|居委会|经发办|党建办|农业办|规划办|城建办|城管办|平安办|维稳办|信访办|社会事务办|乡村振兴办|武装部|网格中心|林业站|水利站|农技站|供电所|司法所|环保所|市场监管所|市监所|交管所|派出所|社区|物业|医院|卫生院|疾控中心|急救中心"
    "|服务中心|中心|气象台|水文站|水厂|国有林场|林场|小学|中学|幼儿园|学校|养老院|石灰石矿|煤矿|矿|厂|园区|镇|乡|村|站|台|队|处|所|院|科|股|组|商业街"
)
"""How names of offices end."""
ORG = rf"[一-龥()A-Za-z0-9]{{0,26}}?(?:{ORG_ENDS})"
LONG_ORG = rf"[一-龥()A-Za-z0-9]{{0,26}}(?:{ORG_ENDS})"
"""An office's name as short, and as long, as it can be."""

_UNLIKE = re.compile(r"[的了着是被把已那这打赶没未不]|正在|目前")
_TOLD = re.compile(
    r"(?:已(?:经)?(?:向|报告?|告知|通知|电话报告|汇报|上报)|报(?=带班|值班领导|区委|区政府|市局|区局|局领导)|并报告?|同时报告?)(?:给|了|至|向)*(?P<v>(?!警|名)[^，。;\n(]{2,24}?)(?:报告|汇报|作了汇报)?(?=[，。;\n(]|$)"
)
_TRANSFERRED = re.compile(
    r"(?<![反运周])转(?:报|交|告|至|给|请)?(?P<v>(?!移|运|为|入|危|院|发)[^，。;\n]{3,60}?(?:局|室|办|街道|镇|大队|中心|公司|委)(?:\([^)]*\))?)(?=[，。;\n]|$)"
)
_ADDRESSEES = re.compile(r"^ *(?P<v>[^\n:。，]{2,80}):$", re.MULTILINE)
_PLACE_OF_DUTY = re.compile("带班领导|值班领导|领导")


def is_office(name: str) -> bool:
    """Whether words that end like an office may be one: no verb or function word is in it."""
    return not _UNLIKE.search(name)


def told(words: Words) -> list[Said[str]]:
    """Who had been told when the message was written."""
    return [
        words.said(_PLACE_OF_DUTY.sub("", match["v"]) or match["v"], *match.span("v"))
        for match in _TOLD.finditer(words.plain)
    ]


def transferred(words: Words) -> list[Said[str]]:
    """To whom it was passed on."""
    found: list[Said[str]] = []
    for match in _TRANSFERRED.finditer(words.plain):
        at = match.start("v")
        for part in match["v"].split("、"):
            name = re.sub(r"\([^)]*\)", "", part)
            found.append(words.said(name, at, at + len(name)))
            at += len(part) + 1
    return found


def addressees(words: Words) -> list[Said[str]]:
    """The offices of the line that ends with a colon."""
    for match in _ADDRESSEES.finditer(words.plain):
        if "、" not in match["v"] and not re.search(f"(?:{ORG_ENDS}|委|府)$", match["v"]):
            continue
        at = match.start("v")
        found: list[Said[str]] = []
        for part in match["v"].split("、"):
            found.append(words.said(part.strip(), at, at + len(part)))
            at += len(part) + 1
        return found
    return []
