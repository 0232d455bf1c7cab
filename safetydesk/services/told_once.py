"""Which troubles the program's log was told of already: each once, until it is another or gone.

What cannot be read is asked for again at every round and every frame. The same lines twice a minute
for days would push out of the log what it is kept for.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import Logger
    from types import TracebackType
    from typing import Self

_Trouble = tuple[str, type[Exception], str]


class ToldOnce:
    """The troubles that stood when everything was read last; for any thread."""

    def __init__(self, log: Logger) -> None:
        self._log = log
        self._lock = threading.Lock()
        self._standing: frozenset[_Trouble] = frozenset()

    def reading(self) -> TroublesRead:
        """One reading of everything; what it does not find is over when it ends well."""
        return TroublesRead(self)

    def tell(self, trouble: _Trouble, error: Exception) -> None:
        """Writes down a trouble that is new, with where it came from."""
        with self._lock:
            if trouble in self._standing:
                return
            self._standing |= {trouble}
        self._log.error("%s cannot be read", trouble[0], exc_info=error)

    def keep(self, found: set[_Trouble]) -> None:
        """Forgets every other trouble: it is told again should it come back."""
        with self._lock:
            self._standing = frozenset(found)


class TroublesRead:
    """The troubles of one reading."""

    def __init__(self, told: ToldOnce) -> None:
        self._told = told
        self._found: set[_Trouble] = set()

    def __enter__(self) -> Self:
        """The reading itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """What was not found is over, unless the reading itself came to nothing."""
        if kind is None:
            self._told.keep(self._found)

    def found(self, thing: str, error: Exception) -> None:
        """Something cannot be read."""
        trouble = (thing, type(error), str(error))
        self._found.add(trouble)
        self._told.tell(trouble, error)
