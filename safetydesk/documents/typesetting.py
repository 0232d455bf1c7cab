"""Knows how plain text becomes lines on paper: faces, kinsoku, justification, strikes and frames.

Text never passes through a markup parser: what the user typed is printed letter for letter.
"""

# pyright: reportUnknownMemberType=false, reportUnknownLambdaType=false
# ReportLab's stubs leave most parameters untyped.

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.units import mm

from safetydesk.documents.line_breaking import (
    CLOSING,
    FIRST_HAN,
    OPENING,
    break_lines,
    break_offsets,
)
from safetydesk.services.sheets import FRESH_TINT

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from safetydesk.documents.fonts import Face, FontBook, Glyph

_DESCENT: Final = 0.12
"""How far the em box of a Chinese face reaches under the baseline, in em."""

_STRIKE_HEIGHT: Final = 0.34
"""Height of the strike above the baseline, in em: through the middle of Han characters."""

_FULL_WIDTH: Final = 0.9
"""A mark narrower than this, in em, has no blank half."""

_ENDLESS: Final = 1e6

_MOST_KEPT: Final = 2_000
"""So many set texts are kept in memory, some megabytes."""

_HALF_BLANK: Final = CLOSING | OPENING

_TICK_BOX: Final = 0.8
"""Side of the box round a tick, in em: that of the sign ``□``."""

_TINT: Final[Color] = HexColor(FRESH_TINT)
_FRAME_PAD: Final = 0.8 * mm
_FRAME_RULE: Final = 0.18 * mm


class Align(Enum):
    """Where the lines of a block stand."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()
    JUSTIFY = auto()


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Face, size and leading in points, first indent in em, extra space between letters."""

    face: Face
    size: float
    leading: float
    align: Align = Align.LEFT
    first_indent: float = 0.0
    tracking: float = 0.0
    colour: Color = black

    @property
    def base(self) -> float:
        """Height of the baseline above the lower edge of a line, in points."""
        return (self.leading - self.size) / 2 + _DESCENT * self.size


@dataclass(frozen=True, slots=True)
class Span:
    """Plain text in one appearance; ``face`` None takes the block's.

    A framed span is not broken. A ticked span is a ``√`` in a box. A tinted span stands out on the
    screen.
    """

    text: str
    face: Face | None = None
    struck: bool = False
    framed: bool = False
    ticked: bool = False
    tinted: bool = False


def tick(*, checked: bool) -> Span:
    """A box to tick; it reads ``√`` when ticked and ``□`` when not."""
    return Span("√", ticked=True) if checked else Span("□")


class _Char(NamedTuple):
    """One character as it will be printed.

    ``lead`` is the space before its glyph (negative: the glyph's blank half is cut off),
    ``trim`` what it sheds at the end of a line, ``tight`` when its right half is cut off.
    A named tuple, since a sheet has thousands and a frozen dataclass takes thrice as long.
    """

    text: str
    glyph: Glyph
    span: Span
    width: float
    lead: float = 0.0
    trim: float = 0.0
    tight: bool = False


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Neighbours drawn in one go: same font and span, one letter space."""

    text: str
    glyph: Glyph
    span: Span
    x: float
    width: float
    space: float
    lead: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line ready to be drawn, its chunks placed from the left edge of the block."""

    text: str
    chunks: tuple[_Chunk, ...]

    @property
    def width(self) -> float:
        """From the left edge of the block to the end of the last chunk, in points."""
        return self.chunks[-1].x + self.chunks[-1].width if self.chunks else 0.0


def set_lines(
    book: FontBook, spans: Sequence[Span], style: TextStyle, width: float
) -> tuple[SetLine, ...]:
    """Break ``spans`` into lines of ``width`` points; a line break in the text starts anew."""
    return _kept_lines(book, tuple(spans), style, width)


@lru_cache(maxsize=_MOST_KEPT)
def _kept_lines(
    book: FontBook, spans: tuple[Span, ...], style: TextStyle, width: float
) -> tuple[SetLine, ...]:
    """Lines set once: most cells of a form say what many others say, and a preview is redrawn."""
    lines: list[SetLine] = []
    for paragraph in _paragraphs(book, spans):
        lines += _set_paragraph(book, paragraph, style, width)
    return tuple(lines)


def set_one_line(book: FontBook, spans: Sequence[Span], style: TextStyle) -> SetLine:
    """The spans in one line of whatever length; line breaks become spaces."""
    flat = [replace(span, text=span.text.replace("\n", " ")) for span in spans]
    return set_lines(book, flat, replace(style, align=Align.LEFT), _ENDLESS)[0]


