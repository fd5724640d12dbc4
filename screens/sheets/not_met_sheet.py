"""Items for wishes that cannot be met: in a list, and one in detail."""

from __future__ import annotations

from screens.parts.line_layout import LineItem
from zlp_tui.conversation.ports.follow_up import NotMetLine
from zlp_tui.i18n import Catalogue


def not_met_line(line: NotMetLine, tr: Catalogue, *, about: bool) -> LineItem:
    """One in a list; `about`: include the wish it is about."""
    with_what = (tr("about: “{words}”", words=line.about.text),) if about and line.about is not None else ()
    note = "\n".join((line.on, *with_what, *_said(line, tr)))
    return LineItem(f"“{line.quote.text}”", line.ref, by=line.quote.by, note=note, look="quote")


def not_met_lines(line: NotMetLine, tr: Catalogue) -> tuple[LineItem, ...]:
    """One in detail."""
    about = line.about
    return (
        *((LineItem(f"“{about.text}”", by=about.by, intro=tr("In the plan"), look="quote"),)
          if about is not None else ()),
        LineItem(
            f"“{line.quote.text}”", by=line.quote.by, intro=tr("This cannot be done now"), note=line.on, look="quote"
        ),
        *(LineItem(words, look="quiet") for words in _said(line, tr)),
    )


def _said(line: NotMetLine, tr: Catalogue) -> tuple[str, ...]:
    """Why, who was consulted and when it is asked again, as far as said."""
    return (
        line.ground,
        *((tr("thought along: “{words}”", words=line.consulted),) if line.consulted else ()),
        *((line.wanting,) if line.wanting else ()),
        *((tr("asked again on {day}", day=line.ask_again),) if line.ask_again else ()),
    )
