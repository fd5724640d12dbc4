"""What another than the client picked or filled in is told with their name behind it, wherever it is (issue 8, 1).

Behind what the client picked stands no name: it is their plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.tools.prepared import dutch
from tests.tools.table import Table, agree_on_plan, lay_table, speaks
from zlp_tui.conversation.ports.plan_pages import PLAN_LENGTHS
from zlp_tui.conversation.ports.turn import Pick, Picked, Spoken, Turn, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plain.pages.plan_text import letter_page
from zlp_tui.plain.pages.question_page import question_page
from zlp_tui.plan.serialization import as_json, from_json
from zlp_tui.plan.view import Place
from zlp_tui.script.schema import Step

NO_DETAILS: Final = ("name", "salutation", "bsn", "bsn-seen-by")
"""Fields that are kept elsewhere: who somebody is; and what is not told to who filled it in."""
IN_WORDS: Final = {"email": "sanne@example.org", "phone": "0612345678", "text": "Zo zegt Sanne het."}
COMING: Final = ("evaluate-on", "first-evaluation-on", "wlz-valid-until")
"""Days that are still to come when they are asked."""

FOR_ALL: Final = ("deciding", "choice-role", "chosen", "decision", "quality")
"""What one person answers for all (decision 0044): other lines become others by it."""
OF_EACH_PERSON: Final = ("done", "how-close")
"""No details: a note, or the answer of whoever speaks, so the question tells no name with it."""


class Told(NamedTuple):
    """A line of a page, with its introduction and the name behind it."""

    text: str
    by: str
    intro: str


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    """A plan with an agreement that was agreed on half a year ago; Sanne, who is here alone, began to look back."""
    table = lay_table(tmp_path_factory.mktemp("picks") / "home")
    desk = table.desk
    desk.join("Sanne")
    desk.go_topic("goals")
    desk.answer(Spoken("Weer lopen."))
    desk.go_topic("choices")
    desk.answer(Spoken("Waar ga ik wonen?"))
    desk.go(Place("agreements", "want", "anything"))
    desk.answer(Spoken("Elke dag een rondje."))
    agree_on_plan(desk)
    table.clock.now += timedelta(days=182)
    desk = table.next_sitting()
    alone(desk)
    desk.go(Place("supports-me", "enough"))
    desk.answer(Picked(("yes",)))
    yield table
    table.front.close()


def alone(desk: DeskSession) -> None:
    """Only Sanne sits at the table, and types."""
    sanne = next(person.id for person in desk.view.people if person.name == "Sanne")
    desk.seat((sanne,))
    desk.speak_as(sanne)
    desk.sit_at_keyboard(sanne)


def told(desk: DeskSession) -> set[Told]:
    """All that the plan tells in every length, and as it became since the edition."""
    letters = [line for length in PLAN_LENGTHS for part in desk.letter(length) for line in part.lines]
    quotes = {(quote, line.intro) for line in letters for quote in line.quotes}
    both = desk.history.then_and_now()
    pairs = [pair for part in both.parts for pair in part.pairs] if both else []
    quotes |= {(quote, "") for pair in pairs for quote in (pair.now, pair.then) if quote is not None}
    known = {quote.text for quote, _ in quotes}
    prepared = (quote for part in desk.preparation() for line in part.lines for quote in line.quotes)
    quotes |= {(quote, "") for quote in prepared if quote.text in known}
    lines = {Told(quote.text, quote.by, quote.intro or intro) for quote, intro in quotes}
    topics = (topic for chapter in desk.map() for topic in chapter.topics)
    return lines | {Told(topic.last, topic.last_by or "", topic.title) for topic in topics if topic.last}


def kept_as_details(desk: DeskSession) -> Iterator[Turn]:
    """Every question of which the answer is a detail, one after the other."""
    for topic in desk.script.topics:
        for step in topic.steps:
            for item in _items(desk, topic.id, step):
                yield desk.go(Place(topic.id, step.id, item))


def _items(desk: DeskSession, topic: str, step: Step) -> tuple[str | None, ...]:
    if step.kept_as in ("detail", "address"):
        return (None,)
    if step.kept_as in ("deciding", "quality"):
        return (None,)
    if step.kept_as in ("choice-role", "chosen"):
        return tuple(choice.id for choice in desk.view.open_choices())
    if step.kept_as in ("how-close", "decision"):
        return tuple(goal.id for goal in desk.view.active_goals())
    if step.kept_as in ("agreement-goes-on", "done"):
        return tuple(agreed.id for agreed in desk.view.active_agreements())
    return tuple(name for name in step.form_fields if name not in NO_DETAILS) if not step.repeated_over else ()


def answered(desk: DeskSession, turn: Turn) -> Turn:
    """The same question, after something was answered there that was not so before."""
    if isinstance(turn.input, Pick):
        ids = [option.id for option in turn.input.options if option.id not in turn.input.chosen]
        desk.answer(Picked((ids[-1],)))
    else:
        assert isinstance(turn.input, Words)
        coming = turn.place.item in COMING or turn.place.topic == "sitting"
        day = "1 december 2026" if coming else "1 mei 2026"
        desk.answer(Spoken(day if turn.input.format == "date" else IN_WORDS[turn.input.format]))
    return desk.go(turn.place)


def _step(desk: DeskSession, turn: Turn) -> Step:
    return next(step for step in desk.script.topic(turn.place.topic).steps if step.id == turn.place.step)


def titles(turn: Turn) -> set[str]:
    """The words of what is picked. Another form of address makes other words of all that is asked."""
    assert isinstance(turn.input, Pick)
    return {option.title for option in turn.input.options if option.id in turn.input.chosen}


def test_all_that_another_picks_or_fills_in_is_told_with_their_name_law(table: Table) -> None:
    desk = table.desk
    asked, after = set[str](), told(desk)
    for turn in kept_as_details(desk):
        again, before = answered(desk, turn), after
        after = told(desk)
        where = f"{turn.place.topic}/{turn.place.step}/{turn.place.item or ''}"
        new = {line for line in after - before if line.text != desk.view.client_person.name}
        new = {line for line in new if " keer " not in line.text}  # counted, whoever noted it
        if turn.place.step == "address" or _step(desk, turn).kept_as in FOR_ALL:
            new = {line for line in new if line.text in titles(again)}
        assert {line.by for line in new} <= {"Sanne"}, (where, new)
        if turn.place.step in OF_EACH_PERSON:
            continue
        assert isinstance(again.input, Pick | Words)
        assert again.input.said_by == "Sanne", where
        assert "(Sanne)" in "\n".join(question_page(again, dutch(), new_topic=False).lines()), where
        asked |= {where} if new else set()
    assert len(asked) > 12


PAUSE: Final = Place("how-we-talk", "pause")


def paused(desk: DeskSession) -> str:
    """What the letter tells line by line of when to pause."""
    printed = " ".join("\n".join(letter_page(desk.letter(), dutch()).lines()).split())
    return printed.partition("Wanneer ik pauze wil:")[2][:40]


def test_the_client_who_picks_the_same_makes_it_their_own_and_nobody_takes_that_over(tmp_path: Path) -> None:
    table = lay_table(tmp_path / "home")
    desk = table.desk
    client, sanne = desk.view.client, desk.join("Sanne")[0].id
    for voice, name in ((sanne, "(Sanne)"), (client, ""), (sanne, "")):
        speaks(desk, voice)
        turn = desk.go(PAUSE)
        assert isinstance(turn.input, Pick)
        desk.answer(Picked((turn.input.options[0].id,)))
        assert ("(Sanne)" in paused(desk)) == bool(name), (voice, paused(desk))
    table.front.close()


def test_an_edition_that_did_not_keep_who_answered_tells_no_name(table: Table) -> None:
    answered(table.desk, table.desk.go(PAUSE))
    document = as_json(table.desk.view)
    assert "Sanne" in {detail.voice.name for detail in from_json(document).view.details if detail.voice}
    for field in document["fields"]:
        del field["voice"]
    assert {detail.voice for detail in from_json(document).view.details} == {None}
