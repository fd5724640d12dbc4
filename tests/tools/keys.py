"""Keys for the real app, and knowing when all they lead to is done and drawn.

Textual's own `pilot.press` and `pilot.pause` wait until the process has nothing to do for some hundredths of a second,
three times a key. Here it is seen of every widget whether it waits for a message: the same, sooner.
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

import pytest
from textual import events
from textual._queue import Queue
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

QUIET = 3
"""So many times in a row every widget waits for its next message, with whatever else goes on had its turn between."""

UNHURRIED = 1.5
"""Seconds between two keys of `press`: nobody presses them twice by accident."""

AGAIN = 0.2
"""Seconds until the screen that is on top is asked once more, and the app whether it goes on."""


async def settled(pilot: Pilot[None]) -> None:
    """Until everything asked for so far is handled and on the screen; raises what went wrong in a screen.

    The screen is drawn once, as it is then: what one key leads to comes sooner than a terminal is drawn anew.
    """
    with _drawn_by(_forget_changes):
        await _quiet(pilot)
        await _laid_out(pilot)
    await _draw(pilot)
    whole(pilot)


async def until(pilot: Pilot[None], there: Callable[[], object]) -> None:
    """Until what is made in a thread is there."""
    while not there():
        await settled(pilot)
        await pilot.app.workers.wait_for_complete()


@contextmanager
def pauses_until_settled() -> Iterator[None]:
    """Meanwhile the pauses of Textual's pilot, as before and after each part of a click, are as long as it takes."""
    pause = Pilot.pause

    async def paused(pilot: Pilot[None], delay: float | None = None) -> None:
        await (settled(pilot) if delay is None else pause(pilot, delay))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pilot, "pause", paused)
        yield


async def _quiet(pilot: Pilot[None]) -> None:
    """Until nothing waits anywhere."""
    quiet = 0
    while quiet < QUIET:
        busy = _busy(pilot)
        if busy:
            quiet = 0
            await _handled(pilot, busy)
        else:
            quiet += 1
            await asyncio.sleep(0)


async def _laid_out(pilot: Pilot[None]) -> None:
    """Until the screen on top has its layout."""
    laid_out = asyncio.Event()
    while pilot.app.is_running and not laid_out.is_set() and pilot.app._exception is None:
        pilot.app.screen.call_after_refresh(laid_out.set)  # asked again: a screen that is covered meanwhile has none
        await _a_while(laid_out)


async def _draw(pilot: Pilot[None]) -> None:
    """What changed of the screen on top."""
    if pilot.app.is_running and pilot.app._exception is None:
        screen = pilot.app.screen
        screen.post_message(events.Callback(screen._compositor_refresh))
        await _handled(pilot, [screen])


async def _handled(pilot: Pilot[None], busy: Sequence[MessagePump]) -> None:
    """Until each of these has handled what it has now; an app that ended meanwhile handles nothing any more."""
    for pump in busy:
        handled = asyncio.Event()
        if pump.post_message(events.Callback(handled.set)):
            while pilot.app.is_running and not handled.is_set() and pilot.app._exception is None:
                await _a_while(handled)


async def _a_while(event: asyncio.Event) -> None:
    """Until this happened, or the app may have ended meanwhile."""
    with suppress(TimeoutError):
        async with asyncio.timeout(AGAIN):
            await event.wait()


def whole(pilot: Pilot[None]) -> None:
    """Raise what went wrong in a screen, there where a test waits for that screen: it will never come."""
    if pilot.app._exception is not None:
        raise pilot.app._exception


@contextmanager
def undrawn() -> Iterator[None]:
    """Nothing is drawn meanwhile: on the way to where a test begins, which other tests look at. Drawing is a quarter of
    the time that a key takes."""
    with _drawn_by(_forget_changes):
        yield


@contextmanager
def _drawn_by(draw: Callable[[Screen[object]], None]) -> Iterator[None]:
    """Meanwhile screens are drawn so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Screen, "_compositor_refresh", draw)
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


def _busy(pilot: Pilot[None]) -> list[MessagePump]:
    """What handles a message, or has one or a callback that waits."""
    if pilot.app._exception is not None or not pilot.app.is_running:
        return []
    return [pump for pump in (pilot.app, *pilot.app.screen.walk_children(with_self=True)) if not _waits(pump)]


def _waits(pump: MessagePump) -> bool:
    """Whether it has nothing to do before its next message."""
    queue: Queue[Message | None] = pump._message_queue
    waiting = any(not waiter.done() for waiter in queue.ready_event._waiters)
    return waiting and queue.empty() and not pump._next_callbacks


def key_event(key: str) -> events.Key:
    """What a terminal tells when a key is pressed, by its name or its character."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    character: str | None
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = name if len(name) == 1 else None
    return events.Key(name, character)
