"""What the whole plan on paper costs, as a process: beside importing SQLModel and the same pages by Typst alone."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from benchmarks.stores import now, opened
from benchmarks.table import Row, compare, interleaved
from benchmarks.windows import whole
from benchmarks.years import with_years
from zlp_tui import places
from zlp_tui.conversation.session.export_import.plan_export import export_source
from zlp_tui.conversation.session.front_door import shipped_rules
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.i18n import Catalogue
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.plan import plan_data
from zlp_tui.paper.typesetting import given_to_template
from zlp_tui.script.loading import load_script

NOTES = 50
"""Of each year: about one a week."""

BARE = """
import sys
from pathlib import Path
import sqlmodel
import typst
data, given, made = map(Path, sys.argv[1:])
made.write_bytes(typst.compile(
    data / "print" / "plan.typ", root=data / "print", font_paths=[data / "fonts"], ignore_system_fonts=True,
    sys_inputs={"data": given.read_text(encoding="utf-8")}, format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=0,
))
"""
"""The same pages, by a program that knows nothing of a plan."""


def rows(folder: Path, runs: int) -> list[Row]:
    """One year against Typst alone, and ten years against one."""
    plan = {years: with_years(folder / str(years), years, NOTES) for years in (1, 10)}
    given = folder / "given.json"
    given.write_text(_given(folder / "1", plan[1]), encoding="utf-8")
    bare = [sys.executable, "-c", BARE, str(places.data()), str(given), str(folder / "bare.pdf")]
    found = interleaved(runs, {
        "bare": lambda: whole(bare, {}),
        "one": lambda: _exported(folder, 1, plan[1]),
        "ten": lambda: _exported(folder, 10, plan[10]),
    })
    typst = "import sqlmodel and the same pages by Typst"
    return [
        compare("`zlp export PLAN plan`, whole process", found["one"], found["bare"], typst, times=1.35),
        compare("the same, ten years (500 notes, 20 editions)", found["ten"], found["one"], "one year", times=4),
    ]


def _exported(folder: Path, years: int, plan: str) -> float | None:
    command = [sys.executable, "-m", "zlp_tui", "export", plan, "plan", "--force", "-o", str(folder / f"{years}.pdf")]
    return whole(command, {"ZLP_HOME": str(folder / str(years))})


def _given(home: Path, plan: str) -> str:
    with closing(opened(home)) as store:
        loaded = LoadedPlan(
            store=store, script=load_script(places.content() / "nl"), tr=Catalogue("nl", places.content()),
            plan_id=plan, clock=now,
        )
        source, pictures = export_source(loaded, loaded.view.client, shipped_rules()), Pictograms()
        return given_to_template(source, plan_data(source, pictures), pictures)
