"""What both faces say of something that was to be kept: “Saved” only where something was written (F11)."""

from __future__ import annotations

from zlp_tui.conversation.ports.turn import Kept
from zlp_tui.i18n import Catalogue


def saved_text(kept: Kept, tr: Catalogue, words: str = "", *, done: str = "") -> str:
    """One sentence. `words` are what was kept, as the face quotes them; `done` is a sentence of its own for what was
    done, said in the place of “Saved” where that is so.

    Every message that begins with “Saved” stands here, or comes in as `done`.
    """
    if kept.unanswered:
        return kept.told
    if not kept.written:
        return tr("This stood here already. Nothing was changed.")
    if kept.cut_to is not None:
        return tr("Saved, but only the first {count} characters", count=kept.cut_to)
    told = kept.told or words
    return done or (tr("Saved: {words}", words=told) if told else tr("Saved"))
