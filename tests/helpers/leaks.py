"""Whether a widget is freed as soon as nobody holds it, without the cycle collector's help."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def freed_on_close(build: Callable[[], QWidget]) -> bool:
    """Builds, shows, closes and drops a widget; whether Python let go of it, for in a test no
    garbage is sought."""
    gc.collect()
    widget = build()
    widget.show()
    widget.close()
    watch = weakref.ref(widget)
    widget.deleteLater()
    del widget
    settle()
    return watch() is None


def settle() -> None:
    """Lets Qt delete what was told to go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
