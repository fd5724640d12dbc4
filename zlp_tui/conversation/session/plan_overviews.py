"""`PlanOverviews`: the pages on which the plan is read, and where the script leads from them."""

from __future__ import annotations

from collections.abc import Mapping

from zlp_tui.conversation.asking.sensitive_domains import domains_to_name
from zlp_tui.conversation.ports.plan_pages import Card, ChapterLine, ChapterState, LetterPart, PlanLength
from zlp_tui.conversation.ports.script_walk import AskedOfAgreement, Overview, PartOfAgreement
from zlp_tui.conversation.ports.turn import Grid, Selectable
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.telling.agreements.agreement_cards import cards
from zlp_tui.conversation.telling.deciders import who_decides
from zlp_tui.conversation.telling.granted_text import granted_words
from zlp_tui.conversation.telling.life_domains import asked_along
from zlp_tui.conversation.telling.overviews.offered_pages import offers, place_for, place_of_part
from zlp_tui.conversation.telling.overviews.plan_map import map_of, states_of
from zlp_tui.conversation.telling.overviews.summary import told_in
from zlp_tui.conversation.telling.overviews.weighing_grids import choice_grids
from zlp_tui.plan.view import Place
from zlp_tui.script.roles import Role


class PlanOverviews:
    """Reads the plan that is loaded, as who is present may see it, through the modules of `telling`."""

    def __init__(self, plan: LoadedPlan) -> None:
        self._plan = plan

    def topic_for(self, role: Role) -> str | None:
        """The id of the topic with this role; None when nothing may lead there: it is not in the script, or it is for
        looking back and there is nothing to look back on."""
        if role is Role.LOOK_BACK and not self._plan.view.can_look_back:
            return None
        topic = self._plan.script.with_role(role)
        return topic.id if topic else None

    def place_for(self, keeps: AskedOfAgreement, about: str) -> Place | None:
        """Where this is asked about an agreement; None when the script does not ask it."""
        return place_for(self._plan.script, keeps, about)

    def place_of_part(self, part: PartOfAgreement, agreement: str) -> Place | None:
        """Where this one thing of an agreement in force is asked; None when the script does not ask it."""
        in_force = any(agreed.id == agreement for agreed in self._plan.view.active_agreements())
        return place_of_part(self._plan.script, part, agreement) if in_force else None

    def offers(self, page: Overview) -> bool:
        """Whether there is something to see on an overview of the plan, or a topic in which it begins."""
        return offers(self._plan.script, self._plan.company.view, page)

    def domains(self) -> tuple[Selectable, ...]:
        """The life domains a statement can belong to, with their titles."""
        context = self._plan.step_context()
        return tuple(Selectable(d.id, context.words(d.title), context.words(d.about)) for d in domains_to_name(context))

    def asked_along(self) -> Mapping[str, str]:
        """By person who is not here: what the client put off until they are, in words."""
        here = self._plan.seats.present
        return {ref: words for ref, words in asked_along(self._plan.plan_context()).items() if ref not in here}

    def chapters(self, here: str) -> tuple[ChapterState, ...]:
        """How far one is with each chapter; `here` is the topic where we are, by id."""
        return states_of(self._plan.letter_context, here)

    def map(self, here: str) -> tuple[ChapterLine, ...]:
        """The chapters and topics, each with what was said last; `here` is the topic where we are, by id."""
        return map_of(self._plan.letter_context, self._plan.plan_context(self._plan.anybody), here)

    def letter(self, length: PlanLength) -> tuple[LetterPart, ...]:
        """The plan in the client's words, as a letter or in one of its shorter forms."""
        return told_in(self._plan.letter_context, length)

    def who_reads(self) -> tuple[Selectable, ...]:
        """Everybody but the client, with what they may read and write, as far as the client said so."""
        context = self._plan.plan_context()
        return tuple(Selectable(p.id, p.called, granted_words(context, p)) for p in context.others)

    def as_seen_by(self, person: str, length: PlanLength) -> tuple[LetterPart, ...]:
        """The plan as this person may see it; beside others than the client as all of them may see it."""
        return told_in(self._plan.plan_context(self._plan.seen_beside(person)), length)

    def cards(self) -> tuple[Card, ...]:
        """Goals and agreements as cards, by domain in the client's order."""
        return cards(self._plan.plan_context())

    def choice_grids(self) -> tuple[tuple[str, str, Grid], ...]:
        """Choices on the table: (id, question, grid)."""
        return choice_grids(self._plan.plan_context())

    def who_decides(self, choice: str) -> str:
        """Who decides about a choice, by its id, as a sentence; empty where that was not said."""
        context = self._plan.plan_context()
        known = next((known for known in context.view.choices if known.id == choice), None)
        return who_decides(context, known) if known else ""
