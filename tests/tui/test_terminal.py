"""What the terminal is sent."""

from __future__ import annotations

import base64
import re

from textual.drivers.headless_driver import HeadlessDriver

from tui.terminal import speaking, through

COPY = f"\x1b]52;c;{base64.b64encode(b'a fair bargain, ' * 60).decode()}\a"


def test_a_copy_is_passed_through_screen_in_parts() -> None:
    sent = through(f"before{COPY}after", {"STY": "1.tty"})
    parts = re.findall(r"\x1bP(.*?)\x1b\\", sent, re.DOTALL)
    assert "".join(parts) == COPY
    assert all(len(part) < 256 for part in parts)
    assert sent.startswith("before\x1bP")
    assert sent.endswith("\x1b\\after")


def test_elsewhere_it_is_sent_as_it_is() -> None:
    assert through(COPY, {}) == COPY
    assert through(COPY, {"STY": "1.tty", "TMUX": "/tmp/tmux"}) == COPY, "tmux has ways of its own"
    assert through("words", {"STY": "1.tty"}) == "words"


def test_a_driver_says_nothing_twice() -> None:
    said: list[str] = []

    class Noting(HeadlessDriver):
        def __init__(self) -> None:
            """It needs no app."""

        def write(self, data: str) -> None:
            said.append(data)

    driver = speaking(Noting)()  # type: ignore[call-arg]
    for _ in range(2):
        driver.write("\x1b[1;1H\x1b[1mone\x1b[0m\x1b[1m two\x1b[0m\x1b[1;1H")
    assert said == ["\x1b[1;1H\x1b[1mone two\x1b[0m\x1b[1;1H"]
    driver.forget()  # type: ignore[attr-defined]
    driver.write("\x1b[1;1Hone two\x1b[1;1H")
    assert said[1:] == ["\x1b[1;1Hone two\x1b[1;1H"]
