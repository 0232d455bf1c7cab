"""Notices that leave the house (mail, SMS gateways, chat robots); the only home of apprise."""

from __future__ import annotations
