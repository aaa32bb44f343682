"""A dozen reviewed pictures: the glass still looks as it did when somebody looked.

References are a quarter of the size, so that they show layout and colour and not the rasteriser's last bit. After a
wanted change: look at what changed, run once with UPDATE_PICTURES=1, and commit the new references with the change.
"""

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kiosk import drive
from kiosk.glass.driver import Driver
from screens.session import Variant

pytestmark = pytest.mark.glass

FOLDER = Path(__file__).parent / "pictures"
WIDE, TALL = (1920, 1080), (1080, 1920)
ZH, EN = Variant(), Variant("en")
REVIEWED = {
    "attract": ("attract", WIDE, ZH),
    "home": ("home", WIDE, ZH),
    "home-en-portrait": ("home", TALL, EN),
    "home-contrast-large": ("home", WIDE, Variant(theme="contrast", text="large")),
    "levels": ("exhibit:who-elects-whom/levels", WIDE, ZH),
    "levels-contrast": ("exhibit:who-elects-whom/levels", WIDE, Variant(theme="contrast")),
    "seats-portrait": ("exhibit:who-elects-whom/seats", TALL, ZH),
    "steps": ("exhibit:livelihood-vote/steps", WIDE, ZH),
    "ballot-en": ("exhibit:livelihood-vote/ballot", WIDE, EN),
    "deputies": ("deputies", WIDE, ZH),
    "mailbox": ("mailbox", WIDE, ZH),
    "mailbox-low-portrait": ("mailbox", TALL, Variant(reach="low")),
    "staff": ("staff", WIDE, ZH),
}
LOUD = 28  # of 255: what an eye would notice
MOST = 0.004  # share of pixels that may be that different


@pytest.mark.parametrize("name", REVIEWED)
def test_it_still_looks_as_reviewed(driver: Driver, name: str) -> None:
    screen, size, variant = REVIEWED[name]
    driver.resize(size)
    drive.show(driver, screen, variant)
    now = driver.picture().convert("RGB").reduce(4)
    file = FOLDER / f"{name}.png"
    if os.environ.get("UPDATE_PICTURES"):
        FOLDER.mkdir(exist_ok=True)
        now.save(file, optimize=True)
    assert file.exists(), f"no reviewed picture {file.name}; run once with UPDATE_PICTURES=1 and look at it"
    share = _different(now, Image.open(file).convert("RGB"))
    if share > MOST:
        now.save(Path(os.environ.get("TMPDIR", "/tmp")) / f"now-{name}.png")
    assert share <= MOST, f"{share:.2%} of {name} looks different"


def _different(a: Image.Image, b: Image.Image) -> float:
    if a.size != b.size:
        return 1.0
    loud = ImageChops.difference(a, b).convert("L").point(lambda v: 255 if v > LOUD else 0)
    return loud.histogram()[255] / (a.width * a.height)
