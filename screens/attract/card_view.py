"""A card of an answered letter, on paper over the city: what residents asked, what was done, where, when, by whom."""

from __future__ import annotations

from dataclasses import replace

from content.schema import AnsweredLetter
from screens.look import Look
from screens.parts.panels import panel, sample_tag
from screens.scene import Box, Icon, Label, Node

_PAD = 40.0
_GAP = 20.0


def card(look: Look, letter: AnsweredLetter, top: float, bottom: float) -> list[Node]:
    """The card between two heights, as high as its words."""
    wide = 1240.0 if look.landscape and not look.large else look.size[0] - 2 * look.margin
    box = Box(look.margin, top, wide, bottom - top)
    inner = box.inset(_PAD, _PAD - 8)
    head, y = _head(look, letter, inner)
    said, y = _row(look, inner, y + _GAP, "attract.card.said", look.say(letter.asked), ("h2", "h3"))
    did, y = _row(look, inner, y + _GAP, "attract.card.did", look.say(letter.done), ("body_l", "body"))
    foot = _foot(look, letter, inner, y + _GAP)
    end = foot[-1].box.bottom + _PAD - 8
    if end > bottom + 0.5:
        foot = [*foot[:-1], replace(foot[-1], overflow=True)]
    return [*panel(Box(box.x, box.y, box.w, end - top), look, radius=20), *head, *said, *did, *foot]


def _head(look: Look, letter: AnsweredLetter, inner: Box) -> tuple[list[Node], float]:
    icon = look.style("h3").line
    nodes: list[Node] = [Icon(Box(inner.x, inner.y, icon, icon), "letter", "ink")]
    tag: list[Node] = []
    tag_w = 0.0
    if letter.is_sample:
        tag, tag_w = sample_tag(look, 0, 0)
        tag, tag_w = sample_tag(look, inner.right - tag_w, inner.y + 4)
    room = inner.w - icon - 20 - tag_w - 20
    title = look.text(
        inner.x + icon + 20, inner.y, room, look.t("attract.card.head"), "h3", role="heading", id="attract.card"
    )
    return [*nodes, title, *tag], title.box.bottom


def _row(look: Look, inner: Box, y: float, key: str, text: str, styles: tuple[str, ...]) -> tuple[list[Label], float]:
    """A quiet word and what it introduces: beside it, or below it where letters are large or the glass is narrow."""
    name = look.t(key)
    if look.large or not look.landscape:
        label = look.text(inner.x, y, inner.w, name, "meta", color="ink2")
        words = look.text(inner.x, label.box.bottom, inner.w, text, styles[-1] if look.large else styles[0])
        return [label, words], words.box.bottom
    column = max(look.width(look.t(one), "meta") for one in ("attract.card.said", "attract.card.did")) + 36
    words = look.text(inner.x + column, y, inner.w - column, text, styles[0])
    line = look.style("meta").line
    label = look.text(inner.x, y + (words.style.line - line) / 2, column, name, "meta", color="ink2")
    return [label, words], words.box.bottom


def _foot(look: Look, letter: AnsweredLetter, inner: Box, y: float) -> list[Label]:
    """Where, when and by whom: in one line, or in two that are broken where it makes sense."""
    when = look.t("attract.card.when", date=letter.answered.isoformat())
    place, station = look.say(letter.place), look.say(letter.station)
    whole = " · ".join((place, when, station))
    lines = [whole] if look.width(whole, "meta") <= inner.w else [place, f"{station} · {when}"]
    labels: list[Label] = []
    for line in lines:
        labels.append(look.text(inner.x, y, inner.w, line, "meta", color="ink2"))
        y = labels[-1].box.bottom
    return labels
