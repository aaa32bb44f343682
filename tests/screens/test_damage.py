"""What is drawn anew holds every change, and costs no more than one rectangle around them all would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from screens.scene import Box
from screens.widgets.damage import Damage, Parts, area
from screens.widgets.frame import Frame

WIDE, HIGH = 1920, 1080


def damage() -> Damage:
    found = Damage(Frame.of((WIDE, HIGH), (WIDE, HIGH)))
    assert found.take() is None, "what was never drawn is drawn whole"
    return found


def holds(parts: Parts | None, box: Box) -> bool:
    """Whether a design box lies in one of the parts, as far as it lies on the glass."""
    if parts is None:
        return True
    left, right = max(0.0, box.x), min(float(WIDE), box.right)
    bottom, top = max(0.0, HIGH - box.bottom), min(float(HIGH), HIGH - box.y)
    return any(x <= left and y <= bottom and x + w >= right and y + h >= top for x, y, w, h in parts)


BOXES = st.builds(
    Box, st.floats(0, WIDE - 1), st.floats(0, HIGH - 1), st.floats(1, WIDE / 2), st.floats(1, HIGH / 2)
)  # fmt: skip


@given(st.lists(BOXES, min_size=1, max_size=30))
def test_every_change_is_drawn_in_few_parts(boxes: list[Box]) -> None:
    found = damage()
    for box in boxes:
        found.add(box)
    parts = found.take()
    assert all(holds(parts, box) for box in boxes)
    assert parts is None or 1 <= len(parts) <= 6
    assert parts is None or (area(parts) or 0) <= 0.62 * WIDE * HIGH + 6 * (WIDE + HIGH)
    assert found.take() is None, "nothing is left for the next frame"


def test_two_ends_of_the_glass_are_two_parts_and_neighbours_are_one() -> None:
    found = damage()
    found.add(Box(40, 40, 200, 100))
    found.add(Box(1600, 900, 200, 100))
    far = found.take()
    assert far is not None and len(far) == 2 and (area(far) or 0) < 80_000
    found.add(Box(40, 40, 200, 100))
    found.add(Box(250, 40, 200, 100))
    near = found.take()
    assert near is not None and len(near) == 1


def test_nearly_everything_is_everything_and_so_is_what_nobody_explains() -> None:
    found = damage()
    found.add(Box(0, 0, WIDE, HIGH * 0.7))
    assert found.take() is None
    assert found.take() is None
    found.add(Box(0, 0, 10, 10))
    found.all()
    found.add(Box(0, 0, 10, 10))
    assert found.take() is None
