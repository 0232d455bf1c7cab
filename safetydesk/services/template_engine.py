"""Report templates: what they may contain, how they are filled, and where one is wrong.

Jinja2 in its sandbox, and of its language only what a report needs: names, conditions, loops over
lists, joining. No calls, no attributes of objects, no assignment, no arithmetic: a template can
neither leave its text nor grow without bound. Values are put in as they are; text of a person is
never read as a template.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from typing_extensions import override

from safetydesk.domain.errors import BadInput
from safetydesk.domain.report_wording import sentence, sentences

if TYPE_CHECKING:
    from jinja2 import Template

    from safetydesk.domain.report_fields import Fields

LONGEST_SOURCE, LONGEST_RESULT = 8_000, 20_000
_MOST_PIECES, _DEEPEST = 10_000, 2
_NAME = "<模板>"
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.List,
    nodes.If,
    nodes.For,
    nodes.Or,
    nodes.And,
    nodes.Not,
    nodes.Compare,
    nodes.Operand,
    nodes.CondExpr,
    nodes.Concat,
    nodes.Filter,
    nodes.Getattr,
)
_HEADING = re.compile(r"^#[ \t]*(?P<lead>.*?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """A stretch of a template: its heading (none for the opening) and the line it begins on."""

    lead: str
    source: str
    line: int


class _Plain(ImmutableSandboxedEnvironment):
    """Reaches into rows by their keys and into nothing else."""

    @override
    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value of a row's key."""
        if isinstance(obj, Mapping) and attribute in obj:
            return cast("Mapping[str, object]", obj)[attribute]
        return self.undefined(obj=obj, name=attribute)

    @override
    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is called from a template."""
        return False


def rendered(source: str, fields: Fields) -> tuple[tuple[str, str], ...]:
    """Headings with their words, the opening first under an empty heading.

    Raises:
        BadInput: ``template.*`` with the line where the template is wrong.
    """
    left = LONGEST_RESULT
    found: list[tuple[str, str]] = []
    for part in checked_parts(source, tuple(fields)):
        text = _filled(part, fields, left)
        left -= len(text)
        found.append((part.lead, text.strip()))
    return tuple(found)


def checked_parts(source: str, names: Iterable[str]) -> tuple[Part, ...]:
    """The parts of a template that uses nothing but these names.

    Raises:
        BadInput: ``template.empty``, ``template.too_long``, ``template.syntax``,
            ``template.forbidden`` or ``template.unknown_name``, the last three with the line.
    """
    if not source.strip():
        raise BadInput("template.empty")
    if len(source) > LONGEST_SOURCE:
        raise BadInput("template.too_long", limit=LONGEST_SOURCE)
    parts = tuple(_parts(source))
    known = frozenset(names)
    for part in parts:
        _check(_parsed(part), part, known, 0)
    return parts


def _parts(source: str) -> Iterator[Part]:
    """The opening, then what stands under each line that begins with ``#``."""
    lead, start = "", 0
    for heading in _HEADING.finditer(source):
        yield _part(source, lead, start, heading.start())
        lead, start = heading["lead"], heading.end()
    yield _part(source, lead, start, len(source))


def _part(source: str, lead: str, start: int, end: int) -> Part:
    return Part(lead, source[start:end], source.count("\n", 0, start))


def _parsed(part: Part) -> nodes.Template:
    try:
        return _environment().parse(part.source)
    except TemplateSyntaxError as error:
        line = part.line + error.lineno
        raise BadInput("template.syntax", line=line) from None


def _check(node: nodes.Node, part: Part, known: frozenset[str], depth: int) -> None:
    """Refuses whatever is not in the small language, with its line."""
    line = part.line + node.lineno
    if not isinstance(node, _ALLOWED):
        raise BadInput("template.forbidden", line=line)
    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in known:
        raise BadInput("template.unknown_name", line=line, name=node.name)
    if isinstance(node, nodes.Filter) and node.name not in _FILTERS:
        raise BadInput("template.unknown_name", line=line, name=node.name)
    if isinstance(node, nodes.For):
        depth += 1
        plain = isinstance(node.iter, nodes.Name) and isinstance(node.target, nodes.Name)
        if depth > _DEEPEST or not plain or node.recursive:
            raise BadInput("template.forbidden", line=line)
        known |= {node.target.name} if isinstance(node.target, nodes.Name) else set[str]()
    for child in node.iter_child_nodes():
        _check(child, part, known, depth)


def _filled(part: Part, fields: Fields, room: int) -> str:
    """The words of a part, at most ``room`` characters."""
    pieces: list[str] = []
    try:
        for piece in _template(part.source).generate(fields):
            pieces.append(piece)
            room -= len(piece)
            if room < 0 or len(pieces) > _MOST_PIECES:
                raise BadInput("template.result_too_long", limit=LONGEST_RESULT)
    except (UndefinedError, TypeError, ValueError) as error:
        raise BadInput("template.value", line=part.line + _line_of(error)) from None
    return "".join(pieces)


def _line_of(error: Exception) -> int:
    """The line of the template in which filling it failed; Jinja writes it into the trace."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno or 1 for f in reversed(frames) if f.filename == _NAME), 1)


@lru_cache(maxsize=64)
def _template(source: str) -> Template:
    environment = _environment()
    code = environment.compile(source, filename=_NAME)
    return environment.template_class.from_code(environment, code, {})


@lru_cache(maxsize=1)
def _environment() -> _Plain:
    """The sandbox: no globals, no tests, three filters, nothing undefined passes silently."""
    made = _Plain(
        undefined=StrictUndefined,
        autoescape=False,
        finalize=_plain_words,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    made.filters.update(_FILTERS)
    return made


def _plain_words(value: object) -> object:
    """Only words are printed; a list or a row is an error of the template."""
    if isinstance(value, (str, StrictUndefined)):
        return value
    raise TypeError(type(value).__name__)


def _one(words: object) -> str:
    if not isinstance(words, str):
        raise TypeError(type(words).__name__)
    return sentence(words)


def _all(words: object) -> list[str]:
    """The words of a list that are there."""
    if isinstance(words, str) or not isinstance(words, Iterable):
        raise TypeError(type(words).__name__)
    found = [word for word in cast("Iterable[object]", words) if word]
    texts = [word for word in found if isinstance(word, str)]
    if len(texts) != len(found):
        raise TypeError("a list of rows")
    return texts


def _one_sentence(words: object) -> str:
    """All that is there as one sentence, its parts joined by ；."""
    return sentences(_all(words))


def _listed(words: object) -> str:
    """All that is there, joined by 、."""
    return "、".join(_all(words))


_FILTERS: Mapping[str, Any] = {
    "句": _one,
    "连句": _one_sentence,
    "顿号": _listed,
}
"""``句`` ends with one full stop, ``连句`` joins with ；, ``顿号`` with 、."""
