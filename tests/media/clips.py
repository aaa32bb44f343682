"""Films made for tests by the real ffmpeg: short, small, every frame another. Made once a run."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

_FOLDER = Path(mkdtemp(prefix="clips-"))


@cache
def clip(seconds: int = 4, size: str = "320x180", rate: int = 20, sound: bool = False, codec: str = "libx264") -> Path:
    """A moving test picture, and maybe a tone."""
    file = _FOLDER / f"{seconds}-{size}-{rate}-{sound}-{codec}.mp4"
    picture = ["-f", "lavfi", "-i", f"testsrc2=size={size}:rate={rate}:duration={seconds}"]
    heard = ["-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}", "-c:a", "aac"] if sound else []
    made = ["-c:v", codec, "-pix_fmt", "yuv420p", "-g", str(rate), "-movflags", "+faststart"]
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", *picture, *heard, *made, file], check=True, timeout=60)
    return file


def patched(data: bytes, box: bytes, at: int, value: bytes) -> bytes:
    """The film with some bytes of its first box of this kind changed; `at` counts from behind the box's name."""
    start = data.index(box) + 4 + at
    return data[:start] + value + data[start + len(value) :]
