"""A film on the glass, by the real ffmpeg: pictures move, captions come at their time, and it ends with its page."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from content.catalog import Catalog
from content.schema import FilmBlock
from kiosk.drive import show
from kiosk.glass.driver import Driver
from media.films import Films
from media.heard import HeardVoice
from screens.session import Variant
from screens.widgets import reels
from screens.widgets.damage import area
from tests.media.clips import clip

pytestmark = pytest.mark.glass

FILM = "exhibit:who-elects-whom/film"
ZH, EN = Variant("zh-Hans"), Variant("en")


def players(name: str = "levels-film") -> list[str]:
    """The films that ffmpeg plays now, for this process."""
    found = []
    for one in Path("/proc").iterdir():
        try:
            words = (one / "cmdline").read_bytes().split(b"\0")
            parent = (one / "stat").read_text().rpartition(")")[2].split()[1]
        except (OSError, IndexError):
            continue
        if words[0] == b"ffmpeg" and int(parent) == os.getpid():
            found += [word.decode() for word in words if word.startswith(b"file:") and name.encode() in word]
    return found


def soon(condition: Callable[[], bool], seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()


def widget(driver: Driver, id: str) -> dict[str, Any] | None:
    return next((one for one in driver.describe()["widgets"] if one["id"] == id), None)


def shown(driver: Driver, id: str = "film.picture") -> Image.Image:
    """What is on the glass where the film is."""
    found = widget(driver, id)
    assert found is not None and found["text"] == "", "the film, not its description"
    x, y, w, h = (int(one) for one in found["bounds"])
    return driver.picture().crop((x, y, x + w, y + h * 2 // 3))  # above the captions


def differ(a: Image.Image, b: Image.Image) -> bool:
    return ImageChops.difference(a, b).point(lambda value: 255 if value > 40 else 0).getbbox() is not None


def caption(driver: Driver) -> str:
    found = widget(driver, "film.caption")
    return "" if found is None else str(found["text"])


def state(driver: Driver) -> Any:
    return driver.app.station.director.model.state.inner


def press(driver: Driver, id: str) -> None:
    driver.tap(*driver.center_of(id))


@pytest.fixture
def film(fresh: Driver) -> Iterator[Driver]:
    show(fresh, FILM, ZH)
    yield fresh
    fresh.app.station.director.end_visit()
    fresh.shell.refresh()


def changed(driver: Driver, monkeypatch: pytest.MonkeyPatch, media: Path | None = None, **fields: object) -> None:
    """The same exhibition with another film in it, until the test is over."""
    shelf = driver.app.station.shelf
    old = shelf.catalog
    exhibits = tuple(
        one.model_copy(
            update={
                "blocks": tuple(
                    block.model_copy(update=fields) if isinstance(block, FilmBlock) else block for block in one.blocks
                )
            }
        )
        for one in old.exhibition.exhibits
    )
    found = old.media if media is None else (lambda path: media if path.endswith(".mp4") else old.media(path))
    new = Catalog(old.exhibition.model_copy(update={"exhibits": exhibits}), found)
    monkeypatch.setattr(shelf, "catalog", new)


def test_nothing_runs_before_it_is_first_played(film: Driver) -> None:
    assert players() == [] and widget(film, "film.caption") is None
    assert shown(film).getcolors(1 << 20) is not None
    assert film.app.station.director.next_due() > 1.0


def test_pictures_move_and_captions_come_at_their_times(film: Driver) -> None:
    press(film, "film.play")
    film.wait_real(lambda: state(film).second >= 2, 30.0)
    said, first = caption(film), shown(film)
    assert said == "从乡镇到区县，到市，再到全国，都有人民代表大会。"
    film.wait_real(lambda: state(film).second >= 7, 60.0)
    assert caption(film) == "乡镇人大的代表，由选民直接选举。"
    assert differ(first, shown(film))
    assert len(players()) == 1
    film.advance(30.0)
    film.advance(1.0)
    assert state(film).ended and not film.app.station.director.model.plays
    assert film.wait_real(lambda: players() == [], 20.0)
    assert caption(film) == ""


def test_the_film_is_where_its_caption_is(film: Driver) -> None:
    """At 12 seconds slips fly to the county's hall: the frame of that moment is on the glass, not a later one."""
    for id in ("film.on", "film.on"):
        press(film, id)
    early = shown(film)
    assert state(film).at == 10.0 and caption(film) == "区县人大的代表，也由选民直接选举。"
    press(film, "film.back")
    press(film, "film.on")
    assert not differ(early, shown(film)), "the same moment looks the same"
    assert soon(lambda: players() == []), "a film that stands still has no process"


