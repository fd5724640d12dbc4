"""Actions that are there only when the script has the topic they lead to, or the plan has something to show."""

from __future__ import annotations

from screens.navigator import Navigator
from screens.parts.actions import Action
from zlp_tui.conversation.desk import Desk, Overview
from zlp_tui.script.roles import Role


def topic_action(
    desk: Desk, navigator: Navigator, role: Role, name: str, label: str, key: str = "", *, main: bool = False,
    spare: bool = False,
) -> tuple[Action, ...]:
    """The action that begins the topic with this role; none when the script has no such topic."""
    topic = desk.topic_for(role)
    if topic is None:
        return ()
    keys = (key,) if key else ()
    return (Action(name, label, lambda: navigator.show_topic(topic), keys, key, main=main, spare=spare),)


def page_action(desk: Desk, page: Overview, action: Action) -> tuple[Action, ...]:
    """The action that opens an overview; none when there is nothing to see on it, nor to begin there."""
    return (action,) if desk.offers(page) else ()
