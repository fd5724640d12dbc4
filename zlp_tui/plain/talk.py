"""The conversation line by line: for screen readers, pipes and terminals that can do little.

Both faces of the program ask the same turns of the same desk. docs/plain.md tells how each question is answered.
"""

from __future__ import annotations

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.errors import StoreError, ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.answers import Answers, is_command
from zlp_tui.plain.at_first import offer_drafts, tell_what_waits, tell_who_sat
from zlp_tui.plain.commands import run_command
from zlp_tui.plain.lines import Typed
from zlp_tui.plain.out import Out
from zlp_tui.plain.walk import Walk
from zlp_tui.text import clean, visible


def talk(
    desk: Desk, lines: Typed, out: Out, say: Catalogue, *, topic: str | None = None, voice: str | None = None
) -> bool:
    """Hold a conversation until it ends; whether everything that was said could be kept.

    With a topic, it begins at that topic's first question and ends after its last. Whatever ends it, what was typed
    and not said is kept as a draft, and the sitting is closed. `NotFound` for a topic that the script does not have.
    """
    walk = Walk(desk, out, say, only_topic=topic)
    answers = Answers(walk, lines)
    try:
        _begin(walk, topic, voice)
        return _listen(walk, answers)
    except (KeyboardInterrupt, SystemExit):
        answers.keep_unfinished()
        walk.leave_asked()
        raise
    finally:
        desk.leave()


def _begin(walk: Walk, topic: str | None, voice: str | None) -> None:
    desk, say = walk.desk, walk.say
    if topic is not None:
        desk.go_topic(topic)  # refused before anything is said
    walk.out.say(say("The care and life plan of {name}", name=desk.view.client_person.called))
    if voice is not None:
        walk.speaks(voice)
    walk.out.say(say("At the table: {names}", names=walk.names()))
    tell_who_sat(walk)
    if topic is not None:
        walk.arrive(desk.go_topic(topic), new_topic=True)
        return
    offer_drafts(walk)
    tell_what_waits(walk)
    place = desk.resume()
    if place is not None:
        walk.out.say(say("We go on where we stopped."))
    walk.arrive(desk.go(place) if place is not None else desk.turn(), new_topic=True)


def _listen(walk: Walk, answers: Answers) -> bool:
    all_kept = True
    while not walk.ended:
        line = answers.next()
        try:
            if line is None:
                walk.leave_asked()
                break
            _hear(walk, line)
        except ZlpError as error:
            all_kept = all_kept and not isinstance(error, StoreError)
            walk.out.say(walk.say(error.message, **error.values))
    return all_kept


def _hear(walk: Walk, line: str) -> None:
    stripped = clean(line).text
    if is_command(line):
        run_command(walk, visible(line).strip())
        return
    said = visible(line).strip().removeprefix("/") if stripped.startswith("//") else line
    if walk.asking is not None:
        walk.answer_asked(said)
    elif stripped:
        walk.answer(said)
    else:
        walk.forward()
