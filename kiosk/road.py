"""The station's end of the road: enrolment, sync client and uplink, run by one background thread.

The display never waits for it. It tells the station what is new, and knows whether the hub was heard of lately.
"""

from __future__ import annotations

import logging
import random
import shutil
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import requests

from content.catalog import Catalog
from kiosk.config import Settings
from kiosk.shelf import Shelf, read
from kiosk.supervise.trace import trace
from screens.staff import StaffStatus
from sync.client import PollResult, SyncClient
from sync.errors import SyncError
from sync.identity import Enrolment, load_enrolment, load_key
from sync.layout import HubKeys
from sync.messages import Finding
from sync.outbox import Outbox, OutboxError
from sync.release import Release
from sync.schedule import Schedule
from sync.uplink import StationStatus, Uplink, http_post

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
        self, settings: Settings, outbox: Outbox, wall: Callable[[], datetime], *, enrolled: bool = True
    ) -> None:
        self._home = Path(settings.home)
        self._poll_s = settings.poll_seconds
        self._outbox = outbox
        self._wall = wall
        self._session = requests.Session()
        self._session.trust_env = False  # no proxy or netrc of the machine decides where letters go
        self.enrolment: Enrolment | None = load_enrolment(self._home) if enrolled else None
        self._client = self._make_client(self.enrolment)
        self._uplink = self._make_uplink(self.enrolment)
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
        return "Not enrolled" if language == "en" else "未登记的站点"

    def hub_keys(self) -> HubKeys | None:
        """The hub's keys: signed ones from the last sync, else those of the enrolment."""
        signed = self._client.hub_keys() if self._client else None
        return signed or (self.enrolment.hub_keys if self.enrolment else None)

    def open_current(self) -> Release | None:
        """The release to show at start, every byte checked."""
        return self._client.open_current() if self._client else None

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
        return StaffStatus(
            station_id=self.station_id() or "-",
            release=shelf.label or "-",
            last_sync=self._contact,
            waiting=self._outbox.depth(),
            free_mb=shutil.disk_usage(self._home).free >> 20,
            trouble=self.trouble,
        )

    # -- one turn ----------------------------------------

    def sync_once(self) -> PollResult | None:
        """Fetch what is new, send what waits, report, once. None without enrolment.

        The ways down and up do not wait for each other: a mirror that lies keeps no letter back, and the hub hears of
        the trouble. Raises: the first SyncError of the three, after all were tried.
        """
        client, uplink = self._client, self._uplink
        if client is None or uplink is None:
            return None
        trouble: SyncError | None = None
        result: PollResult | None = None
        with self._turn_lock:
            try:
                result = client.poll()
                self._contact = self._wall()
            except SyncError as error:
                trouble = error
            try:
                uplink.flush()
                self._beat(uplink, trouble)
            except SyncError as error:
                trouble = trouble or error
        if trouble is not None:
            raise trouble
        return result

    def sync_directory(self, folder: Path) -> PollResult | None:
        """Take content from a folder (USB), under the same signatures. Raises: SyncError."""
        if self._client is None:
            return None
        with self._turn_lock:
            return self._client.sync_directory(folder)

    def _send(self) -> None:
        if self._uplink is not None and self._outbox.depth():
            with self._turn_lock:
                self._uplink.flush()
                self._contact = self._wall()

    def _beat(self, uplink: Uplink, trouble: SyncError | None) -> None:
        now = self._wall()
        if self._last_beat and timedelta(0) <= now - self._last_beat < _HEARTBEAT and trouble is None:
            return
        release = self._client.release if self._client else None
        findings = (Finding(code="sync.down", level="warning", text=str(trouble)[:200]),) if trouble else ()
        status = StationStatus(
            VERSION,
            release.label if release else "",
            release.sha256 if release else "",
            self._contact,
            findings,
        )
        uplink.heartbeat(status)
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
            wait = min(wait, self._poll_s * 2) if self._outbox.depth() == 0 else min(wait, self._poll_s)

    def _turn(self, news: Callable[[Release], None], hurried: bool) -> bool:
        try:
            if hurried:
                self._send()
            result = self.sync_once()
            self.trouble = ""
            if result is not None and result.outcome == "activated" and result.release is not None:
                news(result.release)
        except (SyncError, OutboxError) as error:
            self.trouble = f"{type(error).__name__}: {error}"
            log.warning("sync: %s", self.trouble)
            return False
        except Exception as error:  # a thread that ends would leave the station without news until its next start
            self.trouble = type(error).__name__
            log.error("sync broke: %s", trace(error))
            return False
        return True

    # -- making ----------------------------------------

    def _make_client(self, enrolment: Enrolment | None) -> SyncClient | None:
        if enrolment is None:
            return None

        def accept(release: Release) -> None:
            Catalog(read(release))

        return SyncClient(
            self._home / "content", enrolment.base_urls, enrolment.root, enrolment.channel, self._session,
            self._wall, accept=accept,
        )  # fmt: skip

    def _make_uplink(self, enrolment: Enrolment | None) -> Uplink | None:
        key = load_key(self._home) if enrolment else None
        if enrolment is None or key is None:
            return None

        def keys() -> HubKeys:
            found = self.hub_keys()
            assert found is not None
            return found

        post = http_post(self._session, enrolment.hub_url)
        return Uplink(self._outbox, key, enrolment.station_id, keys, post, self._wall)
