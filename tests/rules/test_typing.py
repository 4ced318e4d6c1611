"""Type checkers catch a profile that is written wrongly, and let a right one pass."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
# A line that ends in "# wrong" has to be an error; no other line may be one.
CODE: Final = """
from collections.abc import Iterator
from datetime import date

from articlekit import Author, Profile
from articlekit.rules import (
    Layout, SavedPage, add, between, const, css, first_of, has, json_ld, lacks, lines,
    meta, only, regex, soup, story_block, text_after, url_matches, veto, xpath,
)


def names(page: SavedPage) -> Iterator[str]:
    yield from page.texts(css(".author"))


def people(page: SavedPage) -> tuple[Author, ...]:
    return tuple(Author(name) for name in page.texts(css(".author")))


def day(page: SavedPage) -> date | None:
    return date(2026, 3, 14) if page.lines else None


def is_text(page: SavedPage) -> bool:
    return page.kind == "text"


def count(page: SavedPage) -> int:
    return len(page.lines)


RIGHT = Profile(
    name="courier",
    hosts=("courier.example",),
    title=css("h1"),
    dek=first_of(css("p.lead"), meta("teaser"), names),
    authors=(only(people), add(json_ld("author.name")), veto(const("Desk"))),
    published=(day, text_after("Posted:")),
    tags=names,
    body=css(".text"),
    drop=(css(".ad"), lines("x.+"), between("y", "z")),
    credit=(css(".by"), regex("(?P<credit>.+)")),
    headlines=(story_block(css(".read"), kind="latest"), veto(xpath("//footer"))),
    layouts=(
        Layout(name="a", matches=(has("main"), is_text), kicker=names),
        Layout(name="b", matches=lacks(meta("x")), section=soup(lambda s: s.text)),
    ),
)
Profile(name="x")  # wrong
Profile(name="x", hosts=("x.example",), titel=css("h1"))  # wrong
Profile(name="x", hosts=("x.example",), title="h1")  # wrong
Profile(name="x", hosts=("x.example",), title=lines("x"))  # wrong
Profile(name="x", hosts=("x.example",), title=count)  # wrong
Profile(name="x", hosts=("x.example",), title=people)  # wrong
Profile(name="x", hosts=("x.example",), title=(css("h1"), 3))  # wrong
Profile(name="x", hosts=("x.example",), body=meta("x"))  # wrong
Profile(name="x", hosts=("x.example",), drop=names)  # wrong
Profile(name="x", hosts=("x.example",), credit=const("x"))  # wrong
Profile(name="x", hosts=("x.example",), headlines=css(".x"))  # wrong
Profile(name="x", hosts=("x.example",), layouts=(has("x"),))  # wrong
Layout(name="a", matches="main")  # wrong
Layout(name="a")  # wrong
css(3)  # wrong
regex("x", within=css("y"))  # wrong
first_of("h1")  # wrong
has(3)  # wrong
url_matches()  # wrong
"""
WRONG: Final = [
    number for number, line in enumerate(CODE.splitlines(), 1) if "# wrong" in line
]


def _lines_of(output: str) -> list[int]:
    return sorted({int(n) for n in re.findall(r"cases\.py:(\d+)\D.*error", output)})


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the code to a file of its own."""
    path = tmp_path_factory.mktemp("typing") / "cases.py"
    path.write_text(CODE, "utf-8")
    return path


@pytest.mark.slow
def test_mypy_tells_wrong_profiles(cases: Path) -> None:
    """Each wrong line is an error, and nothing else is."""
    pytest.importorskip("mypy")
    cache = f"--cache-dir={ROOT / '.mypy_cache'}"
    command = [sys.executable, "-m", "mypy", "--config-file=", "--strict", cache]
    command.append(str(cases))
    found = subprocess.run(  # its errors are what is looked at
        command, check=False, cwd=ROOT / "src", capture_output=True, text=True
    )
    assert _lines_of(found.stdout) == WRONG, found.stdout


@pytest.mark.slow
def test_pyright_tells_wrong_profiles(cases: Path) -> None:
    """Each wrong line is an error, and nothing else is."""
    pyright = shutil.which("pyright", path=str(Path(sys.executable).parent))
    if pyright is None:
        pytest.skip("pyright is not installed")
    settings = '{"typeCheckingMode": "standard", "extraPaths": ["%s"]}'
    config = cases.parent / "pyrightconfig.json"
    config.write_text(settings % ROOT.joinpath("src"), "utf-8")
    command = [pyright, "--pythonpath", sys.executable, "-p", str(config)]
    found = subprocess.run(
        command, check=False, cwd=cases.parent, capture_output=True, text=True
    )
    assert _lines_of(found.stdout) == WRONG, found.stdout
