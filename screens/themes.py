"""The light and the dark theme. Text has a contrast of at least 7:1, marks and borders at least 3:1."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

LIGHT: Final = "zlp-light"
DARK: Final = "zlp-dark"


def _theme(
    name: str, *, dark: bool, background: str, surface: str, panel: str, text: str, quiet: str, accent: str,
    good: str, wrong: str, warm: str, edge: str,
) -> Theme:
    """A theme from its dozen colours; whatever Textual would blend to something paler is named."""
    return Theme(
        name=name, dark=dark, background=background, surface=surface, panel=panel, foreground=text, primary=accent,
        secondary=warm, accent=warm, success=good, warning=warm, error=wrong, boost=surface,
        variables={
            "text": text, "text-muted": quiet, "text-disabled": quiet, "foreground-muted": quiet,
            "foreground-disabled": quiet, "border": accent, "border-blurred": edge,
            "block-cursor-foreground": background, "block-cursor-background": accent,
            "block-cursor-blurred-foreground": text, "block-cursor-blurred-background": panel,
            "block-hover-background": panel, "input-cursor-background": accent, "input-cursor-foreground": background,
            "input-cursor-text-style": "none", "input-selection-background": panel,
            "input-selection-foreground": text, "screen-selection-background": panel,
            "screen-selection-foreground": text, "scrollbar": edge, "scrollbar-hover": accent,
            "scrollbar-active": accent, "scrollbar-background": background, "scrollbar-background-hover": background,
            "scrollbar-background-active": background, "scrollbar-corner-color": background,
            "link-color": accent, "link-color-hover": accent, "link-background-hover": panel,
            "markdown-h1-color": accent, "markdown-h2-color": accent, "markdown-h3-color": accent,
            "button-foreground": text, "button-color-foreground": background,
        },
    )


def both_themes() -> tuple[Theme, Theme]:
    """The light and the dark theme."""
    light = _theme(
        LIGHT, dark=False, background="#fbf7f0", surface="#f3ecdf", panel="#eae0d0", text="#2a2420", quiet="#4d443a",
        accent="#0e4a4f", good="#1d4d2b", wrong="#821919", warm="#66310f", edge="#877a68",
    )
    dark = _theme(
        DARK, dark=True, background="#1c1a18", surface="#262320", panel="#37322c", text="#f2eadf", quiet="#d2c7b7",
        accent="#9fdcd3", good="#aad9a4", wrong="#ffb8aa", warm="#f2c094", edge="#8b806f",
    )
    return light, dark


def other_theme(name: str) -> str:
    """The other of the two."""
    return DARK if name == LIGHT else LIGHT
