"""Goals and agreements as cards: the seven questions of the model plan, readable for a person (V127-V131)."""

from __future__ import annotations

from typing import Literal

from zlp_tui.conversation.asking.kinds.step_base import fact
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.desk import Card
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.dates import long_date
from zlp_tui.plan.view import Agreement, Progress, Tally

Rows = tuple[tuple[str, tuple[Quote, ...]], ...]
NoteWords = Literal["text", "adjust"]


def card_of(here: StepContext, agreement: Agreement) -> Card:
    """One agreement as a card."""
    goal = next((g for g in here.view.goals if g.id == agreement.goal), None)
    return Card(
        ref=agreement.id,
        title=agreement.want,
        by=here.name(agreement.voice.id),
        goal=goal.text if goal else "",
        domain=here.words(here.script.domain(agreement.domain).title) if agreement.domain else "",
        rows=_rows(here, agreement),
    )


def card_groups(here: StepContext, agreement: Agreement) -> tuple[Group, ...]:
    """What an agreement holds so far, to stand beside the next question about it."""
    return tuple(Group(label, quotes) for label, quotes in _rows(here, agreement) if quotes)


def cards(here: StepContext) -> tuple[Card, ...]:
    """All agreements in force, by life domain in the client's order; those without a domain come last."""
    rank = {d.id: (d.order is None, d.order or 0) for d in here.view.domains}
    place = {text.id: n for n, text in enumerate(here.script.domains)}

    def key(agreement: Agreement) -> tuple[bool, tuple[bool, int], int, int]:
        domain = agreement.domain
        return (domain is None, rank.get(domain or "", (True, 0)), place.get(domain or "", 99), agreement.seq)

    return tuple(card_of(here, a) for a in sorted(here.view.active_agreements(), key=key))


def _rows(here: StepContext, agreement: Agreement) -> Rows:
    say = here.say
    return (
        (say("What do we do?"), tuple(Quote(s.id, s.what) for s in agreement.steps)),
        (say("When and how often?"), (*_when(agreement), *_period(here, agreement))),
        (say("Who does what?"), _who(here, agreement)),
        (say("Was it done?"), _done(here, agreement)),
        (say("What did it bring?"), notes(here, agreement.id, "text")),
        (say("Must it change?"), notes(here, agreement.id, "adjust")),
    )


def _when(agreement: Agreement) -> tuple[Quote, ...]:
    return tuple(Quote(s.id, s.when.words) for s in agreement.steps if s.when)


def _period(here: StepContext, agreement: Agreement) -> tuple[Quote, ...]:
    labelled = (
        (here.say("from"), agreement.from_),
        (here.say("until"), agreement.until),
        (here.say("look again on"), agreement.evaluate_on),
    )
    return tuple(
        fact(f"{label} {long_date(day, here.script.locale)}", ref=agreement.id) for label, day in labelled if day
    )


def _who(here: StepContext, agreement: Agreement) -> tuple[Quote, ...]:
    return tuple(
        Quote("", task.does, here.name(task.person)) if task.does else fact(here.name(task.person))
        for task in agreement.who
    )


def _done(here: StepContext, agreement: Agreement) -> tuple[Quote, ...]:
    return tuple(fact(words, ref=agreement.id) for words in counted(here, tally_of(here, agreement.id)))


def tally_of(here: StepContext, about: str) -> Tally:
    """How often something was done, over all notes ever made of it."""
    return here.view.tallies.get(about, Tally())


def counted(here: StepContext, tally: Tally) -> tuple[str, ...]:
    """How often something was done, partly done and not done, in words; what never was is left out."""
    say = here.say
    words = (
        say.plural("{count} time yes", "{count} times yes", tally.yes) if tally.yes else "",
        say.plural("{count} time partly", "{count} times partly", tally.partly) if tally.partly else "",
        say.plural("{count} time not", "{count} times not", tally.no) if tally.no else "",
    )
    return tuple(one for one in words if one)


def notes(here: StepContext, about: str | None, what: NoteWords) -> tuple[Quote, ...]:
    """All that was noted about an agreement of how it went: what it brought, or how it must change."""
    of = [p for p in here.view.progress if p.about == about]
    return tuple(Quote(p.id, words, here.name(p.voice.id)) for p in of if (words := noted(p, what)))


def noted(note: Progress, what: NoteWords) -> str | None:
    """The words of one note: what it brought, or how it must change."""
    return note.text if what == "text" else note.adjust
