"""Picks about one choice, goal or agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zlp_tui.conversation.asking.answers.answer_handler import PLENTY
from zlp_tui.conversation.asking.answers.pick_handler import PickHandler
from zlp_tui.conversation.asking.answers.said_of_deciding import decider_of
from zlp_tui.conversation.asking.context_lookup import agreement_of, choice_of, goal_of, has_begun
from zlp_tui.conversation.asking.open_evaluation import open_or_begin_evaluation
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Grid, Group
from zlp_tui.conversation.telling.evaluation.goals_under_review import waited_field
from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.overviews.weighing_grids import grid_of, row_titles
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.conversation.telling.tellers.pick_tellers import option_words
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import agreements, choices, goals, origins, progress_notes
from zlp_tui.plan.tables.said import details
from zlp_tui.plan.view import Person, Progress
from zlp_tui.script.question_models import PickOption
from zlp_tui.script.roles import Role
from zlp_tui.script.schema import Topic

NOW, LATER, STOP = "now", "later", "stop"
STATUS: Final[Mapping[str, str]] = {NOW: "active", LATER: "waits", STOP: "stopped"}
"""What a goal is once that was said of it."""


@dataclass(frozen=True, slots=True)
class ChoiceDomainHandler(PickHandler):
    """The life domain a choice belongs to."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The life domain of the choice."""
        domain = choice_of(context).domain
        return (domain,) if domain else ()

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the life domain of the choice, or clear it."""
        choices.change(act, choice_of(context).id, domain=ids[0] if ids else None)
        return (choice_of(context).id,)


@dataclass(frozen=True, slots=True)
class ChosenHandler(PickHandler):
    """Which option was chosen; choosing nothing yet is fine (V80, V82)."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The chosen option."""
        chosen = choice_of(context).chosen
        return (chosen,) if chosen else ()

    def said_by(self, context: StepContext) -> str:
        """Who said what it became."""
        return context.name_answered(choice_of(context).chosen_by)

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the chosen option, or clear it."""
        choices.change(act, choice_of(context).id, chosen=ids[0] if ids else None)
        return (choice_of(context).id,)

    def decider(self, context: StepContext) -> Person | None:
        """Who chooses in the place of the client."""
        return decider_of(context)

    def grid(self, context: StepContext) -> Grid | None:
        """The options beside each other, with what the client said of a good day (M30); none where nothing is weighed.
        """
        titles = row_titles(context.script)
        return grid_of(context, choice_of(context), titles, beside=self._supposed(context)) if titles else None

    def _supposed(self, context: StepContext) -> tuple[Group, ...]:
        name, _, side = (self.step.suppose or "").partition("/")
        topic = context.script.find_topic(name)
        said = tuple(context.quote(s) for s in context.view.said(name, side=side)) if topic else ()
        title = next((step.part_titles[side] for step in topic.steps if side in step.part_titles), "") if topic else ""
        return (Group(context.words(title), said),) if said else ()


@dataclass(frozen=True, slots=True)
class GoalKindHandler(PickHandler):
    """Whether a goal is to reach, keep, slow or ease something (V122)."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The kind of the goal."""
        kind = goal_of(context).kind
        return (kind,) if kind else ()

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the kind of the goal, or clear it."""
        goals.change(act, goal_of(context).id, kind=ids[0] if ids else None)
        return (goal_of(context).id,)


@dataclass(frozen=True, slots=True)
class GoalDomainHandler(PickHandler):
    """The life domain of a goal."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The life domain of the goal."""
        domain = goal_of(context).domain
        return (domain,) if domain else ()

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the life domain of the goal, or clear it."""
        goals.change(act, goal_of(context).id, domain=ids[0] if ids else None)
        return (goal_of(context).id,)


@dataclass(frozen=True, slots=True)
class GoalNowOrLaterHandler(PickHandler):
    """Whether a goal waits; asked only of goals beyond the first few (V126). That it begins now is kept as a detail."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """“later” for a goal that waits, “now” where somebody said so."""
        if goal_of(context).status == "waits":
            return (LATER,)
        said = context.view.detail(context.topic.id, _now_field(context))
        return (said,) if said == NOW else ()

    def options(self, context: StepContext) -> Sequence[PickOption]:
        """Both answers, where there are more goals than one can work on, or it was answered."""
        plenty = [goal.id for goal in context.view.active_goals()[:PLENTY]]
        asked = context.about not in plenty or self.current(context)
        return self.step.options if asked else ()

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Let the goal wait, or work on it."""
        for said in ids:
            _begin_or_wait(context, context.topic, said, act)
        return (goal_of(context).id,)


