"""What a check gets and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from content.schema import Exhibition
from content.walk import Way


@dataclass(frozen=True)
class Finding:
    """One thing to put right: which check, where, what is wrong, what to do. `line` counts from 1."""

    check: str
    file: str
    way: Way
    line: int | None
    message: str
    cure: str

    def at(self, line: int) -> Finding:
        """The same, with its line."""
        return replace(self, line=line)

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else f"{self.file}: {'.'.join(map(str, self.way))}"
        return f"{where}: {self.message}; {self.cure}"


@dataclass(frozen=True)
class Part:
    """One file of the exhibition: its name, what it says, the media files beside it in the authors' folder `beside`."""

    file: str
    content: Any
    media: tuple[Path, ...]
    beside: Path | None = None


@dataclass(frozen=True)
class Stock:
    """What the station has. None: not known here, the check that asks is left out.

    `art` and `icons` are names of drawings; `missing` tells the characters a text needs and no font has; `simplify`
    turns Traditional and variant characters into the standard ones (规范汉字); `translated` are the pairs of Chinese
    and English that somebody has confirmed (`content.checks.translations`).
    """

    art: frozenset[str] | None = None
    icons: frozenset[str] | None = None
    missing: Callable[[str], Iterable[str]] | None = None
    simplify: Callable[[str], str] | None = None
    translated: frozenset[tuple[str, str]] | None = None


Found = Iterator[tuple[Way, str, str]]
Check = Callable[[Part, Exhibition, Stock], Found]
