"""`python -m zlp_tui` is `zlp`."""

from __future__ import annotations

import sys

from zlp_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
