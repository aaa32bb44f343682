"""The station's bell: one call at a time, told to the hub until it is answered or nobody waits any more.

It outlives visits and knows nothing of visitors. The network is a thread's, and only while a call is open; the glass
never waits for it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from uuid import UUID, uuid4

from screens.call import CallStatus

if TYPE_CHECKING:
    from sync.calls import CallRequest, CallState, Wish

log = logging.getLogger(__name__)

AGAIN_S = 60.0
_ASK_S = 2.0
_LASTS_S = 1800.0  # sync.calls.EXPIRES
_MOST_RINGS = 99

Line = Callable[["CallRequest"], "CallState"]
"""Tells the hub of a call; its answer. Raises: Exception when the hub can't be reached or is not to be believed."""


@dataclass(eq=False)
class _Open:
    """A call on its way. Times are the app's."""

    since: float
    language: str
    id: UUID = field(default_factory=uuid4)
    rings: int = 0
    wish: Wish = "come"
    state: Literal["waiting", "coming", "done"] = "waiting"
    reached: bool = False


class StationBell:
    """What `screens.call.Bell` asks for, and what staff do at the station. `on_change` is called from the thread."""

    def __init__(
        self, now: Callable[[], float], station_id: Callable[[], str], line: Line, chime: Callable[[], None],
        pause_s: float = _ASK_S,
    ) -> None:  # fmt: skip
        self._now = now
        self._station_id = station_id
        self._line = line
        self._chime = chime
        self._pause_s = pause_s
        self._lock = threading.Lock()
        self._calls: list[_Open] = []  # the last is the one that is open; those before are being ended
        self._asked_at: float | None = None  # since when this visit waits; None: it does not
        self._chimed_at: float | None = None
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None
        self._closed = False
        self.on_change: Callable[[], None] = lambda: None

    # -- what visitors do ----------------------------------------

    def ring(self, language: str) -> bool:
        """Ask for somebody; not heard twice in a minute."""
        now = self._now()
        with self._lock:
            loud = self._chimed_at is None or now - self._chimed_at >= AGAIN_S
            call = self._open(now)
            if call is None:
                call = _Open(now, language)
                self._calls.append(call)
            if loud or not call.rings:
                call.rings = min(_MOST_RINGS, call.rings + 1)
            self._asked_at = now if self._asked_at is None else self._asked_at
            if loud:
                self._chimed_at = now
            self._run()
        if loud:
            self._chime()
        return loud

    def status(self) -> CallStatus:
        """How this visit's call is."""
        now = self._now()
        with self._lock:
            call = self._open(now)
            if call is None or self._asked_at is None:
                return CallStatus()
            stage: Literal["waiting", "coming"] = "coming" if call.state == "coming" else "waiting"
            return CallStatus(stage, call.reached, now - self._asked_at)

    def take_back(self) -> None:
        """Nobody is needed."""
        self._end("over")

    def left(self) -> None:
        """The visit is over."""
        with self._lock:
            call, asked = self._open(self._now()), self._asked_at is not None
            self._asked_at = None
        if call is not None and asked and call.state == "coming":
            self._end("over")

    # -- what staff do ----------------------------------------

    def waited_min(self) -> int | None:
        """Whole minutes that somebody has been called for; None when nobody is."""
        now = self._now()
        with self._lock:
            call = self._open(now)
            return int((now - call.since) // 60) if call is not None else None

    def met(self) -> None:
        """Staff are at the station."""
        self._end("met")

    def close(self) -> None:
        """End the thread within a moment."""
        self._closed = True
        self._wake.set()

    # -- within ----------------------------------------

    def _open(self, now: float) -> _Open | None:
        call = self._calls[-1] if self._calls else None
        if call is None or call.wish != "come" or call.state == "done" or now - call.since >= _LASTS_S:
            return None
        return call

    def _end(self, wish: Wish) -> None:
        with self._lock:
            call, self._asked_at = self._open(self._now()), None
            if call is not None:
                call.wish = wish
                self._run()

    def _run(self) -> None:
        """Have the thread look now. Held: the lock."""
        self._wake.set()
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._tell, name="bell", daemon=True)
            self._thread.start()

    def _tell(self) -> None:
        while True:
            self._wake.clear()
            with self._lock:
                now = self._now()
                self._calls = [one for one in self._calls if one.state != "done" and now - one.since < _LASTS_S]
                if not self._calls or self._closed:
                    self._thread = None
                    return
                asked = [(one, self._request(one, now)) for one in self._calls]
            for call, request in asked:
                self._ask(call, request)
            self._wake.wait(self._pause_s)

    def _request(self, call: _Open, now: float) -> CallRequest:
        from sync.calls import CallRequest

        return CallRequest(
            station_id=self._station_id() or "-", id=call.id, wish=call.wish, rings=max(1, call.rings),
            age_s=max(0, int(now - call.since)), language=call.language,
        )  # fmt: skip

    def _ask(self, call: _Open, request: CallRequest) -> None:
        before = (call.reached, call.state)
        try:
            state = self._line(request)
            call.reached = True
            call.state = state
        except Exception as error:  # whatever it was, the visitor is told that nobody was reached
            call.reached = False
            log.info("a call could not be told: %s", type(error).__name__)
        if (call.reached, call.state) != before:
            self.on_change()
