"""The user's keys (`keymap:` in `settings.yaml`): which actions they are for, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from textual.binding import Binding
from textual.keys import Keys
from textual.widgets import Input, TextArea

from screens.parts.actions import APP_ACTIONS, Action, split_keys
from screens.parts.base_screen import BaseScreen
from screens.parts.item_lines import ItemLines
from screens.parts.line_list import LineList
from zlp_tui.errors import Refused, ZlpError

_KNOWN: Final = frozenset(key.value for key in Keys)
_MODIFIERS: Final = frozenset({"ctrl", "alt", "shift"})
_MOVES_FOCUS: Final = frozenset({"tab", "shift+tab", "space"})


@lru_cache(maxsize=1)
def all_screens() -> tuple[type[BaseScreen], ...]:
    """The class of every screen. Imports them all."""
    from screens.command_palette_screen import CommandPaletteScreen
    from screens.help_screen import HelpScreen
    from screens.home.ended_plans_screen import EndedPlansScreen
    from screens.home.home_screen import HomeScreen
    from screens.home.new_plan_screen import NewPlanScreen
    from screens.home.pick_or_type_screen import PickOrTypeScreen
    from screens.home.practice_home_screen import PracticeHomeScreen
    from screens.home.today_screen import TodayScreen
    from screens.navigation.routes import ROUTES
    from screens.talk.opening_screen import OpeningScreen
    from screens.talk.talk_screen import TalkScreen
    from screens.whole_plans.wizard_screen import WizardScreen

    homes = HomeScreen, PracticeHomeScreen, EndedPlansScreen
    before = TodayScreen, PickOrTypeScreen, NewPlanScreen, WizardScreen
    others = HelpScreen, CommandPaletteScreen, OpeningScreen, TalkScreen
    return (*homes, *before, *others, *(route.load() for route in ROUTES))


@lru_cache(maxsize=1)
def actions_by_id() -> Mapping[str, Action]:
    """Every action that has keys, by its id."""
    tables = (APP_ACTIONS, *(screen.ACTIONS for screen in all_screens()))
    return {action.id: action for table in tables for action in table if action.keys}


@lru_cache(maxsize=1)
def reserved_keys() -> frozenset[str]:
    """Keys with which one chooses in a list, edits what is typed, or moves the focus."""
    tables = (Input.BINDINGS, TextArea.BINDINGS, LineList.BINDINGS, ItemLines.BINDINGS)
    own = {key for action in actions_by_id().values() for key in split_keys(action.keys)}
    taken = {binding.key for table in tables for binding in Binding.make_bindings(table)}
    return frozenset(taken - own) | _MOVES_FOCUS | {"enter"}


def problem_of(keymap: Mapping[str, str]) -> ZlpError | None:
    """The first thing that is wrong with a keymap; None when it can be used."""
    for name, keys in keymap.items():
        if name not in actions_by_id():
            return Refused("The keys in settings.yaml are not used: {name} is not known.", name=name)
        for key in split_keys(keys) or (keys,):
            if not _is_key(key):
                return Refused("The keys in settings.yaml are not used: there is no key {key}.", key=key)
            if key in reserved_keys() and key not in split_keys(actions_by_id()[name].keys):
                return _needed(key)
    return next(filter(None, (_problem_on(screen, keymap) for screen in all_screens())), None)


def _problem_on(screen: type[BaseScreen], keymap: Mapping[str, str]) -> ZlpError | None:
    """A key that would do two things on a screen, or a letter where letters are typed."""
    taken: set[str] = set()
    for action in (*APP_ACTIONS, *(action for action in screen.ACTIONS if action.keys)):
        for key in set(split_keys(keymap.get(action.id, action.keys))):
            if key in taken:
                return Refused("The keys in settings.yaml are not used: {key} would do two things.", key=key)
            if screen.TAKES_LETTERS and len(key) == 1:
                return _needed(key)
            taken.add(key)
    return None


def _needed(key: str) -> Refused:
    return Refused("The keys in settings.yaml are not used: {key} is needed to choose or to type.", key=key)


def _is_key(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable() and not key.isspace()
    *modifiers, last = key.split("+")
    return _MODIFIERS.issuperset(modifiers) and (last in _KNOWN or (len(last) == 1 and bool(modifiers)))
