"""A chart of lines on two logarithmic axes, as SVG; no library is worth it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

import attrs

Point = tuple[float, float]

WIDTH: Final = 720
HEIGHT: Final = 400
LEFT: Final = 64
RIGHT: Final = 170  # the names of the lines stand here
TOP: Final = 20
BOTTOM: Final = 52
COLOURS: Final = ("#6b7280", "#b91c1c", "#1d4ed8", "#15803d", "#a16207", "#7e22ce")
NAME_GAP: Final = 15.0
"""Least distance of two names, in pixels."""


@attrs.frozen
class Axis:
    """A logarithmic axis.

    Attributes:
        low: Value at its beginning, a power of ten.
        high: Value at its end, a power of ten.
        start: Pixel of its beginning.
        end: Pixel of its end.
    """

    low: float
    high: float
    start: float
    end: float

    @classmethod
    def over(cls, values: Sequence[float], start: float, end: float) -> "Axis":
        """The axis of whole powers of ten that holds *values*, all above 0."""
        low = 10.0 ** math.floor(math.log10(min(values)))
        # A value just above a power of ten needs no decade more.
        high = 10.0 ** math.ceil(math.log10(max(values)) - 0.02)
        return cls(low, high if high > low else 10 * low, start, end)

    def at(self, value: float) -> float:
        """The pixel of a value."""
        share = math.log10(value / self.low) / math.log10(self.high / self.low)
        return self.start + share * (self.end - self.start)

    def ticks(self) -> Iterator[float]:
        """Yield the powers of ten on it."""
        value = self.low
        while value <= self.high * 1.001:
            yield value
            value *= 10


def chart(lines: Mapping[str, Sequence[Point]], *, x: str, y: str) -> str:
    """Draw lines by name.

    Args:
        lines: Points of each line, from left to right; all values above 0.
        x: What the horizontal axis counts.
        y: What the vertical axis counts.

    Returns:
        An SVG document of its own.

    Raises:
        ValueError: There is no point, or a value that is not above 0.
    """
    points = [point for line in lines.values() for point in line]
    across = Axis.over([p[0] for p in points], LEFT, WIDTH - RIGHT)
    up = Axis.over([p[1] for p in points], HEIGHT - BOTTOM, TOP)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12" fill="#374151">'
    )
    parts = [
        head,
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        *_grid(across, up),
        *_labels(x, y),
        *_lines(lines, across, up),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _grid(across: Axis, up: Axis) -> Iterator[str]:
    for value in across.ticks():
        pixel = across.at(value)
        yield _rule(pixel, up.start, pixel, up.end)
        yield _text(pixel, up.start + 18, _short(value), "middle")
    for value in up.ticks():
        pixel = up.at(value)
        yield _rule(across.start, pixel, across.end, pixel)
        yield _text(across.start - 8, pixel + 4, _short(value), "end")


def _labels(x: str, y: str) -> Iterator[str]:
    yield _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, x, "middle")
    middle = (TOP + HEIGHT - BOTTOM) / 2
    yield (
        f'<text x="16" y="{middle:.0f}" text-anchor="middle" '
        f'transform="rotate(-90 16 {middle:.0f})">{escape(y)}</text>'
    )


def _lines(
    lines: Mapping[str, Sequence[Point]], across: Axis, up: Axis
) -> Iterator[str]:
    ends = {name: up.at(line[-1][1]) for name, line in lines.items()}
    beside = _apart(ends)
    for number, (name, line) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        path = " ".join(f"{across.at(a):.1f},{up.at(b):.1f}" for a, b in line)
        yield (
            f'<polyline points="{path}" fill="none" stroke="{colour}" '
            'stroke-width="2"/>'
        )
        yield _text(across.end + 8, beside[name] + 4, name, "start", colour)


def _apart(places: Mapping[str, float]) -> dict[str, float]:
    """Move names down until none stands on another."""
    found: dict[str, float] = {}
    lowest = -math.inf
    for name in sorted(places, key=lambda name: places[name]):
        found[name] = lowest = max(places[name], lowest + NAME_GAP)
    return found


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        'stroke="#e5e7eb"/>'
    )


def _text(  # noqa: PLR0917 - the attributes of one element, in their usual order
    x: float, y: float, text: str, anchor: str, colour: str = "#374151"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">'
        f"{escape(text)}</text>"
    )


def _short(value: float) -> str:
    """A power of ten as it is read: 100, 10 k, 1 M."""
    for unit, name in ((1e6, " M"), (1e3, " k")):
        if value >= unit:
            return f"{value / unit:g}{name}"
    return f"{value:g}"
