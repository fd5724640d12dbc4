"""What each writer keeps, as the view tells it after it was read back from the file."""

from __future__ import annotations

import pytest

from tests.tools.book import Book
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.agreed import agreements, choices, goals, origins, progress_notes
from zlp_tui.plan.tables.beside_the_plan import drafts
from zlp_tui.plan.tables.client import domains, people, plans
from zlp_tui.plan.tables.said import details, read_backs, statements
from zlp_tui.plan.tables.sittings import conversations, notices
from zlp_tui.plan.view import DOMAINS, Attendance, Notice, Place, Task, When


def add_words(book: Book, text: str, **more: str) -> str:
    where = {"topic": "good-day-bad-day", "step": "sides", "prompt": "Hoe is een goede dag?"}
    return book.do(statements.add_statement, text=text, **where, **more)


def test_a_plan_begins_with_its_client(book: Book) -> None:
    view = book.view
    assert (view.address, view.client_person.name, view.client_person.kind) == ("u", "Annie de Vries", "client")
    assert tuple(domain.id for domain in view.domains) == DOMAINS
    assert view.statements == ()
    assert len(view.people) == 1


def test_a_plan_needs_a_name_and_nothing_is_left_of_one_without(book: Book) -> None:
    with pytest.raises(Refused), book.store.writing() as session:
        plans.start(session, name=" \u200b ", at=book.clock(), today=book.clock().date(), new_id=book.new_id)
    assert book.rows("SELECT count(*) FROM plan") == [(1,)]


def test_what_was_said_keeps_its_words_voice_and_question(book: Book) -> None:
    sanne = book.somebody("Sanne", "partner")
    book.by = sanne
    said = add_words(book, "  Koffie\r\nbij het raam. ", side="good", domain="housing")
    (statement,) = book.view.statements
    assert (statement.id, statement.text, statement.voice.name) == (said, "Koffie\nbij het raam.", "Sanne")
    assert (statement.prompt, statement.side, statement.domain) == ("Hoe is een goede dag?", "good", "housing")
    assert (statement.source, statement.said_on) == ("spoken", "2026-03-03")


def test_a_question_is_kept_once(book: Book) -> None:
    add_words(book, "een")
    add_words(book, "twee")
    assert book.rows("SELECT count(*), max(pack) FROM prompt") == [(1, "ours 1")]


def test_a_correction_replaces_and_a_withdrawal_keeps_the_words(book: Book) -> None:
    first = add_words(book, "Thee.")
    second = book.do(statements.say_anew, first, "Koffie.")
    assert [s.text for s in book.view.live_statements] == ["Koffie."]
    book.do(withdrawal.withdraw, second)
    view = book.view
    assert [s.text for s in view.statements] == ["Thee.", "Koffie."]
    assert view.statements[1].withdrawn_at == "2026-03-03T09:00:03.000Z"
    assert book.do(withdrawal.withdraw, second) is False


def test_a_statement_can_be_tagged(book: Book) -> None:
    said = add_words(book, "Koffie.")
    assert book.do(statements.tag, said, "housing")
    assert not book.do(statements.tag, said, "housing")
    assert book.view.statements[0].domain == "housing"
    with pytest.raises(Refused):
        book.do(statements.tag, said, "gardens")


@pytest.mark.parametrize("wrong", [
    {"text": "\u202e\x00"}, {"source": "dreamt"}, {"domain": "gardens"}, {"side": "Good side"},
])
def test_what_cannot_be_a_statement_is_refused(book: Book, wrong: dict[str, str]) -> None:
    with pytest.raises(Refused):
        add_words(book, **{"text": "Koffie.", **wrong})
    assert book.view.statements == ()


def test_nothing_is_said_in_the_place_of_what_was_never_said(book: Book) -> None:
    with pytest.raises(NotFound):
        book.do(statements.say_anew, "nobody", "Koffie.")
    assert book.view.statements == ()


def test_people(book: Book) -> None:
    karim = book.do(people.add, "Karim", "carer", contact="06 12345678")
    book.do(people.change, karim, relation="helpt met wassen", name="Karim B.")
    person = book.view.person(karim)
    assert (person.name, person.kind, person.relation) == ("Karim B.", "carer", "helpt met wassen")
    assert person.contact == "06 12345678"
    with pytest.raises(Refused):
        book.do(people.change, karim, kind="client")
    with pytest.raises(Refused):
        book.do(withdrawal.withdraw, book.client)
    with pytest.raises(Refused):
        book.do(people.add, "Nog een", "client")


