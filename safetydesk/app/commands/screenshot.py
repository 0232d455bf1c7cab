"""`safetydesk screenshot`: a page of the desk as a picture, for the manual and for tests."""

from __future__ import annotations

import os
import re
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.app.paths import Paths
from safetydesk.domain.errors import BadInput
from safetydesk.resources import atomic_write

if TYPE_CHECKING:
    import argparse

    from PySide6.QtWidgets import QWidget

HELP = "把值班台的一页存成图片（PNG）"

READY = (
    "desk",
    "log",
    "incidents",
    "incident",
    "composer",
    "roster",
    "contacts",
    "warnings",
    "call-board",
    "settings",
    "handover",
    "call-record",
    "wallboard",
)
LATER = ("matters", "checks", "statistics")
_SMALLEST, _LARGEST = (1024, 640), (7680, 4320)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The page, ``-o``, ``--size``, ``--theme``, ``--lang``."""
    parser.add_argument("page", metavar="PAGE", choices=(*READY, *LATER), help="、".join(READY))
    parser.add_argument("-o", dest="output", type=Path, metavar="FILE.png", required=True)
    parser.add_argument(
        "--size", type=_size, default=(1600, 900), metavar="宽x高", help="默认 1600x900"
    )
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="明暗")
    parser.add_argument("--lang", choices=("zh_CN", "en"), default="zh_CN", help="语言")


def run(args: argparse.Namespace) -> int:
    """Writes the picture.

    Raises:
        BadInput: the page comes with a later version.
        NotFound, StorageUnavailable: there is nothing to show.
        OSError: the file cannot be written.
    """
    if args.page in LATER:
        raise BadInput("screenshot.later", where="PAGE", page=args.page)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from safetydesk.app.plain_imports import load_qt

    load_qt()
    from safetydesk.app.language import Language
    from safetydesk.app.logs import hear_qt
    from safetydesk.app.still_desk import StillDesk
    from safetydesk.ui.theme_switch import Appearance

    hear_qt()
    with StillDesk.of(
        Paths.of(args.data), now=args.demo_time, language=Language(args.lang)
    ) as desk:
        shown = desk.show(args.page, size=args.size, appearance=Appearance(args.theme))
        atomic_write(args.output, _png(shown))
    return 0


def _png(widget: QWidget) -> bytes:
    """The widget as it is painted."""
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().toImage().save(buffer, "PNG")  # type: ignore[call-overload]  # bytes in the stubs
    return bytes(buffer.data().data())


def _size(text: str) -> tuple[int, int]:
    """``1366x768`` as numbers.

    Raises:
        ArgumentTypeError: not two numbers, smaller than the window can be, or beyond 8K.
    """
    found = re.fullmatch(r"(\d{3,5})[x×*](\d{3,5})", text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if any(
        not low <= given <= high for low, given, high in zip(_SMALLEST, size, _LARGEST, strict=True)
    ):
        raise ArgumentTypeError(f"“{text}”应为宽x高，如 1600x900，不小于 1024x640")
    return size
