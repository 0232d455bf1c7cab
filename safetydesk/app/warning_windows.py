"""The pages and windows of warnings: the list, the call board, the printed record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from safetydesk.ui.warning_services import WarningServices

if TYPE_CHECKING:
    from safetydesk.app.desk_window import Shell
    from safetydesk.app.sheet_windows import SheetWindows
    from safetydesk.app.wiring import Desk
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.page import Page
    from safetydesk.ui.pages.calling_board import CallingBoardPage

PAGE = "warnings"


class WarningWindows(QObject):
    """Opens what concerns warnings."""

    def __init__(
        self, shell: Shell, desk: Desk, around: IncidentServices, sheets: SheetWindows
    ) -> None:
        super().__init__(shell.window)
        self._shell, self._sheets = shell, sheets
        self._board: CallingBoardPage | None = None
        self.services = WarningServices(
            warnings=desk.warnings, callings=desk.callings, around=around
        )

    def page(self) -> Page:
        """The page of the navigation."""
        from safetydesk.ui.pages.warnings import WarningsPage

        page = WarningsPage(services=self.services)
        page.board_asked.connect(self.show_board)
        return page

    @Slot()
    def call_board(self) -> None:
        """F7: the board of the gravest warning in force; without one the page of warnings."""
        in_force = self.services.warnings.in_force()
        if in_force:
            self.show_board(in_force[0].warning.id)
        else:
            self.show_list()

    @Slot(int)
    def show_board(self, warning_id: int) -> None:
        """The call board of one warning."""
        from safetydesk.ui.pages.calling_board import CallingBoardPage

        if self._board is None:
            self._board = CallingBoardPage(services=self.services)
            self._board.list_asked.connect(self.show_list)
            self._board.print_asked.connect(self._sheets.print_calls)
        self._board.show_warning(warning_id)
        self._shell.window.show_alone(self._board)
        self._shell.window.navigation.mark(PAGE)

    @Slot()
    def show_list(self) -> None:
        """The page of warnings."""
        self._shell.window.show_page(PAGE)

    def settle(self, item: str) -> None:
        """Opens what an alarm is about: the board for calls, otherwise the page at the warning."""
        from safetydesk.ui.pages.warnings import WarningsPage

        kind, _, rest = item.partition(":")
        number = rest.partition(":")[0]
        if kind == "calling" and number.isdigit():
            self.show_board(int(number))
            return
        page = self._shell.window.show_page(PAGE)
        if isinstance(page, WarningsPage) and number.isdigit():
            page.act_on(int(number))
