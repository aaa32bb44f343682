"""Films by Debian's ffmpeg in processes of their own: frames through a pipe, sound to whatever plays sound.

Owns the processes: what they may open, how much they may take, that they end with us, and what is made of one that
hangs, dies or was never installed. A `Reel` is a film from one moment on; its thread reads no further ahead than a
frame or two, so that a film that is not looked at stands still. Leaves to others: which moment it is (every call says
so), where a file lies (`find`), textures (`screens.widgets.reels`). Nothing here runs before a film is first played.

Files come from elsewhere: their head is read by `content.films` first, ffmpeg may open only the one file, only as MP4,
decode only H.264 and AAC, and has a gigabyte of addresses and some minutes of one core.
"""

from __future__ import annotations

import fcntl
import logging
import os
import select
import shutil
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

from content.films import MAX_SIDE, Head, NoFilm, read_head

log = logging.getLogger(__name__)

Size: TypeAlias = tuple[int, int]
State: TypeAlias = Literal["coming", "running", "done", "broken"]
Find: TypeAlias = Callable[[str], Path | None]

MOST_RATE: Final = 20.0  # frames a second; a software rasteriser pays for each
_PATIENCE_S: Final = 5.0  # without a byte from a process that is asked for one
_AHEAD: Final = 2  # frames read and not yet due
_PIPE_BYTES: Final = 1 << 20
_MISSING_END_S: Final = 1.5  # a film that ends earlier than it says was cut off
_FENCE: Final = ("prlimit", f"--as={1 << 30}", "--cpu=300", "--core=0", "--nofile=128")
_TIED: Final = ("setpriv", "--pdeathsig", "KILL", "--no-new-privs", "nice", "-n", "5")
_QUIET: Final = ("-nostdin", "-hide_banner", "-loglevel", "quiet")


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture as RGBA bytes, rows from the top. The bytes are written again after the next `take`."""

    size: Size
    data: bytearray
    at_s: float


def fitted(head: Head, box: Size) -> Size:
    """The largest even size of the film's proportions in a box, never larger than the film."""
    ratio = min(1.0, box[0] / head.width, box[1] / head.height)
    width, height = (max(2, int(side * ratio) // 2 * 2) for side in (head.width, head.height))
    return width, height


def picture_command(program: str, path: Path, size: Size, rate: float, start_s: float, single: bool) -> list[str]:
    """ffmpeg that writes frames of this size to its standard output."""
    width, height = size
    steady = f"scale={width}:{height}:flags=bilinear,setsar=1,fps={rate:g}:start_time=0"
    return [
        *_fenced(program), *_QUIET, *_opening(path, start_s), "-an", "-sn", "-dn", "-i", f"file:{path}",
        "-map", "0:v:0", "-vf", steady, *(("-frames:v", "1") if single else ()),
        "-threads", "1", "-pix_fmt", "rgba", "-f", "rawvideo", "pipe:1",
    ]  # fmt: skip


def sound_command(program: str, path: Path, start_s: float, sink: Sequence[str]) -> list[str]:
    """ffmpeg that plays what is heard from a moment on."""
    return [
        *_fenced(program), *_QUIET, *_opening(path, start_s), "-vn", "-sn", "-dn", "-i", f"file:{path}",
        "-map", "0:a:0", "-ac", "2", "-ar", "48000", *sink,
    ]  # fmt: skip


def _opening(path: Path, start_s: float) -> list[str]:
    return [
        "-protocol_whitelist", "file,pipe", "-format_whitelist", "mov", "-codec_whitelist", "h264,aac", "-f", "mov",
        "-max_pixels", str(MAX_SIDE * MAX_SIDE), "-threads", "1", "-ss", f"{start_s:.3f}",
    ]  # fmt: skip


def _fenced(program: str) -> list[str]:
    """Within bounds, and ended by the kernel when our thread ends. util-linux is essential in Debian."""
    fences = (words for words in (_FENCE, _TIED) if shutil.which(words[0]))
    return [*(word for words in fences for word in words), program]


def sink_of(wanted: str, environ: Mapping[str, str], snd: Path = Path("/dev/snd")) -> tuple[str, ...] | None:
    """Where sound goes (`auto`, `pulse`, `alsa`, `silent`): ffmpeg's words for it, or None where nothing plays it."""
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    served = "PULSE_SERVER" in environ or (runtime and Path(runtime, "pulse", "native").exists())
    if wanted == "pulse" or (wanted == "auto" and served):
        return ("-f", "pulse", "-name", "Bayu Kiosk", "film")
    if wanted == "alsa" or (wanted == "auto" and any(snd.glob("pcm*p"))):
        return ("-f", "alsa", "default")
    return None


class _Worker:
    """A thread that lives as long as its process: the kernel ends the one with the other."""

    def __init__(self, name: str) -> None:
        self._lock = threading.Condition()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether the process, or what is left of it, is still to be cleared away."""
        return self._thread.is_alive()

    def close(self) -> None:
        """End it, now and without waiting."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()
            self._lock.notify_all()

    def _spawn(self, command: Sequence[str], stdout: int) -> subprocess.Popen[bytes] | None:
        """The process; None when it was closed meanwhile. Raises: OSError where there is no such program."""
        with self._lock:
            if self._closed:
                return None
            kept = ("PATH", "HOME", "XDG_RUNTIME_DIR", "PULSE_SERVER", "PULSE_COOKIE", "ALSA_CONFIG_PATH")
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.DEVNULL, cwd="/",
                env={name: os.environ[name] for name in kept if name in os.environ}, start_new_session=True,
            )  # fmt: skip
            return self._process

    def _run(self) -> None:
        try:
            self._work()
        except Exception as error:  # a film may be anything: whatever it does, poster and words are shown instead
            self._trouble(error)
        finally:
            with self._lock:
                process, self._process = self._process, None
            if process is not None:
                process.kill()
                process.wait()
                if process.stdout is not None:
                    process.stdout.close()

    def _work(self) -> None:
        raise NotImplementedError

    def _trouble(self, error: Exception) -> None:
        raise NotImplementedError


class Reel(_Worker):
    """A film from `start_s` on, or its `single` frame there. Every call is made on one thread and returns at once."""

    def __init__(self, program: str, path: Path, box: Size, start_s: float, single: bool = False) -> None:
        self._program = program
        self._path = path
        self._box = box
        self._start_s = max(0.0, start_s)
        self._single = single
        self._state: State = "coming"
        self._rate = MOST_RATE
        self._size: Size = (0, 0)
        self._wanted_s = self._start_s
        self._ready: deque[tuple[int, bytearray]] = deque()
        self._free: list[bytearray] = []
        self._lent: bytearray | None = None
        super().__init__("film")

    @property
    def state(self) -> State:
        """`done` once everything was read: the last frames may still wait to be taken."""
        with self._lock:
            return self._state

    def take(self, at_s: float) -> Frame | None:
        """The newest frame that is due at this moment of the film, if there is one that was not yet taken."""
        with self._lock:
            self._wanted_s = at_s
            due = None
            while self._ready and (self._single or self._ready[0][0] <= self._wanted):
                if due is not None:
                    self._free.append(due[1])
                due = self._ready.popleft()
            self._lock.notify_all()
            if due is None:
                return None
            if self._lent is not None:
                self._free.append(self._lent)
            self._lent = due[1]
            return Frame(self._size, due[1], self._start_s + due[0] / self._rate)

    @property
    def _wanted(self) -> int:
        return int((self._wanted_s - self._start_s) * self._rate + 1e-6)

    def _work(self) -> None:
        head = read_head(self._path)
        size, rate = fitted(head, self._box), min(MOST_RATE, head.rate)
        start = min(self._start_s, max(0.0, head.seconds - 2 / rate))  # past the end there would be no frame at all
        with self._lock:
            self._size, self._rate, self._start_s = size, rate, start
            self._free = [bytearray(size[0] * size[1] * 4) for _ in range(1 if self._single else _AHEAD + 2)]
        command = picture_command(self._program, self._path, size, rate, start, self._single)
        process = self._spawn(command, subprocess.PIPE)
        if process is None:
            return
        assert process.stdout is not None
        fd = process.stdout.fileno()
        os.set_blocking(fd, False)
        fcntl.fcntl(fd, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
        count = self._pump(fd)
        with self._lock:
            if not self._closed:
                whole = count >= 1 if self._single else start + count / rate >= head.seconds - _MISSING_END_S
                if not whole:
                    raise NoFilm("ends before its end")
                self._state = "done"

    def _pump(self, fd: int) -> int:
        """Read frames until there are no more. The number of frames. Raises: TimeoutError."""
        waiting = select.poll()
        waiting.register(fd, select.POLLIN)
        index = 0
        while (buffer := self._room()) is not None:
            if not self._fill(fd, waiting, memoryview(buffer)):
                break
            with self._lock:
                self._state = "running"
                self._ready.append((index, buffer))
                while len(self._ready) > 1 and self._ready[1][0] <= self._wanted:  # late: the newer one is due, too
                    self._free.append(self._ready.popleft()[1])
            index += 1
            if self._single:
                break
        return index

    def _room(self) -> bytearray | None:
        """A buffer to read into, once there is use for another frame; None when closed."""
        with self._lock:
            self._lock.wait_for(lambda: self._closed or (len(self._ready) < _AHEAD and self._free))
            return None if self._closed else self._free.pop()

    def _fill(self, fd: int, waiting: select.poll, view: memoryview) -> bool:
        """Read one whole frame; False at the end."""
        got, heard = 0, time.monotonic()
        while got < len(view):
            if self._closed:
                return False
            if not waiting.poll(200):
                if time.monotonic() - heard > _PATIENCE_S:
                    raise TimeoutError("nothing comes")
                continue
            read = os.readv(fd, [view[got:]])
            if not read:
                return False
            got, heard = got + read, time.monotonic()
        return True

    def _trouble(self, error: Exception) -> None:
        with self._lock:
            if self._closed:
                return
            self._state = "broken"
        said = f": {error}" if isinstance(error, NoFilm | TimeoutError) else ""
        log.warning("a film can't be shown: %s: %s%s", self._path.name, type(error).__name__, said)


class Sound(_Worker):
    """What is heard of a film from a moment on. One that can't be heard is silent; the film goes on."""

    def __init__(self, program: str, path: Path, start_s: float, sink: Sequence[str]) -> None:
        self._command = sound_command(program, path, max(0.0, start_s), sink)
        self._path = path
        super().__init__("film-sound")

    def _work(self) -> None:
        if read_head(self._path).sound:
            process = self._spawn(self._command, subprocess.DEVNULL)
            if process is not None:
                process.wait()

    def _trouble(self, error: Exception) -> None:
        log.info("a film is not heard: %s: %s", self._path.name, type(error).__name__)


class Films:
    """Opens films by logical path. `sink` is where sound goes; None: nowhere."""

    def __init__(self, find: Find, sink: Sequence[str] | None = None, program: str = "ffmpeg") -> None:
        self._find = find
        self._sink = sink
        self._program = program

    def show(self, path: str, box: Size, start_s: float, single: bool = False) -> Reel | None:
        """The film from a moment on; None when there is no such file."""
        file = self._find(path)
        return None if file is None else Reel(self._program, file.resolve(), box, start_s, single)

    def hear(self, path: str, start_s: float) -> Sound | None:
        """Its sound from a moment on; None where nothing plays it."""
        file = self._find(path)
        return None if file is None or self._sink is None else Sound(self._program, file.resolve(), start_s, self._sink)
