"""Bootstrap: builds the desk and starts it; nothing imports this package."""

from __future__ import annotations
