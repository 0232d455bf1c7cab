"""The acts that a key reaches from everywhere, each with its key."""

from __future__ import annotations

from enum import StrEnum


class Command(StrEnum):
    """An act of the whole desk."""

    QUICK_ENTRY = "quick_entry"
    PHONE_RECORD = "phone_record"
    NEW_INCIDENT = "new_incident"
    FIND_PERSON = "find_person"
    CALL_BOARD = "call_board"
    HANDOVER = "handover"
    PRINT_LOG = "print_log"
    SEARCH = "search"
    LOCK = "lock"
    WALLBOARD = "wallboard"
    THEME = "theme"
    HELP = "help"
    KEYS = "keys"
    ALARMS = "alarms"
    UNMUTE = "unmute"
    """One key both ways: while nothing is muted, the window takes it for the mute."""
    OWN_NOTES = "own_notes"
    FILTER = "filter"
    PRINT = "print"
    UNDO = "undo"


KEYS: dict[Command, str] = {
    Command.HELP: "F1",
    Command.QUICK_ENTRY: "F2",
    Command.PHONE_RECORD: "F3",
    Command.NEW_INCIDENT: "F4",
    Command.FIND_PERSON: "F6",
    Command.CALL_BOARD: "F7",
    Command.HANDOVER: "F8",
    Command.PRINT_LOG: "F9",
    Command.WALLBOARD: "F11",
    Command.THEME: "F12",
    Command.SEARCH: "Ctrl+K",
    Command.LOCK: "Ctrl+L",
    Command.ALARMS: "Alt+A",
    Command.UNMUTE: "Alt+M",
    Command.OWN_NOTES: "Ctrl+Shift+N",
    Command.FILTER: "Ctrl+F",
    Command.PRINT: "Ctrl+P",
    Command.UNDO: "Ctrl+Z",
    Command.KEYS: "?",
}
"""In the order in which the list of keys names them."""
