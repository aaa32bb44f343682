"""What the hub does by itself when something has come: sort letters, and do what their writers asked for since.

Runs after the commit, before the receipt goes out; nothing that goes wrong here may keep a receipt back, since letters
are here for good. What is left is done at the next arrival, when staff open the list, or by `hub run`.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from hub.letters.follow_ups import deal_with, deal_with_waiting
from hub.letters.sorting import sort, sort_waiting
from hub.publishing.keys import HubKeyring

log: Final = logging.getLogger("hub.letters")


def letters_came(ids: Collection[UUID], keys: HubKeyring, now: datetime) -> None:
    """Sort these letters; do what waited for one of them."""
    try:
        if sort(ids, keys):
            deal_with_waiting(keys, now)
    except Exception:
        log.exception("letters could not be sorted")


def follow_ups_came(ids: Collection[UUID], keys: HubKeyring, now: datetime) -> None:
    """Do what these ask for."""
    try:
        deal_with(ids, keys, now)
    except Exception:
        log.exception("follow-ups could not be dealt with")


def catch_up(keys: HubKeyring, now: datetime) -> None:
    """What was left over."""
    sort_waiting(keys)
    deal_with_waiting(keys, now)
