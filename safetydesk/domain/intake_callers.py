"""Who called or sent a message: by labels, 接…报告, …来电, or the signature of a chat."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.intake_openings import read_opening
from safetydesk.domain.intake_person_forms import (
    HAN,
    PHONE,
    PHONE_FORM,
    POSTS,
    Person,
    digits,
    signature_parts,
    split_person,
)
from safetydesk.domain.intake_public import PUBLIC, SURNAME, of_public, read_introduced, read_public
from safetydesk.domain.intake_senders import OPENING, sender_of, tails
from safetydesk.domain.intake_told import LONG_ORG, is_office
from safetydesk.domain.person_names import has_surname

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Quote, Words

_FIELD = r"[^，。;\n ()]{1,30}"
_UNIT_LABEL = re.compile(
    rf"(?:(?:来电|报告|报送|反映|来文|致电|来报|发送|报警|填报|上报|发报|报)(?:单位/人|单位|部门)|(?:^|(?<=\n))(?:信息来源|来源|对方(?:单位)?)|(?:^|(?<=[ \n，。;]))(?:来电|致电|来报)): *(?P<v>{_FIELD})"
)
_NAME_LABEL = re.compile(
    rf"(?:来电|报告|报送|反映|致电|联系|报警|来报|填报)人(?:员|姓名)?(?:: *| +|(?=[一-龥]{{2,3}}[，,（( ]))(?P<v>{_FIELD})(?: *\((?P<in>[^)\n]{{1,30}})\))?"
)
_TITLES = tuple(POSTS.split("|"))
_NAME_BEHIND = re.compile(rf" +(?P<name>{HAN}{{2,4}})(?=[ \n(]|\d|$)")
_DUTY_NAME = re.compile(
    rf"值班(?:员|长|调度|人员|领导)(?:: *| +)(?P<v>{HAN}{{2,4}}?)(?P<in>)(?=[ ，,(]+(?:电话|手机|联系|座机|{PHONE_FORM}))"
)
_DUTY_BEHIND = re.compile(
    rf"[，,; ]*(?:值班(?:员|人员|人|领导)|联系人|负责人): *(?P<v>{HAN}{{2,4}})(?P<in>)(?![一-龥])"
)
"""报告单位：苍湖区森防办 值班员：彭亮."""
_DUTY_AT_END = re.compile(
    rf"值班(?:员|医生|人员|长|调度|领导)?[: ]*(?P<v>{HAN}{{2,3}})(?P<in>)(?= *(?:$|[\n。(]|{PHONE_FORM}))"
)
_PHONE_LABEL = re.compile(
    rf"(?:电话|手机|号码|联系方式|来电号码|回拨电话)[为:]? *(?P<v>{PHONE_FORM})"
)
_RECEIVED_FROM = re.compile(
    r"(?:接到?|收到)(?:了)?(?P<who>(?!报|警|到|首|续|初|上级通知)[^，。;:\d\n]{2,26}?)(?:的)?(?:电话|微信|书面|口头|来电|短信|传真|群内)*(?:报告|来电|通报|反映|报称|报警|电话|信息|求助|报)(?!人)"
)
_INSIDE = re.compile(r"\((?P<in>[^)\n]{2,40})\)")
_CALLS = re.compile(
    r"(?P<who>(?:1[12]\d|12345|[^，。;:\d\n ()]){2,26}?)(?:\((?P<in0>[^)\n]{1,40})\))?(?:打来电话|打电话|来电|电话报|电话(?=[:， ])|通报(?=[:， ])|调度(?=[:，])|报(?=[，])|电话报告|致电|来报|报告称?(?=[:，])|报(?=:)|反映(?=[:， ])|报告(?=[一-龥]{2,6}:)|转警(?=[:，])|转报(?=[:，])|说(?=[^明法])|(?:电话)?(?:查岗|查班|抽查|点名))[^\n。;:(]{0,24}(?:\((?P<in>[^)\n]{1,40})\))?"
)
_SPACED = re.compile(
    rf"^ *(?P<who>{LONG_ORG} +{HAN}{{2,4}}) *(?:来电|电话|报告|报)(?=[:，])", re.MULTILINE
)
"""南湖街道办应急中心 范立军 来电：…."""
_SIGNED = re.compile(
    rf"^ *(?:\(|-+|@|报告人:|联系人:|点名人:)? *(?P<who>[^，。;:\d\n]{{2,34}}?)[ ,，:(]*(?P<phone>{PHONE_FORM})?\)? *$"
)
_REPORTS = re.compile(r"(?:报|报告|上报)$")
_CONTACT = re.compile(r"(?:联系人|负责人|经理|厂方|电话|手机)[^。]{0,40}$")
_DATED = re.compile(r" *(?:\d{4}年)?\d{1,2}月\d{1,2}日[^\n]*$| +\d{1,2}:\d{2}$")
_OWN_PHONE = re.compile(r"(?:值班|回电|回拨|来电号码|本机|联系电话)(?:电话|号码|手机)?[: (]*$")
_MY_PHONE = re.compile(rf"我(?:的)?(?:电话|手机)(?:号)?(?:是|:)? *(?P<v>{PHONE_FORM})")
_OWN_WORD = re.compile(r"^(?:我局|本局|我办|我们|我中心|我镇|我街道)")


def read_caller(words: Words) -> Person | None:
    """By labels, else 接…报告, else …来电, else the signature of a chat."""
    found: Person | None = None
    readers = (
        _labelled_caller,
        read_public,
        _reporting_caller,
        _spaced,
        _calling,
        read_introduced,
        _signature,
        _opening,
    )
    for reader in readers:
        person = reader(words)
        if found is None:
            found = person
        elif person is not None and reader is _signature and not found.name:
            found = _joined(found, person)
    found = found or _contact_of_sender(words)
    found = _of_office(found, _opening(words), _signature(words))
    if found is not None and not found.phone:
        found = _only_phone(words, found)
    if found is not None and not found.name and found.phone:
        surname = SURNAME.search(words.plain)
        found = replace(found, name=surname["name"]) if surname else found
    return found


def _contact_of_sender(words: Words) -> Person | None:
    """联系人：张乐天 above the signature of a firm: it wrote, and he may be asked."""
    sender, named = sender_of(words), _NAME_LABEL.search(words.plain)
    if sender is None or named is None or words.plain[: named.start()].endswith("现场"):
        return None
    contact = split_person(named["v"])
    name = contact.name or named["v"]
    if not has_surname(name):
        return None
    told = Person(sender.value, name, contact.post)
    return _with_phone(words, told, [*sender.quotes, words.quote(*named.span("v"))], named.end())


def _of_office(
    found: Person | None, opening: Person | None, signed: Person | None
) -> Person | None:
    """A name without an office is of the one that the message begins with."""
    if found is None:
        return found
    if found.post == "群众" and not found.name and not found.phone:
        return signed if signed is not None and signed.unit and signed.name else found
    if found.post == "群众" or opening is None:
        return found
    if found.unit and not found.name and opening.name and opening.unit[:2] == found.unit[:2]:
        quotes = (*found.quotes, *opening.quotes)
        phone = found.phone or opening.phone
        return replace(found, name=opening.name, post=opening.post, phone=phone, quotes=quotes)
    if found.unit:
        return found
    return replace(found, unit=opening.unit, quotes=(*opening.quotes, *found.quotes))


def _only_phone(words: Words, person: Person) -> Person:
    """The one number of a message, unless it is said to be somebody else's."""
    if person.name:
        return _with_phone(words, person, list(person.quotes), 0)
    phones = list(PHONE.finditer(words.plain))
    if len(phones) != 1 or not person.unit or _of_others(words, phones[0].start()):
        return person
    before = words.plain[max(0, phones[0].start() - 16) : phones[0].start()]
    if not _OWN_PHONE.search(before):
        return person
    number = digits(phones[0].group())
    return replace(person, phone=number, quotes=(*person.quotes, words.quote(*phones[0].span())))


