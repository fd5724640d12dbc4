"""The options of one run of `zlp`: its command and what stands after it, typed and validated."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from zlp_tui.conversation.ports.plan_pages import PlanLength
    from zlp_tui.conversation.session.locked_plans.taking_in import KeptPlan
    from zlp_tui.plan.view import Address, Because, Done

CommandName = Literal[
    "app", "demo", "new", "plans", "talk", "show", "search", "prepare", "diff", "check", "note", "due", "end", "today",
    "keys", "hand-over", "take-in", "audit", "backup", "copies", "restore", "erase", "export",
    "import",
]

KeysAction = Literal["list", "add", "remove", "passphrase", "recovery", "rotate", "public", "confirm"]
"""What `zlp keys` does."""

A_MONTH = 30
"""How many days `due` looks ahead, unless `--within` says otherwise."""


class Options(SimpleNamespace):
    """A command with its words. `-` stands for one line of standard input, for whatever is a name or words.

    A namespace with defaults, not a tuple with names: with fifty fields that is slow to make, before the first picture.
    """

    command: CommandName = "app"
    plan: str | None = None
    name: str = ""
    whom: str | None = None
    salutation: str | None = None
    address: Address | None = None
    topic: str | None = None
    route: str | None = None
    voice: str | None = None
    newcomer: bool = False
    on: str | None = None
    done: Done | None = None
    because: Because | None = None
    part: str | None = None
    text: str | None = None
    reason: str | None = None
    again: bool = False
    within: int = A_MONTH
    words: tuple[str, ...] = ()
    edition: int | None = None
    from_edition: int | None = None
    to_edition: int | None = None
    json: bool = False
    law: str | None = None
    length: PlanLength = "whole"
    week: bool = False
    all: bool = False
    questions: bool = False
    plain: bool = False
    content: tuple[str, ...] = ()
    keyholder: str | None = None
    keys: KeysAction = "list"
    plans: tuple[str, ...] = ()
    none: bool = False
    public: str | None = None
    forgotten: bool = False
    to: str | None = None
    audience: tuple[str, ...] = ()
    with_number: bool = False
    file: str = ""
    choose: KeptPlan | None = None
    copy: str = ""
    second: str | None = None
    only_here: bool = False
    right: bool = False
    asked: bool = False
    verify: bool = False
    form: str = ""
    out: str | None = None
    large: bool = False
    open: bool = False
    force: bool = False
    named: bool = False
