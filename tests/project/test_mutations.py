"""The list of mutations is alive: each still has its place in the code, and the tests that must notice it are there."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tools.mutants import LIST, Copy, Mutation, elsewhere, follow, load_mutations, tried

ROOT = Path(__file__).parents[2]
MUTATIONS = load_mutations()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_each_mutation_still_applies_and_names_tests_that_are_there(mutation: Mutation) -> None:
    text = (ROOT / mutation.file).read_text(encoding="utf-8") if (ROOT / mutation.file).is_file() else ""
    mutated = mutation.applied(text)
    assert mutated is not None, f"its text is not once in {mutation.file}, but in {elsewhere(mutation) or 'no file'}"
    assert mutated != text
    assert mutation.tests
    assert [test for test in mutation.tests if not _is_there(*test.split("::"))] == []


def _is_there(file: str, test: str = "") -> bool:
    """Whether there is such a file of tests, with that test in it when one is named."""
    return (ROOT / file).is_file() and (not test or f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"))


def test_there_are_enough_of_them() -> None:
    assert len(MUTATIONS) >= 129


def test_a_mutation_is_caught_or_survives_and_leaves_the_copy_as_it_was(tmp_path: Path) -> None:
    module, test = tmp_path / "module.py", tmp_path / "test_module.py"
    module.write_text("def more(n):\n    return n + 1\n", encoding="utf-8")
    test.write_text("from module import more\n\n\ndef test_more():\n    assert more(0) == 1\n", encoding="utf-8")
    before = module.read_text(encoding="utf-8")

    def verdict(old: str, new: str) -> str:
        return tried(copy, Mutation("name", "module.py", old, new, ("test_module.py",)))[0]

    with closing(Copy(tmp_path)) as copy:
        assert verdict("n + 1", "n + 2") == "caught"
        assert verdict("n + 1", "1 + n") == "survived"
        assert verdict("n", "m") == "does not apply"
        assert verdict("n - 1", "n") == "does not apply"
    assert module.read_text(encoding="utf-8") == before


def test_a_mutation_whose_text_moved_is_moved_along_and_the_others_stay(tmp_path: Path) -> None:
    listed, moved = tmp_path / "list.toml", MUTATIONS[-1]
    text = LIST.read_text(encoding="utf-8")
    header = f'[{moved.name}]\nfile = '
    listed.write_text(text.replace(f'{header}"{moved.file}"', f'{header}"gone.py"'), encoding="utf-8")
    assert load_mutations(listed)[-1].file == "gone.py"
    assert follow(listed) == (moved.name,)
    assert listed.read_text(encoding="utf-8") == text
