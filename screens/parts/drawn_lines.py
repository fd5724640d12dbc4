"""`Drawn`: what widgets share that draw their own lines. Textual works a widget's style out anew at each question."""

from __future__ import annotations

from rich.style import Style
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Spacing
from textual.strip import Strip

from screens._textual import LateStyles

NOTHING_AROUND = Spacing()


class DrawnLines(LateStyles):
    """A widget with `render_line`, whose styles depend on the theme and on nothing else, so they are kept."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.plain = Style.null()
        self._looks: dict[tuple[str, bool], Style] = {}
        self._looks_of: dict[str, str] = {}

    def look(self, component: str, *, partial: bool = False) -> Style:
        """The style of one of its component classes; `partial` only what that class itself says."""
        style = self._looks.get((component, partial))
        if style is None:
            style = self.component_style(component, partial=partial)
            self._looks[component, partial] = style
        return style

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a region. Our colours are true ones, so none is looked for that is not."""
        colours = self.colours_now()
        if self._looks_of is not colours:
            self._looks_of = colours
            self._looks.clear()
            self.plain = self.rich_style
        if self.styles.gutter != NOTHING_AROUND:
            return super().render_lines(crop)
        filters = [line_filter for line_filter in self.get_line_filters() if type(line_filter) is not ANSIToTruecolor]
        background = self.background_colors[1]
        strips = []
        for y in range(crop.y, crop.bottom):
            strip = self.render_line(y).crop(crop.x, crop.right)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, background)
            strips.append(strip)
        return strips
