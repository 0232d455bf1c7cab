"""One dialog or window per form."""

from __future__ import annotations
