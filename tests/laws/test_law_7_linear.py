"""Laws 1 and 7: time grows linearly with the page; memory is flat over many pages."""

import contextlib
import gc
import time
import tracemalloc
from functools import _lru_cache_wrapper

import pytest

import articlekit
from articlekit.errors import InputError
from articlekit.testing.floods import FLOODS
from articlekit.testing.prose import LANGUAGES, load_prose

_SMALL = 40_000
_GROWTH = 4
# Quadratic work would take 16 times as long; noise and cache misses well under 9.
_MOST = 9
_LEAST_SECONDS = 0.02
_ROUNDS = 12
_KEPT = 100_000


def _seconds(page: str) -> float:
    """Return the CPU seconds of a parse, the best of three."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        with contextlib.suppress(InputError):
            articlekit.parse(page, url="https://courier.example/1")
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FLOODS))
def test_time_is_linear(name: str) -> None:
    """A flood four times as long takes no more than about four times as long."""
    flood = FLOODS[name]
    articlekit.parse("<p>Load what is loaded on first use.</p>")
    small = max(_seconds(flood(_SMALL)), _LEAST_SECONDS)
    large = _seconds(flood(_SMALL * _GROWTH))
    assert large < _MOST * small


@pytest.mark.slow
def test_memory_is_flat() -> None:
    """After a round over pages of all kinds, more rounds keep nothing."""
    pages = [flood(3_000) for flood in FLOODS.values()]
    pages += [_written(language) for language in LANGUAGES]
    tracemalloc.start()
    try:
        _parse_all(pages, 0)
        _parse_all(pages, 1)
        before = _traced()
        for number in range(2, _ROUNDS):
            _parse_all(pages, number)
        kept = _traced() - before
    finally:
        tracemalloc.stop()
    assert kept < _KEPT


def test_no_unbounded_cache_grows_with_pages() -> None:
    """What pages call their language does not pile up in caches without a bound."""
    _parse_languages("a")
    before = _unbounded_entries()
    _parse_languages("b")
    assert before == _unbounded_entries()


def _parse_languages(first: str) -> None:
    for second in "abcdefghij":
        page = _written("en")
        articlekit.parse(f"<html lang=q{first}{second}><body>{page}</body></html>")


def _unbounded_entries() -> dict[str, int]:
    """Count what the library's caches without a bound hold."""
    caches = [each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper)]
    return {
        f"{each.__module__}.{each.__qualname__}": each.cache_info().currsize
        for each in caches
        if each.cache_info().maxsize is None and "articlekit" in each.__module__
    }


def _traced() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def _parse_all(pages: list[str], number: int) -> None:
    """Parse the pages, each made new by *number*."""
    for page in pages:
        with contextlib.suppress(InputError):
            articlekit.parse(
                f"{page}<p>Number {number}.</p>", url=f"https://a.example/{number}"
            )


def _written(language: str) -> str:
    prose = load_prose(language)
    return f"<h1>{prose.titles[0]}</h1>" + "".join(
        f"<p>{each}</p>" for each in prose.sentences
    )
