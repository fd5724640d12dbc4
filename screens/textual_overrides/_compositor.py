"""`LinesCompositor`: of each widget only the lines that are painted anew are drawn."""

from __future__ import annotations

from collections.abc import Iterator

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class LinesCompositor(Compositor):
    """Textual draws all widgets in sight as a whole, whatever changed, and drops the lines that did not."""

    def _get_renders(self, crop: Region | None = None) -> Iterator[tuple[Region, Region, list[Strip]]]:
        """The region, clip and lines of each widget on the lines of `crop`, from front to back; of all without it."""
        lines = self.size.region if crop is None else Region(0, crop.y, self.size.width, crop.height)
        for widget, (region, clip) in self.visible_widgets.items():
            on_lines = clip.intersection(lines)
            if drawn := region.intersection(on_lines):
                yield region, on_lines, widget.render_lines(drawn.translate(-region.offset))
