"""The pictures beside what is told: the drawing of `data/pictograms/` for a topic, domain, goal or face."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from zlp_tui import places
from zlp_tui.script.roles import Role
from zlp_tui.script.script import Script

PictureOf = Literal["topics", "chapters", "domains", "goals", "faces", "sides", "parts-of-day"]
"""What a picture can stand for, as `pictograms.json` is divided."""

NONE: Final = ""


@cache
def drawings() -> Mapping[str, Mapping[str, str]]:
    """By what a picture stands for: the name of its drawing, by id."""
    text = (places.data() / "pictograms" / "pictograms.json").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = json.loads(text)
    return loaded


class Pictograms:
    """The drawings of one paper: each is handed to the template once, however often it stands there."""

    def __init__(self) -> None:
        self.pictures: dict[str, str] = {}
        """The drawings as SVG, by name."""

    def __call__(self, of: PictureOf, thing: str | None) -> str:
        """The name of the drawing for a thing, by its id; empty where there is none, as for a topic of a pack."""
        name = drawings()[of].get(thing or NONE, NONE)
        if name and name not in self.pictures:
            drawing = places.data() / "pictograms" / f"{name}.svg"
            self.pictures[name] = drawing.read_text(encoding="utf-8")
        return name

    def of_role(self, script: Script, role: Role) -> str:
        """The name of the drawing for the topic that has a role; empty where the script gives it to none."""
        topic = script.with_role(role)
        return self("topics", topic.id) if topic is not None else NONE
