"""The panel for saying a letter: what is agreed to, the sound as it grows, and what can be done with it."""

from __future__ import annotations

from media.dictaphone import LONGEST_S
from screens.look import Look
from screens.mailbox.frame import fitted
from screens.mailbox.voice import SLOTS, VoiceState
from screens.parts import panel
from screens.parts.buttons import ButtonKind, button
from screens.scene import Box, Fill, Icon, Node

_GAP = 16.0
_LEAST_BAR = 0.08
_TROUBLES = {"absent": "mailbox.voice.absent", "quiet": "mailbox.voice.quiet"}
_Choice = tuple[str, str, ButtonKind, str | None]


def length(look: Look, seconds: int) -> str:
    """A length of time as it is written and said."""
    return look.t("mailbox.voice.second" if seconds == 1 else "mailbox.voice.seconds", n=seconds)


def draw(voice: VoiceState, look: Look, box: Box, notice: str = "") -> list[Node]:
    """The panel, in the place of the keys. `notice` is said below the sound."""
    choices = _choices(voice, look)
    rows = _rows(look, choices, box.w)
    high = 132.0 if look.large else 112.0
    foot = Box(box.x, box.bottom - rows * high - (rows - 1) * _GAP, box.w, rows * high + (rows - 1) * _GAP)
    top = Box(box.x, box.y, box.w, foot.y - _GAP - box.y)
    nodes = panel(top, look)
    nodes += (
        _consent(look, top.inset(36, 20), notice)
        if not voice.agreed
        else _sound(voice, look, top.inset(36, 24), notice)
    )
    per_row = -(-len(choices) // rows)
    for i, (name, text, kind, icon) in enumerate(choices):
        row = choices[i // per_row * per_row : i // per_row * per_row + per_row]
        line = foot.rows(rows, _GAP)[i // per_row]
        cell = line.columns(len(row), _GAP)[i % per_row]
        style = look.fit(
            text, ("label_l", "label", "meta"), cell.w - 56 - (56 if icon else 0), look.style("label").line
        )
        nodes += button(look, cell, f"mailbox.voice.{name}", text, kind, icon=icon, style=style)
    return nodes


def _choices(voice: VoiceState, look: Look) -> list[_Choice]:
    if not voice.agreed:
        return [
            ("agree", look.t("mailbox.voice.agree"), "primary", "mic"),
            ("no", look.t("mailbox.voice.no"), "secondary", None),
        ]
    if voice.take.doing:
        word = "mailbox.voice.stop" if voice.take.doing == "recording" else "mailbox.voice.hush"
        return [("stop", look.t(word), "primary", "pause")]
    if not voice.take.seconds:
        return [("start", look.t("mailbox.voice.start"), "primary", "mic")]
    found: list[_Choice] = [("play", look.t("mailbox.voice.play"), "secondary", "speak")]
    if voice.left > 0:
        found.append(("start", look.t("mailbox.voice.on"), "secondary", "mic"))
    found.append(("again", look.t("mailbox.voice.again"), "secondary", "undo"))
    found.append(("delete", look.t("mailbox.voice.delete"), "secondary", "trash"))
    return found


def _rows(look: Look, choices: list[_Choice], width: float) -> int:
    """Side by side where the words have room; two and two else."""
    need = max(look.width(text, "label") for _, text, _, _ in choices) + 56 + 56
    return 1 if need * len(choices) + _GAP * (len(choices) - 1) <= width else 2


def _consent(look: Look, box: Box, notice: str) -> list[Node]:
    title = look.text(box.x, box.y, box.w, look.t("mailbox.voice.title"), "h2", role="heading")
    room = Box(box.x, title.box.bottom + 8, box.w, box.bottom - title.box.bottom - 8)
    words = look.t("mailbox.voice.consent", n=int(LONGEST_S))
    said: list[Node] = []
    if notice:
        high = look.height(notice, "meta", box.w)
        said = [look.text(box.x, box.bottom - high, box.w, notice, "meta", color="ink2", role="status")]
        room = Box(room.x, room.y, room.w, room.h - high - 12)
    text = fitted(look, room, words, "ink", ("body_l", "body", "meta", "micro"))
    spare = Box(room.x, text.box.bottom, room.w, room.bottom - text.box.bottom)
    if spare.h > 180:
        x, y = spare.center
        said.append(Icon(Box(x - 56, y - 56, 112, 112), "mic", "teal"))
    return [title, text, *said]


def _sound(voice: VoiceState, look: Look, box: Box, notice: str) -> list[Node]:
    """What is happening, the picture of the sound, and how much time there is."""
    head, below = _said(voice, look)
    below = notice or below
    name = look.fit(head, ("h2", "h3", "body"), box.w - 72, look.style("h2").line)
    title = look.text(box.x + 72, box.y, box.w - 72, head, name, role="heading", max_h=look.style("h2").line)
    spot = Box(box.x, box.y + (title.box.h - 48) / 2, 48, 48)
    icon = {"recording": "mic", "playing": "speak"}.get(voice.take.doing, "mic" if not voice.take.seconds else "check")
    large = ("h3", "body", "meta", "micro") if voice.take.doing else ("body", "meta", "micro")
    style = look.fit(below, large, box.w, box.h * 0.42)
    foot_h = look.height(below, style, box.w)
    foot = look.text(box.x, box.bottom - foot_h, box.w, below, style, color="ink2", role="status", max_h=foot_h)
    middle = Box(box.x, title.box.bottom + 16, box.w, foot.box.y - title.box.bottom - 32)
    return [Icon(spot, icon, "teal"), title, *_bars(voice, look, middle), foot]


def _said(voice: VoiceState, look: Look) -> tuple[str, str]:
    """A heading and a sentence. While somebody speaks nothing is read aloud: these are for eyes then."""
    take, left = voice.take, length(look, voice.left)
    if take.doing == "recording":
        return look.t("mailbox.voice.recording"), look.t("mailbox.voice.left", left=left)
    if take.doing == "playing":
        return look.t("mailbox.voice.playing"), look.t("mailbox.voice.of", length=length(look, voice.seconds))
    if take.trouble and (take.seconds or take.trouble == "absent"):
        head = look.t("mailbox.voice.done", length=length(look, voice.seconds)) if take.seconds else ""
        return head or look.t("mailbox.voice.title"), look.t(_TROUBLES[take.trouble])
    if not take.seconds:
        return look.t("mailbox.voice.title"), look.t("mailbox.voice.before", n=int(LONGEST_S))
    after = look.t("mailbox.voice.after", left=left) if voice.left > 0 else look.t("mailbox.voice.full")
    return look.t("mailbox.voice.done", length=length(look, voice.seconds)), after


def _bars(voice: VoiceState, look: Look, box: Box) -> list[Node]:
    """A minute and a half from left to right: as high as it was loud. What is to come lies flat."""
    if box.h < 48:
        return []
    step = box.w / SLOTS
    wide = max(4.0, step - 6.0)
    last = len(voice.loud) - 1
    heard = int(voice.take.at / LONGEST_S * SLOTS) if voice.take.doing == "playing" else -1
    nodes: list[Node] = []
    for i in range(SLOTS):
        level = voice.loud[i] if i <= last else 0.0
        if voice.take.doing == "recording" and i == last:
            level = voice.take.level
        high = max(_LEAST_BAR, level) * box.h
        now = i <= heard or (voice.take.doing == "recording" and i == last)
        color = "line" if i > last else "ink" if now else "teal"
        bar = Box(box.x + i * step + (step - wide) / 2, box.center[1] - high / 2, wide, high)
        nodes.append(Fill(bar, color, min(wide, high) / 2))
    return nodes
