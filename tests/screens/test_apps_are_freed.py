"""Nothing of an app stays in the process when it was left: what people said in it neither."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path
from weakref import ref

from screens.app import ZlpApp
from tests.screens.conftest import ANNIE
from tests.tools.window import window


async def left(home: Path) -> ref[ZlpApp]:
    async with window(home, ANNIE) as opened:
        return ref(opened.app)


def test_an_app_that_was_left_is_freed(fresh: Path) -> None:
    app = asyncio.run(left(fresh))
    gc.collect()
    assert app() is None
