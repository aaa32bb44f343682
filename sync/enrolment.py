"""The record of a station's enrolment: which hub it belongs to, and by what it knows that hub.

Owns the form of `enrolment.json` and reading it; light, because every start does that before the first page. Leaves
writing it, and the station's own key, to `sync.identity`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pydantic import ValidationError

from sync.errors import Reason, SyncRefused
from sync.layout import Base64, HubKeys, Published

RECORD_FILE: Final = "enrolment.json"


class Enrolment(Published):
    """What a station remembers of its enrolment. `hub_keys` serve until the first sync brings signed ones."""

    station_id: str
    key_id: str = ""
    """Of the station's own public key."""
    name: str
    profile: str = "standard"
    hub_url: str
    repository: str
    mirrors: tuple[str, ...] = ()
    channel: str
    root: Base64
    """The first TUF root of this city's hub: raw bytes in Python, base64 in the file."""
    hub_keys: HubKeys

    @property
    def base_urls(self) -> tuple[str, ...]:
        """Repositories in the order to try them: mirrors, then the hub."""
        return (*self.mirrors, self.repository)


def load_enrolment(state_dir: Path) -> Enrolment | None:
    """None while the station is not enrolled. Raises SyncRefused(MALFORMED) when the record cannot be read."""
    try:
        return Enrolment.model_validate_json((state_dir / RECORD_FILE).read_bytes())
    except FileNotFoundError:
        return None
    except ValidationError as error:
        raise SyncRefused(Reason.MALFORMED, "the enrolment record cannot be read") from error
