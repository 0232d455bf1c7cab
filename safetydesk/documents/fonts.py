"""Knows which font prints each character of each face, so that nothing ever prints blank.

The forms use the packaged Noto faces, the same on every desk, so that a sheet breaks into the
same lines wherever it is printed. The faces of official reports (小标宋, 楷体, 仿宋) come from the
office's own licensed files where the machine has them; else Noto Serif SC stands in, thickened
by a stroke for 小标宋.
"""

# pyright: reportUnknownMemberType=false, reportUnknownLambdaType=false
# ReportLab's stubs leave most parameters untyped.

from __future__ import annotations

import logging
import os
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import pylopdf_fonts_zh_cn as packaged
from fontTools.ttLib import TTLibError
from reportlab.pdfbase import pdfmetrics, ttfonts

from safetydesk.documents.cff_face import OutlineFont, PrintFont

_LOG = logging.getLogger(__name__)


class Face(StrEnum):
    """The faces named by GB/T 9704 and by the forms."""

    SONG = "宋体"
    SONG_BOLD = "宋体加粗"
    TITLE = "小标宋"
    HEI = "黑体"
    HEI_BOLD = "黑体加粗"
    KAI = "楷体"
    FANG = "仿宋"


class Glyph(NamedTuple):
    """How one character of a face is printed; ``width`` and ``stroke`` in em."""

    font: str
    width: float
    stroke: float


@dataclass(frozen=True, slots=True)
class FaceChoice:
    """Which file prints a face on this machine; ``substitute`` when it is a stand-in."""

    face: Face
    file: str
    substitute: bool


_SERIF: Final = "NotoSerifSC"
_SANS: Final = "NotoSansSC"

_HOME_FONT: Final = {
    Face.SONG: _SERIF,
    Face.SONG_BOLD: _SERIF,
    Face.TITLE: _SERIF,
    Face.HEI: _SANS,
    Face.HEI_BOLD: _SANS,
    Face.KAI: _SERIF,
    Face.FANG: _SERIF,
}

_STROKE: Final = {Face.SONG_BOLD: 0.024, Face.TITLE: 0.042, Face.HEI_BOLD: 0.034}
"""Width of the stroke that thickens a packaged regular face, in em."""

_WANTED_FILES: Final = {
    Face.TITLE: ("FZXBSJW.TTF", "FZXBSJW--GB1-0.ttf", "方正小标宋简体.ttf", "FZXBSK.TTF"),
    Face.KAI: (
        "楷体_GB2312.ttf",
        "SIMKAI_GB2312.TTF",
        "simkai.ttf",
        "STKAITI.TTF",
        "LXGWWenKai-Regular.ttf",
        "LXGWWenKaiGB-Regular.ttf",
        "FandolKai-Regular.otf",
    ),
    Face.FANG: (
        "仿宋_GB2312.ttf",
        "SIMFANG_GB2312.TTF",
        "simfang.ttf",
        "STFANGSO.TTF",
        "ZhuqueFangsong-Regular.ttf",
        "FandolFang-Regular.otf",
    ),
}
"""File names under which the faces are sold or packaged, the best first; case does not matter."""


_SOFT_HYPHEN: Final = "\u00ad"


def machine_folders() -> tuple[Path, ...]:
    """The folders in which this machine keeps fonts; they need not exist."""
    home = Path.home()
    windows = os.environ.get("WINDIR", r"C:\Windows") if os.name == "nt" else ""
    return (
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
        Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
        *((Path(windows) / "Fonts",) if windows else ()),
    )


class _Prints(dict[int, str]):
    """What stands on paper for each character, asked for once."""

    def __init__(self, shown: Callable[[str], str]) -> None:
        super().__init__()
        self._shown = shown

    def __missing__(self, code: int) -> str:
        """Asks."""
        text = self[code] = self._shown(chr(code))
        return text


