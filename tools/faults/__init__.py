"""Faults done to a desk on purpose, and the count of what was lost or doubled by them."""

from __future__ import annotations
