"""What was said then, one quote at a time: is it still so? The old words stay, whatever the answer is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.about import the
from zlp_tui.conversation.kinds.base import Asked, Outcome, cleaned, question_as_asked
from zlp_tui.conversation.kinds.evaluating import evaluation_of, last_one
from zlp_tui.conversation.kinds.offers import fixed, picked
from zlp_tui.conversation.kinds.quoted import Quoted, quoted
from zlp_tui.conversation.said import introduction
from zlp_tui.conversation.turn import Board, Group, Pick, Quote, Reply, Words
from zlp_tui.plan.act import Act
from zlp_tui.plan.writers import outcomes, statements, taking_back
from zlp_tui.script.schema import PickOption, Still

CHANGED, NOW = "changed", "now"


@dataclass(frozen=True, slots=True)
class StillTurns:
    """A `still` step; its parts are the quotes, each followed by `now` when it changed."""

    step: Still

    def parts(self, here: Here) -> tuple[str | None, ...]:
        return tuple(self._parts(here))

    def ask(self, here: Here) -> Asked:
        one = self._quoted(here)
        then = here.quote(one.words, intro=_introduced(here, one))
        if self._asks_now(here):
            value = one.now.text if one.now else None
            return Asked(self.step.now, Words(many=False, value=value), about=then)
        chosen = (one.answer.says,) if one.answer else ()
        now = (Group(self._title(here, CHANGED), (here.quote(one.now),)),) if one.now else ()
        return Asked(self.step, Pick(fixed(here, self.step.options), chosen), Board(now), about=then)

    def answer(self, here: Here, reply: Reply, act: Act) -> Outcome:
        one = self._quoted(here)
        if self._asks_now(here):
            return self._say_now(here, reply, act)
        for says in picked(reply, fixed(here, self.step.options)):
            if says != CHANGED:
                _take_back_now(here, one, act)
            outcomes.look_back(act, evaluation_of(here, act), one.words.id, says)
        return Outcome(goes_on=True)

    def settled(self, here: Here) -> bool:
        one = self._quoted(here)
        return one.now is not None if self._asks_now(here) else one.answer is not None

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        """The quotes under the answer that was given, in the last evaluation. They are told as they stand elsewhere;
        where the whole plan is told, only those stand here that stand nowhere else."""
        evaluation = last_one(here)
        if evaluation is None:
            return ()
        answered = [one for one in quoted(here, self.step.topics, evaluation) if one.answer]
        return tuple(
            LetterLine(here.words(here.topic.intros.get(f"{self.step.id}/{option.id}", option.title)), quotes)
            for option in self.step.options
            if (quotes := tuple(_told(here, one) for one in answered if one.answer and one.answer.says == option.id))
        )

    def _parts(self, here: Here) -> Iterator[str]:
        for one in quoted(here, self.step.topics):
            yield one.id
            if one.answer and one.answer.says == CHANGED:
                yield f"{one.id}/{NOW}"

    def _quoted(self, here: Here) -> Quoted:
        """The quote that our part names; `NotFound` when it is gone."""
        wanted = (here.part or "").partition("/")[0]
        return the(one for one in quoted(here, self.step.topics) if one.id == wanted)

    def _asks_now(self, here: Here) -> bool:
        return (here.part or "").endswith(f"/{NOW}")

    def _say_now(self, here: Here, reply: Reply, act: Act) -> Outcome:
        """New words in the place of the old ones, by whoever says them; those said a minute ago are taken back."""
        one, words = self._quoted(here), cleaned(reply)
        if not words.text or (one.now and one.now.text == words.text):
            return Outcome(goes_on=bool(words.text))
        evaluation, then = evaluation_of(here, act), one.words
        _take_back_now(here, one, act)
        made = statements.say(
            act, topic=then.topic, step=then.step, prompt=question_as_asked(here, self.step.now), text=words.text,
            side=then.side, moment=then.moment, domain=then.domain, about=then.about, replaces=then.id,
        )
        outcomes.look_back(act, evaluation, then.id, CHANGED, now=made)
        return Outcome((made,), cut=words.was_cut, goes_on=True)

    def _title(self, here: Here, option: str) -> str:
        found: PickOption = the(one for one in self.step.options if one.id == option)
        return here.words(found.title)


def _introduced(here: Here, one: Quoted) -> str:
    """How its own topic introduces a quote."""
    topic = here.script.find_topic(one.words.topic) or here.topic
    return introduction(replace(here, topic=topic), one.words)


def _take_back_now(here: Here, one: Quoted, act: Act) -> None:
    """The words that took the place of the old ones, with those they were corrected from."""
    said, known = one.now, {statement.id: statement for statement in here.view.statements}
    while said is not None and said.id != one.words.id:
        taking_back.withdraw(act, said.id)
        said = known.get(said.replaces or "")


def _told(here: Here, one: Quoted) -> Quote:
    return replace(here.quote(one.now or one.words), statement=False)
