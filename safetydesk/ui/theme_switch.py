"""The person's choice between light, dark and the system's appearance, and its effect."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from safetydesk.ui.theme import current_theme, wear
from safetydesk.ui.tokens import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


_DARK_BELOW = 128
"""The lightness of a window (0 to 255) under which its system is a dark one."""


class Appearance(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ThemeSwitch(QObject):
    """Holds the chosen appearance, follows the system if asked to, and dresses the application.

    ``changed`` carries the ``Theme`` now in use.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, chosen: Appearance = Appearance.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._chosen = chosen
        self._worn: Theme | None = None
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._dress()

    @property
    def chosen(self) -> Appearance:
        """The appearance asked for."""
        return self._chosen

    def choose(self, appearance: Appearance) -> None:
        """Takes another appearance at once."""
        self._chosen = appearance
        self._dress()

    @Slot()
    def toggle(self) -> None:
        """Changes between light and dark, from whatever is shown now."""
        dark = current_theme().name == DARK.name
        self.choose(Appearance.LIGHT if dark else Appearance.DARK)

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self._chosen is Appearance.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        theme = theme_for(self._chosen, self._app)
        if theme is not self._worn:
            self._worn = theme
            apply_theme(self._app, theme)
            self.changed.emit(theme)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dresses the whole application; windows that are open change at once."""
    from safetydesk.ui.icons import retint  # QtSvg is not needed before the first frame

    wear(app, theme)
    retint()


def theme_for(chosen: Appearance, app: QApplication) -> Theme:
    """The theme that an appearance means on this screen now."""
    if chosen is Appearance.SYSTEM:
        from PySide6.QtCore import Qt  # not before the first frame, see ``opening_face``

        dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if chosen is Appearance.DARK else LIGHT


def theme_at_once(chosen: Appearance, app: QApplication) -> Theme:
    """The same for the first frame, told by the system's own palette, before one is worn."""
    if chosen is Appearance.SYSTEM:
        return DARK if app.palette().window().color().lightness() < _DARK_BELOW else LIGHT
    return theme_for(chosen, app)