def test_somebody_taken_back_still_said_what_they_said(book: Book) -> None:
    sanne = book.somebody("Sanne")
    book.by = sanne
    add_words(book, "Zij luistert echt.")
    book.by = book.client
    book.do(domains.change, "housing", discuss_with=[sanne])
    book.do(withdrawal.withdraw, sanne)
    view = book.view
    assert [person.name for person in view.people] == ["Annie de Vries"]
    assert view.statements[0].voice.name == "Sanne"
    assert next(d for d in view.domains if d.id == "housing").discuss_with == ()


def test_what_holds_for_the_whole_plan(book: Book) -> None:
    sanne = book.somebody("Sanne")
    assert book.do(plans.set_address, "je")
    book.do(plans.set_deciding, "other", [sanne])
    book.do(plans.set_drawn_up_with, [sanne, sanne])
    view = book.view
    assert (view.address, view.deciding_role, view.decider, view.drawn_up_with) == ("je", "other", sanne, (sanne,))
    with pytest.raises(NotFound):
        book.do(plans.set_deciding, "other", ["nobody"])
    with pytest.raises(Refused):
        book.do(plans.set_address, "jij")


def test_details_go_where_they_belong(book: Book) -> None:
    for topic, name, value in (
        ("personal-details", "law", "wlz"), ("personal-details", "phone", "06 1"),
        ("how-we-talk", "salutation", "Annie"), ("look-again", "evaluate-on", "2026-09-01"),
        ("look-again", "first-evaluation-on", "2026-06-01"),
        ("personal-details", "phone", "06 2"), ("personal-details", "email", "a@example.org"),
        ("personal-details", "email", None),
    ):
        book.do(details.fill, topic, name, value)
    view = book.view
    assert (view.law, view.first_evaluation_on) == ("wlz", "2026-06-01")
    assert (view.detail("personal-details", "phone"), view.detail("look-again", "evaluate-on")) == (
        "06 2",
        "2026-09-01",
    )
    assert (view.detail("look-again", "phone"), view.fact("evaluate-on")) == (None, "2026-09-01")
    shown = as_json(view)
    assert shown["details"] == {"phone": "06 2", "evaluate-on": "2026-09-01"}
    assert shown["how_we_talk"] == {"salutation": "Annie"}
    with pytest.raises(Refused):
        book.do(details.fill, "personal-details", "born-on", "31 februari")


@pytest.mark.parametrize(
    "typed", ["123456789", "12345678", "12345678a", "1234567820", "000000000", "\u0661" * 9, "", "34"]
)
def test_what_is_no_citizen_service_number_is_refused_without_a_digit_of_it_v101(book: Book, typed: str) -> None:
    with pytest.raises(Refused) as refused:
        book.do(details.fill, "personal-details", "bsn", typed)
    assert typed not in str(refused.value) or not typed
    assert book.rows("SELECT value FROM detail") == []


@pytest.mark.parametrize("typed", ["1234.56.782", " 123 456 782 ", "123-456-782"])
def test_a_citizen_service_number_is_kept_beside_the_plan_and_erased_for_good_v101(book: Book, typed: str) -> None:
    book.do(details.fill, "personal-details", "bsn", typed)
    assert book.view.detail("personal-details", "bsn") == "782"
    assert book.rows("SELECT number FROM citizen_number") == [("123456782",)]
    assert "bsn" not in as_json(book.view)["details"]
    book.do(details.fill, "personal-details", "bsn", None)
    assert (book.view.detail("personal-details", "bsn"), book.rows("SELECT * FROM citizen_number")) == (None, [])