def _opening(words: Words) -> Person | None:
    """岚谷县交通运输局：…: the office before the colon sent it."""
    office = read_opening(words)
    if office is None or office.name:
        return office
    end = office.quotes[0].end
    named = _NAME_LABEL.search(words.plain, end) or _DUTY_AT_END.search(words.plain, end)
    if named is None or not named.group().startswith(("联系人", "值班")):
        return office
    contact = split_person(named["v"])
    if words.plain[: named.start()].endswith("现场") or not contact.name:
        return office
    quotes = [*office.quotes, words.quote(*named.span("v"))]
    told = Person(office.unit, contact.name, contact.post)
    return _with_phone(words, told, quotes, named.end())


def _joined(office: Person, person: Person) -> Person:
    """白沙镇报：… with 联系人：白沙镇应急办 覃亮 below it: the same place names its person."""
    related = office.unit[:2] == person.unit[:2] or set(person.unit) <= set(office.unit)
    if not related or not person.phone or office.post == "群众":
        return office
    unit = max(office.unit, person.unit, key=len)
    return replace(person, unit=unit, quotes=(*office.quotes, *person.quotes))


def _labelled_caller(words: Words) -> Person | None:
    unit, name = _labels(words)
    if unit is None and (name is None or name.group().startswith("联系人")):
        return None
    quotes: list[Quote] = []
    person, quotes_end = Person(), 0
    if unit is not None:
        person, quotes_end = _named_office(words, unit), unit.end()
        quotes.append(words.quote(*unit.span("v")))
    if name is not None:
        called = split_person(name["v"])
        inside = split_person(name["in"] or "")
        post = called.post or inside.post or ("" if inside.unit else (name["in"] or ""))
        if PHONE.fullmatch(post):
            post = ""
        who = called.name or ("" if called.unit else name["v"])
        if not who and (behind := _NAME_BEHIND.match(words.plain, name.end())):
            who = behind["name"]
        if name["v"].endswith((*_TITLES, *"长员师理任记总监工")) and (
            behind := _NAME_BEHIND.match(words.plain, name.end())
        ):
            who, post = behind["name"], who
        person = Person(person.unit or called.unit or inside.unit, who, post)
        quotes.append(words.quote(*name.span("v")))
        quotes_end = name.end()
    return _with_phone(words, person, quotes, quotes_end)


