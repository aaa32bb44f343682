"""One deputy's page (mockup j): who they are, the code for a phone, one green button where letters are taken."""

from __future__ import annotations

from dataclasses import replace

from screens.deputies.cards import name_label
from screens.deputies.code_panel import PAD, QR, code_panel, listen, why_height
from screens.deputies.portraits import portrait
from screens.deputies.state import ProfileState
from screens.deputies.table import Table
from screens.deputies.wording import facts, reception, titles, told, why_not
from screens.look import Look
from screens.parts import Column, button, button_height, panel, sample_tag, segmented
from screens.parts.paged import pager, pager_height, read
from screens.scene import Box, Node
from screens.screen import View


def view(state: ProfileState, look: Look) -> View:
    """Landscape: bust, words, code. Portrait: bust and name above the facts, the code and all buttons below."""
    if state.deputy is None or state.name is None:
        return View(tuple(_nobody(state, look)), hint=look.t("deputies.title"))
    content = look.content
    nodes = _landscape(state, look, content) if look.landscape else _portrait(state, look, content)
    sample = state.deputy.is_sample
    return View(tuple(nodes), hint=look.t("sample.long") if sample else "", sample=sample)


def _landscape(state: ProfileState, look: Look, content: Box) -> list[Node]:
    side = Box(content.right - 562, content.y + 16, 562, content.h - 16)
    about = Box(content.x, side.y, side.x - 48 - content.x, side.h)
    nodes = code_panel(state, look, side)
    if look.large:
        about, tabs = _tabs(state, look, about)
        nodes += tabs
        wide = min(360.0, about.w * 0.3)
        ear = Box(about.right - wide, about.bottom - pager_height(look), wide, pager_height(look))
        return nodes + _words(state, look, about, beside=wide + 16) + listen(look, ear)
    left = Box(about.x, about.y, 428, about.h)
    nodes += _left(state, look, left)
    words, tabs = _tabs(state, look, Box(left.right + 48, about.y, about.w - 476, about.h))
    return nodes + tabs + _words(state, look, words, reception_too=False)


def _left(state: ProfileState, look: Look, box: Box) -> list[Node]:
    """The bust, why there is no photo, reading aloud, and when residents are received."""
    assert state.deputy is not None
    said = reception(state, look)
    column = Column(look, box)
    inner_w = box.w - 48
    need = look.height(look.t("deputies.fact.reception"), "label", inner_w) + look.height(said, "meta", inner_w) + 56
    photo_h = 0.0 if state.deputy.photo else look.height(look.t("deputies.photo"), "meta", box.w)
    side = min(428.0, box.h - photo_h - 8 - 104 - 24 - need - 24)
    column.add(_face(state, Box(box.x, box.y, side, side)))
    column.space(side)
    if not state.deputy.photo:
        column.text(look.t("deputies.photo"), "meta", color="ink2", gap=8)
    column.add(listen(look, column.take(104, 12)))
    card = Box(box.x, box.bottom - need, box.w, need)
    inside = Column(look, card.inset(24, 20))
    inside.text(look.t("deputies.fact.reception"), "label", color="ink2")
    inside.text(said, "meta", gap=8)
    return [*column.nodes, *panel(card, look), *inside.nodes]


def _portrait(state: ProfileState, look: Look, content: Box) -> list[Node]:
    assert state.deputy is not None
    high = button_height(look)
    panel_h = PAD + QR + 24 + high + PAD
    if not state.may_write and not look.large:
        panel_h = max(panel_h, PAD + QR + 24 + why_height(state, look, content.w - 2 * PAD) + 16 + high + PAD)
    side = Box(content.x, content.bottom - panel_h, content.w, panel_h)
    nodes = code_panel(state, look, side)
    box = Box(content.x, content.y + 16, content.w, side.y - 24 - content.y - 16)
    box, tabs = _tabs(state, look, box)
    nodes += tabs
    if look.large:
        return nodes + _words(state, look, box)
    head = Box(box.x + 300, box.y, box.w - 300, 280)
    names, bottom = _who(state, look, head)
    nodes += [*_face(state, Box(box.x, box.y, 264, 264)), *names]
    below = max(box.y + 264, bottom) + 24
    return nodes + _page(state, look, Box(box.x, below, box.w, box.bottom - below), facts(state, look))


