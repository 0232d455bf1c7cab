"""The hands of an officer at the desk: each class does one kind of work by keys and mouse."""

from __future__ import annotations
