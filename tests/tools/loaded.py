"""Imported in the process that commands are forked from: the words of our script and rules are known to them, and how
a plan is written as JSON and a day in Dutch."""

from __future__ import annotations

import gc
from datetime import date

import pytest

from tests.tools.sources import make_words_once
from zlp_tui import places
from zlp_tui.dates import long_date
from zlp_tui.due.rules import load_rules
from zlp_tui.plan.serialization import adapter
from zlp_tui.script.loading import load_script

make_words_once(pytest.MonkeyPatch())
load_script(places.content() / "nl")
load_rules(places.data() / "rules")
adapter()
long_date(date(2026, 3, 3), "nl")

# What is loaded is not looked through again in each process: that would copy the memory that they share.
gc.collect()
gc.freeze()
