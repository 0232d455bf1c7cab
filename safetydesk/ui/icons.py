"""The program's own outline icons: drawn once as SVG, tinted with a colour of the theme in use."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from safetydesk import resources
from safetydesk.ui.theme import current_theme

_USUAL_SIZE = 16
_NAME, _TONE, _SIZE = "iconName", "iconTone", "iconSizeGiven"


class Tone(StrEnum):
    """The theme colour an icon takes; the value is the token's field name."""

    PLAIN = "t2"
    STRONG = "t1"
    QUIET = "t3"
    ACCENT = "acc_ink"
    ON_ACCENT = "acc_on"
    RED_INK = "r_ink"
    ON_RED = "r_on"
    ORANGE_INK = "o_ink"
    ON_ORANGE = "o_on"
    FAULT = "f_ink"
    ON_FAULT = "f_on"
    DONE = "ok"
    DONE_INK = "ok_ink"
    DISABLED = "g"


def icon(name: str, tone: Tone = Tone.PLAIN, size: int = _USUAL_SIZE) -> QIcon:
    """The icon in the theme of this moment: checked it is the accent's ink, disabled it is grey.

    Drawn for one size in logical pixels: drawing every size cost the first frame 50 ms. Widgets
    that outlive a theme change take their icon through ``put_icon`` instead.
    """
    theme = current_theme()
    made = QIcon()
    inks = [(getattr(theme, tone), QIcon.Mode.Normal, QIcon.State.Off)]
    if tone is Tone.PLAIN:
        inks.append((theme.acc_ink, QIcon.Mode.Normal, QIcon.State.On))
    inks.append((theme.g, QIcon.Mode.Disabled, QIcon.State.Off))
    for scale in _scales():
        for ink, mode, state in inks:
            made.addPixmap(pixmap(name, ink, size, scale), mode, state)
    return made


def _scales() -> tuple[float, ...]:
    """Plain pixels, and twice as many where any screen has a finer scale."""
    ratios = [screen.devicePixelRatio() for screen in QGuiApplication.screens()]
    return (1.0, 2.0) if any(ratio > 1.0 for ratio in ratios) else (1.0,)


def put_icon(
    target: QAbstractButton | QAction,
    name: str,
    tone: Tone = Tone.PLAIN,
    size: int = _USUAL_SIZE,
) -> None:
    """Gives a button or action its icon and lets it follow later theme changes.

    A button that has it already keeps it: drawing one costs milliseconds.
    """
    worn = (target.property(_NAME), target.property(_TONE), target.property(_SIZE))
    if isinstance(target, QAbstractButton) and worn == (name, tone.value, size):
        return
    target.setProperty(_SIZE, size)
    target.setProperty(_NAME, name)
    target.setProperty(_TONE, tone.value)
    target.setIcon(icon(name, tone, size))
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(size, size))


def retint() -> None:
    """Draws every icon given by ``put_icon`` again, after the theme has changed."""
    for widget in QApplication.allWidgets():
        name = widget.property(_NAME)
        if isinstance(widget, QAbstractButton) and name:
            tone, size = Tone(str(widget.property(_TONE))), widget.iconSize().width()
            widget.setIcon(icon(str(name), tone, size))


def paint_icon(painter: QPainter, name: str, colour: str, box: QRectF) -> None:
    """Paints the icon into ``box`` in a colour given as ``#RRGGBB`` (for delegates and marks)."""
    _renderer(name, colour).render(painter, box)


def pixmap(name: str, colour: str, size: int, scale: float = 1.0) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels on a screen of the given scale."""
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_icon(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return picture


@cache
def _source(name: str) -> str:
    """The drawing as text; read once."""
    return resources.locate(f"icons/safetydesk/{name}.svg").read_text(encoding="utf-8")


def _renderer(name: str, colour: str) -> QSvgRenderer:
    """A renderer for the drawing in one colour."""
    drawing = _source(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))