def test_pause_stops_the_process_and_the_page_is_still(film: Driver) -> None:
    press(film, "film.play")
    film.wait_real(lambda: state(film).second >= 2, 30.0)
    press(film, "film.surface")
    assert not film.app.station.director.model.plays and soon(lambda: players() == [])
    held = shown(film)
    film.advance(3.0)
    assert not differ(held, shown(film))
    assert film.app.station.director.next_due() > 1.0
    assert all(one.looking is None for one in film.shell._reels._held.values())  # type: ignore[union-attr]
    press(film, "film.play")
    film.wait_real(lambda: state(film).second >= 4, 30.0)
    assert len(players()) == 1 and differ(held, shown(film))


@pytest.mark.parametrize("way", ["dock.home", "dock.back", "exhibit.tab.seats"])
def test_leaving_the_page_ends_the_process_and_keeps_the_place(film: Driver, way: str) -> None:
    press(film, "film.play")
    film.wait_real(lambda: state(film).second >= 2, 30.0)
    model = film.app.station.director.model
    press(film, way)
    assert soon(lambda: players() == [])
    assert not model.plays and 2.0 <= model.state.inner.at < 4.0
    stood = model.state.inner.at
    film.advance(5.0)
    assert model.state.inner.at == stood


def test_a_wipe_ends_it(film: Driver) -> None:
    press(film, "film.play")
    film.wait_real(lambda: len(players()) == 1, 10.0)
    film.app.station.director.end_visit()
    film.shell.refresh()
    assert soon(lambda: players() == [])
    show(film, FILM, ZH)
    assert not state(film).begun


def test_another_language_another_caption_and_the_same_film(film: Driver) -> None:
    press(film, "film.play")
    film.wait_real(lambda: state(film).second >= 2, 30.0)
    press(film, "dock.language")
    assert film.app.station.director.model.plays and len(players()) == 1
    assert caption(film).startswith("Township, county, city and nation")
    press(film, "dock.language")
    film.wait_real(lambda: state(film).second >= 6, 30.0)
    words = state(film).block.cues[1].words
    assert caption(film) == (words.zh_hant or words.zh_hans)  # set-up has made the Traditional ones
    press(film, "dock.contrast")
    film.wait_real(lambda: any("contrast" in one for one in players()), 10.0)
    assert film.app.station.director.model.plays and soon(lambda: len(players()) == 1)


