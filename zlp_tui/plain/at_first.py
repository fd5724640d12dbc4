"""What is told when a conversation begins: who sat here last, what was typed and not said, remarks, and dates."""

from __future__ import annotations

from collections.abc import Iterator

from zlp_tui.dates import join_names
from zlp_tui.plain.asking import Unsaid
from zlp_tui.plain.overview import topics_of
from zlp_tui.plain.page import quoted
from zlp_tui.plain.walk import Walk
from zlp_tui.plain.years import due_line
from zlp_tui.text import shortened

OFFERED = 5
SHORT = 60


def offer_drafts(walk: Walk) -> None:
    """Tell what was typed elsewhere and not said; at its own place it is offered with the question."""
    titles = {topic.id: topic.title for topic in topics_of(walk.desk.map())}
    for draft in walk.desk.drafts()[:OFFERED]:
        words = quoted(shortened(draft.text))
        title = titles.get(draft.place.topic, draft.place.topic)
        walk.out.say(walk.say("Typed and not said yet, at {topic}: {words}", topic=title, words=words))
    for command, unsaid in _of_commands(walk):
        if unsaid.text:
            words = quoted(shortened(unsaid.text))
            walk.out.say(walk.say("Typed and not said yet, at {topic}: {words}", topic=command, words=words))


def _of_commands(walk: Walk) -> Iterator[tuple[str, Unsaid]]:
    """Where words of a command may wait, and the command that offers them again."""
    follow_up, say = walk.desk.follow_up, walk.say
    yield say("/remark"), Unsaid(follow_up, "remark")
    yield say("/note"), Unsaid(follow_up, "note")
    for thing in follow_up.things():
        yield say("/note"), Unsaid(follow_up, "note", thing.id)
    for remark in walk.desk.history.remarks():
        if remark.open:
            yield say("/done-with"), Unsaid(follow_up, "done-with", remark.ref)
    for disagreement in walk.desk.history.disagreements():
        yield say("/disagree-ended"), Unsaid(follow_up, "ended", disagreement.ref)


def tell_who_sat(walk: Walk) -> None:
    """Tell who sat here the last time and does not now, and how they sit down again; nobody is seated unasked."""
    desk, say = walk.desk, walk.say
    seated = [person.id for person in desk.present]
    others = [person.called for person in desk.view.sat_last_time() if person.id not in seated]
    if others:
        everybody = ", ".join((*(person.called for person in desk.present), *others))
        command = f"{say('/at-the-table')} {everybody}"
        names = join_names(others, say.locale)
        walk.out.say(say("The last time sat here too: {names}. To seat them: {command}", names=names, command=command))


def tell_what_waits(walk: Walk) -> None:
    """Tell of open remarks and of what has a date, in a line each; nothing where nothing waits."""
    say = walk.say
    waiting = [remark for remark in walk.desk.history.remarks() if remark.open]
    if waiting:
        words = quoted(shortened(waiting[0].quote.text, SHORT))
        if len(waiting) == 1:
            walk.out.say(say("A remark waits: {words} See it: /remarks.", words=words))
        else:
            walk.out.say(say("{count} remarks wait: {words} See them: /remarks.", count=len(waiting), words=words))
    due = walk.desk.history.due()
    if due:
        walk.out.say(say("{what}. See it: /when.", what=due_line(due[0], say)))
