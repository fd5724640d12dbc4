"""The ten life domains, one card at a time, and the order of those that matter now (V27, V45-V47, V55, V87-V97)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.selectables import fixed, named, people_picked, persons, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import InOrder, Ordered, Pick, Reply, Selectable
from zlp_tui.conversation.telling.life_domains import domain_of, domains_now
from zlp_tui.errors import Refused
from zlp_tui.plan.tables import details, domains, goals
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.outline import DomainText
from zlp_tui.script.schema import Domains, Order, Question

LEAVE, WITH, GOAL = "leave", "with", "goal"
WANTED = {"yes": True, "no": False, "do-not-know": None}


@dataclass(frozen=True, slots=True)
class DomainsStepHandler:
    """A `domains` step. Parts: `domain/leave` before a sensitive one, the domain's id, `domain/with`, `domain/goal`.

    Of a sensitive domain there is nothing but the question for leave, until leave was given (V96).
    """

    step: Domains

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The cards (a sensitive one after leave was given), each with more questions where it matters now."""
        parts: list[str] = []
        for text in context.script.domains:
            if text.sensitive:
                parts.append(f"{text.id}/{LEAVE}")
                if context.view.detail(context.topic.id, _leave_field(text.id)) != "yes":
                    continue
            parts.append(text.id)
            if domain_of(context, text.id).relevance == "now":
                parts += [f"{text.id}/{WITH}", f"{text.id}/{GOAL}"]
        return tuple(parts)

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        text, piece = self._card(context)
        known = domain_of(context, text.id)
        title = context.words(text.title)
        number = 1 + [d.id for d in context.script.domains].index(text.id)
        card = context.tr(
            "{title} ({number} of {count})", title=title, number=number, count=len(context.script.domains)
        )
        if piece == LEAVE:
            leave = context.view.detail(context.topic.id, _leave_field(text.id))
            return StepQuestion(
                self.step.leave, Pick(fixed(context, self.step.leave.options), (leave,) if leave else ())
            )
        if piece == WITH:
            people = Pick(persons(context, context.others), known.discuss_with, many=True, can_add=True)
            return StepQuestion(self.step.with_whom, people, heading=title, pictogram=text.pictogram)
        if piece == GOAL:
            chosen = () if known.goal_wanted is None else ("yes" if known.goal_wanted else "no",)
            options = fixed(context, self.step.goal_wanted.options)
            return StepQuestion(self.step.goal_wanted, Pick(options, chosen), heading=title, pictogram=text.pictogram)
        question = Question(ask=self.step.ask, hint=text.about, differently=self.step.differently)
        chosen = (known.relevance,) if known.relevance else ()
        return StepQuestion(
            question, Pick(fixed(context, self.step.relevance), chosen), heading=card, pictogram=text.pictogram
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save the answer on the card; without leave now, a sensitive domain is set to not now."""
        text, piece = self._card(context)
        if piece == LEAVE:
            for answer in picked(reply, fixed(context, self.step.leave.options)):
                details.fill(act, context.topic.id, _leave_field(text.id), answer)
                if answer != "yes":
                    domains.change(act, text.id, relevance="not-now")
        elif piece == WITH:
            with_whom = picked(reply, persons(context, context.others), many=True)
            with_whom = tuple(dict.fromkeys((*with_whom, *named(context, reply, act))))
            domains.change(act, text.id, discuss_with=with_whom)
            return people_picked(reply, with_whom)
        elif piece == GOAL:
            for answer in picked(reply, fixed(context, self.step.goal_wanted.options)):
                domains.change(act, text.id, goal_wanted=WANTED[answer])
        else:
            for relevance in picked(reply, fixed(context, self.step.relevance)):
                domains.change(act, text.id, relevance=relevance)
        return AnswerOutcome(goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Never: the cards can be gone through again."""
        return False

    def has_answer(self, context: StepContext) -> bool:
        """Whether something was said on this card."""
        asked = self.ask(context).input
        return isinstance(asked, Pick) and bool(asked.chosen)

    def _card(self, context: StepContext) -> tuple[DomainText, str]:
        domain, _, piece = (context.part or context.script.domains[0].id).partition("/")
        return context.script.domain(domain), piece


@dataclass(frozen=True, slots=True)
class OrderStepHandler:
    """An `order` step, over the domains that matter now or over the goals (V55, V125)."""

    step: Order

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part where there are two or more items to order; none otherwise."""
        return (None,) if len(self._items(context)) > 1 else ()

    def ask(self, context: StepContext) -> StepQuestion:
        """The items in their order now."""
        return StepQuestion(self.step, InOrder(self._items(context)))

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save the order; `Refused` unless it names each item once."""
        if not isinstance(reply, Ordered) or sorted(reply.ids) != sorted(i.id for i in self._items(context)):
            raise Refused("Please name each line once, in your order.")
        writer = domains if self.step.over == "domains" else goals
        writer.order(act, reply.ids)
        return AnswerOutcome()

    def settled(self, context: StepContext) -> bool:
        """Never: the order can be changed each time."""
        return False

    def has_answer(self, context: StepContext) -> bool:
        """Whether it was answered in this conversation."""
        return context.place in context.answered_here

    def _items(self, context: StepContext) -> tuple[Selectable, ...]:
        if self.step.over == "goals":
            return tuple(Selectable(g.id, g.text, by=context.name(g.voice.id)) for g in context.view.active_goals())
        return tuple(Selectable(d.id, context.words(context.script.domain(d.id).title)) for d in domains_now(context))


def _leave_field(domain: str) -> str:
    return f"leave-{domain}"
