"""The mailbox within a visit: the director tells it the language, takes back, and wipes it."""

from __future__ import annotations

from datetime import UTC, datetime

from content.civics import codes
from screens import tokens
from screens.director import Director
from screens.flow import Place
from screens.mailbox import kind
from screens.outside import StationFacts
from screens.session import Variant
from tests.screens.mailbox.letters import RECEIPT, Box


class Voice:
    """Keeps what it was asked to say."""

    busy = False
    slow = False
    at: tuple[int, int] | None = None

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []

    def say(self, text: str, language: str) -> None:
        self.said.append((text, language))

    def stop(self) -> None:
        pass

    def forget(self) -> None:
        pass


def visit(box: Box, voice: Voice, language: str = "zh-Hans") -> Director:
    one = kind(box.services())
    facts = StationFacts(lambda _: "", lambda: None, False)
    wall = datetime(2026, 11, 23, 10, 24, tzinfo=UTC)

    def read(text: str) -> tuple[str, str] | None:
        code = codes.parse(text)
        return code.type.value, code.id

    director = Director({"mailbox": one}, Variant(), facts, tokens.load(), lambda: 0.0, lambda: wall, read, voice)
    director.visit(Place("mailbox"), Variant(language))  # type: ignore[arg-type]
    return director


def test_a_letter_knows_the_language_it_was_written_in() -> None:
    box = Box()
    director = visit(box, Voice(), "en")
    for id in ("mailbox.urgent.no", "mailbox.topic.lift", "mailbox.place.here", "keys.h", "keys.i", "mailbox.next",
               "mailbox.next", "mailbox.next", "mailbox.post.yes"):  # fmt: skip
        director.press(id)
    assert [(draft.words, draft.language) for draft in box.drafts] == [("hi", "en")]


def test_back_stays_in_the_letter_until_its_first_step() -> None:
    director = visit(Box(), Voice())
    director.press("mailbox.urgent.no")
    director.press("mailbox.topic.lift")
    director.press("dock.back")
    assert director.flow.here == Place("mailbox") and director.model.state.stage == "topic"
    director.press("dock.language")
    assert director.model.language == "en"


def test_the_letter_is_read_aloud_in_the_visitors_language() -> None:
    voice = Voice()
    director = visit(Box(), voice, "en")
    for id in ("mailbox.urgent.no", "mailbox.topic.lift", "mailbox.place.here", "keys.h", "keys.i", "keys.speak"):
        director.press(id)
    assert voice.said == [("hi", "en")]


def test_a_scanned_receipt_opens_the_look_up() -> None:
    director = visit(Box(), Voice())
    director.scan(codes.Code(codes.CodeType.RECEIPT, RECEIPT).text)
    assert director.flow.here == Place("mailbox", RECEIPT)
    assert director.model.state.track.code.startswith(RECEIPT) and director.model.state.track.asks == "pin"
