"""After a visit, nothing a visitor wrote is left in any object of the station: not in a model, a scene or a picture."""

import gc
from typing import Any

import pytest

from kiosk.glass.driver import Driver

pytestmark = pytest.mark.glass

_WORDS, _PHONE = "sepip gnikael", "02345678931"  # read backwards, so that this file's own constants are not found


def holders(secrets: tuple[str, ...]) -> list[str]:
    """Every object that holds a text with one of the secrets in it, as "type: text"."""
    wanted = {secret: secret.encode() for secret in secrets}
    own = {id(one) for one in (*wanted, *wanted.values())}
    found = []
    gc.collect()
    waiting: list[Any] = [one for one in gc.get_objects() if one is not wanted and one is not secrets]
    seen: set[int] = {id(waiting), id(wanted), id(secrets), id(own)}
    while waiting:
        holder = waiting.pop()
        if id(holder) in seen:
            continue
        seen.add(id(holder))
        for one in gc.get_referents(holder):
            kind = type(one)  # not isinstance: a weak proxy would be asked, and its object may be gone
            if issubclass(kind, str | bytes | bytearray):
                texts = wanted.keys() if issubclass(kind, str) else wanted.values()
                if id(one) not in own and any(text in one for text in texts):  # type: ignore[operator]
                    found.append(f"{type(holder).__name__}: {one!r}")
            elif issubclass(kind, tuple | dict | list) and not gc.is_tracked(one):
                waiting.append(one)
    return found


def press(driver: Driver, *ids: str) -> None:
    for id in ids:
        driver.tap(*driver.center_of(id))


def write_a_letter(driver: Driver) -> None:
    """In English, with a phone number, up to the last look at it."""
    press(
        driver, "attract.language.en", "home.mailbox", "mailbox.urgent.no", "mailbox.topic.lift", "mailbox.place.here"
    )
    driver.type(_WORDS[::-1])
    press(driver, "mailbox.next", "mailbox.answer.phone", "mailbox.age.yes", "mailbox.consent.yes")
    driver.type(_PHONE[::-1])
    press(driver, "mailbox.next")


def secrets() -> tuple[str, ...]:
    return (_WORDS[::-1], _PHONE[::-1])


def test_the_search_finds_what_is_on_the_glass(enrolled: Driver) -> None:
    write_a_letter(enrolled)
    texts = [one["text"] for one in enrolled.describe()["widgets"]]
    assert any(_WORDS[::-1] in text for text in texts)
    del texts
    assert len(holders(secrets())) > 3


def test_an_abandoned_letter_leaves_nothing(enrolled: Driver) -> None:
    write_a_letter(enrolled)
    enrolled.advance(400)
    assert enrolled.app.station.director.flow.here.screen == "attract"
    assert holders(secrets()) == []


def test_a_posted_letter_leaves_nothing_and_neither_does_its_receipt(enrolled: Driver) -> None:
    write_a_letter(enrolled)
    press(enrolled, "mailbox.next", "mailbox.post.yes")
    enrolled.advance(2)
    posted = enrolled.app.station.director.model.state.receipt
    assert posted is not None
    receipt = (posted.code[::-1], posted.payload[::-1])
    del posted
    enrolled.advance(200)
    assert enrolled.app.station.director.flow.here.screen == "attract"
    assert holders((*secrets(), *(one[::-1] for one in receipt))) == []


def test_what_one_visitor_typed_and_did_not_finish_reaches_no_other(enrolled: Driver) -> None:
    press(
        enrolled, "attract.language.en", "home.mailbox", "mailbox.urgent.no", "mailbox.topic.lift", "mailbox.place.here"
    )
    enrolled.type(_WORDS[::-1])
    press(enrolled, "dock.home")
    enrolled.advance(200)
    assert holders(secrets()) == []
