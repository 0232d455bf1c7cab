"""Reading a sheet in the preview, as it will be on paper."""

from __future__ import annotations

from collections.abc import Callable

from safetydesk.ui.dialogs.sheet_preview import SheetPreview
from tests.documents.paper import pages
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import Key, press, shown


def printed(work: DeskAtWork, ask: Callable[[], None]) -> str:
    """The words of the sheet that some keys bring into the preview."""
    ask()
    work.settle()
    preview = shown(SheetPreview)
    assert preview.sheet is not None
    words = "".join(pages(preview.sheet.pdf))
    press(preview, Key.Key_Escape)
    work.settle()
    return words
