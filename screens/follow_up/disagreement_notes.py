"""Who disagrees with which line, as a sentence to show beside the line (L38)."""

from __future__ import annotations

from collections.abc import Mapping

from screens.base_list_screen import name_of
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.dates import join_names
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import PlanView


def disagreement_notes(desk: Desk, tr: Catalogue) -> Mapping[str, str]:
    """Each line that somebody does not agree with, by its id as it stands now, and the words for it."""
    view = desk.view
    who: dict[str, list[str]] = {}
    for disagreement in view.disagreements:
        if disagreement.ended_on is None:
            names = who.setdefault(_newest(view, disagreement.about), [])
            name = name_of(desk, disagreement.voice.id)
            names += [name] if name not in names else []
    return {
        ref: tr("{name} does not agree with this", name=names[0])
        if len(names) == 1 else tr("{names} do not agree with this", names=join_names(names, tr.locale))
        for ref, names in who.items()
    }


def _newest(view: PlanView, ref: str) -> str:
    """What was said anew is still what somebody does not agree with."""
    newer = view.said_anew()
    while ref in newer:
        ref = newer[ref]
    return ref
