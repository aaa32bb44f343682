"""Looking a letter up: eight characters, four digits, one calm answer. Wrong and missing are told apart by nobody.

Owns the lock after five wrong tries; the letters themselves belong to the station. A look-up takes a moment, in which
nothing but leaving is heard.
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from typing import Final

from content.catalog import Catalog
from content.civics import codes
from screens.inputs.engine import PinyinEngine
from screens.inputs.model import InputPanel
from screens.inputs.modes import standard_modes
from screens.mailbox.fields import track_field
from screens.mailbox.letters import MailboxServices, Tracking
from screens.mailbox.lock import TrackLock
from screens.mailbox.state import CODE_LENGTH, PIN_DIGITS, MailboxState, Tracked
from screens.screen import Effects, EndVisit, Screen
from screens.session import IdleKind
from screens.strings import Language

_ASK_AGAIN_S: Final = 0.05


class LookUp(Screen[MailboxState]):
    """One look-up. `id`: the seven characters of a scanned receipt, or empty."""

    def __init__(self, services: MailboxServices, engine: PinyinEngine, lock: TrackLock, id: str = "") -> None:
        self._services = services
        self._lock = lock
        self._panel = InputPanel(standard_modes(engine))
        self._language: Language = "zh-Hans"
        self._search: Future[Tracking | None] | None = None
        self._begin(_with_check(id))

    def _begin(self, code: str = "") -> None:
        asks = "pin" if len(code) == CODE_LENGTH else "code"
        content = self._services.catalog().exhibition.mailbox
        self.state = MailboxState(content, stage="track", track=Tracked(code, "pin" if asks == "pin" else "code"))
        self._panel.open(track_field(asks, self._language), "" if asks == "pin" else code)
        self._show()

    # -- what the director says

    @property
    def idle(self) -> IdleKind:  # type: ignore[override]
        """What was found clears sooner than typing."""
        return "receipt" if self.state.track.found else "form"

    @property
    def language(self) -> Language:
        """The language of the keys."""
        return self._language

    @language.setter
    def language(self, language: Language) -> None:
        if language != self._language:
            self._language = language
            self._panel.open(track_field(self.state.track.asks, language), self._panel.text)
            self._show()

    def press(self, id: str, now: float) -> Effects:
        self._see_lock(now)
        track = self.state.track
        if id == "mailbox.done":
            return (EndVisit(),)
        if self._search is not None:
            return ()
        if id in ("mailbox.again", "mailbox.track.other") or (id == "dock.back" and track.found):
            self._begin()
        elif id == "dock.back" and track.asks == "pin":
            self._turn("code")
        elif track.locked_minutes or track.found:
            pass
        elif id == "mailbox.track.code":
            self._turn("code")
        elif id == "mailbox.track.pin":
            self._turn("pin")
        elif id == "mailbox.track.go":
            self._look_up(now)
        elif id.startswith("keys."):
            self._typed(id)
        return ()

    def key(self, key: str, now: float) -> Effects:
        self._see_lock(now)
        if self._search is not None or self.state.track.locked_minutes or self.state.track.found:
            return ()
        if key == "enter":
            self._look_up(now)
        else:
            self._panel.hardware(key)
            self._follow()
        return ()

    def scan(self, text: str, now: float) -> Effects | None:
        self._see_lock(now)
        try:
            code = codes.parse(text)
        except codes.CodeError:
            return None
        if code.type is not codes.CodeType.RECEIPT:
            return None
        if self._search is None and not self.state.track.locked_minutes:
            self._begin(code.id + code.check)
        return ()

    def tick(self, now: float) -> Effects:
        self._see_lock(now)
        self._hear(now)
        return ()

    def next_due(self, now: float) -> float | None:
        if self._search is not None:
            return _ASK_AGAIN_S
        left = self._lock.until - now
        return left % 60.0 or 60.0 if left > 0 else None

    def renew(self, content: Catalog) -> None:
        self.state = replace(self.state, content=content.exhibition.mailbox)

    def wipe(self) -> None:
        self._search = None
        self._panel.wipe()
        self._begin()

    # -- within

    def _typed(self, id: str) -> None:
        try:
            self._panel.press(id)
        except KeyError:
            return
        self._follow()

    def _follow(self) -> None:
        """A full code leads on to the PIN by itself."""
        track = replace(self.state.track, missing=False)
        if track.asks == "code":
            track = replace(track, code=self._panel.text)
        self.state = replace(self.state, track=track)
        if track.asks == "code" and len(track.code) == CODE_LENGTH:
            self._turn("pin")
        self._show()

    def _turn(self, asks: str) -> None:
        self.state = replace(self.state, track=replace(self.state.track, asks="pin" if asks == "pin" else "code"))
        self._panel.open(track_field(asks, self._language), self.state.track.code if asks == "code" else "")
        self._show()

    def _show(self) -> None:
        track = self.state.track
        pin = len(self._panel.text) if track.asks == "pin" else 0
        ready = len(track.code) == CODE_LENGTH and pin == PIN_DIGITS
        self.state = replace(
            self.state, panel=self._panel.state, track=replace(track, ready=ready and not track.searching)
        )

    def _look_up(self, now: float) -> None:
        track = self.state.track
        if not track.ready or track.locked_minutes:
            return
        if not _possible(track.code):  # a mistyped code fits no letter: it is not a guess and costs no try
            self._missed()
            return
        self._search = self._services.look_up(track.code, self._panel.text)
        self.state = replace(self.state, track=replace(track, ready=False, searching=True, missing=False))
        self._hear(now)

    def _hear(self, now: float) -> None:
        """The answer, if there is one by now."""
        if self._search is None or not self._search.done():
            return
        found, self._search = self._search.result(), None
        self._lock.hit() if found else self._lock.missed(now)
        if found is not None:
            self._panel.wipe()
            self.state = replace(self.state, panel=None, track=Tracked(self.state.track.code, found=found))
            return
        self._missed()
        self._see_lock(now)

    def _missed(self) -> None:
        self.state = replace(self.state, track=replace(self.state.track, missing=True, searching=False))
        self._turn("pin")

    def _see_lock(self, now: float) -> None:
        minutes = self._lock.minutes_left(now)
        if minutes != self.state.track.locked_minutes:
            self.state = replace(self.state, track=replace(self.state.track, locked_minutes=minutes))


def _possible(code: str) -> bool:
    try:
        codes.parse_receipt(code)
    except codes.CodeError:
        return False
    return True


def _with_check(id: str) -> str:
    """A receipt's seven characters with the eighth; empty for anything that is no receipt's id."""
    try:
        code = codes.Code(codes.CodeType.RECEIPT, id)
    except codes.CodeError:
        return ""
    return code.id + code.check
