"""A small XML document from outside as a tree: within limits, without any document type."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from safetydesk.exchange.refusals import damaged, refusal

MAX_BYTES = 2 * 1024 * 1024
_MAX_DEPTH, _MAX_ELEMENTS = 30, 20_000
_CHINESE = re.compile(
    rb"""^\s*<\?xml[^>]*encoding\s*=\s*["'](?:gb2312|gbk|gb18030)["'][^>]*\?>""", re.IGNORECASE
)


@dataclass
class Element:
    """An element by its local name; ``line`` is where it begins."""

    name: str
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list["Element"])

    def first(self, name: str) -> Element | None:
        """The first child of a name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> list[Element]:
        """The children of a name, in their order."""
        return [child for child in self.children if child.name == name]

    def word(self, name: str) -> str:
        """The words of the first child of a name; empty where there is none."""
        found = self.first(name)
        return found.text.strip() if found is not None else ""


def read_tree(content: bytes, where: str) -> Element:
    """The root of a document in UTF-8, UTF-16, GBK or GB18030.

    Raises:
        BadInput: too large, damaged, or with a document type (which could declare entities).
    """
    if len(content) > MAX_BYTES:
        raise refusal("too_large", where, "不超过 2 MB 的 CAP 文件")
    declared = _CHINESE.match(content)
    if declared is not None:
        try:
            content = content[declared.end() :].decode("gb18030").encode("utf-8")
        except UnicodeDecodeError as error:
            raise damaged(where) from error
    return _Builder(where).read(content)


class _Builder:
    """Puts the tree together while the parser runs."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._open: list[Element] = []
        self._root: Element | None = None
        self._count = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.EntityDeclHandler = self._refuse_doctype

    def read(self, content: bytes) -> Element:
        """The root of the whole document."""
        try:
            self._parser.Parse(content, True)  # noqa: FBT003 - expat takes it by position only
        except (expat.ExpatError, ValueError) as error:
            raise damaged(self._where) from error
        if self._root is None:
            raise damaged(self._where)
        return self._root

    def _start(self, tag: str, _attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MAX_ELEMENTS or len(self._open) >= _MAX_DEPTH:
            raise refusal("too_large", self._where, "层次和内容有限的 CAP 文件")
        made = Element(tag.rpartition(" ")[2], self._parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(made)
        else:
            self._root = made
        self._open.append(made)

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].text += text

    def _refuse_doctype(self, *_: object) -> None:
        raise refusal("doctype", self._where, "不带文档类型和实体声明的 XML")