def test_domains_change_only_what_is_given(book: Book) -> None:
    sanne = book.somebody("Sanne")
    book.do(domains.change, "housing", relevance="now", discuss_with=[sanne])
    book.do(domains.change, "housing", goal_wanted=False)
    book.do(domains.order, ["own-direction", "housing"])
    by_id = {domain.id: domain for domain in book.view.domains}
    housing = by_id["housing"]
    assert (housing.relevance, housing.discuss_with, housing.goal_wanted) == ("now", (sanne,), False)
    assert (housing.order, by_id["own-direction"].order, by_id["learning"].order) == (2, 1, None)
    book.do(domains.order, ["housing"])
    assert [d.order for d in book.view.domains if d.id == "own-direction"] == [None]


def a_choice(book: Book) -> tuple[str, str, str]:
    choice = book.do(choices.ask, "Hoe beweeg ik meer?", always="Niets veranderen")
    group = book.do(choices.add_option, choice, "Wandelgroep")
    book.do(choices.say_source, group, "de huisarts")
    book.do(choices.consider, group, "for", "short", "Gezellig.")
    book.do(choices.open_question, choice, "Kan het ook 's avonds?")
    return choice, group, book.view.choices[0].options[0].id


def test_a_choice_from_question_to_decision(book: Book) -> None:
    choice, group, always = a_choice(book)
    book.do(choices.change, choice, role="together", thinking_until="2026-04-01", domain="housing")
    book.do(choices.change, choice, chosen=group, revisit_on="2026-09-01")
    book.do(choices.say_reason, choice, "Dat past bij mij.")
    (kept,) = book.view.choices
    assert [(o.id, o.title, [found.text for found in o.sources]) for o in kept.options] == [
        (always, "Niets veranderen", []), (group, "Wandelgroep", ["de huisarts"]),
    ]
    assert [o.voice and o.voice.id for o in kept.options] == [None, book.client]
    assert [(c.side, c.term, c.text) for c in kept.options[1].considerations] == [("for", "short", "Gezellig.")]
    (question,) = kept.open_questions
    assert (question.text, kept.chosen, kept.decided_on) == ("Kan het ook 's avonds?", group, "2026-03-03")
    assert ([r.text for r in kept.reasons], kept.revisit_on) == (["Dat past bij mij."], "2026-09-01")
    assert kept.thinking_until == "2026-04-01"
    book.do(choices.change, choice, chosen=None)
    assert book.view.choices[0].decided_on is None


def test_each_person_keeps_their_own_reason_b2(book: Book) -> None:
    """`choices/why` and `choices/found`: an answer replaces what the same person said, and nobody else's words."""
    choice, group, _ = a_choice(book)
    sanne = book.somebody("Sanne")
    book.do(choices.say_reason, choice, "Dat past bij mij.")
    book.by = sanne
    book.do(choices.say_reason, choice, "Dan komt zij buiten.")
    book.do(choices.say_source, group, "uit de krant")
    book.by = book.client
    book.do(choices.say_reason, choice, "Dat past echt bij mij.")
    (kept,) = book.view.choices
    assert [(r.voice and r.voice.name, r.text) for r in kept.reasons] == [
        ("Sanne", "Dan komt zij buiten."), ("Annie de Vries", "Dat past echt bij mij."),
    ]
    assert [found.text for found in kept.options[1].sources] == ["de huisarts", "uit de krant"]


def test_a_question_is_answered_once_by_one_person_v79(book: Book) -> None:
    a_choice(book)
    sanne, (question,) = book.somebody("Sanne"), book.view.choices[0].open_questions
    with pytest.raises(Refused):
        book.do(choices.heard_from, question.id, "Loes")
    book.by = sanne
    book.do(choices.answer_question, question.id, "Ja, op woensdag.")
    book.do(choices.heard_from, question.id, "Loes")
    book.by = book.client
    with pytest.raises(Refused):
        book.do(choices.answer_question, question.id, "Nee.")
    (told,) = book.view.choices[0].open_questions
    assert (told.answer, told.by, told.answered_by and told.answered_by.name) == ("Ja, op woensdag.", "Loes", "Sanne")


def test_a_reason_is_for_now_or_later_once_somebody_says_so(book: Book) -> None:
    _, group, _ = a_choice(book)
    reason = book.do(choices.consider, group, "against", None, "Het is koud.")
    assert [c.term for c in book.view.choices[0].options[1].considerations] == ["short", None]
    book.do(choices.say_term, reason, "long")
    assert [c.term for c in book.view.choices[0].options[1].considerations] == ["short", "long"]


