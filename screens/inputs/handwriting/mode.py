"""Writing by hand: ink on the pad, what it may be, and the choice.

Two ways: a character at a time, chosen among its readings, or a whole line, each of whose characters can be changed
before it is put in. The ink is read anew after every stroke, elsewhere and without waiting; until the answer comes the
readings before stay. Leaves to others: reading (`reader`), drawing (`screens.inputs.pads`).
"""

from __future__ import annotations

from screens.inputs.drawings import thinned
from screens.inputs.engine import PinyinEngine
from screens.inputs.handwriting.reader import InkReader
from screens.inputs.mode import PadState, PadStatus
from screens.inputs.pinyin import BuildingMode
from screens.pen import Samples

READINGS = 12
LINE_READINGS = 6
_SOON_S = 0.03
_STARTING_S = 0.1


class HandwritingMode(BuildingMode):
    """Ink of one visitor."""

    def __init__(self, reader: InkReader, engine: PinyinEngine) -> None:
        super().__init__(engine)
        self._reader = reader
        self._line = False
        self._seen: str = reader.status
        self._empty()

    def _empty(self) -> None:
        self._strokes: tuple[Samples, ...] = ()
        self._readings: tuple[tuple[str, ...], ...] = ()
        self._picked: list[str] = []
        self._cell = 0
        self._ticket = 0  # 0: nothing is being read
        self._read = False

    def enter(self) -> None:
        self._reader.start()

    # -- ink

    def feed(self, stroke: Samples) -> None:
        self._strokes = (*self._strokes, stroke)
        self._ask()

    def take_ink(self) -> tuple[Samples, ...]:
        ink = self._strokes
        self._empty()
        self.moved()
        return ink

    def act(self, name: str) -> str:
        if name == "undo":
            self._strokes = self._strokes[:-1]
            self._ask()
        elif name == "clear":
            self._empty()
        elif name in ("char", "line"):
            self._line = name == "line"
            self._empty()
        elif name == "insert":
            return self.flush()
        elif name.startswith("cell.") and name[5:].isdecimal():
            self._cell = min(int(name[5:]), max(0, len(self._picked) - 1))
        else:
            raise KeyError(name)
        return ""

    def _ask(self) -> None:
        if not self._strokes:
            self._empty()
            return
        ink = tuple(tuple((round(x, 3), round(y, 3)) for x, y, _ in one) for one in thinned(self._strokes))
        self._ticket = self._reader.ask(ink, line=self._line, most=LINE_READINGS if self._line else READINGS)

    def poll(self) -> bool:
        answer = self._reader.answer()
        status, self._seen = self._seen, self._reader.status
        if answer is not None and answer.ticket == self._ticket:
            self._ticket, self._read = 0, True
            self._readings = tuple(one for one in answer.readings if one)
            self._picked = [one[0] for one in self._readings]
            self._cell = min(self._cell, max(0, len(self._picked) - 1))
            return True
        if self._ticket and status in ("ready", "starting") and self._seen == "off":
            self._ask()  # whoever was reading is gone: once more
        return status != self._seen

    def waits_s(self) -> float | None:
        if self._reader.status == "starting":
            return _STARTING_S
        return _SOON_S if self._ticket and self._reader.status != "absent" else None

    def pad(self) -> PadState:
        return PadState(
            self._strokes, self._status(), self._line, tuple(self._picked) if self._line else (), self._cell
        )  # fmt: skip

    def _status(self) -> PadStatus:
        status = self._reader.status
        if status == "absent":
            return "absent"
        if status == "starting":
            return "starting"
        if self._ticket and not self._readings:
            return "reading"
        return "unread" if self._strokes and self._read and not self._readings else "ready"

    # -- words

    def type(self, text: str, before: str) -> str:
        done = self.flush()
        return done + self.plain(text, before + done)

    def offers(self, most: int) -> tuple[str, ...]:
        if not self._strokes:
            return self.following(most)
        if not self._readings:
            return ()
        return self._readings[self._cell if self._line else 0][:most]

    def choose(self, index: int) -> str:
        if not self._strokes:
            return self.follow(index)
        if index < 0 or not self._readings:
            raise IndexError(index)
        if self._line:
            self._picked[self._cell] = self._readings[self._cell][index]
            self._cell = min(self._cell + 1, len(self._picked) - 1)
            return ""
        return self._done(self._readings[0][index])

    def flush(self) -> str:
        return self._done("".join(self._picked)) if self._picked else ""

    def _done(self, text: str) -> str:
        self._empty()
        return self.wrote(text)

    def letters(self) -> str:
        return ""

    def wipe(self) -> None:
        super().wipe()
        self._line = False
        self._empty()

    def leave(self) -> None:
        self._reader.end()
        self._seen = self._reader.status
