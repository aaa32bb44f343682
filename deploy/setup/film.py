"""Make the film of the exhibit on the levels of congresses: python -m deploy.setup.film

Thirty seconds of line art in the guide's manner: hills as in our drawing `mini_levels`, a hall on each, slips of paper
on their ways, our gondola at the end. Every frame is an SVG in the light theme's colours (the second film: in those of
high contrast), made pixels by cairosvg and a film by Debian's ffmpeg. Owns what is seen when; what is said stands in
the caption files beside the exhibit, and keeps to the same times. Run once; the films are kept.
"""

from __future__ import annotations

import io
import math
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import cairosvg
from PIL import Image

from content.bundled import FOLDER
from deploy.setup.gallery import contrasted, render
from screens import tokens

MEDIA = FOLDER / "exhibits" / "who-elects-whom" / "media"
NAME = "levels-film"
SECONDS, RATE = 30, 15
WIDE, HIGH = 960, 540
_GROUND = 400.0  # below it captions lie
_COLOR = tokens.load().raw["color"]["light"]
_INK = _COLOR["ink"]
Point = tuple[float, float]

#: Middle, height of the top, half width, colour; from the back, where the nation is, to the front.
_HILLS = (
    (780.0, 110.0, 160.0, "fill_1"),
    (610.0, 165.0, 140.0, "ochre_wash"),
    (450.0, 226.0, 122.0, "teal_wash"),
    (300.0, 288.0, 104.0, "mail_wash"),
)
_NATION, _CITY, _COUNTY, _TOWN = ((x, y) for x, y, _, _ in _HILLS)
_VOTERS = tuple((36.0 + 31 * n, _GROUND - 2 - 4 * (n % 2)) for n in range(6))


def ease(t: float, start: float, length: float) -> float:
    """0 before `start`, 1 after `length` more, smooth between."""
    part = min(1.0, max(0.0, (t - start) / length))
    return part * part * (3 - 2 * part)


def frame(t: float) -> str:
    """The picture at second `t`."""
    parts = [*_hills(t), *_ways(t), *_halls(t), *_voters(t), *_slips(t), *_gondola(t)]
    ground = f'<path d="M0 {_GROUND}H{WIDE}" stroke="{_INK}" stroke-width="4"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" height="{HIGH}" '
        f'stroke-linecap="round" stroke-linejoin="round"><rect width="{WIDE}" height="{HIGH}" '
        f'fill="{_COLOR["raised"]}"/>{"".join(parts)}{ground}</svg>'
    )


def _hills(t: float) -> Iterator[str]:
    """They rise one after another, the nearest first."""
    for n, (middle, top, half, color) in enumerate(_HILLS):
        up = ease(t, 0.2 + 0.8 * (3 - n), 1.2)
        if up <= 0:
            continue
        points = []
        for x in range(-8, WIDE + 9, 8):
            y = _GROUND - (_GROUND - top) * up * math.exp(-(((x - middle) / half) ** 2))
            points.append(f"{x} {y:.1f}")
        line = " L".join(points)
        yield f'<path d="M{line} L{WIDE} {_GROUND} L0 {_GROUND}Z" fill="{_COLOR[color]}"/>'
        yield f'<path d="M{line}" fill="none" stroke="{_INK}" stroke-width="3.5"/>'


def _halls(t: float) -> Iterator[str]:
    """A hall on each hill; its row of seats fills as deputies are elected to it."""
    filled = {
        _TOWN: ease(t, 6.6, 2.4),
        _COUNTY: ease(t, 11.4, 2.2),
        _CITY: ease(t, 16.0, 2.2),
        _NATION: ease(t, 21.0, 2.2),
    }
    for n, (place, share) in enumerate(filled.items()):
        up = ease(t, 1.0 + 0.8 * n, 0.8)
        if up > 0:
            yield _hall(*place, up, share)


def _hall(x: float, y: float, up: float, share: float) -> str:
    size = 0.6 + 0.4 * up
    seats = "".join(
        f'<circle cx="{-27 + 13.5 * n}" cy="-14" r="4.6" stroke="{_INK}" stroke-width="2.4" '
        f'fill="{_COLOR["teal"] if n < round(share * 5) else _COLOR["raised"]}"/>'
        for n in range(5)
    )
    return (
        f'<g transform="translate({x} {y + 4}) scale({size:.3f})" opacity="{up:.2f}">'
        f'<path d="M-40 0V-30H40V0Z" fill="{_COLOR["raised"]}" stroke="{_INK}" stroke-width="3.5"/>'
        f'<path d="M-48 -30L0 -54L48 -30Z" fill="{_COLOR["raised"]}" stroke="{_INK}" stroke-width="3.5"/>{seats}</g>'
    )


def _voters(t: float) -> Iterator[str]:
    """People at the foot of the nearest hill, who raise an arm when they vote."""
    for n, (x, y) in enumerate(_VOTERS):
        come = ease(t, 3.8 + 0.12 * n, 0.6)
        if come <= 0:
            continue
        arm = max(_pulse(t, 5.2 + 0.3 * n), _pulse(t, 10.1 + 0.3 * n))
        yield (
            f'<g transform="translate({x} {y + 24 * (1 - come):.1f})" opacity="{come:.2f}" stroke="{_INK}" '
            f'stroke-width="3" fill="{_COLOR["raised"]}">'
            f'<path d="M-11 0V-18A11 11 0 0 1 11 -18V0Z"/><circle cx="0" cy="-38" r="8.5"/>'
            f'<path d="M9 -20L{13 + 3 * arm:.1f} {-12 - 26 * arm:.1f}" fill="none"/></g>'
        )


