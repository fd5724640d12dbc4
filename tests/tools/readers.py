"""Who reads in tests that are not about that: somebody, and without grants everybody may see everything."""

from typing import Final

from zlp_tui.plan.access import Readers

READERS: Final = Readers.of("reader")
