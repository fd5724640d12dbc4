"""Pictures of the forms of export that a browser shows: `docs/pictures/pages/FORM.png`, of an example plan.

`python -m tools.page_pictures`; needs Chromium, which nothing else does.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from zlp_tui import places
from zlp_tui.command.practice_script import practice_script
from zlp_tui.conversation.session.export_import.plan_export import export_source
from zlp_tui.conversation.session.front_door import shipped_rules
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.exports.forms import FORMS
from zlp_tui.i18n import Catalogue
from zlp_tui.script.loading import load_script
from zlp_tui.store.files.prepared_store import make_prepared
from zlp_tui.store.plans_to_read import OneFileToRead

OUT: Final = Path(__file__).parent.parent / "docs" / "pictures" / "pages"
SIZE: Final = (720, 1000)
NOW: Final = datetime(2026, 11, 21, 13, 0, tzinfo=UTC)


def main() -> int:
    """Draw the top of each page; 1 where that cannot be done here."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    script = practice_script()
    if chromium is None or script is None:
        sys.stderr.write("This needs Chromium, and the examples that `make setup` makes.\n")
        return 1
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="zlp-pages-") as folder:
        make_prepared(places.store_file(Path(folder)), script, NOW.date())
        source = _source(Path(folder))
        for form in (form for form in FORMS if form.media_type == "text/html"):
            page = Path(folder, f"{form.id}.html")
            page.write_bytes(form.make(source))
            _draw(chromium, page, OUT / f"{form.id}.png")
    return 0


def _source(home: Path) -> ExportSource:
    tr, plans = Catalogue("nl", places.content()), OneFileToRead(places.store_file(home), clock=lambda: NOW)
    plan = find_plan(plans, "Annie de Vries", tr, NOW.date()).id
    script = load_script(places.content() / "nl")
    loaded = LoadedPlan(store=plans.store_of(plan), script=script, tr=tr, plan_id=plan, clock=lambda: NOW)
    source = export_source(loaded, loaded.view.client, shipped_rules())
    plans.close()
    return source


def _draw(chromium: str, page: Path, picture: Path) -> None:
    subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--screenshot={picture}",
         f"--window-size={SIZE[0]},{SIZE[1]}", f"--user-data-dir={page.parent / 'profile'}", page.as_uri()],
        check=True, capture_output=True,
    )


if __name__ == "__main__":
    sys.exit(main())
