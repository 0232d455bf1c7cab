"""Table models; no widgets."""

from __future__ import annotations
