"""What is wrong with this hub, in sentences: keys, database, signatures about to expire, clock, disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from hub.config import HubSettings
from hub.publishing.builder import Publisher, Refused
from hub.publishing.keys import HubKeyring, KeyMissing, readable_by_others
from sync.layout import ROLE_CONTENT, ROLE_ROOT, ROLE_SNAPSHOT, ROLE_TARGETS, ROLE_TIMESTAMP

_WARN = {
    ROLE_ROOT: timedelta(days=60),
    ROLE_TARGETS: timedelta(days=60),
    ROLE_CONTENT: timedelta(days=21),
    ROLE_SNAPSHOT: timedelta(days=7),
    ROLE_TIMESTAMP: timedelta(days=3),
}
_LEAST_FREE = 1 << 30


def examine(hub: HubSettings, publisher: Publisher, now: datetime) -> tuple[str, ...]:
    """Every problem found; empty for a hub that is well."""
    if not hub.keys_dir.is_dir():
        return (f"{hub.home} is no hub yet; run `hub init {hub.home}`.",)
    parts = (_keys(hub), _database(), _signatures(publisher, now), _content(publisher), _disk(hub))
    return tuple(sentence for part in parts for sentence in part)


def _keys(hub: HubSettings) -> Iterator[str]:
    for name in readable_by_others(hub.keys_dir):
        yield f"keys/{name} can be read by others; run chmod 600 on it."
    keys = HubKeyring(hub.keys_dir)
    for role in (ROLE_SNAPSHOT, ROLE_TIMESTAMP, ROLE_CONTENT):
        if not keys.has(role):
            yield f"keys/{role}.pem is missing; nothing can be published without it."
    try:
        keys.announced()
    except (KeyMissing, ValueError) as error:
        yield f"{error}; letters cannot be received or read."


def _database() -> Iterator[str]:
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            yield "The database is older than this program; run `hub init` again."
    except DatabaseError as error:
        yield f"The database cannot be used: {str(error).splitlines()[0]}."


def _signatures(publisher: Publisher, now: datetime) -> Iterator[str]:
    repository = publisher.repository()
    if not repository.exists():
        yield "There is no signed repository; run `hub init` again."
        return
    refresh = "`hub publish --refresh`"
    for role, margin in _WARN.items():
        left = repository.expires(role) - now
        if left < timedelta(0):
            yield f"The {role} signatures have expired: stations take no news; run {refresh}{_with_key(role)}."
        elif left < margin:
            yield f"The {role} signatures expire in {left.days} days; run {refresh}{_with_key(role)}."
    if repository.current(publisher.channel) is None:
        yield "Nothing has been published yet; run `hub import content` and `hub publish`."


def _with_key(role: str) -> str:
    return f" with {role}.pem in place" if role in (ROLE_ROOT, ROLE_TARGETS) else ""


def _content(publisher: Publisher) -> Iterator[str]:
    try:
        publisher.prepare()
    except Refused as error:
        yield f"The live content cannot be published: {error.sentences[0]}"
    except DatabaseError:
        return


def _disk(hub: HubSettings) -> Iterator[str]:
    free = shutil.disk_usage(hub.home).free
    if free < _LEAST_FREE:
        yield f"Only {free >> 20} MiB are free in {hub.home}; letters need room."
