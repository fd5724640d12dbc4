"""Stores to measure on, filled through the program's own writers with invented people."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from zlp_tui.places import store_file
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import plans
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.tables.sittings import conversations
from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.store import Store, open_store

FIRST = ("Anna", "Bram", "Celine", "Dirk", "Elif", "Farid", "Greet", "Hendrik", "Imane", "Joris")
LAST = ("Vos", "de Vries", "El Amrani", "Jansen", "Yilmaz", "Bakker", "van den Berg", "Smit", "Mulder", "Peters")
PLACES: tuple[tuple[str, str, str | None], ...] = (
    *(("good-day-bad-day", "sides", side) for side in ("good", "bad")),
    *(("good-day-bad-day", "must", side) for side in ("must-have", "must-not")),
    *(("about-me", "likes", side) for side in ("like", "dislike")),
    *(("about-me", "feelings", side) for side in ("happy", "sad")),
    *(("working", "sides", side) for side in ("works", "does-not-work")),
    *(("appreciation", step, None) for step in ("good-at", "admire", "thankful", "proud", "like", "talents")),
    *(("future", step, None) for step in ("change", "life", "dreams", "learn-or-try", "do-differently", "keep-as-is")),
    ("two-minutes", "two-minutes", None), ("important-to", "important-to", None), ("working-towards", "horizon", None),
)
"""Questions of the script at which a plan has answers."""
SENTENCE = "Ik drink koffie bij het raam en kijk naar de vogels in de tuin."


def now() -> datetime:
    """The clock of the stores."""
    return datetime.now(UTC)


def new_id() -> str:
    """The ids of the stores."""
    return str(uuid4())


def opened(home: Path, key: bytes | None = None) -> Store:
    """The store of this home."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    return open_store(store_file(home), key, clock=now)


def name_of(number: int) -> str:
    """The name of an invented client; each is another one."""
    return f"{FIRST[number % 10]} {LAST[number // 10 % 10]} {number // 100:03}"


def act_of(session: Transaction, plan: str) -> Act:
    """An act of the client of a plan."""
    ((client,),) = session.run("select id from person where plan_id = ? and kind = 'client'", (plan,))
    return act_by(session, plan, str(client))


def act_by(session: Transaction, plan: str, person: str) -> Act:
    """An act of this person."""
    return Act(session, plan, person, None, now(), now().date(), new_id, new_id(), "benchmark 1")


def with_plans(home: Path, count: int, *, dated: int = 0) -> Path:
    """A home with this many plans, each talked about once; so many of them are `dated`: with an agreement for each
    day, to look at today. One that is there already is used again: 10,000 plans take a while."""
    if store_file(home).exists():
        return home
    store = opened(home)
    with store.writing() as session:
        for number in range(count):
            plan = plans.start(session, name=name_of(number), at=now(), today=now().date(), new_id=new_id)
            act = act_of(session, plan)
            talk = conversations.begin(act, (act.by,))
            conversations.resume_at(act, talk, "good-day-bad-day", "sides", "good")
            if number < dated:
                agreed = agreements.add(act, SENTENCE)
                agreements.change(act, agreed, evaluate_on=act.today)
                step = agreements.add_step(act, agreed, SENTENCE)
                agreements.step_when(act, step, "elke dag", range(1, 8), ("morning",))
    store.close()
    return home


def with_statements(home: Path, count: int, key: bytes | None = None) -> str:
    """A home with one plan in which this many things were said, spread over the questions; the plan's id."""
    store = opened(home, key)
    with store.writing() as session:
        plan = plans.start(session, name=name_of(0), at=now(), today=now().date(), new_id=new_id)
        act = act_of(session, plan)
        talk = conversations.begin(act, (act.by,))
        conversations.resume_at(act, talk, "good-day-bad-day", "sides", "good")
        for number in range(count):
            add_sentence(act, f"{number}. {SENTENCE}", PLACES[number % len(PLACES)])
    store.close()
    return plan


def add_sentence(act: Act, text: str, at: tuple[str, str, str | None] = PLACES[0]) -> str:
    """One answer at a question: topic, step and side."""
    topic, step, side = at
    return statements.add_statement(act, topic=topic, step=step, prompt=f"De vraag van {topic}?", text=text, side=side)
