"""A page as one file of HTML that anybody opens in a browser, also on a phone: no script, nothing from elsewhere.

It is built as a tree, so the library escapes all that people said.
"""

from __future__ import annotations

from typing import Final

from lxml import etree, html

from zlp_tui.conversation.ports.plan_pages import LetterLine, LetterPart
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.exchange.page_content import PageContent, beside, intro_of, plan_page, words_of
from zlp_tui.exchange.page_style import style
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.i18n import Catalogue
from zlp_tui.text import one_line, visible

_NOTHING_FROM_ELSEWHERE: Final = "default-src 'none'; style-src 'unsafe-inline'"
_PLAN: Final = "plan"


def plan_html(source: ExportSource) -> bytes:
    """The whole plan."""
    return html_page(plan_page(source), source.context.tr)


def html_page(page: PageContent, tr: Catalogue) -> bytes:
    """A page, in UTF-8. The title of its window says what it is, and not whose."""
    root = etree.Element("html", lang=page.locale)
    _head(root, page)
    body = etree.SubElement(root, "body")
    _text(body, "a", tr("To the plan"), {"class": "skip", "href": f"#{_PLAN}"})
    header = etree.SubElement(body, "header")
    _text(header, "h1", page.title)
    for line in page.about:
        _text(header, "p", line, {"class": "quiet"})
    _contents(body, page, tr)
    main = etree.SubElement(body, "main", id=_PLAN)
    for number, part in enumerate(page.parts, start=1):
        _part(main, part, number)
    _text(etree.SubElement(body, "footer"), "p", tr("Made with zlp."), {"class": "quiet"})
    content: bytes = html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>", method="html")
    return content + b"\n"


def _head(root: etree._Element, page: PageContent) -> None:
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    for name, content in (
        ("viewport", "width=device-width, initial-scale=1"), ("robots", "noindex"), ("referrer", "no-referrer"),
    ):
        etree.SubElement(head, "meta", name=name, content=content)
    policy = {"http-equiv": "Content-Security-Policy", "content": _NOTHING_FROM_ELSEWHERE}
    etree.SubElement(head, "meta", policy)
    _text(head, "title", page.kind)
    etree.SubElement(head, "style").text = style()


def _contents(body: etree._Element, page: PageContent, tr: Catalogue) -> None:
    chapters = [(number, part) for number, part in enumerate(page.parts, start=1) if part.level == 1]
    if len(chapters) > 1:
        listed = etree.SubElement(etree.SubElement(body, "nav", {"aria-label": tr("What stands here")}), "ul")
        for number, part in chapters:
            _text(etree.SubElement(listed, "li"), "a", part.title, {"href": f"#{_anchor(number)}"})


def _part(main: etree._Element, part: LetterPart, number: int) -> None:
    _text(main, f"h{part.level + 1}", part.title, {"id": _anchor(number)})
    for line in part.lines:
        _line(main, line)


def _line(main: etree._Element, line: LetterLine) -> None:
    if line.intro:
        _text(main, "p", line.intro, {"class": "intro"})
    if line.quotes:
        listed = etree.SubElement(main, "ul")
        for quote in line.quotes:
            _quote(etree.SubElement(listed, "li"), quote)


def _quote(item: etree._Element, quote: Quote) -> None:
    if quote.intro:
        _text(item, "p", intro_of(quote), {"class": "by"})
    words = etree.SubElement(item, "p", {"class": "words", "dir": "auto"})
    words.text = visible(words_of(quote))
    if about := beside(quote):
        _text(item, "p", about, {"class": "by"})


def _anchor(number: int) -> str:
    return f"deel-{number}"


def _text(parent: etree._Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> None:
    etree.SubElement(parent, tag, attributes or {}).text = one_line(text)
