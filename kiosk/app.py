"""The only Kivy App: puts the shell in the window, starts the road, keeps the station alive when something breaks."""

from __future__ import annotations

import logging
import os
import threading
import time
from typing import TYPE_CHECKING, Any

from kivy.app import App
from kivy.base import EventLoop, ExceptionHandler, ExceptionManager, runTouchApp
from kivy.clock import Clock
from kivy.core.window import Window

from content.catalog import Catalog
from kiosk.bootstrap import Station
from kiosk.glass.loop import Loop
from kiosk.glass.partial import PartialDraw, keeps_last_frame
from kiosk.glass.tidying import Tidying
from kiosk.late import Late
from kiosk.shelf import opened
from kiosk.supervise.heartbeat import Heartbeat
from kiosk.supervise.trace import trace
from kiosk.ui_thread import run_on_ui
from media.photos import Photos
from screens.shell import Shell
from sync.release import Release

if TYPE_CHECKING:
    from kiosk.assistive import Watch
    from media.films import Films
    from screens.access.keypad import Keypad
    from screens.access.listening import Sounds

log = logging.getLogger(__name__)

_ERRORS_ALLOWED = 5  # in a minute; more, and the supervisor starts us afresh
_ERROR_WINDOW_S = 60.0
_FORGETTING_S = (1.0, 10.0)  # after a visit: when the page that ended it is shown, and when all that moved is at rest
_SETTLED_S = 3.0  # the first page and the first touch come before what can wait


class GlassBroken(RuntimeError):
    """Too many errors in a minute; the message says where, and the supervisor starts us afresh."""


class KioskApp(App):
    """Shows one station. `run_station` blocks until it is told to stop."""

    def __init__(self, station: Station, sounds: Sounds | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._sounds = sounds
        self.station = station
        self.shell: Shell | None = None
        self._tidying = Tidying()
        self._helpers: Watch | None = None
        self._forgetting: list[Any] = []

    def build(self) -> Shell:
        """The root widget."""
        photos = Photos(lambda path: self.station.shelf.catalog.media(path), run_on_ui)
        keypad = _keypad(self.station.settings.keypad)
        self.shell = Shell(self.station.director, photos, Late(self._films), self._sounds, keypad)
        self.shell.listen()
        self.station.bell.on_change = lambda: run_on_ui(self._called)
        self.station.voice.on_change = lambda: run_on_ui(self._read_on)
        return self.shell

    def _films(self) -> Films:
        from media.films import Films, sink_of

        sink = sink_of(self.station.settings.film_sound, os.environ)
        return Films(lambda path: self.station.shelf.catalog.media(path), sink)

    def _read_on(self) -> None:
        """Another clause is being read: the mark moves."""
        if self.shell is not None:
            self.shell.refresh()

    def forget_in_earnest(self) -> None:
        """From now on, what a visit leaves in freed memory is overwritten when it has ended. Here the app is alone in
        its process; where tests and pictures share one, that would take their time.
        """
        assert self.shell is not None
        self.shell.on_forgotten = self._forgotten

    def _forgotten(self) -> None:
        from kiosk.glass.forgetting import overwrite_freed

        self._tidying.left()
        for event in self._forgetting:
            event.cancel()
        self._forgetting = [Clock.schedule_once(lambda _: overwrite_freed(), wait) for wait in _FORGETTING_S]

    def _called(self) -> None:
        """Something has become of a call for staff: the strip says so, and a line does when somebody is coming."""
        if self.station.bell.status().stage == "coming":
            self.station.director.tell("call.answered", "people")
        if self.shell is not None:
            self.shell.refresh()

    def on_start(self) -> None:
        """The window exists: refuse what would leave the exhibition, and begin to sync."""
        Window.bind(on_request_close=self._refuse_close)
        self.station.road.start(self._on_news)
        Clock.schedule_once(lambda _: self._settled(), _SETTLED_S)

    def on_stop(self) -> None:
        """Leave everything whole."""
        if self._helpers is not None:
            self._helpers.end()
        if self.shell is not None:
            self.shell.unlisten()
        Window.unbind(on_request_close=self._refuse_close)
        self.station.close()

    def open_settings(self, *_: Any) -> bool:
        """F1 opens nothing."""
        return False

    def run_station(self, sdl_only: bool = True) -> None:
        """Run until stopped, on the loop that sleeps."""
        guard = _Guard(self)
        ExceptionManager.add_handler(guard)
        self._run_prepare()
        runTouchApp(embedded=True)
        Heartbeat().start(Clock.schedule_interval)
        assert self.shell is not None
        self.forget_in_earnest()
        self.shell.rehearse()
        partial = PartialDraw(Window, self.shell.take_damage)  # Kivy holds its listeners weakly: this name keeps it
        if keeps_last_frame():
            partial.start()
        try:
            Loop(sdl_only, self._tidying, self.shell.nobody_there).run()
        except Exception as error:
            raise GlassBroken(trace(error)) from None  # what ends up in the journal repeats no visitor's words
        finally:
            partial.stop()
            self._stop()
            ExceptionManager.remove_handler(guard)

    def take(self, release: Release) -> None:
        """A release became current: read and show it, on the UI thread."""
        self._show(release.label, opened(release))

    def _show(self, label: str, catalog: Catalog) -> None:
        self.station.director.renew(self.station.shelf.put(label, catalog))
        self._prepare()
        self._tidying.renewed()
        if self.shell is not None:
            self.shell.refresh()

    def _settled(self) -> None:
        self.station.director.warm()
        self._prepare()
        if self.shell is not None:
            from kiosk.assistive import offer_when_wanted

            self._helpers = offer_when_wanted(self.shell.assist, os.environ)

    def _prepare(self) -> None:
        """Read the deputies' names and open the outbox before anybody asks: nobody should watch that."""
        catalog = self.station.shelf.catalog

        def prepare() -> None:
            self.station.letterbox.warm()
            catalog.names  # noqa: B018
            catalog.texts  # noqa: B018
            for language in ("zh-Hans", "en"):
                catalog.aloud("", language)

        threading.Thread(target=prepare, name="prepare", daemon=True).start()

    def _on_news(self, release: Release) -> None:
        catalog = opened(release)  # here, on the road's thread: it takes longer than a frame
        run_on_ui(lambda: self._show(release.label, catalog))

    def _refuse_close(self, *_: Any, **__: Any) -> bool:
        return not EventLoop.quit


def _keypad(setting: str) -> Keypad | None:
    """The keypad that the station has; none without the setting."""
    if not setting:
        return None
    from screens.access.keypad import Keypad as Real
    from screens.access.keypad import parse

    return Real(parse(setting))


class _Guard(ExceptionHandler):
    """One broken page must not take the station down: go home and go on; too many, and give up for a fresh start."""

    def __init__(self, app: KioskApp) -> None:
        self._app = app
        self._times: list[float] = []

    def handle_exception(self, error: BaseException) -> int:
        """Kivy's contract: PASS to go on, RAISE to end."""
        if isinstance(error, KeyboardInterrupt | SystemExit):
            return int(ExceptionManager.RAISE)
        log.error("error on the glass: %s", trace(error))
        now = time.monotonic()
        self._times = [one for one in self._times if now - one < _ERROR_WINDOW_S] + [now]
        if len(self._times) > _ERRORS_ALLOWED:
            return int(ExceptionManager.RAISE)
        Clock.schedule_once(self._recover, 0)
        return int(ExceptionManager.PASS)

    def _recover(self, _: float) -> None:
        director, shell = self._app.station.director, self._app.shell
        director.recover()
        if shell is not None:
            shell.refresh()
