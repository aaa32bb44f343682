"""The lift letter with eyes closed: by touch-to-hear and nothing else, from the frame of the glass to the receipt."""

import re
from pathlib import Path

import pytest

from kiosk.glass.driver import Driver
from screens.inputs.handwriting.reader import MODEL
from tests.journeys.blind import Blind
from tests.journeys.handwritten import CHARS, on

pytestmark = [pytest.mark.glass, pytest.mark.slow]

SIZE = (960, 540)
BESIDE = (20.0, 300.0)  # no pad is there


@pytest.fixture
def blind(enrolled: Driver) -> Blind:
    """Somebody in front of a glass at rest that is 960 pixels wide."""
    enrolled.resize(SIZE)
    return Blind(enrolled, SIZE)


def shown(driver: Driver, id: str) -> str:
    """What truly stands on the glass: only to check what was heard."""
    return next(one["text"] for one in driver.describe()["widgets"] if one["id"] == id).replace(" ", "")


def letters(driver: Driver) -> int:
    """How many letters wait in the outbox."""
    return int(driver.app.station.outbox().depth())


def spelled(said: str) -> str:
    """What was spoken character by character."""
    return "".join(re.findall(r"(?<![A-Za-z0-9])[A-Z0-9](?![A-Za-z0-9])", said))


def test_the_lift_letter_in_chinese(blind: Blind, enrolled: Driver, tmp_path: Path) -> None:
    before = letters(enrolled)
    assert "触摸听已打开，中文" in blind.begin()
    assert "有没有人受困" in blind.press("开始写信")
    assert "第 1 步，共 5 步" in blind.press("没有，写信") or "想说什么事" in blind.heard[-1]
    assert "在哪里" in blind.press("电梯")
    assert "写下来" in blind.press("我住的楼")
    for letter in "diantihuaile":
        blind.press(letter)
    offered = blind.wait_to_hear("第一个候选：电梯坏了")
    assert "电梯的电" in offered, "of characters that sound alike it says which is meant"
    assert "写上了电梯坏了" in blind.press("电梯坏了")
    assert blind.find("电梯坏了") == "电梯坏了，已写的字"
    enrolled.picture(tmp_path / "written.png")
    assert "要不要给您回话" in blind.press("下一步")
    assert "已选中" in blind.find("不用")
    blind.press("下一步")
    assert "电梯坏了" in blind.find("电梯坏了"), "the letter can be heard once more before it goes"
    question = blind.press("投进信箱")
    assert "投进一号信箱" in question and "可以选" in question
    blind.press("投进信箱")
    blind.do("wait", seconds=2.0)
    blind.do("heard")
    assert letters(enrolled) == before + 1
    assert spelled(blind.find("信件编号，")) == shown(enrolled, "mailbox.code")
    assert spelled(blind.find("查信口令，")) == shown(enrolled, "mailbox.pin")
    enrolled.picture(tmp_path / "receipt.png")


@pytest.mark.skipif(not MODEL.is_file(), reason="no handwriting model here; run `make setup`")
def test_a_word_written_by_hand_with_eyes_closed(blind: Blind, enrolled: Driver, tmp_path: Path) -> None:
    """Who has written all their life need not learn pinyin when they lose their sight."""
    blind.begin()
    blind.press("开始写信")
    blind.press("没有，写信")
    blind.press("电梯")
    blind.press("我住的楼")
    blind.press("手写")
    assert blind.find("手写板") == "手写板，图，双击后用手指写字"
    told = blind.press("手写板")
    assert "手写板在屏幕中间" in told and "现在手指是笔" in told
    box = next(one["bounds"] for one in enrolled.describe()["widgets"] if one["id"] == "pad.ink")
    for char in "电梯":
        blind.do("strokes", id="pad.ink", strokes=on(tuple(box), CHARS[char]))
        said = blind.do("heard")
        assert said[-1].startswith(f"第一个候选：{char}"), said
        assert f"写上了{char}" in blind.press(f"{char}，", BESIDE), "who begins beside the pad explores"
    assert blind.find("电梯") == "电梯，已写的字"
    enrolled.picture(tmp_path / "by-hand.png")
    blind.press("拼音", BESIDE)
    assert not enrolled.shell.assist.listening.writes(480, 400), "with another way of writing there is no pen"
    blind.press("下一步")
    assert "已选中" in blind.find("不用")


def test_the_lift_letter_in_english(blind: Blind, enrolled: Driver) -> None:
    before = letters(enrolled)
    blind.begin()
    assert "Touch to hear is on" in blind.press("Switch to English") or "things to press" in blind.heard[-1]
    blind.press("Write a letter")
    blind.press("No, write a letter")
    blind.press("Lift")
    blind.press("My building")
    for letter in "lift broken":
        blind.press(letter if letter != " " else "Space")
    assert blind.find("lift broken") == "lift broken, written"
    blind.press("Next")
    assert "selected" in blind.find("No, I'll keep the receipt")
    blind.press("Next")
    assert "You can choose: Post it" in blind.press("Post it")
    blind.press("Post it, button")
    blind.do("wait", seconds=2.0)
    blind.do("heard")
    assert letters(enrolled) == before + 1
    assert spelled(blind.find("Letter code，")) == shown(enrolled, "mailbox.code")
