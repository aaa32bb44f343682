"""The station's way down: ask, verify, fetch, check, switch. Whatever fails, what is shown stays.

Owns the order of things and the choice of source (mirrors first, then the hub). The display reads the `Release` it is
given and never waits for any of this. Leaves when to try to `sync.schedule`.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import requests
from pydantic import ValidationError
from tuf.api.metadata import TargetFile

from sync.blobs import Progress, fetch_all
from sync.disk import exclusive
from sync.errors import (
    Reason,
    ReleaseDamaged,
    SyncDisk,
    SyncError,
    SyncRefused,
    SyncUnreachable,
)
from sync.keyring import Keyring
from sync.layout import (
    MANIFEST_SCHEMA_VERSION,
    MAX_MANIFEST_BYTES,
    MAX_SECTION_BYTES,
    HubKeys,
    Manifest,
    manifest_target,
)
from sync.opening import open_approved
from sync.release import Release
from sync.staging import RESERVE_BYTES, Store, free_bytes
from sync.transport import DirectorySource, Source, source_for
from sync.trust import Trust, Verified

log = logging.getLogger(__name__)

Outcome = Literal["same", "activated", "refreshed"]
Accept = Callable[[Release], None]
"""Asked before a release becomes current; raises anything at all when this station cannot show it."""


@dataclass(frozen=True)
class PollResult:
    """'same': nothing new. 'refreshed': newly signed, same content. 'activated': `release` is to be shown now."""

    outcome: Outcome
    release: Release | None


def _utc_now() -> datetime:
    return datetime.now(UTC)


class SyncClient:
    """One station's client. Not for use from several threads at once; other processes are kept out by a lock."""

    def __init__(
        self,
        state_dir: Path,
        base_urls: Sequence[str],
        root_bytes: bytes,
        channel: str,
        session: requests.Session,
        clock: Callable[[], datetime] = _utc_now,
        *,
        accept: Accept | None = None,
        keep: int = 2,
        reserve: int = RESERVE_BYTES,
        free: Callable[[Path], int] = free_bytes,
        progress: Progress | None = None,
    ) -> None:
        self._state = state_dir
        self._target = manifest_target(channel)
        self._channel = channel
        self._root = root_bytes
        self._clock = clock
        self._accept = accept
        self._progress = progress
        self._sources = [source_for(url, session) for url in base_urls]
        self._store = Store(state_dir, keep=keep, reserve=reserve, free=free)
        self._trust = Trust(state_dir, root_bytes, self._store.incoming)
        self._keyring = Keyring(state_dir, root_bytes)
        self._release: Release | None = None
        self._opened: str | None = ""

    # ---- reading -----------------------------------------------------------------------------------------------

    def open_current(self) -> Release | None:
        """The release to show: signed, whole, every byte checked. None: show the bundled exhibition."""
        self._opened = self._store.current_name()
        self._release = open_approved(self._store, self._root, self._channel)
        return self._release

    def adopt(self, shown: Release | None) -> None:
        """Take what is on show already, checked by `sync.opening`, as what was last opened."""
        self._release = shown
        self._opened = shown.sha256 if shown else None

    @property
    def release(self) -> Release | None:
        """What was last opened or activated, without checking again."""
        return self._release

    def hub_keys(self) -> HubKeys | None:
        """The hub's keys as last signed by the offline targets role; None before the first sync."""
        return self._keyring.load()

    def scrub(self) -> list[str]:
        """Hash every blob on show, against bit rot; the damaged ones are removed, to be fetched again."""
        bad = self._store.scrub(self._release) if self._release else []
        if bad:
            self.open_current()
        return bad

    # ---- syncing -----------------------------------------------------------------------------------------------

    def poll(self) -> PollResult:
        """Ask the sources in turn until one serves us.

        Raises (after every source was tried; what is shown stays):
            SyncExpired, SyncRefused: at least one source offered something that does not hold.
            SyncUnreachable: none answered in full.
            SyncDisk: the disk is full or failing.
            SyncBusy: another process is syncing.
        """
        return self._run(self._sources)

    def sync_directory(self, folder: Path) -> PollResult:
        """The same from a folder, with the same checks. Raises as `poll`."""
        return self._run([DirectorySource(folder)])

    def _run(self, sources: Sequence[Source]) -> PollResult:
        with _disk_errors(), exclusive(self._state / "lock"):
            switched = self._follow_current()
            failures: list[SyncError] = []
            for source in sources:
                try:
                    result = self._sync_from(source)
                    return PollResult("activated", result.release) if switched else result
                except (SyncUnreachable, SyncRefused) as error:
                    log.warning("sync from %s: %s", source.name, error)
                    failures.append(error)
            raise _most_telling(failures)

    def _sync_from(self, source: Source) -> PollResult:
        news = self._trust.look(source)
        if news is None and self._healthy() and not self._trust.expired(self._now()):
            return PollResult("same", self._release)
        verified = self._trust.refresh(source, self._now())
        self._keyring.refresh(verified)
        info = verified.info(self._target)
        if info is None:
            raise SyncRefused(Reason.UNKNOWN_CHANNEL, f"nothing is published on {self._channel!r}")
        outcome: Outcome = "refreshed"
        if self._release is None or not self._healthy() or self._release.sha256 != info.hashes["sha256"]:
            self._release = self._take_release(source, verified, info)
            self._opened = self._release.sha256
            outcome = "activated"
        else:
            self._store.flush()
        if news is not None:
            self._trust.remember(news)
        return PollResult(outcome, self._release)

    def _take_release(self, source: Source, verified: Verified, info: TargetFile) -> Release:
        data = verified.fetch(info, MAX_MANIFEST_BYTES)
        manifest = self._parsed(data)
        if any(section.length > MAX_SECTION_BYTES for section in manifest.sections.values()):
            raise SyncRefused(Reason.TOO_LONG, "a section is too long")
        fetch_all(self._store, source, self._store.missing(manifest.sections.values()))
        try:
            files = self._store.files_of(manifest)
        except ReleaseDamaged as error:
            raise SyncRefused(Reason.MALFORMED, str(error)) from error
        release = Release(self._state, info.hashes["sha256"], manifest, files)
        need = self._store.missing(release.blobs().values())
        self._store.make_room(need, release)
        fetch_all(self._store, source, need, self._progress)
        self._ask(release)
        self._store.activate(release, data, verified.proof().to_bytes())
        self._store.collect()
        return release

    def _parsed(self, data: bytes) -> Manifest:
        try:
            manifest = Manifest.model_validate_json(data)
        except ValidationError as error:
            raise SyncRefused(Reason.MALFORMED, "the manifest cannot be read") from error
        if manifest.schema_version > MANIFEST_SCHEMA_VERSION:
            raise SyncRefused(Reason.TOO_NEW, f"manifest schema {manifest.schema_version}")
        if manifest.channel != self._channel:
            raise SyncRefused(Reason.MALFORMED, f"a manifest of channel {manifest.channel!r}")
        if self._release is not None and manifest.published_at < self._release.manifest.published_at:
            # holds even where the metadata cache, and with it TUF's memory of versions, was lost
            raise SyncRefused(Reason.VERSIONS, f"release {manifest.release!r} is older than the one on show")
        return manifest

    def _ask(self, release: Release) -> None:
        if self._accept is None:
            return
        try:
            self._accept(release)
        except Exception as error:
            # whatever the reader stumbles over now, it would stumble over on the glass
            raise SyncRefused(Reason.CONTENT, f"release {release.label!r} cannot be shown here: {error}") from error

    def _follow_current(self) -> bool:
        """Take over what another process (`kiosk sync`) has activated meanwhile."""
        if self._opened == self._store.current_name():
            return False
        first, before = self._opened == "", self._release
        self.open_current()
        return not first and self._release is not None and (before is None or self._release.sha256 != before.sha256)

    def _healthy(self) -> bool:
        return self._release is not None and self._store.current_name() == self._release.sha256

    def _now(self) -> datetime:
        """A station without a clock battery may wake in 1970: it is never earlier than the release it shows."""
        now = self._clock()
        return now if self._release is None else max(now, self._release.manifest.published_at)


def _most_telling(failures: Sequence[SyncError]) -> SyncError:
    """What was refused matters more than what was unreachable; the hub, asked last, more than its mirrors."""
    for kind in (SyncRefused, SyncUnreachable):
        for error in reversed(failures):
            if isinstance(error, kind):
                return error
    return SyncUnreachable("this station knows no address of its hub")


@contextmanager
def _disk_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise SyncDisk("the disk is full" if full else f"the disk failed: {error}", full=full) from error
