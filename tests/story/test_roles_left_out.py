"""A pack leaves out a topic that the program itself leads to: its keys, commands and help lines go with it."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest

from screens.help_screen import KEY, KEYS, offered_text
from screens.navigation.routes import MAP
from tests.tools.evaluated import evaluated
from tests.tools.half_a_year import LOOKING_BACK
from tests.tools.keys import undrawn
from tests.tools.packs import pack_without, topic_with
from tests.tools.prepared import dutch
from tests.tools.table import speaks
from tests.tools.window import Later, Window, door, window
from zlp_tui import places
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plain.typed.stdin_reader import StdinReader
from zlp_tui.plan.view import Place
from zlp_tui.script.roles import Role

ANNIE = "Annie de Vries"
NOWHERE = "Dit onderwerp is er niet"
HELP = places.content() / "nl" / "help"
OPENED = {
    "l": "LetterScreen", "g": "NoteScreen", "j": "DueScreen", "o": "RemarksScreen", "i": "NewSinceScreen",
    "w": "ParticipantsScreen", "a": "AgreementsScreen", "k": "ChoicesScreen", "r": "ResultsScreen",
    "s": "ThenAndNowScreen",
}
"""What the keys of the map open; the last four only where there is something to see or to begin."""
LEADS = {
    Role.LOOK_BACK: [("", "h"), ("j", "h"), ("r", "h")],
    Role.AGREE: [("b", "h")],
    Role.CHOICES: [("k", "n")],
    Role.GOALS: [("a", "d")],
    Role.AGREEMENTS: [("a", "n")],
}
"""For a role that keys lead to: from which screen, by its key on the map (`e`: from then and now), and which key."""
COMMANDS = {Role.LOOK_BACK: ["Nu terugkijken"]}
"""What stands in the palette for a role, beside its topic."""


@pytest.fixture(scope="module")
def _year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("year")
    evaluated(home)
    return home


@pytest.fixture
def year(_year: Path, tmp_path: Path) -> Path:
    """A home of this test's own with a plan in which something stands at most topics."""
    return Path(shutil.copytree(_year, tmp_path / "home"))


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A home with a plan in which nothing was said yet."""
    home = tmp_path / "home"
    front = door(home)
    front.new_plan(ANNIE, "mevrouw De Vries")
    front.close()
    return home


def told(home: Path, pack: Path, typed: str) -> str:
    """What is written when this is typed line by line."""
    front = door(home, Later(), [pack])
    lines = home / "typed"
    lines.write_text(typed, encoding="utf-8")
    written = io.BytesIO()
    with lines.open("rb") as file:
        run_talk(front.open(front.find(ANNIE)), StdinReader(file.fileno()), LineWriter(written), dutch())
    front.close()
    return written.getvalue().decode()


async def opened(w: Window, key: str) -> str:
    """Press a key on the map; the name of the screen that is on top then."""
    assert w.app.navigator is not None
    w.app.navigator.navigate(MAP)
    with undrawn():  # other tests look at the map
        await w.settled()
    await w.press(*(("s", "b") if key == "b" else (key,) if key else ()))
    return w.on_top


def known_words(home: Path, pack: Path) -> list[str]:
    """The commands that the help tells line by line."""
    return re.findall(r"(?m)^(/[\w-]+)", told(home, pack, "/help\n"))


@pytest.mark.parametrize("role", Role)
def test_line_by_line_every_command_goes_somewhere(year: Path, tmp_path: Path, role: Role) -> None:
    pack = pack_without(tmp_path / "pack", [role])
    words = [word for word in known_words(year, pack) if word != "/stop"]
    assert {"/plan", "/noteer", "/wanneer", "/nieuw", "/onderwerp"} <= set(words)
    assert ("/terugkijken" in words) == (role is not Role.LOOK_BACK)
    written = told(year, pack, "".join(f"{word}\n" for word in words))
    assert NOWHERE not in written
    assert "/terugkijken" not in told(year, pack, "/help\n") or role is not Role.LOOK_BACK


@pytest.mark.parametrize("role", Role)
async def test_every_screen_opens_and_leads_to_no_topic_that_is_gone(year: Path, tmp_path: Path, role: Role) -> None:
    async with window(year, ANNIE, packs=[pack_without(tmp_path / "pack", [role])]) as w:
        topics = {topic.id for chapter in w.desk.map() for topic in chapter.topics}
        assert topic_with(role) not in topics
        for key, screen in OPENED.items():
            nothing_there = role is Role.CHOICES and key == "k"
            assert await opened(w, key) == ("MapScreen" if nothing_there else screen)
            there = {action.id for action in w.page.commands() if action.id.startswith("topic/")}
            assert there == {f"topic/{topic}" for topic in topics}
            for action in w.page.actions() if role in (*LEADS, Role.FOLLOW_UP, Role.PERSONAL_DETAILS) else ():
                if set(action.keys) & {"h", "n", "d"} or action.shown == "Enter":
                    await opened(w, key)
                    action.run()
                    await w.settled()
                    assert NOWHERE not in w.words()


@pytest.mark.parametrize(("role", "way"), [(role, way) for role, ways in LEADS.items() for way in ways])
async def test_a_key_goes_with_its_topic(year: Path, tmp_path: Path, role: Role, way: tuple[str, str]) -> None:
    screen, key = way
    async with window(year, ANNIE) as w:
        await opened(w, screen)
        await w.press(key)
        assert w.on_top == "TalkScreen"
        assert w.desk.place == LOOKING_BACK if role is Role.LOOK_BACK else w.desk.place.topic == topic_with(role)
    async with window(year, ANNIE, times=2, packs=[pack_without(tmp_path / "pack", [role])]) as w:
        before = await opened(w, screen)
        await w.press(key)
        assert w.on_top == before
        assert not any(key in action.keys for action in w.page.actions())
        labels = {action.label for action in w.page.commands()}
        assert labels.isdisjoint(COMMANDS.get(role, []))


async def test_a_date_of_which_nothing_is_asked_is_no_line_to_choose(year: Path, tmp_path: Path) -> None:
    async with window(year, ANNIE, packs=[pack_without(tmp_path / "pack", Role)]) as w:
        assert await opened(w, "j") == "DueScreen"
        assert w.desk.history.due()
        assert not any("▸" in line for line in w.lines())
        assert {action.id for action in w.page.actions()} == {"help", "help-too", "back"}
        await w.press("enter")
        assert w.on_top == "DueScreen"


async def test_an_overview_with_nothing_to_see_and_nothing_to_begin_is_not_offered(
    fresh: Path, tmp_path: Path
) -> None:
    """With the topic the empty page invites to begin; without it there is nothing there, until something is."""
    four = {"choices", "agreements", "results", "then-and-now", "editions"}
    async with window(fresh, ANNIE) as w:
        assert four <= {action.id for action in w.page.commands()}
    pack = pack_without(
        tmp_path / "pack", [Role.CHOICES, Role.GOALS, Role.AGREEMENTS, Role.LOOK_BACK, Role.AGREE]
    )
    async with window(fresh, ANNIE, times=2, packs=[pack]) as w:
        assert {action.id for action in w.page.commands()}.isdisjoint(four)
        for key in "akrs":
            await w.press(key)
            assert w.on_top == "MapScreen"
    assert {"/afspraken", "/keuzes", "/uitkomst", "/toen", "/vastgelegd"}.isdisjoint(known_words(fresh, pack))


def desk_without(home: Path, pack: Path | None) -> Desk:
    front = door(home, Later(), [pack] if pack else [])
    return front.open(front.find(ANNIE))


async def test_the_help_lists_no_key_that_is_gone(fresh: Path, tmp_path: Path) -> None:
    async with window(fresh, ANNIE, (120, 60)) as w:
        w.desk.go(Place("agreements", "want", "anything"))
        w.desk.answer(Spoken("Elke dag lopen."))
        await w.press("f1")
        assert "h: Nu terugkijken" in w.text()
        assert "r: Wat ervan kwam" in w.text()
    async with window(fresh, ANNIE, (120, 60), times=2, packs=[pack_without(tmp_path / "pack", Role)]) as w:
        await w.press("f1")
        assert "erugkijken" not in w.text()
        assert "j: Wat eraan komt" in w.text()
        assert "r: Wat ervan kwam" not in w.text()


def test_the_help_tells_no_key_that_is_gone(year: Path, tmp_path: Path) -> None:
    pages = {page.stem: page.read_text(encoding="utf-8") for page in HELP.glob("*.md")}
    everything = desk_without(year, None)
    less = desk_without(year, pack_without(tmp_path / "pack", Role))
    for text in pages.values():
        assert offered_text(text, everything) == offered_text(text)
        assert "<!--" not in KEY.sub("", offered_text(text).replace(KEYS, ""))
    assert "Terugkijken kan altijd eerder." in offered_text(pages["due"], everything)
    assert "Terugkijken" not in offered_text(pages["due"], less)
    assert "/terugkijken" not in offered_text(pages["plain"], less)
    assert "\n- \n" not in offered_text(pages["map"], less) and "\n-\n" not in offered_text(pages["map"], less)


async def test_a_note_asks_for_no_reason_where_the_script_has_none(year: Path, tmp_path: Path) -> None:
    """The reasons stand in the topic of following up; without it one says in words why it was not done."""
    pack = pack_without(tmp_path / "pack", [Role.FOLLOW_UP])
    async with window(year, ANNIE, packs=[pack]) as w:
        await w.press("g", "enter", "down", "down", "down", "enter")
        await w.type("Het regende")
        await w.press("enter")
        note = w.desk.view.progress[-1]
        assert (note.done, note.because, note.text) == ("no", None, "Het regende")
    written = told(year, pack, f"/ik-ben {ANNIE}\n/noteer\n1\n3\nWeer regen\n")
    assert "Hoe kwam dat?" not in written
    assert "Bewaard" in written


def test_what_the_script_no_longer_asks_for_is_still_told(year: Path, tmp_path: Path) -> None:
    """The plan goes on holding it; where it has no topic any more, it stands under a title that says what it is."""
    desk = desk_without(year, pack_without(tmp_path / "pack", [Role.GOALS, Role.FOLLOW_UP, Role.GOAL_OUTCOMES]))
    desk.sit_at_keyboard(desk.view.client)
    desk.follow_up.note(desk.follow_up.things()[0].id, done="yes", text="Tot de brug.")
    desk.seat((desk.join("Rik")[0].id,))  # who was not there when it was said
    speaks(desk, desk.voice.id)
    assert "Hoe het ging" in dict(desk.history.new_since().parts)
    both = desk.history.then_and_now(1)
    assert both is not None
    [last] = [part for part in both.parts if any(pair.topic == "goals" for pair in part.pairs)]
    assert last.title == dutch()("Said before, at questions that are no longer asked")
    assert last in both.parts[-2:], "only the looks back come after it"


OURS = """
id: "samen-kijken"
chapter: "support"
part_of: "first-plan"
role: "{role}"
title: "Wat wij willen"
why: "Zo weten we het."
intro: "Dit is het:"
steps:
  - id: "iets"
    kind: "ask"
    ask: "Wat willen we?"
"""


def own_topic(folder: Path, role: Role) -> Path:
    """A pack that has this role in a topic of its own."""
    pack = pack_without(folder, [role])
    (pack / "topics").mkdir()
    (pack / "topics" / "samen-kijken.yaml").write_text(OURS.format(role=role), encoding="utf-8")
    return pack


async def test_a_topic_of_a_pack_takes_over_the_keys_of_its_role(year: Path, tmp_path: Path) -> None:
    async with window(year, ANNIE, packs=[own_topic(tmp_path / "pack", Role.LOOK_BACK)]) as w:
        await w.press("h")
        assert w.on_top == "TalkScreen"
        assert w.desk.place.topic == "samen-kijken"
    assert "Wat willen we?" in told(year, tmp_path / "pack", "/terugkijken\n")


def test_lines_of_the_plan_stand_under_the_topic_that_has_their_role(year: Path, tmp_path: Path) -> None:
    both = desk_without(year, own_topic(tmp_path / "pack", Role.GOALS)).history.then_and_now(1)
    assert both is not None
    [goals] = [part for part in both.parts if any(pair.topic == "goals" for pair in part.pairs)]
    assert goals.title == "Wat wij willen"
