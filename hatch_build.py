"""The build: compiles the catalogue, lays out the examples, and ships content and data inside the wheel.

`content/` is also the directory that gettext reads, so a compiled catalogue stands beside its source. Run as a program
it only compiles.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = {"content": "zlp_tui/_content", "data": "zlp_tui/_data"}


def compile_catalogues(root: Path) -> tuple[Path, ...]:
    """Compile every catalogue under `root`; the files made. A message that is fuzzy or empty is left out by gettext."""
    made = []
    for source in sorted((root / "content").glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name, abort_invalid=True)
        compiled = source.with_suffix(".mo")
        fresh = compiled.with_name(f".{compiled.name}.{os.getpid()}")
        with fresh.open("wb") as file:
            write_mo(file, catalogue)
        fresh.replace(compiled)  # whole at once: a running program may be reading it
        made.append(compiled)
    return tuple(made)


def lay_out_examples(root: Path) -> None:
    """Write the store to practise with as a script, unless it is there: `zlp demo` would take seconds without."""
    subprocess.run([sys.executable, "-m", "zlp_tui.command.practice_script"], cwd=root, check=True)


class CatalogueAndContent(BuildHookInterface[Any]):
    """Hatchling's hook. An editable install reads content and data from the checkout, so it ships none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before files are gathered; `version` is `standard` or `editable`."""
        compile_catalogues(Path(self.root))
        lay_out_examples(Path(self.root))
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"].update(SHIPPED)


if __name__ == "__main__":
    if not compile_catalogues(Path(__file__).parent):
        sys.exit("no catalogue found under content/")
