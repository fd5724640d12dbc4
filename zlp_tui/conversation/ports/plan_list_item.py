"""One line of the home list, apart from the desk: the first picture needs it, and the desk's many classes cost time."""

from __future__ import annotations

from typing import NamedTuple


class PlanListItem(NamedTuple):
    """One plan in the home list. `goes_on_at` is a topic's id; dates are ISO.

    `next` is when to look back, the earliest of what was said and what the law asks; None before the front door is
    open. `due` is the first date that has come, or comes within a month, None when none does; `due_what` what it is
    about: `evaluation`, `indication`, `thinking-time`, `revisit` or `agreement`. `due_more` is how many other dates
    have come. `unreadable` when something in the plan cannot be read, so that it cannot be opened. `apart` tells it
    from plans of the same name, in words; empty where there are none. `goes_on_with` is what the conversation is called
    that goes on, with the topic where one lands, `comes_next` the one that begins where the last one was held to its
    end; None before the front door is open. `ended_on` is the day since which nothing is done with it.
    `damaged`: its file cannot be read, so the name is that of its newest copy, and opening it leads to its copies;
    `no_copy`: there is none of it here that can be read either.
    """

    id: str
    name: str
    last_talk: str | None
    next: str | None
    goes_on_at: str | None
    goes_on_with: str | None = None
    comes_next: str | None = None
    due: str | None = None
    due_what: str | None = None
    due_more: int = 0
    unreadable: bool = False
    apart: str = ""
    ended_on: str | None = None
    damaged: bool = False
    no_copy: bool = False

    @property
    def full_name(self) -> str:
        """The name, with what tells it from others of that name."""
        return f"{self.name} ({self.apart})" if self.apart else self.name
