"""What Ctrl+K offers, and how each of its lines is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from safetydesk.ui.bus import Notice, Weight
from safetydesk.ui.commands import KEYS, Command
from safetydesk.ui.dialogs.page_help import command_names
from safetydesk.ui.dialogs.palette import Offer, Palette

if TYPE_CHECKING:
    from safetydesk.app.desk_window import Shell
    from safetydesk.app.windows import Windows
    from safetydesk.app.wiring import Desk
    from safetydesk.services.everywhere import Hit

_PAGE, _ACT, _ENTRY, _WITHHELD = "page", "act", "entry", "withheld"
_NOT_OFFERED = frozenset({Command.SEARCH, Command.KEYS, Command.FILTER})
"""They would only lead back, or concern a list that this window hides."""
_MOST = 5


class PaletteWindow(QObject):
    """Asks the window for pages and acts, the services for everything else."""

    def __init__(self, shell: Shell, desk: Desk, windows: Windows) -> None:
        super().__init__(shell.window)
        self._shell, self._desk, self._windows = shell, desk, windows

    @Slot()
    def open(self) -> None:
        """Ctrl+K; pressed again, the window that is open comes to the front."""
        window = self._shell.window
        shown = window.findChild(Palette)
        if shown is not None and shown.isVisible():
            shown.line.selectAll()
            shown.activateWindow()
            return
        own = self._own()
        palette = Palette(
            window, find=lambda words: self._found(own, words), tasks=self._shell.tasks
        )
        palette.chosen.connect(self.go)
        palette.show()

    @Slot(object)
    def go(self, offer: Offer) -> None:
        """Opens what a line names."""
        kind, key = offer.key
        windows = self._windows
        if kind == _PAGE:
            self._shell.window.show_page(key)
        elif kind == _WITHHELD:
            said = f"{offer.title}：{offer.detail}"
            self._shell.bus.notice.emit(Notice(said, Weight.PROBLEM))
        elif kind == _ACT:
            self._shell.window.action(Command(key)).trigger()
        elif kind == "incident":
            windows.incidents.show(int(key))
        elif kind == "matter":
            windows.show_matter(int(key))
        elif kind == _ENTRY:
            windows.show_entry(int(key))
        else:
            windows.find_contact(offer.title)

    def _own(self) -> tuple[Offer, ...]:
        """Pages and acts, in the order of navigation and keys."""
        navigation = self._shell.window.navigation
        pages = (
            Offer(self.tr("Page"), title, "", (_PAGE, name)) for name, title in navigation.offered()
        )
        withheld = (
            Offer(self.tr("Page"), title, why, (_WITHHELD, title), withheld=True)
            for title, why in navigation.withheld()
        )
        acts = (
            Offer(self.tr("Act"), name, KEYS[command], (_ACT, command.value))
            for command, name in command_names().items()
            if command not in _NOT_OFFERED
        )
        return (*pages, *withheld, *acts)

    def _found(self, own: tuple[Offer, ...], words: str) -> tuple[Offer, ...]:
        """On another thread: what fits, pages and acts first; without words all of these."""
        from safetydesk.services.everywhere import EverywhereSearch, fitting

        if not words:
            return own
        by_key = {":".join(offer.key): offer for offer in own}
        said = ((key, offer.title, offer.detail) for key, offer in by_key.items())
        near = (by_key[key] for key in fitting(said, words, _MOST))
        everywhere = EverywhereSearch(self._desk.transactions, self._desk.contacts)
        return (*near, *(self._offer(hit) for hit in everywhere.find(words)))

    def _offer(self, hit: Hit) -> Offer:
        names = {
            "person": self.tr("Person"),
            "incident": self.tr("Incident"),
            "matter": self.tr("Matter"),
            _ENTRY: self.tr("Log"),
        }
        now = self._desk.clock.now()
        at = self._shell.wording.moment(hit.at, now) if hit.at else ""
        detail = self._shell.wording.words.between.join(part for part in (hit.detail, at) if part)
        kind = hit.kind.value
        return Offer(names[kind], hit.title, detail, (kind, hit.key), strong=kind != _ENTRY)
