"""Which packs this process has: put there once by whoever wires the station, and whenever a new release brings others.

The words of the house's own three languages are known to every module; those of a pack are looked up here.
"""

from __future__ import annotations

from collections.abc import Iterable

from content.packs.pack import OWN, Pack

_packs: dict[str, Pack] = {}


def install(packs: Iterable[Pack]) -> None:
    """From now on exactly these are installed; of two for one language the first."""
    fresh: dict[str, Pack] = {}
    for pack in packs:
        if pack.tag not in OWN:
            fresh.setdefault(pack.tag, pack)
    _packs.clear()
    _packs.update(fresh)


def find(language: str) -> Pack | None:
    """The pack of a language; None for one of ours, and for one nobody has installed."""
    return _packs.get(language)


def installed() -> tuple[Pack, ...]:
    """All of them, in order."""
    return tuple(_packs.values())
