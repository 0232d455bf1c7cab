"""How names and units are pronounced: pinyin of every character, surnames by their own table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from safetydesk.domain.contact_search import ContactEntry, SpokenText, fold
from safetydesk.domain.person_names import COMPOUND_SURNAMES, looks_like_name, plain_name
from safetydesk.domain.phone_numbers import read_phones
from safetydesk.domain.unit_short_forms import short_forms

_SURNAMES: dict[str, str] = {
    "单": "shan",
    "仇": "qiu",
    "解": "xie",
    "曾": "zeng",
    "区": "ou",
    "查": "zha",
    "朴": "piao",
    "盖": "ge",
    "乐": "yue",
    "翟": "zhai",
    "任": "ren",
    "华": "hua",
    "宁": "ning",
    "冼": "xian",
    "覃": "qin",
    "员": "yun",
    "缪": "miao",
    "牟": "mu",
    "秘": "bi",
    "宓": "mi",
    "逄": "pang",
    "晁": "chao",
    "郗": "xi",
    "隗": "wei",
    "繁": "po",
    "燕": "yan",
    "应": "ying",
    "那": "na",
    "折": "she",
    "黑": "he",
    "种": "chong",
    "召": "shao",
    "车": "che",
    "盛": "sheng",
    "纪": "ji",
    "葛": "ge",
    "哈": "ha",
    "能": "nai",
    "句": "gou",
    "过": "guo",
    "褚": "chu",
    "訾": "zi",
    "佘": "she",
    "臧": "zang",
    "祭": "zhai",
    "贾": "jia",
    "隽": "juan",
    "相": "xiang",
    "卜": "bu",
    "薄": "bo",
    "柏": "bai",
    "曲": "qu",
    "都": "du",
    "费": "fei",
    "殷": "yin",
    "郇": "huan",
    "亓": "qi",
    "仉": "zhang",
    "尉": "wei",
    "石": "shi",
    "沈": "shen",
    "万": "wan",
    "洗": "xian",
    "长": "zhang",
    "重": "chong",
    "行": "xing",
    "令": "ling",
    "鲜": "xian",
    "阚": "kan",
    "谌": "chen",
    "佟": "tong",
    "邸": "di",
    "郜": "gao",
    "么": "yao",
    "幺": "yao",
    "瞿": "qu",
    "眭": "sui",
    "闫": "yan",
    "缑": "gou",
    "厍": "she",
    "撒": "sa",
    "洪": "hong",
    "叶": "ye",
    "俞": "yu",
    "於": "yu",
}
_COMPOUND: dict[str, tuple[str, str]] = {
    "尉迟": ("yu", "chi"),
    "万俟": ("mo", "qi"),
    "令狐": ("ling", "hu"),
    "澹台": ("tan", "tai"),
    "长孙": ("zhang", "sun"),
    "鲜于": ("xian", "yu"),
    "皇甫": ("huang", "fu"),
    "公冶": ("gong", "ye"),
    "濮阳": ("pu", "yang"),
    "宗政": ("zong", "zheng"),
    "呼延": ("hu", "yan"),
    "闾丘": ("lv", "qiu"),
}
_OTHER_SURNAME_READINGS: dict[str, tuple[str, ...]] = {
    "覃": ("tan",),
    "牟": ("mou",),
    "盖": ("gai",),
    "郇": ("xun",),
    "翟": ("di",),
    "乐": ("le",),
    "员": ("yuan",),
}
_TOKENS = re.compile(r"[a-z0-9]+|[\u3400-\u9fff\U00020000-\U0003ffff〇]+")
_LATIN = re.compile(r"[a-z0-9]+")
_COMMON = re.compile(r"[\u4e00-\u9fa5]+")


def contact_entry(
    key: str,
    *,
    name: str,
    unit: str = "",
    post: str = "",
    phones: Sequence[str] = (),
    groups: Sequence[str] = (),
    on_duty: bool = False,
    last_called: datetime | None = None,
    reading: str = "",
) -> ContactEntry:
    """A contact made ready for ``domain.contact_search.search``.

    ``reading`` is the pinyin a person corrected by hand, one syllable a character, separated by
    spaces; it becomes the main reading of the name.
    """
    numbers = [number for phone in phones for number in read_phones(phone).numbers]
    return ContactEntry(
        key=key,
        name=speak_name(name, reading),
        units=unit_texts(unit),
        posts=texts_of((post,)),
        groups=texts_of(tuple(groups)),
        phones=tuple(dict.fromkeys(number.number for number in numbers)),
        extensions=tuple(dict.fromkeys(number.ext for number in numbers if number.ext)),
        on_duty=on_duty,
        last_called=last_called,
    )


@lru_cache(maxsize=2_048)
def unit_texts(unit: str) -> tuple[SpokenText, ...]:
    """A unit and its short forms as they are read."""
    return texts_of((unit, *short_forms(unit)))


@lru_cache(maxsize=2_048)
def texts_of(texts: tuple[str, ...]) -> tuple[SpokenText, ...]:
    """Texts as they are read, but for empty ones; many contacts have the same ones."""
    return tuple(speak(text) for text in texts if text)


@lru_cache(maxsize=8_192)
def speak(text: str, *, every_reading: bool = False) -> SpokenText:
    """The text as it is read; with ``every_reading``, other readings stand behind the usual one.

    Only names get them: in units and posts, rare readings would find what nobody means.
    """
    folded = fold(text)
    tokens: list[str] = []
    readings: list[tuple[str, ...]] = []
    for chunk in _TOKENS.findall(folded):
        if _LATIN.fullmatch(chunk):
            tokens.append(chunk)
            readings.append(())
        else:
            tokens.extend(chunk)
            readings.extend(heard if every_reading else heard[:1] for heard in _read_han(chunk))
    return SpokenText.of(text, tokens, readings)


def speak_name(name: str, reading: str = "") -> SpokenText:
    """A person's name: the surname as surnames are read; ``reading`` wins where it fits."""
    plain = plain_name(name) if looks_like_name(plain_name(name)) else name
    spoken = speak(plain, every_reading=True)
    given = fold(reading).split()
    if given and len(given) == len(spoken.tokens):
        return _with_main(spoken, given)
    if not looks_like_name(plain):
        return spoken
    surname = plain[:2]
    if surname in COMPOUND_SURNAMES and surname in _COMPOUND:
        return _with_main(spoken, _COMPOUND[surname])
    if plain[0] in _SURNAMES:
        return _with_main(spoken, [_SURNAMES[plain[0]]])
    return spoken


