"""Four people at the table in turns, and the client absent half of the time: what each of them does, as data (issue 8).

All are invented. Bep is the client, Sanne her daughter; Fatima and Karim are carers. All words differ, so that each can
be found by itself, and are short enough for one line of any face.
"""

from __future__ import annotations

from typing import Final

from tests.tools.ledger import Said
from tests.tools.table_acts import (
    Act,
    Choose,
    Correct,
    Disagree,
    FindDraft,
    GiveTo,
    HalfType,
    Note,
    Redo,
    Remark,
    Say,
    SayDraft,
    Seat,
    Sitting,
    Swap,
    TakeBack,
    Undo,
    at,
    field,
    unsigned,
)

BEP, SANNE, FATIMA, KARIM = "Bep Vos", "Sanne", "Fatima", "Karim"

GOOD, BAD = at("good-day-bad-day", "sides", "good"), at("good-day-bad-day", "sides", "bad")
TWO_MINUTES = at("two-minutes", "two-minutes")
IMPORTANT = at("important-to", "important-to")
GOOD_AT = at("appreciation", "good-at")
DIRECTION = at("future", "direction")
HOW_IT_WAS = at("sitting", "how", "first")
FEELS = at("domains-now", "marks", "physical-health")

GARDEN = "Ik zit in de zon in mijn tuin."
KNOCK, KNOCK_NOW = "Klop eerst aan.", "Klop eerst aan en wacht even."
CHURCH = "Dat ik naar de kerk kan."
MARKET = "Ik wil zelf naar de markt."
PHONE = "Ik wil mijn zus weer bellen."
WALK = "Elke dag een blokje om."
CHAIR, LIFT = "Komt er een traplift of niet?", "Een traplift erbij."
RAINY = "Zij is stil als het regent."
OTHERWISE = "Over de tuin denk ik anders."
TIRED = "Ze was moe na het bezoek."


def _first() -> tuple[Act, ...]:
    """Bep and Sanne."""
    return (
        Say(by=BEP, at=GOOD, words=GARDEN),
        Say(by=SANNE, at=BAD, words="Mama ligt dan de hele dag."),
        Say(by=BEP, at=TWO_MINUTES, words=KNOCK),
        Correct(by=BEP, old=KNOCK, words=KNOCK_NOW),
        Correct(by=SANNE, old=GARDEN, words="Zij zit altijd binnen.", refused=True),
        TakeBack(by=SANNE, words=GARDEN, refused=True),
        Say(by=SANNE, at=GOOD, words="En met de poes op schoot."),
        Disagree(by=SANNE, about=GARDEN, words="Zij zit juist graag binnen."),
        Choose(by=BEP, at=at("domains", "cards"), option="physical-health"),
        Choose(by=BEP, at=at("domains", "cards"), option="social-contacts"),
        Say(by=SANNE, at=at("people", "people"), words="Riet", told_later=True),
        Say(
            by=BEP, at=at("personal-details", "person", "home-address"), words="Lindelaan 12 in Zutphen.",
            becomes="field personal-details home-address", unsigned=True,
        ),
        Choose(by=BEP, at=DIRECTION, option="keep", kept=(field(DIRECTION, "direction", "keep"),)),
        HalfType(by=SANNE, at=IMPORTANT, words=CHURCH),
    )


def _second() -> tuple[Act, ...]:
    """Sanne and Karim; Karim finds what Sanne was typing."""
    return (
        FindDraft(by=KARIM, at=IMPORTANT, words=CHURCH, typed_by=SANNE),
        SayDraft(by=SANNE, at=IMPORTANT, words=CHURCH),
        Say(by=KARIM, at=GOOD_AT, words="Zij vergeet nooit een naam."),
        Correct(by=KARIM, old=GARDEN, words="Zij zit graag op haar balkon.", refused=True),
        TakeBack(by=SANNE, words=KNOCK_NOW, refused=True),
        Say(by=KARIM, at=BAD, words=RAINY),
        Undo(by=KARIM, at=BAD),
        Redo(by=KARIM, at=BAD),
        Remark(by=KARIM, words="De bel doet het niet."),
        Remark(by=SANNE, words="We zongen samen in de keuken.", kind="nice-moment"),
    )


def _third() -> tuple[Act, ...]:
    """Bep and Fatima: a choice, a goal and an agreement."""
    return (
        Say(by=BEP, at=at("choices", "choice"), words=CHAIR, becomes="choice"),
        Say(by=FATIMA, at=at("choices", "options", CHAIR), words=LIFT, becomes="option"),
        Say(
            by=FATIMA, at=at("choices", "weigh", CHAIR, LIFT, "for"), words="Zij kan weer naar boven.",
            becomes="reason for None",
        ),
        Say(
            by=BEP, at=at("choices", "weigh", CHAIR, LIFT, "against"), words="Dan loop ik nooit meer.",
            becomes="reason against None",
        ),
        Say(by=FATIMA, at=TWO_MINUTES, words="Praat wat harder links."),
        GiveTo(by=FATIMA, words="Praat wat harder links.", to=BEP),
        Say(by=BEP, at=at("goals", "goal"), words=MARKET, becomes="goal"),
        Choose(by=BEP, at=at("goals", "kind", MARKET), option="reach"),
        Choose(by=BEP, at=at("goals", "hopes", MARKET), option="yes", kept=(unsigned("field goals hopes", "yes"),)),
        Say(
            by=FATIMA, at=at("goals", "hopes", MARKET, "as-hoped"), words="Om de week een keer.",
            becomes="goals/hopes/as-hoped",
        ),
        Say(by=BEP, at=at("goals", "goal"), words=PHONE, becomes="goal"),
        Swap(by=BEP, at=at("goals", "priority")),
        Say(by=FATIMA, at=at("agreements", "want", "anything"), words=WALK, becomes="agreement"),
        Say(
            by=FATIMA, at=at("agreements", "small-steps", WALK), words="Om tien uur de jas aan.", becomes="small step",
            unsigned=True,
        ),
        Choose(by=BEP, at=at("agreements", "who", WALK), option=BEP, kept=(unsigned(f"task of {BEP}", ""),)),
        Say(
            by=BEP, at=at("agreements", "who", WALK, "does", BEP), words="Ik trek mijn schoenen aan.",
            becomes=f"task of {BEP}", unsigned=True,
        ),
        Choose(by=BEP, at=at("agreements", "who", WALK), option=SANNE, kept=(unsigned(f"task of {SANNE}", ""),)),
        Say(
            by=FATIMA, at=at("agreements", "who", WALK, "does", SANNE), words="Sanne loopt mee.",
            becomes=f"task of {SANNE}", unsigned=True,
        ),
        Choose(
            by=BEP, at=at("who-am-i-read-back", "read-back"), option="yes",
            kept=(unsigned("read back who-am-i", "True"),),
        ),
        Say(by=BEP, at=GOOD_AT, words="Ik kan goed rekenen."),
        TakeBack(by=BEP, words="Ik kan goed rekenen."),
    )


