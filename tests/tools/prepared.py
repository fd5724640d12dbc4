"""A front door with the shipped script, which is loaded once in each process."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from tests.tools.copies import lay_empty_store
from zlp_tui import places
from zlp_tui.conversation.session.front_door import Front, front_with, shipped_rules
from zlp_tui.due.figures import Rules
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.access import Grants, no_grants
from zlp_tui.script.loading import load_script
from zlp_tui.script.script import Script


@cache
def our_script() -> Script:
    """The script that ships with the program, loaded once; nothing can change it, and it is never freed."""
    script = load_script(places.content() / "nl")
    gc.freeze()
    return script


@cache
def our_rules() -> Mapping[str, Rules]:
    """The rules that ship with the program, by law, loaded once; nothing can change them."""
    return shipped_rules()


def dutch() -> Catalogue:
    """The shipped catalogue."""
    return Catalogue("nl", places.content())


def front_on(
    home: Path, clock: Callable[[], datetime], ids: Callable[[], str], packs: Sequence[Path] = (),
    grants: Grants = no_grants,
) -> Front:
    """A front door on the store in a folder, made when there is none, with the shipped script.

    Nothing waits for the disk: no test cuts the power. That the program does wait is seen where a store is opened
    (`tests/store/test_store_opening.py`).
    """
    lay_empty_store(home)
    script = load_script(places.content() / "nl", packs) if packs else our_script()
    return front_with(script, home, dutch(), clock, ids, durable=False, grants=grants, rules=our_rules)
