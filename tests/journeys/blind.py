"""Somebody who can't see the glass: they know only what they have heard, and where their finger was when they heard it.

Every step is a command of `kiosk drive`; no step looks at the screen's layout.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from kiosk.drive import answer_to
from kiosk.glass.driver import Driver

Point = tuple[float, float]


class Blind:
    """One visitor. `heard` is everything they were told, in order."""

    def __init__(self, driver: Driver, size: tuple[int, int]) -> None:
        self._driver = driver
        self._size = size
        self._found: dict[str, Point] = {}  # what was met on this page, and where
        self.heard: list[str] = []
        self.do("heard")

    def do(self, name: str, **values: Any) -> list[str]:
        """One command; what was said meanwhile."""
        answer = answer_to(self._driver, json.dumps({"do": name, **values}, ensure_ascii=False))
        assert answer["ok"], answer
        said = [one["text"] for one in answer.get("heard", []) if "text" in one]
        self.heard += said
        return said

    def begin(self) -> str:
        """Feel along the frame to a lower corner and hold it; what is said then."""
        self.do("tap", at=[30, self._size[1] - 30], hold=3.3)
        return "\n".join(self.do("heard"))

    def find(self, words: str) -> str:
        """Move a finger over the glass, line by line, until something is said that begins with these words."""
        known = self._found.get(words)
        if known is not None:
            said = self.do("explore", at=known)
            if said and said[-1].startswith(words):
                return said[-1]
            self._found.clear()
        wide, high = self._size
        step = high / 24
        for row in range(24):
            line = [(wide * (i + 0.5) / 40, step * (row + 0.5)) for i in range(40)]
            met = self._along(line)
            for heard, point in met:
                self._found.setdefault(heard.split("，")[0].split(", ")[0], point)
            hit = next(((heard, point) for heard, point in met if heard.startswith(words)), None)
            if hit is not None:
                said = self.do("explore", at=hit[1])
                assert said and said[-1].startswith(words), said
                self._found[words] = hit[1]
                return said[-1]
        raise AssertionError(f"nothing says {words!r}; heard of late: {self.heard[-12:]}")

    def _along(self, line: list[Point]) -> list[tuple[str, Point]]:
        """What is met on a line, each with a place where it was heard."""
        answer = answer_to(
            self._driver, json.dumps({"do": "explore", "path": [line[0], line[0], *line[1:]], "rest": 0.07})
        )
        began = answer["heard"][0]["at"] if answer["heard"] else 0.0
        met = []
        for one in answer["heard"]:
            if "text" in one:
                self.heard.append(one["text"])
                at = min(len(line) - 1, max(0, round((one["at"] - began - 0.07) / 0.0833)))
                met.append((one["text"], line[at]))
        return met

    def press(self, words: str, at: Point | None = None) -> str:
        """Find something and tap twice, anywhere (`at` a certain place); what is said then."""
        self.find(words)
        said = self.do("double_tap", at=at)
        return "\n".join(said)

    def wait_to_hear(self, words: str, tries: int = 40) -> str:
        """Wait until something with these words was said."""
        for _ in range(tries):
            for one in reversed(self.heard[-4:]):
                if words in one:
                    return one
            self._driver.wait_real(lambda: False, 0.05)
            self.do("heard")
        raise AssertionError(f"{words!r} was not said; heard of late: {self.heard[-6:]}")


def said_after(heard: list[str], start: int, want: Callable[[str], bool]) -> str:
    """The last of what was said since `start` that fits."""
    return next(one for one in reversed(heard[start:]) if want(one))
