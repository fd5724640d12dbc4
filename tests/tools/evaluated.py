"""A plan of a year: agreed on, followed up, looked back at twice, and agreed on again; made by the writers.

The screens' tests and anything else that needs then beside now look at this one. Annie speaks, Sanne is her daughter.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.tools.book import Book, new_book
from tests.tools.copies import copy_of
from zlp_tui.plan.tables.agreed import agreements, goals, origins, progress_notes
from zlp_tui.plan.tables.client import domains, people
from zlp_tui.plan.tables.looking_back import editions, evaluations, outcomes
from zlp_tui.plan.tables.said import details, statements
from zlp_tui.plan.tables.sittings import conversations

MADE = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
COFFEE = "Koffie bij het raam, met de krant."
SHOP = "Zelf naar de winkel lopen."
SHOP_NOW = "Met de rollator naar de winkel, samen met Sanne."
CARDS = "Kaarten met Rik op vrijdag."
MUSIC = "Muziek in de avond."
WALK = "Ik wil weer naar de bakker kunnen lopen."
WALK_NOW = "Ik wil met de rollator naar de bakker, twee keer in de week."
CALL = "Ik wil Bram elke week spreken."
SEW = "Ik wil mijn eigen kleren verstellen."
LIFT = "Ik wil leren werken met de tablet."


def evaluated(home: Path) -> None:
    """Lay the plan in a folder: two editions, two evaluations, and a few words said after that."""
    copy_of(_evaluated, home)


def _evaluated(home: Path) -> None:
    with new_book(home) as book:
        book.clock.now = MADE
        book.do(people.change, book.client, salutation="mevrouw De Vries")
        book.do(details.fill, "personal-details", "law", "wlz")
        sanne = book.do(people.add, "Sanne", "family", relation="dochter")
        _sits(book, sanne)
        said = _made(book, sanne)
        _agreed(book, sanne, "Zo wil ik het.", None)
        book.clock.on(days=90)
        _followed_up(book)
        book.clock.now = MADE + timedelta(days=184)
        _first_look_back(book, sanne, said)
        book.clock.now = MADE + timedelta(days=360)
        _second_look_back(book, sanne)


def _add(book: Book, text: str, *, topic: str, step: str, side: str | None = None) -> str:
    asked = {"topic": topic, "step": step, "prompt": "Wat is belangrijk?"}
    return book.do(statements.add_statement, text=text, side=side, **asked)


def _sits(book: Book, sanne: str) -> None:
    """They sit down together; the sitting ends at once, which changes nothing of what is said."""
    sitting = book.do(conversations.begin, [book.client, sanne])
    book.do(conversations.resume_at, sitting, "welcome", "welcome", None)
    book.conversation = sitting


def _made(book: Book, sanne: str) -> dict[str, str]:
    """What was said at first, by name."""
    for domain in ("physical-health", "social-contacts", "housing"):
        book.do(domains.change, domain, relevance="now")
    said = {
        COFFEE: _add(book, COFFEE, topic="good-day-bad-day", step="sides", side="good"),
        SHOP: _add(book, SHOP, topic="important-to", step="important-to"),
        CARDS: _add(book, CARDS, topic="important-to", step="important-to"),
    }
    book.by = sanne
    _add(book, "Dat zij haar eigen huis houdt.", topic="important-to", step="important-to")
    book.by = book.client
    for text in (WALK, CALL, SEW, LIFT):
        said[text] = book.do(goals.add, text)
    book.do(origins.follow, said[WALK], [said[SHOP]])
    walking = book.do(agreements.add, "Elke dinsdag samen een stukje lopen.", goal=said[WALK])
    book.do(agreements.task, walking, sanne, "Sanne loopt mee.")
    said["walking"] = walking
    return said


def _agreed(book: Book, sanne: str, words: str, evaluation: str | None) -> None:
    book.do(editions.consent, book.client, "agrees", words)
    book.do(editions.consent, sanne, "does-not", "Over het eten denk ik anders.")
    book.do(editions.agree, [book.client, sanne], evaluation)


def _followed_up(book: Book) -> None:
    (walking,) = book.view.active_agreements()
    for number, done in enumerate(("yes", "yes", "no", "yes", "partly"), start=1):
        book.do(progress_notes.note, about=walking.id, on=f"2025-04-0{number}", done=done, text="Tot de hoek en terug.")


def _first_look_back(book: Book, sanne: str, said: dict[str, str]) -> None:
    evaluation = book.do(evaluations.open_or_create, [book.client, sanne])
    book.do(outcomes.look_back, evaluation, said[CARDS], "no-longer")
    now = book.do(statements.say_anew, said[SHOP], SHOP_NOW)
    book.do(outcomes.look_back, evaluation, said[SHOP], "changed", now)
    _add(book, MUSIC, topic="important-to", step="important-to")
    _marks(book, sanne, evaluation, (4, 6, 8), (5, 6, 7))
    told = {"outcome": "Ik loop weer tot de bakker.", "how_close": "less", "why": "De trap wordt lastig."}
    book.do(outcomes.of_goal, evaluation, said[WALK], decision="adjust", **told)
    book.do(outcomes.replace_goal, evaluation, said[WALK], WALK_NOW)
    glad = {"outcome": "Hij belt elke zondag.", "how_close": "far-more", "why": "Dat was mijn wens."}
    book.do(outcomes.of_goal, evaluation, said[CALL], decision="reached", **glad)
    book.do(outcomes.of_goal, evaluation, said[SEW], decision="stop", why="Mijn ogen willen niet meer.")
    book.do(evaluations.set_quality, evaluation, "partly")
    book.do(outcomes.experience, evaluation, book.client, "good")
    book.do(outcomes.experience, evaluation, sanne, "so-so")
    _agreed(book, sanne, "Ja. Zo is het nu.", evaluation)
    book.do(evaluations.close, evaluation)


def _second_look_back(book: Book, sanne: str) -> None:
    evaluation = book.do(evaluations.open_or_create, [book.client, sanne])
    _marks(book, sanne, evaluation, (7, 6, 5), (6, 4, 7))
    walking = next(goal for goal in book.view.active_goals() if goal.text == WALK_NOW)
    told = {"outcome": "Twee keer in de week, ook met regen.", "how_close": "as-hoped"}
    book.do(outcomes.of_goal, evaluation, walking.id, decision="go-on", **told)
    book.do(evaluations.set_quality, evaluation, "yes")
    book.do(outcomes.experience, evaluation, book.client, "good")
    book.do(outcomes.experience, evaluation, sanne, "not-good")


def _marks(book: Book, sanne: str, evaluation: str, hers: tuple[int, ...], daughters: tuple[int, ...]) -> None:
    """How it goes, by the client and by her daughter, who does not speak of her health."""
    places = ("physical-health", "social-contacts", "housing")
    for person, marks in ((book.client, hers), (sanne, daughters)):
        book.by = person
        for place, mark in list(zip(places, marks, strict=True))[person == sanne :]:
            book.do(outcomes.mark, evaluation, place, mark)
    book.by = book.client