def _labels(words: Words) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Where a message names the office and the person by labels; the heading may be the office."""
    unit, name = _UNIT_LABEL.search(words.plain), _NAME_LABEL.search(words.plain)
    if name is not None and "现场" in words.plain[max(0, name.start() - 2) : name.start()]:
        name = None
    if unit is not None and unit.group()[2] == ":" and not split_person(unit["v"]).unit:
        unit = None
    name = name or _DUTY_NAME.search(words.plain)
    if name is None and unit is not None:
        name = _DUTY_BEHIND.match(words.plain, unit.end())
    opening = OPENING.match(words.plain)
    if opening is not None and opening["v"].startswith("致"):
        opening = None
    if unit is None and opening is not None and (name is not None or opening["in"]):
        unit = opening
    return unit, name


def _named_office(words: Words, unit: re.Match[str]) -> Person:
    """来电：住建局质安站 郭晓东: the office, and who stands behind it."""
    person = split_person(unit["v"])
    behind = _NAME_BEHIND.match(words.plain, unit.end())
    if person.unit and not person.name and behind is not None and has_surname(behind["name"]):
        return Person(person.unit, behind["name"], person.post)
    return person


def _with_phone(words: Words, person: Person, quotes: list[Quote], behind: int) -> Person:
    labelled = _PHONE_LABEL.search(words.plain, behind)
    phone = labelled.span("v") if labelled else None
    if phone is None and (bare := PHONE.search(words.plain, behind)) is not None:
        phone = bare.span() if words.plain.find("\n", behind, bare.start()) < 0 else None
    if phone is not None and not _of_others(words, phone[0]):
        quotes = [*quotes, words.quote(*phone)]
        number = digits(words.plain[slice(*phone)])
        return Person(person.unit, person.name, person.post, number, tuple(quotes))
    return Person(person.unit, person.name, person.post, "", tuple(quotes))


def _of_others(words: Words, at: int) -> bool:
    """The office's own number, or that of the contact on the site."""
    before = words.plain[max(0, at - 34) : at]
    return bool(
        re.search(
            r"(?:厂方|司机|老板|业主)(?:电话|手机)?[: ]*$|值班(?:电话|室\()|传真|现场联系人[^\n]{0,24}$|转[^，。;\n]{2,20}\($",
            before,
        )
    )


