"""Hostile pages take linear time in the reading of headlines."""

import time
from collections.abc import Callable

import pytest

from articlekit.headlines import find_headlines
from articlekit.reading.markup import read_markup
from articlekit.rules.hints import Hints

_TITLE = "Council votes to close the old harbour mill"
_GROWTH = 4
# Quadratic work would take 16 times as long.
_MOST = 10
_LEAST_SECONDS = 0.01


def _link(number: int, title: str = _TITLE) -> str:
    return f'<a href="/2026/harbour-mill-closes-{number}">{title}</a>'


def _one_block(count: int) -> str:
    return "<p>" + " ".join(_link(n) for n in range(count))


def _one_target(count: int) -> str:
    return "<div>" * 100 + f"<p>{_link(1)}</p>" * count + "</div>" * 100


def _never_closed(count: int) -> str:
    opened = "".join(
        f"{_link(n)[:-4]}<div><p>{_TITLE} {n}</p>" for n in range(min(count // 10, 200))
    )
    return f"<h2>Related stories</h2>{opened}" + "<p>Old mill</p>" * count


def _short_lines(count: int) -> str:
    return "".join(f"<p>Line {n}</p>" * 4 + _link(n) for n in range(count))


def _pictures(count: int) -> str:
    opened = "".join(f'<a href="/2026/a-b-c-{n}"><div>' for n in range(50))
    return opened + '<img src="javascript:1">' * count + _TITLE


def _seconds(source: str) -> float:
    page = read_markup(source, url="https://courier.example/1")
    taken: list[float] = []
    for _ in range(3):
        start = time.process_time()
        find_headlines(page, body=frozenset(), hints=Hints())
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize(
    "flood", [_one_block, _one_target, _never_closed, _short_lines, _pictures]
)
def test_time_is_linear(flood: Callable[[int], str]) -> None:
    """Four times as much of it takes no more than about four times as long."""
    _seconds(flood(10))
    small = max(_seconds(flood(500)), _LEAST_SECONDS)
    assert _seconds(flood(500 * _GROWTH)) < _MOST * small
