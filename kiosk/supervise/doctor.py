"""What is wrong with this station, in sentences that name the cure. Looks; changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.config import Settings

_LEAST_FREE_MB = 512
_LEAST_CAPITAL_MM = 4.8  # ADA 707.7 (rule C-08)


@dataclass(frozen=True)
class Complaint:
    """One finding; `serious` ones keep visitors from using the station."""

    text: str
    serious: bool = False

    def __str__(self) -> str:
        return ("! " if self.serious else "- ") + self.text


def examine(settings: Settings, environ: Mapping[str, str]) -> list[Complaint]:
    """Every complaint about this station, the serious ones first."""
    checks: list[Callable[[], Iterator[Complaint]]] = [
        lambda: _home(settings),
        _fonts,
        _art,
        _engine,
        _writing,
        _films,
        lambda: _voice(settings),
        lambda: _microphone(settings),
        lambda: _road(settings),
        lambda: _display(environ),
        lambda: _staff(settings),
        lambda: _site(settings),
    ]
    found = [complaint for check in checks for complaint in check()]
    return sorted(found, key=lambda one: not one.serious)


def _home(settings: Settings) -> Iterator[Complaint]:
    home = Path(settings.home)
    try:
        home.mkdir(parents=True, exist_ok=True)
        probe = home / ".doctor"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        yield Complaint(
            f"The state folder {home} can't be written ({error.strerror}); letters could not be kept.", True
        )
        return
    free = shutil.disk_usage(home).free >> 20
    if free < _LEAST_FREE_MB:
        yield Complaint(f"Only {free} MB are free under {home}; free some, or new content will be refused.")


def _fonts() -> Iterator[Complaint]:
    from media.fonts import FACES

    missing = [path.name for path in FACES.values() if not path.exists()]
    if missing:
        yield Complaint(f"Fonts are missing ({', '.join(missing)}); run `make setup`.", True)


def _art() -> Iterator[Complaint]:
    from media import images

    try:
        images.icon("home", 48)
        images.art("scene_with_cable", "light", 1.0)
    except (LookupError, OSError) as error:
        yield Complaint(f"Drawings are missing ({error}); run `make setup`.", True)


def _engine() -> Iterator[Complaint]:
    from screens.inputs.engine import open_engine

    engine = open_engine()
    try:
        if engine.kind == "letters":
            yield Complaint(
                f"No pinyin engine could be opened ({engine.reason}); visitors can type Latin letters only."
            )
    finally:
        engine.close()


def _films() -> Iterator[Complaint]:
    if shutil.which("ffmpeg") is None:
        yield Complaint("ffmpeg is not installed: films are told in words only. Install it: apt-get install ffmpeg")


def _voice(settings: Settings) -> Iterator[Complaint]:
    if settings.voice == "silent":
        return
    lost = {
        "aplay": "nothing that is read aloud is heard. Install it: apt-get install alsa-utils",
        "espeak-ng": "only what was recorded is read aloud. Install it: apt-get install espeak-ng",
    }
    for program, loss in lost.items():
        if shutil.which(program) is None:
            yield Complaint(f"{program} is not installed: {loss}")


def _microphone(settings: Settings) -> Iterator[Complaint]:
    from media.dictaphone import missing

    why = missing(settings.microphone)
    if why and settings.microphone != "off":
        yield Complaint(f"Letters can't be spoken: {why}")


def _writing() -> Iterator[Complaint]:
    from screens.inputs import following
    from screens.inputs.handwriting.reader import MODEL
    from screens.inputs.strokes.table import TABLE

    without = {MODEL: "read handwriting", TABLE: "be written on by strokes", following.LIST: "offer the rest of a word"}
    for file, what in without.items():
        if not file.is_file():
            yield Complaint(f"{file.name} is missing; this station can't {what}. Run `make setup`.")


def _road(settings: Settings) -> Iterator[Complaint]:
    from kiosk.late import Late
    from kiosk.road import Road
    from sync.errors import OutboxError, SyncError
    from sync.outbox import Outbox

    try:
        outbox = Outbox(Path(settings.home) / "outbox.sqlite")
    except OutboxError as error:
        yield Complaint(f"The outbox can't be opened ({error}); letters are refused until it can.", True)
        return
    try:
        from kiosk.commands import _wall

        road = Road(settings, Late(lambda: outbox), _wall)
        if road.enrolment is None:
            yield Complaint("This station belongs to no hub; enrol it with `kiosk enrol --hub URL --code CODE`.")
            return
        if road.open_current() is None:
            yield Complaint("No content has been fetched yet; the bundled exhibition is shown.")
        try:
            road.sync_once()
        except SyncError as error:
            yield Complaint(f"The hub can't be reached or was refused ({error}); {outbox.depth()} letters wait.")
    except SyncError as error:
        yield Complaint(f"The enrolment can't be read ({error}); enrol again with --replace.", True)
    finally:
        outbox.close()


def _display(environ: Mapping[str, str]) -> Iterator[Complaint]:
    if not environ.get("DISPLAY") and environ.get("SDL_VIDEODRIVER") not in ("offscreen", "KMSDRM", "kmsdrm"):
        yield Complaint("There is no display here (DISPLAY is not set); `make run` starts a virtual one.")


def _staff(settings: Settings) -> Iterator[Complaint]:
    if not settings.staff_pin_hash:
        yield Complaint("No staff PIN is set; make one with `kiosk pin` and put it into staff_pin_hash.")


def _site(settings: Settings) -> Iterator[Complaint]:
    from kiosk.siting import Siting, capital_mm
    from screens import tokens

    site = Siting(settings).now()
    if site is None:
        yield Complaint(
            "Nobody measured where the glass hangs; set glass_width_mm, glass_height_mm and glass_edge_mm, "
            "or measure on the staff page. Until then low reach is the lower 60 % of a portrait glass."
        )
        return
    for problem in site.problems():
        yield Complaint(f"Low reach can't be kept: {problem}.")
    small = capital_mm(site, tokens.load().style("meta", settings.text))
    if small < _LEAST_CAPITAL_MM:
        yield Complaint(
            f"On this glass the smallest text is {small:.1f} mm high, less than {_LEAST_CAPITAL_MM} mm; set text = "
            f"{'huge' if settings.text == 'large' else 'large'}."
        )
