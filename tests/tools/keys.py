"""Keys for the real app, and knowing when all they lead to is done and drawn.

Textual's own `pilot.press` and `pilot.pause` wait until the process has nothing to do for some hundredths of a second,
three times a key. Here every widget tells when its queue is empty, and the screen when it is drawn: the same, sooner.
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.screen import Screen

QUIET = 2
"""So many times in a row every widget has handled what it had, and nothing waits anywhere."""

UNHURRIED = 1.5
"""Seconds between two keys of `press`: nobody presses them twice by accident."""

AGAIN = 0.2
"""Seconds until the screen that is on top is asked once more."""


async def settled(pilot: Pilot[None]) -> None:
    """Until everything asked for so far is handled and on the screen; raises what went wrong in a screen."""
    quiet = 0
    while quiet < QUIET:
        await _handled(pilot)
        quiet = 0 if _busy(pilot) else quiet + 1
    drawn = asyncio.Event()
    while pilot.app.is_running and not drawn.is_set() and pilot.app._exception is None:
        pilot.app.screen.call_after_refresh(drawn.set)  # asked again: a screen that was covered meanwhile never draws
        waiting = asyncio.create_task(drawn.wait())
        await asyncio.wait([waiting], timeout=AGAIN)
        waiting.cancel()
    whole(pilot)


async def _handled(pilot: Pilot[None]) -> None:
    """Until every widget has handled what it had; an app that ended meanwhile handles nothing any more."""
    handled = asyncio.create_task(pilot._wait_for_screen())
    while pilot.app.is_running and not handled.done():
        await asyncio.wait([handled], timeout=AGAIN)
    if handled.done():
        handled.result()
    else:
        handled.cancel()


def whole(pilot: Pilot[None]) -> None:
    """Raise what went wrong in a screen, there where a test waits for that screen: it will never come."""
    if pilot.app._exception is not None:
        raise pilot.app._exception


@contextmanager
def undrawn() -> Iterator[None]:
    """Nothing is drawn meanwhile: on the way to where a test begins, which other tests look at. Drawing is a quarter of
    the time that a key takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Screen, "_compositor_refresh", _forget_changes)
        yield


def _forget_changes(screen: Screen[object]) -> None:
    screen._dirty_widgets.clear()
    screen.app._update_mouse_over(screen)


class KeyClock:
    """The app's clock for keys, that goes only when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def wait(pilot: Pilot[None], seconds: float) -> None:
    """Let time pass for the keys."""
    clock = getattr(pilot.app, "clock", None)
    if isinstance(clock, KeyClock):
        clock.now += seconds


async def press(pilot: Pilot[None], *keys: str, after: float = UNHURRIED) -> None:
    """Press keys, each on what the one before led to and this long after it."""
    for key in keys:
        wait(pilot, after)
        pilot.app.post_message(key_event(key))
        await settled(pilot)


def _busy(pilot: Pilot[None]) -> bool:
    """Whether a message or a callback waits anywhere."""
    if pilot.app._exception is not None or not pilot.app.is_running:
        return False
    everyone = (pilot.app, *pilot.app.screen.walk_children(with_self=True))
    return any(one._next_callbacks or not one._message_queue.empty() for one in everyone)


def key_event(key: str) -> events.Key:
    """What a terminal tells when a key is pressed, by its name or its character."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    character: str | None
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = name if len(name) == 1 else None
    return events.Key(name, character)
