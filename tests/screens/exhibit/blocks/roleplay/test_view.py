"""Every picture of the talk stands in every variant, and says by more than colour where each side stands."""

from dataclasses import replace
from itertools import pairwise

import pytest

from screens.exhibit.blocks.roleplay import KIND
from screens.exhibit.blocks.roleplay.tracks import MARK_R
from screens.exhibit.blocks.roleplay.view import view
from screens.exhibit.model import ExhibitState
from screens.exhibit.view import view as framed
from screens.scene import Disc, Group, Icon, targets
from tests.screens.exhibit.blocks.d1 import measured
from tests.screens.exhibit.blocks.d6 import EXHIBIT, TALK, at_propose, talk_press, talk_walk
from tests.screens.looks import all_looks, complaints, labels, look


def shown(state, here):
    return framed(ExhibitState(EXHIBIT, TALK.id, TALK.kind, state, ()), here)


def said(state, here):
    return [one.full for one in labels(view(state, here, here.content).nodes)]


@pytest.mark.parametrize("scene", [one.id for one in TALK.scenes])
def test_every_step_stands_in_every_variant_and_on_every_page(scene):
    for state in talk_walk(scene):
        for here in all_looks():
            for page in range(3):
                assert complaints(shown(replace(state, page=page), here).nodes, here) == []


def test_the_walk_stands_in_the_fonts_that_are_shipped():
    for state in talk_walk("road"):
        for here in map(measured, all_looks()):
            assert complaints(shown(state, here).nodes, here) == []


@pytest.mark.parametrize("phase", ["role", "meet", "listen", "propose", "why", "vote", "sign", "oral", "end"])
def test_every_step_says_that_it_is_a_simulation(phase):
    state = next(one for one in talk_walk("lift") if one.phase == phase)
    for here in all_looks():
        drawn = view(state, here, here.content)
        assert drawn.sample
        assert here.t("talk.sim") in [one.full for one in labels(drawn.nodes)]


def marks(state, here):
    return {
        one.key: one.dx for one in view(state, here, here.content).nodes
        if isinstance(one, Group) and one.key.startswith("talk.mark.")
    }  # fmt: skip


def test_a_change_of_the_proposal_moves_the_sides_on_their_tracks():
    for here in all_looks():
        model = at_propose()
        before = marks(model.state, here)
        after = marks(talk_press(model, "offer.cost.by-floor"), here)
        assert after["talk.mark.low"] > before["talk.mark.low"]
        assert after["talk.mark.high"] < before["talk.mark.high"]
        assert after["talk.mark.away"] > before["talk.mark.away"]


@pytest.mark.parametrize("scene", ["lift", "yard"])
def test_the_tracks_of_two_sides_never_meet(scene):
    for state in talk_walk(scene):
        if state.phase not in ("propose", "end"):
            continue
        for here in all_looks():
            drawn = view(state, here, here.content).nodes
            discs = [node.nodes[0] for node in drawn if isinstance(node, Group)]
            ys = sorted(disc.y for disc in discs)
            least = here.style("label").line + 2 * MARK_R
            assert all(b - a >= least for a, b in pairwise(ys))


def test_how_content_a_side_is_stands_in_a_word_a_number_and_a_sign():
    here = look()
    state = at_propose().state
    words = said(state, here)
    for number, word in (("10", "满意"), ("2", "不同意"), ("5", "能接受")):
        assert number in words
        assert words.count(word) == 2  # once over the tracks, once beside the side
    signs = {one.name for one in view(state, here, here.content).nodes if isinstance(one, Icon)}
    assert {"check", "close", "dot"} <= signs


def test_a_side_that_was_not_heard_has_no_place_on_its_track():
    here = look()
    model = at_propose()
    heard = marks(model.state, here)
    silent = replace(model.state, heard=("low",))
    assert set(marks(silent, here)) == set(heard) - {"talk.mark.away"}
    assert "还没听过" in said(silent, here)
    why = said(replace(silent, phase="why"), here)
    assert "还没听过这一方，不知道他们看重什么。" in why


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_large_text_reaches_every_offer_by_paging(language):
    for landscape in (True, False):
        here = look(landscape, language, text="large")
        state = at_propose("road", "edge", "video").state
        found = set()
        for page in range(6):
            drawn = view(replace(state, page=page), here, here.content)
            found |= {one.id for one in targets(drawn.nodes) if one.id.startswith("talk.offer.")}
        assert len(found) == 9


def test_seats_fill_as_people_come():
    here = look()

    def filled(name):
        model = at_propose()
        model.state = replace(model.state, phase="meet", gathering_id=name)
        nodes = view(model.state, here, here.content).nodes
        return len([one for one in nodes if isinstance(one, Disc) and one.color == "teal"])

    assert (filled("office"), filled("yard"), filled("call")) == (5, 10, 11)


def test_the_end_says_what_was_agreed_given_up_and_checked():
    here = look()
    end = talk_walk("lift")[-1]
    pages = [text for page in range(4) for text in said(replace(end, page=page), here)]
    for heading in ("写进协议的", "你这一方让了什么", "谁满意，谁不满意，为什么", "以后怎样检查"):
        assert heading in pages
    for _, offer in end.offers:
        assert any(offer.clause.zh_hans in text for text in pages)
    assert any(end.checking.clause.zh_hans in text for text in pages)
    found, every = end.ways_out
    assert any(f"{every} 种方案里，这次会上有 {found} 种谈得拢" in text for text in pages)


def test_the_kind_is_registered_under_its_schema_name():
    assert KIND.kind == TALK.kind
