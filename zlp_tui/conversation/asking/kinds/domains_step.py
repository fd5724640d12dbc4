"""Which of the ten life domains to talk about: on one page, or card by card (V27, V45, V46, V55, V87-V97).

What was said is the domain's `relevance`, its place in the client's order and whom to talk with; of a sensitive domain
too, so that leave for it is kept in one place (decision 0027).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.selectables import (
    fixed,
    named,
    people_picked,
    persons,
    picked,
    picked_in_order,
)
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion
from zlp_tui.conversation.asking.sensitive_domains import domains_to_name, is_awaited, may_be_asked
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Pick, Reply, Selectable
from zlp_tui.conversation.telling.life_domains import domain_of, domains_now, with_whom
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.client import domains
from zlp_tui.plan.tables.said import details
from zlp_tui.script.outline import DomainText
from zlp_tui.script.question_models import Question
from zlp_tui.script.steps.pick_models import Domains

LEAVE, WITH = "leave", "with"
LEAVE_MEANS = {"yes": "now", "later": "later", "no": "never-ask"}
"""What an answer to the question for leave says of the domain."""
HOW_CHOSEN = "how-chosen"
"""The detail that keeps whether the client likes to go card by card."""


@dataclass(frozen=True, slots=True)
class DomainsStepHandler:
    """A `domains` step. Parts: none for the page with all of them; `domain` for a card, where one goes card by card;
    `domain/leave` for a sensitive one; `domain/with` after “later”.

    Of a sensitive domain there is nothing but the question for leave until leave was given, and not even that where
    somebody is here before whom it cannot be asked, or after a no.
    """

    step: Domains

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The page, then the cards, where one goes by them, and what is asked about sensitive domains."""
        return (None, *(part for text in context.script.domains for part in self._parts_of(context, text)))

    def _parts_of(self, context: StepContext, text: DomainText) -> Iterator[str]:
        asked = self._asks_leave(context, text) if text.sensitive else self._by_cards(context)
        if asked:
            yield f"{text.id}/{LEAVE}" if text.sensitive else text.id
            if domain_of(context, text.id).relevance == "later":
                yield f"{text.id}/{WITH}"

    def _asks_leave(self, context: StepContext, text: DomainText) -> bool:
        """Whether leave is asked. After a no only of who goes card by card, or still stands at the question."""
        said = domain_of(context, text.id).relevance
        refused = said in ("never-ask", "not-now")
        here = context.at(f"{text.id}/{LEAVE}").place in context.answered_here
        return may_be_asked(context, text.id) and (not refused or here or self._by_cards(context))

    def _by_cards(self, context: StepContext) -> bool:
        return context.view.detail(context.topic.id, HOW_CHOSEN) == self.step.one_by_one.id

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        text, piece = self._card(context)
        if text is None:
            chosen = tuple(domain.id for domain in domains_now(context))
            options = self._page(context)
            listed = {option.id for option in options}
            stands = tuple(domain for domain in chosen if domain in listed)
            return StepQuestion(self.step.which, Pick(options, stands, many=True, in_order=True))
        known, title = domain_of(context, text.id), context.words(text.title)
        if piece == LEAVE:
            said = tuple(answer for answer, means in LEAVE_MEANS.items() if means == known.relevance)
            return StepQuestion(self.step.leave, Pick(fixed(context, self.step.leave.options), said))
        if piece == WITH:
            people = Pick(persons(context, context.others), known.discuss_with, many=True, can_add=True)
            heading, pictogram = ("", "") if text.sensitive else (title, text.pictogram)
            return StepQuestion(self.step.with_whom, people, heading=heading, pictogram=pictogram)
        all_of_them = [d.id for d in context.script.domains if not d.sensitive]
        number, count = 1 + all_of_them.index(text.id), len(all_of_them)
        card = context.tr("{title} ({number} of {count})", title=title, number=number, count=count)
        said = (known.relevance,) if known.relevance else ()
        return StepQuestion(
            Question(ask=self.step.ask, hint=text.about, differently=self.step.differently),
            Pick(fixed(context, self.step.relevance), said), heading=card, pictogram=text.pictogram,
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save what was chosen on the page, or said on a card."""
        text, piece = self._card(context)
        if text is None:
            self._choose(context, reply, act)
        elif piece == LEAVE:
            for answer in picked(reply, fixed(context, self.step.leave.options)):
                _say(context, act, text.id, LEAVE_MEANS[answer])
        elif piece == WITH:
            people = picked(reply, persons(context, context.others), many=True)
            people = tuple(dict.fromkeys((*people, *named(context, reply, act))))
            domains.change(act, text.id, discuss_with=people)
            return people_picked(reply, people)
        else:
            for relevance in picked(reply, fixed(context, self.step.relevance)):
                _say(context, act, text.id, relevance)
        return AnswerOutcome(goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Never: the cards can be gone through again."""
        return False

    def has_answer(self, context: StepContext) -> bool:
        """Whether something was said here, and nothing waits for somebody who is here now."""
        text, piece = self._card(context)
        if text is None:
            named_here = [domain for domain in context.view.domains if context.names_domain(domain.id)]
            said = any(domain.relevance for domain in context.view.domains)
            return said and not any(is_awaited(context, domain) for domain in named_here)
        asked = self.ask(context).input
        said = isinstance(asked, Pick) and bool(asked.chosen)
        return said and (piece == WITH or not is_awaited(context, domain_of(context, text.id)))

    def _page(self, context: StepContext) -> tuple[Selectable, ...]:
        """The domains that may be named here, each in a few words, and the way to the cards."""
        cards = self.step.one_by_one
        return (
            *(_line(context, text) for text in domains_to_name(context)),
            Selectable(cards.id, context.words(cards.title), context.hint(cards.hint), leads=True),
        )

    def _choose(self, context: StepContext, reply: Reply, act: Act) -> None:
        """What is chosen matters now, in this order; of what is not chosen nothing is said. What may not be named here
        stays as it is, behind it."""
        page = self._page(context)
        *listed, cards = (option.id for option in page)
        ids = picked_in_order(reply, page)
        chosen, now = tuple(ref for ref in ids if ref != cards), tuple(domain.id for domain in domains_now(context))
        for domain in listed:
            if (domain in chosen) != (domain in now):
                domains.change(act, domain, relevance="now" if domain in chosen else None)
        in_order = (*chosen, *(domain for domain in now if domain not in listed))
        if in_order != now:
            domains.order(act, in_order)
        if (cards in ids) != self._by_cards(context):
            details.fill(act, context.topic.id, HOW_CHOSEN, cards if cards in ids else None)

    def _card(self, context: StepContext) -> tuple[DomainText | None, str]:
        """The domain of our part, and what is asked about it; None for the page with all of them."""
        domain, _, piece = (context.part or "").partition("/")
        return (context.script.domain(domain) if domain else None), piece


def _line(context: StepContext, text: DomainText) -> Selectable:
    known = domain_of(context, text.id)
    later = with_whom(context, known) if known.relevance == "later" else ""
    return Selectable(text.id, context.words(text.title), later or context.words(text.brief))


def _say(context: StepContext, act: Act, domain: str, relevance: str) -> None:
    """What the client wants with one domain; one that matters from now on comes behind the others."""
    domains.change(act, domain, relevance=relevance)
    now = [known.id for known in domains_now(context)]
    if (relevance == "now") != (domain in now):
        chosen = (*now, domain) if relevance == "now" else tuple(ref for ref in now if ref != domain)
        domains.order(act, chosen)
