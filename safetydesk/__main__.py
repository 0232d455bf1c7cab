"""`python -m safetydesk`: the same as the safetydesk command."""

from __future__ import annotations

import sys

from safetydesk.app.main import main

if __name__ == "__main__":
    sys.exit(main())