def test_only_an_option_of_the_choice_can_be_chosen(book: Book) -> None:
    choice, group, _ = a_choice(book)
    other = book.do(choices.ask, "Iets anders?")
    with pytest.raises(Refused):
        book.do(choices.change, other, chosen=group)
    book.do(withdrawal.withdraw, group)
    with pytest.raises(Refused):
        book.do(choices.change, choice, chosen=group)


def test_a_choice_in_other_words_takes_along_what_was_said(book: Book) -> None:
    choice, group, _ = a_choice(book)
    book.do(choices.change, choice, chosen=group)
    book.do(choices.say_reason, choice, "Gezellig.")
    again = book.do(choices.ask, "Hoe kom ik meer in beweging?", replaces=choice)
    (stands,) = book.view.open_choices()
    assert (stands.id, stands.chosen, len(stands.options), len(stands.open_questions)) == (again, group, 2, 1)
    assert [reason.text for reason in stands.reasons] == ["Gezellig."]
    book.do(withdrawal.withdraw, again)
    assert book.view.choices == ()


def test_goals(book: Book) -> None:
    first = book.do(goals.add, "Zelf naar de winkel lopen.", "own-direction")
    second = book.do(goals.add, "Elke week muziek.")
    book.do(goals.change, first, kind="keep")
    book.do(goals.order, [second, first])
    assert [g.id for g in book.view.active_goals()] == [second, first]
    book.do(goals.change, second, status="reached")
    kept = {goal.id: goal for goal in book.view.goals}
    assert (kept[second].status, kept[second].ended_on, kept[second].priority) == ("reached", "2026-03-03", 1)
    book.do(goals.change, second, status="active")
    assert book.view.goals[1].ended_on is None


def test_a_goal_in_other_words_keeps_its_place_and_agreements(book: Book) -> None:
    source = add_words(book, "Ik liep altijd zelf.")
    goal = book.do(goals.add, "Lopen.", "housing")
    book.do(goals.change, goal, kind="reach")
    book.do(origins.follow, goal, [source])
    agreement = book.do(agreements.add, "Elke dag een blokje om.", None, goal)
    new = book.do(goals.add, "Zelf naar de winkel lopen.", replaces=goal)
    view = book.view
    (stands,) = view.active_goals()
    assert (stands.id, stands.kind, stands.domain, stands.follows_from) == (new, "reach", "housing", (source,))
    assert (view.goals[0].status, view.goals[0].ended_on) == ("replaced", "2026-03-03")
    assert [a.goal for a in view.agreements if a.id == agreement] == [new]


def test_an_agreement_with_steps_and_tasks(book: Book) -> None:
    karim, sanne = book.somebody("Karim", "carer"), book.somebody("Sanne", "partner")
    agreement = book.do(agreements.add, "Samen de was vouwen.", "housing")
    step = book.do(agreements.add_step, agreement, "De was klaarleggen.")
    book.do(agreements.step_when, step, "elke maandag na het ontbijt", [1, 1], ["morning"])
    book.do(agreements.task, agreement, karim, "geeft aan")
    book.do(agreements.task, agreement, sanne)
    book.do(agreements.task, agreement, book.client, "vouwt")
    book.do(agreements.task, agreement, sanne, "brengt zeep mee")
    book.do(agreements.change, agreement, from_="2026-03-09", until="2026-06-09", evaluate_on="2026-06-01")
    (kept,) = book.view.agreements
    assert kept.who == (Task(book.client, "vouwt"), Task(sanne, "brengt zeep mee"), Task(karim, "geeft aan"))
    assert [s.when for s in kept.steps] == [When("elke maandag na het ontbijt", (1,), "morning")]
    assert (kept.from_, kept.until, kept.evaluate_on) == ("2026-03-09", "2026-06-09", "2026-06-01")
    assert book.do(agreements.end_task, agreement, karim)
    assert not book.do(agreements.end_task, agreement, karim)
    new = book.do(agreements.add, "Samen de was doen.", replaces=agreement)
    (stands,) = book.view.active_agreements()
    assert (stands.id, stands.domain, len(stands.steps), len(stands.who)) == (new, "housing", 1, 2)


