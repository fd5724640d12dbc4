"""What was said, character for character, by whoever said it. A text is never updated: it is replaced or withdrawn."""

from functools import lru_cache
from typing import ClassVar
from uuid import NAMESPACE_OID, uuid5

from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_domain,
    check_instant,
    check_one_of,
    check_words,
    integer_column,
    nullable_text,
    reference,
    table_args,
    text_column,
)
from zlp_tui.plan.tables.validators import Domain, ScriptId, SpokenText, Validated, validated
from zlp_tui.plan.view import Source, Statement

SIDES = ("good", "bad", "works", "does-not-work", "must-have", "must-not", "like", "dislike", "happy", "sad")


class PromptRow(OwnedRow, table=True):
    """A question as it was worded, and the pack it came from; kept once per plan and referred to."""

    __table_args__ = table_args(check_words("wording"))
    topic: str = text_column()
    step: str = text_column()
    wording: str = text_column()
    pack: str = text_column()


class StatementRow(OwnedRow, table=True):
    """One thing said. `about` is the choice, goal or agreement it was said about: one of three tables."""

    __table_args__ = table_args(
        check_words("text"),
        check_one_of("side", SIDES),
        check_one_of("source", Source),
        check_domain(),
        check_date("said_on"),
        check_instant("withdrawn_at"),
        reference("prompt", "prompt"),
        reference("voice", "person"),
        reference("conversation", "conversation"),
        reference("replaces", "statement"),
    )
    its_own: ClassVar[frozenset[str]] = frozenset({"text", "voice", "source", "conversation", "said_on"})
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    topic: str = text_column()
    step: str = text_column()
    prompt: str = text_column()
    side: str | None = nullable_text()
    moment: str | None = nullable_text()
    text: str = text_column()
    voice: str = text_column()
    domain: str | None = nullable_text()
    source: str = text_column()
    conversation: str | None = nullable_text()
    said_on: str = text_column()
    replaces: str | None = nullable_text()
    about: str | None = nullable_text()


class _New(Validated):
    topic: ScriptId
    step: ScriptId
    prompt: SpokenText
    text: SpokenText
    side: ScriptId | None
    moment: ScriptId | None
    domain: Domain | None
    source: Source


class _Anew(Validated):
    text: SpokenText
    prompt: SpokenText


class _Tag(Validated):
    domain: Domain | None


def add_statement(
    act: Act, *, topic: str, step: str, prompt: str, text: str, side: str | None = None, moment: str | None = None,
    domain: str | None = None, about: str | None = None, source: str = "spoken",
) -> str:
    """Keep what was said in answer to `prompt`, the question as it was worded, by who speaks now; its id.

    `Refused` when there are no words in it; `NotFound` when `about` is no line of the plan.
    """
    source = "paper" if act.written else source
    new = validated(
        _New, topic=topic, step=step, prompt=prompt, text=text, side=side, moment=moment, domain=domain, source=source
    )
    if about is not None:
        changes.table_with(act, about)
    return changes.add(
        act, StatementRow, topic=new.topic, step=new.step, prompt=prompt_of(act, new.topic, new.step, new.prompt),
        side=new.side, moment=new.moment, text=new.text, voice=act.by, domain=new.domain, source=new.source,
        conversation=act.conversation, said_on=act.day, about=about,
    )


def say_beside(act: Act, said: Statement, text: str) -> str:
    """Keep what who speaks now says beside a statement, in answer to the same question; its id. That one stays."""
    return add_statement(
        act, topic=said.topic, step=said.step, prompt=said.prompt, text=text, side=said.side, moment=said.moment,
        domain=said.domain, about=said.about,
    )


def say_anew(act: Act, replaced: str, text: str, *, prompt: str | None = None, voice: str | None = None) -> str:
    """Keep what is said in the place of an earlier statement, to the same question; its id.

    What was written down beforehand stays so: what was typed over is put right.

    `prompt` is how the question was worded, when not as before; `voice` is whose words they are, when not of the one
    who speaks now. `Refused` when there are no words in it; `NotFound` when `replaced` is no statement.
    """
    before = changes.current(act, StatementRow, replaced)
    asked = str(changes.current(act, PromptRow, str(before["prompt"]))["wording"])
    new = validated(_Anew, text=text, prompt=prompt or asked)
    return changes.succeed(
        act, StatementRow, replaced, text=new.text, voice=voice or act.by,
        source="paper" if before["source"] == "paper" else "spoken",
        prompt=prompt_of(act, str(before["topic"]), str(before["step"]), new.prompt), conversation=act.conversation,
        said_on=act.day,
    )


def tag(act: Act, statement: str, domain: str | None) -> bool:
    """Say which life domain a statement belongs to, or None; False when it stood like that."""
    return changes.alter(act, StatementRow, statement, domain=validated(_Tag, domain=domain).domain)


def prompt_of(act: Act, topic: str, step: str, wording: str) -> str:
    """The id of a question as it was worded, kept once."""
    prompt = _prompt_id(act.plan_id, act.pack, topic, step, wording)
    if not changes.exists(act, PromptRow, prompt):
        changes.add(act, PromptRow, id=prompt, topic=topic, step=step, wording=wording, pack=act.pack)
    return prompt


@lru_cache(maxsize=64)
def _prompt_id(*words: str) -> str:
    """The id of the question in these words. It follows from the words, so that looking it up is looking up a key."""
    return str(uuid5(NAMESPACE_OID, "\n".join(words)))
