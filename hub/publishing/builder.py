"""From live content to a signed release: assemble, check, write, sign, remember.

Owns what "发布到展台" does, for the page and for `hub publish` alike. The same content again changes nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from content.bundle import to_files
from content.schema import Exhibition
from content.traditional import fill, opencc
from hub.deputies.directory import NoDirectory
from hub.exhibition import live, maps, pictures, translations
from hub.publishing import checks
from hub.publishing.disk import locked
from hub.publishing.keys import HubKeyring
from hub.publishing.languages import Languages
from hub.publishing.layouts import NO_LAYOUTS, Layouts, NotLookedAt
from hub.publishing.models import Release
from hub.publishing.narration import Narration
from hub.publishing.prune import prune
from hub.publishing.repository import SignedRepository
from sync.layout import Blob, Manifest, blob_url, parse_section, split_sections

log = logging.getLogger("hub.publishing")


class Refused(Exception):
    """The live content must not go to stations. `sentences` says why, each with its place."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        self.sentences = sentences
        super().__init__("；".join(sentences))


@dataclass(frozen=True)
class Outcome:
    """`changes`: logical paths that differ from the release before; empty when nothing was published."""

    label: str
    changes: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        return bool(self.changes)


@dataclass(frozen=True)
class Publisher:
    """Where and with what to publish."""

    repo_dir: Path
    keys: HubKeyring
    channel: str
    clock: Callable[[], datetime]
    keep_releases: int = 5
    narration: Narration | None = None
    layouts: Layouts = NO_LAYOUTS
    languages: Languages | None = None

    def repository(self) -> SignedRepository:
        return SignedRepository(self.repo_dir, self.keys, self.clock)

    def prepare(self) -> dict[str, bytes]:
        """The files a release of now would hold. Raises Refused."""
        exhibition, unfit = self._exhibition()
        clipped = checks.layouts(exhibition, self.layouts.unfit(exhibition))
        files_amiss = (*pictures.missing(exhibition), *maps.unapproved(exhibition))
        if sentences := (*unfit, *checks.findings(exhibition), *files_amiss, *clipped):
            raise Refused(sentences)
        convert = opencc()
        files = to_files(fill(exhibition, convert) if convert else exhibition, pictures.read)
        files |= self.languages.files() if self.languages else {}
        return files | (self.narration.files(exhibition) if self.narration else {})

    def look(self) -> None:
        """Lay out what nobody has looked at. Where that cannot be done, the release is not held up: the log says so."""
        try:
            self.layouts.look(self._exhibition()[0])
        except NotLookedAt as error:
            log.warning("texts were not laid out: %s", error)

    def look_later(self) -> tuple[str, ...]:
        """Begin that behind. The parts that are still to be looked at. Raises Refused."""
        return self.layouts.look_later(self._exhibition()[0])

    def stale(self) -> tuple[checks.Stale, ...]:
        """English texts that somebody must look at; none where the live content is no exhibition."""
        try:
            return checks.stale(self._exhibition()[0])
        except Refused:
            return ()

    def _exhibition(self) -> tuple[Exhibition, tuple[str, ...]]:
        """What is live, films with their captions, and what is wrong with those. Raises Refused."""
        try:
            return pictures.captioned(live.assemble())
        except live.Unfit as error:
            raise Refused(error.sentences) from error
        except NoDirectory as error:
            raise Refused((str(error),)) from error

    def pending(self) -> tuple[str, ...]:
        """Logical paths that would change. Raises Refused."""
        files = {path: Blob.of(data) for path, data in self.prepare().items()}
        return _differences(self._published(self.repository()), files)

    def publish(self, by: Any = None) -> Outcome:
        """Build a release if anything differs. Raises Refused, KeyMissing, OSError."""
        self.look()
        with locked(self.repo_dir):
            repository = self.repository()
            data = self.prepare()
            repository.announce(self.keys.announced())
            repository.settle()
            before = repository.current(self.channel)
            files = {path: repository.put_blob(one) for path, one in data.items()}
            changes = _differences(self._published(repository), files)
            if before is not None and not changes:
                return Outcome(before[1].release, ())
            manifest = self._manifest(repository, files, before[1] if before else None)
            sha256 = repository.put_manifest(manifest)
            Release.objects.update_or_create(
                label=manifest.release,
                defaults={
                    "manifest_sha256": sha256,
                    "published_at": manifest.published_at,
                    "published_by": by,
                    "changes": list(changes),
                },
            )
            translations.released(self._exhibition()[0])
            prune(self.repo_dir, self.keep_releases)
            return Outcome(manifest.release, changes)

    def refresh(self) -> None:
        """Sign again what says that nothing is newer. Raises KeyMissing, OSError."""
        with locked(self.repo_dir):
            self.repository().refresh()

    def _manifest(self, repository: SignedRepository, files: Mapping[str, Blob], before: Manifest | None) -> Manifest:
        sections = {name: repository.put_blob(data) for name, data in split_sections(files).items()}
        at = self.clock()
        if before is not None:  # a clock set back must not make stations refuse the release
            at = max(at, before.published_at + timedelta(seconds=1))
        return Manifest(channel=self.channel, release=_label(at, before), published_at=at, sections=sections)

    def _published(self, repository: SignedRepository) -> dict[str, Blob]:
        found = repository.current(self.channel)
        files: dict[str, Blob] = {}
        for section in found[1].sections.values() if found else ():
            files |= parse_section((self.repo_dir / blob_url(section.sha256)).read_bytes())
        return files


def _label(at: datetime, before: Manifest | None) -> str:
    """`2026-11-23.2`: the day, and which release of that day."""
    day = f"{at:%Y-%m-%d}"
    last = before.release.partition(".") if before else ("", "", "")
    number = int(last[2]) + 1 if last[0] == day and last[2].isdigit() else 1
    return f"{day}.{number}"


def _differences(before: Mapping[str, Blob], after: Mapping[str, Blob]) -> tuple[str, ...]:
    return tuple(sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path)))
