"""The doors of the app: how a screen lets the user go somewhere else without knowing the app or the other screens.

Every screen of an open plan is made as `XScreen(desk, say, doors)`. Calling a door changes what is on the screen at
once; a screen that is already open underneath comes back instead of being opened twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zlp_tui.plan.view import Place


@dataclass(frozen=True, slots=True)
class Doors:
    """Where one can go from a screen of an open plan."""

    open_talk: Callable[[Place | None], None]
    """The question at this place; None is where we are. `NotFound` is told to the user, not raised."""
    open_topic: Callable[[str], None]
    """A topic's first question."""
    open_map: Callable[[], None]
    open_table: Callable[[], None]
    open_letter: Callable[[], None]
    open_choices: Callable[[], None]
    open_agreements: Callable[[], None]
    open_trace: Callable[[str], None]
    """Where a line of the plan (a quote's `ref`) comes from."""
    open_statement: Callable[[str, Callable[[], None]], None]
    """Say a statement anew, take it back, or trace it; the callable is called when something changed."""
    open_results: Callable[[], None]
    """What the last look back came to."""
    open_then_and_now: Callable[[int | None, int | None], None]
    """Two editions beside each other, by number; None is the last edition, and the plan as it is now."""
    open_history: Callable[[str], None]
    """All that a line of the plan said before."""
    open_editions: Callable[[], None]
    open_note: Callable[[str | None], None]
    """How it went, with an agreement or goal; without one it is asked which."""
    open_remarks: Callable[[str | None], None]
    """Remarks and nice moments; with a line of the plan, leave one about it."""
    open_disagree: Callable[[str | None], None]
    """Not agreeing with a line of the plan; without one, all that people do not agree with."""
    open_new_since: Callable[[], None]
    open_due: Callable[[], None]
    open_help: Callable[[str], None]
    """A page of `content/<locale>/help/`, by its name without `.md`."""
    back: Callable[[], None]
    """Close this screen: to what was there before, in the end to the map."""
    leave: Callable[[], None]
    """Stop and keep: end the sitting and go to the list of plans."""
    turn_colours: Callable[[], None]
    """The other of the two themes."""
