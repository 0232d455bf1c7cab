"""Which kind a file is, told by its contents and not by its name, and how it is read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.exchange.refusals import MAX_FILE_BYTES, damaged, refusal, too_large

if TYPE_CHECKING:
    from safetydesk.exchange.sheets import Book

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|meta|table|\?xml)", re.IGNORECASE
)
_CARD = re.compile(r"\s*BEGIN:VCARD", re.IGNORECASE)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"{\\rtf", "RTF文档"),
)


def read_book(path: Path) -> Book:
    """The file as sheets or cards, read in this process (see ``sandbox`` for foreign files).

    Raises:
        BadInput: no such file, or a file that cannot be read, with the reason in Chinese.
    """
    name = path.name
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise too_large(name, f"超过{MAX_FILE_BYTES // 1024 // 1024}兆")
        content = path.read_bytes()
    except OSError as error:
        raise refusal("missing", name, "文件不存在或不能读取") from error
    return read_content(content, name)


def read_content(content: bytes, name: str) -> Book:
    """The bytes of a file as sheets or cards.

    Raises:
        BadInput: the content is none of the kinds that are read, or is damaged.
    """
    if not content.strip():
        raise refusal("empty", name, "文件是空的")
    for magic, kind in _FOREIGN:
        if content.startswith(magic):
            raise refusal("kind", name, f"这是{kind}，不是表格；请用xlsx、xls、csv、docx或vcf")
    if content.startswith(_ZIP):
        return _read_package(content, name)
    if content.startswith(_OLE):
        return _read_ole(content, name)
    if _HTML.match(content):
        raise refusal("html", name, "内容其实是网页（HTML），请用Excel打开后另存为xlsx再导入")
    return _read_text(content, name)


def _read_package(content: bytes, name: str) -> Book:
    if b"word/document.xml" in content:
        from safetydesk.exchange.docx_book import read_docx

        return read_docx(content, name)
    from safetydesk.exchange.xlsx_book import read_xlsx

    return read_xlsx(content, name)


def _read_ole(content: bytes, name: str) -> Book:
    if _ENCRYPTED in content:
        raise refusal("encrypted", name, "文件已加密，请去掉密码后再导入")
    if "WordDocument".encode("utf-16-le") in content:
        raise refusal("kind", name, "这是旧版Word文档，请另存为docx再导入")
    from safetydesk.exchange.xlsx_book import read_xls

    return read_xls(content, name)


def _read_text(content: bytes, name: str) -> Book:
    suffix = Path(name).suffix.lower()
    if suffix in {".xlsx", ".docx", ".xls"}:
        raise damaged(name)
    from safetydesk.exchange.plain_files import decode

    if suffix == ".vcf" or _CARD.match(decode(content, name)):
        from safetydesk.exchange.vcard_book import read_vcards

        return read_vcards(content, name)
    from safetydesk.exchange.csv_book import read_csv

    return read_csv(content, name)
