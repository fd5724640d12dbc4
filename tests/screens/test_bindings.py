"""Each screen's table of actions: ids, keys, labels, help pages; and keys that a user chose instead of ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import _character_to_key

from screens.app import ZlpApp
from screens.command_palette_screen import CommandPaletteScreen
from screens.help_screen import KEY, KEYS, HelpScreen
from screens.keymap import actions_by_id, all_screens, problem_of, reserved_keys
from screens.parts.actions import APP_ACTIONS, split_keys
from screens.parts.base_screen import BaseScreen
from tests.screens.conftest import ANNIE
from tests.tools.prepared import dutch
from tests.tools.window import window
from zlp_tui import places

SCREENS = pytest.mark.parametrize("screen", all_screens(), ids=lambda screen: screen.__name__)
HELP = places.content() / "nl" / "help"


def subclasses(kind: type[object]) -> set[type[object]]:
    return {kind}.union(*map(subclasses, kind.__subclasses__()))


def bound(kind: type[DOMNode], key: str) -> list[Binding]:
    assert kind._merged_bindings is not None
    return kind._merged_bindings.key_to_bindings[_character_to_key(key) if len(key) == 1 else key]


def test_every_screen_is_among_the_ones_that_are_checked() -> None:
    ours = {kind for kind in subclasses(BaseScreen) - {BaseScreen} if kind.__module__.startswith("screens.")}
    assert {kind for kind in ours if "ACTIONS" in vars(kind)} == set(all_screens())


@SCREENS
def test_no_key_stands_twice_on_a_screen(screen: type[BaseScreen]) -> None:
    """The keys of the app are there on every screen."""
    keys = Counter(key for action in (*APP_ACTIONS, *screen.ACTIONS) for key in split_keys(action.keys))
    assert [key for key, times in keys.items() if times > 1] == []
    assert reserved_keys().isdisjoint(keys.keys() - {"space"})
    ids = Counter(action.id for action in screen.ACTIONS)
    assert [name for name, times in ids.items() if times > 1] == []


@SCREENS
def test_every_binding_has_an_id_a_dutch_label_and_something_to_do(screen: type[BaseScreen]) -> None:
    tr = dutch()
    declared = {key: action for action in screen.ACTIONS for key in split_keys(action.keys)}
    for key, action in declared.items():
        [binding] = bound(screen, key)
        assert (binding.id, binding.action) == (action.id, action.action)
        assert binding.tooltip
    for action in screen.ACTIONS:
        assert tr(action.msgid) not in ("", action.msgid)
        assert callable(getattr(screen, f"action_{action.call[0]}"))


@SCREENS
def test_every_screen_has_a_help_page_that_lists_its_keys(screen: type[BaseScreen]) -> None:
    if any(action.id == "help" for action in screen.ACTIONS):
        assert KEYS in (HELP / f"{screen.help_page}.md").read_text(encoding="utf-8")
    else:
        assert screen in (HelpScreen, CommandPaletteScreen)


def test_an_action_has_the_same_keys_wherever_it_stands() -> None:
    keys: dict[str, set[str]] = {}
    for screen in all_screens():
        for action in screen.ACTIONS:
            keys.setdefault(action.id, set()).add(action.keys)
    assert {name: found for name, found in keys.items() if len(found - {""}) > 1} == {}


def test_every_key_that_a_help_page_names_is_there() -> None:
    named = {name for page in HELP.glob("*.md") for name in KEY.findall(page.read_text(encoding="utf-8"))}
    assert "next-topic" in named
    assert named <= actions_by_id().keys()


def test_the_bindings_of_the_app_have_ids_too() -> None:
    for action in APP_ACTIONS:
        assert [binding.id for binding in bound(ZlpApp, action.keys)] == [action.id]
        assert dutch()(action.msgid) != action.msgid


async def test_the_keys_of_a_user_change_key_row_and_help(annie: Path) -> None:
    async with window(annie, ANNIE, keymap={"letter": "f11", "undo": "ctrl+t,!", "next-topic": "ctrl+g"}) as w:
        assert "F11 Mijn plan" in w.text()
        await w.press("l")
        assert w.on_top == "MapScreen"
        await w.press("f1")
        assert "F11: Mijn plan" in w.text()
        assert "l: Mijn plan" not in w.text()
        await w.press("escape", "f11")
        assert w.on_top == "LetterScreen"
        assert "Ctrl+T Ongedaan" in w.text()
        await w.press("ctrl+p")
        await w.type("ongedaan")
        assert "Ctrl+T" in w.text()


async def test_two_keys_can_change_places(annie: Path) -> None:
    async with window(annie, ANNIE, keymap={"letter": "a", "agreements": "l , !"}) as w:
        await w.press("a")
        assert w.on_top == "LetterScreen"
        for key in ("l", "exclamation_mark"):
            await w.press("escape", key)
            assert w.on_top == "AgreementsScreen"


async def test_a_letter_of_a_user_is_typed_where_one_types(annie: Path) -> None:
    async with window(annie, ANNIE, keymap={"back": "q"}) as w:
        await w.press("w", "n", "q")
        assert w.on_top == "ParticipantsScreen"
        assert "│ q" in w.text() or "┃ q" in w.text()
        await w.press("shift+tab", "q")
        assert w.on_top == "MapScreen"


WRONG = {
    "nothing": {"unknown": "f11"},
    "clash": {"letter": "a"},
    "clash with the app": {"letter": "ctrl+p"},
    "twice chosen": {"letter": "f11", "agreements": "f11"},
    "no key": {"letter": "hyper+f11"},
    "empty": {"letter": ""},
    "needed to choose": {"letter": "down"},
    "needed to type": {"letter": "backspace"},
    "a letter where one types": {"skip-question": "s"},
}


@pytest.mark.parametrize("keymap", WRONG.values(), ids=WRONG)
async def test_a_keymap_that_cannot_be_used_is_told_and_ours_goes_on(
    annie: Path, keymap: dict[str, str]
) -> None:
    problem = problem_of(keymap)
    assert problem is not None
    sentence = dutch()(problem.message, **problem.values)
    async with window(annie, ANNIE, keymap=keymap) as w:
        await w.press("l")
        assert w.on_top == "LetterScreen"
        await w.press("escape", "escape")
        assert w.on_top == "HomeScreen"
        assert " ".join(sentence.split()[:6]) in w.words()


@pytest.mark.parametrize("keymap", [{"letter": "f11"}, {"undo": "u,f11"}, {"letter": "a", "agreements": "l"}, {}])
def test_a_keymap_that_can_be_used(keymap: dict[str, str]) -> None:
    assert problem_of(keymap) is None
