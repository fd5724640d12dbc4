"""How it goes, as a face or as a number of 0 to 10: what a face counts for, and how a number is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from zlp_tui import places
from zlp_tui.errors import Refused
from zlp_tui.text import folded, one_line

FACES: Final[Mapping[str, int]] = {"very-bad": 1, "bad": 3, "so-so": 5, "good": 7, "very-good": 9}
"""What each face counts for: the middles of five equal parts of the scale, so that faces and numbers lie on one line
and no face claims the very worst or the very best. Whole numbers, because the store keeps those."""
HIGHEST: Final = 10

_FIGURE: Final = re.compile(r"0*([0-9]|10)")


def face_of(mark: int) -> str:
    """The face nearest to a mark; of two that are as near, the happier one."""
    return min(FACES, key=lambda face: (abs(FACES[face] - mark), -FACES[face]))


def read_mark(text: str, locale: str) -> int:
    """The whole number of 0 to 10 that the words name, in figures or in letters; `Refused` when they name none."""
    said = folded(one_line(text)).strip(" .,!")
    figure = _FIGURE.fullmatch(said)
    mark = int(figure[1]) if figure else _numbers(locale).get(said)
    if mark is None or mark > HIGHEST:
        raise Refused("Please give a whole number from 0 to 10.")
    return mark


@cache
def _numbers(locale: str) -> Mapping[str, int]:
    """Numbers in letters, as `dates.yaml` of the locale names them too."""
    import yaml

    known = yaml.load((places.content() / locale / "dates.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return {folded(word): int(number) for word, number in known["numbers"].items()}
