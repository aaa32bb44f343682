"""What a station says of itself, written down; and whether it should send again what a restored hub has lost."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from hub.stations.models import Station
from sync.messages import HeartbeatRequest

ASKS: Final = 5
"""Answers that ask again: an answer may be lost, and letters sent twice are stored once."""

_MOST: Final = 2**31 - 1
"""What the columns hold."""


def record(station: Station, said: HeartbeatRequest, now: datetime) -> datetime | None:
    """Store the heartbeat. Returns since when letters are asked for again; asked in ASKS answers."""
    since = station.resend_since
    station.last_seen = now
    station.app_version = said.app_version[:40]
    station.release = said.release[:120]
    station.outbox_depth = min(_MOST, said.outbox_depth)
    station.outbox_refused = min(_MOST, said.outbox_refused)
    station.clock_skew_s = max(-_MOST, min(_MOST, round((said.clock - now).total_seconds())))
    station.findings = [one.model_dump() for one in said.findings]
    if since is not None:
        station.resend_asks = max(0, station.resend_asks - 1)
        if station.resend_asks == 0:
            station.resend_since = None
    station.save()
    return since


def ask_again(since: datetime) -> int:
    """After restoring a backup taken at `since`: every station sends again what was delivered after it."""
    return Station.objects.filter(revoked=False).update(resend_since=since, resend_asks=ASKS)
