"""Keeping track of a plan: notes, remarks, “I do not agree” (L25, L26, L33, L38, L56, L63, L107)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from zlp_tui.conversation.drafting import Drafting, aside
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.living import Noted, Slot
from zlp_tui.conversation.remark_lines import route_title
from zlp_tui.conversation.turn import Kept, Selectable
from zlp_tui.conversation.writing import Writing
from zlp_tui.errors import StoreReadOnly
from zlp_tui.plan.act import Act
from zlp_tui.plan.view import Because, Done, PlanView, RemarkKind, Route
from zlp_tui.plan.writers import disagreements, progress, remarks, seen
from zlp_tui.script.schema import Pick
from zlp_tui.text import LIMIT, clean, shortened

OFTEN: Final = 3
"""So often for one reason, and it is proposed to look at the agreement together."""

GOAL_BESIDE: Final = 60
"""How much of a goal stands beside its agreement, in characters."""


class Following:
    """Implements `FollowUp`. `base` gives the plan as it stands, `kept` reads it again."""

    def __init__(
        self, base: Callable[[], Here], writing: Writing, drafting: Drafting, kept: Callable[[], object]
    ) -> None:
        self._base = base
        self._writing = writing
        self._drafting = drafting
        self._kept = kept

    def things(self) -> tuple[Selectable, ...]:
        here = self._base()
        goals = here.view.active_goals()
        words = {goal.id: shortened(goal.text, GOAL_BESIDE) for goal in goals}
        rank = {goal.id: number for number, goal in enumerate(goals)}
        agreed = sorted(here.view.active_agreements(), key=lambda a: (rank.get(a.goal or "", len(goals)), a.seq))
        return (
            *(
                Selectable(
                    a.id, a.want, here.say("agreement, for “{goal}”", goal=words[a.goal])
                    if a.goal in words else here.say("agreement"), here.name(a.voice.id),
                )
                for a in agreed
            ),
            *(Selectable(g.id, g.text, here.say("goal"), here.name(g.voice.id)) for g in goals),
        )

    def reasons(self) -> tuple[Selectable, ...]:
        here = self._base()
        for step in here.script.steps:
            if isinstance(step, Pick) and step.keeps == "done" and step.because is not None:
                return tuple(
                    Selectable(one.id, here.words(one.title), here.words(one.hint)) for one in step.because.options
                )
        return ()

    def note(
        self, about: str | None, *, done: Done | None = None, because: Because | None = None, text: str = ""
    ) -> Noted:
        words = clean(text)
        place = aside("note", about)
        with self._writing.act(words.text) as act:
            made = progress.note(
                act, about=about, on=act.day, done=done, because=because, text=words.text or None
            )
            self._drafting.forget(act, place)
        self._drafting.said(place)
        self._kept()
        propose = because is not None and about is not None and _keeps_happening(self._base().view, about, because)
        return Noted(Kept((made,), LIMIT if words.was_cut else None), about if propose else None)

    def leave(self, kind: RemarkKind, text: str, about: str | None = None) -> Kept:
        return self._keep("remark", about, text, lambda act, words: remarks.leave(act, words, kind=kind, about=about))

    def done_with(self, remark: str, text: str) -> Kept:
        def tell(act: Act, words: str) -> str:
            remarks.change(act, remark, done_with=words)
            return remark

        return self._keep("done-with", remark, text, tell)

    def told_back(self, remark: str) -> None:
        with self._writing.act("") as act:
            remarks.change(act, remark, told_back_on=act.day)
        self._kept()

    def routes(self) -> tuple[Selectable, ...]:
        say = self._base().say
        told: tuple[tuple[Route, str], ...] = (
            ("carer", say("Talk with each other first, or with the team.")),
            ("supporter", say("It costs nothing. The municipality or the care office knows who.")),
            ("complaints", say("Each care organisation has one. Just ask for it.")),
        )
        return tuple(Selectable(route, route_title(say, route), hint) for route, hint in told)

    def disagree(self, about: str, text: str) -> Kept:
        return self._keep("disagree", about, text, lambda act, words: disagreements.disagree(act, about, words))

    def take_to(self, disagreement: str, route: Route) -> None:
        with self._writing.act("") as act:
            disagreements.change(act, disagreement, route=route)
        self._kept()

    def ended(self, disagreement: str, text: str) -> Kept:
        def tell(act: Act, words: str) -> str:
            disagreements.change(act, disagreement, ended_how=words)
            return disagreement

        return self._keep("ended", disagreement, text, tell)

    def looked(self) -> None:
        if self._writing.speaks is None:
            return  # somebody whom the plan does not know yet has nothing to be told since
        with suppress(StoreReadOnly), self._writing.act(None) as act:
            seen.looked(act)

    def draft(self, slot: Slot, about: str | None = None) -> str:
        return self._drafting.text(aside(slot, about))

    def keep_draft(self, slot: Slot, about: str | None, text: str) -> None:
        self._drafting.keep(aside(slot, about), None, text, self._writing.speaks)

    def _keep(self, slot: Slot, about: str | None, text: str, write: Callable[[Act, str], str]) -> Kept:
        """Keep words as one act, and forget what was typed of them."""
        words = clean(text)
        if not words.text:
            return Kept(())
        place = aside(slot, about)
        with self._writing.act(words.text) as act:
            ref = write(act, words.text)
            self._drafting.forget(act, place)
        self._drafting.said(place)
        self._kept()
        return Kept((ref,), LIMIT if words.was_cut else None)


def _keeps_happening(view: PlanView, about: str, because: Because) -> bool:
    """Whether an agreement did not happen so often for this one reason, since one last looked at it.

    One looked at it when it was said how it must change, or when all was looked back on. By number, not by date: a
    clock may have been set back.
    """
    notes = [note for note in view.progress if note.about == about]
    looked = [evaluation.seq for evaluation in view.evaluations] + [note.seq for note in notes if note.adjust]
    since = max(looked, default=0)
    same = [note for note in notes if note.seq > since and note.because == because and note.done in ("no", "partly")]
    return len(same) >= OFTEN and any(agreed.id == about for agreed in view.active_agreements())
