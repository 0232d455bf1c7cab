"""A file is asked for where the user keeps files, in words of the program's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from safetydesk.ui.file_asking import FileAsked, documents, folder_used_last
from safetydesk.ui.folder_memory import remember_folder


@pytest.fixture
def owner(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    remember_folder("")
    yield made
    remember_folder("")


def test_the_first_file_is_asked_for_in_the_documents(owner):
    asked = FileAsked(owner, "另存为", ["PDF (*.pdf)"]).to_write("a.pdf", "pdf")
    assert asked.directory().absolutePath() == str(documents())
    asked.close()


def test_the_next_one_is_asked_for_where_the_last_one_went(owner, tmp_path):
    asked = FileAsked(owner, "另存为", ["PDF (*.pdf)"]).to_write("a.pdf", "pdf")
    asked.fileSelected.emit(str(tmp_path / "值班日志.pdf"))
    asked.close()
    other = FileAsked(owner, "导入", ["*.xlsx"]).to_read()
    assert other.directory().absolutePath() == str(tmp_path)
    other.close()


def test_a_folder_that_is_gone_gives_way_to_the_documents(owner, tmp_path):
    remember_folder(str(tmp_path / "stick"))
    assert folder_used_last() == documents()


def test_every_word_of_the_dialog_is_the_programs_own(owner):
    asked = FileAsked(owner, "导入", ["*.xlsx"]).to_read()
    asked.setOption(QFileDialog.Option.DontUseNativeDialog)
    said = {label.text() for label in asked.findChildren(QLabel)}
    assert {"Folder:", "File &name:", "&Kind:"} <= said
    kinds = asked.iconProvider()
    assert kinds.type(QFileInfo(str(documents().root))) == "Folder"
    assert kinds.type(QFileInfo("值班表.xlsx")) == "XLSX file"
    asked.close()
