"""Tables, queries and migrations: the only SQL of the program."""

from __future__ import annotations
