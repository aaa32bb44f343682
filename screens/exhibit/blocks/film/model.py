"""Where a film stands, whether it plays, and what the visitor wants to see with it.

Owns the film's time: while it plays it was at `at` when the app's clock said `since`. Pictures and sound follow it
(`screens.widgets.reels`), captions are looked up by it; whatever becomes of the file, this goes on or says it can't.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, replace

from content.media import path_of
from content.schema import FilmBlock, FilmCue
from screens.exhibit.blocks import BlockEffects, BlockModel
from screens.screen import ToggleSound

_STEP_S, _STEPS = 5, 20
FILM, SIGN = "film", "film.sign"
_CLOSE_S = 0.001


@dataclass(frozen=True, slots=True)
class FilmState:
    """`second` is the one shown beside the slider; `part` of the words is counted by the view. `begun`: was played."""

    block: FilmBlock
    exhibit: str
    begun: bool = False
    playing: bool = False
    at: float = 0.0
    since: float = 0.0
    second: int = 0
    cue: int | None = None
    captions: bool = True
    signs: bool = False
    broken: bool = False
    sign_broken: bool = False
    part: int = 0

    @property
    def ended(self) -> bool:
        """Whether it has come to its end."""
        return not self.playing and self.at >= self.block.seconds

    @property
    def has_sign(self) -> bool:
        """Whether there is sign language that can be shown."""
        return self.block.sign is not None and not self.sign_broken

    @property
    def share(self) -> float:
        """How far along it is, 0 to 1."""
        return min(1.0, self.second / self.block.seconds)

    @property
    def step_s(self) -> int:
        """Seconds that a touch goes back or on: through a long film in twenty touches, without sliding."""
        return max(_STEP_S, round(self.block.seconds / _STEPS / _STEP_S) * _STEP_S)

    @property
    def said(self) -> FilmCue | None:
        """What is said at this moment."""
        return None if self.cue is None else self.block.cues[self.cue]

    def path(self, contrast: bool) -> str:
        """The logical path of the film in a theme."""
        return path_of(self.exhibit, self.block.contrast if contrast and self.block.contrast else self.block.file)

    def poster(self, contrast: bool) -> str:
        """The logical path of its poster in a theme."""
        other = self.block.poster_contrast
        return path_of(self.exhibit, other if contrast and other else self.block.poster)

    @property
    def sign_path(self) -> str:
        """The logical path of the film in sign language."""
        return path_of(self.exhibit, self.block.sign or "")


class FilmModel(BlockModel[FilmState]):
    """Presses: `film.play` (and pause), `.again`, `.back`, `.on`, `.captions`, `.signs`, `.sound`, `.part.<n>`."""

    def __init__(self, block: FilmBlock, exhibit: str) -> None:
        self.state = FilmState(block, exhibit)
        self._starts = [one.start_ms / 1000 for one in block.cues]

    @property
    def plays(self) -> bool:  # type: ignore[override]
        return self.state.playing

    def press(self, id: str, now: float) -> BlockEffects:
        state = self.state
        if id.startswith("film.part.") and id.removeprefix("film.part.").isdecimal():
            self.state = replace(state, part=int(id.removeprefix("film.part.")))
        elif id == "film.captions":
            self.state = replace(state, captions=not state.captions)
        elif id == "film.signs" and state.has_sign:
            self.state = replace(state, signs=not state.signs)
        elif id == "film.sound" and state.block.sound:
            return (ToggleSound(),)
        elif state.broken:
            return ()
        elif id in ("film.play", "film.surface"):
            self._stand(self._position(now), now, playing=not state.playing)
        elif id == "film.again":
            self._stand(0.0, now, playing=True)
        elif id in ("film.back", "film.on"):
            step = state.step_s if id == "film.on" else -state.step_s
            self._stand(self._position(now) + step, now, playing=state.playing)
        return ()

    def slide(self, id: str, share: float, now: float) -> BlockEffects:
        if id == "film.slide" and not self.state.broken:
            at = round(share * self.state.block.seconds)  # whole seconds: a finger asks for many moments
            if at != self.state.second or not self.state.begun:
                self._stand(float(at), now, playing=self.state.playing)
        return ()

    def tick(self, now: float) -> BlockEffects:
        if self.state.playing:
            at = self._position(now)
            if at >= self.state.block.seconds:
                self._stand(at, now, playing=False)
            else:
                self.state = replace(self.state, second=int(at + _CLOSE_S), cue=self._cue(at))
        return ()

    def next_due(self, now: float) -> float | None:
        """The next second, the next caption, the end: whichever comes first."""
        if not self.state.playing:
            return None
        at = self._position(now)
        due = [math.floor(at + _CLOSE_S) + 1.0, float(self.state.block.seconds)]
        if self.state.said is not None:
            due.append(self.state.said.end_ms / 1000)
        following = bisect_right(self._starts, at + _CLOSE_S)
        due += self._starts[following : following + 1]
        return max(0.0, min(one for one in due if one > at) - at) if any(one > at for one in due) else 0.0

    def leave(self, now: float) -> None:
        if self.state.playing:
            self._stand(self._position(now), now, playing=False)

    def failed(self, id: str, now: float) -> None:
        if id == SIGN:
            self.state = replace(self.state, sign_broken=True, signs=False)
        elif id == FILM:
            self._stand(0.0, now, playing=False)
            self.state = replace(self.state, broken=True, begun=False, cue=None)

    def _position(self, now: float) -> float:
        state = self.state
        return min(float(state.block.seconds), state.at + (max(0.0, now - state.since) if state.playing else 0.0))

    def _stand(self, at: float, now: float, *, playing: bool) -> None:
        """It is at this second from now on. One that plays from its very end begins again."""
        end = float(self.state.block.seconds)
        at = min(end, max(0.0, at))
        if at >= end and playing:
            starts_over = not self.state.playing
            at, playing = (0.0, True) if starts_over else (end, False)
        self.state = replace(
            self.state, begun=True, playing=playing, at=at, since=now, second=int(at + _CLOSE_S), cue=self._cue(at)
        )

    def _cue(self, at: float) -> int | None:
        index = bisect_right(self._starts, at + _CLOSE_S) - 1
        return index if index >= 0 and at + _CLOSE_S < self.state.block.cues[index].end_ms / 1000 else None
