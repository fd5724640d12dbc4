"""The plan on one page, and in one minute: a few lines of what was said, chosen by the script's `summaries`.

Nothing is retold or shortened. Of each part the first words of each speaker come first, so that nobody is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from zlp_tui.conversation.ports.plan_pages import LetterLine, LetterPart, PlanLength
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.agreements.agreement_cards import agreements_in_order, as_a_whole
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.overviews.letter import letter
from zlp_tui.conversation.telling.overviews.reading_time import with_reading_time
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.remarks.notes_beside import short_notes_beside, with_notes
from zlp_tui.conversation.telling.remarks.open_matters import open_in_short, open_on_page
from zlp_tui.conversation.telling.tellers.step_tellers import step_lines
from zlp_tui.dates import join_names, told_day
from zlp_tui.person_words import known_as, name_and_role
from zlp_tui.plan.view import SOUGHT, Agreement
from zlp_tui.script.outline import Summary, SummaryPart
from zlp_tui.script.roles import Role
from zlp_tui.text import one_line

DAYS: Final = 2
"""On how many days of its small steps an agreement is told in one line."""


def told_in(context: PlanContext, length: PlanLength) -> tuple[LetterPart, ...]:
    """The plan in one of its lengths; as a whole letter where the script has no such summary. What takes longer than
    a minute begins with how long."""
    summary = None if length == "whole" else context.script.summaries.get(length)
    told = letter(context) if summary is None else _summed_up(replace(context, first_person=True), summary)
    return told if length == "short" else with_reading_time(context.tr, told)


def _summed_up(context: PlanContext, summary: Summary) -> tuple[LetterPart, ...]:
    """The parts of which something was said, under the client's name; none when nothing was."""
    told = [(context.words(part.title), part, _quotes(context, part)) for part in summary.parts]
    if not any(quotes for _, _, quotes in told):
        return ()
    about, notes = context.tr("I am {name}.", name=context.view.client_person.name), short_notes_beside(context)
    if summary.one_line_each:
        lines = tuple(
            LetterLine("", (replace(quote, intro=f"{title}:"),))
            for title, part, quotes in told
            for quote in chosen(quotes, part.at_most)
        )
        still_open = filter(None, (open_in_short(context),))
        return with_notes((LetterPart(about, 1, (*lines, *still_open)),), notes)
    still_open_part = filter(None, (open_on_page(context),))
    return with_notes((LetterPart(about, 1, ()), *_parts(context, told), *still_open_part), notes)


def _parts(
    context: PlanContext, told: Sequence[tuple[str, SummaryPart, tuple[Quote, ...]]]
) -> Iterator[LetterPart]:
    for title, part, quotes in told:
        kept = chosen(quotes, part.at_most)
        left = len(quotes) - len(kept)
        if kept:
            yield LetterPart(title, 2, (LetterLine("", (*kept, more_in_plan(context, left)) if left else kept),))


def more_in_plan(context: PlanContext, count: int) -> Quote:
    """How many more lines stand in the whole plan."""
    return fact(context.tr.plural("and {count} more in the whole plan", "and {count} more in the whole plan", count))


def told_on_page(context: PlanContext) -> tuple[tuple[SummaryPart, tuple[Quote, ...]], ...]:
    """The parts of the plan on one page, each with what is told there; none where the script has no such summary."""
    summary, telling = context.script.summaries.get("page"), replace(context, first_person=True)
    parts = summary.parts if summary is not None else ()
    return tuple((part, chosen(_quotes(telling, part), part.at_most)) for part in parts)


def _quotes(context: PlanContext, part: SummaryPart) -> tuple[Quote, ...]:
    """All that was said at the places of a part, each thing once, in order."""
    told = (quote for place in part.tells for quote in said_at(context, place))
    return tuple({(quote.ref, quote.text): quote for quote in told}.values())


def said_at(context: PlanContext, place: str) -> Iterator[Quote]:
    """What was said at one place. A page may lie on a table: words about a sensitive life domain stay out of it."""
    topic_id, _, rest = place.partition("/")
    wanted, _, part = rest.partition("/")
    topic = context.script.find_topic(topic_id)
    if topic is None:
        return
    private = context.script.sensitive_domains
    if topic.role is Role.AGREEMENTS:
        agreed = (agreement for agreement in agreements_in_order(context) if agreement.domain not in private)
        yield from (_agreed(context, agreement) for agreement in agreed)
        return
    if topic.role is Role.PEOPLE:
        yield from _sought(context)
        return
    said = {s.id: s for s in context.view.live_statements}
    for step in topic.steps if not wanted else [step for step in topic.steps if step.id == wanted]:
        for quote in (quote for line in step_lines(context, topic, step) for quote in line.quotes):
            words = said.get(quote.ref)
            if words is not None and (words.domain in private or part not in ("", words.side, words.moment)):
                continue
            yield replace(quote, intro="", note="")


def _agreed(context: PlanContext, agreement: Agreement) -> Quote:
    """An agreement in one line: what, with whom, when and how often, and when one looks again, while that is ahead.

    Whose small steps have days of their own says that of the first ones.
    """
    whole = as_a_whole(agreement)
    steps = agreement.steps if whole is None else (whole,)
    days = dict.fromkeys(step.when.words for step in steps if step.when is not None)
    often = " · ".join(tuple(days)[:DAYS])
    who = join_names([_named(context, task.person) for task in agreement.who], context.script.locale)
    ahead = agreement.evaluate_on is None or agreement.evaluate_on >= context.today.isoformat()
    day = (agreement.evaluate_words or agreement.evaluate_on) if ahead else None
    again = f"{context.tr('look again on')} {told_day(day, context.script.locale)}" if day else ""
    note = " · ".join(filter(None, (who, often, again)))
    return Quote(agreement.id, agreement.want, context.name(agreement.voice.id), note=note)


def _named(context: PlanContext, person: str) -> str:
    return name_and_role(context.tr, context.view.anyone(person))


def _sought(context: PlanContext) -> Iterator[Quote]:
    """Whom one looks for in need, and then whom one asks for something, and what for (L-15). A telephone number does
    not lie on a table, nor what somebody is told, or is not."""
    asked = [person for person in context.others if person.kind in SOUGHT or person.for_what]
    for person in sorted(asked, key=lambda person: person.kind not in SOUGHT):
        told = (known_as(context.tr, person), one_line(person.for_what or ""))
        yield fact(person.called, ref=person.id, note=" · ".join(filter(None, told)))


def chosen(quotes: tuple[Quote, ...], at_most: int) -> tuple[Quote, ...]:
    """So many of the quotes, in their order: first one of each speaker, then a second of each, and so on."""
    turns: dict[str, int] = {}
    ranked = []
    for number, quote in enumerate(quotes):
        turns[quote.by] = turns.get(quote.by, 0) + 1
        ranked.append((turns[quote.by], number))
    kept = sorted(number for _, number in sorted(ranked)[:at_most])
    return tuple(quotes[number] for number in kept)
