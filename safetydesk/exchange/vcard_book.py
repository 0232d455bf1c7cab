"""vCard files 2.1 to 4.0 as cards of properties: folding, groups, parameters, quoted-printable."""

from __future__ import annotations

import quopri
import re

from safetydesk.exchange.plain_files import decode
from safetydesk.exchange.refusals import MAX_CARDS, MAX_CELL_CHARS, damaged, too_large
from safetydesk.exchange.sheets import Book, CardLine

_LINE = re.compile(r"(?:([\w-]+)\.)?([A-Za-z][\w-]*)((?:;(?:\"[^\"]*\"|[^:\"])*)?):(.*)", re.DOTALL)
_SKIPPED = {"PHOTO", "LOGO", "SOUND", "KEY"}
_FOLD = re.compile(r"\r?\n[ \t]")
_SOFT_BREAK = re.compile(r"=\r?\n")


def read_vcards(content: bytes, name: str) -> Book:
    """The cards of a vCard file, pictures and sounds left out.

    Raises:
        BadInput: unknown encoding, or a card without its end.
    """
    lines = _unfold(decode(content, name))
    cards: list[tuple[CardLine, ...]] = []
    current: list[CardLine] | None = None
    for line in lines:
        mark = line.strip().upper()
        if mark == "BEGIN:VCARD":
            if current is not None:
                raise damaged(f"{name} 第{len(cards) + 1}张名片")
            current = []
        elif mark == "END:VCARD" and current is not None:
            cards.append(tuple(current))
            current = None
        elif current is not None:
            current.extend(_property(line))
        if len(cards) > MAX_CARDS:
            raise too_large(name, f"超过{MAX_CARDS}张名片")
    if current is not None or not cards:
        raise damaged(f"{name} 第{len(cards) + 1}张名片")
    return Book(name, cards=tuple(cards))


def _unfold(text: str) -> list[str]:
    """Logical lines: folded ones joined, and the soft breaks of quoted-printable ones too."""
    joined = _FOLD.sub("", text)
    if "QUOTED-PRINTABLE" in joined.upper():
        joined = _SOFT_BREAK.sub("", joined)
    return joined.splitlines()


def _property(line: str) -> list[CardLine]:
    match = _LINE.fullmatch(line)
    if match is None:
        return []
    group, name, parameters, value = match.groups()
    if name.upper() in _SKIPPED:
        return []
    words = [word.strip().upper() for word in parameters.split(";") if word.strip()]
    types: set[str] = set()
    charset = "utf-8"
    for word in words:
        key, _, setting = word.rpartition("=")
        if key in {"", "TYPE"}:
            types.update(setting.replace('"', "").split(","))
        elif key == "CHARSET":
            charset = setting
    if any(word.endswith("QUOTED-PRINTABLE") for word in words):
        value = _quoted_printable(value, charset)
    return [CardLine(name.upper(), value[:MAX_CELL_CHARS], group or "", frozenset(types))]


def _quoted_printable(value: str, charset: str) -> str:
    raw = quopri.decodestring(value.encode("utf-8"))
    for encoding in (charset, "utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return value
