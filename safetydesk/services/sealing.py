"""The digests the program uses: SM3 (GB/T 32905), through OpenSSL."""

from __future__ import annotations

import json
from typing import Any

ALGORITHM = "sm3"


def sm3(content: bytes) -> str:
    """The SM3 digest as 64 hexadecimal digits."""
    from cryptography.hazmat.primitives import hashes  # first use only

    state = hashes.Hash(hashes.SM3())
    state.update(content)
    return state.finalize().hex()


def digest_of(document: Any) -> str:
    """The SM3 digest of a JSON document in its one canonical form."""
    form = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sm3(form.encode("utf-8", "surrogatepass"))
