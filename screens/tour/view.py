"""The pages of a tour, and its guide in the dock around whatever is shown."""

from __future__ import annotations

from dataclasses import replace

from screens.look import Look
from screens.parts.guide import Guide, GuideItem
from screens.parts.overlays import Choice, Sheet
from screens.screen import View
from screens.tour.card_view import card_view
from screens.tour.choose_view import choose_view
from screens.tour.hosted import Exhibits
from screens.tour.over_view import over_view
from screens.tour.quiz_view import quiz_view
from screens.tour.setup_view import setup_view
from screens.tour.state import TourState
from screens.tour.vote_view import vote_view


def view(state: TourState, look: Look, exhibits: Exhibits) -> View:
    """What the state asks for; a tour under way leads from the dock."""
    if state.page == "choose":
        return choose_view(state, look)
    if state.page == "set_up":
        return setup_view(state, look)
    if state.page == "over" or not state.running:
        return over_view(state, look)
    shown = _stop(state, look, exhibits)
    return replace(shown, guide=_guide(state, look), sheet=_sheet(state, look) or shown.sheet, hint="", action=None)


def _stop(state: TourState, look: Look, exhibits: Exhibits) -> View:
    if state.page == "card":
        return card_view(state, look)
    if state.stop.plays == "vote" and state.vote is not None:
        return vote_view(state, look)
    if state.stop.plays == "quiz":
        return quiz_view(state, look)
    return exhibits.view(state.inner, look) if state.inner is not None else card_view(state, look)


def _guide(state: TourState, look: Look) -> Guide:
    run = state.run
    assert run is not None
    here = look.t("tour.at", i=run.at + 1, n=len(state.stops))
    items = _items(state, look)
    if not state.led:
        lines = (here, look.t("tour.here.own", n=-(-run.leg.planned_ms // 60_000)))
        return Guide(lines, items, _more(look), "" if look.landscape and not look.large else here, leaves=True)
    left = look.t("tour.here.paused") if run.paused else look.t("tour.here", n=state.left_here)
    whole = look.t("tour.whole", n=state.left)
    if look.landscape:  # large items leave no room for the lines in the dock
        status = f"{here} · {left} · {whole}" if look.large else whole
        return Guide((here, left), items, _more(look), status)
    return Guide((here, left), items, _more(look), left)


def _more(look: Look) -> GuideItem:
    return GuideItem("tour.controls", "school", look.t("tour.controls"))


def _items(state: TourState, look: Look) -> tuple[GuideItem, ...]:
    run = state.run
    assert run is not None
    word = look.t("tour.finish") if state.last and not state.led else look.t("tour.skip")
    task = GuideItem("tour.task", "list", look.t("tour.task"), look.t("tour.task.spoken"), state.page == "card")
    on = GuideItem("tour.skip", "next", word, look.t("tour.skip.spoken"))
    end = GuideItem("tour.end", "close", look.t("tour.end"))
    if not state.led:
        return task, on, end
    paused = run.paused
    pause = GuideItem("tour.pause", "play" if paused else "pause", look.t("tour.resume" if paused else "tour.pause"))
    more = GuideItem("tour.more", "plus", look.t("tour.more"), look.t("tour.more.spoken"), run.to_give_ms == 0)
    return task, pause, more, on, end


def _sheet(state: TourState, look: Look) -> Sheet | None:
    """The question before the end; in portrait all that the leader may do."""
    if state.sheet == "end":
        sure = (
            Choice("tour.end.no", look.t("tour.end.no"), "primary"),
            Choice("tour.end.yes", look.t("tour.end.yes")),
        )
        return Sheet(look.t("tour.end.q"), (look.t("tour.end.body" if state.led else "tour.end.own"),), sure)
    if state.sheet != "controls":
        return None
    guide = _guide(state, look)
    items = [one for one in guide.items if not one.disabled]
    choices = tuple(Choice(one.id, one.text, icon=one.icon) for one in items)
    body = (guide.lines[1], look.t("tour.whole", n=state.left)) if state.led else (guide.lines[1],)
    return Sheet(guide.lines[0], body, (*choices, Choice("tour.close", look.t("tour.close"), "primary")))
