"""Commands that move through the questions: back, skip, another wording, another topic."""

from __future__ import annotations

from collections.abc import Sequence

from zlp_tui.conversation.ports.plan_pages import TopicLine
from zlp_tui.conversation.ports.talk_places import role_of, where_to_talk
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.numbered_lines import no_such_number
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.pages.plan_text import map_page, routes_page, topics_of
from zlp_tui.plain.pages.text_page import quoted
from zlp_tui.plain.pages.text_width import unbroken
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.typed.answer_parser import parse_number
from zlp_tui.script.roles import Role
from zlp_tui.text import folded


def navigation_commands(tr: Catalogue) -> tuple[SlashCommand, ...]:
    """The commands, translated."""
    return (
        SlashCommand(tr("/back"), "", tr("to the question before"), lambda talk, _: talk.back()),
        SlashCommand(tr("/differently"), "", tr("ask this in another way"), _differently),
        SlashCommand(tr("/skip"), "", tr("to the next question"), lambda talk, _: talk.forward()),
        SlashCommand(tr("/more"), "", tr("say more about what is asked about"), lambda talk, _: talk.say_more()),
        SlashCommand(tr("/next"), "", tr("to the next topic"), lambda talk, _: talk.next_topic()),
        SlashCommand(tr("/again"), "", tr("ask this once more, with what was said"), lambda talk, _: talk.repeat()),
        SlashCommand(tr("/example"), "", tr("examples of an answer"), _examples),
        SlashCommand(tr("/somebody-else"), "", tr("how to ask somebody else this"), _ask_another),
        SlashCommand(tr("/why"), "", tr("why this is asked"), lambda talk, _: talk.out.print(talk.turn.why)),
        SlashCommand(tr("/explain"), "", tr("what there is to know about this topic"), _explain),
        SlashCommand(tr("/talk-about"), tr("NUMBER"), tr("to the question that this line belongs to"), _talk_about),
        SlashCommand(
            tr("/begin"), tr("agreement, goal or choice"),
            tr("say something new; after it we go on where we were"), _new,
        ),
        SlashCommand(
            tr("/route"), tr("NUMBER or TITLE"), tr("which conversations there are; with a number: hold it"), _route
        ),
        SlashCommand(
            tr("/rights"), "", tr("who thinks along, and how to complain; after it we go on where we were"), _rights,
            offered=lambda desk: desk.topic_for(Role.RIGHTS) is not None,
        ),
        SlashCommand(
            tr("/details"), "", tr("fill in address, care and dates, one question at a time"), _details,
            offered=lambda desk: bool(desk.details),
        ),
        SlashCommand(
            tr("/bsn"), "", tr("the whole citizen service number"), _number, offered=lambda desk: desk.offers_number
        ),
        SlashCommand(tr("/topic"), tr("NUMBER or TITLE"), tr("all topics; with a number: go there"), _topic),
    )


def _differently(talk: PlainTalk, _: str) -> None:
    if talk.turn.differently:
        talk.differently()
    else:
        talk.out.print(talk.tr("There is no other way to ask this."))


def _examples(talk: PlainTalk, _: str) -> None:
    if not talk.turn.examples:
        talk.out.print(talk.tr("There is no example here."))
    for example in talk.turn.examples:
        talk.out.print(talk.tr("For example: {words}", words=quoted(example)))


def _ask_another(talk: PlainTalk, _: str) -> None:
    if not talk.turn.ask_another:
        talk.out.print(talk.tr("There is no question for somebody else here."))
        return
    for question in talk.turn.ask_another:
        talk.out.print(talk.tr("Ask somebody else: {question}", question=question))
    if talk.desk.voice.id == talk.desk.view.client:
        talk.out.print(talk.tr("Then type /who and their name first."))


def _new(talk: PlainTalk, rest: str) -> None:
    tr = talk.tr
    kinds = {tr("agreement"): Role.AGREEMENTS, tr("goal"): Role.GOALS, tr("choice"): Role.CHOICES}
    role = next((role for word, role in kinds.items() if folded(word) == folded(rest)), None)
    if role is None:
        raise Refused("What is new? Type /begin agreement, /begin goal or /begin choice.")
    talk.begin(role)


def _topic(talk: PlainTalk, rest: str) -> None:
    chapters = talk.desk.map()
    if not rest:
        talk.print_aside(map_page(chapters, talk.tr))
        return
    talk.go_topic(_chosen(topics_of(chapters), rest))


def _route(talk: PlainTalk, rest: str) -> None:
    routes = talk.desk.routes
    if not rest:
        talk.print_aside(routes_page(routes, talk.tr))
        return
    number = parse_number(rest)
    if number is not None and 1 <= number <= len(routes):
        talk.take_route(routes[number - 1].id)
        return
    named = next((line.id for line in routes if folded(rest) in (folded(line.title), line.id)), None)
    if named is None:
        raise Refused("This conversation is not there. Type /route for all of them.")
    talk.take_route(named)


def _rights(talk: PlainTalk, _: str) -> None:
    talk.begin(Role.RIGHTS)


def _number(talk: PlainTalk, _: str) -> None:
    talk.out.print(talk.tr("Citizen service number: {number}", number=talk.desk.whole_number()))


def _details(talk: PlainTalk, _: str) -> None:
    """To the first topic of the details; from a question of them to the next one, which is named beforehand."""
    titles = {turn.place.topic: turn.topic_title for turn in talk.desk.details}
    topics, here = list(titles), talk.turn.place.topic
    at = (topics.index(here) + 1) % len(topics) if here in topics else 0
    if at + 1 < len(topics):
        talk.out.print(talk.tr("After this: {title}. That comes with /details again.", title=titles[topics[at + 1]]))
    talk.go_topic(topics[at])


def _explain(talk: PlainTalk, _: str) -> None:
    talk.print_aside(talk.explain(talk.turn.help))


def _talk_about(talk: PlainTalk, rest: str) -> None:
    number = parse_number(rest)
    quote = talk.numbered.get(number) if number is not None else None
    if number is None or quote is None:
        raise no_such_number()
    where = talk.places.get(number) or where_to_talk(talk.desk, quote.ref, role_of(talk.desk, quote.ref))
    if where is None:
        talk.out.print(_nothing_asked(talk, quote.ref, number))
    else:
        talk.go_to(where)


def _nothing_asked(talk: PlainTalk, ref: str, number: int) -> str:
    """That nothing is asked about a line; of a remark that waits, how what became of it is said."""
    waits = next((remark for remark in talk.desk.view.open_remarks() if remark.id == ref), None)
    if waits is None:
        return talk.tr("There are no questions about this.")
    if waits.done_with:
        told = unbroken(f"{talk.tr('/told')} {number}")
        return talk.tr("There are no questions about this. That it was told back: {told}.", told=told)
    done_with = unbroken(f"{talk.tr('/done-with')} {number}")
    return talk.tr("There are no questions about this. What was done with it: {done_with}.", done_with=done_with)


def _chosen(topics: Sequence[TopicLine], wanted: str) -> str:
    number = parse_number(wanted)
    if number is not None and 1 <= number <= len(topics):
        return topics[number - 1].id
    exact = [topic.id for topic in topics if folded(wanted) in (folded(topic.title), topic.id)]
    begins = [topic.id for topic in topics if folded(topic.title).startswith(folded(wanted))]
    if exact or len(begins) == 1:
        return (exact or begins)[0]
    raise Refused("This topic is not there. Type /topic for all topics.")
