"""Where one talks about a line of the plan, or about something that is due: the same way from both faces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.history_queries import DueLine
from zlp_tui.conversation.ports.turn import Turn
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Place
from zlp_tui.script.roles import Role


@dataclass(frozen=True, slots=True)
class TalkPlace:
    """A question of the script, the first question of a topic, or where a route goes on."""

    place: Place | None = None
    topic: str = ""
    route: str = ""


def place_of(desk: Desk, ref: str) -> Place | None:
    """Where the conversation about a line of the plan is held; None when the plan or the script lost it."""
    try:
        return next((step.place for step in desk.trace(ref) if step.place is not None), None)
    except NotFound:
        return None


def where_to_talk(desk: Desk, ref: str | None, role: Role | None) -> TalkPlace | None:
    """Where a line of the plan is talked about; where that cannot be, the topic with this role. One looks back along
    the conversation for that, where there is one: it asks of all together.

    None when the script asks nothing about it.
    """
    place = place_of(desk, ref) if ref else None
    if place is not None:
        return TalkPlace(place)
    if role is Role.LOOK_BACK and desk.look_back_route is not None:
        return TalkPlace(route=desk.look_back_route)
    topic = desk.topic_for(role) if role else None
    return TalkPlace(topic=topic) if topic is not None else None


def go_to(desk: Desk, where: TalkPlace) -> Turn:
    """Go there; `NotFound` and `Refused` as the desk does."""
    if where.route:
        return desk.take_route(where.route)
    return desk.go_topic(where.topic) if where.place is None else desk.go(where.place)


_OF_A_LINE: Final[Mapping[str, Role | None]] = {
    "agreement-over": Role.AGREEMENTS, "thinking-time": Role.CHOICES, "revisit": Role.CHOICES, "ask-again": None,
}
"""What is due and is talked about where its line is, else in the topic with this role."""


def where_due_is_done(desk: Desk, line: DueLine) -> TalkPlace | None:
    """Where something that is due is done; None when the script has no questions for it."""
    match line.what:
        case "evaluation" if not desk.view.can_look_back:
            return TalkPlace(desk.resume() or desk.turn().place)  # first the plan is finished
        case "evaluation":
            return where_to_talk(desk, None, Role.LOOK_BACK)
        case "agreement" if line.ref is not None:
            place = desk.place_for("done", line.ref)
            return TalkPlace(place) if place is not None else where_to_talk(desk, line.ref, Role.AGREEMENTS)
        case what if what in _OF_A_LINE:
            return where_to_talk(desk, line.ref, _OF_A_LINE[what])
        case "quick-look":
            offered = desk.offered_route
            return TalkPlace(route=offered.id) if offered else where_to_talk(desk, None, Role.FOLLOW_UP)
        case "personal-plan":
            return where_to_talk(desk, None, Role.OWN_PLAN)
        case "write-again":
            return where_to_talk(desk, None, Role.AGREE)
        case "remark" | "disagreement":
            return None  # it has a page of its own
        case _:
            return where_to_talk(desk, None, Role.PERSONAL_DETAILS)


WAITING: Final = frozenset({"remark", "disagreement"})
"""What waits for an answer: who opens a plan is told so apart from what has a date."""


def look_back_is_due(desk: Desk) -> bool:
    """Whether the day to look back has come, where there is something to look back on."""
    if desk.topic_for(Role.LOOK_BACK) is None:
        return False
    return any(line.what == "evaluation" and line.late for line in desk.history.due())


def late_lines(desk: Desk) -> tuple[DueLine, ...]:
    """What is late: a look back always first, then the rest, the earliest first. Without what is told on its own: the
    quick look, which is offered as a conversation, remarks, and what somebody does not agree with."""
    late = (line for line in desk.history.due() if line.late and line.what not in {"quick-look", *WAITING})
    return tuple(sorted(late, key=lambda line: line.what != "evaluation"))


def role_of(desk: Desk, ref: str) -> Role | None:
    """The role of the topic that a person, choice, goal or agreement belongs to; None for other lines."""
    view = desk.view
    lines = (
        (Role.PEOPLE, view.people), (Role.CHOICES, view.choices), (Role.GOALS, view.goals),
        (Role.AGREEMENTS, view.agreements),
    )
    return next((role for role, known in lines if any(line.id == ref for line in known)), None)
