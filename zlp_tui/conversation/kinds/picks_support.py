"""Picks about one choice, goal or agreement."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.about import agreement_of, choice_of, goal_of
from zlp_tui.conversation.kinds.base import intro_of
from zlp_tui.conversation.kinds.keeps_agreements import how_it_went
from zlp_tui.conversation.kinds.picks_base import PickKeep
from zlp_tui.conversation.turn import Quote
from zlp_tui.plan.act import Act
from zlp_tui.plan.view import Progress
from zlp_tui.plan.writers import agreements, choices, goals, progress, taking_back, traces


@dataclass(frozen=True, slots=True)
class ChoiceDomainKeep(PickKeep):
    """The life domain a choice belongs to."""

    def stands(self, here: Here) -> tuple[str, ...]:
        domain = choice_of(here).domain
        return (domain,) if domain else ()

    def keep(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        choices.change(act, choice_of(here).id, domain=ids[0] if ids else None)
        return (choice_of(here).id,)


@dataclass(frozen=True, slots=True)
class ChosenKeep(PickKeep):
    """Which option was chosen; choosing nothing yet is fine (V80, V82)."""

    def stands(self, here: Here) -> tuple[str, ...]:
        chosen = choice_of(here).chosen
        return (chosen,) if chosen else ()

    def keep(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        choices.change(act, choice_of(here).id, chosen=ids[0] if ids else None)
        return (choice_of(here).id,)


@dataclass(frozen=True, slots=True)
class GoalKindKeep(PickKeep):
    """Whether a goal is to reach, keep, slow or ease something (V122)."""

    def stands(self, here: Here) -> tuple[str, ...]:
        kind = goal_of(here).kind
        return (kind,) if kind else ()

    def keep(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        goals.change(act, goal_of(here).id, kind=ids[0] if ids else None)
        return (goal_of(here).id,)


@dataclass(frozen=True, slots=True)
class GoalDomainKeep(PickKeep):
    """The life domain of a goal."""

    def stands(self, here: Here) -> tuple[str, ...]:
        domain = goal_of(here).domain
        return (domain,) if domain else ()

    def keep(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        goals.change(act, goal_of(here).id, domain=ids[0] if ids else None)
        return (goal_of(here).id,)


@dataclass(frozen=True, slots=True)
class FollowsKeep(PickKeep):
    """From which words or choices a goal or agreement follows (V06, L25)."""

    def stands(self, here: Here) -> tuple[str, ...]:
        goal = next((g for g in here.view.goals if g.id == here.about), None)
        return goal.follows_from if goal else agreement_of(here).follows_from

    def keep(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        about = here.about or ""
        traces.follow(act, about, ids)
        return (about,)


@dataclass(frozen=True, slots=True)
class AgreementGoalKeep(PickKeep):
    """The goal an agreement serves; an agreement without a goal is fine (L113)."""

    def stands(self, here: Here) -> tuple[str, ...]:
        goal = agreement_of(here).goal
        return (goal,) if goal else ()

    def keep(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        agreements.change(act, agreement_of(here).id, goal=ids[0] if ids else None)
        return (agreement_of(here).id,)


@dataclass(frozen=True, slots=True)
class DoneKeep(PickKeep):
    """Whether what was agreed was done; each answer is a new note, and the last one stands (V67)."""

    def stands(self, here: Here) -> tuple[str, ...]:
        done = agreement_of(here).done
        return (done,) if done else ()

    def keep(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        about = agreement_of(here).id
        return tuple(progress.note(act, about=about, on=here.today.isoformat(), done=done) for done in ids)

    def because(self, here: Here) -> tuple[str, ...]:
        note = self._last_done(here)
        return (note.because,) if note and note.because else ()

    def keep_because(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        note = self._last_done(here)
        if note is None or not ids:
            return ()
        taking_back.withdraw(act, note.id)  # one note tells both; the first one stays in the history
        return (progress.note(act, about=note.about, on=note.on, done=note.done, because=ids[0]),)

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        """An agreement first, and then whether it was done."""
        return tuple(
            LetterLine(
                how_it_went(here, a.id),
                (Quote(a.id, self.title(here, a.done), intro=intro_of(here), own_words=False),),
            )
            for a in here.view.active_agreements()
            if a.done
        )

    def _last_done(self, here: Here) -> Progress | None:
        notes = [p for p in here.view.progress if p.about == here.about and p.done]
        return notes[-1] if notes else None