def _words(state: ProfileState, look: Look, box: Box, *, reception_too: bool = True, beside: float = 0.0) -> list[Node]:
    """Name and titles over the facts; in large text the sentence why no letter is taken is one of them."""
    head, bottom = _who(state, look, box)
    rows = facts(state, look, reception_too=reception_too)
    if look.large and not state.may_write:
        rows.append((look.t("deputies.write.label"), why_not(state, look)))
    area = Box(box.x, bottom + 16, box.w, box.bottom - bottom - 16)
    return head + _page(state, look, area, rows, beside)


def _tabs(state: ProfileState, look: Look, box: Box) -> tuple[Box, list[Node]]:
    """What there is to read about the deputy, at the foot of the box within every reach; and the box above it."""
    if len(state.tabs) < 2:
        return box, []
    high = button_height(look, primary=False)
    row = Box(box.x, box.bottom - high, box.w, high)
    options = [(f"deputies.tab.{one}", look.t(f"deputies.tab.{one}")) for one in state.tabs]
    return Box(box.x, box.y, box.w, box.h - high - 16), segmented(look, row, options, f"deputies.tab.{state.tab}")


def _page(state: ProfileState, look: Look, area: Box, rows: list[tuple[str, str]], beside: float = 0.0) -> list[Node]:
    """The facts, or what another tab tells, on as many pages as it takes."""
    if state.tab == "about":
        return Table(look, area, rows, beside).page(state.page)
    paras, line = told(state, look), pager_height(look) + 16
    whole = Box(area.x, area.y, area.w, area.h - (line if beside else 0))
    nodes, pages = read(look, whole, paras, state.page)
    if pages == 1:
        return nodes
    nodes, pages = read(look, Box(area.x, area.y, area.w, area.h - line), paras, state.page)
    foot = Box(area.x, area.bottom - pager_height(look), area.w - beside, pager_height(look))
    words = (look.t("page.previous"), look.t("page.next"))
    return nodes + pager(look, foot, "deputies", words, state.page % pages, pages)


def _face(state: ProfileState, box: Box) -> list[Node]:
    assert state.deputy is not None
    return portrait(box, state.deputy.photo, state.deputy.id, state.deputy.name)


def _who(state: ProfileState, look: Look, box: Box) -> tuple[list[Node], float]:
    """Name, pinyin, sample tag, titles; and the y below them."""
    assert state.deputy is not None and state.name is not None
    style = "display" if look.width(state.name.text, "display") <= box.w else "h1"
    name = name_label(look, box.x, box.w, state.name, style)
    name = replace(name, box=name.box.moved(0, box.y), id="deputies.name")
    nodes: list[Node] = [name]
    tag_w = look.width(look.t("sample.tag"), "micro") + 24 if state.deputy.is_sample else 0.0
    latin = state.name.pinyin
    wide = look.width(latin, "body")
    line = look.style("body").line
    x = box.x + look.ruler(name.lines[-1], name.style) + 24
    y, bottom = name.box.bottom - line - 18, name.box.bottom
    if x + wide + 20 + tag_w > box.right:
        x, y, bottom = box.x, name.box.bottom, name.box.bottom + line
    nodes.append(look.text(x, y, min(wide + 2, box.right - x), latin, "body", color="ink2"))
    if state.deputy.is_sample:
        tagged, _ = sample_tag(look, x + wide + 20, y + (line - look.style("micro").line - 4) / 2)
        nodes += tagged
    column = Column(look, Box(box.x, bottom, box.w, 4000))
    for title in titles(state, look):
        column.text(title, "h3", gap=6)
    return nodes + column.nodes, column.y


def _nobody(state: ProfileState, look: Look) -> list[Node]:
    """An id that leads to nobody today: why, calmly, and a way on."""
    content = look.content
    why = state.trouble or "unknown"
    column = Column(look, Box(content.x, content.y + 56, content.w, content.h - 56))
    column.text(look.t(f"deputies.{why}"), "h1", role="heading", id="deputies.empty")
    column.text(look.t(f"deputies.{why}.body", since=state.since), "body", color="ink2", gap=16)
    high = button_height(look)
    top = max(column.y + 40, look.reach_top)
    wide = min(content.w, look.width(look.t("deputies.all"), "label_l") + 160)
    return [*column.nodes, *button(look, Box(content.x, top, wide, high), "deputies.all", look.t("deputies.all"))]
