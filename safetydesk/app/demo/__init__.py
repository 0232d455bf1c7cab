"""The demonstration office: an invented bureau with a month of duty and one hard day."""

from __future__ import annotations
