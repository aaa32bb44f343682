"""Every place a visitor can open, as it opens: the bundled exhibition and the screens around it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from content.authoring import read_exhibition
from content.catalog import Catalog
from content.schema import Directory
from screens import attract, exhibit, explore, help, home, mailbox, staff, tour
from screens.inputs._letters import LettersEngine


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    """The bundled exhibition, without deputies."""
    nobody = Directory(as_of=date.min, regions=(), deputies=())
    return Catalog(read_exhibition(Path("content/exhibition"), nobody))


@lru_cache(maxsize=1)
def opened() -> tuple[tuple[str, Any, Any], ...]:
    """(what it is called, its kind, its state)."""
    return tuple(_opened())


def paged() -> tuple[tuple[str, Any, Any], ...]:
    """The same without the screen of a station at rest: that one has no dock, and is pressed as a whole."""
    return tuple(one for one in opened() if one[0] != "attract")


def _opened() -> Iterator[tuple[str, Any, Any]]:
    shown = catalog()
    exhibits = exhibit.kind(catalog, random.Random(7), lambda: date(2026, 1, 1))
    for one in shown.exhibition.exhibits:
        for place in (*(block.id for block in one.blocks), "sources"):
            yield f"exhibit:{one.id}/{place}", exhibits, exhibits.open(f"{one.id}/{place}").state
    desk = staff.StaffServices("", lambda: None, lambda: None, lambda: None)  # type: ignore[arg-type, return-value]
    services = mailbox.MailboxServices(
        catalog,
        lambda *_: None,
        lambda _code, _pin: None,
        lambda: LettersEngine("test"),
        lambda: date(2026, 1, 1),  # type: ignore[arg-type, return-value]
    )
    kinds = (
        home.kind(catalog), explore.kind(catalog), help.kind(), staff.kind(desk), mailbox.kind(services),
        attract.kind(catalog, lambda: datetime(2026, 1, 1, 12)),
    )  # fmt: skip
    for kind in kinds:
        yield kind.id, kind, kind.open("").state
    tours = tour.kind(catalog, random.Random(7), exhibits)
    for guided in shown.exhibition.tours:
        yield f"tour:{guided.id}", tours, tours.open(guided.id).state
