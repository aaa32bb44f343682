"""The hub's keys as the station keeps them: with the proof that the offline targets role signed them.

Owns one file. A hub that changes its keys signs a new target; stations take it over with the next sync.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pydantic import ValidationError
from tuf.api.exceptions import LengthOrHashMismatchError

from sync.disk import write_durably
from sync.errors import Reason, SyncRefused
from sync.layout import HUB_KEYS_TARGET, MAX_HUB_KEYS_BYTES, HubKeys
from sync.proof import Attested
from sync.trust import Verified

_FILE: Final = "hub-keys.json"


class Keyring:
    """`root`: the enrolled root, to which the stored proof must lead."""

    def __init__(self, state: Path, root: bytes) -> None:
        self._path = state / _FILE
        self._root = root

    def load(self) -> HubKeys | None:
        """None before the first sync, and when the file is not what was signed."""
        found = self._stored()
        return None if found is None else _parse(found.data)

    def refresh(self, verified: Verified) -> None:
        """Take over what is signed now; a hub that publishes no keys changes nothing.

        Raises SyncRefused, SyncUnreachable, OSError.
        """
        info = verified.info(HUB_KEYS_TARGET)
        if info is None:
            return
        stored = self._stored()
        if stored is not None:
            try:
                info.verify_length_and_hashes(stored.data)
                return
            except LengthOrHashMismatchError:
                pass
        data = verified.fetch(info, MAX_HUB_KEYS_BYTES)
        _parse(data)
        write_durably(self._path, Attested(data=data, proof=verified.proof()).to_bytes())

    def _stored(self) -> Attested | None:
        try:
            found = Attested.parse(self._path.read_bytes())
            found.proof.check(self._root, HUB_KEYS_TARGET, found.data)
        except (OSError, SyncRefused):
            return None
        return found


def _parse(data: bytes) -> HubKeys:
    try:
        return HubKeys.model_validate_json(data)
    except ValidationError as error:
        raise SyncRefused(Reason.MALFORMED, "the hub's keys cannot be read") from error
