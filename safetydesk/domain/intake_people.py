"""Who a message is from and whom it names: caller, sender, signer, recorder, contact, people told."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.intake_senders import OPENING, sender_of, tails
from safetydesk.domain.intake_told import LONG_ORG, ORG, addressees, told, transferred
from safetydesk.domain.person_names import has_surname

if TYPE_CHECKING:
    from safetydesk.domain.intake_kinds import Nature
    from safetydesk.domain.intake_text import Quote, Said, Words

_POSTS = (
    "值班长|值班主任|值班员|值班人员|值班领导|副主任|主任|副站长|站长|所长|副局长|局长|副科长|科长|党委副书记|副书记|党委书记|书记|党委委员|副镇长|镇长|副乡长|乡长|总经理|副经理|经理|负责人|安全员|安全总监"
    "|支部书记|支书|村主任|网格员|小组长|班组长|组长|班长|大队长|中队长|支队长|队长|联络员|调度员|副厂长|厂长|副校长|校长|园长|院长|保安队长|保安|老板|物业经理|主管|科员|干事|干部|工作人员|接线员|指挥员|矿长|民警|护林员|信息员"
)
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
_PHONE = (
    r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|0\d{2,3}[- ]?\d{7,8}(?!\d)(?:转\d{1,6})?"
)
PHONE = re.compile(rf"(?<![\d.])(?:{_PHONE})")
_BEHIND_UNIT = (
    rf"(?:的)?(?:(?:抢险|当班|带班|现场|专职|驻村|分管|综合|技术|生产|维修|保卫|质量|调度)?(?P<post>{_POSTS}))?"
    rf"(?P<name>{_HAN}{{2,4}}?)?(?P<post2>{_POSTS})?$"
)
_WHO = re.compile(rf"^(?P<unit>{LONG_ORG})?{_BEHIND_UNIT}")
_WHO_SHORT = re.compile(rf"^(?P<unit>{ORG}){_BEHIND_UNIT}")
"""石桥镇安监办小组长卢海平: the office is not 石桥镇安监办小组."""
_FIELD = r"[^，。;\n ()]{1,30}"
_UNIT_LABEL = re.compile(
    rf"(?:(?:来电|报告|报送|反映|来文|致电|来报|发送|报警|填报|上报)(?:单位|部门)|(?:^|(?<=[ \n，。;]))(?:来电|致电|来报)): *(?P<v>{_FIELD})"
)
_NAME_LABEL = re.compile(
    rf"(?:来电|报告|报送|反映|致电|联系|报警|来报|填报)人(?:员|姓名)?(?:: *| +)(?P<v>{_FIELD})(?: *\((?P<in>[^)\n]{{1,30}})\))?"
)
_TITLES = tuple(_POSTS.split("|"))
_NAME_BEHIND = re.compile(rf" +(?P<name>{_HAN}{{2,4}})(?= |\(|\d|$)")
_DUTY_NAME = re.compile(rf"值班员 +(?P<v>{_HAN}{{2,4}})(?P<in>)(?= +(?:电话|手机|联系))")
_PHONE_LABEL = re.compile(rf"(?:电话|手机|号码|联系方式|来电号码|回拨电话)[为:]? *(?P<v>{_PHONE})")
_RECEIVED_FROM = re.compile(
    r"(?:接到?|收到)(?:了)?(?P<who>(?!报|警|到|首|续|初|上级通知)[^，。;:\d\n]{2,26}?)(?:的)?(?:电话|微信|书面|口头|来电|短信|传真|群内)*(?:报告|来电|通报|反映|报称|报警|电话|信息|求助|报)(?!人)"
)
_CALLS = re.compile(
    r"(?P<who>[^，。;:\d\n ()]{2,26}?)(?:\((?P<in0>[^)\n]{1,40})\))?(?:打来电话|打电话|来电|电话报|电话(?=[:，])|通报(?=[:，])|调度(?=[:，])|报(?=[，])|电话报告|致电|来报|报告称?(?=[:，])|报(?=:)|反映(?=[:，]))[^\n。;:(]{0,24}(?:\((?P<in>[^)\n]{1,40})\))?"
)
_SPACED = re.compile(
    rf"^ *(?P<who>{LONG_ORG} +{_HAN}{{2,4}}) *(?:来电|电话|报告|报)(?=[:，])", re.MULTILINE
)
"""南湖街道办应急中心 范立军 来电：…."""
_I_AM = re.compile(
    rf"我(?:叫|姓)(?P<self>{_HAN}{{1,3}})(?=[，,。 ]|$)|我(?:们)?是(?P<who>[^，。;:\n \d]{{2,24}})(?:[，,]|。| |$)(?:我?(?:叫|姓)(?P<name>{_HAN}{{1,4}}))?"
)
_PUBLIC = re.compile(r"群众|市民|居民|村民|路人|住户|业主|家属|家长|乘客|游客|网民|热心人|匿名")
_SURNAME = re.compile(
    rf"(?:机主|来电人|报警人|自称|群众|市民|一位|一名|住户|村民|居民)?姓(?P<name>{_HAN})"
)
_CALLED = re.compile(rf"(?P<name>{_HAN}(?:先生|女士|大爷|大妈|师傅|老师|阿姨|某某?))")
_SIGNED = re.compile(
    rf"^ *(?:\(|-+|@|报告人:|联系人:|点名人:)? *(?P<who>[^，。;:\d\n]{{2,34}}?)[ ,，:(]*(?P<phone>{_PHONE})?\)? *$"
)
_DATED = re.compile(r" *(?:\d{4}年)?\d{1,2}月\d{1,2}日[^\n]*$| +\d{1,2}:\d{2}$")
_OWN_WORD = re.compile(r"^(?:我局|本局|我办|我们|我中心|我镇|我街道)")
_SITE_CONTACT = re.compile(
    rf"(?:现场)?联系人: *(?P<name>{_HAN}{{2,4}}) *(?:\((?P<in>[^)\n]{{2,40}})\)|[，, ]*(?P<phone>{_PHONE}))?"
)
_LABELLED = {
    "signed_by": re.compile(rf"签发(?:人)?: *(?P<v>{_HAN}{{2,4}})"),
    "recorder": re.compile(
        rf"(?:记录人|记录|接电人|接听人|值班员): *(?P<v>{_HAN}{{2,4}})(?=$|[ ，。;\n(])",
        re.MULTILINE,
    ),
}


@dataclass(frozen=True)
class Person:
    """Somebody a message names; an empty part was not said. ``phone`` in digits."""

    unit: str = ""
    name: str = ""
    post: str = ""
    phone: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class PeopleSaid:
    """Everybody a message names by office."""

    caller: Person | None
    source_unit: Said[str] | None
    signed_by: Said[str] | None
    recorder: Said[str] | None
    contact_on_site: Person | None
    already_told: tuple[Said[str], ...]
    transferred_to: tuple[Said[str], ...]
    addressees: tuple[Said[str], ...]


def read_people(words: Words, nature: Nature | None) -> PeopleSaid:
    """Who called, who sent it, who signed."""
    caller = _caller(words)
    contact = _site_contact(words)
    labelled = {name: pattern.search(words.plain) for name, pattern in _LABELLED.items()}
    said = {name: words.of(match, "v") if match else None for name, match in labelled.items()}
    sender = sender_of(words)
    if sender is None and caller is not None and caller.unit and nature is not None:
        sender = _unit_of(words, caller)
    return PeopleSaid(
        caller,
        sender,
        said["signed_by"],
        said["recorder"],
        contact,
        tuple(told(words)),
        tuple(transferred(words)),
        tuple(addressees(words)),
    )


def digits(text: str) -> str:
    """A telephone number in digits, without +86."""
    number = re.sub(r"\D", "", text.split("转", maxsplit=1)[0])
    return number[2:] if len(number) > 11 and number.startswith("86") else number  # noqa: PLR2004 - a mobile number has 11


def _unit_of(words: Words, caller: Person) -> Said[str] | None:
    at = words.plain.find(caller.unit)
    return words.said(caller.unit, at, at + len(caller.unit)) if at >= 0 else None


def _caller(words: Words) -> Person | None:
    """By labels, else 接…报告, else …来电, else the signature of a chat."""
    found: Person | None = None
    for reader in (_labelled_caller, _reporting_caller, _calling, _introduced, _signature):
        person = reader(words)
        if found is None:
            found = person
        elif person is not None and reader is _signature and not found.name:
            found = _joined(found, person)
    if found is not None and found.name and not found.phone:
        return _with_phone(words, found, list(found.quotes), 0)
    return found


def _joined(office: Person, person: Person) -> Person:
    """白沙镇报：… with 联系人：白沙镇应急办 覃亮 below it: the same place names its person."""
    related = office.unit[:2] == person.unit[:2]
    if not related or not person.phone or office.post == "群众":
        return office
    return person


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
        called = _split(name["v"])
        inside = _split(name["in"] or "")
        post = called.post or inside.post or ("" if inside.unit else (name["in"] or ""))
        if PHONE.fullmatch(post):
            post = ""
        who = called.name or ("" if called.unit else name["v"])
        if not who and (behind := _NAME_BEHIND.match(words.plain, name.end())):
            who = behind["name"]
        if who.endswith(_TITLES) and (behind := _NAME_BEHIND.match(words.plain, name.end())):
            who, post = behind["name"], who
        person = Person(person.unit or called.unit or inside.unit, who, post)
        quotes.append(words.quote(*name.span("v")))
        quotes_end = quotes_end or name.end()
    return _with_phone(words, person, quotes, quotes_end)


def _labels(words: Words) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Where a message names the office and the person by labels; the heading may be the office."""
    unit, name = _UNIT_LABEL.search(words.plain), _NAME_LABEL.search(words.plain)
    if name is not None and "现场" in words.plain[max(0, name.start() - 2) : name.start()]:
        name = None
    if unit is not None and unit.group()[2] == ":" and not _split(unit["v"]).unit:
        unit = None
    name = name or _DUTY_NAME.search(words.plain)
    opening = OPENING.match(words.plain)
    if unit is None and opening is not None and (name is not None or opening["in"]):
        unit = opening
    return unit, name


