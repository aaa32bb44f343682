"""A program called `arecord` for tests: streams samples as a microphone would, or misbehaves as one may.

What it does is said by the file `how` beside it: `speak` (a tone with a marker in it), `hush`, `hang`, `die` (after
half a second), `fast` (without end, as fast as it is read). `python -m tests.media.fake_arecord FOLDER` installs it.
"""

from __future__ import annotations

import sys
from pathlib import Path

MARKER = b"\x21\x43\x65\x27\x09\x2b\x4d\x6f" * 4
_PROGRAM = """#!{python}
import os, struct, sys, time, math
how = open(os.path.join(os.path.dirname(__file__), "how")).read().strip()
open(os.path.join(os.path.dirname(__file__), "asked"), "a").write(" ".join(sys.argv[1:]) + "\\n")
if how == "gone":
    sys.exit("arecord: main:831: audio open error: No such file or directory")
loud = 0 if how == "hush" else 6000
wave = [round(loud * math.sin(i * 0.35) * (0.4 + 0.6 * math.sin(i * 0.0007) ** 2)) for i in range(1600)]
chunk = struct.pack("<1600h", *wave)
if how in ("speak", "fast"):
    chunk = bytes.fromhex("{marker}") + chunk[{length}:]
sent = 0
while how != "hang":
    os.write(1, chunk)
    sent += 1
    if how == "die" and sent == 5:
        sys.exit(1)
    if how != "fast":
        time.sleep(0.1)
time.sleep(600)
"""


def install(folder: Path, how: str = "speak") -> Path:
    """Put it into a folder, to be named first in PATH."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "arecord"
    program.write_text(_PROGRAM.format(python=sys.executable, marker=MARKER.hex(), length=len(MARKER)))
    program.chmod(0o755)
    (folder / "how").write_text(how)
    return folder


if __name__ == "__main__":
    install(Path(sys.argv[1]))
