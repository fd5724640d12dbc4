"""Our own script: everything that was promised is asked, under the ids that answers hang on."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from zlp_tui import places
from zlp_tui.plan.view import CHAPTERS, DOMAINS
from zlp_tui.script.lint import lint
from zlp_tui.script.roles import Role
from zlp_tui.script.schema import KINDS
from zlp_tui.script.script import Script
from zlp_tui.script.steps.pick_models import Domains
from zlp_tui.script.steps.word_models import Ask
from zlp_tui.script.wording import worded

STEPS = {
    "welcome": "hello you-choose",
    "at-the-table": "who why-now",
    "who-may": "whose who-may",
    "how-we-talk": "address salutation pause screen-lock helps habits way",
    "deciding-together": "what-it-is role about-deciding",
    "domains": "cards",
    "own-plan": "told received words",
    "rights": "rights confidant",
    "sitting": "begin next how end",
    "start-read-back": "read-back",
    "people": "people",
    "appreciation": "good-at admire thankful proud like talents",
    "about-me": "likes feelings talents problems treatment-plan",
    "ordinary-day": "day",
    "good-day-bad-day": "sides must",
    "two-minutes": "two-minutes",
    "important-to": "important-to",
    "important-for": "both-count important-for balance",
    "working": "sides",
    "personal-details": "person care",
    "who-am-i-read-back": "read-back",
    "parts-of-my-life": "good change",
    "future": "change life dreams learn-or-try do-differently keep-as-is direction",
    "working-towards": "horizon",
    "getting-there": "own-ideas family-ideas professional-ideas",
    "my-life-read-back": "read-back",
    "choices": "choice role options found weigh means questions must-know chosen time-to-think why revisit",
    "goals": "goal now-or-later kind until domain follows hopes priority",
    "agreements": "want goal who small-steps period domain follows",
    "support-read-back": "read-back",
    "follow-up": "done brought adjust agreed-now",
    "quick-questions": "goes-well different forgotten",
    "look-back": "welcome confidant who still-open life-now",
    "still-important": "still new",
    "days-now": "still sides",
    "domains-now": "marks",
    "goals-now": "outcome how-close decision why successor waiting",
    "agreements-on": "goes-on agreed-now",
    "learned": "tried learned glad worried what-now",
    "supports-me": "enough better",
    "deciding-now": "role",
    "this-talk": "experience",
    "next-time": "dates",
    "look-again": "dates",
    "results-read-back": "read-back",
    "agreed": "together",
}
"""Ids never change meaning: one that disappears leaves its answers without a question."""


def test_every_topic_and_step_is_there_in_order(ours: Script) -> None:
    assert {topic.id: " ".join(step.id for step in topic.steps) for topic in ours.topics} == STEPS
    assert [topic.id for topic in ours.topics] == list(STEPS)


def test_chapters_and_domains_are_those_of_the_plan(ours: Script) -> None:
    assert tuple(chapter.id for chapter in ours.chapters) == CHAPTERS
    assert tuple(domain.id for domain in ours.domains) == DOMAINS
    assert [domain.id for domain in ours.domains if domain.sensitive] == ["sexuality-and-intimacy"]


def test_each_chapter_ends_by_being_read_back(ours: Script) -> None:
    """After the last one there is nothing left but to agree on all of it."""
    *_, last = ours.topics
    assert [step.kind for step in last.steps] == ["agree"]
    for chapter in ours.chapters:
        topics = [topic for topic in ours.topics_of(chapter.id) if topic != last]
        assert topics[-1].steps[-1].kind == "read-back"
        assert all(step.kind != "read-back" for topic in topics[:-1] for step in topic.steps)


def test_every_kind_of_step_is_used(ours: Script) -> None:
    assert {step.kind for topic in ours.topics for step in topic.steps} == set(KINDS)


def test_what_is_looked_back_on_is_apart_from_the_first_plan(ours: Script) -> None:
    first = [topic.id for topic in ours.topics if topic.part_of == "first-plan"]
    looking_back = [topic.id for topic in ours.topics if topic.part_of == "evaluation"]
    assert first == ["own-plan", "look-again"]
    assert looking_back[0] == "look-back" and looking_back[-1] == "next-time" and len(looking_back) == 11
    assert {topic.chapter for topic in ours.topics if topic.part_of == "evaluation"} == {"results"}


def test_the_supporter_and_complaints_are_notices_whose_date_is_kept(ours: Script) -> None:
    """L10, L37."""
    notices = {notice for step in ours.steps for notice in step.shown_notices}
    assert notices == {"client-support", "complaints", "confidant", "personal-plan"}


def test_the_word_of_carers_stands_beside_the_plain_one_v64(ours: Script) -> None:
    horizon = ours.find_step("working-towards", "horizon")
    assert isinstance(horizon, Ask) and all(word in horizon.hint for word in ("perspectief", "stip op de horizon"))


def test_own_ideas_come_before_those_of_others(ours: Script) -> None:
    voices = [step.voice for step in ours.topic("getting-there").steps if isinstance(step, Ask)]
    assert voices == ["client", "own-people", "professionals"]


def test_important_to_and_important_for_stand_beside_each_other(ours: Script) -> None:
    to = ours.find_step("important-to", "important-to")
    for_ = ours.find_step("important-for", "important-for")
    assert isinstance(to, Ask)
    assert isinstance(for_, Ask)
    assert (to.beside, for_.beside) == (("important-for",), ("important-to",))


def test_doing_nothing_is_always_an_option(ours: Script) -> None:
    choice = ours.find_step("choices", "choice")
    assert isinstance(choice, Ask)
    assert choice.always


def test_the_domains_ask_leave_and_offer_never(ours: Script) -> None:
    (cards,) = (step for topic in ours.topics for step in topic.steps if isinstance(step, Domains))
    assert [option.id for option in cards.relevance] == ["now", "later", "not-now", "never-ask"]
    assert [option.id for option in cards.leave.options] == ["yes", "later", "no"]


def test_topics_of_a_chapter_stand_together(ours: Script) -> None:
    order = [ours.chapters.index(ours.chapter(topic.chapter)) for topic in ours.topics]
    assert all(one <= other for one, other in pairwise(order))


def test_the_lint_finds_nothing() -> None:
    assert [str(finding) for finding in lint(places.content() / "nl")] == []


@pytest.mark.parametrize("role", Role)
def test_each_role_is_that_of_one_topic_of_ours(ours: Script, role: Role) -> None:
    assert [topic.role for topic in ours.topics].count(role) == 1


BETTER = ("very-bad", "bad", "not-good", "so-so", "good", "very-good")


def test_scales_all_run_from_worse_to_better_c6(ours: Script) -> None:
    """“Hoe was dit gesprek?” began with “Goed” after a talk, and ended with it when one looks back."""
    lists = [
        [option.id for option in options] for step in ours.steps for field in type(step).model_fields
        if isinstance(options := getattr(step, field), tuple) and any(getattr(o, "id", "") == "good" for o in options)
        and any(getattr(o, "id", "") in BETTER[:3] for o in options)
    ]
    assert len(lists) > 2
    assert all(ids == sorted(ids, key=BETTER.index) for ids in lists), lists


def test_no_question_says_again_what_stands_above_it() -> None:
    """Seen in a look back: “Hoe was dit gesprek?” stood as a title and below it as the question."""
    for file in (places.content() / "nl" / "script" / "topics").glob("*.yaml"):
        text = worded(file.read_text(encoding="utf-8"), client="u")
        title = re.search(r'^title: "(.*?)[?.]?"$', text, re.MULTILINE)
        asked = re.findall(r'^ +ask: "(.*?)[?.]?"$', text, re.MULTILINE)
        assert title is not None and title[1] not in asked, file.name
