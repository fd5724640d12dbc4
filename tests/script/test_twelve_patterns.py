"""The patterns of the findings on language that a machine can hold and no other test does. `docs/script.md` names all
twelve, with what holds each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from babel.messages.pofile import read_po

from zlp_tui import places
from zlp_tui.script.legs import WHOLE
from zlp_tui.script.roles import Role
from zlp_tui.script.script import Script

WORDS = frozenset({"ask", "two-sides", "day"})
"""Kinds of step at which words are said."""
ONE_QUESTION_TWICE = frozenset({"agreed-now"})
"""Steps that ask the same of an agreement, at the follow-up and in looking back."""


def test_what_was_done_is_told_as_done_and_what_was_reached_as_reached() -> None:
    """Pattern 6: an agreement that was not done has not failed; only a goal succeeds."""
    with (places.content() / "nl" / "LC_MESSAGES" / "zlp_tui.po").open("rb") as stream:
        said = {message.id: str(message.string) for message in read_po(stream) if message.id}
    assert [known for known, words in said.items() if "gelukt" in words and "reached" not in str(known)] == []


def test_no_two_questions_for_words_are_asked_in_the_same_words(ours: Script) -> None:
    """Pattern 10: whoever hears a question again thinks that the answer was lost."""
    where: dict[str, set[str]] = defaultdict(set)
    for topic in ours.topics:
        for step in topic.steps:
            if step.kind in WORDS and step.id not in ONE_QUESTION_TWICE:
                for words in sentences_asked(step.model_dump()):
                    where[words].add(f"{topic.id}/{step.id}")
    assert {words: steps for words, steps in where.items() if len(steps) > 1} == {}


def sentences_asked(part: object) -> Iterator[str]:
    """The questions and other ways in of a step, and of its parts."""
    if isinstance(part, Mapping):
        ways = (part.get(name) or () for name in ("differently", "ask_another"))
        yield from (str(words) for words in (part.get("ask"), *chain(*ways)) if words)
        yield from chain.from_iterable(map(sentences_asked, part.values()))


def test_what_only_the_file_needs_is_asked_by_a_form(ours: Script) -> None:
    """Pattern 11: law, address and where words come from are no questions of a talk."""
    legs = ours.legs(ours.find_route(WHOLE) or ours.routes[0])
    details = ours.with_role(Role.PERSONAL_DETAILS)
    assert details is not None and details.id not in {leg.topic.id for leg in legs}
    assert [
        (topic.id, step.id) for topic in ours.topics for step in topic.steps
        if getattr(step, "keeps", "") == "follows-from" and not step.is_on_request(None)
    ] == []
