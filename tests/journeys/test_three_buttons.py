"""The lift letter with three buttons (previous, next, press) and nothing else: seen by its ring, or heard."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.drive import answer_to
from kiosk.glass.driver import Driver
from tests.journeys.test_by_ear import letters

pytestmark = [pytest.mark.glass, pytest.mark.slow]

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
MOST = 70  # presses of "next" before one gives up


class ThreeButtons:
    """Somebody who presses `next` until the ring (or the voice) is where they want it, then `press`."""

    def __init__(self, driver: Driver, pictures: Path) -> None:
        self._driver = driver
        self._pictures = pictures
        self._taken = 0
        self.presses = 0
        self.heard: list[str] = []

    def do(self, name: str, **values: Any) -> dict[str, Any]:
        """One command of `kiosk drive`."""
        answer = answer_to(self._driver, json.dumps({"do": name, **values}))
        assert answer["ok"], answer
        self.heard += [one["text"] for one in answer.get("heard", []) if "text" in one]
        return answer

    def key(self, name: str) -> None:
        """One of the three buttons."""
        self.presses += 1
        self.do("key", key=name)

    def at(self) -> str:
        """What the ring is around."""
        return str(self.do("tree")["focus"])

    def to(self, words: str, way: str = "tab") -> None:
        """Step on until the ring is around what begins with these words."""
        self.to_one_of((words,), way)

    def to_one_of(self, wanted: tuple[str, ...], way: str = "tab") -> None:
        """The same for one of several names; where the ring is already there, no step is needed."""
        seen = [self.at()]
        for _ in range(MOST):
            if seen[-1].startswith(wanted):
                return
            self.key(way)
            seen.append(self.at())
        raise AssertionError(f"{wanted!r} never has the ring; it was around {seen}")

    def press(self, words: str, way: str = "tab") -> None:
        """To it, and press."""
        self.to(words, way)
        self.key("enter")

    def type(self, letters: str, rows: dict[str, tuple[str, ...]]) -> None:
        """Into the row of each letter, to the letter; the press leads out again. `rows`: how each is named."""
        for letter in letters:
            names = rows[next(one for one in ROWS if letter in one)[0]]
            self.to_one_of(names)
            self.key("enter")
            self.press(letter)

    def picture(self) -> None:
        """For eyes."""
        self._taken += 1
        self._driver.picture(self._pictures / f"ring-{self._taken:02}.png")


@pytest.fixture
def buttons(enrolled: Driver, tmp_path: Path) -> ThreeButtons:
    enrolled.resize((960, 540))
    enrolled.app.station.director.press("attract.begin")
    enrolled.shell.refresh()
    enrolled.settle()
    buttons = ThreeButtons(enrolled, tmp_path)
    buttons.do("heard")
    buttons.heard.clear()
    return buttons


def test_in_chinese_by_ear(buttons: ThreeButtons, enrolled: Driver) -> None:
    before = letters(enrolled)
    buttons.do("key", key="f1")
    assert "用按键" in buttons.heard[-1]
    buttons.press("开始写信")
    assert "有没有人受困" in buttons.heard[-1]
    buttons.press("没有，写信")
    assert "想说什么事" in buttons.heard[-1]
    buttons.press("电梯")
    buttons.press("我住的楼")
    buttons.type("dianti", {"q": ("一组，q 到",), "a": ("一组，a 到",), "z": ("一组，分开两个音节", "一组，z")})
    assert "电梯的电" in " ".join(buttons.heard[-2:])
    buttons.to("候选字一组", "back_tab")
    buttons.key("enter")
    buttons.picture()
    assert buttons.at().startswith("电梯，")
    buttons.key("enter")
    assert "写上了电梯" in buttons.heard[-1]
    buttons.press("下一步")
    buttons.press("下一步", "back_tab")
    buttons.press("投进信箱")
    buttons.picture()
    buttons.press("投进信箱，按钮")
    buttons.do("wait", seconds=2.0)
    assert letters(enrolled) == before + 1


def test_in_english_by_the_ring_alone(buttons: ThreeButtons, enrolled: Driver) -> None:
    before = letters(enrolled)
    buttons.press("Switch to English")
    buttons.picture()
    buttons.press("Write a letter")
    buttons.press("No, write a letter")
    buttons.press("Lift")
    buttons.press("My building")
    buttons.type("stuck", {"q": ("group, q to",), "a": ("group, a to",), "z": ("group, Next letter", "group, z")})
    buttons.picture()
    buttons.press("Next")
    buttons.press("Next", "back_tab")
    buttons.press("Post it")
    buttons.picture()
    buttons.press("Post it")
    buttons.do("wait", seconds=2.0)
    assert letters(enrolled) == before + 1
    assert not [one for one in buttons.heard if one], "who does not listen is not spoken to"
