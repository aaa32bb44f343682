"""Saying a letter instead of writing it: consent, recording, hearing back, recording again.

What was said stays with the dictaphone; the state knows its length and how loud it was, never its sound.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from media.dictaphone import LONGEST_S, Dictaphone, Take
from screens.mailbox.letters import VoiceNote

CONSENT_VERSION = "voice-1"
"""Of the text `mailbox.voice.consent`: another text, another version."""
SLOTS = 60
_SLOT_S = LONGEST_S / SLOTS
_LIVELY_S, _STEADY_S, _MAKING_S = 0.1, 0.25, 0.1
_PATIENCE_S = 8.0


@dataclass(frozen=True, slots=True)
class VoiceState:
    """Where a visitor is with their recording. `loud` holds the loudness of each of SLOTS equal stretches so far."""

    agreed: bool = False
    take: Take = field(default=Take())
    loud: tuple[float, ...] = ()

    @property
    def seconds(self) -> int:
        """Whole seconds recorded; a short word counts as one."""
        return math.ceil(self.take.seconds) if self.take.seconds < 1 else int(self.take.seconds)

    @property
    def left(self) -> int:
        """Whole seconds that may still be said."""
        return int(LONGEST_S) - self.seconds


class Dictation:
    """One visitor's recording. `state` is None where there is no microphone."""

    def __init__(self, dictaphone: Dictaphone) -> None:
        self._dictaphone = dictaphone
        self.state = self._blank()

    def _blank(self) -> VoiceState | None:
        return VoiceState() if self._dictaphone.present else None

    @property
    def sounds(self) -> bool:
        """Whether something is being recorded or heard back."""
        return self.state is not None and bool(self.state.take.doing)

    @property
    def recorded(self) -> bool:
        """Whether there is anything to send."""
        return self.state is not None and self.state.take.seconds > 0

    @property
    def waits_s(self) -> float | None:
        """In how many seconds to look again; None while nothing changes by itself."""
        if self.state is None:
            return None
        waits = {"recording": _LIVELY_S, "playing": _STEADY_S}
        return waits.get(self.state.take.doing) or (None if self.state.take.ready else _MAKING_S)

    def press(self, what: str) -> None:
        """A touch in the panel; anything it does not know changes nothing."""
        if self.state is None:
            return
        if what == "agree":
            self.state = replace(self.state, agreed=True)
        if what in ("agree", "start") and self.state.agreed:
            self._dictaphone.record()
        elif what == "again" and self.state.agreed:
            self._forget()
            self._dictaphone.record()
        elif what == "stop":
            self._dictaphone.stop()
        elif what == "play":
            self._dictaphone.play()
        elif what == "delete":
            self._forget()
        self.look()

    def stop(self) -> None:
        """The visitor turns to something else."""
        if self.sounds:
            self._dictaphone.stop()
            self.look()

    def look(self) -> bool:
        """See how it is now. Whether anything changed."""
        if self.state is None:
            return False
        before, take = self.state, self._dictaphone.look()
        loud = before.loud
        if take.doing == "recording":
            slot = min(SLOTS - 1, int(take.seconds / _SLOT_S))
            kept = loud[slot] if slot < len(loud) else 0.0
            loud = (*loud[:slot], *(0.0,) * (slot - len(loud)), max(kept, take.level))
        self.state = replace(before, take=take, loud=loud)
        return self.state != before

    def note(self) -> VoiceNote | None:
        """What goes with the letter; None when nothing was recorded, or it can't be made ready."""
        if self.state is None or not self.recorded:
            return None
        audio = self._dictaphone.taken(_PATIENCE_S)
        return VoiceNote(audio, self.state.take.seconds, CONSENT_VERSION) if audio else None

    def wipe(self) -> None:
        """The visitor has left, or the letter is posted."""
        self._dictaphone.wipe()
        self.state = self._blank()

    def _forget(self) -> None:
        assert self.state is not None
        self._dictaphone.wipe()
        self.state = VoiceState(agreed=self.state.agreed)
