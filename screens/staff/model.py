"""Six digits, a lock after five mistakes, a door that shuts by itself. The PIN is never kept in clear."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from screens.screen import Effects, EndVisit, GoHome, Screen, Toast
from screens.site import Site
from screens.staff.measure import Measure

DIGITS = 6
TRIES = 5
LOCK_S = 600.0
SHUTS_S = 20.0  # without a key pressed, while the PIN is asked for
OPEN_S = 120.0  # once inside
_COST = {"n": 2**14, "r": 8, "p": 1}


@dataclass(frozen=True, slots=True)
class StaffStatus:
    """How the station is, for whoever looks after it."""

    station_id: str
    release: str
    last_sync: datetime | None
    waiting: int | None  # None: the outbox can't be opened
    free_mb: int
    trouble: str = ""
    engine: str = ""
    called_min: int | None = None
    """Minutes since a visitor called for somebody; None when nobody is called."""


@dataclass(frozen=True, slots=True)
class StaffServices:
    """What the page may see and do. An empty `pin_hash` keeps it shut."""

    pin_hash: str
    status: Callable[[], StaffStatus]
    sync_now: Callable[[], None]
    quit: Callable[[], None]
    met: Callable[[], None] = lambda: None
    """Whoever was called for is here."""
    site: Callable[[], Site | None] = lambda: None
    """Where the glass hangs, as far as somebody measured it."""
    measured: Callable[[Site], bool] = lambda _: False
    """Keep a measure; False where it can't be written."""


@dataclass(frozen=True, slots=True)
class StaffState:
    """`entered` is how many digits stand there, never which. `status` is there once the PIN was right."""

    entered: int = 0
    wrong: int = 0
    locked_minutes: int = 0
    shut: bool = False
    status: StaffStatus | None = None
    asks_to_quit: bool = False
    measure: Measure | None = None


@dataclass
class Lock:
    """Mistakes since the last right PIN; lives as long as the station runs."""

    wrong: int = 0
    until: float = 0.0


class Staff(Screen[StaffState]):
    """The page's model."""

    def __init__(self, services: StaffServices, lock: Lock) -> None:
        self._services = services
        self._lock = lock
        self._digits = ""
        self._touched: float | None = None
        self.state = StaffState(shut=not services.pin_hash)

    @staticmethod
    def new_lock() -> Lock:
        """A lock without mistakes."""
        return Lock()

    def press(self, id: str, now: float) -> Effects:
        self._touched = now
        self._refresh_lock(now)
        if id.startswith("pin."):
            return self._pin(id.removeprefix("pin."), now)
        if self.state.status is None:
            return ()
        if id == "staff.sync":
            self._services.sync_now()
            return (Toast("staff.syncing", icon="sync"),)
        if id == "staff.met" and self.state.status.called_min is not None:
            self._services.met()
            self.state = replace(self.state, status=self._services.status())
            return (Toast("staff.met.done", icon="check"),)
        if id.startswith(("measure.", "staff.measure")):
            return self._measure(id)
        if id == "staff.quit":
            self.state = replace(self.state, asks_to_quit=True)
        elif id == "staff.quit.no":
            self.state = replace(self.state, asks_to_quit=False)
        elif id == "staff.quit.yes" and self.state.asks_to_quit:
            self._services.quit()
        elif id == "staff.leave":
            return (EndVisit(),)
        return ()

    def _measure(self, id: str) -> Effects:
        """The page where somebody with a ruler says where the glass hangs."""
        own = self.state.measure
        if id == "staff.measure":
            self.state = replace(self.state, measure=Measure.of(self._services.site()))
        elif own is not None and id.startswith("measure.save."):
            done = self._services.measured(own.site(id.removeprefix("measure.save.")))
            self.state = replace(self.state, measure=None)
            return (Toast("measure.saved" if done else "measure.unsaved", icon="check" if done else "warn"),)
        elif own is not None:
            kept = None if id == "measure.no" else own.pressed(id.removeprefix("measure."))
            self.state = replace(self.state, measure=kept)
        return ()

    def key(self, key: str, now: float) -> Effects:
        if key.isdecimal() and key.isascii():
            return self.press(f"pin.{key}", now)
        return self.press("pin.delete", now) if key == "backspace" else ()

    def tick(self, now: float) -> Effects:
        if self._touched is None:
            self._touched = now
        self._refresh_lock(now)
        if now - self._touched >= self._patience:
            return (EndVisit(),) if self.state.status else (GoHome(),)
        if self.state.status is not None:
            self.state = replace(self.state, status=self._services.status())
        return ()

    def next_due(self, now: float) -> float | None:
        left = self._patience - (now - (self._touched if self._touched is not None else now))
        return min(1.0, max(0.0, left)) if self.state.status or self.state.locked_minutes else max(0.0, left)

    def wipe(self) -> None:
        self._digits = ""
        self.state = StaffState(shut=not self._services.pin_hash)

    @property
    def _patience(self) -> float:
        return OPEN_S if self.state.status else SHUTS_S

    def _refresh_lock(self, now: float) -> None:
        left = self._lock.until - now
        minutes = -int(-left // 60) if left > 0 else 0
        if minutes != self.state.locked_minutes:
            self.state = replace(self.state, locked_minutes=minutes)

    def _pin(self, key: str, now: float) -> Effects:
        if self.state.shut or self.state.locked_minutes or self.state.status:
            return ()
        self._digits = self._digits[:-1] if key == "delete" else (self._digits + key)[:DIGITS]
        if len(self._digits) == DIGITS:
            self._judge(now)
        self.state = replace(self.state, entered=len(self._digits))
        return ()

    def _judge(self, now: float) -> None:
        digits, self._digits = self._digits, ""
        if pin_fits(digits, self._services.pin_hash):
            self._lock.wrong = 0
            self.state = StaffState(status=self._services.status())
            return
        self._lock.wrong += 1
        if self._lock.wrong >= TRIES:
            self._lock.wrong, self._lock.until = 0, now + LOCK_S
        self.state = replace(self.state, wrong=self._lock.wrong)
        self._refresh_lock(now)


def hash_staff_pin(pin: str, salt: bytes | None = None) -> str:
    """A PIN as the settings keep it: salt and scrypt, base64, with a colon between."""
    salt = os.urandom(16) if salt is None else salt
    hashed = hashlib.scrypt(pin.encode(), salt=salt, **_COST)
    return f"{base64.b64encode(salt).decode()}:{base64.b64encode(hashed).decode()}"


def pin_fits(pin: str, stored: str) -> bool:
    """Whether a PIN is the one that was hashed; False for a stored value that is none."""
    try:
        salt = base64.b64decode(stored.partition(":")[0], validate=True)
    except ValueError:
        return False
    return bool(stored) and hmac.compare_digest(hash_staff_pin(pin, salt), stored)
