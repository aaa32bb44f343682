"""The station's end of the road: enrolment, sync client and uplink, run by one background thread.

The display never waits for it. It tells the station what is new, and knows whether the hub was heard of lately. What
talks to the network is made by the thread, not by the start: the first page comes sooner.
"""

from __future__ import annotations

import logging
import random
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from content.catalog import Catalog
from kiosk.config import Settings
from kiosk.late import Late
from kiosk.shelf import Shelf, read
from kiosk.supervise.trace import trace
from screens.staff import StaffStatus
from sync.enrolment import Enrolment, load_enrolment
from sync.errors import OutboxError, Reason, SyncError, SyncRefused
from sync.layout import HubKeys
from sync.release import Release
from sync.schedule import Schedule

if TYPE_CHECKING:
    from sync.client import PollResult, SyncClient
    from sync.outbox import Outbox
    from sync.uplink import Uplink

log = logging.getLogger(__name__)

VERSION = "0.1.0"
_HEARTBEAT = timedelta(minutes=5)
_CLOCK_STEP_S = 60.0
_FRESH_POLLS = 3  # hubs unheard of for so many intervals count as out of reach


class Road:
    """Owns the client and the uplink of an enrolled station; without enrolment it only says so.

    Not `enrolled`: the record is not even read. Raises: SyncError when it is read and can't be.
    """

    def __init__(
        self, settings: Settings, outbox: Late[Outbox], wall: Callable[[], datetime], *, enrolled: bool = True
    ) -> None:
        self._home = Path(settings.home)
        self._poll_s = settings.poll_seconds
        self._outbox = outbox
        self._wall = wall
        self.enrolment: Enrolment | None = load_enrolment(self._home) if enrolled else None
        self._shown: Release | None = None
        self._ends = Late(self._make_ends)
        self._contact: datetime | None = None
        self._last_beat: datetime | None = None
        self._hurry = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._turn_lock = threading.Lock()  # client and uplink serve one thread at a time
        self.trouble = ""

    # -- what the station asks ----------------------------------------

    def station_id(self) -> str:
        """The id given at enrolment; empty before it."""
        return self.enrolment.station_id if self.enrolment else ""

    def station_name(self, language: str) -> str:
        """The name given at enrolment, or what to say before it."""
        if self.enrolment:
            return self.enrolment.name
        return {"zh-Hans": "未登记的站点", "zh-Hant": "未登記的站點"}.get(language, "Not enrolled")

    def hub_keys(self) -> HubKeys | None:
        """The hub's keys: signed ones from the last sync, else those of the enrolment."""
        try:
            ends = self._ends()
            signed = ends.client.hub_keys() if ends else None
        except (SyncError, OSError):  # no letter is kept back because nothing could be fetched
            signed = None
        return signed or (self.enrolment.hub_keys if self.enrolment else None)

    def open_current(self) -> Release | None:
        """The release to show at start, every byte checked."""
        if self.enrolment is None:
            return None
        from sync.opening import open_folder

        self._shown = open_folder(self._content, self.enrolment.root, self.enrolment.channel)
        return self._shown

    def online(self) -> bool:
        """Whether the hub was heard of lately."""
        return self.last_contact() is not None

    def last_contact(self) -> datetime | None:
        """When the hub was last heard of; None when that is too long ago."""
        if self._contact is None:
            return None
        fresh = max(self._poll_s, 1) * _FRESH_POLLS + 5
        ago = (self._wall() - self._contact).total_seconds()
        return self._contact if -_CLOCK_STEP_S <= ago <= fresh else None  # later than now: the clock was put back

    def hurry(self) -> None:
        """Something waits to be sent, or staff asked: do not wait for the next turn."""
        self._hurry.set()

    def status(self, shelf: Shelf) -> StaffStatus:
        """What staff see of the station."""
        trouble = self.trouble
        try:
            waiting: int | None = self._outbox().depth()
        except OutboxError as error:
            waiting, trouble = None, trouble or str(error)
        return StaffStatus(
            station_id=self.station_id() or "-",
            release=shelf.label or "-",
            last_sync=self._contact,
            waiting=waiting,
            free_mb=shutil.disk_usage(self._home).free >> 20,
            trouble=trouble,
        )

    # -- one turn ----------------------------------------

    def sync_once(self) -> PollResult | None:
        """Fetch what is new, send what waits, report, once. None without enrolment.

        Raises: the first SyncError or OutboxError of the three, after all were tried.
        """
        result, trouble = self.turn()
        if trouble is not None:
            raise trouble
        return result

    def turn(self) -> tuple[PollResult | None, SyncError | OutboxError | None]:
        """The same, with what was fetched and what went wrong side by side.

        The ways down and up do not wait for each other: a mirror that lies keeps no letter back, an outbox that can't
        be opened keeps no content back, and the hub hears of the trouble. Raises: SyncError where neither can be tried.
        """
        ends = self._ends()
        if ends is None:
            return None, None
        trouble: SyncError | OutboxError | None = None
        result: PollResult | None = None
        with self._turn_lock:
            try:
                result = ends.client.poll()
                self._contact = self._wall()
            except SyncError as error:
                trouble = error
            try:
                ends.uplink().flush()
                self._beat(ends, trouble)
            except (SyncError, OutboxError) as error:
                trouble = trouble or error
        return result, trouble

    def sync_directory(self, folder: Path) -> PollResult | None:
        """Take content from a folder (USB), under the same signatures. Raises: SyncError."""
        ends = self._ends()
        if ends is None:
            return None
        with self._turn_lock:
            return ends.client.sync_directory(folder)

    def _send(self) -> None:
        ends = self._ends()
        if ends is not None and self._outbox().depth():
            with self._turn_lock:
                ends.uplink().flush()
                self._contact = self._wall()

    def _beat(self, ends: _Ends, trouble: Exception | None) -> None:
        from sync.messages import Finding
        from sync.uplink import StationStatus

        now = self._wall()
        if self._last_beat and timedelta(0) <= now - self._last_beat < _HEARTBEAT and trouble is None:
            return
        release = ends.client.release
        findings = (Finding(code="sync.down", level="warning", text=str(trouble)[:200]),) if trouble else ()
        status = StationStatus(
            VERSION,
            release.label if release else "",
            release.sha256 if release else "",
            self._contact,
            findings,
        )
        ends.uplink().heartbeat(status)
        self._last_beat = now

    # -- the thread ----------------------------------------

    def start(self, news: Callable[[Release], None]) -> None:
        """Begin to poll and to send; `news` is told of each release that became current, on this thread."""
        if self.enrolment is None or self._thread is not None:
            return
        self._thread = threading.Thread(target=self._run, args=(news,), name="road", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread within a moment; a transfer under way is cut and resumed at the next start."""
        self._stop.set()
        self._hurry.set()
        if self._thread is not None:
            self._thread.join(timeout=2)

    def _run(self, news: Callable[[Release], None]) -> None:
        schedule = Schedule(self.station_id(), self._poll_s)
        rng = random.Random()
        failures = 0
        now = self._wall()
        wait = (schedule.first_try(now, rng) - now).total_seconds()  # after a power cut, not all stations at once
        while not self._stop.is_set():
            hurried = self._hurry.wait(wait)
            self._hurry.clear()
            if self._stop.is_set():
                return
            failures = 0 if self._turn(news, hurried) else failures + 1
            now = self._wall()
            wait = max(0.0, (schedule.next_try(now, failures, rng) - now).total_seconds())
            wait = min(wait, self._poll_s if self._letters_wait() else self._poll_s * 2)

    def _turn(self, news: Callable[[Release], None], hurried: bool) -> bool:
        try:
            if hurried:
                self._send()
            result, trouble = self.turn()
            if result is not None and result.outcome == "activated" and result.release is not None:
                news(result.release)
            if trouble is not None:
                raise trouble
            self.trouble = ""
        except (SyncError, OutboxError) as error:
            self.trouble = f"{type(error).__name__}: {error}"
            log.warning("sync: %s", self.trouble)
            return False
        except Exception as error:  # a thread that ends would leave the station without news until its next start
            self.trouble = type(error).__name__
            log.error("sync broke: %s", trace(error))
            return False
        return True

    def _letters_wait(self) -> bool:
        try:
            return self._outbox().depth() > 0
        except OutboxError:
            return False

    # -- making ----------------------------------------

    @property
    def _content(self) -> Path:
        return self._home / "content"

    def _make_ends(self) -> _Ends | None:
        """The ways down and up; None without enrolment."""
        enrolment = self.enrolment
        if enrolment is None:
            return None
        import requests

        from sync.client import SyncClient
        from sync.identity import load_key
        from sync.uplink import Uplink, http_post

        def accept(release: Release) -> None:
            Catalog(read(release))

        session = requests.Session()
        session.trust_env = False  # no proxy or netrc of the machine decides where letters go
        client = SyncClient(
            self._content, enrolment.base_urls, enrolment.root, enrolment.channel, session, self._wall, accept=accept
        )
        if self._shown is not None:
            client.adopt(self._shown)

        def keys() -> HubKeys:
            return client.hub_keys() or enrolment.hub_keys

        def uplink() -> Uplink:
            post, key = http_post(session, enrolment.hub_url), load_key(self._home)
            if key is None:
                raise SyncRefused(Reason.MALFORMED, "this station's key is missing; enrol it again with --replace")
            return Uplink(self._outbox(), key, enrolment.station_id, keys, post, self._wall)

        return _Ends(client, Late(uplink))


@dataclass(frozen=True, slots=True)
class _Ends:
    """The way down, and the way up once the outbox can be opened."""

    client: SyncClient
    uplink: Callable[[], Uplink]
