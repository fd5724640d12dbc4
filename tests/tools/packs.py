"""Packs that leave topics of ours out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from tests.tools.prepared import our_script
from zlp_tui.script.roles import Role


def topic_with(role: Role) -> str:
    """The id of the topic of ours that has this role."""
    topic = our_script().with_role(role)
    assert topic is not None, role
    return topic.id


def pack_without(folder: Path, roles: Iterable[Role]) -> Path:
    """A pack that leaves out the topics with these roles; the folder it is in."""
    folder.mkdir(parents=True)
    outline = {"pack": "van-ons", "version": "1", "leave_out": [topic_with(role) for role in roles]}
    (folder / "script.yaml").write_text(yaml.safe_dump(outline), encoding="utf-8")
    return folder
