"""Items for remarks: in a list, and one in detail."""

from __future__ import annotations

from screens.parts.line_layout import LineItem
from zlp_tui.conversation.ports.follow_up import RemarkLine
from zlp_tui.i18n import Catalogue


def remark_line(remark: RemarkLine, tr: Catalogue) -> LineItem:
    """A remark in a list, with what was done with it as a note."""
    done = told_by(remark.done_with or "", remark.done_by)
    became = (tr("done with it: {words}", words=done),) if done else ()
    told = (tr("told back on {date}", date=remark.told_back_on),) if remark.told_back_on else ()
    first = f"{_kind(remark, tr)} · {remark.on}"
    note = "\n".join((first, *became, *told))
    return LineItem(f"“{remark.quote.text}”", remark.ref, by=remark.quote.by, note=note, look="quote")


def remark_lines(remark: RemarkLine, tr: Catalogue) -> tuple[LineItem, ...]:
    """A remark in detail."""
    about = remark.about
    return (
        LineItem(_kind(remark, tr), by=remark.on, look="strong"),
        LineItem(f"“{remark.quote.text}”", by=remark.quote.by, look="quote"),
        *((LineItem(f"“{about.text}”", intro=tr("This is about"), look="quote"),) if about is not None else ()),
        *((LineItem(f"“{remark.done_with}”", by=remark.done_by, intro=tr("What was done with it"), look="quote"),)
          if remark.done_with else ()),
        *((LineItem(tr("told back on {date}", date=remark.told_back_on), look="quiet"),)
          if remark.told_back_on else ()),
    )


def told_by(words: str, name: str) -> str:
    """Words inside a line with who said them behind, where that is known."""
    return f"{words} ({name})" if name and words else words


def _kind(remark: RemarkLine, tr: Catalogue) -> str:
    return tr("Nice moment") if remark.kind == "nice-moment" else tr("Remark")
