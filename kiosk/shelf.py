"""Which exhibition is on show: the newest release that verified, or the one bundled in the package.

The bundled one is the first a new station shows and the last resort of an old one. Nothing here trusts the disk: a
release has been checked hash by hash before it comes here (sync.staging).
"""

from __future__ import annotations

import logging
from datetime import date
from functools import lru_cache
from pathlib import Path

from content.bundle import from_files
from content.bundled import media
from content.bundled import read as read_bundled
from content.catalog import Catalog
from content.packs import FOLDER, Pack, PackError, install, packs_in, packs_of
from content.schema import Exhibition
from sync.release import Release

log = logging.getLogger(__name__)


class Shelf:
    """Holds the catalogue on show. `renew` replaces it whole; readers always see one release entire."""

    def __init__(self, release: Release | None, today: date, packs: Path | None = None) -> None:
        self.label = ""
        self._own = _on_disk(packs)
        self.catalog = self._open(release) or self.put("", bundled(today))

    def _open(self, release: Release | None) -> Catalog | None:
        if release is None:
            return None
        try:
            return self.renew(release)
        except Exception as error:  # an older or newer program took it: better the bundled one than a dark glass
            log.error("the release %s can't be shown: %s", release.label, type(error).__name__)
            return None

    def renew(self, release: Release) -> Catalog:
        """Put a release on show."""
        return self.put(release.label, opened(release))

    def put(self, label: str, catalog: Catalog) -> Catalog:
        """Put a release on show that was read elsewhere, such as on another thread, with the languages it brought."""
        install((*self._own, *catalog.packs))
        self.catalog, self.label = catalog, label
        return catalog


def read(release: Release) -> Exhibition:
    """A release as an exhibition. Raises: ValueError when this station cannot show it (asked before it is accepted)."""
    return from_files(release.read, release.paths())


def opened(release: Release) -> Catalog:
    """A release as a catalogue whose pictures lie where the release keeps them. Raises: ValueError, as `read` does."""
    packs = packs_in(release.read, release.paths(f"{FOLDER}/"), release.file)
    return Catalog(read(release), lambda path: release.file(path) if path in release else None, packs)


def _on_disk(folder: Path | None) -> tuple[Pack, ...]:
    """A developer's packs. A broken one is no reason to keep the glass dark."""
    if folder is None:
        return ()
    try:
        return tuple(packs_of(folder))
    except (PackError, OSError) as error:
        log.error("no language packs from %s: %s", folder, error)
        return ()


@lru_cache(maxsize=1)
def bundled(today: date) -> Catalog:
    """The exhibition in the package, with generated sample deputies."""
    return Catalog(read_bundled(today), media)