def test_nobody_is_asked_or_wiped_while_a_film_plays(film: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(film, monkeypatch, seconds=300)
    show(film, FILM, ZH)
    press(film, "film.play")
    director = film.app.station.director
    film.advance(290.0)
    assert director.model.plays and director.session.awake
    assert not any(one.name == "idle" for one in film.shell.current.layers)  # type: ignore[union-attr]
    film.advance(12.0)
    assert not director.model.plays and director.session.awake
    film.advance(400.0)
    assert not director.session.awake, "afterwards the idle clock runs as ever"


@pytest.mark.parametrize("trouble", ["no ffmpeg", "no file", "no film"])
def test_a_film_that_cannot_be_played_is_told_instead(
    film: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, trouble: str
) -> None:
    if trouble == "no ffmpeg":
        broken = Films(lambda path: film.app.station.shelf.catalog.media(path), program="no-such-program")
        monkeypatch.setattr(film.shell._reels, "_films", lambda: broken)
    else:
        other = tmp_path / "gone.mp4"
        if trouble == "no film":
            other.write_bytes(b"not a film at all" * 100)
        changed(film, monkeypatch, other)
        show(film, FILM, ZH)
    press(film, "film.play")
    film.wait_real(lambda: state(film).broken, 10.0)
    words = [str(one["text"]) for one in film.describe()["widgets"]]
    assert any("现在放不了" in one for one in words) and any("几座山" in one for one in words)
    press(film, "film.part.1")
    assert any("市人大的代表" in str(one["text"]) for one in film.describe()["widgets"]), "what is said stands here"
    assert not film.app.station.director.model.plays
    picture = widget(film, "film.picture")
    assert picture is not None and picture["text"] == "", "the poster is there"
    assert film.app.station.director.flow.here.screen == "exhibit", "and the page did not break"
    assert not any(one["id"].startswith("film.play") for one in film.describe()["widgets"])


def test_a_damaged_film_ends_in_words_while_it_plays(
    film: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = clip(6).read_bytes()
    middle = whole.index(b"mdat") + (len(whole) - whole.index(b"mdat")) // 3
    damaged = tmp_path / "damaged.mp4"
    damaged.write_bytes(whole[:middle] + bytes(len(whole) - middle))
    changed(film, monkeypatch, damaged, seconds=6)
    show(film, FILM, ZH)
    press(film, "film.play")
    assert film.wait_real(lambda: state(film).broken or state(film).ended, 30.0)
    assert film.app.station.director.flow.here.screen == "exhibit"
    assert soon(lambda: players("damaged") == [])


def test_sign_language_is_seen_beside_the_film_and_only_when_asked_for(
    film: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No such footage exists: a test picture proves the way. It is never shipped."""
    old = film.app.station.shelf.catalog.media
    changed(film, monkeypatch, sign="levels-sign.mp4")
    own = film.app.station.shelf.catalog
    monkeypatch.setattr(own, "media", lambda path: clip(30, "160x180", 10) if "sign" in path else old(path))
    show(film, FILM, ZH)
    press(film, "film.play")
    film.wait_real(lambda: state(film).second >= 2, 30.0)
    assert widget(film, "film.sign") is None and players("160x180") == []
    press(film, "film.signs")
    film.wait_real(lambda: widget(film, "film.sign") is not None, 10.0)
    film.wait_real(lambda: state(film).second >= 4, 30.0)
    sign = widget(film, "film.sign")
    assert sign is not None and sign["text"] == "" and len(players("160x180")) == 1
    one = shown(film, "film.sign")
    film.wait_real(lambda: state(film).second >= 6, 30.0)
    assert differ(one, shown(film, "film.sign"))
    held = {key: reel.shown_s for key, reel in film.shell._reels._held.items()}  # type: ignore[union-attr]
    assert held["film"] == pytest.approx(held["film.sign"], abs=0.3)
    press(film, "film.signs")
    assert soon(lambda: players("160x180") == []) and len(players()) == 1


def test_what_is_read_aloud_stops_when_the_film_begins_and_captions_are_not_read(film: Driver) -> None:
    voice = film.app.station.voice
    assert isinstance(voice, HeardVoice)
    show(film, FILM, Variant("zh-Hans", speaking=True))
    heard = [str(one["text"]) for one in voice.log.take() if "text" in one]
    assert any("几座山，由近到远" in one for one in heard), "what it shows is described"
    press(film, "film.play")
    film.wait_real(lambda: state(film).second >= 6, 60.0)
    press(film, "film.play")
    film.advance(2.0)
    said = [str(one["text"]) for one in voice.log.take() if "text" in one]
    assert not any("选民直接选举" in one for one in said), "captions are for eyes"


def test_a_film_that_is_moved_is_not_drawn_again_before_its_frame_comes(film: Driver) -> None:
    press(film, "film.play")
    film.wait_real(lambda: state(film).second >= 2, 30.0)
    press(film, "film.surface")
    film.wait_real(lambda: not film.shell.awaits_photos, 20.0)
    picture = widget(film, "film.picture")
    assert picture is not None
    x, y, w, h = (float(one) for one in picture["bounds"])
    film.frame()
    painter = film.shell.painter
    assert painter is not None
    painter.damage.take()
    film.app.station.director.slide("film.slide", 0.5)
    film.shell.refresh()
    assert state(film).second == 15
    assert painter.damage._boxes and not painter.damage._all
    assert not any(one.contains(x + w / 2, y + h / 2) for one in painter.damage._boxes)
    film.wait_real(lambda: not film.shell.awaits_photos, 20.0)
    assert shown(film).getbbox() is not None and film.shell._reels.shows("film")  # type: ignore[union-attr]


def test_frames_do_not_draw_the_whole_glass(film: Driver) -> None:
    press(film, "film.play")
    film.wait_real(lambda: state(film).second >= 2, 30.0)
    rects = []
    for _ in range(40):
        film.shell.take_damage()
        film.frame()
        time.sleep(0.02)
        painter = film.shell.painter
        assert painter is not None
        if painter.damage._boxes and not painter.damage._all:
            rects.append(painter.damage.take())
    assert rects and all((area(one) or 1e9) < 0.45 * 1920 * 1080 for one in rects)


class Heard:
    """Stands for the process that plays what is heard; notes from where on."""

    def __init__(self, at: float) -> None:
        self.at = at
        self.closed = False

    def close(self) -> None:
        self.closed = True


class Loud(Films):
    """Films whose sound is noted, not played."""

    def __init__(self, driver: Driver) -> None:
        super().__init__(lambda path: driver.app.station.shelf.catalog.media(path))
        self.heard: list[Heard] = []

    def hear(self, path: str, start_s: float) -> Any:
        self.heard.append(Heard(start_s))
        return self.heard[-1]

    @property
    def open(self) -> int:
        return sum(not one.closed for one in self.heard)


def test_the_sound_of_films_goes_and_comes_back_while_they_play_and_with_the_next_visitor(
    film: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(film, monkeypatch, sound=True)
    loud = Loud(film)
    monkeypatch.setattr(film.shell._reels, "_films", lambda: loud)
    show(film, FILM, ZH)
    press(film, "film.play")
    film.wait_real(lambda: state(film).second >= 1, 30.0)
    assert loud.open == 1 and len(players()) == 1
    press(film, "film.sound")
    assert loud.open == 0 and len(players()) == 1, "the pictures go on, from the same process"
    assert film.app.station.director.model.plays
    film.wait_real(lambda: state(film).second >= 4, 30.0)
    press(film, "film.again")
    assert loud.open == 0, "remembered"
    film.wait_real(lambda: state(film).second >= 2, 30.0)
    press(film, "film.sound")
    assert loud.open == 1 and loud.heard[-1].at >= 2.0, "heard from where the pictures are"
    press(film, "film.sound")
    film.app.station.director.end_visit()
    film.shell.refresh()
    assert not film.app.station.director.session.variant.muted, "only for the visit"


def test_a_player_that_never_keeps_up_gives_way_to_words(
    film: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(reels, "_CATCHES_UP_EVERY_S", 0.5)
    monkeypatch.setattr(reels, "_TOO_LATE_S", 0.2)
    monkeypatch.setattr(reels, "_GIVES_UP_S", 1.5)
    limping = Films(film.app.station.shelf.catalog.media, program=str(_limps(tmp_path)))
    monkeypatch.setattr(film.shell._reels, "_films", lambda: limping)
    press(film, "film.play")
    assert film.wait_real(lambda: state(film).broken, 60.0)
    assert len((tmp_path / "starts").read_text().splitlines()) >= 2, "it was begun anew before"
    words = [str(one["text"]) for one in film.describe()["widgets"]]
    assert any("现在放不了" in one for one in words) and any("几座山" in one for one in words)


def test_a_player_from_which_nothing_comes_gives_way_to_words(
    film: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("media.films._PATIENCE_S", 1.0)
    mute = tmp_path / "mute"
    mute.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    mute.chmod(0o755)
    monkeypatch.setattr(
        film.shell._reels, "_films", lambda: Films(film.app.station.shelf.catalog.media, program=str(mute))
    )
    press(film, "film.play")
    picture = widget(film, "film.picture")
    assert picture is not None and picture["text"] == "", "the poster stands while nothing has come"
    assert film.wait_real(lambda: state(film).broken, 30.0)
    assert any("现在放不了" in str(one["text"]) for one in film.describe()["widgets"])


def _limps(folder: Path) -> Path:
    """A player that gives a frame only now and then, as a machine with too much to do."""
    slow = folder / "slow"
    frame = 1039 * 584 * 4  # more than one, less than two of the frames it is asked for
    slow.write_text(
        f'#!/bin/sh\necho "$@" >> {folder / "starts"}\nwhile head -c {frame} /dev/zero; do sleep 0.7; done\n',
        encoding="utf-8",
    )
    slow.chmod(0o755)
    return slow


def test_a_film_that_falls_behind_its_captions_is_begun_anew_where_it_should_be(
    film: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    starts = tmp_path / "starts"
    limping = Films(film.app.station.shelf.catalog.media, program=str(_limps(tmp_path)))
    monkeypatch.setattr(film.shell._reels, "_films", lambda: limping)
    press(film, "film.play")
    film.wait_real(lambda: starts.exists() and len(starts.read_text().splitlines()) >= 3, 60.0)
    moments = [float(line.split("-ss ")[1].split()[0]) for line in starts.read_text().splitlines()]
    assert len(moments) >= 3 and moments[0] < 1 and moments[1] > moments[0] + 3 and moments[2] > moments[1] + 3
    assert film.app.station.director.model.plays
