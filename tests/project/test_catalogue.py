"""The Dutch catalogue is complete: every message the code says, none fuzzy, none that nothing says."""

from __future__ import annotations

import ast
import gettext
from pathlib import Path

import pytest

from tools import messages
from zlp_tui import places
from zlp_tui.i18n import DOMAIN, Catalogue, CatalogueMissing
from zlp_tui.message_file import MessageFile

ROOT = Path(__file__).parents[2]


def test_every_message_has_dutch_and_nothing_is_translated_for_nobody() -> None:
    """Gathering them reads the whole program, so it is done once."""
    found, catalogue = messages.gather(), messages.read_catalogue()
    assert len(found) > 50
    assert messages.problems(found, catalogue) == ()
    assert messages.unused(found, catalogue) == ()


def test_messages_are_literals() -> None:
    """A message that is put together in the code could not be gathered, so it would be English for the user."""
    loose = []
    for package in messages.PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            loose += [f"{file.relative_to(ROOT)}:{call.lineno}" for call in messages.not_literal(tree)]
    assert loose == []


def test_a_missing_catalogue_is_an_error_not_english(tmp_path: Path) -> None:
    with pytest.raises(CatalogueMissing):
        Catalogue("nl", tmp_path)


def test_messages_are_read_as_gettext_reads_them(tmp_path: Path) -> None:
    """Each by itself, and the ones that there are not."""
    ours = MessageFile(places.content() / "nl" / "LC_MESSAGES" / f"{DOMAIN}.mo")
    theirs = gettext.translation(DOMAIN, places.content(), ["nl"])
    dutch = 0
    for entry in messages.read_catalogue():
        singular, plural = (entry.id, entry.id) if isinstance(entry.id, str) else entry.id
        # What has a plural is asked for with a number: without one, gettext of Python 3.11.2 finds nothing.
        assert not isinstance(entry.id, str) or ours.text(singular) == theirs.gettext(singular)
        dutch += ours.text(singular) != singular
        for count in (0, 1, 2, 21) if singular != plural else ():
            assert ours.plural(singular, plural, count) == theirs.ngettext(singular, plural, count)
    assert dutch > 1_000
    for nothing in ("", "\0", "~", "\uffff", "Saved by nobody"):
        assert ours.text(nothing) == theirs.gettext(nothing)
        assert [ours.plural(nothing, "s", n) for n in (1, 2)] == [nothing, "s"]
    (tmp_path / "no.mo").write_bytes(b"\xde")
    with pytest.raises(ValueError, match="no compiled catalogue"):
        MessageFile(tmp_path / "no.mo")


def test_gathering_sees_all_forms(tmp_path: Path) -> None:
    code = (
        "tr('One')\nself.tr('Two {x}', x=1)\ntr.plural('{count} a', '{count} b', n)\n"
        "raise Refused('Three', what=tr('Four'))\ntr('Five' if x else 'Six')\nchanges.tell(act, topic='no')\n"
    )
    (tmp_path / "zlp_tui").mkdir()
    (tmp_path / "zlp_tui" / "some.py").write_text(code, encoding="utf-8")
    ids = {one.ids for one in messages.gather(tmp_path)}
    assert ids == {("One",), ("Two {x}",), ("{count} a", "{count} b"), ("Three",), ("Four",), ("Five",), ("Six",)}