def _reporting_caller(words: Words) -> Person | None:
    for match in _RECEIVED_FROM.finditer(words.plain):
        who = match["who"].strip()
        if PUBLIC.search(who):
            return of_public(words, *match.span("who"))
        person = split_person(who)
        if not person.unit or not is_office(person.unit):
            continue
        if (inside := _INSIDE.match(words.plain, match.end())) is not None:
            return _with_inside(words, person, match, inside)
        quotes = [words.quote(*match.span("who"))]
        end = words.clause(match.end())[1]
        inside = PHONE.search(words.plain, match.start(), end)
        phone = digits(inside.group()) if inside else ""
        if inside:
            quotes.append(words.quote(*inside.span()))
        return Person(person.unit, person.name, person.post, phone, tuple(quotes))
    return None


def _with_inside(
    words: Words, person: Person, match: re.Match[str], inside: re.Match[str]
) -> Person:
    """接平岗镇来电（镇应急办副主任石峰，座机0000-…）: who it was stands in brackets."""
    named = split_person(re.split(r"[，, ]", inside["in"])[0])
    phone = PHONE.search(inside["in"])
    quotes = (words.quote(*match.span("who")), words.quote(*inside.span("in")))
    number = digits(phone.group()) if phone else ""
    return Person(person.unit, named.name or person.name, named.post, number, quotes)


def _spaced(words: Words) -> Person | None:
    """南湖街道办应急中心 范立军 来电：…."""
    spaced = _SPACED.search(words.plain)
    unit, name, post = signature_parts(spaced["who"]) if spaced else ("", "", "")
    if spaced is None or not unit or not name:
        return None
    return Person(unit, name, post, "", (words.quote(*spaced.span("who")),))


def _calling(words: Words) -> Person | None:
    for match in _CALLS.finditer(words.plain):
        who = re.sub(r"^(?:许|左右|今天|刚才|刚刚|据|接到?|，)+", "", match["who"])
        if _OWN_WORD.search(who) or "已" in who:
            continue
        first = match.end("who") - len(who)
        if PUBLIC.search(who):
            return of_public(words, first, match.end())
        person = split_person(who)
        if not person.unit and not (person.name and person.post):
            continue
        if person.unit and not is_office(person.unit):
            continue
        if not person.name and match.group()[len(match["who"]) :].startswith("说"):
            continue
        return _with_number(words, person, match, first)
    return None


def _with_number(words: Words, person: Person, match: re.Match[str], first: int) -> Person:
    """The caller with the number that stands in brackets."""
    quotes = [words.quote(first, match.end("who"))]
    inside = PHONE.search(match["in0"] or match["in"] or "")
    phone = digits(inside.group()) if inside else ""
    if inside:
        at = words.plain.index(inside.group(), match.start())
        quotes.append(words.quote(at, at + len(inside.group())))
    return Person(person.unit, person.name, person.post, phone, tuple(quotes))


def _signature(words: Words) -> Person | None:
    """The last line of a chat: 石桥镇应急办 武丽娟 1990…."""
    lines = [(at, line) for at, line in words.lines() if line.strip()]
    own = _MY_PHONE.search(words.plain)
    for at, line in [*reversed(lines[-2:] if len(lines) > 1 else []), *tails(lines)]:
        whole = words.plain[words.plain.rfind("\n", 0, at) + 1 : at + len(line)]
        match = _SIGNED.match(_REPORTS.sub("", _DATED.sub("", line)))
        if match is None:
            continue
        unit, name, post = signature_parts(match["who"])
        reachable = (match["phone"] and not _CONTACT.search(whole)) or (own and post)
        alone = name and reachable and has_surname(name)
        if not (unit or alone) or not (name or match["phone"]):
            continue
        if own and not match["phone"]:
            who = words.quote(at + match.start("who"), at + match.end("who"))
            return Person(unit, name, post, digits(own["v"]), (who, words.quote(*own.span("v"))))
        quotes = [words.quote(at + match.start("who"), at + match.end("who"))]
        if match["phone"]:
            quotes.append(words.quote(at + match.start("phone"), at + match.end("phone")))
        return Person(unit, name, post, digits(match["phone"] or ""), tuple(quotes))
    return None
