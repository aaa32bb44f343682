"""Who this station is: its own key, made here and never leaving, and the record of its enrolment.

Owns `station.key` (mode 0600) in the state folder and writes `enrolment.json` (`sync.enrolment`). A station that is
enrolled anew makes a new key, kept as `station.key.next` until the hub has answered; the record says which of the two
counts. The root of trust
arrives with enrolment, so enrolment needs an https address, or a network one stands in front of; `fingerprint` lets
staff compare the root by eye. Leaves using the key to `sync.uplink` and the root to `sync.client`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import ValidationError
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from sync.disk import fsync_dir, write_durably
from sync.enrolment import RECORD_FILE, Enrolment, load_enrolment
from sync.errors import Reason, SourceStatus, SyncError, SyncRefused, SyncUnreachable
from sync.messages import PATH_ENROL, EnrolAnswer, EnrolRequest, enrol_message
from sync.messages import fingerprint as fingerprint
from sync.seal import generate_signing_key, public_of
from sync.uplink import http_post

KEY_FILE: Final = "station.key"
NEXT_KEY_FILE: Final = "station.key.next"
_THIS_MACHINE: Final = ("127.0.0.1", "::1", "localhost")


class AlreadyEnrolled(SyncError):
    """This station belongs to a hub; leaving it needs `replace=True`."""


class CodeRefused(SyncError):
    """The hub does not know the one-time code, or it has been used."""


class InsecureHub(SyncError):
    """Over plain http, and with no fingerprint to know the hub by, anyone on the way could take the station over."""


def enrol(
    hub_url: str,
    code: str,
    state_dir: Path,
    session: requests.Session,
    *,
    app_version: str = "",
    expected_root: str | None = None,
    replace: bool = False,
    make_key: Callable[[], Ed25519PrivateKey] = generate_signing_key,
) -> Enrolment:
    """Join a hub. Repeating it with the same code after a lost answer is safe: the key is made once and kept.

    Letters that wait are sealed under the station's former id: send them before joining another hub.

    Args:
        expected_root: `fingerprint` of the root as read off the hub's page, or None to take the hub's word.

    Raises:
        AlreadyEnrolled: and `replace` was not asked for.
        InsecureHub: an http address that is not this machine's own, without `expected_root`.
        CodeRefused: the hub does not take the code.
        SyncUnreachable: the hub did not answer.
        SyncRefused: the answer is malformed, or its root is not the expected one.
        OSError: the record cannot be written.
    """
    before = load_enrolment(state_dir)
    if before is not None and not replace:
        raise AlreadyEnrolled("this station is enrolled already")
    _check_address(hub_url, expected_root)
    state_dir.mkdir(parents=True, exist_ok=True)
    _settle_key(state_dir, before)
    key_file = state_dir / (KEY_FILE if before is None else NEXT_KEY_FILE)
    key = _own_key(key_file, make_key)
    answer = _ask(hub_url, code, key, session, app_version)
    _check_root(answer.root, expected_root)
    _check_repositories(_below(hub_url, answer.repository), *answer.mirrors)
    record = Enrolment(
        station_id=answer.station_id,
        key_id=public_of(key).key_id,
        name=answer.name,
        profile=answer.profile,
        hub_url=hub_url.rstrip("/"),
        repository=_below(hub_url, answer.repository),
        mirrors=answer.mirrors,
        channel=answer.channel,
        root=answer.root,
        hub_keys=answer.hub_keys,
    )
    write_durably(state_dir / RECORD_FILE, record.to_bytes(), mode=0o600)
    _settle_key(state_dir, record)
    return record


def load_key(state_dir: Path) -> Ed25519PrivateKey | None:
    """None before a key was made. Raises SyncRefused(MALFORMED) when a file is no key."""
    record = load_enrolment(state_dir)
    if record is not None:
        _settle_key(state_dir, record)
    return _read_key(state_dir / KEY_FILE)


def _below(hub_url: str, repository: str) -> str:
    if urlsplit(repository).scheme:
        return repository
    return f"{hub_url.rstrip('/')}/{repository.strip('/')}"


def _own_key(path: Path, make_key: Callable[[], Ed25519PrivateKey]) -> Ed25519PrivateKey:
    known = _read_key(path)
    if known is not None:
        return known
    key = make_key()
    write_durably(path, key.private_bytes_raw(), mode=0o600)
    return key


def _settle_key(state_dir: Path, record: Enrolment | None) -> None:
    """Finish what a power cut may have interrupted: the next key moves up once the record names it."""
    following = _read_key(state_dir / NEXT_KEY_FILE)
    if record is not None and following is not None and public_of(following).key_id == record.key_id:
        (state_dir / NEXT_KEY_FILE).replace(state_dir / KEY_FILE)
        fsync_dir(state_dir)


def _read_key(path: Path) -> Ed25519PrivateKey | None:
    try:
        return Ed25519PrivateKey.from_private_bytes(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise SyncRefused(Reason.MALFORMED, f"{path.name} is no key") from error


def _ask(hub_url: str, code: str, key: Ed25519PrivateKey, session: requests.Session, app_version: str) -> EnrolAnswer:
    public = key.public_key().public_bytes_raw()
    request = EnrolRequest(
        code=code, public_key=public, proof=key.sign(enrol_message(code, public)), app_version=app_version
    )
    headers: Mapping[str, str] = {"Content-Type": "application/json"}
    status, body = http_post(session, hub_url)(PATH_ENROL, request.to_bytes(), headers)
    if status in (403, 409, 410):
        raise CodeRefused("the hub does not take this code")
    if status != 200:
        raise SourceStatus(status, PATH_ENROL)
    try:
        return EnrolAnswer.model_validate_json(body)
    except ValidationError as error:
        raise SyncRefused(Reason.MALFORMED, "the hub's answer cannot be read") from error


def _check_address(hub_url: str, expected_root: str | None) -> None:
    parts = _split(hub_url)
    if parts.scheme not in ("http", "https"):
        raise SyncUnreachable(f"not an address of a hub: {hub_url!r}")
    if parts.scheme == "http" and parts.hostname not in _THIS_MACHINE and not expected_root:
        raise InsecureHub(
            f"{hub_url} is not https: set the setting `trust` to the fingerprint on the hub's page, or use https"
        )


def _check_repositories(*urls: str) -> None:
    """What is remembered here is opened at every start: one that is none would keep the station from starting."""
    for url in urls:
        parts = _split(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise SyncRefused(Reason.MALFORMED, f"the hub names a repository that is none: {url[:200]!r}")


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:  # such as an address whose bracket does not close
        return urlsplit("")


def _check_root(root: bytes, expected: str | None) -> None:
    if expected is not None and fingerprint(root).replace(" ", "") != expected.replace(" ", "").lower():
        raise SyncRefused(Reason.UNSIGNED, "the hub's root is not the expected one")
    try:
        signed = Metadata[Root].from_bytes(root)
        signed.signed.verify_delegate("root", signed.signed_bytes, signed.signatures)
    except RepositoryError as error:
        raise SyncRefused(Reason.UNSIGNED, "the hub's root is not signed by its own keys") from error
