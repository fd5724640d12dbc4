"""The closed lists of a plan: what a field may hold, and the names that are part of the format."""

from __future__ import annotations

from typing import Final, Literal

Chapter = Literal["start", "who-am-i", "my-life", "support", "results"]
Address = Literal["u", "je"]
Relevance = Literal["now", "not-now", "later", "never-ask"]
"""Whether a life domain is talked about. `later`: with the people named for it, and nobody else."""
DecidingRole = Literal["self", "together", "other"]
ConsiderationSide = Literal["for", "against"]
Term = Literal["short", "long"]
GoalKind = Literal["reach", "keep", "slow-decline", "comfort"]
GoalStatus = Literal["active", "waits", "reached", "stopped", "replaced"]
Done = Literal["yes", "partly", "no"]
Because = Literal["wanted-otherwise", "no-time", "did-not-know", "own-way", "other"]
Source = Literal["spoken", "paper", "import", "guess"]
RemarkKind = Literal["remark", "nice-moment"]
DisagreementRoute = Literal["carer", "supporter", "complaints", "confidant"]
ReadBackWay = Literal["anew", "disagree", "beside", "missing", "said"]
Ground = Literal["law", "good-care", "others"]
"""Why a wish is not met: a law or what is possible; good care, after a colleague was consulted; others' rights."""
StillTrue = Literal["still", "changed", "no-longer"]
HowClose = Literal["far-less", "less", "as-hoped", "more", "far-more"]
Decision = Literal["go-on", "adjust", "reached", "stop"]
Enough = Literal["yes", "partly", "no"]
Face = Literal["good", "so-so", "not-good"]
Consents = Literal["agrees", "does-not", "not-asked"]
PersonKind = Literal[
    "client", "partner", "family", "friend", "neighbour", "volunteer", "gp", "key-worker", "carer", "professional",
    "representative", "mentor", "administrator", "supporter", "confidant", "advocate", "other",
]
"""What somebody is to the client. `professional` and `advocate` are from care, or stand up for the client, and no more
was said. `mentor` and `administrator` are appointed by a court: for care, and for money."""

CHAPTERS: Final[tuple[Chapter, ...]] = ("start", "who-am-i", "my-life", "support", "results")

DOMAINS: Final[tuple[str, ...]] = (
    "physical-health", "work-and-leisure", "social-contacts", "mental-health", "learning", "housing",
    "money-and-rights", "own-direction", "sexuality-and-intimacy", "meaning-and-spirituality",
)
"""The ten life domains, always all ten (inventory C1, V87-V97)."""

FACTS: Final[tuple[str, ...]] = ("law", "care-started-on", "drawn-up-on", "first-evaluation-on")
"""Fields with a place of their own in `zlp show --json`, whichever topic asks for them."""

HOW_WE_TALK: Final = "how-we-talk"
"""The topic whose fields say how the client wants to be talked with."""

WEIGHED: Final = "weighed-"
"""How the field begins that keeps that enough was weighed of a choice; the id of the choice follows."""

ADDRESS_SAID: Final = (HOW_WE_TALK, "address")
"""The topic and field of the form of address that somebody chose; until then a plan has one that nobody chose."""

PROFESSIONAL_KINDS: Final[frozenset[PersonKind]] = frozenset({
    "gp", "key-worker", "carer", "professional", "supporter", "confidant",
})
"""Kinds of people who are here for their work; all other kinds, the client apart, are one's own people (V66)."""

ActsAs = Literal["curator", "mentor", "administrator", "authorised", "partner", "family"]
"""On what ground somebody represents the client: appointed by the court (the first three), with an authorisation of the
client, or by law as their partner, parent, child, brother or sister (C8)."""

APPOINTED: Final[frozenset[PersonKind]] = frozenset({"representative", "mentor", "administrator", "advocate"})
"""Kinds of people who decide or arrange for the client. They may be family, so who they are is asked too."""

SOUGHT: Final[frozenset[PersonKind]] = APPOINTED | {"gp", "key-worker", "supporter", "confidant"}
"""Kinds that are told wherever somebody is named: whom one looks for in need."""
