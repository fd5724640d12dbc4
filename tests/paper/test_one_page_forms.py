"""The forms of one page: for whom they are, and what they must not tell."""

from __future__ import annotations

from dataclasses import replace

from tests.tools.paper_sources import example_source, with_view
from tests.tools.read_pdf import letters, letters_of, opened
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.paper.before_a_talk import appreciation_card, invitation
from zlp_tui.paper.day_card import day_card
from zlp_tui.paper.poster import poster
from zlp_tui.paper.rights import rights
from zlp_tui.paper.who import who
from zlp_tui.plan.view import Grant, Voice
from zlp_tui.script.outline import Contact

SENSITIVE = "sexuality-and-intimacy"


def for_reader(kind: str) -> ExportSource:
    """The example, for the first person of this kind."""
    source = example_source()
    return replace(source, reader=next(person for person in source.view.people if person.kind == kind))


def about(source: ExportSource, domain: str) -> ExportSource:
    """The same plan, in which everything belongs to one part of life."""
    view = source.view
    return with_view(source, replace(
        view, statements=tuple(replace(said, domain=domain) for said in view.statements),
        agreements=tuple(replace(agreed, domain=domain) for agreed in view.agreements),
    ))


def test_the_day_card_tells_what_is_done_when_by_whom_and_what_works_on_one_page() -> None:
    made = day_card(example_source())
    told = letters_of(made)
    assert len(opened(made).pages) == 1
    for words in ("Elke dag", "“Samen de was vouwen.”", "mevrouw De Vries en Karim", "Dinsdag 24 november",
                  "“De hartpil met een hapje vla. Dan zakt hij vanzelf.”", "Doe dit liever niet"):
        assert letters(words) in told, words
    assert "vandaag" not in told


def test_nothing_private_hangs_on_a_wall() -> None:
    for form in (day_card, poster):
        told = letters_of(form(about(example_source(), SENSITIVE)))
        assert letters("was vouwen") not in told and letters("De hartpil met een hapje") not in told


def test_the_poster_is_once_of_a4_and_once_of_a3() -> None:
    widths = [round(float(page.mediabox.width)) for page in opened(poster(example_source())).pages]
    assert widths == [595, 842]


def test_whom_one_looks_for_in_need_stands_first_with_how_to_reach_them() -> None:
    told = letters_of(who(example_source()))
    assert told.index(letters("dokter Jansen · Huisarts 010 765 43 21")) < told.index(letters("Sanne · Mijn dochter"))


def test_an_invitation_is_for_who_is_asked_and_tells_nothing_of_the_plan() -> None:
    made = letters_of(invitation(for_reader("family")))
    assert letters("Beste Sanne,") in made
    said = {letters(statement.text) for statement in example_source().view.statements if len(statement.text) > 12}
    assert not [words for words in said if words in made]


def test_the_card_that_goes_round_speaks_to_family_otherwise_than_to_carers() -> None:
    family, carer = (letters_of(appreciation_card(for_reader(kind))) for kind in ("family", "carer"))
    assert letters("Wat vind jij dat mevrouw De Vries goed kan?") in family
    assert letters("Wat vindt u dat mevrouw De Vries goed kan?") in carer


def test_rights_tell_who_reads_what_and_whom_the_organisation_names() -> None:
    source = example_source()
    sanne = next(person for person in source.view.people if person.name == "Sanne")
    client = Voice(source.view.client, source.view.client_person.name)
    grant = Grant("grant", 1, sanne.id, "everything", see=True, write=True, until=None, voice=client,
                  given_on="2026-03-03")
    granted = with_view(source, replace(source.view, grants=(grant,)))
    script = replace(granted.context.script, contacts={"complaints": Contact(id="complaints", phone="010 111 22 33")})
    told = letters_of(rights(replace(granted, context=replace(granted.context, script=script))))
    for words in ("Sanne: leest alles", "010 111 22 33", "cliëntondersteuner"):
        assert letters(words) in told, words
