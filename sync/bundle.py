"""The published repository on a USB stick: what a station would fetch, in the same layout, verified in the same way.

Owns choosing and copying. Signs nothing and trusts nothing: a stick needs no secrecy, and a station that reads one
(`kiosk sync --from DIR`) checks it exactly as it checks a mirror. The hub uses this; it must not import the client.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sync.disk import TEMP_PREFIX, fsync_dir, hash_of, sync_filesystem
from sync.layout import (
    METADATA_DIR,
    ROLE_SNAPSHOT,
    ROLE_TARGETS,
    TIMESTAMP_URL,
    Blob,
    Manifest,
    blob_url,
    manifest_target,
    parse_section,
    target_url,
)


class BundleError(Exception):
    """The repository cannot be bundled: a file is missing, or is not what its name says."""


@dataclass(frozen=True)
class BundleReport:
    """`copied` of `files` were not on the stick yet; `total_bytes` is the size of the whole bundle."""

    files: int
    copied: int
    total_bytes: int
    releases: tuple[str, ...]


def write_bundle(repo_dir: Path, out: Path, channels: Iterable[str] | None = None) -> BundleReport:
    """Copy what stations of these channels need (all channels: None). The timestamp comes last, so that an
    interrupted copy leaves the stick as it was; a second run copies only what is missing.

    Raises:
        BundleError: the repository is incomplete or damaged, or publishes no such channel.
        OSError: the stick is full or failing.
    """
    described = _described_targets(repo_dir)
    wanted = list(described) if channels is None else _wanted(described, channels)
    blobs: dict[str, Blob] = {}
    targets: list[str] = []
    releases: list[str] = []
    for path in wanted:
        url = target_url(path, described[path])
        targets.append(url)
        if path.startswith("channels/"):
            manifest = _manifest(repo_dir, url)
            releases.append(f"{manifest.channel} {manifest.release}")
            blobs |= {blob.sha256: blob for blob in _blobs_of(repo_dir, manifest)}
    urls = [blob_url(sha256) for sha256 in sorted(blobs)] + targets + list(_metadata_urls(repo_dir))
    copied = sum(_copy(repo_dir / url, out / url) for url in urls)
    out.mkdir(parents=True, exist_ok=True)
    sync_filesystem(out)
    copied += _copy(repo_dir / TIMESTAMP_URL, out / TIMESTAMP_URL, always=True)
    sync_filesystem(out)
    everything = [*urls, TIMESTAMP_URL]
    return BundleReport(len(everything), copied, sum((out / url).stat().st_size for url in everything), tuple(releases))


def _described_targets(repo: Path) -> dict[str, str]:
    """Target path -> SHA-256, over all current targets roles."""
    found: dict[str, str] = {}
    for url in _metadata_urls(repo):
        signed = _signed(repo / url)
        if signed["_type"] == ROLE_TARGETS:
            for path, info in signed["targets"].items():
                found.setdefault(path, info["hashes"]["sha256"])
    return found


def _metadata_urls(repo: Path) -> Iterator[str]:
    """Every root, then the snapshot and the targets roles that the timestamp leads to."""
    for path in sorted((repo / METADATA_DIR).glob("*.root.json")):
        yield f"{METADATA_DIR}/{path.name}"
    version = _signed(repo / TIMESTAMP_URL)["meta"]["snapshot.json"]["version"]
    snapshot = f"{METADATA_DIR}/{version}.{ROLE_SNAPSHOT}.json"
    yield snapshot
    for name, info in sorted(_signed(repo / snapshot)["meta"].items()):
        yield f"{METADATA_DIR}/{info['version']}.{name}"


def _wanted(described: dict[str, str], channels: Iterable[str]) -> list[str]:
    wanted = [manifest_target(channel) for channel in channels]
    for path in wanted:
        if path not in described:
            raise BundleError(f"nothing is published as {path}")
    return wanted + [path for path in described if not path.startswith("channels/")]


def _blobs_of(repo: Path, manifest: Manifest) -> Iterator[Blob]:
    for section in manifest.sections.values():
        yield section
        try:
            yield from parse_section((repo / blob_url(section.sha256)).read_bytes()).values()
        except (OSError, ValidationError) as error:
            raise BundleError(f"section {section.sha256} cannot be read") from error


def _manifest(repo: Path, url: str) -> Manifest:
    try:
        return Manifest.model_validate_json((repo / url).read_bytes())
    except (OSError, ValidationError) as error:
        raise BundleError(f"{url} cannot be read") from error


def _signed(path: Path) -> dict[str, Any]:
    try:
        signed: dict[str, Any] = json.loads(path.read_bytes())["signed"]
        return signed
    except (OSError, ValueError, KeyError) as error:
        raise BundleError(f"{path.name} cannot be read") from error


def _copy(source: Path, target: Path, *, always: bool = False) -> bool:
    """Whether it had to be copied. Blobs are checked against their names, on the hub and on the stick."""
    is_blob = len(source.name) == 64
    try:
        expected = source.name if is_blob else hash_of(source)
        if not always and target.is_file() and hash_of(target) == expected:
            return False
        found = _copy_file(source, target)
    except FileNotFoundError as error:
        raise BundleError(f"{source.name} is missing from the repository") from error
    if found != expected:
        target.unlink()
        raise BundleError(f"{source.name} is damaged in the repository")
    return True


def _copy_file(source: Path, target: Path) -> str:
    aside = target.with_name(f"{TEMP_PREFIX}{target.name}")
    with source.open("rb") as reader:
        target.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as writer:
            while data := reader.read(1 << 20):
                writer.write(data)
            writer.flush()
            os.fsync(writer.fileno())
    aside.replace(target)
    fsync_dir(target.parent)
    return hash_of(target)
