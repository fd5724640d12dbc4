"""Imported in the process that commands are forked from: the words of our script and rules are known to them."""

from __future__ import annotations

import pytest

from tests.tools.sources import make_words_once
from zlp_tui import places
from zlp_tui.due.rules import load_rules
from zlp_tui.script.loading import load_script

make_words_once(pytest.MonkeyPatch())
load_script(places.content() / "nl")
load_rules(places.data() / "rules")