def _fourth() -> tuple[Act, ...]:
    """Karim alone."""
    return (
        Note(by=KARIM, about=WALK, done="yes", words="Tot de brug en terug."),
        Note(by=KARIM, about=WALK, done="partly", words=TIRED),
        Correct(by=KARIM, old=KNOCK_NOW, words="Loop maar door.", refused=True),
        Say(by=KARIM, at=at("ordinary-day", "day", "morning"), words="Zij drinkt eerst haar thee."),
        Correct(by=KARIM, old=RAINY, words="Zij is stil als het stormt."),
        Undo(by=KARIM, at=BAD),
    )


def _fifth() -> tuple[Act, ...]:
    """Fatima and Karim; then Fatima leaves and Sanne sits down."""
    return (
        Note(by=FATIMA, about=WALK, done="no", words="Het regende te hard."),
        Disagree(by=FATIMA, about=RAINY, words="Bij mij zingt zij dan juist."),
        TakeBack(by=FATIMA, words=RAINY, refused=True),
        Seat(by=KARIM, names=(KARIM, SANNE)),
        Say(by=SANNE, at=BAD, words="Of als niemand belt."),
        Say(by=KARIM, at=BAD, words="En als de lift stil staat."),
        TakeBack(by=KARIM, words="En als de lift stil staat."),
    )


def _sixth() -> tuple[Act, ...]:
    """All four look back, and agree."""
    marks = ((BEP, "very-good", "9"), (SANNE, "so-so", "5"), (FATIMA, "good", "7"), (KARIM, "bad", "3"))
    faces = ((BEP, "good"), (SANNE, "so-so"), (FATIMA, "good"), (KARIM, "not-good"))
    says = ((BEP, "agrees"), (SANNE, "does-not"), (FATIMA, "agrees"), (KARIM, "agrees"))
    return (
        Choose(by=BEP, at=at("still-important", "still", CHURCH), option="still"),
        *(Choose(by=who, at=FEELS, option=face, kept=(Said("mark physical-health", who, mark),))
          for who, face, mark in marks),
        Say(by=FATIMA, at=at("goals-now", "outcome", MARKET), words="Zij kocht zelf haar vis.", becomes="outcome"),
        *(Choose(by=who, at=at("this-talk", "experience", who), option=face, kept=(Said("experience", who, face),))
          for who, face in faces),
        *(Choose(by=who, at=at("agreed", "together", who), option=what)
          for who, what in says),
        Say(
            by=SANNE, at=at("agreed", "together", SANNE, "words"), words=OTHERWISE, told_later=True,
        ),
        Choose(
            by=BEP, at=at("agreed", "together", "confirm"), option="yes",
            kept=(*(Said("consent", who, what) for who, what in says), Said("consent in words", SANNE, OTHERWISE)),
        ),
    )


def _seventh() -> tuple[Act, ...]:
    """Sanne and Karim, after the plan was agreed on."""
    return (
        Say(by=SANNE, at=IMPORTANT, words="Dat ik haar elke week zie."),
        Remark(by=KARIM, words="De tuindeur klemt."),
        Correct(by=SANNE, old=CHURCH, words="Dat ik op zondag naar de kerk kan."),
    )


def _eighth() -> tuple[Act, ...]:
    """Bep alone; then Sanne sits down."""
    return (
        Correct(by=BEP, old=GARDEN, words="Ik zit in de schaduw in mijn tuin."),
        Say(by=BEP, at=GOOD, words="En er is vlaai."),
        Choose(by=BEP, at=at("at-the-table", "who"), option=SANNE),
        Say(by=SANNE, at=BAD, words="Of als haar bril kwijt is."),
        Choose(by=BEP, at=HOW_IT_WAS, option="good", kept=(Said("talk", BEP, "good"),)),
        Choose(by=SANNE, at=HOW_IT_WAS, option="so-so", kept=(Said("talk", SANNE, "so-so"),)),
    )


STORY: Final = (
    Sitting((BEP, SANNE), _first()),
    Sitting((SANNE, KARIM), _second()),
    Sitting((BEP, FATIMA), _third()),
    Sitting((KARIM,), _fourth()),
    Sitting((FATIMA, KARIM), _fifth()),
    Sitting((BEP, SANNE, FATIMA, KARIM), _sixth()),
    Sitting((SANNE, KARIM), _seventh()),
    Sitting((BEP,), _eighth()),
)
