"""Printed when a conversation begins: earlier participants, drafts, open remarks, and due dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from zlp_tui.dates import join_names
from zlp_tui.plain.input_drafts import CommandDraft
from zlp_tui.plain.pages_over_time import due_line
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.plan_text import topics_of
from zlp_tui.plain.text_page import quoted
from zlp_tui.plain.text_width import unbroken
from zlp_tui.text import shortened

OFFERED = 5
SHORT = 60


def print_drafts(talk: PlainTalk) -> None:
    """Print the last few drafts of other questions and of commands; the current question prints its own."""
    titles = {topic.id: topic.title for topic in topics_of(talk.desk.map())}
    at_questions = ((titles.get(draft.place.topic, draft.place.topic), draft.text) for draft in talk.desk.drafts())
    at_commands = ((command, draft.text) for command, draft in _of_commands(talk) if draft.text)
    for where, text in islice(chain(at_questions, at_commands), OFFERED):
        words = quoted(shortened(text))
        talk.out.print(talk.tr("Typed and not said yet, at {topic}: {words}", topic=where, words=words))


def _of_commands(talk: PlainTalk) -> Iterator[tuple[str, CommandDraft]]:
    """Every draft that a command may have, with the command that offers it again."""
    follow_up, tr = talk.desk.follow_up, talk.tr
    yield tr("/remark"), CommandDraft(follow_up, "remark")
    yield tr("/note"), CommandDraft(follow_up, "note")
    for thing in follow_up.things():
        yield tr("/note"), CommandDraft(follow_up, "note", thing.id)
    for remark in talk.desk.history.remarks():
        if remark.open:
            yield tr("/done-with"), CommandDraft(follow_up, "done-with", remark.ref)
    for disagreement in talk.desk.history.disagreements():
        yield tr("/disagree-ended"), CommandDraft(follow_up, "ended", disagreement.ref)


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


def print_waiting(talk: PlainTalk) -> None:
    """Print a line about open remarks, about what is new, and about the first due date, where there are any."""
    tr = talk.tr
    waiting = [remark for remark in talk.desk.history.remarks() if remark.open]
    if waiting:
        words = quoted(shortened(waiting[0].quote.text, SHORT))
        if len(waiting) == 1:
            talk.out.print(tr("A remark waits: {words} See it: /remarks.", words=words))
        else:
            talk.out.print(tr("{count} remarks wait: {words} See them: /remarks.", count=len(waiting), words=words))
    new = talk.desk.history.new_since()
    if new.count and new.since:
        talk.out.print(tr.plural(
            "New for {name}: {count} line. Hear it: /new.", "New for {name}: {count} lines. Hear them: /new.",
            new.count, name=talk.desk.voice.called,
        ))
    due = talk.desk.history.due()
    if due:
        told = next((line for line in due if line.late and line.what == "evaluation"), due[0])
        talk.out.print(tr("{what}. See it: /when.", what=due_line(told, tr)))
