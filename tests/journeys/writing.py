"""A visitor who writes a letter: every touch goes to a target on the glass, as a finger's does.

Owns the order of touches through the mailbox and the input panel. Leaves to tests what must come of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.journeys.processes import StationProcess


@dataclass(frozen=True)
class Written:
    """A letter to write. `spelled`: pinyin and the words meant by it; `typed`: Latin letters, by hardware keys."""

    topic: str
    place: str
    spelled: tuple[tuple[str, str], ...] = ()
    typed: str = ""
    phone: str = ""

    @property
    def words(self) -> str:
        """What the hub must read."""
        return "".join(meant for _, meant in self.spelled) + self.typed


@dataclass(frozen=True)
class Receipt:
    """What the visitor takes home: eight characters without the space between the groups, and the PIN."""

    code: str
    pin: str


def spell(station: StationProcess, pinyin: str, meant: str) -> None:
    """Type pinyin on the panel, then choose candidates until they make the words."""
    station.tap(*(f"keys.{letter}" for letter in pinyin))
    left = meant
    while left:
        left = left.removeprefix(_choose(station, left))


def _choose(station: StationProcess, wanted: str) -> str:
    """Choose the longest candidate that begins the wanted words, in the bar or in the grid behind it."""
    for _ in range(12):
        offered = {one["id"]: one["text"] for one in station.targets() if one["id"].startswith("candidates.")}
        fitting = [id for id, text in offered.items() if id[11:].isdigit() and wanted.startswith(text)]
        if fitting:
            best = max(fitting, key=lambda id: len(offered[id]))
            station.tap(best)
            return offered[best]
        station.tap("candidates.next" if "candidates.next" in offered else "candidates.more")
    raise AssertionError(f"no candidate begins {wanted!r}")


def write(station: StationProcess, letter: Written) -> Receipt:
    """From the home screen to the receipt, and home again."""
    station.tap("home.mailbox")
    return write_another(station, letter)


def write_another(station: StationProcess, letter: Written) -> Receipt:
    """From the mailbox's first step to the receipt."""
    station.tap("mailbox.urgent.no", f"mailbox.topic.{letter.topic}", f"mailbox.place.{letter.place}")
    for pinyin, meant in letter.spelled:
        spell(station, pinyin, meant)
    if letter.typed:
        station.tap("mode.latin")
        station.do("type", keys=letter.typed)
    station.tap("mailbox.next")
    if letter.phone:
        station.tap("mailbox.answer.phone", "mailbox.age.yes", "mailbox.consent.yes")
        station.tap(*(f"keys.{digit}" for digit in letter.phone))
    else:
        station.tap("mailbox.answer.none")
    station.tap("mailbox.next", "mailbox.next", "mailbox.post.yes")
    station.do("wait", seconds=1.2)  # the letter flies
    return read_receipt(station)


def read_receipt(station: StationProcess) -> Receipt:
    """The code and the PIN as they stand on the glass."""
    shown = {one["id"]: one["text"] for one in station.widgets()}
    return Receipt(shown["mailbox.code"].replace(" ", ""), shown["mailbox.pin"].replace(" ", ""))
