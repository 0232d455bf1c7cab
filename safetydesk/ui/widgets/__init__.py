"""Small reusable controls."""

from __future__ import annotations
