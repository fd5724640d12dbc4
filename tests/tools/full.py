"""A plan in which every list is long: what one hears of it must be short all the same."""

from __future__ import annotations

from tests.tools.book import Book, Clock
from tests.tools.table import Table
from zlp_tui.plan.tables.agreed import agreements, choices, goals, progress_notes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import domains, people, plans
from zlp_tui.plan.tables.looking_back import evaluations, outcomes
from zlp_tui.plan.tables.said import details, disagreements, remarks, statements, wishes_not_met
from zlp_tui.plan.view import DOMAINS
from zlp_tui.script.schema import Step
from zlp_tui.script.script import Script
from zlp_tui.script.steps.word_models import Day, TwoSides


def book_of(table: Table) -> Book:
    """The plan on the table, to be written in without a conversation; ids count on from those of an earlier book."""
    store = table.front.store
    client = table.desk.view.client
    return Book(store, table.home, Clock(), table.plan, client, client, ids=table.written)


def say_everywhere(act: Act, script: Script, times: int) -> None:
    """So many statements at every side, moment and question of the script; nothing is said where one only reads."""
    for topic in script.topics:
        for step in topic.steps:
            for side, moment in _parts(step) if step.is_asked else ():
                for number in range(times):
                    statements.add_statement(
                        act, topic=topic.id, step=step.id, prompt="Vraag?", side=side, moment=moment,
                        text=f"Gezegd {number}.",
                    )


def _parts(step: Step) -> list[tuple[str | None, str | None]]:
    match step:
        case TwoSides(sides=sides):
            return [(str(side), None) for side in sides]
        case Day(moments=moments):
            return [(None, str(moment)) for moment in moments]
        case _:
            return [(None, None)]


def fill(act: Act, times: int, *, kin: int = 0) -> None:
    """So many of everything that a plan holds besides statements; of people `kin`, if that is given."""
    family = [people.add(act, f"Nicht {number}", "family") for number in range(kin or times)]
    aims = [goals.add(act, f"Doel {number}") for number in range(times)]
    agreed = [agreements.add(act, f"Afspraak {number}", goal=aims[number]) for number in range(times)]
    chosen = [choices.ask(act, f"Keuze {number}?") for number in range(times)]
    options = [choices.add_option(act, chosen[0], f"Optie {number}") for number in range(times)]
    for number in range(times):
        agreements.add_step(act, agreed[0], f"Stap {number}")
        agreements.task(act, agreed[0], family[number])
        choices.consider(act, options[0], "for", "short", f"Reden {number}")
        choices.consider(act, options[1], "against", "long", f"Ander {number}")
        choices.open_question(act, chosen[0], f"Vraag {number}?")
        remarks.leave(act, f"Opmerking {number}")
        progress_notes.note(act, about=agreed[0], on="2026-03-03", done="yes", text=f"Notitie {number}")
        disagreements.disagree(act, aims[number], f"Niet mee eens {number}")
        not_met = wishes_not_met.say_not_met(act, aims[number], "good-care", f"Kan nu niet {number}")
        wishes_not_met.change(act, not_met, consulted=f"Collega {number}", ask_again_on="2027-06-01")
    agreements.change(act, agreed[0], until="2026-03-02")
    domains.change(act, DOMAINS[0], relevance="now")
    evaluations.open_or_create(act, [family[0]])
    details.fill(act, "personal-details", "evaluate-on", "2026-03-01")


def fill_every_kind(book: Book) -> None:
    """A line of every kind that counts, and of every part of one; each field that can be compared is filled in once."""
    book.do(fill, 2)
    said = book.do(
        statements.add_statement, topic="future", step="dreams", prompt="Droomt u?", text="Van zee.", domain="housing"
    )
    choice = book.view.choices[0]
    option = choice.options[0].id
    book.do(choices.say_source, option, "De krant.")
    book.do(choices.change, choice.id, chosen=option)
    book.do(choices.say_reason, choice.id, "Dichtbij.")
    book.do(plans.set_deciding, "other", [book.view.people[1].id])
    book.do(plans.set_drawn_up_with, [book.client])
    book.do(domains.change, DOMAINS[0], goal_wanted=True, discuss_with=[book.client])
    evaluation, goal = book.do(evaluations.open_or_create, [book.client]), book.view.goals[0].id
    book.do(outcomes.of_goal, evaluation, goal, outcome="Tot de brug.", how_close="less", decision="go-on", why="Pijn.")
    client, book.by = book.by, book.view.people[1].id
    book.do(outcomes.of_goal, evaluation, goal, outcome="Tot de kerk.")
    book.by = client
    book.do(outcomes.mark, evaluation, "housing", 7)
    book.do(outcomes.look_back, evaluation, said, "still")
    book.do(outcomes.experience, evaluation, client, "good")
