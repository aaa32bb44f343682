"""Letters that may be about the same: same topic, same weeks, and words in common.

A machine opens them in memory and keeps only how alike they are; whoever wants to read one opens it, which is a
reading.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from django.db.models import QuerySet

from hub.letters.models import Letter
from hub.letters.reading import opened
from hub.letters.stages import OPEN
from hub.publishing.keys import HubKeyring
from sync.seal import CannotOpen

WITHIN: Final = timedelta(days=30)
ALIKE: Final = 25
"""Percent of the pairs of characters that two letters share, from which on they are shown together."""
_MOST: Final = 40
_MARKS: Final = re.compile(r"[\W_]+")


def alike(letter: Letter, words: str, others: QuerySet[Letter], keys: HubKeyring) -> list[tuple[Letter, int]]:
    """Of the others, those that seem to be about the same, the likest first, in percent."""
    if not letter.topic or letter.merged_into_id is not None:
        return []
    near = others.filter(
        topic=letter.topic, stage__in=OPEN, merged_into=None,
        received__range=(letter.received - WITHIN, letter.received + WITHIN),
    ).exclude(pk=letter.pk)  # fmt: skip
    found = []
    for one in near.select_related("station").order_by("-received")[:_MOST]:
        try:
            share = likeness(words, opened(one, keys).words)
        except CannotOpen:
            continue
        if share >= ALIKE:
            found.append((one, share))
    return sorted(found, key=lambda pair: -pair[1])


def likeness(one: str, other: str) -> int:
    """Pairs of characters in common, in percent of those of both."""
    first, second = _pairs(one), _pairs(other)
    return round(100 * len(first & second) / len(first | second)) if first and second else 0


def _pairs(words: str) -> set[str]:
    plain = _MARKS.sub("", words).casefold()
    return {plain[at : at + 2] for at in range(len(plain) - 1)}
