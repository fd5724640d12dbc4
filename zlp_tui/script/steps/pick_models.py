"""Steps that are answered by picking or by putting in order: fixed answers, people, life domains, an order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from zlp_tui.script.blank_question import BlankQuestion, blank
from zlp_tui.script.question_models import (
    Days,
    Id,
    Model,
    PickOption,
    PickQuestion,
    PlaceId,
    Question,
    Sentence,
    TitledQuestion,
)
from zlp_tui.script.step_model import RepeatedStep, StepBase

From = Literal["statements", "domains", "people", "goals", "options"]
"""What a pick may offer besides its own fixed options."""


class PickStep(RepeatedStep, Question):
    """A question with a few answers to pick from."""

    asks_alone: ClassVar[bool] = True
    kind: Literal["pick"]
    options: tuple[PickOption, ...] = ()
    from_: From | None = Field(default=None, alias="from")
    topics: tuple[Id, ...] = ()
    """For `from: statements`: whose quotes are offered."""
    many: bool = False
    keeps: Literal[
        "detail", "address", "deciding", "choice-role", "choice-domain", "chosen", "goal-kind", "goal-domain",
        "goal-now-or-later", "follows-from", "agreement-goal", "agreement-domain", "done", "how-close", "decision",
        "waiting-goal", "quality", "experience", "agreement-goes-on",
    ] = "detail"
    beside: tuple[Id, ...] = ()
    remind_domains: bool = False
    """Names the ten domains under the question, so that nothing is forgotten (V82)."""
    suppose: PlaceId | None = None
    """For `keeps: chosen`: what was said there, as `topic/side`, stands beside the options: would it still be so?"""
    for_decider: Question | None = None
    """For `keeps: chosen`: how it is asked of somebody else who decides (`{decider}`)."""
    once_known: bool = False
    """For `keeps: choice-role`: asked on request, once the answer is known from what was said of choosing as such."""
    said_before: Sentence | None = None
    """For `keeps: choice-role`: tells what was said of choosing as such (`{words}`), where that holds here."""
    decider: Question | None = None
    """For the deciding roles: who that is, asked when others decide or help to (V73)."""
    for_what: Question | None = None
    """For the deciding roles: what each of them is asked for, where there is more than one."""
    pause: Sentence | None = None
    """Proposes the pause that was asked for here, after the minutes of the answer (`pause_after`); `{words}` quotes
    the answer."""
    because: PickQuestion | None = None
    """For `keeps: done`: asked after "partly" or "no" (L63)."""

    @property
    def proposed_pause(self) -> str | None:
        """As `pause` says it."""
        return self.pause

    @property
    def on_request_once_known(self) -> bool:
        """As `once_known` says it."""
        return self.once_known

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """The options of the pick, or those of its reason for `because`."""
        options = self.options if answer == self.keeps else ()
        return (*options, *(self.because.options if self.because is not None and answer == "because" else ()))

    @property
    def kept_as(self) -> str | None:
        """What is picked becomes this."""
        return self.keeps

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        asked = blank(self, options=self.options)._replace(listed="domains" if self.from_ == "domains" else None)
        return (asked, *((blank(self.decider, "decider"),) if self.decider is not None else ()))


class DayQuestion(Question):
    """A question for a day."""

    days: Days


class Representing(Model):
    """What is asked of who represents the client (C8)."""

    acts_as: PickQuestion
    """On what ground; asked of a `representative`, as other kinds tell it themselves."""
    since: DayQuestion
    until: DayQuestion
    """Both are asked where a court or the client appointed them: a relative is one by law."""


class People(StepBase):
    """Who matters, and for each of them: who that is, what for, what they are told, how to reach (V104, L88, L93)."""

    asks_alone: ClassVar[bool] = True
    kind: Literal["people"]
    who: Question
    person_kind: PickQuestion
    precisely: Question | None = None
    """Asked after a kind that has others `among` it: which of these. Left out: the question for the kind once more."""
    relation: TitledQuestion
    for_what: TitledQuestion
    informed: TitledQuestion | None = None
    """What somebody is told about the client, and when."""
    informed_of: tuple[Id, ...] = ()
    """Of whom `informed` is asked: these kinds of people, and others on request."""
    contact: TitledQuestion
    represents: Representing | None = None
    """Of who represents the client: on what ground, since when and until when."""

    first_part: ClassVar[str] = "who"

    @property
    def fields(self) -> Mapping[str, TitledQuestion]:
        """What is asked about each person in words, by part, in order."""
        informed = {} if self.informed is None else {"informed": self.informed}
        return {"relation": self.relation, "for-what": self.for_what, **informed, "contact": self.contact}

    def on_request_but_for(self, part: str | None) -> tuple[str, ...]:
        """As `informed_of` says it."""
        return self.informed_of if part is not None and part.endswith("/informed") else ()

    @property
    def skips_settled(self) -> bool:
        """A person's fields that are filled in are passed over."""
        return True

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """The kinds of people, for `person-kind`; those among another before that. For `acts-as` the grounds."""
        if answer == "acts-as":
            return self.represents.acts_as.options if self.represents is not None else ()
        kinds = (kind for option in self.person_kind.options for kind in (*option.among, option))
        return tuple(kinds) if answer == "person-kind" else ()

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        kind = blank(self.person_kind, "person-kind", self.person_kind.options)
        return blank(self.who, "who"), kind, *(blank(f, part, title=f.title) for part, f in self.fields.items())


class Domains(StepBase):
    """Which of the ten life domains to talk about, and in which order: on one page, or card by card for whoever likes
    that (V27, V45, V55). A sensitive one is not on that page; leave is asked for it (V96)."""

    kind: Literal["domains"]
    which: Question
    """Asked once for all of them: which, in the order of choosing."""
    one_by_one: PickOption
    """Leads from that page to the cards."""
    ask: Sentence
    """Asked on each card."""
    relevance: tuple[PickOption, ...] = Field(min_length=4, max_length=4)
    """Options `now`, `later`, `not-now` and `never-ask`, in that order."""
    differently: tuple[Sentence, ...] = ()
    leave: PickQuestion
    """Asked about a sensitive domain: options `yes`, `later` and `no`; only `yes` opens it."""
    with_whom: Question
    """Asked after `later`."""
    for_client_only: ClassVar[bool] = True

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """How a life domain can matter, for `relevance`."""
        return self.relevance if answer == "relevance" else ()

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return (blank(self.which)._replace(listed="domains"), blank(self.with_whom, "with-whom"))


class Order(StepBase, Question):
    """Put things in the client's order."""

    kind: Literal["order"]
    over: Literal["domains", "goals"]

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return (blank(self)._replace(listed="domains" if self.over == "domains" else None),)
