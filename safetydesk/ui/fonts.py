"""Which face the screen is set in: the system's own Chinese sans, else the shipped one."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from safetydesk.ui.tokens import TEXT

_KNOWN = (
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "PingFang SC",
)


def choose_font(app: QApplication) -> QFont:
    """Sets the application's font (14 px) and returns it.

    Without a known Chinese face the shipped Noto Sans SC is loaded, so that no character is a box.
    """
    families = set(QFontDatabase.families())
    family = next((name for name in _KNOWN if name in families), None) or _shipped_family()
    font = screen_font(family)
    app.setFont(font)
    return font


def screen_font(family: str, pixels: int = TEXT, *, bold: bool = False) -> QFont:
    """A screen font with tabular figures, so that clocks and columns do not jump."""
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def fixed_font() -> QFont:
    """The system's face of one width, for keys that are copied by hand; Latin only."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)


def sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """A copy of a font in another size, for painters."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made


def _shipped_family() -> str:
    """Loads the face that comes with the program; imported only where the system has none."""
    from pylopdf_fonts_zh_cn import sans_path

    number = QFontDatabase.addApplicationFont(str(sans_path()))
    names = QFontDatabase.applicationFontFamilies(number)
    return names[0] if names else QApplication.font().family()
