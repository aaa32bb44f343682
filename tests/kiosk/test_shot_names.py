"""What a picture is called."""

from kiosk.drive import _file_name
from screens.session import Variant

SIZE = (1920, 1080)


def test_a_name_says_screen_size_and_variant() -> None:
    name = _file_name("exhibit:timeline/line", SIZE, Variant("en", "contrast", "large", "low"))
    assert name == "exhibit-timeline-line_1920x1080_en_contrast_large_low"


def test_many_presses_give_names_that_a_disk_takes_and_that_differ() -> None:
    pressed = ["exhibit:timeline/line" + "+timeline.next" * count for count in (20, 21)]
    names = [_file_name(one, SIZE, Variant()) for one in pressed]
    assert all(len(name.encode()) < 230 for name in names)
    assert len(set(names)) == 2
