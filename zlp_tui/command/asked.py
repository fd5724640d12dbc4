"""What was asked on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from zlp_tui.plan.view import Address

Command = Literal["app", "demo", "new", "plans", "talk", "show", "check"]


class Asked(NamedTuple):
    """A command with its words. `-` stands for one line of standard input, for whatever is a name."""

    command: Command = "app"
    plan: str | None = None
    name: str = ""
    salutation: str | None = None
    address: Address = "u"
    topic: str | None = None
    voice: str | None = None
    json: bool = False
    plain: bool = False
    content: tuple[str, ...] = ()
