"""Alembic's scripts: how a database of an older version becomes the present one."""

from __future__ import annotations
