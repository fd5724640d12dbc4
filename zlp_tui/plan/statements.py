"""What was said, character for character, by whoever said it. A text is never updated: it is replaced or withdrawn."""

from functools import lru_cache
from uuid import NAMESPACE_OID, uuid5

from zlp_tui.plan import changes
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.changes import Act
from zlp_tui.plan.row import (
    PlanRow,
    check_date,
    check_domain,
    check_instant,
    check_one_of,
    check_words,
    filled,
    maybe,
    refers,
    rules,
    whole,
)
from zlp_tui.plan.rules import Checked, Domain, ScriptId, Spoken, checked
from zlp_tui.plan.view import Source

SIDES = ("good", "bad", "works", "does-not-work", "must-have", "must-not", "like", "dislike", "happy", "sad")


class Prompt(PlanRow, table=True):
    """A question as it was worded, and the pack it came from; kept once per plan and referred to."""

    __table_args__ = rules(check_words("wording"))
    topic: str = filled()
    step: str = filled()
    wording: str = filled()
    pack: str = filled()


class Statement(PlanRow, table=True):
    """One thing said. `about` is the choice, goal or agreement it was said about: one of three tables."""

    __table_args__ = rules(
        check_words("text"),
        check_one_of("side", SIDES),
        check_one_of("source", Source),
        check_domain(),
        check_date("said_on"),
        check_instant("withdrawn_at"),
        refers("prompt", "prompt"),
        refers("voice", "person"),
        refers("conversation", "conversation"),
        refers("replaces", "statement"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    topic: str = filled()
    step: str = filled()
    prompt: str = filled()
    side: str | None = maybe()
    moment: str | None = maybe()
    text: str = filled()
    voice: str = filled()
    domain: str | None = maybe()
    source: str = filled()
    conversation: str | None = maybe()
    said_on: str = filled()
    replaces: str | None = maybe()
    about: str | None = maybe()


class _New(Checked):
    topic: ScriptId
    step: ScriptId
    prompt: Spoken
    text: Spoken
    side: ScriptId | None
    moment: ScriptId | None
    domain: Domain | None
    source: Source


class _Tag(Checked):
    domain: Domain | None


def say(
    act: Act, *, topic: str, step: str, prompt: str, text: str, side: str | None = None, moment: str | None = None,
    domain: str | None = None, about: str | None = None, source: str = "spoken", replaces: str | None = None,
    voice: str | None = None,
) -> str:
    """Keep what was said in answer to `prompt`, the question as it was worded; its id.

    `voice` is whose words they are, when not of the one who speaks now. `Refused` when there are no words in it or
    `replaces` is no statement; `NotFound` when `about` is no line of it.
    """
    ask_leave(act.by, topic)
    new = checked(
        _New, topic=topic, step=step, prompt=prompt, text=text, side=side, moment=moment, domain=domain, source=source
    )
    if about is not None:
        changes.table_with(act, about)
    return changes.add(
        act, Statement, topic=new.topic, step=new.step, prompt=_prompt(act, new), side=new.side, moment=new.moment,
        text=new.text, voice=voice or act.by, domain=new.domain, source=new.source, conversation=act.conversation,
        said_on=act.day, replaces=replaces, about=about,
    )


def tag(act: Act, statement: str, domain: str | None) -> bool:
    """Say which life domain a statement belongs to, or None; False when it stood like that."""
    ask_leave(act.by, str(changes.current(act, Statement, statement)["topic"]))
    return changes.alter(act, Statement, statement, domain=checked(_Tag, domain=domain).domain)


def _prompt(act: Act, new: _New) -> str:
    prompt = _prompt_id(act.plan_id, act.pack, new.topic, new.step, new.prompt)
    if not changes.exists(act, Prompt, prompt):
        changes.add(act, Prompt, id=prompt, topic=new.topic, step=new.step, wording=new.prompt, pack=act.pack)
    return prompt


@lru_cache(maxsize=64)
def _prompt_id(*words: str) -> str:
    """The id of the question in these words. It follows from the words, so that looking it up is looking up a key."""
    return str(uuid5(NAMESPACE_OID, "\n".join(words)))
