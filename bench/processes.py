"""What a program and everything it started cost: processor time and memory, from /proc."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found, queue = [], [pid]
    while queue:
        one = queue.pop()
        found.append(one)
        queue += children.get(one, [])
    return found


def cpu_s(pids: list[int]) -> float:
    """Seconds of processor time the processes have used, user and system."""
    ticks = 0
    for pid in pids:
        if fields := _stat(pid):
            ticks += int(fields[11]) + int(fields[12])
    return ticks / _TICKS


def pss_mb(pids: list[int]) -> float:
    """Proportional set size in MB (2^20): shared pages are counted once, by shares."""
    total = 0
    for pid in pids:
        try:
            lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
        except (OSError, ProcessLookupError):
            continue
        total += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return total / 1024


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process and its family: asked first, then made to."""
    pids = family(process.pid)
    for word, patience in ((signal.SIGTERM, 4.0), (signal.SIGKILL, 4.0)):
        for pid in reversed(pids):
            try:
                os.kill(pid, word)
            except ProcessLookupError:
                continue
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            continue
        if not any(_stat(pid) for pid in pids):
            return


def _stat(pid: int) -> list[str]:
    try:
        return (_PROC / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()
    except (OSError, IndexError):
        return []
