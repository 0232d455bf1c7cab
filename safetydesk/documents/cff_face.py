"""Knows how ReportLab prints outline fonts it refuses: CFF glyphs become TrueType as they are used.

ReportLab embeds TrueType outlines only. Converting a whole Chinese font takes most of a minute,
so the face given to ReportLab is a skeleton with empty outlines; the glyphs of a document are
converted when its subset is made, and kept for the next document.
"""

# pyright: reportUnknownMemberType=false, reportUnknownLambdaType=false
# ReportLab's stubs leave most parameters untyped.

from __future__ import annotations

import io
import struct
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont as FontFile
from reportlab.pdfbase import pdfdoc, ttfonts
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Sequence

_CURVE_ERROR: Final = 0.5
"""Greatest distance of the quadratic from the cubic outline, in font units (1/1000 em)."""

_MAXP: Final = (4000, 400, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
"""Limits declared in the skeleton: viewers refuse glyphs with more points or contours."""


def to_unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """The ToUnicode CMap of a subset, right beyond U+FFFF too (UTF-16, PDF 32000-1 9.10.3).

    ReportLab writes such code points with five digits, which readers take for another character.
    """
    text = ttfonts.makeToUnicodeCMap(font_name, [min(code, 0xFFFF) for code in subset])
    lines = text.split("\n")
    first = next(i for i, line in enumerate(lines) if line.endswith("beginbfchar")) + 1
    for index, code in enumerate(subset):
        units = chr(code).encode("utf-16-be").hex().upper()
        lines[first + index] = f"<{index:02X}> <{units}>"
    return "\n".join(lines)


class PrintFont(ttfonts.TTFont):
    """A font as ReportLab uses it, with a right ToUnicode map."""

    @override
    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:
        """Add the subsets of this font that ``doc`` uses, then mend their ToUnicode maps."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = self._subset_name(number)
            stream = cast("pdfdoc.PDFStream", doc.idToObject[f"toUnicodeCMap:{name}"])
            stream.content = to_unicode_map(name, subset)

    def _subset_name(self, number: int) -> str:
        prefix = ttfonts.SUBSETN(number)
        return b"".join((prefix, b"+", self.face.name, self.face.subfontNameX)).decode("ascii")


class OutlineFont(PrintFont):
    """A font file with CFF outlines (``.otf``, or one face of a collection)."""

    def __init__(self, name: str, path: Path, face_number: int = -1) -> None:
        """Read the file's tables; no outline is read yet.

        Raises:
            OSError: the file cannot be read.
            fontTools.ttLib.TTLibError: it is not a font.
        """
        source = FontFile(path, fontNumber=face_number, lazy=True)
        skeleton = _skeleton(source)
        super().__init__(name, io.BytesIO(skeleton), shapable=False)
        self.face = _OutlineFace(source, skeleton, path)


class _OutlineFace(ttfonts.TTFontFace):
    """A face whose ``glyf`` table is filled with the converted glyphs of each subset."""

    def __init__(self, source: FontFile, skeleton: bytes, path: Path) -> None:
        super().__init__(io.BytesIO(skeleton))
        self.subfontNameX = b""
        self.filename = str(path)
        self._outlines = source.getGlyphSet()
        self._glyph_order: list[str] = source.getGlyphOrder()
        self._skeleton = skeleton
        self._converted: dict[int, bytes] = {}

    @override
    def makeSubset(self, subset: Sequence[int]) -> bytes:
        """The subset's TrueType file, its glyphs converted."""
        glyphs = sorted({0} | {self.charToGlyph.get(code, 0) for code in subset})
        self._place(glyphs)
        try:
            return super().makeSubset(subset)
        finally:
            self._ttf_data = self._skeleton

    def _place(self, glyphs: Sequence[int]) -> None:
        """Append the glyphs in order to the skeleton; point ``glyf`` and the positions at them."""
        outlines = [self._outline(glyph) for glyph in glyphs]
        # ReportLab asks where a glyph of the subset begins and where the next one does.
        ends = list(accumulate(map(len, outlines)))
        self.glyphPos = dict(zip((glyph + 1 for glyph in glyphs), ends, strict=True))
        self.glyphPos |= dict(zip(glyphs, [0, *ends], strict=False))
        self._ttf_data = self._skeleton + b"".join(outlines)
        entry = self.table["glyf"]
        entry["offset"], entry["length"] = len(self._skeleton), ends[-1]

    def _outline(self, glyph: int) -> bytes:
        """The glyph as TrueType data, padded to four bytes; the left bearing follows its box."""
        known = self._converted.get(glyph)
        if known is not None:
            return known
        recording = DecomposingRecordingPen(self._outlines)
        self._outlines[self._glyph_order[glyph]].draw(recording)
        pen = TTGlyphPen(None)
        recording.replay(Cu2QuPen(pen, _CURVE_ERROR, reverse_direction=True))
        shape = pen.glyph(dropImpliedOnCurves=False)
        outline = b""
        if shape.numberOfContours:
            shape.coordinates.toInt()
            shape.recalcBounds(None)
            outline = shape.compile(None, recalcBBoxes=False)
            # Viewers shift a glyph whose left bearing differs from its box.
            self.hmetrics[glyph] = (self.hmetrics[glyph][0], shape.xMin & 0xFFFF)
        outline += b"\0" * (-len(outline) % 4)
        self._converted[glyph] = outline
        return outline


def _skeleton(source: FontFile) -> bytes:
    """A TrueType file with the names, widths and characters of ``source`` but no outlines."""
    count: int = source["maxp"].numGlyphs
    raw = source.reader
    advances: dict[str, tuple[int, int]] = source["hmtx"].metrics
    maker = ttfonts.TTFontMaker()
    for tag in ("name", "OS/2", "cmap"):
        maker.add(tag, raw[tag])
    maker.add("post", b"\0\3\0\0" + raw["post"][4:16] + b"\0" * 16)
    maker.add("maxp", struct.pack(">LH13H", 0x00010000, count, *_MAXP))
    maker.add("hhea", raw["hhea"][:34] + struct.pack(">H", count))
    widths = (advances[glyph][0] for glyph in source.getGlyphOrder())
    maker.add("hmtx", b"".join(struct.pack(">Hh", width, 0) for width in widths))
    maker.add("head", raw["head"][:50] + b"\0\1" + raw["head"][52:])
    maker.add("loca", b"\0" * 4 * (count + 1))
    maker.add("glyf", b"\0" * 4)
    return maker.makeStream()
