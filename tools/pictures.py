"""Pictures of the real screens on the example plans: `docs/pictures/SCREEN-WIDTHxHEIGHT-THEME.svg`, and of what is
printed (`paper_pictures.py`).

With the name of a folder: the pictures of still more screens, there.

The app itself is driven with keys, on a store and a clock of its own, so the same pictures come out each time.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from textual.pilot import Pilot

from screens.app import StartAt, ZlpApp
from tools.paper_pictures import draw
from zlp_tui import places
from zlp_tui.conversation.session.front_door import Front, front_with, open_front
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.conversation.session.scripted_examples import lay_out
from zlp_tui.conversation.wizards.keys.home_lock_wizards import HomeLockWizards
from zlp_tui.i18n import Catalogue
from zlp_tui.keys.derivation import LEAST
from zlp_tui.script.loading import load_script

OUT = Path(__file__).parent.parent / "docs" / "pictures"
SIZES = ((120, 35), (80, 24), (60, 20))
THEMES = ("light", "dark")
NOW = datetime(2026, 11, 21, 13, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)
UNHURRIED = 1.0
"""Seconds between two looks at the clock of the keys: none comes too early."""
ANNIE, WILLEM, SALOMINA = "Annie de Vries", "Willem Hoekstra", "Salomina Tahapary"
WORDS = "lepel wolk fiets zomer"
"""The passphrase of who has a key in the pictures."""


class Shot(NamedTuple):
    """One picture: whose plan, the topic to begin at, and the keys that lead from there; `locked`: of a locked home."""

    keys: tuple[str, ...] = ()
    plan: str | None = None
    topic: str = "two-minutes"
    locked: bool = False


def of(plan: str, *keys: str, topic: str = "two-minutes") -> Shot:
    """A picture of a plan; the first Enter is to sit down where one sat before."""
    return Shot(("enter", *keys), plan, topic)


SCREENS: dict[str, Shot] = {
    "home": Shot(),
    "map": of(ANNIE, "escape"),
    "opening": Shot((), ANNIE),
    "talk": of(ANNIE, topic="good-day-bad-day"),
    "weigh": of(ANNIE, *["pagedown"] * 3, "pageup", topic="choices"),  # forward passes over what was weighed
    "domains": of(WILLEM, topic="domains"),
    "today": Shot(("j", "1")),
    "prepare": Shot(("f7",)),
    "details": of(WILLEM, "escape", "f5"),
    "letter": of(ANNIE, "escape", "l"),
    "choices": of(ANNIE, "escape", "k"),
    "agreements": of(ANNIE, "escape", "a"),
    "table": of(ANNIE, "escape", "w"),
    "help": of(ANNIE, "f1"),
    "keyboard-user": of(WILLEM, "escape", "g"),
    "note": of(WILLEM, "escape", "g", "1", "enter", "down", "down", "enter"),
    "remarks": of(WILLEM, "escape", "o"),
    "disagree": of(WILLEM, "escape", "l", "down", "down", "down", "e", "1"),
    "new-since": of(WILLEM, "escape", "i", "1"),
    "due": of(WILLEM, "escape", "j"),
    "who-looked": of(WILLEM, "escape", "f3"),
    "week": of(ANNIE, "escape", "m"),
    "seen-by": of(SALOMINA, "escape", "x"),
    "seen-as": of(SALOMINA, "escape", "x", "end", "enter"),
    "who-may": of(SALOMINA, "enter", topic="who-may"),
    "still": of(WILLEM, topic="still-important"),
    "scale": of(WILLEM, "enter", topic="domains-now"),
    "agree": of(WILLEM, topic="agreed"),
    "results": of(WILLEM, "escape", "r"),
    "way-of-a-wish": of(WILLEM, "escape", "a", "v", "r"),
    "line-of-an-agreement": of(ANNIE, "escape", "a", "end", "v", "enter"),
    "then-and-now": of(WILLEM, "escape", "s"),
    "editions": of(WILLEM, "escape", "s", "b"),
    "edition": of(WILLEM, "escape", "s", "b", "enter"),
    "search-plan": of(ANNIE, "escape", "z", *"koffie", "enter"),
    "agree-confirm": of(WILLEM, *["pagedown"] * 2, topic="agreed"),
    "unlock": Shot((*"lepel",), locked=True),
    "copies": Shot((*WORDS.replace(" ", "_"), "enter", "enter", "escape", "f10", "1"), ANNIE, locked=True),
    "keys": Shot((*WORDS.replace(" ", "_"), "enter", "enter", "escape", "f6"), ANNIE, locked=True),
    "history": of(WILLEM, "escape", "r", "enter"),
    "exports": of(ANNIE, "escape", "ctrl+n"),
    "export-as-usual": of(ANNIE, "escape", "ctrl+n", "1"),
}
"""Each screen that is worth looking at."""
ELSEWHERE = {
    "keyboard-user", "remarks", "disagree", "new-since", "who-looked", "due", "editions", "edition", "search-plan",
    "agree-confirm", "scale", "week", "seen-by", "seen-as", "who-may", "copies", "exports", "export-as-usual",
}
"""Not kept in docs: made only in a folder that one names, to look at."""


def ids() -> Callable[[], str]:
    """Ids that are the same in every run."""
    numbers = itertools.count(1)
    return lambda: f"00000000-0000-4000-8000-{next(numbers):012}"


def front_of(home: Path, clock: Callable[[], datetime], new_id: Callable[[], str]) -> Front:
    """The front door on a home of pictures."""
    tr = Catalogue("nl", places.content())
    return open_front(home, places.content() / "nl", (), tr, clock, new_id)


def app_of(home: Path, shot: Shot, new_id: Callable[[], str]) -> ZlpApp:
    """The app as `zlp` makes it, on a fixed day."""
    if shot.locked:
        return locked_app(home / "locked", shot, new_id)
    front = front_of(home, lambda: NOW, new_id)
    return ZlpApp(
        lines=front.plans,
        front=lambda: front,
        tr=Catalogue("nl", places.content()),
        help_folder=places.content() / "nl" / "help",
        today=lambda: TODAY,
        start_at=StartAt(front.find(shot.plan), shot.topic) if shot.plan else None,
        clock=itertools.count(0.0, UNHURRIED).__next__,
    )


def locked_app(home: Path, shot: Shot, new_id: Callable[[], str]) -> ZlpApp:
    """The same on plans that are locked, which are made when they are not there yet."""
    tr = Catalogue("nl", places.content())
    if not home.exists():
        lay_out(lambda clock: front_of(home, clock, new_id), places.data() / "examples", NOW)
        made = HomeLock(home, clock=lambda: NOW, new_id=lambda: str(uuid4()), cost=LEAST)
        made.make_keyholder("Sanne", WORDS)
        made.move(lambda moved, of: None)
        made.remove_unlocked_copies()
    lock = HomeLock(home, clock=lambda: NOW, new_id=lambda: str(uuid4()), cost=LEAST)

    def front() -> Front:
        return front_with(
            load_script(places.content() / "nl"), home, tr, lambda: NOW, new_id, open_stores=lock.stores, lock=lock
        )

    return ZlpApp(
        lines=tuple, front=front, tr=tr, help_folder=places.content() / "nl" / "help", today=lambda: TODAY,
        start_at=StartAt(shot.plan, shot.topic) if shot.plan else None,
        clock=itertools.count(0.0, UNHURRIED).__next__, lock=HomeLockWizards(lock, tr),
    )


async def settled(pilot: Pilot[None]) -> None:
    """Until all that was asked for is on the screen."""
    await pilot.app.workers.wait_for_complete()
    for _ in range(4):
        await pilot.pause()


async def picture(home: Path, name: str, size: tuple[int, int], theme: str, new_id: Callable[[], str]) -> str:
    """One screen as SVG."""
    app = app_of(home, SCREENS[name], new_id)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        if theme == "dark":
            app.toggle_theme()
            await settled(pilot)
        for key in SCREENS[name].keys:
            await pilot.press("space" if key == "_" else key)
            await settled(pilot)
        return smaller(app.export_screenshot(title="zlp", simplify=True))


def smaller(svg: str) -> str:
    """Without fonts from elsewhere, and with short names: a picture needs nothing but itself."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<clipPath id="terminal-\d+-line.*?</clipPath>', "", svg, flags=re.DOTALL)
    svg = re.sub(r' clip-path="url\(#terminal-\d+-line-\d+\)"', "", svg)
    svg = svg.replace(' shape-rendering="crispEdges"', "")
    svg = svg.replace("<style>", "<style>rect{shape-rendering:crispEdges}", 1)
    svg = re.sub(r"terminal-\d+", "t", svg)
    svg = svg.replace("Fira Code", "monospace")
    return re.sub(r">\s+<", "><", svg)


async def main(folder: Path | None) -> None:
    """Make the pictures of the docs anew; or in another folder all there are."""
    names = [name for name in SCREENS if folder is not None or name not in ELSEWHERE]
    out = folder or OUT
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("*.svg"), *out.glob("*.png")) if folder is None else ():
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="zlp-pictures-") as temporary:
        home, new_id = Path(temporary), ids()
        plans = lay_out(lambda clock: front_of(home, clock, new_id), places.data() / "examples", NOW)
        for file in draw(home, plans[0], NOW, out):
            print(file.name, file.stat().st_size // 1024, "kB")
        for name, size, theme in itertools.product(names, SIZES, THEMES):
            file = out / f"{name}-{size[0]}x{size[1]}-{theme}.svg"
            file.write_text(await picture(home, name, size, theme, new_id), encoding="utf-8")
            print(file.name, file.stat().st_size // 1024, "kB")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if sys.argv[1:] else None))
