"""A bundle of another program: what zlp knows becomes a plan, and the rest is kept as it came and named in it.

A resource that carries a `modifierExtension` or `implicitRules` that zlp does not know may mean something else than it
says. It is not read; it is kept and named as such.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final
from uuid import NAMESPACE_OID, UUID, uuid5

from zlp_tui.errors import Refused
from zlp_tui.exchange.fhir.bundle_parser import Bundle, Entry
from zlp_tui.exchange.fhir.json_parts import each
from zlp_tui.exchange.fhir.other_lines_in import CAME_ALONG, LineMaker, day_in
from zlp_tui.exchange.fhir.other_people import client_in, people_in
from zlp_tui.exchange.fhir.parsed_plan import ParsedPlan
from zlp_tui.exchange.fhir.people_resources import BORN
from zlp_tui.exchange.fhir.read_paths import is_all_read
from zlp_tui.exchange.fhir.resource_words import named
from zlp_tui.exchange.fhir.values import Json
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import (
    DOMAINS,
    Agreement,
    Detail,
    Goal,
    LifeDomain,
    Person,
    PlanView,
    Progress,
    Statement,
    Voice,
)
from zlp_tui.script.script import Script

MOST_KEPT: Final = 2_000_000
"""Characters of what is kept as it came."""
_PIECE: Final = 19_000

BSN_SYSTEMS: Final = ("http://fhir.nl/fhir/NamingSystem/bsn", "urn:oid:2.16.840.1.113883.2.4.6.3")
"""The systems of citizen service numbers."""



@dataclass(frozen=True)
class ReadWith:
    """What a bundle of another program is read with. `digest` tells one file from every other."""

    script: Script
    tr: Catalogue
    today: str
    digest: str

    @property
    def plan(self) -> str:
        """The id of the plan that the file becomes: the same file is the same plan."""
        return str(uuid5(NAMESPACE_OID, f"zlp import {self.digest}"))


def other_plan(bundle: Bundle, given: ReadWith) -> ParsedPlan:
    """The plan in a bundle of another program. `Refused` where it is not about one client with a name."""
    return _OtherReading(bundle, given).plan()


class _OtherReading:
    def __init__(self, bundle: Bundle, given: ReadWith) -> None:
        self._given = given
        self._refused = [entry for entry in bundle.entries if changes_meaning(entry.resource)]
        self._bundle = Bundle(bundle.whole, tuple(e for e in bundle.entries if e not in self._refused))
        patients = tuple(self._bundle.of("Patient"))
        if len(patients) != 1:
            raise Refused("zlp reads a file about one client. Nothing was taken in.")
        client = client_in(patients[0], self._id_of)
        if client is None:
            raise Refused("The client in this file has no name. Nothing was taken in.")
        self._patient, self._client = patients[0], client
        self._others = tuple(people_in(self._bundle, self._id_of))
        self._file = Person(self._id_of("file"), given.tr("Another program"), "other")
        self._people = {
            address: person for entry, person in ((patients[0], client), *self._others) for address in entry.addresses
        }
        self._made = LineMaker(
            self._id_of, self._voice_at, self._place_of, {True: given.tr("Yes"), False: given.tr("No")}, given.today,
            count(1),
        )

    def plan(self) -> ParsedPlan:
        """The plan, with the names of what was not read."""
        aims = [line for entry in self._kept("Goal") for line in self._made.goal(entry)]
        goals = {
            address: self._id_of(entry.address) for entry in self._kept("Goal") for address in entry.addresses
            if any(line.id == self._id_of(entry.address) for line in aims)
        }
        people = {address: person.id for address, person in self._people.items()}
        agreed = [line for entry in self._kept("CarePlan") for line in self._made.agreements(entry, goals, people)]
        said = [line for entry in self._kept("QuestionnaireResponse") for line in self._made.statements(entry)]
        lines = (*aims, *agreed)
        left = [entry for entry in self._bundle.entries if self._is_left(entry, {line.id for line in lines})]
        not_read, refused = (tuple(named((entry.kind for entry in entries), self._given.tr))
                             for entries in (left, self._refused))
        if any(without_bsn(entry.resource) != entry.resource for entry in (*left, *self._refused)):
            not_read = (*not_read, self._given.tr("citizen service number, which was not kept"))
        view = PlanView(
            id=self._given.plan, client=self._client.id, address="u",
            people=(self._client, *(person for _, person in self._others)), former_people=(self._file,),
            domains=tuple(LifeDomain(domain) for domain in DOMAINS),
            details=(*self._born(), *self._as_it_came((*left, *self._refused))),
            statements=(*said, *self._told(not_read, refused)),
            goals=tuple(line for line in lines if isinstance(line, Goal)),
            agreements=tuple(line for line in lines if isinstance(line, Agreement)),
            progress=tuple(line for line in lines if isinstance(line, Progress)),
        )
        return ParsedPlan(view, ours=False, not_read=not_read, refused=refused)

    def _kept(self, kind: str) -> Iterator[Entry]:
        """The resources of a kind that were not entered by mistake."""
        for entry in self._bundle.of(kind):
            if not _is_mistaken(entry):
                yield entry

    def _is_left(self, entry: Entry, made: set[str]) -> bool:
        """Whether there is more in a resource than was read, or nothing of it could be."""
        if _is_mistaken(entry) or not is_all_read(entry.kind, entry.resource):
            return True
        own = (entry.address,) if entry.kind == "Goal" else (
            f"{entry.address}/{number}" for number, _ in enumerate(each(entry.resource, "activity"))
        )
        return not all(self._id_of(address) in made for address in own)

    def _id_of(self, address: str) -> str:
        return str(uuid5(UUID(self._given.plan), address))

    def _voice_at(self, address: str | None) -> Voice:
        person = self._people.get(address or "", self._file)
        return Voice(person.id, person.name)

    def _place_of(self, link: str) -> tuple[str, str] | None:
        topic, _, step = link.partition("/")
        return (topic, step) if self._given.script.find_step(topic, step) is not None else None

    def _born(self) -> Iterator[Detail]:
        day = day_in(str(self._patient.resource.get("birthDate")))
        for topic in sorted(self._given.script.topics_asking(BORN))[:1] if day else ():
            yield Detail(self._id_of(BORN), topic, BORN, day or "", voice=self._voice_at(None))

    def _as_it_came(self, left: tuple[Entry, ...]) -> Iterator[Detail]:
        """What was not read, as JSON, in pieces that fit in a field."""
        kept = 0
        for number, entry in enumerate(left, start=1):
            came = json.dumps(without_bsn(entry.resource), separators=(",", ":"))
            kept += len(came)
            if kept > MOST_KEPT:
                raise Refused("There is more in this file than zlp can keep. Nothing was taken in.")
            for piece, begin in enumerate(range(0, len(came), _PIECE), start=1):
                name = f"resource-{number}-{piece}"
                value = came[begin:begin + _PIECE]
                yield Detail(self._id_of(name), CAME_ALONG, name, value, voice=self._voice_at(None))

    def _told(self, not_read: tuple[str, ...], refused: tuple[str, ...]) -> Iterator[Statement]:
        """What came along, as words of the file: in the letter it stands under its own question."""
        tr, voice = self._given.tr, self._voice_at(None)
        for step, asked, names in (
            ("not-read", tr("Came along, not read"), not_read),
            ("refused", tr("Came along, means something else"), refused),
        ):
            for name in names:
                number = next(self._made.seqs)
                yield Statement(
                    self._id_of(f"{step}/{number}"), number, CAME_ALONG, step, asked, None, None, name, voice, None,
                    "import", None, self._given.today, None, None,
                )


def without_bsn(value: Json) -> Json:
    """The same without a citizen service number, which a plan never holds."""
    if isinstance(value, Mapping):
        return {name: without_bsn(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [without_bsn(inner) for inner in value
                if not (isinstance(inner, Mapping) and inner.get("system") in BSN_SYSTEMS)]
    return value


def _is_mistaken(entry: Entry) -> bool:
    return "entered-in-error" in (entry.resource.get("status"), entry.resource.get("lifecycleStatus"))


def changes_meaning(value: Json) -> bool:
    """Whether something in a resource says that it means something else than it seems to."""
    if isinstance(value, Mapping):
        return "modifierExtension" in value or "implicitRules" in value or any(map(changes_meaning, value.values()))
    return isinstance(value, (list, tuple)) and any(map(changes_meaning, value))
