"""Compiled from /forms by tools/build_forms.py; never edited by hand."""

from __future__ import annotations
