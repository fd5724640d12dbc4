"""One page for who prepares a talk: what is ahead, what changed, what waits, whom to ask, and how to begin (M14).

All of it is told of what the readers may see. Words about a private part of life are no opening, and no reason to ask
somebody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from zlp_tui.conversation.ports.follow_up import RemarkLine
from zlp_tui.conversation.ports.history_queries import DueLine, NewSince
from zlp_tui.conversation.ports.plan_pages import LetterLine, LetterPart
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.life_domains import asked_along
from zlp_tui.conversation.telling.overviews.openings import openings
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.dates import join_names
from zlp_tui.script.talk_ahead import TalkAhead

AT_MOST: Final = 5
"""Lines of one part: more would be no page to read before a talk. Each has a page of its own with all of it."""


PartId = Literal[
    "next-talk", "last-talk", "changed", "loose-notes", "open-questions", "remarks", "coming-up", "to-ask-along",
    "openings",
]


@dataclass(frozen=True, slots=True)
class PreparedPart:
    """One part of what there is to prepare a talk with, with all of its lines; `id` is one of a closed list."""

    id: PartId
    title: str
    quotes: tuple[Quote, ...]


def preparation(context: PlanContext, parts: Iterable[PreparedPart]) -> tuple[LetterPart, ...]:
    """The page, part by part: of each the first few lines, and the openings one by one."""
    return tuple(
        LetterPart(part.title, 1, openings(context) if part.id == "openings" else _page(context, part.quotes))
        for part in parts
    )


def prepared_parts(
    context: PlanContext, ahead: TalkAhead | None, changed: NewSince, remarks: Iterable[RemarkLine],
    due: Iterable[DueLine],
) -> tuple[PreparedPart, ...]:
    """All there is, part by part; what there is nothing of is left out. `due` is what has come or comes soon."""
    tr = context.tr
    told: tuple[tuple[PartId, str, Iterable[Quote]], ...] = (
        ("next-talk", tr("The next talk"), _ahead(context, ahead)),
        ("last-talk", tr("How the last talk was"), _experience(context)),
        (
            "changed", tr("Changed since {day}", day=changed.since),
            (line.quote for _, lines in changed.parts for line in lines),
        ),
        ("loose-notes", tr("Notes on their own"), _loose_notes(context)),
        ("open-questions", tr("Still to ask"), _open_questions(context)),
        ("remarks", tr("Remarks that wait"), (remark.quote for remark in remarks if remark.open)),
        (
            "coming-up", tr("What is coming up"),
            (fact(line.title, line.ref or "", by=line.when) for line in due),
        ),
        ("to-ask-along", tr("Who can be asked to join"), _to_ask(context)),
        ("openings", tr("Ways to begin"), (quote for line in openings(context) for quote in line.quotes)),
    )
    parts = (PreparedPart(id, title, tuple(quotes)) for id, title, quotes in told)
    return tuple(part for part in parts if part.quotes)


def _page(context: PlanContext, quotes: Sequence[Quote]) -> tuple[LetterLine, ...]:
    """The first of these lines, and how many more there are."""
    left = len(quotes) - AT_MOST
    more = (fact(context.tr.plural("and {count} more", "and {count} more", left)),) if left > 0 else ()
    return (LetterLine("", (*quotes[:AT_MOST], *more)),)


def _ahead(context: PlanContext, ahead: TalkAhead | None) -> Sequence[Quote]:
    """Which conversation goes on or comes next, what it is about and how long it takes."""
    if ahead is None:
        return ()
    how_long = context.tr("It takes about {minutes} minutes.", minutes=ahead.sitting.minutes)
    return (fact(context.words(ahead.title)), fact(f"{context.words(ahead.sitting.about)} {how_long}"))


def _experience(context: PlanContext) -> Sequence[Quote]:
    """How the last talk was, as each person said who sat there."""
    talk, steps = context.view.last_talk, context.script.steps
    options = {option.id: option.title for step in steps for option in step.options_of("sitting-experience")}
    said = talk.experience if talk is not None else ()
    return [fact(context.words(options.get(s.face, s.face)), by=context.name(s.person)) for s in said]


def _loose_notes(context: PlanContext) -> Iterator[Quote]:
    """How many notes since one looked back belong to no goal and no agreement, if any do (L26)."""
    view = context.view
    after = max((held.seq for held in view.evaluations if held.closed_on is not None), default=0)
    count = sum(note.about is None and note.seq > after for note in view.progress)
    if count:
        yield fact(context.tr.plural(
            "{count} note belongs to no goal or agreement.", "{count} notes belong to no goal or agreement.", count
        ))


def _open_questions(context: PlanContext) -> Iterator[Quote]:
    for choice in context.view.open_choices():
        waiting = (question for question in choice.open_questions if question.answer is None)
        for number, question in enumerate(waiting):
            yield Quote(question.id, question.text, intro="" if number else choice.question)


def _to_ask(context: PlanContext) -> Iterator[Quote]:
    """Who decides with the client, and with whom the client wants to talk about a part of life, now or later; each
    once."""
    private, reasons = context.script.sensitive_domains, dict[str, list[str]]()
    for person in context.view.deciders:
        reasons.setdefault(person, []).append(context.tr("decides too"))
    for person, about in asked_along(context).items():
        reasons.setdefault(person, []).append(about)
    for domain in context.view.domains:
        if domain.relevance == "now" and domain.id not in private:
            for person in domain.discuss_with:
                reasons.setdefault(person, []).append(context.words(context.script.domain(domain.id).title))
    for person, why in reasons.items():
        if person != context.view.client:
            yield fact(context.name(person), person, note=join_names(why, context.script.locale))
