"""A reader in memory, and ink for it: tests say what it will read, and when it answers."""

from __future__ import annotations

from screens.inputs.handwriting.reader import Answer, Status, Strokes
from screens.pen import Samples


def stroke(x: float = 0.2, y: float = 0.2) -> Samples:
    """A short line on the pad."""
    return ((x, y, 0.03), (x + 0.2, y + 0.3, 0.03), (x + 0.3, y + 0.4, 0.02))


class FakeReader:
    """Answers `readings` to whatever is asked, as soon as `answer` is called, while it is `ready`."""

    def __init__(self, *readings: tuple[str, ...], status: Status = "off") -> None:
        self.readings = readings
        self.status: Status = status
        self.asked: list[tuple[Strokes, bool]] = []
        self.slow = False
        self._answered = 0

    def start(self) -> None:
        if self.status == "off":
            self.status = "ready"

    def ask(self, strokes: Strokes, *, line: bool, most: int) -> int:
        self.start()
        self.asked.append((strokes, line))
        return len(self.asked)

    def answer(self) -> Answer | None:
        if self.slow or self.status != "ready" or len(self.asked) == self._answered:
            return None
        self._answered = len(self.asked)
        return Answer(self._answered, self.readings)

    def end(self) -> None:
        self._answered = len(self.asked)
        self.status = "off" if self.status != "absent" else "absent"
