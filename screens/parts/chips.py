"""`Chips`: a few short texts beside each other, one of them chosen and in brackets; such as who speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType

from screens.parts.early_keys import EarlyKeys
from screens.parts.item_lines import ItemLines, PlacedItem
from screens.parts.line_layout import fitted, wrapped

LABEL: Final = -1
"""The number under which the label is placed."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One text to choose. `quiet`: it is not chosen but does something else, such as asking somebody to the table."""

    id: str
    text: str
    quiet: bool = False


class Chips(ItemLines):
    """A label and its chips, on as many lines as they need. `folded`: one line while the focus is elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "take", show=False)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chips--label", "chips--chip", "chips--chosen", "chips--quiet", "chips--marked",
    }
    DEFAULT_CSS = """
    Chips {
        height: auto; width: 1fr;
        & > .chips--label { color: $text-muted; }
        & > .chips--chosen { color: $primary; text-style: bold; }
        & > .chips--quiet { color: $text-muted; text-style: underline; }
        & > .chips--marked { background: $panel; text-style: bold underline; }
    }
    """

    def __init__(
        self, early: EarlyKeys, on_take: Callable[[str], None], *, folded: bool = False, id: str | None = None
    ) -> None:
        super().__init__(early, id=id)
        self._on_take = on_take
        self._folded = folded
        self._label = ""
        self._chips: tuple[Chip, ...] = ()
        self._chosen: str | None = None

    def put(self, label: str, chips: Sequence[Chip], chosen: str | None) -> None:
        """Show other chips in place."""
        if (label, tuple(chips), chosen) == (self._label, self._chips, self._chosen):
            return
        self._label, self._chips, self._chosen = label, tuple(chips), chosen
        self._mark_chosen()
        self.changed()

    def _mark_chosen(self) -> None:
        self._at = next((index for index, chip in enumerate(self._chips) if chip.id == self._chosen), 0)

    @property
    def chosen(self) -> str | None:
        """The id of the chosen chip."""
        return self._chosen

    @property
    def marked(self) -> str | None:
        """The id of the chip that Enter would choose."""
        return self._chips[self._at].id if self._at < len(self._chips) else None

    def mark_other(self) -> None:
        """Mark the first chip that is not the chosen one."""
        self._at = next((index for index, chip in enumerate(self._chips) if chip.id != self._chosen), 0)
        self.refresh()

    def allow_focus(self) -> bool:
        """Without a choice there is nothing to focus."""
        return super().allow_focus() and len(self._chips) > 1

    @property
    def _is_folded(self) -> bool:
        return self._folded and not self.has_focus

    def lay_out(self, width: int) -> Sequence[Sequence[PlacedItem]]:
        """The label and the chips; chips that do not fit go to the next line."""
        start = cell_len(self._label) + 2
        lines = [[PlacedItem(LABEL, 0, min(start - 2, width))]] if self._label else [[]]
        x = start
        for index, chip in enumerate(self._chips):
            if self._is_folded and chip.id != self._chosen:
                continue
            size = min(cell_len(chip.text), width - 4) + 2
            if x + size > width and x > 2:
                lines.append([])
                x = start if start + size <= width and start < width // 3 else 2
            lines[-1].append(PlacedItem(index, x, size))
            x += size + 1
        return lines

    def watch_has_focus(self, has_focus: bool) -> None:
        if not has_focus:
            self._mark_chosen()
        if self._folded:
            self.changed()
        super().watch_has_focus(has_focus)

    def draw_item(self, item: PlacedItem) -> Iterable[Segment]:
        """The label, or a chip: the chosen one in brackets, the marked one underlined."""
        if item.number == LABEL:
            return [Segment(wrapped(self._label, item.width)[0], self.component_style("chips--label"))]
        chip = self._chips[item.number]
        chosen, marked = chip.id == self._chosen, self.is_marked(item)
        name = "chips--chosen" if chosen else "chips--quiet" if chip.quiet else "chips--chip"
        style = self.component_style(name)
        if marked:
            style += self.component_style("chips--marked", partial=True)
        left, right = ("[", "]") if chosen else ("▸", " ") if marked else (" ", " ")
        edge = style if chosen else self.plain
        if self._is_folded:
            right = "] ▾"
        return [Segment(left, edge), Segment(fitted(chip.text, item.width - 2), style), Segment(right, edge)]

    def take(self, number: int) -> None:
        """Choose a chip."""
        if number < len(self._chips):
            self._at = number
            self._on_take(self._chips[number].id)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click on folded chips gives them the focus, which unfolds them."""
        if not self._folded:
            super().on_mouse_down(event)

    def on_click(self, event: events.Click) -> None:
        """Take the chip under the mouse, or unfold the chips."""
        if self._is_folded:
            event.stop()
            self.focus()
        else:
            super().on_click(event)
