"""The rules of duty work: values and pure functions, standard library only."""

from __future__ import annotations