def draw_line(canvas: Canvas, line: SetLine, style: TextStyle, x: float, baseline: float) -> None:
    """Draw the line with its left edge at ``x``; strikes and frames lie over the text."""
    if not line.chunks:
        return
    canvas.saveState()
    if any(chunk.span.tinted for chunk in line.chunks):
        _draw_tints(canvas, line, style, x, baseline)
    canvas.setFillColor(style.colour)
    canvas.setStrokeColor(style.colour)
    for chunk in line.chunks:
        _draw_chunk(canvas, chunk, style, x, baseline)
    if any(chunk.span.framed for chunk in line.chunks):
        _draw_frames(canvas, line, style, x, baseline)
    canvas.restoreState()


def _paragraphs(book: FontBook, spans: Sequence[Span]) -> list[list[Span]]:
    """The printable spans of each paragraph; no text at all is one empty paragraph."""
    paragraphs: list[list[Span]] = [[]]
    for span in spans:
        text = book.printable(span.text.replace("\r\n", "\n").replace("\r", "\n"))
        for number, piece in enumerate(text.split("\n")):
            if number:
                paragraphs.append([])
            if piece:
                paragraphs[-1].append(replace(span, text=piece))
    return paragraphs


def _set_paragraph(
    book: FontBook, spans: Sequence[Span], style: TextStyle, width: float
) -> Iterator[SetLine]:
    chars = _squeezed([char for span in spans for char in _chars(book, span, style)], style.size)
    text = "".join(char.text for char in chars)
    indent = style.first_indent * style.size

    def room(number: int) -> float:
        return width - indent if number == 0 else width

    lines = break_lines(
        text,
        [char.width for char in chars],
        room,
        trims=[char.trim + style.tracking for char in chars],
        offsets=_offsets(text, chars, width),
    )
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        align = Align.LEFT if last and style.align is Align.JUSTIFY else style.align
        left = indent if number == 0 else 0.0
        spare = room(number) - line.width
        part = chars[line.start : line.stop]
        placed = _placed(part, replace(style, align=align), left, spare)
        yield SetLine(text[line.start : line.stop], tuple(placed))


def _chars(book: FontBook, span: Span, style: TextStyle) -> Iterator[_Char]:
    face, size, tracking, last = span.face or style.face, style.size, style.tracking, -1
    first = last
    if span.framed:
        first, last = 0, len(span.text) - 1
    for number, char in enumerate(span.text):
        glyph = book.glyph(face, char)
        lead = _FRAME_PAD if number == first else 0.0
        trail = _FRAME_PAD if number == last else 0.0
        yield _Char(char, glyph, span, glyph.width * size + tracking + lead + trail, lead)


def _squeezed(chars: list[_Char], size: float) -> list[_Char]:
    """Take the blank half off a mark beside another mark (CLREQ 3.1.6.1: ``）：``, ``”（``)."""
    half = size / 2
    out = list(chars)
    for at, char in enumerate(chars):
        if char.text not in _HALF_BLANK or char.glyph.width < _FULL_WIDTH:
            continue
        following = chars[at + 1].text if at + 1 < len(chars) else ""
        if char.text in CLOSING:
            tight = following != "" and (following in CLOSING or following in OPENING)
            out[at] = (
                char._replace(width=char.width - half, tight=True)
                if tight
                else char._replace(trim=half)
            )
        elif char.text in OPENING and at and chars[at - 1].text in OPENING:
            out[at] = char._replace(width=char.width - half, lead=char.lead - half)
    return out


def _offsets(text: str, chars: Sequence[_Char], width: float) -> list[int]:
    """Where lines may begin: not inside a framed span, unless it is wider than the block."""
    return [
        at
        for at in break_offsets(text)
        if at == len(text)
        or chars[at].span is not chars[at - 1].span
        or not _kept_whole(chars, at, width)
    ]


def _kept_whole(chars: Sequence[_Char], at: int, width: float) -> bool:
    span = chars[at].span
    return span.framed and sum(c.width for c in chars if c.span is span) <= width


def _placed(part: Sequence[_Char], style: TextStyle, left: float, spare: float) -> Iterator[_Chunk]:
    """Place the characters of a line with ``spare`` points left over."""
    if style.align is Align.CENTRE:
        left += spare / 2
    elif style.align is Align.RIGHT:
        left += spare
    gaps = _gaps(part) if style.align is Align.JUSTIFY and part else []
    step = max(0.0, spare) / max(1, sum(gaps[:-1])) if gaps else 0.0
    return _chunks(part, style, left, gaps, step)


