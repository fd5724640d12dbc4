"""The shape of what stands around the topics: chapters, life domains, routes, and the shorter forms of the plan."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from zlp_tui.script.question_models import Id, Model, Sentence

ScriptPlace = Annotated[str, Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+){0,2}$", max_length=182)]
"""A `topic`, one step of it as `topic/step`, or one part of that as `topic/step/part`."""


Weeks = Annotated[int, Field(ge=2, le=12)]
"""Every how many weeks something is done."""


class DomainText(Model):
    """What a life domain is called and what it is about, in plain words (V87-V97)."""

    id: Id
    title: Sentence
    about: Sentence
    brief: str = ""
    """What it is about in a few words, for the page on which all of them stand."""
    pictogram: str = ""
    sensitive: bool = False
    meets: tuple[Id, ...] = ()
    """What a law wants to be talked about that `about` names (`subjects` in `data/rules/`)."""


class ChapterText(Model):
    """One of the questions of the plan, `start` included."""

    id: Literal["start", "who-am-i", "my-life", "support", "results"]
    title: Sentence
    about: Sentence
    pictogram: str = ""


class Sitting(Model):
    """One sitting of a route: what is said of it beforehand, about how many minutes it takes, and what it walks."""

    id: Id
    title: Sentence
    about: Sentence
    minutes: Annotated[int, Field(ge=1, le=240)]
    text: tuple[Sentence, ...] = ()
    """More to read together before it begins."""
    also_tells: tuple[Id, ...] = ()
    """The notices that are told after that, in the words that the script has for them; with it they are shown."""
    still_open: Sentence | None = None
    """Introduces, on its first page, who does not agree and which remarks wait; they are not told where it is left out,
    or where nothing is open."""
    walks: tuple[ScriptPlace, ...] = Field(min_length=1)


class TalkRoute(Model):
    """A named way through the topics. A question is the same question in each route, and has the same answer.

    `everything`: a topic that none of its sittings names is walked too, after the topic that comes before it in the
    script. `again`: what was answered before is asked once more; elsewhere it is passed over.
    """

    id: Id
    title: Sentence
    about: Sentence
    everything: bool = False
    without: tuple[Id, ...] = ()
    """With `everything`: topics that it does not come past all the same, because a form asks for them."""
    again: bool = False
    source: Literal["spoken", "paper"] = "spoken"
    """Where its words come from: `paper` for answers that somebody wrote down and that are typed over."""
    offered_when: Literal["quick-look"] | None = None
    """The figure of the law on whose day it is offered, by its id in `data/rules/`."""
    sittings: tuple[Sitting, ...] = Field(min_length=1)

    @property
    def minutes(self) -> int:
        """About how long it takes, in minutes: as long as its sittings together."""
        return sum(sitting.minutes for sitting in self.sittings)


class SummaryPart(Model):
    """One part of a summary: what was said at some places, at most so much of it."""

    title: Sentence
    tells: tuple[ScriptPlace, ...] = Field(min_length=1)
    at_most: Annotated[int, Field(ge=1, le=20)]


class Summary(Model):
    """A shorter form of the plan, made of what was said: `page` fits on one page, `short` is read in a minute."""

    id: Literal["page", "short"]
    one_line_each: bool = False
    """Whether each line begins with the title of its part, instead of standing under it."""
    parts: tuple[SummaryPart, ...] = Field(min_length=1)


class Opening(Model):
    """A way to begin a talk, for who prepares it: some words of the plan, and what one may ask about them.

    `of` says which words: what the client said last at the places of `tells`, the last nice moment, agreement, goal or
    open question, or none at all.
    """

    id: Id
    of: Literal["said", "nice-moment", "agreement", "goal", "open-question", "nothing"]
    tells: tuple[ScriptPlace, ...] = ()
    recall: Sentence | None = None
    """Introduces the words; left out where there are none."""
    then: Sentence

    @model_validator(mode="after")
    def _fits(self) -> Self:
        """Words have an introduction, and only what was said has places."""
        if (self.recall is None) != (self.of == "nothing") or bool(self.tells) != (self.of == "said"):
            raise ValueError
        return self


class Contact(Model):
    """Whom an organisation names for one of the ways to go with a disagreement: a name, a telephone number, or both."""

    id: Literal["carer", "supporter", "complaints", "confidant"]
    name: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    phone: Annotated[str, Field(pattern=r"^[+(]?[0-9][0-9 ()+-]{1,38}$")] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        """Without a name and a number it says nothing."""
        if self.name is None and self.phone is None:
            raise ValueError
        return self


class NoticeText(Model):
    """A notice in a sentence or two, for the pages that tell it beside something else."""

    id: Id
    text: Sentence


class Outline(Model):
    """`script.yaml`: the pack's name and version, the chapters, and the order of the topics.

    In a pack that builds on ours, `leave_out` names topics, or steps as `topic/step`, that are not asked.
    """

    pack: Id
    version: Sentence
    chapters: tuple[ChapterText, ...] = ()
    topics: tuple[Id, ...] = ()
    leave_out: tuple[str, ...] = ()
    summaries: tuple[Summary, ...] = ()
    """The shorter forms of the plan; one of a pack stands in the place of ours."""
    openings: tuple[Opening, ...] = ()
    """Ways to begin a talk, the best first; one of a pack stands in the place of ours."""
    wishes: tuple[ScriptPlace, ...] = ()
    """Where the client says wishes: looking back tells how far each came. A pack that names places stands in the place
    of ours."""
    contacts: tuple[Contact, ...] = ()
    """Whom to reach with a disagreement; an organisation names them in its pack."""
    notices: tuple[NoticeText, ...] = ()
    """Notices in a sentence or two; one of a pack stands in the place of ours."""
    weekdays: dict[str, int] = Field(default_factory=dict)
    """Words that name a weekday, to ISO number."""
    parts_of_day: dict[str, str] = Field(default_factory=dict)
    """Words that name a part of the day, to its id."""
    weeks: dict[str, Weeks] = Field(default_factory=dict)
    """Words that say that it is not every week, to every how many weeks it is."""
