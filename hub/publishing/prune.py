"""Which files of the repository no station needs any more, and removing them.

A station that is in the middle of fetching a release finishes it, so the newest few releases stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sync.layout import BLOBS_DIR, METADATA_DIR, TARGETS_DIR, Manifest, blob_url, parse_section

_KEPT_METADATA: Final = 40
_METADATA: Final = re.compile(r"(\d+)\.(snapshot|content)\.json")


def prune(repo: Path, keep: int) -> int:
    """Remove what only releases before the newest `keep` need. The number of files removed."""
    releases = sorted(_manifests(repo), key=lambda one: one[1].published_at, reverse=True)
    kept = {blob_url(sha256) for _, manifest in releases[:keep] for sha256 in _blobs_of(repo, manifest)}
    old = [path for path, _ in releases[keep:]]
    old += [
        path for path in (repo / BLOBS_DIR).glob("??/*") if f"{BLOBS_DIR}/{path.parent.name}/{path.name}" not in kept
    ]
    old += _old_metadata(repo)
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _manifests(repo: Path) -> Iterator[tuple[Path, Manifest]]:
    for path in (repo / TARGETS_DIR / "channels").glob("*.manifest.json"):
        yield path, Manifest.model_validate_json(path.read_bytes())


def _blobs_of(repo: Path, manifest: Manifest) -> Iterator[str]:
    for section in manifest.sections.values():
        yield section.sha256
        yield from (blob.sha256 for blob in parse_section((repo / blob_url(section.sha256)).read_bytes()).values())


def _old_metadata(repo: Path) -> list[Path]:
    versions: dict[str, list[tuple[int, Path]]] = {}
    for path in (repo / METADATA_DIR).iterdir():
        if found := _METADATA.fullmatch(path.name):
            versions.setdefault(found[2], []).append((int(found[1]), path))
    return [path for ones in versions.values() for _, path in sorted(ones)[:-_KEPT_METADATA]]
