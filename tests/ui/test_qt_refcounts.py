"""The binding keeps its books: calls that return nothing must not eat references to None.

PySide6 6.12.0 loses one on Python 3.11 and ends the process after a few thousand calls.
"""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel

from safetydesk.ui.widgets.plain import PlainLabel


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there")
def test_void_calls_keep_the_references_to_none(qtbot):
    label, model = PlainLabel(), QStandardItemModel()
    qtbot.addWidget(label)
    label.setText("warm")
    gc.collect()
    before = sys.getrefcount(None)
    for number in range(1_000):
        label.setText(str(number))
        model.appendRow(QStandardItem("row"))
    after = sys.getrefcount(None)
    assert abs(after - before) <= 5
