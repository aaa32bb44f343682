"""Where a visitor is inside an exhibit: which block is shown, and that block's own state."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from content.catalog import Catalog
from content.schema import Exhibit, Source
from screens.exhibit.blocks import BlockEffects, BlockModel, OpenBlock, kind_of
from screens.exhibit.gist import with_gist
from screens.flow import Place
from screens.screen import Effects, Go, Screen

SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class ExhibitState:
    """The exhibit, the block shown (`sources` is the page of sources), that block's state.

    While `cited`, the sources lie over the block: those of what was just read on it first. Questions of the bank cite
    `every` source there is, not only those of the exhibit.
    """

    exhibit: Exhibit
    block: str
    kind: str
    inner: Any
    sources: tuple[Source, ...]
    page: int = 0
    cited: bool = False
    every: tuple[Source, ...] = ()


class ExhibitScreen(Screen[ExhibitState]):
    """`about` is `<exhibit>`, `<exhibit>/<block>` or `<exhibit>/<block>/<part>`; what a part is, a block knows."""

    def __init__(
        self, catalog: Catalog, rng: random.Random, about: str, today: Callable[[], date] | None = None, tier: str = ""
    ) -> None:  # fmt: skip
        self._rng = rng
        self._today = today
        self._tier = tier
        self._about = about
        self._inner: BlockModel[Any] | None = None
        self._open(catalog)

    def _open(self, catalog: Catalog) -> None:
        exhibit_id, _, inside = self._about.partition("/")
        wanted, _, part = inside.partition("/")
        exhibit = catalog.exhibit(exhibit_id)
        block = next((one for one in exhibit.blocks if one.id == wanted), exhibit.blocks[0])
        sources = tuple(catalog.sources_of(exhibit_id))
        if wanted == SOURCES:
            self._inner = None
            self.state = ExhibitState(exhibit, SOURCES, SOURCES, None, sources)
            return
        self._inner = kind_of(block.kind).open(with_gist(exhibit, block), catalog, self._rng)
        if self._today is not None:
            self._inner.opened_on(self._today())
        if self._tier:
            self._inner.stands_at(self._tier)
        if part:
            self._inner.begin_at(part)
        every = catalog.exhibition.sources
        self.state = ExhibitState(exhibit, block.id, block.kind, self._inner.state, sources, every=every)

    def press(self, id: str, now: float) -> Effects:
        if id in ("exhibit.tab.sources", "dock.sources") and self._inner is not None:
            self.state = replace(self.state, cited=True, page=0)
            return ()
        if self.state.cited and id in ("dock.back", f"exhibit.tab.{self.state.block}"):
            self.state = replace(self.state, cited=False, page=0)
            return ()
        if id.startswith("exhibit.tab."):
            self.state = replace(self.state, cited=False)
            return self._to(id.removeprefix("exhibit.tab."))
        if id in ("exhibit.sources.next", "exhibit.sources.previous"):
            step = 1 if id.endswith("next") else -1
            self.state = replace(self.state, page=max(0, self.state.page + step))
            return ()
        if self.state.cited:
            return ()
        return self._after(self._inner.press(id, now)) if self._inner else ()

    def slide(self, id: str, share: float, now: float) -> Effects:
        return self._after(self._inner.slide(id, share, now)) if self._inner else ()

    def tick(self, now: float) -> Effects:
        return self._after(self._inner.tick(now)) if self._inner else ()

    def next_due(self, now: float) -> float | None:
        return self._inner.next_due(now) if self._inner and not self.state.cited else None

    @property
    def plays(self) -> bool:  # type: ignore[override]
        return self._inner is not None and self._inner.plays

    def leave(self, now: float) -> None:
        self._tell(lambda inner: inner.leave(now))

    def failed(self, id: str, now: float) -> None:
        self._tell(lambda inner: inner.failed(id, now))

    def renew(self, content: Catalog) -> None:
        """New content: the same block opens anew; where its content is unchanged, nothing moves."""
        try:
            exhibit = content.exhibit(self.state.exhibit.id)
        except KeyError:
            return
        if exhibit != self.state.exhibit:
            self._open(content)

    def _tell(self, tell: Callable[[BlockModel[Any]], None]) -> None:
        if self._inner is not None:
            tell(self._inner)
            self._after(())

    def _to(self, block: str) -> Effects:
        if block == self.state.block:
            return ()
        return (Go(Place("exhibit", f"{self.state.exhibit.id}/{block}")),)

    def _after(self, effects: BlockEffects) -> Effects:
        assert self._inner is not None
        if self._inner.state != self.state.inner:
            self.state = replace(self.state, inner=self._inner.state)
        out: list[Any] = []
        for effect in effects:
            out += self._to(effect.block) if isinstance(effect, OpenBlock) else [effect]
        return tuple(out)
