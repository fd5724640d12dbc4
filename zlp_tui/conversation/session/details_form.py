"""`DetailsForm`: the administrative fields of the plan under each other, filled in one by one from anywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from zlp_tui.conversation.asking.route import stops_of
from zlp_tui.conversation.asking.turns import turn_at
from zlp_tui.conversation.ports.turn import Kept, Reply, Turn
from zlp_tui.conversation.session.answer_commands import AnswerCommands
from zlp_tui.conversation.session.draft_keys import answer_draft
from zlp_tui.conversation.session.draft_store import DraftStore
from zlp_tui.conversation.session.folded_lines import folded_told
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.session.script_position import ScriptPosition
from zlp_tui.plan.view import Place
from zlp_tui.script.roles import Role

ROLES: Final = (Role.PERSONAL_DETAILS, Role.LOOK_AGAIN)
"""The topics whose forms the carer can fill in at once. Their fields are those of the script."""


class DetailsForm:
    """Asks and keeps the same as the questions one by one."""

    def __init__(
        self, plan: LoadedPlan, position: ScriptPosition, answers: AnswerCommands, drafts: DraftStore
    ) -> None:
        self._plan = plan
        self._position = position
        self._answers = answers
        self._drafts = drafts

    def fields(self) -> tuple[Turn, ...]:
        """The questions of all fields that make sense now, with what is filled in, in the order of the script. The
        first one of a topic tells `gentle` that something stands there which not everybody at the table may read."""
        context = self._position.context()
        topics = filter(None, map(self._plan.script.with_role, ROLES))
        stops = (stop for topic in topics for stop in stops_of(topic, context))
        turns = [
            turn_at(stop.context) for stop in stops
            if stop.context.step.form_fields and stop.context.step.repeated_over is None
        ]
        first = {turn.place.topic: turn for turn in reversed(turns)}
        told = folded_told(context.tr)
        return tuple(
            replace(turn, gentle=told) if turn is first[turn.place.topic] and turn.place.topic in self._plan.folded
            else turn for turn in turns
        )

    def fill_in(self, place: Place, reply: Reply) -> Kept:
        """Keep an answer to one field, while the conversation stays where it is. `Refused` for what does not fit there;
        `NotFound` when the script does not have it."""
        with self._position.visiting(place):
            return self._answers.answer(reply)

    def draft(self, field: Turn) -> str:
        """What is typed in a field and not kept, by who speaks."""
        return self._drafts.text(answer_draft(field.place), self._plan.seats.typist(field.answers))

    def keep_draft(self, field: Turn, text: str) -> None:
        """Keep what is typed in a field as a draft of who speaks; an empty text forgets it. The face throttles."""
        self._drafts.save(answer_draft(field.place), text, self._plan.seats.typist(field.answers))
