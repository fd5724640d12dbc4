"""Looking back on goals: what came of them, how close, how they go on, and what becomes of their agreements."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.tools.table import Table, agree_on_plan
from zlp_tui.conversation.ports.turn import Board, Pick, Picked, Spoken, Turn
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Goal, GoalOutcome, Place

WALK = "Zelf naar de bakker lopen."
TOGETHER = "Samen naar de bakker."


def with_goal(table: Table) -> tuple[str, str]:
    """A goal with one agreement that serves it."""
    desk = table.desk
    desk.go(Place("goals", "goal"))
    (goal,) = desk.answer(Spoken(WALK)).refs
    desk.go(Place("agreements", "want", "anything"))
    (agreement,) = desk.answer(Spoken(TOGETHER)).refs
    desk.go(Place("agreements", "goal", agreement))
    desk.answer(Picked((goal,)))
    return goal, agreement


def at(table: Table, step: str, about: str, topic: str = "goals-now") -> Turn:
    return table.desk.go(Place(topic, step, about))


def decide(table: Table, goal: str, decision: str) -> None:
    at(table, "decision", goal)
    assert table.desk.answer(Picked((decision,))).goes_on


def goal_of(table: Table, ref: str) -> Goal:
    return next(goal for goal in table.desk.view.goals if goal.id == ref)


def outcome_of(table: Table, ref: str) -> GoalOutcome:
    evaluation = table.desk.view.open_evaluation
    assert evaluation is not None
    outcome = evaluation.of_goal(ref)
    assert outcome is not None
    return outcome


def steps_of(table: Table) -> list[str]:
    """The questions of the goals-now round, as one walks through it."""
    turn: Turn | None = table.desk.go_topic("goals-now")
    steps = []
    while turn is not None and turn.place.topic == "goals-now":
        steps.append(turn.place.step)
        turn = table.desk.forward()
    return steps


def board(turn: Turn) -> dict[str, list[str]]:
    """What stands beside a question, by heading."""
    assert isinstance(turn.board, Board)
    return {group.title: [quote.text for quote in group.quotes] for group in turn.board.groups if group.quotes}


@pytest.mark.parametrize(("decision", "status", "steps"), [
    ("go-on", "active", ["outcome", "how-close", "decision", "why"]),
    ("reached", "reached", ["outcome", "how-close", "decision", "why"]),
    ("stop", "stopped", ["outcome", "how-close", "decision", "why"]),
    ("adjust", "active", ["outcome", "how-close", "decision", "why", "successor"]),
])
def test_each_decision_leads_to_its_questions(table: Table, decision: str, status: str, steps: list[str]) -> None:
    goal, _ = with_goal(table)
    assert steps_of(table) == ["outcome", "how-close", "decision"]
    decide(table, goal, decision)
    assert goal_of(table, goal).status == status
    at(table, "outcome", goal)
    assert set(steps) - {"decision"} <= {"outcome", *_walked(table)}
    assert table.desk.undo() is not None
    assert goal_of(table, goal).status == "active"
    assert table.desk.view.open_evaluation is None, "the first answer began the look back, and is undone with it"


def _walked(table: Table) -> list[str]:
    steps = []
    while (turn := table.desk.forward()) is not None and turn.place.topic == "goals-now":
        steps.append(turn.place.step)
    return steps


def test_why_and_the_new_words_are_not_asked_before_a_decision(table: Table) -> None:
    goal, _ = with_goal(table)
    for step in ("why", "successor"):
        with pytest.raises(NotFound):
            at(table, step, goal)
    decide(table, goal, "adjust")
    assert at(table, "successor", goal).question.startswith("Hoe wordt het doel nu")


def test_reaching_a_goal_is_celebrated(table: Table) -> None:
    goal, _ = with_goal(table)
    decide(table, goal, "stop")
    assert at(table, "why", goal).gentle == ""
    decide(table, goal, "reached")
    assert at(table, "why", goal).gentle.startswith("Gefeliciteerd")


@pytest.mark.parametrize("over", ["reached", "stop"])
def test_whoever_thinks_again_gets_the_goal_and_its_agreements_back(table: Table, over: str) -> None:
    goal, agreement = with_goal(table)
    decide(table, goal, over)
    assert goal_of(table, goal).ended_on is not None
    turn = at(table, "goes-on", agreement, "agreements-on")
    assert isinstance(turn.input, Pick) and turn.input.chosen == (), "nobody said so yet"
    table.desk.answer(Picked(("ends",)))
    assert table.desk.view.active_agreements() == ()
    decide(table, goal, "go-on")
    assert (goal_of(table, goal).status, goal_of(table, goal).ended_on) == ("active", None)
    assert [a.goal for a in table.desk.view.active_agreements()] == [goal]


def test_an_agreement_ends_or_goes_on_and_may_go_on_after_all(table: Table) -> None:
    goal, agreement = with_goal(table)
    decide(table, goal, "reached")
    at(table, "goes-on", agreement, "agreements-on")
    table.desk.answer(Picked(("ends",)))
    ended = table.desk.view.agreements[0].ended_on
    assert ended == table.desk.view.evaluations[0].held_on
    assert table.desk.answer(Picked(("goes-on",))).written
    turn = table.desk.turn()
    assert isinstance(turn.input, Pick) and turn.input.chosen == ("goes-on",)
    assert not table.desk.answer(Picked(("goes-on",))).written
    assert [(a.id, a.goal) for a in table.desk.view.active_agreements()] == [(agreement, goal)]
    table.desk.undo()
    assert table.desk.view.active_agreements() == ()


def test_agreements_move_along_with_an_adjusted_goal_and_back(table: Table) -> None:
    goal, agreement = with_goal(table)
    decide(table, goal, "adjust")
    at(table, "successor", goal)
    (new,) = table.desk.answer(Spoken("Met de rollator naar de bakker.")).refs
    view = table.desk.view
    assert (goal_of(table, goal).status, goal_of(table, new).replaces) == ("replaced", goal)
    assert [(a.id, a.goal) for a in view.active_agreements()] == [(agreement, new)]
    assert [card.goal for card in table.desk.cards()] == ["Met de rollator naar de bakker."]
    turn = at(table, "outcome", goal)
    assert f"Afgesproken: “{TOGETHER}”" in board(turn), "beside the old goal still, while one looks back"
    decide(table, goal, "go-on")
    assert [g.id for g in table.desk.view.active_goals()] == [goal]
    assert outcome_of(table, goal).successor is None
    assert [card.goal for card in table.desk.cards()] == [WALK]
    table.desk.undo()
    assert [g.id for g in table.desk.view.active_goals()] == [new]
    assert [a.goal for a in table.desk.view.active_agreements()] == [new]


def test_the_new_words_can_be_said_again_and_leave_one_goal(table: Table) -> None:
    goal, _ = with_goal(table)
    decide(table, goal, "adjust")
    for words in ("Met de rollator.", "Met de rollator, op dinsdag.", "Met de rollator, op dinsdag."):
        at(table, "successor", goal)
        table.desk.answer(Spoken(words))
    assert [g.text for g in table.desk.view.active_goals()] == ["Met de rollator, op dinsdag."]
    assert len(table.desk.view.goals) == 3
    decide(table, goal, "stop")
    assert [(g.text, g.status) for g in table.desk.view.goals] == [(WALK, "stopped")]


def test_what_was_noted_stands_beside_the_question(table: Table) -> None:
    goal, agreement = with_goal(table)
    for done in ("yes", "yes", "no"):
        table.desk.follow_up.note(agreement, done=done, text="Het regende." if done == "no" else "")
    beside = board(at(table, "how-close", goal))
    assert beside[f"Afgesproken: “{TOGETHER}”"] == ["2 keer gedaan", "1 keer niet gedaan", "Het regende."]
    decide(table, goal, "go-on")
    agree_on_plan(table.desk)
    table.clock.now += timedelta(days=180)
    desk = table.next_sitting()
    assert board(at(table, "outcome", goal))[f"Afgesproken: “{TOGETHER}”"] == ["Er is nog niets opgeschreven."]
    desk.follow_up.note(agreement, done="partly", text="Met de buurvrouw.")
    beside = board(at(table, "outcome", goal))
    assert beside[f"Afgesproken: “{TOGETHER}”"] == ["1 keer een beetje gedaan", "Met de buurvrouw."]


def test_everything_noted_since_the_last_look_back_stands_beside_the_question(table: Table) -> None:
    goal, agreement = with_goal(table)
    for number in range(14):
        table.desk.follow_up.note(agreement, done="yes", text=f"Keer {number}.")
    board = at(table, "outcome", goal).board
    assert isinstance(board, Board)
    told = [quote.text for group in board.groups for quote in group.quotes]
    assert [f"Keer {number}." for number in range(14)] == [words for words in told if words.startswith("Keer")]
    assert "14 keer gedaan" in told


def test_of_what_was_noted_before_the_last_look_back_only_the_last_ten_notes_stay_at_hand(table: Table) -> None:
    goal, agreement = with_goal(table)

    def noted(words: str, times: int) -> list[str]:
        for number in range(times):
            table.desk.follow_up.note(agreement, done="yes", text=f"{words} {number}.")
        return [f"{words} {number}." for number in range(times)]

    before = noted("Eerder", 12)
    decide(table, goal, "go-on")
    agree_on_plan(table.desk)
    table.clock.now += timedelta(days=180)
    table.next_sitting()
    assert [note.text for note in table.desk.view.progress] == before[-10:]
    since = noted("Keer", 14)
    assert [note.text for note in table.desk.view.progress] == since
    assert board(at(table, "outcome", goal))[f"Afgesproken: “{TOGETHER}”"] == ["14 keer gedaan", *since]


def test_one_can_stop_halfway_and_go_on_later(table: Table) -> None:
    goal, _ = with_goal(table)
    table.desk.go(Place("goals", "goal"))
    (song,) = table.desk.answer(Spoken("Weer zingen.")).refs
    at(table, "outcome", goal)
    table.desk.answer(Spoken("Ik loop één keer in de week."))
    at(table, "how-close", goal)
    table.desk.answer(Picked(("less",)))
    table.clock.now += timedelta(days=2)
    desk = table.next_sitting()
    assert desk.place.topic == "goals-now"
    decide(table, goal, "go-on")
    outcome = outcome_of(table, goal)
    assert (outcome.outcome, outcome.how_close, outcome.decision) == ("Ik loop één keer in de week.", "less", "go-on")
    assert len(desk.view.evaluations) == 1
    left = steps_of(table)
    assert left.count("outcome") == 2, "the first question, and that about the goal not talked about yet"
    assert desk.view.evaluations[0].of_goal(song) is None
    told = [line.intro for part in desk.letter() for line in part.lines]
    assert f"Doel: “{WALK}”" in told and "Doel: “Weer zingen.”" not in told


def test_how_the_talk_was_and_whether_the_plan_helps(table: Table) -> None:
    """V15: what the plan brings is asked of who lives with it."""
    desk = table.desk
    sanne, _ = desk.join("Sanne")
    desk.speak_as(sanne.id)
    turn = desk.go(Place("this-talk", "experience", sanne.id))
    assert (turn.question, turn.heading) == ("Hoe was dit gesprek?", "Sanne")
    desk.answer(Picked(("good",)))
    desk.answer(Picked(("so-so",)))
    desk.go(Place("supports-me", "enough"))
    desk.answer(Picked(("partly",)))
    (evaluation,) = desk.view.evaluations
    assert [(one.person, one.face) for one in evaluation.experience] == [(sanne.id, "so-so")]
    assert evaluation.quality == "partly"
    told = [quote.text for part in desk.letter() for line in part.lines for quote in line.quotes]
    assert "Het ging wel" in told and "Een beetje" in told
    desk.undo()
    assert desk.view.evaluations[0].quality is None


def test_who_decides_can_change_while_one_looks_back(table: Table) -> None:
    table.desk.go(Place("deciding-now", "role"))
    table.desk.answer(Picked(("together",)))
    assert table.desk.view.deciding_role == "together"


def test_taking_back_what_a_goal_became_brings_the_goal_back_with_its_agreements(table: Table) -> None:
    goal, agreement = with_goal(table)
    decide(table, goal, "adjust")
    for words in ("Samen met Sanne.", "Met de rollator."):
        at(table, "successor", goal)
        (newer,) = table.desk.answer(Spoken(words)).refs
    table.desk.withdraw(newer)
    assert [one.id for one in table.desk.view.active_goals()] == [goal]
    assert goal_of(table, goal).ended_on is None
    assert [one.goal for one in table.desk.view.agreements if one.id == agreement] == [goal]
    assert (outcome_of(table, goal).decision, outcome_of(table, goal).successor) == ("adjust", None)
    at(table, "successor", goal)
    (again,) = table.desk.answer(Spoken("Eens in de week.")).refs
    assert [one.id for one in table.desk.view.active_goals()] == [again]
    table.desk.undo()
    table.desk.undo()
    assert [one.id for one in table.desk.view.active_goals()] == [newer], "one act, undone in one go"


@pytest.mark.parametrize(("answer", "status", "asked_again"), [
    ("now", "active", False), ("later", "waits", True), ("stop", "stopped", False),
])
def test_a_goal_that_waited_is_asked_about_once_each_look_back_v126(
    table: Table, answer: str, status: str, asked_again: bool
) -> None:
    goal = with_goal_that_waits(table)
    assert asked_of(table, goal) == ["waiting"], "what did not begin is not looked back on"
    at(table, "waiting", goal)
    assert table.desk.answer(Picked((answer,))).goes_on
    assert goal_of(table, goal).status == status
    assert chosen(at(table, "waiting", goal)) == (answer,)
    assert "outcome" not in asked_of(table, goal), "what begins today is not looked back on today"
    agree_on_plan(table.desk)
    assert table.desk.view.open_evaluation is None
    at_next = asked_of(table, goal)
    assert ("waiting" in at_next, "outcome" in at_next) == (asked_again, status == "active")
    if asked_again:
        assert chosen(at(table, "waiting", goal)) == ()


def test_a_goal_that_began_at_the_look_back_is_not_asked_about_again_with_the_goals(table: Table) -> None:
    goal = with_goal_that_waits(table)
    at(table, "waiting", goal)
    table.desk.answer(Picked(("now",)))
    assert chosen(at(table, "now-or-later", goal, "goals")) == ("now",)
    assert table.desk.undo() is not None
    assert goal_of(table, goal).status == "waits"


def with_goal_that_waits(table: Table) -> str:
    """Four goals, of which the last one can wait."""
    desk = table.desk
    for number in range(4):
        desk.go(Place("goals", "goal"))
        (goal,) = desk.answer(Spoken(f"{WALK} {number}")).refs
    at(table, "now-or-later", goal, "goals")
    desk.answer(Picked(("later",)))
    agree_on_plan(desk)
    return goal


def asked_of(table: Table, goal: str) -> list[str]:
    """The questions about one goal that are still walked by in the look back."""
    turn: Turn | None = table.desk.go_topic("goals-now")
    steps = []
    while turn is not None and turn.place.topic == "goals-now":
        if turn.place.item == goal:
            steps.append(turn.place.step)
        turn = table.desk.forward()
    return steps


def chosen(turn: Turn) -> tuple[str, ...]:
    """What is picked of a turn."""
    assert isinstance(turn.input, Pick)
    return turn.input.chosen
