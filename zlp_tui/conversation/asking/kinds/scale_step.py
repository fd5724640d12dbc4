"""How it goes in each life domain that matters, by a face or by a number; each voice has a mark of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.marks_list import FACE, NUMBER, marks_list, marks_now, picked_marks
from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.open_evaluation import open_or_begin_evaluation
from zlp_tui.conversation.asking.sensitive_domains import domains_to_ask
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Input, Pick, Reply, Words
from zlp_tui.conversation.telling.evaluation.mark_scale import FACES, face_of, read_mark
from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.tellers.scale_teller import mark_words
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.looking_back import outcomes
from zlp_tui.plan.tables.said import details
from zlp_tui.script.steps.looking_back_models import Scale

HOW, TOGETHER = "how", "together"
CLIENTS_WAY, OTHERS_WAY = "mark-by", "mark-by-others"
"""The details that keep how one likes to say it: the client, and who said it for all others when that was asked once.
Each other person has a detail of their own, `mark-by-<person>`."""


@dataclass(frozen=True, slots=True)
class ScaleStepHandler:
    """A `scale` step; before the first domain come `together`, all domains in one list, and `how`, by a face or by a
    number."""

    step: Scale

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The life domain; before the first one all together, and how one likes to say it."""
        first = next((domain.id for domain in domains_to_ask(context)), None)
        if context.about != first:
            return WHOLE
        return (TOGETHER, HOW, None) if self.step.together is not None else (HOW, None)

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        if context.part == TOGETHER and self.step.together is not None:
            return StepQuestion(self.step.together, marks_list(context, self.step, _way(context)), for_each_voice=True)
        if context.part == HOW:
            return StepQuestion(self.step.how, Pick(fixed(context, self.step.how.options), _way_said(context)))
        domain = context.script.domain(context.about or "")
        question = self.step.number if _way(context) == NUMBER else self.step
        board = Board(tuple(self._beside(context)))
        return StepQuestion(
            question, self._input(context), board, heading=context.words(domain.title), pictogram=domain.pictogram,
            for_each_voice=True,
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save how one likes to say it, or the mark of who speaks; `Refused` for a number that is no mark."""
        if context.part == HOW:
            for way in picked(reply, fixed(context, self.step.how.options)):
                if (way,) != _way_said(context):
                    details.fill(act, context.topic.id, _way_field(context), way)
        elif context.part == TOGETHER:
            for domain, mark in picked_marks(reply, marks_list(context, self.step, _way(context))):
                outcomes.mark(
                    act, open_or_begin_evaluation(context, act), domain, mark, face=_way(context) == FACE
                )
        elif _way(context) == NUMBER:
            words = cleaned(reply)
            if not words:
                return AnswerOutcome()
            self._mark(context, read_mark(words, context.script.locale), act, face=False)
        else:
            for face in picked(reply, fixed(context, self.step.faces)):
                self._mark(context, FACES[face], act, face=True)
        return AnswerOutcome(goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Whether everybody at the table marked this domain, and for all together any of them; for `how`, whether who
        speaks marked any: then they know how they say it."""
        marked = marks_now(context)
        if context.part == HOW:
            return any(mark.voice.id == context.voice.id for mark in marked)
        together = context.part == TOGETHER
        here = {mark.voice.id for mark in marked if together or mark.domain == context.about}
        return here.issuperset(context.present or (context.voice.id,))

    def has_answer(self, context: StepContext) -> bool:
        """Whether who speaks marked this domain."""
        return self.settled(context)

    def _input(self, context: StepContext) -> Input:
        own = (context.about, context.voice.id)
        mine = next((mark for mark in marks_now(context) if (mark.domain, mark.voice.id) == own), None)
        if _way(context) == NUMBER:
            return Words(many=False, value=str(mine.mark) if mine and not mine.face else None)
        return Pick(fixed(context, self.step.faces), (face_of(mine.mark),) if mine and mine.face else ())

    def _mark(self, context: StepContext, mark: int, act: Act, *, face: bool) -> None:
        outcomes.mark(act, open_or_begin_evaluation(context, act), context.about or "", mark, face=face)

    def _beside(self, context: StepContext) -> Iterator[Group]:
        """What everybody says now, side by side, where others said it too; and what who speaks said the last time.
        Nothing is taken together."""
        here = [mark for mark in marks_now(context) if mark.domain == context.about]
        if any(mark.voice.id != context.voice.id for mark in here):
            yield Group("", tuple(fact(mark_words(context, self.step, m), by=context.name(m.voice.id)) for m in here))
        now = open_evaluation(context)
        before = [
            mark for evaluation in context.view.evaluations if evaluation != now for mark in evaluation.marks
            if (mark.domain, mark.voice.id) == (context.about, context.voice.id)
        ]
        if before:
            last = mark_words(context, self.step, before[-1])
            yield Group(context.tr("The last time"), (fact(last, by=context.voice.called),))


def _way(context: StepContext) -> str:
    """How it is asked of who speaks: as they chose, or else as the client did, or else by a face."""
    topic, view = context.topic.id, context.view
    fallback = () if context.client_speaks else (view.detail(topic, OTHERS_WAY), view.detail(topic, CLIENTS_WAY))
    return next(filter(None, (*_way_said(context), *fallback)), FACE)


def _way_said(context: StepContext) -> tuple[str, ...]:
    """How who speaks chose to say it; nothing where they did not choose."""
    said = context.view.detail(context.topic.id, _way_field(context))
    return (said,) if said else ()


def _way_field(context: StepContext) -> str:
    return CLIENTS_WAY if context.client_speaks else f"{CLIENTS_WAY}-{context.voice.id}"
