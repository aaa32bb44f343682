"""What touches do to the timeline: the line, the lanes, the rounds of cards, the pairs."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from content.civics.dated import order_key
from content.schema import TimelineBlock
from screens.exhibit.blocks import BlockEffects, BlockModel
from screens.exhibit.blocks.timeline.state import Mode, TimelineState

SLIDER = "timeline.slider"


class TimelineModel(BlockModel[TimelineState]):
    """Begins at the first event of the lanes that are on. Cards are dealt by `rng`, never in their right order."""

    def __init__(self, block: TimelineBlock, rng: random.Random) -> None:
        self._rng = rng
        lanes = tuple(one.id for one in block.lanes if one.shown)
        ordered = tuple(sorted(block.events, key=lambda one: order_key(one.day, one.precision)))
        first = next(one for one in ordered if one.lane in lanes)
        self.state = TimelineState(block, ordered, lanes, first.id)
        if block.orders:
            self._deal(0)

    def opened_on(self, today: date) -> None:
        self.state = replace(self.state, today=today)

    def press(self, id: str, now: float) -> BlockEffects:
        state = self.state
        if id == "dock.back":
            if state.mode != "line":
                self._mode("line")
            return ()
        verb, _, rest = id.removeprefix("timeline.").partition(".")
        if not id.startswith("timeline."):
            return ()
        if verb == "mode":
            self._mode(rest)
        elif verb in ("page", "told"):
            self._page(rest)
        elif state.mode == "line":
            self._on_line(verb, rest)
        elif state.mode == "order":
            self._on_order(verb, rest)
        else:
            self._on_pairs(verb, rest)
        return ()

    def slide(self, id: str, share: float, now: float) -> BlockEffects:
        if id == SLIDER and self.state.mode == "line":
            last = len(self.state.events) - 1
            self._to(self.state.events[round(min(max(share, 0.0), 1.0) * last)].id)
        return ()

    # -- all three ----------------------------------------

    def _mode(self, wanted: str) -> None:
        block = self.state.block
        known: dict[str, Mode] = {"line": "line"}
        if block.orders:
            known["order"] = "order"
        if block.pairs:
            known["pairs"] = "pairs"
        if wanted in known and known[wanted] != self.state.mode:
            self.state = replace(self.state, mode=known[wanted], page=0)

    def _page(self, rest: str) -> None:
        steps = {"prev": self.state.page - 1, "next": self.state.page + 1}
        to = steps[rest] if rest in steps else int(rest) if rest.isdecimal() else self.state.page
        self.state = replace(self.state, page=max(0, min(to, 99)))

    # -- the line ----------------------------------------

    def _on_line(self, verb: str, rest: str) -> None:
        state = self.state
        if verb in ("prev", "next"):
            at = state.index + (1 if verb == "next" else -1)
            if 0 <= at < len(state.events):
                self._to(state.events[at].id)
        elif verb == "lane" and any(one.id == rest for one in state.switches):
            self._switch(rest)
        elif verb == "later" and state.later:
            self._jump(state.later)
        elif verb == "earlier" and state.earlier:
            self._jump(state.earlier)

    def _to(self, event: str) -> None:
        if event != self.state.at:
            self.state = replace(self.state, at=event, page=0)

    def _jump(self, event: str) -> None:
        """To an event wherever it is: its lane is switched on."""
        lane = self.state.named(event).lane
        if lane not in self.state.lanes:
            self.state = replace(self.state, lanes=(*self.state.lanes, lane))
        self._to(event)

    def _switch(self, lane: str) -> None:
        """On: its first event comes up. Off: if its event was shown, the one before it takes its place."""
        state = self.state
        if lane not in state.lanes:
            wider = replace(state, lanes=(*state.lanes, lane))
            first = next(one.id for one in wider.events if one.lane == lane)
            self.state = replace(wider, at=first, page=0)
            return
        rest = replace(state, lanes=tuple(one for one in state.lanes if one != lane))
        before = [one.id for one in state.events[: state.index + 1] if one.lane != lane]
        at = state.at if state.event.lane != lane else before[-1] if before else rest.events[0].id
        self.state = replace(rest, at=at, page=0)

    # -- the cards ----------------------------------------

    def _on_order(self, verb: str, rest: str) -> None:
        state = self.state
        if verb == "card" and rest in state.order.events:
            if state.told:
                self._mode("line")
                self._jump(rest)
            else:
                self._pick(rest)
        elif verb == "tell" and len(state.picked) == len(state.dealt) and not state.told:
            self.state = replace(state, told=True, page=0)
        elif verb == "another" and state.told:
            self._deal((state.round + 1) % len(state.block.orders))

    def _pick(self, card: str) -> None:
        """A card is taken next; one that was taken is put back, with those taken after it."""
        picked = self.state.picked
        kept = picked[: picked.index(card)] if card in picked else (*picked, card)
        self.state = replace(self.state, picked=kept)

    def _deal(self, round: int) -> None:
        dealt = replace(self.state, round=round, picked=(), told=False, page=0)
        cards = list(dealt.order.events)
        self._rng.shuffle(cards)
        if tuple(cards) == dealt.right:
            cards.reverse()
        self.state = replace(dealt, dealt=tuple(cards))

    # -- the pairs ----------------------------------------

    def _on_pairs(self, verb: str, rest: str) -> None:
        state = self.state
        if verb == "open" and not state.opened:
            self.state = replace(state, opened=True, page=0)
        elif verb == "another":
            self.state = replace(state, pair=(state.pair + 1) % len(state.block.pairs), opened=False, page=0)
