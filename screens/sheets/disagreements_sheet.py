"""Items for disagreements: in a list, and one in detail."""

from __future__ import annotations

from screens.parts.line_layout import LineItem
from screens.sheets.remarks_sheet import told_by
from zlp_tui.conversation.ports.follow_up import DisagreementLine
from zlp_tui.i18n import Catalogue


def disagreement_line(line: DisagreementLine, tr: Catalogue, *, about: bool) -> LineItem:
    """A disagreement in a list; `about`: include the line it is about."""
    with_what = (tr("about: “{words}”", words=line.about.text),) if about and line.about is not None else ()
    note = "\n".join((line.on, *with_what, *_became(line, tr)))
    return LineItem(f"“{line.quote.text}”", line.ref, by=line.quote.by, note=note, look="quote")


def disagreement_lines(line: DisagreementLine, tr: Catalogue) -> tuple[LineItem, ...]:
    """A disagreement in detail."""
    about = line.about
    return (
        *((LineItem(f"“{about.text}”", by=about.by, intro=tr("In the plan"), look="quote"),)
          if about is not None else ()),
        LineItem(f"“{line.quote.text}”", by=line.quote.by, intro=tr("Does not agree"), note=line.on, look="quote"),
        *(LineItem(words, look="quiet") for words in (*_became(line, tr), line.reached_at, *line.terms) if words),
    )


def _became(line: DisagreementLine, tr: Catalogue) -> tuple[str, ...]:
    """Where it was taken and how it ended, as far as known."""
    about = (tr("it is about {name}", name=line.person),) if line.person else ()
    taken = (*about, *((tr("taken to: {name}", name=line.route_title),) if line.route_title else ()))
    if line.ended_how is None:
        return (*taken, *((tr("ended"),) if line.ended_on else ()))
    return (*taken, told_by(tr("this is how it ended: “{words}”", words=line.ended_how), line.ended_by))
