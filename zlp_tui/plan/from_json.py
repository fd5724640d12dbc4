"""A view back from what `zlp show --json` printed: how an edition of years ago is read by the program of today.

What is printed only gains keys while `show_version` is 1, so a key that is not there has its field's own default. A
later version adds its step to `UPCASTERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from zlp_tui.errors import StoreDamaged, StoreNewer
from zlp_tui.plan.as_json import SHOW_VERSION
from zlp_tui.plan.view import PlanView

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Shown = Mapping[str, Any]

UPCASTERS: Final[dict[int, Callable[[Shown], Shown]]] = {}
"""By version: what makes of a plan as it was printed then a plan as the next version prints it."""


def from_json(shown: Shown) -> PlanView:
    """The view that was printed. `StoreNewer` for one of a later program, `StoreDamaged` when it makes no sense."""
    version = shown.get("show_version")
    if not isinstance(version, int):
        raise _damaged()
    if version > SHOW_VERSION:
        raise StoreNewer("This edition was made by a newer zlp. Please update this one.")
    for step in range(version, SHOW_VERSION):
        shown = UPCASTERS[step](shown)
    from pydantic import ValidationError  # not for whoever only opens a plan

    try:
        return _reader().validate_python(_by_field(shown))
    except (ValidationError, KeyError, TypeError) as cause:
        raise _damaged() from cause


def _by_field(shown: Shown) -> dict[str, Any]:
    """The names that are others in print than in the view (`as_json.RENAMED`), and the two that stand together."""
    deciding = shown["deciding"]
    return {
        **shown,
        "deciding_role": deciding["role"],
        "decider": deciding["decider"],
        "agreements": [{**line, "from_": line["from"]} for line in shown["agreements"]],
        "conversations": [
            {**talk, "present": [{**seat, "since": seat["from"], "until": seat["to"]} for seat in talk["present"]]}
            for talk in shown["conversations"]
        ],
    }


def _damaged() -> StoreDamaged:
    return StoreDamaged("The file with the plans is damaged. Please go back to a copy.")


@cache
def _reader() -> TypeAdapter[PlanView]:
    from pydantic import TypeAdapter

    return TypeAdapter(PlanView)
