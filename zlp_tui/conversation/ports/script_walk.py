"""The port for walking through the script: where one is, which way one walks, and what the script has."""

from __future__ import annotations

from typing import Literal, Protocol

from zlp_tui.conversation.ports.plan_pages import RouteLine
from zlp_tui.conversation.ports.turn import Turn
from zlp_tui.plan.view import Place
from zlp_tui.script.roles import Role

Overview = Literal["choices", "agreements", "results", "editions", "details"]
"""A page that shows one kind of thing of a plan, and from which it can be begun."""

AskedOfAgreement = Literal["done", "adjust"]
"""What is asked about an agreement when it is followed up: was it done, and how must it change."""

PartOfAgreement = Literal["who", "when", "steps", "until", "evaluate-on"]
"""What of an agreement changes by itself: who takes part, when it is kept, the small steps, and its days."""


class ScriptWalk(Protocol):
    """Where one is in the script, and going on from there."""

    @property
    def place(self) -> Place:
        """Where we are."""

    def turn(self) -> Turn:
        """The question at our place."""

    def resume(self) -> Place | None:
        """Where the last conversation stopped; None when there was none or its place has left the script."""

    def go(self, place: Place) -> Turn:
        """Go to a place; `NotFound` when the script does not have it."""

    def go_topic(self, topic: str) -> Turn:
        """Go to a topic's first question; `NotFound` when the script does not have it."""

    def ask_aside(self, place: Place) -> Turn:
        """Go to a question in between; after it, and all about what is new there, one returns to the question that was
        asked before. `NotFound` as for `go`."""

    def begin(self, role: Role) -> Turn:
        """Go to where something new of the topic with this role is said: a choice, a goal, an agreement.

        After the questions about it one returns to the question that was asked before. `NotFound` where it is not
        asked.
        """

    def enough(self) -> Turn:
        """Enough was weighed, also for the next conversation: go to the question after it. `NotFound` where nothing is
        weighed."""

    def say_more(self) -> Turn:
        """Ask more about what is asked about, or was just said (`Turn.more`): go to the first question about it that is
        open, which may be ours.

        From then on what is asked on request is asked too, and after it one goes on. Where other questions about it
        stand open, only what more there is comes first, and one returns here. `NotFound` where there is nothing.
        """

    def forward(self) -> Turn | None:
        """The next question, or None after the last one: all about what is new first, then on from where it was said.

        Passes over repeated questions already answered.
        """

    def next_topic(self) -> Turn | None:
        """The first question of the next topic, or None after the last one."""

    def back(self) -> Turn | None:
        """The question before, or None at the first one."""

    @property
    def routes(self) -> tuple[RouteLine, ...]:
        """The ways through the script, with how far each of them is."""

    @property
    def route_title(self) -> str:
        """What the conversation is called that is held now."""

    @property
    def talk_title(self) -> str:
        """What the conversation that goes on here is called: its route and topic, or sitting on the first page."""

    def take_route(self, route: str) -> Turn:
        """Walk this way from now on, from where one left it; `NotFound` when the script does not have it."""

    @property
    def look_back_route(self) -> str | None:
        """The id of the conversation in which one looks back; None where there is nothing to look back on, or no
        conversation is for it."""

    @property
    def offered_route(self) -> RouteLine | None:
        """The conversation whose day has come, and that was not held yet; None for none."""

    @property
    def proposes_route(self) -> bool:
        """Whether another conversation is proposed once this one is over."""

    @property
    def proposed_pause(self) -> str:
        """The pause that the client asked for, proposed at this question, in words; empty for none."""

    @property
    def welcome_back(self) -> str:
        """One sentence of what the client said on an earlier day, with who said it and when; empty for none."""

    def topic_for(self, role: Role) -> str | None:
        """The id of the topic with this role; None when nothing may lead there: it is not in the script, or it is for
        looking back and there is nothing to look back on."""

    def place_for(self, keeps: AskedOfAgreement, about: str) -> Place | None:
        """Where this is asked about an agreement; None when the script does not ask it."""

    def place_of_part(self, part: PartOfAgreement, agreement: str) -> Place | None:
        """Where this one thing of an agreement in force is asked; None when the script does not ask it."""

    def offers(self, page: Overview) -> bool:
        """Whether there is something to see on an overview of the plan, or a topic in which it begins."""
