"""The client's order of the life domains that matter now, or of the goals (V55, V125)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion
from zlp_tui.conversation.asking.sensitive_domains import domains_to_ask
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import InOrder, Ordered, Reply, Selectable
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import goals
from zlp_tui.plan.tables.client import domains
from zlp_tui.script.steps.pick_models import Order


@dataclass(frozen=True, slots=True)
class OrderStepHandler:
    """An `order` step, over the domains that matter now or over the goals."""

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
        now = domains_to_ask(context)
        return tuple(Selectable(d.id, context.words(context.script.domain(d.id).title)) for d in now)
