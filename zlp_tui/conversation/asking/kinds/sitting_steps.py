"""The pages around a sitting: a welcome, and at the end how it was and what the client said in it (table.md M7, M8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Reading, Reply
from zlp_tui.conversation.telling.life_domains import asked_along
from zlp_tui.conversation.telling.overviews.words_read_back import said_in, said_last_time
from zlp_tui.conversation.telling.remarks.open_matters import open_quotes
from zlp_tui.conversation.telling.tellers.form_teller import shown_value, value_of_field
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.sittings import talk_experiences
from zlp_tui.plan.view import TalkExperience
from zlp_tui.script.outline import Sitting
from zlp_tui.script.question_models import Question
from zlp_tui.script.steps.sitting_models import SittingBegin, SittingEnd, SittingExperience
from zlp_tui.text import sentence


def _sittings(context: StepContext) -> tuple[str | None, ...]:
    """A page for each sitting of the route that is walked, by the ids of the sittings."""
    return tuple(sitting.id for sitting in context.way.route.sittings)


def _sitting(context: StepContext) -> Sitting:
    """The sitting of our page; the first one of the route where that is another route's."""
    sittings = context.way.route.sittings
    return next((sitting for sitting in sittings if sitting.id == context.part), sittings[0])


def _still_open(context: StepContext, sitting: Sitting) -> Board:
    """What is still open in the plan, where this sitting tells that and anything is."""
    quotes = open_quotes(context) if sitting.still_open is not None else ()
    return Board((Group(context.words(sitting.still_open or ""), quotes),) if quotes else ())


@dataclass(frozen=True, slots=True)
class SittingBeginHandler:
    """A `sitting-begin` step."""

    step: SittingBegin

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One page for each sitting."""
        return _sittings(context)

    def ask(self, context: StepContext) -> StepQuestion:
        """What the sitting is about, under its title; before it, what the client said the last time, and beside it
        what is still open, where the sitting tells that."""
        sitting = _sitting(context)
        names = {"about": context.words(sitting.about), "minutes": str(sitting.minutes)}
        texts = (*self.step.text, *sitting.text, *context.script.notice_texts(sitting.also_tells))
        paragraphs = tuple(context.words(text, **names) for text in texts)
        last = said_last_time(context) if context.client_is_here else None
        page = Reading(paragraphs)
        if last is not None:
            told = context.words(self.step.welcome_back, when=sentence(last.intro))
            page = Reading(paragraphs, told, (last.quote,))
        title = context.words(sitting.title)
        return StepQuestion(Question(ask=title), page, _still_open(context, sitting), title=title)

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Nothing is asked here."""
        raise Refused("Here is nothing to say. An empty line goes on. This was not kept.")

    def settled(self, context: StepContext) -> bool:
        """Never: it is only read."""
        return False

    def has_answer(self, context: StepContext) -> bool:
        """Never: it belongs to its sitting."""
        return False


@dataclass(frozen=True, slots=True)
class SittingExperienceHandler:
    """A `sitting-experience` step. What somebody says of it belongs to the conversation that is going on."""

    step: SittingExperience

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """Once in each sitting."""
        return _sittings(context)

    def ask(self, context: StepContext) -> StepQuestion:
        """The question, to each person at the table."""
        said = tuple(said.face for said in _experience(context) if said.person == context.voice.id)
        offered = Pick(fixed(context, self.step.options), said)
        return StepQuestion(self.step, offered, title=context.words(context.topic.title), for_each_voice=True)

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Keep how it was for who speaks."""
        ids = picked(reply, fixed(context, self.step.options))
        return AnswerOutcome(tuple(talk_experiences.say(act, face) for face in ids), goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Whether everybody at the table said it."""
        said = {said.person for said in _experience(context)}
        return said.issuperset(context.present or (context.voice.id,))

    def has_answer(self, context: StepContext) -> bool:
        """Whether everybody at the table said it."""
        return self.settled(context)


def _days_ahead(context: StepContext) -> Iterator[str]:
    """The days that were asked for at the end of a sitting and are still to come, under the names of their fields."""
    for step in context.topic.steps:
        for name, field in step.form_fields.items():
            day = context.view.detail(context.topic.id, name)
            if field.kind == "date" and day is not None and day >= context.today.isoformat():
                told = shown_value(context, field, value_of_field(context, name))
                yield sentence(f"{context.words(field.title)}: {told}.")


def _experience(context: StepContext) -> tuple[TalkExperience, ...]:
    """What was said of the conversation that is going on."""
    talks = context.view.conversations
    return next((talk.experience for talk in talks if talk.id == context.conversation), ())


@dataclass(frozen=True, slots=True)
class SittingEndHandler:
    """A `sitting-end` step."""

    step: SittingEnd

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One page for each sitting."""
        return _sittings(context)

    def ask(self, context: StepContext) -> StepQuestion:
        """Two sentences of the client, thanks, and what comes after it and when."""
        said = said_in(context, context.conversation)
        paragraphs = [context.words(text) for text in self.step.text]
        coming = self._coming(context)
        if coming:
            paragraphs.append(context.words(self.step.coming, coming=coming))
        paragraphs += _days_ahead(context)
        paragraphs += [
            context.tr("Next time {name} could join, {about}.", name=context.name(ref), about=about)
            for ref, about in asked_along(context).items() if ref not in context.present
        ]
        page = Reading(tuple(paragraphs), context.words(self.step.said) if said else "", said)
        title = context.words(context.topic.title)
        return StepQuestion(Question(ask=title), page, title=title)

    def _coming(self, context: StepContext) -> str:
        """The title of the next sitting; after the last one of the next route, and nothing after that."""
        ids = [sitting.id for sitting in context.way.route.sittings]
        later = context.way.route.sittings[ids.index(_sitting(context).id) + 1 :]
        if later:
            return context.words(later[0].title)
        following = context.script.route_after(context.way.route)
        return context.words(following.title) if following else ""

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Nothing is asked here."""
        raise Refused("Here is nothing to say. An empty line goes on. This was not kept.")

    def settled(self, context: StepContext) -> bool:
        """Never: it is only read."""
        return False

    def has_answer(self, context: StepContext) -> bool:
        """Never: it belongs to its sitting."""
        return False
