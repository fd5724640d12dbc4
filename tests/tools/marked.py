"""A plan in which each line says to which topics and life domains it belongs, so that a test sees what leaks.

It was agreed on, looked back at, agreed on again, and grew after that. It can be made without all that belongs to some
topics or domains: who may not see those must see the same as somebody with that plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Concatenate, ParamSpec
from uuid import NAMESPACE_OID, uuid5

from tests.tools.book import Book, Clock
from tests.tools.copies import lay_empty_store
from zlp_tui.plan.tables.agreed import agreements, choices, goals, progress_notes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import domains, people
from zlp_tui.plan.tables.looking_back import editions, evaluations, outcomes
from zlp_tui.plan.tables.said import details, disagreements, remarks, statements, wishes_not_met
from zlp_tui.plan.tables.sittings import conversations
from zlp_tui.store.store import open_store

P = ParamSpec("P")

MARKED_TOPICS = ("important-to", "goals", "agreements", "choices", "remarks", "disagreements", "follow-up", "domains",
                 "evaluation", "edition", "personal-details", "how-we-talk", "wishes-not-met")
MARKED_DOMAINS = ("housing", "social-contacts")
MADE = datetime.fromisoformat("2025-03-03T09:00:00+00:00")


def marks(told: object) -> set[frozenset[str]]:
    """The topics and domains of every marked word in what was told."""
    return {frozenset(mark.split("_")[1:]) for mark in re.findall(r"Woord[\w-]*", repr(told))}


class Marking:
    """Writes marked lines, each with an id and a moment of its own, whatever else is written."""

    def __init__(self, book: Book, without: frozenset[str]) -> None:
        self.book = book
        self._without = without
        self._lines = 0
        self._line, self._ids = "", 0

    def new_id(self) -> str:
        """The next id of the line that is written."""
        self._ids += 1
        return str(uuid5(NAMESPACE_OID, f"{self._line} {self._ids}"))

    def word(self, *scopes: str) -> str:
        """Words that tell to what they belong."""
        return "_".join((f"Woord{self._lines + 1}", *scopes))

    def write(
        self, scopes: tuple[str, ...], writer: Callable[Concatenate[Act, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> str:
        """Write a line that belongs to these topics and domains; its id, empty when it is left out."""
        self._lines += 1
        self._line, self._ids = str(self._lines), 0
        self.book.clock.now = MADE + timedelta(hours=self._lines)
        about_nothing = "" in (*args, *kwargs.values())
        if self._without & set(scopes) or about_nothing:
            return ""
        return str(self.book.do(writer, *args, **kwargs))


class _MarkedBook(Book):
    marking: Marking

    def new_id(self) -> str:
        return self.marking.new_id()


def marked_plan(home: Path, without: frozenset[str] = frozenset()) -> tuple[str, str]:
    """Make the plan in a folder, without what belongs to these topics or domains; the ids of its client and Sanne."""
    path, clock = home / "plans.db", Clock(MADE)
    lay_empty_store(home)
    book = _MarkedBook(open_store(path, clock=clock, durable=False), path, clock)
    marking = book.marking = Marking(book, without)
    book.start()
    sanne = marking.write((), people.add, "Sanne", "family")
    both = [book.client, sanne]
    book.conversation = marking.write((), conversations.begin, both)
    _grow(marking, sanne)
    marking.write(("edition",), editions.consent, book.client, "agrees", marking.word("edition"))
    marking.write(("edition",), editions.agree, both)
    goal = _grow(marking, sanne)
    evaluation = marking.write(("evaluation",), evaluations.open_or_create, both)
    for domain in MARKED_DOMAINS:
        marking.write(("evaluation", "domains", domain), outcomes.mark, evaluation, domain, 6)
    told = marking.word("evaluation", "goals", "housing")
    marking.write(
        ("evaluation", "goals", "housing"), outcomes.of_goal, evaluation, goal, outcome=told, decision="go-on"
    )
    marking.write(("evaluation",), outcomes.experience, evaluation, sanne, "so-so")
    marking.write(("edition",), editions.agree, both)
    marking.write(("evaluation",), evaluations.close, evaluation)
    _grow(marking, sanne)
    marking.write((), conversations.end, book.conversation)
    book.store.close()
    return book.client, sanne


def _grow(marking: Marking, sanne: str) -> str:
    """Something of every kind, in two domains and in none; the goal in the first domain."""
    word, write = marking.word, marking.write
    write((), statements.add_statement, topic="future", step="future", prompt="Wat?", text=word())
    write(("personal-details",), details.fill, "personal-details", "phone", word("personal-details"))
    write(("how-we-talk",), details.fill, "how-we-talk", "language", word("how-we-talk"))
    housing, *_ = [_grow_in(marking, sanne, domain) for domain in (*MARKED_DOMAINS, None)]
    return housing


def _grow_in(marking: Marking, sanne: str, domain: str | None) -> str:
    word, write = marking.word, marking.write
    also = (domain,) if domain else ()
    if domain:
        write(("domains", domain), domains.change, domain, relevance="now")
    said = write(
        ("important-to", *also), statements.add_statement, topic="important-to", step="important-to", prompt="Wat?",
        text=word("important-to", *also), **({"domain": domain} if domain else {}),
    )
    goal = write(("goals", *also), goals.add, word("goals", *also), domain)
    agreed = write(("agreements", *also), agreements.add, word("agreements", *also), domain=domain)
    of_it = ("agreements", *also)
    write(of_it, agreements.add_step, agreed, word(*of_it))
    write(of_it, agreements.task, agreed, sanne, word(*of_it))
    write(("follow-up", *of_it), progress_notes.note, about=agreed, on="2025-04-01", done="yes",
          text=word("follow-up", *of_it))
    choice = write(("choices", *also), choices.ask, word("choices", *also), "Niets veranderen", domain)
    option = write(("choices", *also), choices.add_option, choice, word("choices", *also))
    write(("choices", *also), choices.consider, option, "for", "short", word("choices", *also))
    write(("choices", *also), choices.open_question, choice, word("choices", *also))
    write(("remarks", "goals", *also), remarks.leave, word("remarks", "goals", *also), about=goal)
    write(("disagreements", "important-to", *also), disagreements.disagree, said,
          word("disagreements", "important-to", *also))
    of_wish = ("wishes-not-met", "goals", *also)
    not_met = write(of_wish, wishes_not_met.say_not_met, goal, "others", word(*of_wish))
    write(of_wish, wishes_not_met.change, not_met, consulted=word(*of_wish), ask_again_on="2025-06-01")
    return goal
