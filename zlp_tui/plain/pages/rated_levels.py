"""How the levels of a row are typed and told, where one is picked for each row."""

from __future__ import annotations

from zlp_tui.conversation.ports.turn import Pick
from zlp_tui.i18n import Catalogue


def levels_in_words(asked: Pick, tr: Catalogue) -> str:
    """The levels with their numbers; of figures the first and the last one."""
    levels, first = asked.levels, asked.first_level
    if first == 0:
        return tr("{first} to {last}", first=levels[0].title, last=levels[-1].title)
    return ", ".join(f"{number} {level.title.lower()}" for number, level in enumerate(levels, first))


def level_beside(asked: Pick, row: int) -> str:
    """What is picked for a row now, to stand behind its title; empty for nothing."""
    of_row = (asked.option_at(row, level).id for level in range(len(asked.levels)))
    at = next((level for level, option in enumerate(of_row) if option in asked.chosen), None)
    return "" if at is None else f": {asked.levels[at].title.lower()}"
