"""The way back is remembered; home is always one step away."""

from screens.flow import Flow, Place


def test_back_follows_the_way_taken() -> None:
    flow = Flow().home().go(Place("deputies")).go(Place("deputies", "A"))
    assert flow.back().here == Place("deputies")
    assert flow.back().back().here == Place("home")
    assert flow.back().back().back().here == Place("home")


def test_going_where_one_is_adds_no_step() -> None:
    flow = Flow().home().go(Place("mailbox"))
    assert flow.go(Place("mailbox")) == flow


def test_home_forgets_the_way() -> None:
    assert Flow().go(Place("deputies")).go(Place("home")).behind == ()


def test_history_is_bounded() -> None:
    flow = Flow()
    for i in range(100):
        flow = flow.go(Place("deputies", str(i)))
    assert len(flow.behind) <= 12