@dataclass(frozen=True, slots=True)
class WaitingGoalHandler(PickHandler):
    """Whether a goal that waited begins, waits on or needs not be there any more; asked of each when one looks back.

    In which evaluation it was said is a detail of the topic, so that the next one asks of those that wait again.
    """

    def current(self, context: StepContext) -> tuple[str, ...]:
        """How it goes on, once somebody said so in the open evaluation."""
        evaluation, goal = open_evaluation(context), goal_of(context)
        said = context.view.detail(context.topic.id, waited_field(goal.id))
        if evaluation is None or said != evaluation.id:
            return ()
        return ({"active": NOW, "waits": LATER}.get(goal.status, STOP),)

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Begin with the goal, let it wait or end it, in the open evaluation or a new one."""
        goal, topic = goal_of(context), context.script.with_role(Role.GOALS)
        for said in ids:
            details.fill(act, context.topic.id, waited_field(goal.id), open_or_begin_evaluation(context, act))
            if said == STOP or topic is None:
                goals.change(act, goal.id, status=STATUS[said])
            else:
                _begin_or_wait(context, topic, said, act)
        return (goal.id,)


def _begin_or_wait(context: StepContext, topic: Topic, said: str, act: Act) -> None:
    """Let a goal wait, or work on it; that it begins is kept with the questions about goals, which ask it no more."""
    goals.change(act, goal_of(context).id, status=STATUS[said])
    details.fill(act, topic.id, _now_field(context), NOW if said == NOW else None)


def _now_field(context: StepContext) -> str:
    return f"now-{context.about}"


@dataclass(frozen=True, slots=True)
class OriginHandler(PickHandler):
    """From which words or choices a goal or agreement follows (V06, L25)."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The ids from which the goal or agreement follows."""
        goal = next((g for g in context.view.goals if g.id == context.about), None)
        return goal.follows_from if goal else agreement_of(context).follows_from

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the ids from which the goal or agreement follows."""
        about = context.about or ""
        origins.follow(act, about, ids)
        return (about,)


@dataclass(frozen=True, slots=True)
class AgreementGoalHandler(PickHandler):
    """The goal an agreement serves; an agreement without a goal is fine (L113)."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The goal of the agreement."""
        goal = agreement_of(context).goal
        return (goal,) if goal else ()

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the goal of the agreement, or clear it."""
        agreements.change(act, agreement_of(context).id, goal=ids[0] if ids else None)
        return (agreement_of(context).id,)


@dataclass(frozen=True, slots=True)
class AgreementDomainHandler(PickHandler):
    """The life domain of an agreement; one said at a domain has its answer."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The life domain of the agreement."""
        domain = agreement_of(context).domain
        return (domain,) if domain else ()

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the life domain of the agreement, or clear it."""
        agreements.change(act, agreement_of(context).id, domain=ids[0] if ids else None)
        return (agreement_of(context).id,)


@dataclass(frozen=True, slots=True)
class DoneHandler(PickHandler):
    """Whether what was agreed was done; each answer is a new note, and the last one of today stands (V67)."""

    def settled(self, context: StepContext) -> bool:
        """Whether it was answered; before the agreement begins there is nothing to ask."""
        return not has_begun(context) or bool(self.current(context))

    def current(self, context: StepContext) -> tuple[str, ...]:
        """What the last note of today that tells it says; what was noted before says nothing of today."""
        note = self._last_done(context)
        return (note.done,) if note and note.done and note.on == context.today.isoformat() else ()

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """What was said the last time, with its day."""
        note = self._last_done(context)
        if note is None or self.current(context):
            return ()
        said = option_words(context, self.step, note.done or "")
        told = fact(said, ref=note.id, by=context.name(note.voice.id), note=full_day_of(context, note.on))
        return (Group(context.tr("Last time"), (told,)),)

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Add a progress note, dated today."""
        about = agreement_of(context).id
        return tuple(progress_notes.note(act, about=about, on=context.today.isoformat(), done=done) for done in ids)

    def because(self, context: StepContext) -> tuple[str, ...]:
        """The reason that the last such note gives."""
        note = self._last_done(context)
        return (note.because,) if note and note.because and self.current(context) else ()

    def save_because(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Replace the last such note by one that gives the reason."""
        note = self._last_done(context)
        if note is None or not ids:
            return ()
        withdrawal.withdraw(act, note.id)  # one note tells both; the first one stays in the history
        return (progress_notes.note(act, about=note.about, on=note.on, done=note.done, because=ids[0]),)


    def _last_done(self, context: StepContext) -> Progress | None:
        notes = [p for p in context.view.progress if p.about == context.about and p.done]
        return notes[-1] if notes else None