class FontBook:
    """The fonts found in some folders and in the package, loaded when first used.

    A book may be used by one thread at a time: see :data:`PRINTING`.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        """``folders`` are searched in order and in depth for the office's own faces."""
        self._found = _wanted_in(folders)
        self._fonts: dict[str, PrintFont] = {}
        self._glyphs: dict[Face, dict[str, Glyph]] = {face: {} for face in Face}
        self._prints = _Prints(self._shown)

    def glyph(self, face: Face, char: str) -> Glyph:
        """How to print ``char``; its own face first, then Noto Serif, then Noto Sans.

        ``char`` must come out of :meth:`printable`.
        """
        known = self._glyphs[face]
        if char not in known:
            known[char] = self._look_up(face, char)
        return known[char]

    def printable(self, text: str) -> str:
        """The text with every character that no font has written as ``〔U+1F600〕``.

        Control characters become spaces (line breaks stay); invisible format characters, which
        could hide or turn round what is printed, are left out.
        """
        return text.translate(self._prints)

    def choices(self) -> tuple[FaceChoice, ...]:
        """Which file prints each face, for the settings page and the log."""
        return tuple(self._choice(face) for face in Face)

    def _choice(self, face: Face) -> FaceChoice:
        own = self._own_font(face)
        if own is not None:
            return FaceChoice(face, self._found[face].name, substitute=False)
        return FaceChoice(face, _HOME_FONT[face], substitute=face in _WANTED_FILES)

    def _shown(self, char: str) -> str:
        if char == "\n" or self._font_with(_SERIF, char):
            return "" if char == _SOFT_HYPHEN else char
        category = unicodedata.category(char)
        if category in {"Cf", "Cs"} or unicodedata.name(char, "").startswith("VARIATION SELECTOR"):
            return ""
        if category in {"Cc", "Zs", "Zl", "Zp"}:
            return " "
        return char if self._font_with(_SANS, char) else f"〔U+{ord(char):04X}〕"

    def _look_up(self, face: Face, char: str) -> Glyph:
        own = self._own_font(face)
        if own is not None and _has(own, char):
            return _glyph(own, char, 0.0)
        order = (_HOME_FONT[face], _SERIF, _SANS)
        for font in (self._font_with(name, char) for name in order):
            if font is not None:
                return _glyph(font, char, _STROKE.get(face, 0.0))
        raise KeyError(char)

    def _font_with(self, name: str, char: str) -> PrintFont | None:
        font = self._packaged(name)
        return font if _has(font, char) else None

    def _packaged(self, name: str) -> PrintFont:
        if name not in self._fonts:
            path = packaged.serif_path() if name == _SERIF else packaged.sans_path()
            self._fonts[name] = _registered(path)
        return self._fonts[name]

    def _own_font(self, face: Face) -> PrintFont | None:
        path = self._found.get(face)
        if path is None:
            return None
        if path.name not in self._fonts:
            try:
                self._fonts[path.name] = _registered(path)
            except (OSError, ttfonts.TTFError, TTLibError):
                _LOG.warning("font file %s cannot be used for %s", path.name, face)
                del self._found[face]
                return None
        return self._fonts[path.name]


PRINTING: Final = threading.RLock()
"""Held while a document is made: ReportLab's fonts serve one document at a time."""


@lru_cache(maxsize=1)
def machine_fonts() -> FontBook:
    """The book of this machine's fonts, made once per process."""
    return FontBook(machine_folders())


@lru_cache(maxsize=32)
def _registered(path: Path) -> PrintFont:
    """The font of a file, known to ReportLab under its file name."""
    taken = pdfmetrics.getRegisteredFontNames()
    name = path.stem if path.stem not in taken else f"{path.stem}-{len(taken)}"
    font: PrintFont
    if path.suffix.lower() == ".otf":
        font = OutlineFont(name, path)
    else:
        font = PrintFont(name, str(path), shapable=False)
    pdfmetrics.registerFont(font)
    return font


def _has(font: PrintFont, char: str) -> bool:
    return ord(char) in font.face.charToGlyph


def _glyph(font: PrintFont, char: str, stroke: float) -> Glyph:
    width = font.face.charWidths.get(ord(char), font.face.defaultWidth)
    return Glyph(font.fontName, width / 1000, stroke)


def _wanted_in(folders: Sequence[Path]) -> dict[Face, Path]:
    """The best file for each wanted face among the folders' files."""
    files = {path.name.casefold(): path for path in reversed(list(_font_files(folders)))}
    found: dict[Face, Path] = {}
    for face, names in _WANTED_FILES.items():
        path = _first(files.get(name.casefold()) for name in names)
        if path is not None:
            found[face] = path
    return found


def _first(paths: Iterable[Path | None]) -> Path | None:
    return next((path for path in paths if path is not None), None)


def _font_files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_dir():
            yield from sorted(p for p in folder.rglob("*") if p.suffix.lower() in {".ttf", ".otf"})
