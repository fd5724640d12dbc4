"""The ten life domains, one card at a time, and the order of those that matter now (V27, V45-V47, V55, V87-V97)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.selectables import fixed, named, people_picked, persons, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, fact, intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.desk import LetterLine
from zlp_tui.conversation.ports.turn import InOrder, Ordered, Pick, Reply, Selectable
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import details, domains, goals
from zlp_tui.plan.view import LifeDomain
from zlp_tui.script.schema import Domains, DomainText, Order, Question

LEAVE, WITH, GOAL = "leave", "with", "goal"
WANTED = {"yes": True, "no": False, "do-not-know": None}


@dataclass(frozen=True, slots=True)
class DomainsTurns:
    """A `domains` step. Parts: `domain/leave` before a sensitive one, the domain's id, `domain/with`, `domain/goal`.

    Of a sensitive domain there is nothing but the question for leave, until leave was given (V96).
    """

    step: Domains

    def parts(self, here: StepContext) -> tuple[str | None, ...]:
        parts: list[str] = []
        for text in here.script.domains:
            if text.sensitive:
                parts.append(f"{text.id}/{LEAVE}")
                if here.view.details.get(_leave_field(text.id)) != "yes":
                    continue
            parts.append(text.id)
            if domain_of(here, text.id).relevance == "now":
                parts += [f"{text.id}/{WITH}", f"{text.id}/{GOAL}"]
        return tuple(parts)

    def ask(self, here: StepContext) -> StepQuestion:
        text, piece = self._card(here)
        known = domain_of(here, text.id)
        title = here.words(text.title)
        number = 1 + [d.id for d in here.script.domains].index(text.id)
        card = here.say("{title} ({number} of {count})", title=title, number=number, count=len(here.script.domains))
        if piece == LEAVE:
            leave = here.view.details.get(_leave_field(text.id))
            return StepQuestion(self.step.leave, Pick(fixed(here, self.step.leave.options), (leave,) if leave else ()))
        if piece == WITH:
            people = Pick(persons(here.others), known.discuss_with, many=True, can_add=True)
            return StepQuestion(self.step.with_whom, people, heading=title, pictogram=text.pictogram)
        if piece == GOAL:
            chosen = () if known.goal_wanted is None else ("yes" if known.goal_wanted else "no",)
            options = fixed(here, self.step.goal_wanted.options)
            return StepQuestion(self.step.goal_wanted, Pick(options, chosen), heading=title, pictogram=text.pictogram)
        question = Question(ask=self.step.ask, hint=text.about, differently=self.step.differently)
        chosen = (known.relevance,) if known.relevance else ()
        return StepQuestion(
            question, Pick(fixed(here, self.step.relevance), chosen), heading=card, pictogram=text.pictogram
        )

    def answer(self, here: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        text, piece = self._card(here)
        if piece == LEAVE:
            for answer in picked(reply, fixed(here, self.step.leave.options)):
                details.fill(act, here.topic.id, _leave_field(text.id), answer)
                if answer == "no":
                    domains.change(act, text.id, relevance="not-now")
        elif piece == WITH:
            with_whom = picked(reply, persons(here.others), many=True)
            newcomer = named(here, reply, act)
            if newcomer is not None and newcomer not in with_whom:
                with_whom += (newcomer,)
            domains.change(act, text.id, discuss_with=with_whom)
            return people_picked(reply, with_whom)
        elif piece == GOAL:
            for answer in picked(reply, fixed(here, self.step.goal_wanted.options)):
                domains.change(act, text.id, goal_wanted=WANTED[answer])
        else:
            for relevance in picked(reply, fixed(here, self.step.relevance)):
                domains.change(act, text.id, relevance=relevance)
        return AnswerOutcome(goes_on=True)

    def settled(self, here: StepContext) -> bool:
        return False

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        now = tuple(fact(here.words(here.script.domain(d.id).title)) for d in domains_now(here))
        return (LetterLine(intro_of(here), now),) if now else ()

    def _card(self, here: StepContext) -> tuple[DomainText, str]:
        domain, _, piece = (here.part or here.script.domains[0].id).partition("/")
        return here.script.domain(domain), piece


@dataclass(frozen=True, slots=True)
class OrderTurns:
    """An `order` step, over the domains that matter now or over the goals (V55, V125)."""

    step: Order

    def parts(self, here: StepContext) -> tuple[str | None, ...]:
        return (None,) if len(self._items(here)) > 1 else ()

    def ask(self, here: StepContext) -> StepQuestion:
        return StepQuestion(self.step, InOrder(self._items(here)))

    def answer(self, here: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        if not isinstance(reply, Ordered) or sorted(reply.ids) != sorted(i.id for i in self._items(here)):
            raise Refused("Please name each line once, in your order.")
        writer = domains if self.step.over == "domains" else goals
        writer.order(act, reply.ids)
        return AnswerOutcome()

    def settled(self, here: StepContext) -> bool:
        return False

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        return ()

    def _items(self, here: StepContext) -> tuple[Selectable, ...]:
        if self.step.over == "goals":
            return tuple(Selectable(g.id, g.text, by=here.name(g.voice.id)) for g in here.view.active_goals())
        return tuple(Selectable(d.id, here.words(here.script.domain(d.id).title)) for d in domains_now(here))


def domains_now(here: StepContext) -> tuple[LifeDomain, ...]:
    """The domains that matter now, in the client's order, then in the source's."""
    rank = {text.id: n for n, text in enumerate(here.script.domains)}
    now = [d for d in here.view.domains if d.relevance == "now" and d.id in rank]
    return tuple(sorted(now, key=lambda d: (d.order is None, d.order or 0, rank[d.id])))


def domain_of(here: StepContext, domain: str) -> LifeDomain:
    """What the client wants with a domain, also when nothing was said of it yet."""
    return next((d for d in here.view.domains if d.id == domain), LifeDomain(domain))


def _leave_field(domain: str) -> str:
    return f"leave-{domain}"