def _pulse(t: float, start: float) -> float:
    return ease(t, start, 0.4) * (1 - ease(t, start + 0.7, 0.5))


def _slips(t: float) -> Iterator[str]:
    """Ballots on their way: from voters to two halls, then from hall to hall."""
    for n, (x, y) in enumerate(_VOTERS):
        yield _slip(t, 5.5 + 0.3 * n, (x + 14, y - 46), _TOWN)
        yield _slip(t, 10.4 + 0.3 * n, (x + 14, y - 46), _COUNTY)
    for n in range(5):
        yield _slip(t, 15.0 + 0.4 * n, _COUNTY, _CITY)
        yield _slip(t, 20.0 + 0.4 * n, _CITY, _NATION)


def _slip(t: float, start: float, origin: Point, goal: Point) -> str:
    part = (t - start) / 1.5
    if not 0 < part < 1:
        return ""
    part = ease(part, 0, 1)
    x, y = _between(origin, (goal[0], goal[1] - 20), part)
    return (
        f'<g transform="translate({x:.1f} {y:.1f}) rotate({8 * math.sin(part * 9):.1f})">'
        f'<rect x="-10" y="-13" width="20" height="26" rx="2" fill="{_COLOR["raised"]}" stroke="{_INK}" '
        f'stroke-width="2.6"/><path d="M-5 -1L-1 4L6 -5" fill="none" stroke="{_INK}" stroke-width="2.8"/></g>'
    )


def _between(a: Point, b: Point, part: float) -> Point:
    """On an arch from a to b."""
    lift = 46 * math.sin(math.pi * part)
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part - lift


def _ways(t: float) -> Iterator[str]:
    """Who elects whom, as it stays: voters in whole lines, congresses in dashes."""
    crowd = (_VOTERS[3][0] + 10, _VOTERS[3][1] - 50)
    whole = (((crowd, _TOWN), 8.6), ((crowd, _COUNTY), 13.4))
    dashed = (((_COUNTY, _CITY), 18.0), ((_CITY, _NATION), 23.0))
    for (way, start), dash in [*((one, "") for one in whole), *((one, ' stroke-dasharray="2 11"') for one in dashed)]:
        part = ease(t, start, 1.0)
        if part > 0:
            ends = [_between(way[0], (way[1][0], way[1][1] - 50), part * n / 24) for n in range(25)]
            line = " L".join(f"{x:.1f} {y:.1f}" for x, y in ends)
            yield f'<path d="M{line}" fill="none" stroke="{_COLOR["teal"]}" stroke-width="5"{dash}/>'


def _gondola(t: float) -> Iterator[str]:
    """The cable from the doorstep to the nation, and our car on it: the only vermilion."""
    drawn = ease(t, 24.4, 1.0)
    if drawn <= 0:
        return
    low, high = (-4.0, 314.4), (880.0, -3.8)
    end = low[0] + (high[0] - low[0]) * drawn, low[1] + (high[1] - low[1]) * drawn
    yield f'<path d="M{low[0]} {low[1]}L{end[0]:.1f} {end[1]:.1f}" stroke="{_INK}" stroke-width="3"/>'
    part = 0.03 + 0.93 * ease(t, 25.4, 3.8)
    x, y = low[0] + (high[0] - low[0]) * part, low[1] + (high[1] - low[1]) * part
    yield (
        f'<g transform="translate({x:.1f} {y:.1f})" opacity="{drawn:.2f}"><path d="M0 0V16" stroke="{_INK}" '
        f'stroke-width="3"/><rect x="-24" y="16" width="48" height="32" rx="8" fill="{_COLOR["vermilion"]}" '
        f'stroke="{_INK}" stroke-width="3"/><path d="M-14 24H-3V35H-14ZM3 24H14V35H3Z" fill="{_COLOR["raised"]}" '
        f'stroke="{_INK}" stroke-width="2"/></g>'
    )


def in_contrast(svg: str) -> str:
    """In the high-contrast theme's colours."""
    known = tokens.load()
    svg = svg.replace(_COLOR["teal"], known.color("contrast", "teal"))
    return contrasted(svg.replace(_COLOR["fill_1"], known.color("contrast", "fill_1")))


def encode(target: Path, colored: Callable[[str], str]) -> None:
    """All frames as MP4 with H.264. Debian's ffmpeg must be installed."""
    command = [
        "ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDE}x{HIGH}",
        "-r", str(RATE), "-i", "pipe:0", "-c:v", "libx264", "-preset", "veryslow", "-tune", "animation", "-crf", "27",
        "-g", str(3 * RATE), "-vf", "scale=out_color_matrix=bt709:out_range=tv", "-pix_fmt", "yuv420p",
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-movflags", "+faststart",
        "-fflags", "+bitexact", "-map_metadata", "-1", str(target),
    ]  # fmt: skip
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        for n in range(SECONDS * RATE):
            png = cairosvg.svg2png(bytestring=colored(frame(n / RATE)).encode(), output_width=WIDE)
            with Image.open(io.BytesIO(png)) as image:
                process.stdin.write(image.convert("RGB").tobytes())
    if process.returncode:
        raise SystemExit(f"ffmpeg ended with {process.returncode}")


def main() -> None:
    MEDIA.mkdir(exist_ok=True)
    poster = frame(23.9)
    render(poster, MEDIA / f"{NAME}-poster.webp")
    render(in_contrast(poster), MEDIA / f"{NAME}-poster-contrast.webp")
    encode(MEDIA / f"{NAME}.mp4", lambda svg: svg)
    encode(MEDIA / f"{NAME}-contrast.mp4", in_contrast)


if __name__ == "__main__":
    main()
