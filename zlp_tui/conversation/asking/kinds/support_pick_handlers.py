"""Picks about one choice, goal or agreement."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.agreement_handlers import how_it_went
from zlp_tui.conversation.asking.kinds.context_lookup import agreement_of, choice_of, goal_of
from zlp_tui.conversation.asking.kinds.pick_handler import PickHandler
from zlp_tui.conversation.asking.kinds.step_base import intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.desk import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import agreements, choices, goals, origins, progress_notes, withdrawal
from zlp_tui.plan.view import Progress


@dataclass(frozen=True, slots=True)
class ChoiceDomainHandler(PickHandler):
    """The life domain a choice belongs to."""

    def current(self, here: StepContext) -> tuple[str, ...]:
        domain = choice_of(here).domain
        return (domain,) if domain else ()

    def keep(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        choices.change(act, choice_of(here).id, domain=ids[0] if ids else None)
        return (choice_of(here).id,)


@dataclass(frozen=True, slots=True)
class ChosenHandler(PickHandler):
    """Which option was chosen; choosing nothing yet is fine (V80, V82)."""

    def current(self, here: StepContext) -> tuple[str, ...]:
        chosen = choice_of(here).chosen
        return (chosen,) if chosen else ()

    def keep(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        choices.change(act, choice_of(here).id, chosen=ids[0] if ids else None)
        return (choice_of(here).id,)


@dataclass(frozen=True, slots=True)
class GoalKindHandler(PickHandler):
    """Whether a goal is to reach, keep, slow or ease something (V122)."""

    def current(self, here: StepContext) -> tuple[str, ...]:
        kind = goal_of(here).kind
        return (kind,) if kind else ()

    def keep(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        goals.change(act, goal_of(here).id, kind=ids[0] if ids else None)
        return (goal_of(here).id,)


@dataclass(frozen=True, slots=True)
class GoalDomainHandler(PickHandler):
    """The life domain of a goal."""

    def current(self, here: StepContext) -> tuple[str, ...]:
        domain = goal_of(here).domain
        return (domain,) if domain else ()

    def keep(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        goals.change(act, goal_of(here).id, domain=ids[0] if ids else None)
        return (goal_of(here).id,)


@dataclass(frozen=True, slots=True)
class OriginHandler(PickHandler):
    """From which words or choices a goal or agreement follows (V06, L25)."""

    def current(self, here: StepContext) -> tuple[str, ...]:
        goal = next((g for g in here.view.goals if g.id == here.about), None)
        return goal.follows_from if goal else agreement_of(here).follows_from

    def keep(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        about = here.about or ""
        origins.follow(act, about, ids)
        return (about,)


@dataclass(frozen=True, slots=True)
class AgreementGoalHandler(PickHandler):
    """The goal an agreement serves; an agreement without a goal is fine (L113)."""

    def current(self, here: StepContext) -> tuple[str, ...]:
        goal = agreement_of(here).goal
        return (goal,) if goal else ()

    def keep(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        agreements.change(act, agreement_of(here).id, goal=ids[0] if ids else None)
        return (agreement_of(here).id,)


@dataclass(frozen=True, slots=True)
class DoneHandler(PickHandler):
    """Whether what was agreed was done; each answer is a new note, and the last one stands (V67)."""

    def current(self, here: StepContext) -> tuple[str, ...]:
        done = agreement_of(here).done
        return (done,) if done else ()

    def keep(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        about = agreement_of(here).id
        return tuple(progress_notes.note(act, about=about, on=here.today.isoformat(), done=done) for done in ids)

    def because(self, here: StepContext) -> tuple[str, ...]:
        note = self._last_done(here)
        return (note.because,) if note and note.because else ()

    def keep_because(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        note = self._last_done(here)
        if note is None or not ids:
            return ()
        withdrawal.withdraw(act, note.id)  # one note tells both; the first one stays in the history
        return (progress_notes.note(act, about=note.about, on=note.on, done=note.done, because=ids[0]),)

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        """An agreement first, and then whether it was done."""
        return tuple(
            LetterLine(
                how_it_went(here, a.id),
                (Quote(a.id, self.title(here, a.done), intro=intro_of(here), own_words=False),),
            )
            for a in here.view.active_agreements()
            if a.done
        )

    def _last_done(self, here: StepContext) -> Progress | None:
        notes = [p for p in here.view.progress if p.about == here.about and p.done]
        return notes[-1] if notes else None
