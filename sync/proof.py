"""Proof, kept beside what is stored, that it was signed: checked at every start, without network and without clock.

Owns the proof's form (the root chain and the targets roles that led to a target) and its offline check. Signatures,
thresholds and delegated paths count; expiry does not, because what was approved stays on show when the network is
gone. Freshness is the business of `sync.trust`, at download.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import ValidationError
from tuf.api.exceptions import LengthOrHashMismatchError, RepositoryError
from tuf.api.metadata import Metadata, Root, TargetFile, Targets

from sync.errors import Reason, SyncRefused
from sync.layout import ROLE_ROOT, ROLE_TARGETS, Base64, Published


class Proof(Published):
    """`roots`: successors of the enrolled root, in order. `roles`: signed targets metadata by role name."""

    roots: tuple[Base64, ...] = ()
    roles: Mapping[str, Base64]

    def check(self, root: bytes, target_path: str, data: bytes) -> None:
        """Raises SyncRefused unless `data` is the target of this path, signed through to `root`."""
        try:
            trusted = _last_root(root, self.roots)
            found = _find(trusted, self.roles, target_path)
            if found is None:
                raise SyncRefused(Reason.UNSIGNED, f"no role signed {target_path}")
            found.verify_length_and_hashes(data)
        except LengthOrHashMismatchError as error:
            raise SyncRefused(Reason.TAMPERED, f"{target_path} is not what was signed") from error
        except (RepositoryError, KeyError, ValueError) as error:
            raise SyncRefused(Reason.UNSIGNED, f"the proof of {target_path} does not hold: {error}") from error

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Raises SyncRefused(MALFORMED)."""
        try:
            return cls.model_validate_json(data)
        except ValidationError as error:
            raise SyncRefused(Reason.MALFORMED, "not a proof") from error


class Attested(Published):
    """A small document and its proof in one file, so that both change in one rename."""

    data: Base64
    proof: Proof

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Raises SyncRefused(MALFORMED)."""
        try:
            return cls.model_validate_json(data)
        except ValidationError as error:
            raise SyncRefused(Reason.MALFORMED, "not an attested document") from error


def _last_root(enrolled: bytes, successors: tuple[bytes, ...]) -> Root:
    trusted = Metadata[Root].from_bytes(enrolled)
    trusted.signed.verify_delegate(ROLE_ROOT, trusted.signed_bytes, trusted.signatures)
    for data in successors:
        following = Metadata[Root].from_bytes(data)
        if following.signed.version != trusted.signed.version + 1:
            continue
        for judge in (trusted.signed, following.signed):
            judge.verify_delegate(ROLE_ROOT, following.signed_bytes, following.signatures)
        trusted = following
    return trusted.signed


def _find(root: Root, roles: Mapping[str, bytes], target_path: str) -> TargetFile | None:
    """The target as the most trusted role describes it: the walk of the TUF specification, section 5.6.7."""
    delegator: Root | Targets = root
    to_visit: list[tuple[str, Root | Targets]] = [(ROLE_TARGETS, delegator)]
    visited: set[str] = set()
    while to_visit:
        name, delegator = to_visit.pop()
        if name in visited:
            continue
        visited.add(name)
        signed = Metadata[Targets].from_bytes(roles[name])
        delegator.verify_delegate(name, signed.signed_bytes, signed.signatures)
        if (found := signed.signed.targets.get(target_path)) is not None:
            return found
        if signed.signed.delegations is not None:
            children = list(signed.signed.delegations.get_roles_for_target(target_path))
            to_visit = [] if any(terminating for _, terminating in children) else to_visit
            to_visit += [(child, signed.signed) for child, _ in reversed(children)]
    return None
