"""`zlp import`: a file of ours, of another program, a damaged one, and one that was meant to do harm."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.tools.book import Clock
from tests.tools.bundles import MADE_AT, bundle_of, shown
from tests.tools.examples import ExampleStore
from tests.tools.exported import AT, source_in
from tests.tools.given import given as granting
from tests.tools.locked import front_of, home_lock, locked_home
from tests.tools.marked import marked_plan
from tests.tools.prepared import dutch, our_script
from tests.tools.readers import READERS
from zlp_tui import places
from zlp_tui.conversation.session.export_import.plan_import import PlanImport
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.errors import Refused
from zlp_tui.exchange.fhir.bundle import fhir
from zlp_tui.exchange.fhir.bundle_parser import MOST_BYTES
from zlp_tui.exchange.fhir.other_bundle import ReadWith
from zlp_tui.exchange.fhir.plan_from_fhir import plan_from_fhir
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.view import PlanView
from zlp_tui.store.check import check

PETER, GOAL = "urn:uuid:11111111-1111-4111-8111-111111111111", "urn:uuid:22222222-2222-4222-8222-222222222222"


def other_bundle(*more: dict[str, Any], **patient: Any) -> dict[str, Any]:  # noqa: ANN401 - what stands in JSON
    """What another program makes of a client, with more resources in it."""
    resources: list[dict[str, Any]] = [
        {"fullUrl": "http://elders.example/Patient/p", "resource": {
            "resourceType": "Patient", "id": "p", "name": [{"given": ["Geertje"], "family": "Bos"}],
            "birthDate": "1941-05-06", **patient,
        }},
        {"fullUrl": PETER, "resource": {
            "resourceType": "RelatedPerson", "name": [{"text": "Peter Bos"}], "relationship": [{"text": "mijn zoon"}],
            "patient": {"reference": "Patient/p"}, "telecom": [{"value": "06 1234"}],
        }},
        {"fullUrl": GOAL, "resource": {
            "resourceType": "Goal", "lifecycleStatus": "active", "description": {"text": "Weer fietsen"},
            "subject": {"reference": "Patient/p"}, "expressedBy": {"reference": "Patient/p"},
            "target": [{"dueDate": "2027-03-01"}], "note": [{"text": "Eerst om het huis", "time": "2026-10-01"}],
        }},
        {"resource": {
            "resourceType": "CarePlan", "id": "c", "status": "active", "intent": "plan",
            "subject": {"reference": "Patient/p"}, "activity": [{"detail": {
                "status": "in-progress", "description": "Samen oefenen", "goal": [{"reference": GOAL}],
                "performer": [{"reference": PETER}], "scheduledString": "elke dinsdag",
            }}],
        }},
        {"resource": {
            "resourceType": "QuestionnaireResponse", "status": "completed", "authored": "2026-09-01T10:00:00Z",
            "source": {"reference": PETER}, "item": [
                {"linkId": "future/dreams", "text": "Waar droom je van?", "answer": [{"valueString": "De zee"}]},
                {"linkId": "Q 1.b", "text": "Slaapt u goed?", "answer": [{"valueBoolean": True}]},
            ],
        }},
        *({"resource": resource} for resource in more),
    ]
    return {"resourceType": "Bundle", "type": "collection", "entry": resources}


def packed(bundle: object) -> bytes:
    return json.dumps(bundle).encode()


@pytest.fixture(params=["in one file", "each in a locked file"])
def front(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Front]:
    """An empty home."""
    home = tmp_path / "home"
    home.mkdir()
    lock = home_lock(home) if request.param == "in one file" else locked_home(home)
    made = front_of(home, lock)
    yield made
    made.close()


@pytest.fixture(scope="module")
def refusing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """A home in which nothing comes."""
    home = tmp_path_factory.mktemp("home")
    made = front_of(home, home_lock(home))
    yield made
    assert [finding for finding in check(places.store_file(home)) if not finding.sound] == []
    made.close()


def importing(front: Front) -> PlanImport:
    return PlanImport(front.stores, our_script(), dutch(), lambda: MADE_AT, lambda: str(uuid4()))


def view_of(front: Front, plan: str) -> PlanView:
    with front.stores.store_of(plan).reading() as session:
        return load_view(session, plan, READERS, every_note=True)


def test_f08_a_plan_of_ours_comes_in_as_one_line_of_the_log_and_twice_adds_nothing(
    front: Front, examples: ExampleStore,
) -> None:
    plan = examples.plans[4]
    bundle = bundle_of(examples.store, plan)
    first = importing(front).take_in(bundle)
    assert (first.new, first.not_read, first.refused) == (True, (), ())
    store = front.stores.store_of(plan)
    assert shown(store, plan) == shown(examples.store, plan)
    told = "SELECT event, from_seq, to_seq FROM audit WHERE plan_id = ?"
    with store.reading() as session:
        ((event, begin, end),) = session.run(told, (plan,))
        ((last,),) = session.run("SELECT max(seq) FROM change WHERE plan_id = ?", (plan,))
    assert (event, begin, end) == ("take-in", 1, last)
    with store.reading() as session:
        others = session.run("SELECT DISTINCT change.by FROM change JOIN statement AS said ON said.id = change.row "
                             "WHERE said.voice <> change.by AND change.plan_id = ?", (plan,))
        otherwise = session.run("SELECT 1 FROM change JOIN statement AS said ON said.id = change.row "
                                "WHERE said.said_on <> change.on_date AND change.plan_id = ?", (plan,))
    assert (others, otherwise) == ([], [])
    again = importing(front).take_in(bundle)
    assert (again.new, again.name) == (False, first.name)
    assert len(front.plans()) == 1


def test_a_plan_that_went_on_here_is_never_laid_over(front: Front, examples: ExampleStore) -> None:
    bundle = bundle_of(examples.store, examples.plans[2])
    plan = importing(front).take_in(bundle).plan
    desk = front.sit_down(plan)
    desk.seat((desk.view.client,))
    desk.sit_at_keyboard(desk.view.client)
    desk.follow_up.leave("remark", "Dit zei ik hier.")
    desk.leave()
    here = view_of(front, plan)
    with pytest.raises(Refused, match="not the same"):
        importing(front).take_in(bundle)
    assert view_of(front, plan) == here


def test_a_file_for_somebody_who_may_not_see_everything_comes_in_too(tmp_path: Path) -> None:
    """As far as it goes: who is whose client is known, and nothing that it does not hold is missed."""
    client, sanne = marked_plan(tmp_path / "from")
    closed = tuple((sanne, f"topic:{topic}", False) for topic in ("people", "goals", "evaluation"))
    granting(tmp_path / "from", Clock(AT), client, (sanne, "everything", True), *closed)
    (tmp_path / "to").mkdir()
    front = front_of(tmp_path / "to", home_lock(tmp_path / "to"))
    taken = importing(front).take_in(fhir(source_in(tmp_path / "from", "Annie de Vries", sanne)))
    assert (taken.new, view_of(front, taken.plan).client, view_of(front, taken.plan).goals) == (True, client, ())
    front.close()


def test_another_program_becomes_a_plan_with_its_voices_and_the_same_file_is_the_same_plan(front: Front) -> None:
    taken = importing(front).take_in(packed(other_bundle()))
    view = view_of(front, taken.plan)
    peter = next(person for person in view.people if person.name == "Peter Bos")
    assert (taken.name, view.client_person.name) == ("Geertje Bos", "Geertje Bos")
    assert (peter.relation, peter.contact) == ("mijn zoon", "06 1234")
    assert view.fact("born-on") == "1941-05-06"
    (goal,), (agreed,) = view.goals, view.agreements
    assert (goal.text, goal.voice.id, goal.until) == ("Weer fietsen", view.client, "2027-03-01")
    assert (agreed.want, agreed.goal, agreed.who[0].person) == ("Samen oefenen", goal.id, peter.id)
    assert [step.when.words for step in agreed.steps if step.when] == ["elke dinsdag"]
    (note,) = view.progress
    assert (note.text, note.on, note.about) == ("Eerst om het huis", "2026-10-01", goal.id)
    said = [(s.topic, s.step, s.text, s.voice.id, s.source, s.prompt) for s in view.statements]
    assert said == [
        ("future", "dreams", "De zee", peter.id, "import", "Waar droom je van?"),
        ("taken-in", "q-1-b", "Ja", peter.id, "import", "Slaapt u goed?"),
    ]
    assert (taken.not_read, importing(front).take_in(packed(other_bundle())).new) == ((), False)


def test_what_has_no_place_is_kept_as_it_came_and_named(front: Front) -> None:
    """And a citizen service number is not kept at all."""
    pain = {"resourceType": "Observation", "status": "final", "code": {"text": "pijn " + "é" * 20_000}}
    meant = {"resourceType": "Goal", "lifecycleStatus": "active", "description": {"text": "Niet zo"},
             "modifierExtension": [{"url": "http://elders.example/not", "valueBoolean": True}]}
    wrong = {"resourceType": "Goal", "lifecycleStatus": "entered-in-error", "description": {"text": "Vergissing"}}
    coded = {"resourceType": "Goal", "lifecycleStatus": "active",
             "description": {"text": "Slapen", "coding": [{"system": "http://snomed.info/sct", "code": "1"}]}}
    numbers = [{"system": "http://fhir.nl/fhir/NamingSystem/bsn", "value": "999911120"}, {"value": "7"}]
    taken = importing(front).take_in(packed(other_bundle(pain, pain, meant, wrong, coded, identifier=numbers)))
    no_bsn = "burgerservicenummer, dat niet is bewaard"
    names = (
        "gegevens van deze persoon (Patient)", "een meting (Observation), 2 keer", "een doel (Goal), 2 keer", no_bsn,
    )
    assert (taken.not_read, taken.refused) == (names, ("een doel (Goal)",))
    view = view_of(front, taken.plan)
    assert [goal.text for goal in view.goals] == ["Weer fietsen", "Slapen"]
    kept: dict[str, str] = {}
    for detail in view.details:
        if detail.topic == "taken-in":
            number = detail.field.split("-")[1]
            kept[number] = kept.get(number, "") + detail.value
    assert [json.loads(came)["resourceType"] for came in kept.values()] == [
        "Patient", "Observation", "Observation", "Goal", "Goal", "Goal",
    ]
    assert json.loads(kept["2"]) == pain
    assert json.loads(kept["1"])["identifier"] == [{"value": "7"}]
    told = [(said.prompt, said.text, said.voice.name) for said in view.statements if said.topic == "taken-in"][1:]
    assert told[0] == ("Kwam mee, niet in het plan", names[0], "Een ander programma")
    assert [text for _, text, _ in told] == [*names, "een doel (Goal)"]
    assert [person.name for person in view.people] == ["Geertje Bos", "Peter Bos"]


def test_a_text_that_is_cut_is_kept_whole_beside_it() -> None:
    """Answers come in pieces; all else that is longer than a line of the plan is also kept as it came."""
    goal = {"resourceType": "Goal", "lifecycleStatus": "active", "description": {"text": "x" * 20_001}}
    named = {"resourceType": "Practitioner", "name": [{"text": "y" * 201}]}
    said = {"resourceType": "QuestionnaireResponse", "status": "completed", "item": [
        {"linkId": "a", "answer": [{"valueString": "z" * 20_001}]},
    ]}
    given = ReadWith(our_script(), dutch(), "2026-11-24", "digest")
    read = plan_from_fhir(packed(other_bundle(goal, named, said)), given)
    assert read.not_read == ("een doel (Goal)", "iemand van de zorg (Practitioner)")
    assert [len(line.text) for line in read.view.statements if not line.text.strip("z")] == [20_000, 1]


def deep(levels: int) -> bytes:
    return b'{"resourceType":"Bundle","entry":' + b"[" * levels + b"]" * levels + b"}"


@pytest.mark.parametrize(("content", "why"), [
    (b"", "no FHIR"), (b"[]", "no FHIR"), (b"\xff\xfe{}", "no FHIR"), (b'{"resourceType":"Patient"}', "no FHIR"),
    (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Bundle/>', "not as XML"),
    (b'\xef\xbb\xbf <Bundle xmlns="http://hl7.org/fhir"/>', "not as XML"), (deep(100), "no FHIR"),
    (deep(200_000), "no FHIR"), (b'{"resourceType":"Bundle","entry":[{"resource":[]}]}', "no FHIR"),
    (b'{"resourceType":"Bundle","entry":NaN}', "no FHIR"), (b"{" * 1000, "no FHIR"),
    (b'{"' + b'\\"' * 1_000_000, "no FHIR"),
    (b'{"resourceType":"Bundle","resourceType":"Bundle"}', "no FHIR"), (b" " * (MOST_BYTES + 1), "larger than"),
    (b'{"resourceType":"Bundle","entry":[]}', "one client"),
    (packed(other_bundle({"resourceType": "Patient", "name": [{"text": "Nog een"}]})), "one client"),
    (packed(other_bundle(name=[])), "no name"),
    (packed(other_bundle() | {"implicitRules": "http://elders.example/rules"}), "something else"),
    (packed(other_bundle(modifierExtension=[{"url": "http://elders.example/dead"}])), "one client"),
    (packed(other_bundle({"resourceType": "Binary", "data": "A" * 2_000_001})), "more in this file"),
])
def test_f03_what_is_no_bundle_or_too_much_is_refused_and_nothing_is_kept(
    refusing: Front, content: bytes, why: str,
) -> None:
    with pytest.raises(Refused, match=why):
        importing(refusing).take_in(content)
    assert refusing.plans() == ()


Change = Callable[[dict[str, Any]], object]


def of(bundle: dict[str, Any], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind
    )
    return found


def field_of(resource: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(part for part in resource["extension"][0]["extension"] if part["url"] == name)
    return found


@pytest.mark.parametrize("change", [
    lambda bundle: bundle["entry"].pop(1),
    lambda bundle: of(bundle, "CarePlan").update(id="../../etc"),
    lambda bundle: of(bundle, "CarePlan").update(modifierExtension=[{"url": "urn:x"}]),
    lambda bundle: of(bundle, "CarePlan").pop("extension"),
    lambda bundle: of(bundle, "Patient").update(name=[{"text": "Anna\x1b[2J"}]),
    lambda bundle: of(bundle, "Patient").update(name=[{"text": "Anna", "_text": {"extension": [
        {"url": "urn:zlp:fhir:exact-text", "valueString": "niets"}]}}]),
    lambda bundle: of(bundle, "Goal").update(description=3),
    lambda bundle: of(bundle, "RelatedPerson").pop("name"),
    lambda bundle: of(bundle, "Goal")["extension"][0]["extension"].append({"url": "more", "valueInteger": 1}),
    lambda bundle: of(bundle, "Goal")["extension"][0]["extension"].append({"url": "domain", "valueString": "geluk"}),
    lambda bundle: of(bundle, "Goal")["extension"][0].update(extension="x"),
    lambda bundle: of(bundle, "Binary").update(data="e30="),
    lambda bundle: of(bundle, "Binary").update(data="geen base64"),
    lambda bundle: field_of(of(bundle, "Encounter"), "started").update(valueString="gisteren"),
    lambda bundle: of(bundle, "CarePlan")["activity"][-1]["extension"][0]["extension"].append(
        {"url": "adjust", "valueString": "Dat noteerde niemand"}
    ),
])
def test_a_file_of_ours_that_was_changed_is_refused_whole(
    refusing: Front, examples: ExampleStore, change: Change,
) -> None:
    bundle = json.loads(bundle_of(examples.store, examples.plans[4]))
    change(bundle)
    with pytest.raises(Refused):
        importing(refusing).take_in(packed(bundle))
    assert refusing.plans() == ()
