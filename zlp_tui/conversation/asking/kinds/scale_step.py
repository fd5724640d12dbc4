"""How it goes in each life domain that matters, by a face or by a number; each voice has a mark of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.domains_step import domains_now
from zlp_tui.conversation.asking.kinds.mark_scale import FACES, face_of, read_mark
from zlp_tui.conversation.asking.kinds.open_evaluation import last_evaluation, open_evaluation, open_or_begin_evaluation
from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, AnswerOutcome, StepQuestion, cleaned, fact, intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.desk import LetterLine
from zlp_tui.conversation.ports.turn import Board, Group, Input, Pick, Quote, Reply, Words
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import details, outcomes
from zlp_tui.plan.view import DomainMark
from zlp_tui.script.schema import Scale

HOW = "how"
FACE, NUMBER = "face", "number"
CLIENTS_WAY, OTHERS_WAY = "mark-by", "mark-by-others"
"""The details that keep how one likes to say it. What somebody else likes does not change it for the client."""


@dataclass(frozen=True, slots=True)
class ScaleTurns:
    """A `scale` step; before the first domain comes `how`, by a face or by a number."""

    step: Scale

    def parts(self, here: StepContext) -> tuple[str | None, ...]:
        first = next((domain.id for domain in domains_now(here)), None)
        return (HOW, None) if here.about == first else WHOLE

    def ask(self, here: StepContext) -> StepQuestion:
        if here.part == HOW:
            return StepQuestion(self.step.how, Pick(fixed(here, self.step.how.options), (_way(here),)))
        domain = here.script.domain(here.about or "")
        question = self.step.number if _way(here) == NUMBER else self.step
        board = Board(tuple(self._beside(here)))
        return StepQuestion(
            question, self._input(here), board, heading=here.words(domain.title), pictogram=domain.pictogram
        )

    def answer(self, here: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        if here.part == HOW:
            for way in picked(reply, fixed(here, self.step.how.options)):
                details.fill(act, here.topic.id, CLIENTS_WAY if here.client_speaks else OTHERS_WAY, way)
        elif _way(here) == NUMBER:
            words = cleaned(reply).text
            if not words:
                return AnswerOutcome()
            self._mark(here, read_mark(words, here.script.locale), act, face=False)
        else:
            for face in picked(reply, fixed(here, self.step.faces)):
                self._mark(here, FACES[face], act, face=True)
        return AnswerOutcome(goes_on=True)

    def settled(self, here: StepContext) -> bool:
        """Whether who speaks marked this domain, or, for `how`, any: then they know how they say it."""
        mine = [mark for mark in _marks(here) if mark.voice.id == here.voice.id]
        return bool(mine) if here.part == HOW else any(mark.domain == here.about for mark in mine)

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        """The marks of the last evaluation, apart for who gave them, the client first."""
        evaluation = last_evaluation(here)
        domains = [domain.id for domain in domains_now(here)]
        told = [mark for mark in evaluation.marks if mark.domain in domains] if evaluation else []
        lines: dict[str, list[Quote]] = {}
        for mark in sorted(told, key=lambda m: (m.voice.id != here.view.client, domains.index(m.domain))):
            title = here.words(here.script.domain(mark.domain).title)
            said = Quote("", self._said(here, mark), by=here.name(mark.voice.id), intro=title, own_words=False)
            lines.setdefault(_introduced(here, mark.voice.id), []).append(said)
        return tuple(LetterLine(intro, tuple(quotes)) for intro, quotes in lines.items())

    def _input(self, here: StepContext) -> Input:
        mine = next((m for m in _marks(here) if (m.domain, m.voice.id) == (here.about, here.voice.id)), None)
        if _way(here) == NUMBER:
            return Words(many=False, value=str(mine.mark) if mine and not mine.face else None)
        return Pick(fixed(here, self.step.faces), (face_of(mine.mark),) if mine and mine.face else ())

    def _mark(self, here: StepContext, mark: int, act: Act, *, face: bool) -> None:
        outcomes.mark(act, open_or_begin_evaluation(here, act), here.about or "", mark, face=face)

    def _beside(self, here: StepContext) -> Iterator[Group]:
        """What the others say now, and what who speaks said the last time; nothing is taken together."""
        others = [mark for mark in _marks(here) if mark.domain == here.about and mark.voice.id != here.voice.id]
        if others:
            yield Group("", tuple(fact(self._said(here, m), by=here.name(m.voice.id)) for m in others))
        now = open_evaluation(here)
        before = [
            mark for evaluation in here.view.evaluations if evaluation != now for mark in evaluation.marks
            if (mark.domain, mark.voice.id) == (here.about, here.voice.id)
        ]
        if before:
            yield Group(here.say("The last time"), (fact(self._said(here, before[-1]), by=here.voice.called),))

    def _said(self, here: StepContext, mark: DomainMark) -> str:
        """A mark as it was said: in a face's words, or in figures."""
        if not mark.face:
            return str(mark.mark)
        return next(one.title for one in fixed(here, self.step.faces) if one.id == face_of(mark.mark))


def _way(here: StepContext) -> str:
    clients = here.view.details.get(CLIENTS_WAY, FACE)
    return clients if here.client_speaks else here.view.details.get(OTHERS_WAY, clients)


def _marks(here: StepContext) -> tuple[DomainMark, ...]:
    evaluation = open_evaluation(here)
    return evaluation.marks if evaluation else ()


def _introduced(here: StepContext, voice: str) -> str:
    by_other = here.topic.intro_by_other
    if voice == here.view.client or not by_other:
        return intro_of(here)
    return here.words(by_other, who=here.name(voice))
