"""The film with its captions, what it shows in words beside or below it, and at the foot everything that is touched."""

from __future__ import annotations

from content.schema import FilmCue
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.film.controls import controls, foot_height
from screens.exhibit.blocks.film.model import FILM, SIGN, FilmState
from screens.look import Look
from screens.parts import note, panel, tag
from screens.parts.approval import map_number
from screens.parts.buttons import icon_button
from screens.parts.paged import Para, read
from screens.scene import Box, Disc, Fill, Film, Icon, Label, Node, Photo, Target

_GAP = 24.0
_PAD = 32.0
_WIDE, _HIGH = 16.0, 9.0
_SIGN_W, _SIGN_H = 0.26, 0.5  # of the film's width and height
_PLAY_R = 60.0
_TURN = 96.0
_NOTE_H = 112.0
_SHARES = (0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
_MADE_UP = "station-simulation"


def view(state: FilmState, look: Look, box: Box) -> BlockView:
    """Landscape: film left, words right. Portrait: film above, words below. The foot is within reach in both."""
    high = 0.0 if state.broken else foot_height(look) + _GAP  # what can't be played has nothing to press
    film, words = _halves(look, Box(box.x, box.y, box.w, box.h - high))
    number = map_number(look, film, state.block.map_approval)
    if number:
        film = Box(film.x, film.y, film.w, number.box.y - 6 - film.y)
    nodes = [*_film(state, look, film), *([number] if number else []), *_words(state, look, words)]
    if not state.broken:
        nodes += controls(state, look, Box(box.x, box.bottom - high + _GAP, box.w, high - _GAP))
    return BlockView(tuple(nodes), sample=_MADE_UP in state.block.told.sources)


def _halves(look: Look, body: Box) -> tuple[Box, Box]:
    if look.landscape:
        wide = min(body.h * _WIDE / _HIGH, body.w * (0.56 if look.large else 0.6))
        words = Box(body.x + wide + _GAP, body.y, body.w - wide - _GAP, body.h)
        return Box(body.x, body.y, wide, body.h), words
    high = min(body.w * _HIGH / _WIDE, body.h * 0.6)
    return Box(body.x, body.y, body.w, high), Box(body.x, body.y + high + _GAP, body.w, body.h - high - _GAP)


# -- the film ----------------------------------------


def _film(state: FilmState, look: Look, box: Box) -> list[Node]:
    contrast = look.variant.theme == "contrast"
    said = look.say(state.block.told)
    told = _told(look, box.inset(_PAD), said)
    poster = Photo(box, state.poster(contrast), told, "film.picture", said)
    nodes: list[Node] = [Fill(box, "raised")]
    if not state.begun:
        nodes.append(poster)
    else:
        nodes.append(
            Film(
                box, FILM, state.path(contrast), state.at, state.since, state.playing, state.block.seconds,
                heard=state.block.sound and not look.variant.muted,
                instead=(Photo(box, state.poster(contrast), told),), id="film.picture", spoken=said,
            )
        )  # fmt: skip
    if state.broken:
        return [*nodes, *_tagged(state, look, box)]
    if state.signs and state.begun and state.has_sign:
        nodes += _sign(state, look, _sign_box(look, box))
    if state.captions and state.said is not None and state.begun:
        nodes += caption(look, box, state.said)
    if not state.playing and not state.begun:
        nodes += _play_mark(box)
    nodes += _tagged(state, look, box)
    if box.y >= look.reach_top:
        word = look.t("film.pause" if state.playing else "film.play")
        spoken = look.t("film.surface.spoken", word=word)
        nodes.append(Target(box, "film.surface", "button", word, spoken, radius=12))
    return nodes


def _told(look: Look, room: Box, said: str) -> tuple[Label, ...]:
    """What there is to see, in words, where it would be seen; nothing where the words panel must do."""
    style = look.fit(said, ("body", "meta"), room.w, room.h)
    high = look.height(said, style, room.w)
    if high > room.h:
        return ()
    y = room.center[1] - high / 2
    return (look.text(room.x, y, room.w, said, style, color="ink2", align="center", max_h=room.h),)


def _tagged(state: FilmState, look: Look, box: Box) -> list[Node]:
    made_up = _MADE_UP in state.block.told.sources
    return tag(look, box.x + 20, box.y + 20, look.t("sample.tag"))[0] if made_up else []


def _play_mark(box: Box) -> list[Node]:
    """At the foot, where it hides least of the poster."""
    x, y, side = box.x + 24 + _PLAY_R, box.bottom - 24 - _PLAY_R, _PLAY_R
    return [
        Disc(x, y, _PLAY_R, "ink"),
        Icon(Box(x - side / 2 + 4, y - side / 2, side, side), "play", "on_ink"),
    ]


def _sign_box(look: Look, box: Box) -> Box:
    """At the right, above the room of two lines of captions."""
    wide, high = box.w * _SIGN_W, box.h * _SIGN_H
    below = 2 * look.style("body_l").line + 56
    return Box(box.right - wide - 20, max(box.y + 20, box.bottom - below - high), wide, high)


def _sign(state: FilmState, look: Look, box: Box) -> list[Node]:
    told = look.t("film.signs.told")
    return [
        Fill(box.inset(-4), "raised", 8, "control", 3),
        Film(
            box, SIGN, state.sign_path, state.at, state.since, state.playing, state.block.seconds, heard=False,
            id="film.sign", spoken=told,
        ),
    ]  # fmt: skip


def caption(look: Look, film: Box, cue: FilmCue) -> list[Node]:
    """At most two lines on an opaque plate at the film's foot."""
    inner = film.w - 80
    said = look.say(cue.words)
    style = look.fit(said, ("body_l", "body"), inner, 2 * look.style("body_l").line)
    most = 2 * look.style(style).line
    lines = _balanced(look, said, style, inner)
    wide = max((look.width(line, style) for line in lines), default=0.0) + 48
    high = len(lines) * look.style(style).line + 16
    plate = Box(film.x + (film.w - wide) / 2, film.bottom - high - 16, wide, high)
    label = Label(
        Box(plate.x + 24, plate.y + 8, wide - 48, high - 16), lines, look.style(style), "on_ink", "center",
        "film.caption", "caption", said, overflow=len(lines) * look.style(style).line > most or wide > film.w,
    )  # fmt: skip
    return [Fill(plate, "ink", 8), label]


def _balanced(look: Look, said: str, style: str, room: float) -> tuple[str, ...]:
    """The lines, none much shorter than another."""
    lines = look.lines(said, style, room)
    for share in _SHARES if len(lines) > 1 else ():
        closer = look.lines(said, style, room * share)
        if len(closer) == len(lines) and max(look.width(line, style) for line in closer) <= room:
            return closer
    return lines


# -- the words ----------------------------------------


def _words(state: FilmState, look: Look, box: Box) -> list[Node]:
    nodes: list[Node] = [*panel(box, look)]
    inner = box.inset(_PAD + 4, _PAD)
    if state.broken:
        high = max(_NOTE_H, look.height(look.t("film.broken"), "meta", inner.w - 116) + 24)
        nodes += note(look, Box(inner.x, inner.y, inner.w, high), look.t("film.broken"))
        inner = Box(inner.x, inner.y + high + 20, inner.w, inner.h - high - 20)
    for paras in _choices(state, look):
        shown, parts = read(look, inner, paras)
        if parts == 1:
            return [*nodes, *shown]
    room = Box(inner.x, inner.y, inner.w, inner.h - _TURN - 16)
    _, parts = read(look, room, paras)
    at = min(state.part, parts - 1)
    return [*nodes, *read(look, room, paras, at)[0], *_turns(look, inner, at, parts)]


def _choices(state: FilmState, look: Look) -> list[list[Para]]:
    """What it shows and how long it is: with all that is said in it where that fits, or where it can't be played."""
    length = Para(look.t("film.length", n=state.block.seconds), "meta", "ink2", 24)
    all_said = (" " if look.english else "").join(look.say(one.words) for one in state.block.cues)
    said = [Para(look.t("film.said"), "label", "ink2", 32, heads=True), Para(all_said, "body")] if all_said else []
    told = look.say(state.block.told)
    if state.broken:
        return [[Para(told, "body"), *said]]
    return [
        [Para(told, "body_l"), length, *said],
        *([Para(told, style), length] for style in ("body_l", "body")),
    ]


def _turns(look: Look, inner: Box, at: int, parts: int) -> list[Node]:
    y = inner.bottom - _TURN
    before, after = Box(inner.x, y, _TURN, _TURN), Box(inner.right - _TURN, y, _TURN, _TURN)
    return [
        *icon_button(look, before, f"film.part.{max(0, at - 1)}" if at else "film.part.before", "back",
                     look.t("film.previous"), disabled=at == 0),
        *icon_button(look, after, f"film.part.{at + 1}" if at + 1 < parts else "film.part.after", "next",
                     look.t("film.next"), disabled=at + 1 >= parts),
    ]  # fmt: skip