def test_traces_lead_to_lines_of_the_plan_only(book: Book) -> None:
    goal = book.do(goals.add, "Lopen.")
    agreement = book.do(agreements.add, "Elke dag.")
    book.do(origins.follow, agreement, [goal, goal])
    assert book.view.agreements[0].follows_from == (goal,)
    with pytest.raises(NotFound):
        book.do(origins.follow, goal, ["nothing"])
    with pytest.raises(Refused):
        book.do(origins.follow, goal, [goal])
    book.do(withdrawal.withdraw, goal)
    assert not book.view.agreements[0].follows_from


def test_progress_is_read_off_the_notes(book: Book) -> None:
    agreement = book.do(agreements.add, "Elke dag een blokje om.")
    book.do(progress_notes.note, about=agreement, on="2026-03-01", done="yes", text="Fijn.")
    book.do(progress_notes.note, about=agreement, on="2026-03-02", done="partly", because="no-time")
    book.do(progress_notes.note, about=agreement, on="2026-03-02", adjust="Liever 's middags.")
    book.do(progress_notes.note, on="2026-03-02", text="Een mooie dag.")
    view = book.view
    (kept,) = view.agreements
    assert (kept.done, kept.result, kept.adjust) == ("partly", "Fijn.", "Liever 's middags.")
    assert [p.about for p in view.progress] == [agreement] * 3 + [None]
    for wrong in ({"done": "yes", "because": "no-time"}, {}, {"on": "morgen", "text": "x"}):
        with pytest.raises(Refused):
            book.do(progress_notes.note, **{"about": agreement, "on": "2026-03-02", **wrong})


def test_a_read_back_and_a_notice(book: Book) -> None:
    book.do(read_backs.keep, "who-am-i", confirmed=False, correction="Niet om zeven uur.")
    first = book.do(notices.shown, "complaints")
    assert book.do(notices.shown, "complaints") == first
    book.clock.on(days=1)
    book.do(notices.shown, "complaints")
    view = book.view
    assert [(r.confirmed, r.correction) for r in view.read_backs] == [(False, "Niet om zeven uur.")]
    assert view.notices == (Notice("complaints", "2026-03-03"), Notice("complaints", "2026-03-04"))


def test_a_conversation_from_sitting_down_to_getting_up(book: Book) -> None:
    sanne = book.somebody("Sanne")
    talk = book.do(conversations.begin, [book.client])
    book.do(conversations.attend, talk, [book.client, sanne])
    book.do(conversations.attend, talk, [sanne])
    book.do(conversations.resume_at, talk, "choices", "weigh", "x/for-short")
    assert book.do(conversations.end, talk)
    assert not book.do(conversations.end, talk)
    (kept,) = book.view.conversations
    at = "2026-03-03T09:00:0{}.000Z".format
    assert (kept.started, kept.ended, kept.resume) == (at(2), at(6), Place("choices", "weigh", "x/for-short"))
    assert kept.present == (Attendance(book.client, at(2), at(4)), Attendance(sanne, at(3), at(6)))


def test_drafts_are_kept_offered_and_forgotten(book: Book) -> None:
    def keep(place: str, text: str) -> None:
        book.clock.on(seconds=1)
        with book.store.writing() as session:
            drafts.keep(session, book.plan, place, text, book.client, book.clock())

    def offered() -> list[tuple[str, str]]:
        with book.store.reading() as session:
            return [(draft.place_key, draft.text) for draft in drafts.all(session, book.plan)]

    keep("likes|sides|like", "Ik hou van ")
    keep("future|dreams|", "Naar zee")
    keep("likes|sides|like", "Ik hou van mu")
    assert offered() == [("likes|sides|like", "Ik hou van mu"), ("future|dreams|", "Naar zee")]
    keep("future|dreams|", "  ")
    assert offered() == [("likes|sides|like", "Ik hou van mu")]
    with book.store.writing() as session:
        drafts.forget(session, book.plan, "likes|sides|like")
    assert offered() == []


def test_an_unknown_plan_and_an_unknown_line(book: Book) -> None:
    with pytest.raises(NotFound):
        book.do(withdrawal.withdraw, "nothing")
    with pytest.raises(NotFound):
        book.do(goals.change, "nothing", kind="keep")
    book.plan = "nothing"
    with pytest.raises(NotFound):
        assert book.view.id
