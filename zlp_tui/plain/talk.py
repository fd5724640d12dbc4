"""The conversation line by line: for screen readers, pipes and terminals that can do little.

Both faces of the program ask the same turns of the same desk. docs/plain.md tells how each question is answered.
"""

from __future__ import annotations

from zlp_tui.conversation.desk import Desk
from zlp_tui.errors import StoreError, ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands import run_command
from zlp_tui.plain.lines import Typed
from zlp_tui.plain.out import Out
from zlp_tui.plain.overview import topics_of
from zlp_tui.plain.page import quoted, shortened
from zlp_tui.plain.walk import Walk, called
from zlp_tui.text import clean, visible

OFFERED = 5


def talk(
    desk: Desk, lines: Typed, out: Out, say: Catalogue, *, topic: str | None = None, voice: str | None = None
) -> bool:
    """Hold a conversation until it ends; whether everything that was said could be kept.

    With a topic, it begins at that topic's first question and ends after its last. Whatever ends it, what was typed
    and not said is kept as a draft, and the sitting is closed. `NotFound` for a topic that the script does not have.
    """
    try:
        walk = Walk(desk, out, say, only_topic=topic)
        _begin(walk, topic, voice)
        return _listen(walk, lines)
    except (KeyboardInterrupt, SystemExit):
        _keep_unfinished(desk, lines)
        raise
    finally:
        desk.leave()


def _begin(walk: Walk, topic: str | None, voice: str | None) -> None:
    desk, say = walk.desk, walk.say
    if topic is not None:
        desk.go_topic(topic)  # refused before anything is said
    walk.out.say(say("The care and life plan of {name}", name=called(desk.view.client_person)))
    if voice is not None:
        walk.speaks(voice)
    walk.out.say(say("At the table: {names}", names=walk.names()))
    if topic is not None:
        walk.arrive(desk.go_topic(topic), new_topic=True)
        return
    _offer_drafts(walk)
    place = desk.resume()
    if place is not None:
        walk.out.say(say("We go on where we stopped."))
    walk.arrive(desk.go(place) if place is not None else desk.turn(), new_topic=True)


def _offer_drafts(walk: Walk) -> None:
    """Tell what was typed elsewhere and not said; at its own place it is offered with the question."""
    titles = {topic.id: topic.title for topic in topics_of(walk.desk.map())}
    for draft in walk.desk.drafts()[:OFFERED]:
        words = quoted(shortened(draft.text))
        title = titles.get(draft.place.topic, draft.place.topic)
        walk.out.say(walk.say("Typed and not said yet, at {topic}: {words}", topic=title, words=words))


def _listen(walk: Walk, lines: Typed) -> bool:
    all_kept = True
    while not walk.ended:
        line = _read(walk, lines)
        if line is None:
            break
        try:
            _hear(walk, line)
        except ZlpError as error:
            all_kept = all_kept and not isinstance(error, StoreError)
            walk.out.say(walk.say(error.message, **error.values))
    return all_kept


def _hear(walk: Walk, line: str) -> None:
    stripped = clean(line).text
    if not stripped:
        walk.forward()
    elif stripped.startswith("//"):
        walk.answer(visible(line).strip().removeprefix("/"))
    elif stripped.startswith("/"):
        run_command(walk, visible(line).strip())
    else:
        walk.answer(line)


def _read(walk: Walk, lines: Typed) -> str | None:
    """One answer: a line, and the lines after it as long as one ends with a backslash. None at the end of the input.

    Until the answer is whole, what has been typed of it is kept as a draft.
    """
    draft = ""
    typed: list[str] = []
    while True:
        walk.out.prompt("+" if typed else ">")
        line = lines.next()
        walk.out.answered()
        if line is None:
            return None
        if not _goes_on(line):
            typed.append(line.removesuffix("\\") if line.endswith("\\\\") else line)
            if len(typed) > 1:
                walk.desk.keep_draft(draft)
            return "\n".join(typed)
        draft = walk.desk.draft() if not typed else draft
        typed.append(line.removesuffix("\\"))
        walk.desk.keep_draft("\n".join(filter(None, (draft, *typed))))


def _goes_on(line: str) -> bool:
    """A line that ends with one backslash goes on; two stand for one that is meant."""
    return line.endswith("\\") and not line.endswith("\\\\")


def _keep_unfinished(desk: Desk, lines: Typed) -> None:
    """What had been typed of a line when the program was ended: words, and not a command."""
    unfinished = clean(lines.unfinished()).text
    if unfinished and not unfinished.startswith("/"):
        desk.keep_draft("\n".join(filter(None, (desk.draft(), unfinished))))