def syllables(spoken: SpokenText) -> str:
    """The main reading as text, ``shan xiong``, for a field that people may correct."""
    return " ".join(
        reading[0] if reading else token
        for token, reading in zip(spoken.tokens, spoken.readings, strict=True)
    )


def typed_sounds(name: str) -> str:
    """The name's sounds as they are typed: ``huangzhiqiang hzq``."""
    sounds = syllables(speak_name(name)).split()
    return f"{''.join(sounds)} {''.join(sound[:1] for sound in sounds)}"


def _with_main(spoken: SpokenText, main: Sequence[str]) -> SpokenText:
    """The same text with other main readings for its first tokens; the former ones stay behind."""
    readings = list(spoken.readings)
    for index, syllable in enumerate(main[: len(readings)]):
        others = (*readings[index], *_OTHER_SURNAME_READINGS.get(spoken.tokens[index], ()))
        readings[index] = tuple(dict.fromkeys((syllable, *others)))
    return SpokenText.of(spoken.text, spoken.tokens, readings)


def _read_han(chunk: str) -> list[tuple[str, ...]]:
    """The readings of each character, that of the word it stands in first."""
    from pypinyin import Style, lazy_pinyin  # imported when first needed: 0.3 s, 56 MB

    beginnings = _phrase_beginnings()
    pairs = (chunk[at : at + 2] for at in range(len(chunk) - 1))
    if _COMMON.fullmatch(chunk) and not any(pair in beginnings for pair in pairs):
        main = [_alone(sign) for sign in chunk]  # as it would be read, since no phrase is in it
    else:
        main = lazy_pinyin(chunk, style=Style.NORMAL)
    if len(main) != len(chunk):
        main = [_alone(sign) for sign in chunk]
    return [_readings_of(sign, usual) for sign, usual in zip(chunk, main, strict=True)]


@lru_cache(maxsize=1)
def _phrase_beginnings() -> frozenset[str]:
    """The first two characters of every phrase that has a reading of its own."""
    from pypinyin.constants import PHRASES_DICT

    return frozenset(phrase[:2] for phrase in PHRASES_DICT)


@lru_cache(maxsize=16_384)
def _alone(sign: str) -> str:
    """The usual reading of a character that stands in no phrase."""
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(sign, style=Style.NORMAL)[0]


@lru_cache(maxsize=16_384)
def _readings_of(sign: str, usual: str) -> tuple[str, ...]:
    """All readings of one character, the usual one first; lyu and nyu beside lv and nv."""
    from pypinyin import Style, pinyin

    every = pinyin(sign, style=Style.NORMAL, heteronym=True)[0]
    words = [fold(word) for word in (usual, *every)]
    words += [f"{word[0]}yu{word[2:]}" for word in words if word in {"lv", "nv"}]
    return tuple(dict.fromkeys(word for word in words if word.isascii()))
