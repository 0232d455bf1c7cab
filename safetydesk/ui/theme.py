"""Which theme the application wears now and how its tokens become a palette and a style sheet."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from safetydesk import resources
from safetydesk.ui.tokens import LIGHT, THEMES, Theme

_PROPERTY = "deskTheme"
_PLACE = re.compile(r"@([a-z0-9-]+)@")


def current_theme() -> Theme:
    """The theme the application wears; light before one was applied."""
    app = QApplication.instance()
    return THEMES.get(str(app.property(_PROPERTY)), LIGHT) if app is not None else LIGHT


def colour(token: str) -> QColor:
    """A colour of the theme in use by its field name (``r_soft``), for painters."""
    return QColor(getattr(current_theme(), token))


def wear(app: QApplication, theme: Theme) -> None:
    """Puts palette and style sheet on the application; ``theme_switch`` also tints the icons."""
    app.setProperty(_PROPERTY, theme.name)
    app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """The Fusion palette of a theme: everything the style sheet does not mention is right too."""
    made = QPalette()
    role = QPalette.ColorRole
    for target, value in (
        (role.Window, theme.canvas),
        (role.WindowText, theme.t1),
        (role.Base, theme.card),
        (role.AlternateBase, theme.sunk),
        (role.Text, theme.t1),
        (role.PlaceholderText, theme.t3),
        (role.Button, theme.card),
        (role.ButtonText, theme.t1),
        (role.BrightText, theme.r_ink),
        (role.Highlight, theme.sel),
        (role.HighlightedText, theme.t1),
        (role.Link, theme.acc_ink),
        (role.LinkVisited, theme.acc_ink),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.t1),
        (role.Accent, theme.acc),
        (role.Light, theme.raised),
        (role.Midlight, theme.hover),
        (role.Mid, theme.line2),
        (role.Dark, theme.line3),
        (role.Shadow, theme.shade),
    ):
        made.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(theme.g))
    return made


def style_sheet(theme: Theme) -> str:
    """The style sheet template filled with the theme's colours.

    Raises:
        KeyError: the template names a colour that no theme has.
    """
    template = resources.locate("style.qss").read_text(encoding="utf-8")
    places = theme.places()
    images = resources.locate(f"icons/arrows/{theme.name}-down.svg").parent
    places["arrows"] = f"{images.as_posix()}/{theme.name}"
    return _PLACE.sub(lambda match: places[match[1]], template)


def restyle(widget: QWidget) -> None:
    """Lets a changed dynamic property (``tone``, ``kind``) reach the style sheet."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
