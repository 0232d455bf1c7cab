"""What stands in the window while the desk is being opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from safetydesk.ui.opening_face import shortened

TEXT = "区消防大队值班员来电：和平路第12次巡查无异常，已转带班领导阅知"


@pytest.mark.parametrize("room", [0, 5, 40, 133, 300, 2_000])
def test_a_line_is_shortened_as_qt_itself_would(dressed, room):
    metrics = QFontMetrics(dressed.font())
    found = shortened(TEXT, room, metrics.horizontalAdvance)
    if room >= metrics.horizontalAdvance("…"):
        assert found == metrics.elidedText(TEXT, Qt.TextElideMode.ElideRight, room)
    assert found == TEXT or found.endswith("…")
