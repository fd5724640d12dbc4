"""A small script of its own to load, break and lay packs over, and ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zlp_tui import places
from zlp_tui.script.loading import load_script
from zlp_tui.script.script import Script

OUTLINE = """\
pack: "small"
version: "1"
chapters:
  - id: "start"
    title: "Samen beginnen"
    about: "Wie er zijn."
  - id: "who-am-i"
    title: "Wie ben ik?"
    about: "Wat goed is."
topics: ["welcome", "likes", "good-day", "read-back"]
weekdays:
  "maandag": 1
  "maandagochtend": 1
  "weekend": 67
  "behalve": 0
parts_of_day:
  "ochtend": "morning"
  "maandagochtend": "morning"
  "ontbijt": "morning"
  "'s avonds": "evening"
"""

DOMAINS = """\
domains:
  - id: "housing"
    title: "Wonen"
    about: "{Uw|Jouw} huis of kamer."
"""

TOPICS = {
    "welcome": """\
id: "welcome"
chapter: "start"
title: "Welkom"
why: "Zo weten we wat we gaan doen."
intro: "Welkom:"
steps:
  - id: "hello"
    kind: "tell"
    text: ["Dit gesprek is van {u|jou}."]
""",
    "likes": """\
id: "likes"
chapter: "who-am-i"
title: "Hier houd ik van"
why: "Zo leren mensen {u|je} kennen."
intro: "Waar {u van houdt|je van houdt|ik van houd}:"
steps:
  - id: "first"
    kind: "ask"
    ask: "Waar {houdt u|houd je} van?"
    differently: ["Wat {vindt u|vind je} fijn?", "Wat {eet u|eet je} graag?", "Wat maakt {u|je} blij?"]
    ask_another: ["Wat {>ziet u|zie jij}, {>denkt u|denk jij}?"]
    examples: ["Koffie bij het raam."]
  - id: "second"
    kind: "ask"
    ask: "En waar nog meer van?"
    differently: ["Nog iets?", "Wat hoort daarbij?", "Wat mist er nog?"]
    ask_another: ["En wat nog meer?"]
    examples: ["Muziek in de avond."]
""",
    "good-day": """\
id: "good-day"
chapter: "who-am-i"
title: "Een goede dag"
why: "Zo horen we wat er hoort te zijn."
intro: "Een goede dag voor {u|jou|mij}:"
steps:
  - id: "day"
    kind: "ask"
    ask: "Hoe ziet een goede dag eruit?"
    differently: ["Wat gebeurt er dan?", "Wie is erbij?", "Waar begint het mee?"]
    ask_another: ["Wanneer was het een goede dag?"]
    examples: ["Als de zon schijnt."]
""",
    "read-back": """\
id: "read-back"
chapter: "who-am-i"
title: "Klopt het?"
why: "Zo weten we of het klopt."
intro: "Dit hebben we gehoord:"
steps:
  - id: "read-back"
    kind: "read-back"
    ask: "Klopt dit?"
    differently: ["Is dit zo?", "Mist er iets?", "Staat het er goed?"]
    yes: "Ja, dat klopt"
    no: "Nee, zo is het"
    correction:
      ask: "Hoe is het wel?"
      differently: ["Wat moet anders?", "Wat hoort er niet?", "Wat mist er?"]
      examples: ["Het was op zaterdag."]
""",
}

Write = Callable[[str, str], Path]


def lay_out(folder: Path) -> Path:
    """The small script on disk, as `content/<locale>` is laid out."""
    script = folder / "script"
    (script / "topics").mkdir(parents=True)
    (script / "script.yaml").write_text(OUTLINE, "utf-8")
    (script / "domains.yaml").write_text(DOMAINS, "utf-8")
    for name, text in TOPICS.items():
        (script / "topics" / f"{name}.yaml").write_text(text, "utf-8")
    language = places.content() / "nl" / "language.yaml"
    (folder / "language.yaml").write_text(language.read_text("utf-8"), "utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder such as `content/nl`, with a small, sound script."""
    return lay_out(tmp_path / "content" / "nl")


@pytest.fixture
def write_topic(small: Path) -> Write:
    """Writes a topic's file in the small script."""

    def write(name: str, text: str) -> Path:
        path = small / "script" / "topics" / f"{name}.yaml"
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture
def pack(tmp_path: Path) -> Write:
    """Writes a file of a pack and gives the pack's folder; its `script.yaml` is there already."""
    folder = tmp_path / "our-house"
    (folder / "topics").mkdir(parents=True)
    (folder / "script.yaml").write_text('pack: "our-house"\nversion: "3"\n', "utf-8")

    def write(name: str, text: str) -> Path:
        (folder / name).write_text(text, "utf-8")
        return folder

    return write


@pytest.fixture(scope="session")
def ours() -> Script:
    """The script that ships with the program."""
    return load_script(places.content() / "nl")
