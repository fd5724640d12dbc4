"""What the commands print as JSON: the rows of `plans`, `due`, `today`, `search`, `check` and `check --law`, and what
`prepare` prints.

`diff` has `printed_diff.py`.

Their JSON Schemas in `docs/schema/` are made from these types (`tools/generate.py`). Keys are added, never changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """One plan, by `zlp plans`: the client's name, the day of the last conversation, the day to look at it again, the
    id of the topic where the last conversation stopped, and the day since which nothing is done with it."""

    id: str
    name: str
    last_talk: str | None
    next: str | None
    goes_on_at: str | None
    ended_on: str | None


@dataclass(frozen=True, slots=True)
class PrintedDue:
    """Something with a date, by `zlp due`. Today is not late.

    `because` is why then: `client-wish`, `first-evaluation`, a figure of the law (`plan-within`, `evaluate-every`), or
    `answered-within` for a remark or a disagreement, or the same word as `what`. `write-again`, `quick-look`,
    `personal-plan` and `enquiry-within` are figures too.
    """

    plan: str
    name: str
    what: Literal[
        "evaluation", "indication", "thinking-time", "revisit", "agreement", "agreement-over", "write-again",
        "quick-look", "personal-plan", "enquiry-within", "ask-again", "remark", "disagreement",
    ]
    on: str
    late: bool
    because: str


@dataclass(frozen=True, slots=True)
class PrintedToday:
    """Something for today, by `zlp today`: what is agreed, by part of the day, and then what is due.

    What is agreed has an `agreement`, its `goal` if any, and a `part_of_day` (`morning`, `midday`, `afternoon`,
    `evening`, `night`; null: any time); one row for each part. `who` are the names of those who take part, `done_today`
    is what was noted last today of that part of the day, or of the whole day, and `new` that nothing was noted of it on
    an earlier day. `what` is null where the words belong to a sensitive life domain. What is due has the day in `due`,
    says in `what` what it is, and names the agreement that it is about, if any. Last, for the person of `--for`,
    how many lines are new in a plan since they looked: in `new_lines`, with since when in the words of `what`.
    """

    plan: str
    name: str
    agreement: str | None
    goal: str | None
    part_of_day: str | None
    what: str | None
    who: tuple[str, ...]
    done_today: Literal["yes", "partly", "no"] | None
    due: str | None
    new: bool
    new_lines: int | None = None


@dataclass(frozen=True, slots=True)
class PrintedFound:
    """Words that `zlp search` found: the line of the plan they stand in, by id (empty for what has none), the words,
    by whom, on which day, what they are about, and the number of the edition that holds them where the plan of now
    does not."""

    ref: str
    text: str
    by: str
    on: str | None
    about: str
    edition: int | None


@dataclass(frozen=True, slots=True)
class PrintedPreparedLine:
    """One line of a part of `zlp prepare`: the line of the plan that it tells of, by id (empty for none), what
    introduces it, its words, by whom (or when, of what is coming up), and what stands beside them."""

    ref: str
    intro: str
    text: str
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class PrintedPreparedPart:
    """One part of what there is to prepare a talk with; a part without lines is left out."""

    part: Literal[
        "next-talk", "last-talk", "changed", "loose-notes", "open-questions", "remarks", "coming-up", "to-ask-along",
        "openings",
    ]
    title: str
    lines: tuple[PrintedPreparedLine, ...]


@dataclass(frozen=True, slots=True)
class PrintedPreparation:
    """What `zlp prepare` prints: the parts of its page with all of their lines, and the questions for the client to
    think about."""

    parts: tuple[PrintedPreparedPart, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedFinding:
    """One thing that `zlp check` looked at: a part of the store, `lock` (who can open the plans), `taken-in`,
    `copies` (one to go back to), `script`, `rules` or `settings`, with one sentence in the user's language."""

    what: str
    sound: bool
    message: str


@dataclass(frozen=True, slots=True)
class PrintedCopy:
    """One copy of a plan, by `zlp copies`: the client's name, by what `zlp restore` asks for it, when it was made (in
    universal time), its size in bytes, and why; null where that is not known."""

    plan: str
    name: str
    copy: str
    made_at: str
    size: int
    why: Literal["asked", "closed", "while-open", "key", "take-in", "restore"] | None


@dataclass(frozen=True, slots=True)
class PrintedLawRule:
    """Something that the law wants to be talked about or told, by `zlp check --law`.

    `met_by` are the ids of the lines of the plan that tell of it (a statement, a person, a life domain), or of the
    notice that was shown; `missing`: there are none.
    """

    rule: str
    article: str
    met_by: tuple[str, ...]
    missing: bool


def plain(printed: object) -> object:
    """A row, or rows, as dictionaries and lists. Small enough to need no library at the start of a command."""
    if is_dataclass(printed):
        return {field.name.rstrip("_"): plain(getattr(printed, field.name)) for field in fields(printed)}
    if isinstance(printed, Iterable) and not isinstance(printed, str):
        return [plain(item) for item in printed]
    return printed
