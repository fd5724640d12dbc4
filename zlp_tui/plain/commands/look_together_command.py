"""The command `/look-together`: what the client is asked to look at together, and what the client says of it (M16)."""

from __future__ import annotations

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import ToLookAt
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.numbered_lines import told_by_number
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.pages.text_page import UNDER, TextPage
from zlp_tui.plain.pages.text_width import unbroken
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.text import folded, sentence


def look_together_command(tr: Catalogue) -> SlashCommand:
    """The command, translated."""
    return SlashCommand(
        tr("/look-together"), tr("NUMBER yes or no"), tr("what often does not go: does the client want to look at it?"),
        _look_together,
    )


def told_to_look_at(desk: Desk, tr: Catalogue) -> str:
    """That something is asked of the client, and by which command it is answered."""
    name, command = desk.view.client_person.called, unbroken(tr("/look-together"))
    return tr("{name} is asked: shall we look at it together? Type: {command}", name=name, command=command)


def look_together_page(lines: tuple[ToLookAt, ...], tr: Catalogue, name: str) -> TextPage:
    """What the client, whose name this is, is asked about; numbered."""
    page = TextPage(tr)
    page.text(sentence(tr("{name}, shall we look at this together?", name=name)) if lines else "")
    for line in lines:
        page.quote(line.quote, whole=True)
        page.text(line.because, UNDER)
    command = unbroken(f"{tr('/look-together')} 1 {tr('yes')}")
    page.text(tr("Type for example: {command}", command=command) if lines else tr("There is nothing to look at now."))
    return page


def _look_together(talk: PlainTalk, rest: str) -> None:
    follow_up, tr, client = talk.desk.follow_up, talk.tr, talk.desk.view.client_person.called
    if not rest:
        talk.print_aside(look_together_page(follow_up.to_look_at(), tr, client))
        return
    line, typed = told_by_number(
        talk, rest, follow_up.to_look_at(), Refused("This is not asked. Type /look-together for what is.")
    )
    said = {folded(tr("yes")): True, folded(tr("no")): False}.get(folded(typed))
    if said is None:
        raise Refused("Type the number, and then yes or no. This was not kept.")
    talk.print_kept(follow_up.answer_to_look_at(line.ref, yes=said))
    place = talk.desk.place_for("adjust", line.ref) if said else None
    if place is not None:
        talk.go(place)
