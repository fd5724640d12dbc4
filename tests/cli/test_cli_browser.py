"""`zlp` under Textual's web driver, as textual-serve starts it: packets over pipes instead of a terminal."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import pytest

from tests.cli.conftest import ZLP, Command

WEB = "textual.drivers.web_driver:WebDriver"
HANDSHAKE = b"__GANGLION__\n"


class Browser:
    """The other end of the pipes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None and process.stdout is not None
        self.process = process
        self._to, self._from = process.stdin, process.stdout
        self._bytes = b""
        self.before = b""
        """What came before the handshake."""
        self.shown = ""
        self.meta: list[dict[str, object]] = []

    def send(self, kind: bytes, payload: bytes) -> None:
        self._to.write(kind + len(payload).to_bytes(4, "big") + payload)
        self._to.flush()

    def close(self) -> None:
        self._to.close()

    def _read(self, until: float) -> bool:
        """Read what has come; False at the end."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._from, selectors.EVENT_READ)
            assert selector.select(until - monotonic()), f"nothing came after {self.shown!r}"
        data = os.read(self._from.fileno(), 65536)
        self._bytes += data
        return bool(data)

    def shake_hands(self, timeout: float = 30) -> None:
        until = monotonic() + timeout
        while HANDSHAKE not in self._bytes:
            assert self._read(until)
        self.before, _, self._bytes = self._bytes.partition(HANDSHAKE)

    def _take_packets(self) -> None:
        while len(self._bytes) >= 5 and len(self._bytes) >= (end := 5 + int.from_bytes(self._bytes[1:5], "big")):
            kind, payload, self._bytes = self._bytes[:1], self._bytes[5:end], self._bytes[end:]
            if kind == b"D":
                self.shown += payload.decode()
            else:
                self.meta.append(json.loads(payload))

    def expect(self, text: str, timeout: float = 30) -> None:
        until = monotonic() + timeout
        self._take_packets()
        while text not in self.shown:
            assert self._read(until), f"it ended after {self.shown!r}"
            self._take_packets()

    def end(self, timeout: float = 30) -> int:
        until = monotonic() + timeout
        while self._read(until):
            continue
        self._take_packets()
        assert self._bytes == b""
        return self.process.wait(timeout)


@contextmanager
def browser(home: Command, *arguments: str, driver: str = WEB) -> Iterator[Browser]:
    with subprocess.Popen(
        [*ZLP, *arguments], env=home.env(TEXTUAL_DRIVER=driver, COLUMNS="80", ROWS="24"), stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:
        try:
            yield Browser(process)
        finally:
            process.kill()


def test_home_is_shown_and_keys_come_through(anna: Command) -> None:
    with browser(anna) as opened:
        opened.shake_hands()
        assert opened.before == b""
        opened.expect("Anna Vos")
        opened.expect("\x1b[6 q")
        opened.send(b"D", b"q")
        assert opened.end() == 0
        assert {"type": "exit"} in opened.meta


@pytest.mark.parametrize("how", ["quit", "gone"])
def test_what_is_typed_is_saved_when_the_browser_or_the_server_goes_away(anna: Command, how: str) -> None:
    with browser(anna, "talk", "anna vos", "--topic", "two-minutes", "--voice", "Anna Vos") as opened:
        opened.shake_hands()
        opened.expect("twee minuten")
        opened.send(b"D", b"Koffie bij het raam")
        opened.expect("Koffie bij het raam")
        if how == "quit":
            opened.send(b"M", b'{"type": "quit"}')
        else:
            opened.close()
        assert opened.end() == 0
    with browser(anna, "talk", "anna vos", "--topic", "two-minutes", "--voice", "Anna Vos") as opened:
        opened.shake_hands()
        opened.expect("Koffie bij het raam")


def test_with_plain_a_browser_gets_no_screen(anna: Command) -> None:
    done = anna("--plain", said="/stop\n", TEXTUAL_DRIVER=WEB)
    assert done.returncode == 0
    assert "__GANGLION__" not in done.stdout
