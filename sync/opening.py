"""What a station shows when it starts: the newest stored release that was signed and is whole.

Needs neither network nor lock. Leaves fetching what is newer to `sync.client`.
"""

from __future__ import annotations

from pathlib import Path

from sync.layout import manifest_target
from sync.proof import Proof
from sync.release import Release
from sync.staging import Store


def open_approved(store: Store, root: bytes, channel: str) -> Release | None:
    """The release to show: signed under this root of trust, every byte hashed. None: show the bundled exhibition."""
    target = manifest_target(channel)

    def approve(manifest: bytes, proof: bytes) -> None:
        Proof.parse(proof).check(root, target, manifest)

    return store.open_current(approve)


def open_folder(state_dir: Path, root: bytes, channel: str) -> Release | None:
    """The same, of a state folder nobody has opened yet."""
    return open_approved(Store(state_dir), root, channel)
