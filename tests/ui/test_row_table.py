"""A list without rows says so, to the eye and to a screen reader."""

from __future__ import annotations

import pytest

from safetydesk.ui.models.rows_model import Column
from safetydesk.ui.widgets.row_table import RowTable


@pytest.fixture
def table(qtbot):
    made: RowTable[str] = RowTable([Column("", str)], key=str, head=False)
    qtbot.addWidget(made)
    made.resize(400, 64)
    made.show()
    return made


def test_an_empty_list_says_why_until_there_are_rows(table):
    blank = table.grab().toImage()
    table.say_when_empty("本班还没有记录")
    table.set_rows([])
    assert table.grab().toImage() != blank
    assert table.accessibleDescription() == "本班还没有记录"
    table.set_rows(["来电"])
    assert table.accessibleDescription() == ""


def test_a_list_that_was_told_nothing_stays_blank(table):
    blank = table.grab().toImage()
    table.set_rows([])
    assert table.grab().toImage() == blank
