"""What the law wants to be talked about and told: which of it was, by which lines, as the readers may see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conversation.test_due_lines import fill, write
from tests.tools.table import Table
from zlp_tui import places
from zlp_tui.conversation.telling.overviews.law_check import LawLine, law_lines, rule_title
from zlp_tui.due.rules import load_rules
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import domains, people
from zlp_tui.plan.tables.looking_back import evaluations
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.tables.sittings import notices
from zlp_tui.script.loading import load_script

RULES = load_rules(places.data() / "rules")
NINE = [subject.id for subject in RULES["wlz"].subjects]


def lines(table: Table) -> dict[str, LawLine]:
    return {line.rule: line for line in law_lines(table.desk._plan.plan_context(), RULES)}


def say(moment: str, text: str, domain: str | None = None) -> Callable[[Act], object]:
    return lambda act: statements.add_statement(
        act, topic="ordinary-day", step="day", prompt="Hoe?", text=text, moment=moment, domain=domain
    )


def test_our_script_asks_about_each_of_the_nine_subjects_and_names_no_other() -> None:
    script = load_script(places.content() / "nl")
    by_domains = {rule for domain in script.domains for rule in domain.meets}
    by_steps = {rule for step in script.steps for met in (step.meets, *step.parts_meeting.values()) for rule in met}
    assert len(NINE) == 9
    assert by_domains == set(NINE)
    assert by_steps <= set(NINE)


WORDS = {
    "own-life": ("beslis", "familie", "vrijwilliger"),
    "washing-and-toilet": ("wassen", "wc", "broekje", "douche"),
    "food-and-drink": ("eten", "drinken"),
    "clean-room": ("schoon",),
    "respect-and-safety": ("respect", "veilig", "gezellig"),
    "belief": ("gelooft", "geloof", "bidden"),
    "day-and-movement": ("hobby", "bewegen"),
    "outdoors": ("buiten",),
    "development": ("leren", "school"),
}
"""What is heard of each subject, at the questions and the life domains that meet it."""


@pytest.mark.parametrize("rule", NINE)
def test_each_subject_is_named_where_it_is_asked_and_none_as_a_tick_list(rule: str) -> None:
    """L58."""
    script = load_script(places.content() / "nl")
    asked = [s for s in script.steps if rule in s.meets or any(rule in met for met in s.parts_meeting.values())]
    heard = " ".join([str(step) for step in asked] + [d.about for d in script.domains if rule in d.meets]).casefold()
    assert [word for word in WORDS[rule] if word not in heard] == []
    assert not any(getattr(step, "many", False) for step in asked)


def test_each_rule_has_plain_words(table: Table) -> None:
    known = {one.id for rules in RULES.values() for one in (*rules.subjects, *rules.told)}
    assert all(rule_title(table.desk._plan.tr, rule) != rule for rule in known)


@pytest.mark.parametrize("law", [None, "wlz", "zvw"])
def test_of_a_new_plan_nothing_was_talked_about(table: Table, law: str | None) -> None:
    if law:
        fill(table, law=law)
    found = lines(table)
    assert list(found)[:9] == NINE
    assert not any(line.met_by for line in found.values())


def test_a_subject_is_met_by_what_was_said_where_it_is_asked(table: Table) -> None:
    write(table, say("morning", "Ik was me zelf."))
    (said,) = table.desk.view.statements
    met = lines(table)
    assert (met["washing-and-toilet"].met_by, met["washing-and-toilet"].where) == ((said.id,), ("Een gewone dag",))
    assert met["outdoors"].met_by == met["food-and-drink"].met_by == ()


def test_a_life_domain_that_came_up_meets_what_it_names_with_what_was_said_in_it(table: Table) -> None:
    write(table, say("night", "De kamer is stoffig.", "housing"))
    assert lines(table)["clean-room"].met_by == ()  # the domain that names it did not come up
    write(table, lambda act: domains.change(act, "housing", relevance="now"))
    met = lines(table)["clean-room"]
    assert met.met_by == ("housing", table.desk.view.statements[0].id)
    assert met.where == ("Wonen",)
    write(table, lambda act: domains.change(act, "housing", relevance="never-ask"))
    assert lines(table)["clean-room"].met_by == ()


def test_people_and_who_decides_tell_of_ones_own_life(table: Table) -> None:
    write(table, lambda act: people.add(act, "Sanne", kind="family"))
    assert lines(table)["own-life"].where


def test_what_readers_may_not_see_meets_nothing(table: Table) -> None:
    write(table, say("morning", "Ik was me zelf."))
    write(table, lambda act: domains.change(act, "housing", relevance="now"))
    table.give(lambda _who, _action, scope: scope.topic not in ("ordinary-day", "domains"))
    assert not any(line.met_by for line in lines(table).values() if line.rule in NINE)


def test_what_must_be_told_is_told_again_before_a_look_back(table: Table) -> None:
    """L10, L37: with the day on which it was told."""
    fill(table, law="wlz", wlz_ground="psychogeriatric")
    assert [rule for rule in lines(table) if rule not in NINE] == ["client-support", "personal-plan", "confidant"]
    write(table, lambda act: notices.shown(act, "client-support"))
    told = lines(table)["client-support"]
    assert (told.met_by, told.where) == (("client-support",), ("verteld op 3 maart",))
    write(table, lambda act: evaluations.open_or_create(act, [table.desk.view.client]))
    assert lines(table)["client-support"].met_by  # nothing was agreed on in between
    assert lines(table)["confidant"].met_by == ()
