"""One page per entry of the navigation."""

from __future__ import annotations
