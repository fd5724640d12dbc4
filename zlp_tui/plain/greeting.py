"""Printed when a conversation begins: earlier participants, drafts, open remarks, and due dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from zlp_tui.conversation.ports.follow_up import DraftSlot
from zlp_tui.conversation.ports.talk_places import WAITING, late_lines
from zlp_tui.dates import join_names
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.pages_over_time import due_line
from zlp_tui.plain.pages.plan_text import topics_of
from zlp_tui.plain.pages.text_page import quoted
from zlp_tui.plain.pages.text_width import unbroken
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.text import shortened

OFFERED = 5
SHORT = 60


def print_drafts(talk: PlainTalk) -> None:
    """Print the last few drafts of other questions and of commands, each with who typed it where that is another; the
    current question prints its own."""
    for where, text, by in islice(chain(_at_questions(talk), _at_commands(talk)), OFFERED):
        _print_draft(talk, where, text, by)


def _at_questions(talk: PlainTalk) -> Iterator[tuple[str, str, str]]:
    titles = {topic.id: topic.title for topic in topics_of(talk.desk.map())}
    for draft in talk.desk.drafts():
        yield titles.get(draft.place.topic, draft.place.topic), draft.text, "" if draft.own else draft.by


def _at_commands(talk: PlainTalk) -> Iterator[tuple[str, str, str]]:
    for draft in talk.desk.follow_up.drafts():
        yield _command_of(draft.slot, talk.tr), draft.text, "" if draft.own else draft.by


def _command_of(slot: DraftSlot, tr: Catalogue) -> str:
    """The command that offers again what was typed for a slot."""
    words: dict[DraftSlot, str] = {
        "note": tr("/note"), "remark": tr("/remark"), "beside": tr("/beside"), "done-with": tr("/done-with"),
        "disagree": tr("/disagree"), "ended": tr("/disagree-ended"), "plan-ended": tr("/plan-ended"),
        "not-met": tr("/not-met"), "consulted": tr("/consulted"), "ask-again": tr("/ask-again"),
        "no-longer": tr("/no-longer"), "answer": tr("/answer"), "heard-from": tr("/heard-from"),
    }
    return words[slot]


def _print_draft(talk: PlainTalk, where: str, text: str, by: str) -> None:
    words, tr = quoted(shortened(text)), talk.tr
    told = (
        tr("{name} was typing at {topic} and did not say it: {words}", name=by, topic=where, words=words) if by
        else tr("Typed and not said yet, at {topic}: {words}", topic=where, words=words)
    )
    talk.out.print(told)


def print_last_keyboard_user(talk: PlainTalk) -> None:
    """Print who typed the last time, and what to type when they do so again."""
    last = talk.desk.last_keyboard_user
    if last is not None and talk.desk.keyboard_user is None:
        command = unbroken(f"{talk.tr('/i-am')} {last.called}")
        told = talk.tr("{name} typed the last time. Now too? Type: {command}", name=last.called, command=command)
        talk.out.print(told)


def print_last_seated(talk: PlainTalk) -> None:
    """Print who sat here the last time and does not now, and the command that seats them."""
    desk, tr = talk.desk, talk.tr
    seated = [person.id for person in desk.present]
    others = [person.called for person in desk.view.sat_last_time() if person.id not in seated]
    if others:
        everybody = ", ".join((*(person.called for person in desk.present), *others))
        command = unbroken(f"{tr('/at-the-table')} {everybody}")
        names = join_names(others, tr.locale)
        seat = tr("The last time sat here too: {names}. To seat them: {command}", names=names, command=command)
        talk.out.print(seat)


def print_asked_along(talk: PlainTalk) -> None:
    """Print with whom the client wanted to talk later and who is not here, each with what about."""
    for ref, about in talk.desk.asked_along().items():
        name = talk.desk.view.person(ref).called
        talk.out.print(talk.tr("{name} could join, {about}.", name=name, about=about))


def _print_disagreements(talk: PlainTalk) -> None:
    """Print a line about what somebody does not agree with, while that goes on."""
    tr, going_on = talk.tr, [said for said in talk.desk.history.disagreements() if said.ended_on is None]
    if going_on:
        words = quoted(shortened(going_on[0].quote.text, SHORT))
        talk.out.print(tr.plural(
            "{name} does not agree with something: {words} See it: /disagree.",
            "Not everybody agrees, {count} times. Last said by {name}: {words} See it: /disagree.",
            len(going_on), name=going_on[0].quote.by, words=words,
        ))


def print_waiting(talk: PlainTalk) -> None:
    """Print a line about open remarks, disagreements, what is new, and the first due date, where there are any; in
    a plan that has ended nothing waits."""
    tr = talk.tr
    if talk.desk.view.ended_on is not None:
        return
    waiting = [remark for remark in talk.desk.history.remarks() if remark.open]
    if waiting:
        words = quoted(shortened(waiting[0].quote.text, SHORT))
        if len(waiting) == 1:
            talk.out.print(tr("A remark waits: {words} See it: /remarks.", words=words))
        else:
            talk.out.print(tr("{count} remarks wait: {words} See them: /remarks.", count=len(waiting), words=words))
    _print_disagreements(talk)
    new, who = talk.desk.history.new_since(), talk.desk.keyboard_user or talk.desk.last_keyboard_user
    if new.count and new.since and who is not None:
        talk.out.print(tr.plural(
            "New for {name}: {count} line. Hear it: /new.", "New for {name}: {count} lines. Hear them: /new.",
            new.count, name=who.called,
        ))
    offered = talk.desk.offered_route
    if offered is not None:
        command = unbroken(f"{tr('/route')} {offered.id}")
        talk.out.print(tr("It is time for: {title}. Hold it: {command}", title=offered.title, command=command))
    late = late_lines(talk.desk)
    due = [line for line in talk.desk.history.due() if line.what not in WAITING]
    if due:
        told = due_line((late or due)[0], tr)
        more = tr("{what}, and {count} more", what=told, count=len(late) - 1) if len(late) > 1 else told
        talk.out.print(tr("{what}. See it: /when.", what=more))
