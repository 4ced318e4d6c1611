"""Law 2: the same input gives the same value, whatever, wherever and whenever."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given

import articlekit
from articlekit.errors import InputError
from articlekit.testing import strategies
from articlekit.testing.floods import FLOODS
from articlekit.testing.prose import LANGUAGES, load_prose

_PAGES = strategies.html_pages() | strategies.text_pages().filter(str.strip)
_SCRIPT = """
import sys, articlekit
for page in sys.stdin.read().split("\\0"):
    print(articlekit.parse(page, url="https://courier.example/1").to_json())
"""


@given(_PAGES, _PAGES)
def test_whatever_was_parsed_before(page: str, other: str) -> None:
    """Another page in between changes nothing, evidence included."""
    first = _parsed(page)
    _parsed(other)
    assert first == _parsed(page)


@given(strategies.html_pages())
def test_in_any_thread(page: str) -> None:
    """Four threads at once see what one sees."""
    alone = _parsed(page)
    with ThreadPoolExecutor(4) as pool:
        assert {alone} == set(pool.map(_parsed, [page] * 8))


@pytest.mark.slow
def test_in_any_process_and_hash_seed() -> None:
    """Fresh interpreters with other hash seeds give the same JSON."""
    pages = "\0".join([*map(_written, LANGUAGES), *(f(500) for f in FLOODS.values())])
    made = {_run_with_seed(seed, pages) for seed in ("0", "1", "77")}
    assert 1 == len(made)
    assert made != {""}


def _parsed(page: str) -> str:
    """Return everything that a parse gives, or the refusal."""
    try:
        return articlekit.parse(page, url="https://courier.example/1").to_json()
    except InputError as error:
        return repr(error)


def _written(language: str) -> str:
    prose = load_prose(language)
    paragraphs = "".join(f"<p>{each}</p>" for each in prose.sentences)
    others = "".join(f"<li><a href=/1/{each}>{each}</a></li>" for each in prose.titles)
    return (
        f"<html lang={language}><h1>{prose.titles[0]}</h1>"
        f"<p>{prose.by.format(prose.names[0])}</p><article>{paragraphs}</article>"
        f"<h3>{prose.related}</h3><ul>{others}</ul></html>"
    )


def _run_with_seed(seed: str, pages: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        input=pages.encode(),
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()
