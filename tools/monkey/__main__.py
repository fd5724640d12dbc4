"""`python -m tools.monkey --keys 20000 --seed 7`: random keys, pastes, mouse and sizes over all screens, and lines.

It prints what it did. What must hold and does not is told with the seed and with what was typed last.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from traceback import print_exception

from tools.monkey.screens import ScreenMonkey
from tools.monkey.watcher import Broken


def main() -> int:
    """Let the monkey play; 1 when something broke."""
    parser = ArgumentParser(prog="python -m tools.monkey")
    parser.add_argument("--keys", type=int, default=20_000, help="acts on the screens")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="zlp-monkey-") as folder:
        monkey = ScreenMonkey(Path(folder) / "screens", asked.seed)
        try:
            asyncio.run(monkey.play(asked.keys))
        except Broken as broken:
            sys.stdout.write(f"{broken}\n")
            print_exception(broken.__cause__)
            return 1
        sys.stdout.write(
            f"{monkey.acts} acts in {monkey.windows} windows, {monkey.words_recorded} changes recorded; "
            f"screens: {', '.join(sorted(monkey.visited))}\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