def _named_office(words: Words, unit: re.Match[str]) -> Person:
    """来电：住建局质安站 郭晓东: the office, and who stands behind it."""
    person = _split(unit["v"])
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
        re.search(r"值班(?:电话|室\()|传真|现场联系人[^\n]{0,24}$|转[^，。;\n]{2,20}\($", before)
    )


def _reporting_caller(words: Words) -> Person | None:
    for match in _RECEIVED_FROM.finditer(words.plain):
        who = match["who"].strip()
        if _PUBLIC.search(who):
            return _of_public(words, *match.span("who"))
        person = _split(who)
        if not person.unit:
            continue
        quotes = [words.quote(*match.span("who"))]
        end = words.clause(match.end())[1]
        inside = PHONE.search(words.plain, match.start(), end)
        phone = digits(inside.group()) if inside else ""
        if inside:
            quotes.append(words.quote(*inside.span()))
        return Person(person.unit, person.name, person.post, phone, tuple(quotes))
    return None


def _calling(words: Words) -> Person | None:
    spaced = _SPACED.search(words.plain)
    if spaced is not None:
        unit, name, post = _signature_parts(spaced["who"])
        if unit and name:
            return Person(unit, name, post, "", (words.quote(*spaced.span("who")),))
    for match in _CALLS.finditer(words.plain):
        who = re.sub(r"^(?:许|左右|今天|刚才|刚刚|据|，)+", "", match["who"])
        if _OWN_WORD.search(who) or "已" in who:
            continue
        first = match.end("who") - len(who)
        if _PUBLIC.search(who):
            return _of_public(words, first, match.end())
        person = _split(who)
        if not person.unit and not (person.name and person.post):
            continue
        quotes = [words.quote(first, match.end("who"))]
        inside = PHONE.search(match["in0"] or match["in"] or "")
        phone = digits(inside.group()) if inside else ""
        if inside:
            at = words.plain.index(inside.group(), match.start())
            quotes.append(words.quote(at, at + len(inside.group())))
        return Person(person.unit, person.name, person.post, phone, tuple(quotes))
    return None


