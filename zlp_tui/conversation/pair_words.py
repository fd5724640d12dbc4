"""What one line of then beside now says: how each side is introduced, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zlp_tui.conversation.here import Here
from zlp_tui.conversation.living import Pair
from zlp_tui.conversation.option_titles import option_title
from zlp_tui.conversation.turn import Quote
from zlp_tui.plan.difference import Difference, Line
from zlp_tui.plan.view import PlanView, Voice
from zlp_tui.script.schema import Day, TwoSides


@dataclass(frozen=True, slots=True)
class Told:
    """Two views of one plan, and everything needed to tell what became of a line."""

    here: Here
    then: PlanView
    now: PlanView

    def pair(self, one: Difference) -> Pair:
        """One line then beside now; the same words are introduced once."""
        then = self._quote(one.before, self.then, self._then_intro(one.before)) if one.before else None
        now = self._quote(one.after, self.now, self._after_intro(one)) if one.after else None
        voice = one.line.voice.id if one.line.voice else ""
        return Pair(one.line.topic, one.kind, then, now, self._says(one), voice)

    def same(self, facts: Iterable[Difference]) -> Iterator[Pair]:
        """Facts that stayed as they were, those with one introduction in one line."""
        lines: dict[tuple[str, str], list[str]] = {}
        for one in facts:
            intro, text = self._fact(one.line)
            lines.setdefault((one.line.topic, intro), []).append(text)
        for (topic, intro), texts in lines.items():
            told = Quote("", " · ".join(texts), intro=intro, own_words=False)
            yield Pair(topic, "still", told, told, self.here.say("That is still so."))

    def _fact(self, line: Line) -> tuple[str, str]:
        """The introduction of a fact, and the fact. Domains are told by whether they are talked about."""
        quote = self._quote(line, self.now, self._then_intro(line))
        if line.step != "cards":
            return quote.intro, quote.text
        domain = self.here.script.domain(line.ref.removeprefix("domain/"))
        return self.here.say("Then it said at “{title}”:", title=quote.text), self.here.words(domain.title)

    def _says(self, one: Difference) -> str:
        say = self.here.say
        if one.kind == "ended":
            return self._how_it_ended(one.line)
        return {
            "still": say("That is still so."), "added": say("That is new."), "changed": say("That is different now."),
        }[one.kind]

    def _after_intro(self, one: Difference) -> str:
        if one.kind != "changed":
            return self._now_intro(one.line) if one.kind == "added" else ""
        say = self.here.say
        if one.line.voice is None:
            return say("Now it says:")
        if one.line.voice.id != self.here.view.client:
            return say("Now {who} says:", who=self._called(one.line.voice))
        return say("Now you say (u):") if self._formal else say("Now you say (je):")

    def _how_it_ended(self, line: Line) -> str:
        """What became of a line that is no longer there, as far as the plan of now can tell."""
        say, now = self.here.say, self.now
        goal = next((one for one in now.goals if one.id == line.ref), None)
        if goal is not None and goal.status in ("reached", "stopped"):
            return say("That was reached!") if goal.status == "reached" else say("We stopped with that.")
        if any(one.id == line.ref and one.ended_on for one in now.agreements):
            return say("This agreement ended.")
        if any(one.id == line.ref and one.ended_on and one.withdrawn_at is None for one in now.statements):
            return say("That is no longer so, somebody said.")
        return say("That is no longer in the plan.")

    def _then_intro(self, line: Line) -> str:
        say, title = self.here.say, self._title(line, self.then)
        if line.voice is None:
            return say("Then it said at “{title}”:", title=title)
        if line.voice.id != self.here.view.client:
            return say("Then {who} said at “{title}”:", who=self._called(line.voice), title=title)
        if self._formal:
            return say("Then you said (u) at “{title}”:", title=title)
        return say("Then you said (je) at “{title}”:", title=title)

    def _now_intro(self, line: Line) -> str:
        say, title = self.here.say, self._title(line, self.now)
        if line.voice is None:
            return say("Now it says at “{title}”:", title=title)
        if line.voice.id != self.here.view.client:
            return say("Now {who} says at “{title}”:", who=self._called(line.voice), title=title)
        if self._formal:
            return say("Now you say (u) at “{title}”:", title=title)
        return say("Now you say (je) at “{title}”:", title=title)

    @property
    def _formal(self) -> bool:
        return self.here.view.address == "u"

    def _called(self, voice: Voice) -> str:
        """What somebody is called now, or was called when the edition was made."""
        people = (*self.here.view.people, *self.then.people)
        return next((person.called for person in people if person.id == voice.id), voice.name)

    def _title(self, line: Line, view: PlanView) -> str:
        """What a line is about: its side or moment, its life domain, the question of a choice, or its topic."""
        if line.step == "chosen":
            return next((one.question for one in view.choices if one.id == _choice_id(line)), "")
        if line.step == "cards":
            return self.here.words(self.here.script.domain(line.ref.removeprefix("domain/")).title)
        topic = self.here.script.topic_named(line.topic)
        if topic is None:
            return line.prompt
        step = self.here.script.find_step(topic.id, line.step)
        sides = {str(side): one.title for side, one in step.sides.items()} if isinstance(step, TwoSides) else {}
        moments = {moment: one.title for moment, one in step.moments.items()} if isinstance(step, Day) else {}
        return self.here.words((sides | moments).get(line.side or "", topic.title))

    def _quote(self, line: Line, view: PlanView, intro: str) -> Quote:
        """A line in words; what was picked is told as it was called when it was asked."""
        by = self._called(line.voice) if line.voice else ""
        if line.step == "chosen":
            return Quote(_choice_id(line), line.text, by, intro, own_words=False)
        if line.step == "cards":
            return Quote("", option_title(self.here, "relevance", line.text), intro=intro, own_words=False)
        if line.ref == "deciding":
            return Quote("", self._deciding(line, view), intro=intro, own_words=False)
        if line.voice is None:
            return Quote(line.ref, line.text, intro=intro, own_words=False)
        return Quote(line.ref, line.text, by, intro, statement=any(one.id == line.ref for one in view.statements))

    def _deciding(self, line: Line, view: PlanView) -> str:
        role = option_title(self.here, "deciding", view.deciding_role) or str(view.deciding_role)
        decider = next((one.called for one in view.people if one.id == view.decider), None)
        return self.here.say("{role}: {who}", role=role, who=decider) if decider else role


def _choice_id(line: Line) -> str:
    return line.ref.removesuffix("/chosen")
