"""Painting of cells and rows."""

from __future__ import annotations
