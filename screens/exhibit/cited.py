"""What of a page is cited from where: the texts that stand on it, their sources, and the numbers each of them states.

Reads it off what is drawn, so that no block has to say it. Leaves the page of sources to `sources_view`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from content.figures import figures, stated
from content.schema import Published, Source, Text
from content.walk import models
from screens.look import Look
from screens.scene import Label, Node

_LEAST, _LEAST_EN = 8, 24  # characters: shorter ones may stand in several texts


@dataclass(frozen=True, slots=True)
class Entry:
    """A source, and the numbers on the page just read that it states: as they are written here, and there."""

    source: Source
    numbers: tuple[tuple[str, str], ...] = ()


def entries(
    sources: Sequence[Source], every: Sequence[Source], content: Any, nodes: Sequence[Node], look: Look
) -> tuple[Entry, ...]:
    """First the sources of the texts drawn in `nodes`, with their numbers, of `every` there is; then the others."""
    texts = shown(content, nodes, look)
    named = dict.fromkeys(id for text in texts for id in text.sources)
    known = {one.id: one for one in (*sources, *every)}
    first = [Entry(known[id], _numbers(known[id], texts, look)) for id in named if id in known]
    first.sort(key=lambda one: not one.numbers)
    return (*first, *(Entry(one) for one in sources if one.id not in named))


def shown(content: Any, nodes: Sequence[Node], look: Look) -> tuple[Text, ...]:
    """The texts of `content` that are drawn, in whole or as a page of them."""
    labels = [_bare(one.full or "".join(one.lines)) for one in _labels(nodes)]
    least = _LEAST_EN if look.english else _LEAST
    found: dict[str, Text] = {}
    for text in _texts(content):
        said = _bare(look.say(text))
        if said not in found and any(_shows(label, said, least) for label in labels):
            found[said] = text
    return tuple(found.values())


def _shows(label: str, text: str, least: int) -> bool:
    """Whether a label is the text, holds it, or is a page of it: its beginning, its end, or a good part between."""
    if label == text or (len(text) >= least and text in label):
        return True
    if text.endswith(label):
        return len(label) > 1
    return len(label) >= least and label in text


def _numbers(source: Source, texts: Sequence[Text], look: Look) -> tuple[tuple[str, str], ...]:
    recorded = {value: one for one in reversed(source.figures) for value in stated(one)}
    said = {
        figure.written: recorded[figure.value]
        for text in texts
        if source.id in text.sources
        for figure in figures(look.say(text))
        if figure.value in recorded
    }
    return tuple(said.items())


def _labels(nodes: Sequence[Node]) -> Iterator[Label]:
    for node in nodes:
        if isinstance(node, Label):
            yield node
        else:
            yield from _labels(getattr(node, "nodes", ()) or getattr(node, "instead", ()))


def _texts(value: Any) -> Iterator[Text]:
    """Every text in a state: blocks hold questions and cards beside their content."""
    if isinstance(value, Published):
        yield from (one for _, one in models(value) if isinstance(one, Text))
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)


def _bare(text: str) -> str:
    return "".join(text.split())
