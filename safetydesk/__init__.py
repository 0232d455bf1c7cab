"""safetydesk (安全值班台): the duty desk of an emergency office."""

from __future__ import annotations

__version__ = "0.1.0"
