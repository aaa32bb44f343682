"""The foot of a film: play, from the start, back and on, the slider with the time, captions, sign language."""

from __future__ import annotations

from dataclasses import dataclass

from screens.exhibit.blocks.film.model import FilmState
from screens.look import Look
from screens.parts.buttons import ButtonKind, centred, icon_button
from screens.parts.slider import slider
from screens.scene import Box, Fill, Icon, Node, Role, Target

_GAP = 16.0
_ICON = 40.0
_PAD = 28.0
_LEAST_WAY = 300.0  # of the slider; before it gets shorter, a button gives up its word


@dataclass(frozen=True, slots=True)
class _Control:
    """A button with a word and maybe an icon; `on` if it is a switch; `widest` are words that must fit, too."""

    id: str
    word: str
    icon: str = ""
    on: bool | None = None
    dead: bool = False
    widest: tuple[str, ...] = ()
    bare: bool = False

    def width(self, look: Look) -> float:
        """As wide as its widest word."""
        side = _row_height(look)
        if self.bare:
            return side
        wide = max(look.width(one, "label") for one in (self.word, *self.widest))
        return max(side, wide + 2 * _PAD + (_ICON + 12 if self.icon else 0))


def foot_height(look: Look) -> float:
    """One row in landscape, two in portrait."""
    high = _row_height(look)
    return high if look.landscape else 2 * high + _GAP


def controls(state: FilmState, look: Look, box: Box) -> list[Node]:
    """Landscape: all in one row. Portrait: the slider above, the words below."""
    high = _row_height(look)
    wishes = _wishes(state, look)
    least = _time_width(state, look) + _LEAST_WAY if look.landscape else -_GAP
    starts = _starts(state, look, 0)
    for bare in (1, 2):  # words are given up for icons, the last one's first
        if box.w - _total(look, [*starts, *wishes]) < least:
            starts = _starts(state, look, bare)
    if not look.landscape:
        every = [*starts, *wishes]
        spare = box.w - _total(look, every) + _GAP
        row = _row(look, Box(box.x, box.bottom - high, 0, high), every, spare / len(every))
        return [*_time(state, look, Box(box.x, box.y, box.w, high)), *row]
    left, right = _total(look, starts), _total(look, wishes)
    return [
        *_row(look, Box(box.x, box.y, 0, high), starts),
        *_time(state, look, Box(box.x + left, box.y, box.w - left - right, high)),
        *_row(look, Box(box.right - right + _GAP, box.y, 0, high), wishes),
    ]


def _row_height(look: Look) -> float:
    return 112.0 if look.large else 100.0


def _starts(state: FilmState, look: Look, bare: int) -> list[_Control]:
    """Play, and from the start; so many of them, from the end, are icons alone."""
    key = "film.replay" if state.ended else ("film.pause" if state.playing else "film.play")
    words = tuple(look.t(one) for one in ("film.replay", "film.pause", "film.play"))
    play = _Control("film.play", look.t(key), "pause" if state.playing else "play", widest=words, bare=bare > 1)
    return [play, _Control("film.again", look.t("film.again"), "undo", bare=bare > 0)]


def _wishes(state: FilmState, look: Look) -> list[_Control]:
    captions = _Control("film.captions", look.t("film.captions"), on=state.captions)
    signs = _Control("film.signs", look.t("film.signs"), on=state.signs, dead=not state.has_sign)
    sound = _Control("film.sound", look.t("film.sound"), on=not look.variant.muted)
    offered = ((sound, state.block.sound), (captions, True), (signs, state.block.sign is not None))
    return [one for one, there in offered if there]


def _total(look: Look, row: list[_Control]) -> float:
    """Their widths with a gap after each."""
    return sum(one.width(look) + _GAP for one in row)


def _row(look: Look, at: Box, row: list[_Control], wider: float = 0.0) -> list[Node]:
    nodes: list[Node] = []
    x = at.x
    for one in row:
        cell = Box(x, at.y, one.width(look) + wider, at.h)
        kind: ButtonKind = "primary" if one.id == "film.play" else "secondary"
        nodes += (
            icon_button(look, cell, one.id, one.icon, one.word, kind=kind) if one.bare else _button(look, cell, one)
        )
        x = cell.right + _GAP
    return nodes


def _button(look: Look, cell: Box, one: _Control) -> list[Node]:
    first = one.id == "film.play" or bool(one.on)
    fill, edge, ink = ("ink", "ink", "on_ink") if first else ("raised", "ink", "ink")
    if one.dead:
        fill, edge, ink = "disabled_fill", "control", "disabled_text"
    nodes: list[Node] = [Fill(cell, fill, 12, edge, look.tokens.stroke("control"), dashed=one.dead)]
    wide = look.width(one.word, "label")
    left = cell.x + (cell.w - wide - (_ICON + 12 if one.icon else 0)) / 2
    if one.icon:
        nodes.append(Icon(Box(left, cell.center[1] - _ICON / 2, _ICON, _ICON), one.icon, ink))
        left += _ICON + 12
    nodes.append(centred(look, Box(left, cell.y, wide, cell.h), one.word, "label", ink, wide + 1, of=one.id))
    role: Role = "button" if one.on is None else "toggle"
    nodes.append(Target(cell, one.id, role, one.word, one.word, one.on, one.dead, 12, first))
    return nodes


def _time_width(state: FilmState, look: Look) -> float:
    """Of what stands around the slider."""
    return 2 * _row_height(look) + 3 * _GAP + _told_width(state, look)


def _told_width(state: FilmState, look: Look) -> float:
    whole = _clock(state.block.seconds)
    return look.width(f"{whole} / {whole}", "meta") + 8


def _time(state: FilmState, look: Look, box: Box) -> list[Node]:
    """Back, the slider, on; the time at the end."""
    side, seconds = _row_height(look), state.block.seconds
    told = f"{_clock(state.second)} / {_clock(seconds)}"
    wide = _told_width(state, look)
    back, on = Box(box.x, box.y, side, box.h), Box(box.right - wide - _GAP - side, box.y, side, box.h)
    way = Box(back.right + _GAP, box.y, on.x - back.right - 2 * _GAP, box.h)
    spoken = look.t("film.slide.spoken", at=state.second, all=seconds)
    return [
        *icon_button(look, back, "film.back", "minus", look.t("film.back", n=state.step_s)),
        *slider(look, way, "film.slide", state.share, look.t("film.slide"), spoken),
        *icon_button(look, on, "film.on", "plus", look.t("film.on", n=state.step_s)),
        centred(look, Box(box.right - wide, box.y, wide, box.h), told, "meta", "ink2", wide, of="film.slide"),
    ]


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
