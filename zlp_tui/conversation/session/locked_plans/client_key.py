"""Which keyholder of this computer the client of a plan is, so that they can show that they are here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from zlp_tui import places
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.errors import StoreError
from zlp_tui.keys.holder_names import keyholders
from zlp_tui.keys.keyholder import Keyholder, read_keyholder
from zlp_tui.store.own_files.give_key import may_open
from zlp_tui.text import same_name


class ClientKey(NamedTuple):
    """The key of a client. `public` is its public half, in hexadecimal digits. `require` takes a passphrase, and raises
    the errors of `PlanLock.unlock`; it takes up to a second: not for a thread that answers keys."""

    public: str
    require: Callable[[str], None]


def client_key(lock: HomeLock, home: Path, plan: str, names: Iterable[str]) -> ClientKey | None:
    """The key of whoever has one of these names and a key to this plan; None for nobody, and for more than one."""
    called = tuple(names)
    try:
        openers = may_open(places.plans_folder(home), plan)
    except StoreError:  # told where keys are listed
        return None
    fitting = [
        holder for holder in _holders(places.keyholders_folder(home))
        if holder.public in openers and any(same_name(holder.name, name) for name in called)
    ]
    if len(fitting) != 1:
        return None
    return ClientKey(fitting[0].public.hex(), partial(lock.require_words_of, fitting[0].id))


def _holders(folder: Path) -> Iterator[Keyholder]:
    for holder in keyholders(folder):
        try:
            yield read_keyholder(folder, holder)
        except StoreError:
            continue
