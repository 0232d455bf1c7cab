"""Which encoding a text file from an unknown desk is in; never guessed at silently."""

from __future__ import annotations

import codecs
import unicodedata

from safetydesk.exchange.refusals import refusal

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4_096
_ALLOWED_CONTROLS = "\t\r\n\f"


def decode(content: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16 (with or without mark), GBK or GB18030.

    Raises:
        BadInput: the encoding is none of these, or the content is no text.
    """
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _plausible(text):
            return text
    raise refusal(
        "encoding",
        name,
        "文件编码无法识别（需要UTF-8、UTF-16、GBK或GB18030编码的文本），请另存为UTF-8或xlsx",
    )


def _candidates(content: bytes) -> list[str]:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return [encoding]
    sample = content[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > even:
        return ["utf-16-le"]
    if even > odd:
        return ["utf-16-be"]
    return ["utf-8", "gb18030"]


def _plausible(text: str) -> bool:
    """No control characters, nothing unassigned: what a wrong guess would produce."""
    return not any(
        unicodedata.category(ch) in {"Cc", "Cn", "Cs"} and ch not in _ALLOWED_CONTROLS
        for ch in set(text)
    )