def _of_public(words: Words, start: int, end: int) -> Person:
    """群众来电（机主姓常，1990…）: a member of the public, often without a full name."""
    line_end = words.sentence(end)[1]
    surname = _SURNAME.search(words.plain, start, line_end)
    called = _CALLED.search(words.plain, start, min(line_end, end + 20))
    phone = PHONE.search(words.plain, start, line_end)
    quotes = [words.quote(start, end)]
    found = surname or called
    if phone is not None:
        quotes.append(words.quote(*phone.span()))
    return Person(
        "",
        found["name"] if found else "",
        "群众",
        digits(phone.group()) if phone else "",
        tuple(quotes),
    )


def _introduced(words: Words) -> Person | None:
    match = _I_AM.search(words.plain)
    if match is None:
        return None
    if match["self"]:
        return _of_public(words, match.start(), match.end())
    person = _split(match["who"])
    name = match["name"] or person.name
    if not person.unit and not name:
        return None
    phone = PHONE.search(words.plain, match.end())
    quotes = [words.quote(*match.span("who"))]
    if phone is not None:
        quotes.append(words.quote(*phone.span()))
    number = digits(phone.group()) if phone else ""
    return Person(person.unit or match["who"], name, person.post, number, tuple(quotes))


def _signature(words: Words) -> Person | None:
    """The last line of a chat: 石桥镇应急办 武丽娟 1990…."""
    lines = [(at, line) for at, line in words.lines() if line.strip()]
    for at, line in [*reversed(lines[-2:] if len(lines) > 1 else []), *tails(lines)]:
        match = _SIGNED.match(_DATED.sub("", line))
        if match is None:
            continue
        unit, name, post = _signature_parts(match["who"])
        if not unit or not (name or match["phone"]):
            continue
        quotes = [words.quote(at + match.start("who"), at + match.end("who"))]
        if match["phone"]:
            quotes.append(words.quote(at + match.start("phone"), at + match.end("phone")))
        return Person(unit, name, post, digits(match["phone"] or ""), tuple(quotes))
    return None


