"""Builds the object graph of a station. The one place where everything is known; tests pass parts in memory."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from content.catalog import Catalog
from content.civics import codes
from kiosk.bell import StationBell
from kiosk.callline import CallLine
from kiosk.config import Settings
from kiosk.late import Late
from kiosk.letterbox import Letterbox
from kiosk.road import Road
from kiosk.shelf import Shelf
from kiosk.siting import Siting
from kiosk.tries import open_lock
from media.dictaphone import Dictaphone, NoDictaphone
from media.speech import Voice
from screens import attract, call, deputies, exhibit, explore, help, home, mailbox, staff, tokens, tour
from screens.director import Director, StationFacts
from screens.inputs.engine import PinyinEngine
from screens.inputs.handwriting.reader import InkReader, ReaderProcess
from screens.session import Variant
from sync.errors import SyncError

if TYPE_CHECKING:
    from sync.outbox import Outbox


@dataclass(frozen=True)
class Clocks:
    """Time, passed in: `now` seconds that only grow, `wall` the local time of day, aware."""

    now: Callable[[], float]
    wall: Callable[[], datetime]

    def today(self) -> date:
        """The local day."""
        return self.wall().date()


@dataclass(frozen=True)
class Station:
    """A station put together."""

    settings: Settings
    director: Director
    shelf: Shelf
    road: Road
    outbox: Late[Outbox]
    letterbox: Letterbox
    voice: Voice
    reader: InkReader
    dictaphone: Dictaphone
    bell: StationBell

    def close(self) -> None:
        """Leave everything whole."""
        self.road.stop()
        self.bell.close()
        self.voice.close()
        self.reader.end()
        self.dictaphone.wipe()
        self.letterbox.close()
        if self.outbox.made is not None:
            self.outbox.made.close()


def build(
    settings: Settings,
    clocks: Clocks,
    rng: random.Random,
    secret_rng: random.Random,
    voice: Voice,
    open_engine: Callable[[Catalog], PinyinEngine],
    quit_app: Callable[[], None],
    dictaphone: Dictaphone | None = None,
    chime: Callable[[], None] = lambda: None,
) -> Station:
    """Open the home folder and wire everything. Nothing is drawn yet; only the pinyin engine loads, in a thread."""
    home_dir = Path(settings.home)
    home_dir.mkdir(parents=True, exist_ok=True)
    outbox = Late(lambda: _open_outbox(home_dir / "outbox.sqlite"))
    road = _open_road(settings, outbox, clocks.wall)
    shelf = Shelf(road.open_current(), clocks.today(), settings.packs)
    letterbox = Letterbox(outbox, road.station_id, road.hub_keys, road.online, clocks.wall, secret_rng, road.hurry)
    line = CallLine(home_dir, road.enrolment, road.hub_keys, clocks.wall)
    bell = StationBell(clocks.now, road.station_id, line, chime)
    reader = ReaderProcess()
    dictaphone = dictaphone or NoDictaphone()
    services = mailbox.MailboxServices(
        catalog=lambda: shelf.catalog, post=letterbox.post, look_up=letterbox.look_up, today=clocks.today,
        open_engine=lambda: open_engine(shelf.catalog), reader=reader,
        dictaphone=dictaphone, lock=open_lock(home_dir, clocks.now, clocks.wall),
    )  # fmt: skip
    siting = Siting(settings)
    desk = staff.StaffServices(
        pin_hash=settings.staff_pin_hash,
        status=lambda: replace(road.status(shelf), called_min=bell.waited_min()),
        sync_now=road.hurry,
        quit=quit_app,
        met=bell.met,
        site=siting.now,
        measured=siting.keep,
    )
    calls = call.CallServices(bell, settings.staff_phone, settings.staff_hours, settings.call_minutes)

    def catalog() -> Catalog:
        return shelf.catalog

    exhibits = exhibit.kind(catalog, rng, clocks.today, settings.tier)
    kinds = [
        attract.kind(catalog, clocks.wall),
        home.kind(catalog),
        exhibits,
        explore.kind(catalog),
        tour.kind(catalog, rng, exhibits),
        deputies.kind(catalog, clocks.today),
        mailbox.kind(services),
        call.kind(calls),
        staff.kind(desk),
        help.kind(),
    ]
    resting = Variant(settings.language, settings.theme, settings.text, settings.reach)
    facts = StationFacts(
        name=lambda language: settings.station_name or road.station_name(language),
        updated=road.last_contact,
        sample=False,
        call=lambda: call.said(bell.status()),
    )
    director = Director(
        {kind.id: kind for kind in kinds},
        resting,
        facts,
        tokens.load(),
        clocks.now,
        clocks.wall,
        _code,
        voice,
        lambda written, language: shelf.catalog.aloud(written, language),
        siting.now,
    )
    return Station(settings, director, shelf, road, outbox, letterbox, voice, reader, dictaphone, bell)


def _open_outbox(file: Path) -> Outbox:
    """Raises: OutboxUnusable; the exhibition goes on, and letters are refused until it can be opened."""
    from sync.outbox import Outbox as Real

    return Real(file)


def _open_road(settings: Settings, outbox: Late[Outbox], wall: Callable[[], datetime]) -> Road:
    """The road; a station whose enrolment can't be read still shows the bundled exhibition."""
    try:
        return Road(settings, outbox, wall)
    except SyncError as error:
        road = Road(settings, outbox, wall, enrolled=False)
        road.trouble = f"{type(error).__name__}: {error}"
        return road


def _code(text: str) -> tuple[str, str] | None:
    """A scanned text as (type, id); None for anything that is not one of our codes."""
    try:
        code = codes.parse(text)
    except codes.CodeError:
        return None
    return code.type.value, code.id
