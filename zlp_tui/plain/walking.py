"""Commands that ask: back, another way, skip, another topic."""

from __future__ import annotations

from collections.abc import Sequence

from zlp_tui.conversation.ports.plan_pages import TopicLine
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.command import Command
from zlp_tui.plain.overview import map_page, topics_of
from zlp_tui.plain.page import quoted
from zlp_tui.plain.reading import read_number
from zlp_tui.plain.walk import Walk
from zlp_tui.text import folded


def walking(say: Catalogue) -> tuple[Command, ...]:
    """The commands, in the words of the catalogue."""
    return (
        Command(say("/back"), "", say("to the question before"), lambda walk, _: walk.back()),
        Command(say("/differently"), "", say("ask this in another way"), _differently),
        Command(say("/skip"), "", say("to the next question"), lambda walk, _: walk.forward()),
        Command(say("/next"), "", say("to the next topic"), lambda walk, _: walk.next_topic()),
        Command(say("/again"), "", say("ask this once more, with what was said"), lambda walk, _: walk.ask_again()),
        Command(say("/example"), "", say("examples of an answer"), _examples),
        Command(say("/somebody-else"), "", say("how to ask somebody else this"), _ask_another),
        Command(say("/why"), "", say("why this is asked"), lambda walk, _: walk.out.say(walk.turn.why)),
        Command(say("/topic"), say("NUMBER or TITLE"), say("all topics; with a number: go there"), _topic),
    )


def _differently(walk: Walk, _: str) -> None:
    if walk.turn.differently:
        walk.differently()
    else:
        walk.out.say(walk.say("There is no other way to ask this."))


def _examples(walk: Walk, _: str) -> None:
    if not walk.turn.examples:
        walk.out.say(walk.say("There is no example here."))
    for example in walk.turn.examples:
        walk.out.say(walk.say("For example: {words}", words=quoted(example)))


def _ask_another(walk: Walk, _: str) -> None:
    if not walk.turn.ask_another:
        walk.out.say(walk.say("There is no question for somebody else here."))
        return
    for question in walk.turn.ask_another:
        walk.out.say(walk.say("Ask somebody else: {question}", question=question))
    walk.out.say(walk.say("Then type /who and their name first."))


def _topic(walk: Walk, rest: str) -> None:
    chapters = walk.desk.map()
    if not rest:
        walk.look(map_page(chapters, walk.say))
        return
    walk.go_topic(_chosen(topics_of(chapters), rest))


def _chosen(topics: Sequence[TopicLine], wanted: str) -> str:
    number = read_number(wanted)
    if number is not None and 1 <= number <= len(topics):
        return topics[number - 1].id
    exact = [topic.id for topic in topics if folded(wanted) in (folded(topic.title), topic.id)]
    begins = [topic.id for topic in topics if folded(topic.title).startswith(folded(wanted))]
    if exact or len(begins) == 1:
        return (exact or begins)[0]
    raise Refused("This topic is not there. Type /topic for all topics.")
