"""Formats one difference between two states of a plan: a label for the old and the new text, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from zlp_tui.conversation.ports.history_queries import Asked, Pair
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.deciders import deciders_in_words
from zlp_tui.conversation.telling.history.field_text import is_field, label_of, words_of
from zlp_tui.conversation.telling.option_titles import option_title
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.topic_titles import topic_title
from zlp_tui.plan.comparable_items import ComparableItem
from zlp_tui.plan.difference import Difference
from zlp_tui.plan.line_lookup import find_line
from zlp_tui.plan.view import Namesake, PlanView, Voice
from zlp_tui.text import one_line, shortened

FILLED_IN: Final = ("detail", "plan", "life_domain")
"""Kinds of what was picked or filled in: told as a fact, with the name of who answered where that is not the client."""


@dataclass(frozen=True, slots=True)
class PairFormatter:
    """Formats differences between two views of one plan."""

    context: PlanContext
    then: PlanView
    now: PlanView
    said: Mapping[str, bool]
    """By id the lines that somebody was asked about since then: whether they are still so."""

    def pair(self, difference: Difference) -> Pair:
        """The old and the new text of one line; where they are equal only the old is introduced."""
        before, after = difference.before, difference.after
        then = self._quote(before, self.then, self._then_intro(before)) if before else None
        now = self._quote(after, self.now, self._after_intro(difference)) if after else None
        voice = difference.line.voice.id if difference.line.voice else ""
        what = label_of(self.context, difference.line, self.now) if is_field(difference.line) else ""
        asked = self._asked(difference)
        says = self._says(difference, asked)
        return Pair(difference.line.topic, difference.kind, then, now, says, voice, what, asked)

    def same(self, facts: Iterable[Difference]) -> Iterator[Pair]:
        """Facts that stayed as they were, those with one introduction in one line."""
        lines: dict[tuple[str, str, str], list[str]] = {}
        for difference in facts:
            intro, text, by = self._fact(difference.line)
            lines.setdefault((difference.line.topic, intro, by), []).append(text)
        for (topic, intro, by), texts in lines.items():
            told = Quote("", " · ".join(texts), by, intro, own_words=False)
            not_asked = self.context.tr("That is still there. It was not asked again.")
            yield Pair(topic, "still", told, told, not_asked, asked="not-asked")

    def _fact(self, line: ComparableItem) -> tuple[str, str, str]:
        """The introduction of a fact, the fact, and the name behind it. Domains are told by whether they are talked
        about."""
        quote = self._quote(line, self.now, self._then_intro(line))
        if line.step != "cards":
            return quote.intro, quote.text, quote.by
        domain = self.context.script.domain(line.ref.removeprefix("domain/"))
        intro = self.context.tr("Then it said at “{title}”:", title=quote.text)
        return intro, self.context.words(domain.title), quote.by

    def _asked(self, difference: Difference) -> Asked:
        """Of what is still as it was, whether somebody said so since then."""
        if difference.kind != "still":
            return "otherwise"
        still = self.said.get(difference.line.ref)
        return "not-asked" if still is None else "confirmed" if still else "otherwise"

    def _says(self, difference: Difference, asked: Asked) -> str:
        tr = self.context.tr
        if asked == "confirmed":
            return tr("That was confirmed: it is still so.")
        if difference.kind == "ended":
            return self._how_it_ended(difference.line)
        if asked == "not-asked":
            return tr("That is still there. It was not asked again.")
        return {
            "still": tr("That is different now."), "added": tr("That is new."), "changed": tr("That is different now."),
        }[difference.kind]

    def _after_intro(self, difference: Difference) -> str:
        if difference.kind != "changed":
            return self._now_intro(difference.line) if difference.kind == "added" else ""
        tr, speaker = self.context.tr, self._speaker(difference.line)
        if speaker is None:
            return tr("Now it says:")
        if speaker.id != self.context.view.client:
            return tr("Now {who} says:", who=self._called(speaker))
        return tr("Now you say (u):") if self._formal else tr("Now you say (je):")

    def _how_it_ended(self, line: ComparableItem) -> str:
        """What became of a line that is no longer there, as far as the plan of now can tell."""
        tr, now = self.context.tr, self.now
        goal = next((goal for goal in now.goals if goal.id == line.ref), None)
        if goal is not None and goal.status in ("reached", "stopped"):
            stopped = self._why(tr("We stopped with that."), goal.ended_because, goal.ended_by)
            return tr("That was reached!") if goal.status == "reached" else stopped
        agreed = next((agreed for agreed in now.agreements if agreed.id == line.ref and agreed.ended_on), None)
        if agreed is not None:
            return self._why(tr("This agreement ended."), agreed.ended_because, agreed.ended_by)
        if any(said.id == line.ref and said.ended_on and said.withdrawn_at is None for said in now.statements):
            return tr("That is no longer so, somebody said.")
        return tr("That is no longer in the plan.")

    def _why(self, told: str, because: str | None, by: str | None) -> str:
        tr, name = self.context.tr, self.context.name_answered(by)
        ended = f"{told} {tr('Because: “{words}”', words=one_line(because))}" if because else told
        return tr("{told} ({name} said so)", told=ended, name=name) if name else ended

    def _then_intro(self, line: ComparableItem) -> str:
        tr, title, speaker = self.context.tr, self._title(line, self.then), self._speaker(line)
        if speaker is None:
            return tr("Then it said at “{title}”:", title=title)
        if speaker.id != self.context.view.client:
            return tr("Then {who} said at “{title}”:", who=self._called(speaker), title=title)
        if self._formal:
            return tr("Then you said (u) at “{title}”:", title=title)
        return tr("Then you said (je) at “{title}”:", title=title)

    def _now_intro(self, line: ComparableItem) -> str:
        tr, title, speaker = self.context.tr, self._title(line, self.now), self._speaker(line)
        if speaker is None:
            return tr("Now it says at “{title}”:", title=title)
        if speaker.id != self.context.view.client:
            return tr("Now {who} says at “{title}”:", who=self._called(speaker), title=title)
        if self._formal:
            return tr("Now you say (u) at “{title}”:", title=title)
        return tr("Now you say (je) at “{title}”:", title=title)

    def _speaker(self, line: ComparableItem) -> Voice | None:
        """Who is told to have said a line; None for a fact. What the client picked or filled in is told as a fact."""
        picked = line.kind in FILLED_IN or line.field is not None or line.ref.endswith("/chosen")
        own_fact = picked and line.voice is not None and line.voice.id == self.context.view.client
        return None if own_fact else line.voice

    @property
    def _formal(self) -> bool:
        return self.context.view.address == "u"

    def _called(self, voice: Voice) -> str:
        """What somebody is called now, or was called when the edition was made."""
        people = (*self.context.view.people, *self.context.view.former_people, *self.then.people)
        return next((person.called for person in people if person.id == voice.id), voice.name)

    def _name_behind(self, line: ComparableItem) -> str:
        """The name of who answered, where that is not the client."""
        speaker = self._speaker(line)
        return self._called(speaker) if speaker is not None else ""

    def _title(self, line: ComparableItem, view: PlanView) -> str:
        """What a line is about: its side or moment, its life domain, the question of a choice, or its topic."""
        if is_field(line):
            return label_of(self.context, line, view)
        if line.kind in ("disagreement", "wish_not_met"):
            return self._disagreed_with(line, view)
        if line.ref.endswith("/chosen"):
            return next((choice.question for choice in view.choices if choice.id == _choice_id(line)), "")
        if line.step == "cards":
            return self.context.words(self.context.script.domain(line.ref.removeprefix("domain/")).title)
        topic = self.context.script.topic_named(line.topic)
        if topic is None:
            return line.prompt
        step = self.context.script.find_step(topic.id, line.step)
        titles = step.part_titles if step else {}
        return self.context.words(titles.get(line.side or "", topic.title))

    def _disagreed_with(self, line: ComparableItem, view: PlanView) -> str:
        """The words of the line that somebody does not agree with, or that cannot be done."""
        found = find_line(view, line.ref)
        about = find_line(view, found.line.about) if found else None
        return shortened(about.words) if about and about.words else topic_title(self.context, line.topic)

    def _quote(self, line: ComparableItem, view: PlanView, intro: str) -> Quote:
        """A line in words; what was picked is told as it was called when it was asked."""
        if is_field(line):
            ref = "" if line.kind == "evaluation" else line.line
            by = self._name_behind(line) if line.kind in FILLED_IN or line.field is not None else ""
            return Quote(ref, words_of(self.context, line, view), by, intro, own_words=False)
        by = self._called(line.voice) if line.voice else ""
        if line.ref.endswith("/chosen"):
            return Quote(_choice_id(line), line.text, self._name_behind(line), intro, own_words=False)
        if line.step == "cards":
            told = option_title(self.context, "relevance", line.text)
            return Quote("", told, self._name_behind(line), intro, own_words=False)
        if line.ref == "deciding":
            return Quote("", self._deciding(line, view), self._name_behind(line), intro, own_words=False)
        if line.kind == "person":
            return Quote(line.ref, _named(view, line), intro=intro, own_words=False)
        if line.voice is None:
            return Quote(line.ref, line.text, intro=intro, own_words=False)
        return Quote(line.ref, line.text, by, intro, statement=line.kind == "statement")

    def _deciding(self, line: ComparableItem, view: PlanView) -> str:
        role = option_title(self.context, "deciding", view.deciding_role) or str(view.deciding_role)
        deciders = deciders_in_words(replace(self.context, view=view), view.deciders)
        return self.context.tr("{role}: {who}", role=role, who=deciders) if deciders else role


def _named(view: PlanView, line: ComparableItem) -> str:
    """The name of somebody, with what tells them from another of that name."""
    known = next((person for person in view.people if person.id == line.ref), None)
    return known.called if isinstance(known, Namesake) else line.text


def _choice_id(line: ComparableItem) -> str:
    return line.ref.removesuffix("/chosen")
