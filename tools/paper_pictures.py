"""A picture of each form on paper, of an example plan: `docs/pictures/paper-FORM.png`.

Typst draws the pages that it makes a PDF of, so the pictures need no other program.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final
from unittest.mock import patch

import typst

from zlp_tui import places
from zlp_tui.conversation.session.export_import.plan_export import export_source
from zlp_tui.conversation.session.front_door import shipped_rules
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.exports.forms import PAPER, ExportForm
from zlp_tui.i18n import Catalogue
from zlp_tui.paper import typesetting
from zlp_tui.script.loading import load_script
from zlp_tui.store.store import open_store

DOTS: Final = 42
"""Per inch: what a form looks like, and not what it says."""
PAGES: Final[Mapping[str, Mapping[str, int]]] = {
    "plan": {"": 0, "-letter": 1, "-agreements": 6}, "booklet": {"": 3},
}
"""The pages of a form that are drawn, from 0, by the end of the name of their file; of all others the first."""
_APART: Final = b"\n-- the next page --\n"


def draw(home: Path, plan: str, now: datetime, out: Path) -> Iterator[Path]:
    """Draw each form of a plan in a store; the files that were made."""
    with closing(open_store(places.store_file(home), clock=lambda: now, read_only=True)) as store:
        script, tr = load_script(places.content() / "nl"), Catalogue("nl", places.content())
        loaded = LoadedPlan(store=store, script=script, tr=tr, plan_id=plan, clock=lambda: now)
        source = export_source(loaded, loaded.view.client, shipped_rules())
        for form in PAPER:
            pages = _pages(form, source)
            for ending, number in PAGES.get(form.id, {"": 0}).items():
                file = out / f"paper-{form.id}{ending}.png"
                file.write_bytes(pages[number])
                yield file


def _pages(form: ExportForm, source: ExportSource) -> list[bytes]:
    with patch.object(typesetting, "compiled", _drawn):
        return form.make(source).split(_APART)


def _drawn(template: str, given: str, made_at: int) -> bytes:
    """All pages as pictures, in the place of the PDF."""
    folder = places.data() / "print"
    made: bytes | list[bytes] = typst.compile(
        folder / f"{template}.typ", root=folder, font_paths=[places.data() / "fonts"], ignore_system_fonts=True,
        sys_inputs={"data": given}, format="png", ppi=DOTS, timestamp=made_at,
    )
    return _joined(made)


def _joined(made: bytes | list[bytes]) -> bytes:
    """The pages in one; Typst gives a single page as it is."""
    return made if isinstance(made, bytes) else _APART.join(made)
