"""The plan for people to read, as XHTML that FHIR allows (txt-1, txt-2): made by an XML library, of texts alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.exchange.fhir.values import Element

_SPACE: Final = "http://www.w3.org/1999/xhtml"
_UNALLOWED: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010fffd]")
"""What XML may not hold."""

TopicTold = tuple[str, tuple[LetterLine, ...]]
"""The title of a topic, and what was said there."""


def narrative(topics: Iterable[TopicTold], otherwise: str) -> Element:
    """What was said at some topics; where nothing was, one sentence that says so."""
    whole = etree.XML(f'<div xmlns="{_SPACE}"/>')
    for title, lines in topics:
        _add(whole, "h2", title)
        for line in lines:
            _add(whole, "p", line.intro)
            for quote in line.quotes:
                _add(whole, "blockquote", _told(quote))
    if not len(whole):
        _add(whole, "p", otherwise)
    return {"status": "generated", "div": etree.tostring(whole, encoding="unicode")}


def _add(within: etree._Element, name: str, text: str) -> etree._Element:
    """An element with a text as XML may hold it."""
    made = etree.SubElement(within, f"{{{_SPACE}}}{name}")
    made.text = _UNALLOWED.sub("", text) or None
    return made


def _told(quote: Quote) -> str:
    said = f"“{quote.text}”" if quote.own_words else quote.text
    beside = " · ".join(filter(None, (quote.by, quote.note)))
    return " ".join(filter(None, (quote.intro, said, f"({beside})" if beside else "")))