def _signature_parts(text: str) -> tuple[str, str, str]:
    """Unit, name and post of 石桥镇应急办 武丽娟."""
    unit = name = post = ""
    for part in re.split(r"[ ,，:(]+", text.strip()):
        person = _split(part)
        unit, name, post = unit or person.unit, name or person.name, post or person.post
    return unit, name, post


def _split(text: str) -> Person:
    """市应急局值班室黎海霞 → unit, post and name as far as they stand there."""
    plain = text.strip(" :，,的")
    matches = [match for pattern in (_WHO, _WHO_SHORT) if (match := pattern.match(plain))]
    for match in matches:
        name = match["name"] or ""
        if not name or (has_surname(name) and len(name) <= 4):  # noqa: PLR2004 - longest usual name
            return Person(match["unit"] or "", name, match["post"] or match["post2"] or "")
    return Person(unit=_longest_unit(text)) if matches else Person()


def _longest_unit(text: str) -> str:
    match = re.match(LONG_ORG, text.strip())
    return match.group() if match else ""


def _site_contact(words: Words) -> Person | None:
    match = _SITE_CONTACT.search(words.plain)
    if match is None:
        return None
    inside = match["in"] or ""
    phone = PHONE.search(inside) or (PHONE.search(match["phone"]) if match["phone"] else None)
    rest = PHONE.sub("", inside).strip("，,、 ")
    person = _split(rest) if rest else Person()
    quote = words.quote(*match.span())
    number = digits(phone.group()) if phone else ""
    return Person(person.unit or "", match["name"], person.post, number, (quote,))
