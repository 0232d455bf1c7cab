"""The scripts that people and the checks run on the repository; not part of the product."""

from __future__ import annotations