def _gaps(part: Sequence[_Char]) -> list[bool]:
    """Whether justification may widen the gap after each character: not inside Latin words."""
    wide = [ord(char.text) >= FIRST_HAN or char.text == " " for char in part]
    inner = [wide[i] or wide[i + 1] for i in range(len(part) - 1)]
    return [*inner, inner[-1] if inner else False]


def _chunks(
    part: Sequence[_Char], style: TextStyle, x: float, gaps: Sequence[bool], step: float
) -> Iterator[_Chunk]:
    start = 0
    while start < len(part):
        stop = start + 1
        while stop < len(part) and _joins(part, start, stop, gaps):
            stop += 1
        first, chars = part[start], part[start:stop]
        spread = step if gaps and gaps[start] else 0.0
        width = sum(char.width for char in chars) + spread * len(chars)
        text = "".join(char.text for char in chars)
        yield _Chunk(text, first.glyph, first.span, x, width, style.tracking + spread, first.lead)
        x += width
        start = stop


def _joins(part: Sequence[_Char], start: int, at: int, gaps: Sequence[bool]) -> bool:
    first, char = part[start], part[at]
    if part[at - 1].tight or char.lead:
        return False
    same = char.glyph.font == first.glyph.font and char.span is first.span
    return same and (not gaps or gaps[at] == gaps[start])


def _draw_chunk(
    canvas: Canvas, chunk: _Chunk, style: TextStyle, left: float, baseline: float
) -> None:
    x = left + chunk.x
    text = canvas.beginText(x + chunk.lead, baseline)
    text.setFont(chunk.glyph.font, style.size)
    text.setCharSpace(chunk.space)
    if chunk.glyph.stroke:
        canvas.setLineWidth(chunk.glyph.stroke * style.size)
    mode = _render_mode(chunk)
    if mode:
        text.setTextRenderMode(mode)
    text.textOut(chunk.text)
    if mode:
        text.setTextRenderMode(0)  # the mode outlives the text object
    canvas.drawText(text)
    if chunk.span.struck:
        height = baseline + _STRIKE_HEIGHT * style.size
        canvas.setLineWidth(max(0.5, 0.055 * style.size))
        canvas.line(x, height, x + chunk.width, height)
    if chunk.span.ticked:
        _draw_tick(canvas, x + chunk.width / 2, baseline, style.size)


def _render_mode(chunk: _Chunk) -> Literal[0, 2, 3]:
    """0 fills, 2 fills and strokes, 3 leaves the text readable but unseen (under a drawing)."""
    if chunk.span.ticked:
        return 3
    return 2 if chunk.glyph.stroke else 0


def _draw_tick(canvas: Canvas, centre: float, baseline: float, size: float) -> None:
    """A ticked box with the measures of the sign ``□``."""
    side = _TICK_BOX * size
    left, bottom = centre - side / 2, baseline - 0.04 * size
    canvas.setLineWidth(0.5)
    canvas.rect(left, bottom, side, side)
    canvas.setLineWidth(1.1)
    path = canvas.beginPath()
    path.moveTo(left + 0.18 * side, bottom + 0.52 * side)
    path.lineTo(left + 0.42 * side, bottom + 0.22 * side)
    path.lineTo(left + 0.84 * side, bottom + 0.8 * side)
    canvas.drawPath(path)


def _draw_tints(
    canvas: Canvas, line: SetLine, style: TextStyle, left: float, baseline: float
) -> None:
    """The ground of tinted spans, under the text."""
    canvas.setFillColor(_TINT)
    for chunk in line.chunks:
        if chunk.span.tinted:
            bottom, height = baseline - 0.22 * style.size, 1.2 * style.size
            canvas.rect(left + chunk.x, bottom, chunk.width, height, stroke=0, fill=1)


def _draw_frames(
    canvas: Canvas, line: SetLine, style: TextStyle, left: float, baseline: float
) -> None:
    """One box round each framed span, however many fonts it needs."""
    canvas.setLineWidth(_FRAME_RULE)
    for span, group in groupby(line.chunks, key=lambda chunk: chunk.span):
        chunks = list(group)
        if span.framed:
            width = chunks[-1].x + chunks[-1].width - chunks[0].x
            bottom, height = baseline - 0.22 * style.size, 1.2 * style.size
            canvas.rect(left + chunks[0].x, bottom, width, height, stroke=1, fill=0)
