"""Typing into a field as a person does, Chinese included."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


def type_into(qtbot, field: QLineEdit, text: str) -> None:
    """Replaces what stands in a field; Chinese comes in one piece, as from an input method."""
    field.clear()
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:
        field.insert(text)
        field.textEdited.emit(field.text())
