"""`articlekit batch`: many pages to lines of JSON."""

import json
from pathlib import Path

import pytest
from tests.batch.sites import STORY
from tests.cli.shell import Shell

import articlekit


@pytest.fixture
def batch(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Run `articlekit batch`."""
    return Shell(capsys, monkeypatch, "batch")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Make lines of JSON: a story, what is no JSON, and what is no page."""
    path = tmp_path / "pages.jsonl"
    lines = [
        json.dumps({"id": "tram", "url": "https://plain.example/", "html": STORY}),
        "{",
        json.dumps({"id": "blank", "html": "\n"}),
    ]
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_each_page_is_a_line(batch: Shell, pages: Path) -> None:
    """A line has the page's key and its article, or says why there is none."""
    done = batch(str(pages), "--workers", "0")
    first, second, third = map(json.loads, done.out.splitlines())
    article = articlekit.parse(STORY, url="https://plain.example/")
    assert {"key": "tram", "article": article.to_dict()} == first
    assert (f"{pages}:2", "unreadable") == (second["key"], second["failed"]["code"])
    assert {
        "key": "blank",
        "failed": {
            "kind": "input",
            "code": "empty-input",
            "message": "the input holds nothing but white space (1 long)",
        },
    } == third
    assert (0, "articlekit: 1 parsed, 2 failed\n") == (done.code, done.err)


def test_fields_of_a_folder_and_a_file(
    batch: Shell, pages: Path, tmp_path: Path
) -> None:
    """Only the fields that are asked for are printed, of all paths in their order."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.html").write_text(STORY, "utf-8")
    done = batch(str(folder), str(pages), "--workers", "0", "--field", "title")
    first, second, *_ = map(json.loads, done.out.splitlines())
    title = {"title": "Tram line opens"}
    assert {"key": str(folder / "a.html"), "article": title} == first
    assert {"key": "tram", "article": title} == second


def test_lines_from_standard_input(batch: Shell) -> None:
    """They stand among the other paths, with the number of their line as a key."""
    stdin = json.dumps({"html": STORY}).encode() + b"\n\n{}\n"
    done = batch("-", "--workers", "0", "--field", "title", stdin=stdin)
    first, second = map(json.loads, done.out.splitlines())
    assert {"key": "-:1", "article": {"title": "Tram line opens"}} == first
    assert ("-:3", "unreadable") == (second["key"], second["failed"]["code"])


def test_profile_that_never_ends(
    batch: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A profile that is not installed is named; where it hangs, it is passed over."""
    (tmp_path / "hanging.py").write_text(
        "from articlekit.rules import Profile\n\n\n"
        "def title(page):\n    print('here I am')\n    while page:\n        pass\n\n\n"
        "PROFILE = Profile(name='hanging', hosts=('hanging.example',), title=title)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    hosts = ("plain", "hanging")
    lines = [{"url": f"https://{host}.example/", "html": STORY} for host in hosts]
    pages = tmp_path / "pages.jsonl"
    pages.write_text("\n".join(map(json.dumps, lines)))
    target = str(tmp_path / "hanging.py")
    words = ("--workers", "1", "--timeout", "1", "--profile", target, "--unordered")
    done = batch(str(pages), "--field", "title", *words, "--no-retry")
    good, bad = map(json.loads, done.out.splitlines())
    assert {"title": "Tram line opens"} == good["article"]
    assert "timeout" == bad["failed"]["kind"]
    assert (0, "articlekit: 1 parsed, 1 failed\n") == (done.code, done.err)
    done = batch(str(pages), "--field", "title", "--field", "warnings", *words)
    good, stopped = map(json.loads, done.out.splitlines())
    assert good["article"]["title"] == stopped["article"]["title"]
    assert ["profile-stopped"] == stopped["article"]["warnings"]


def test_nothing_usable(batch: Shell, tmp_path: Path) -> None:
    """Where no page can be parsed, the exit code says so."""
    (tmp_path / "a.txt").write_text(" ")
    done = batch(str(tmp_path), "--workers", "0")
    assert (1, "articlekit: no page was parsed, 1 failed\n") == (done.code, done.err)
    assert "empty-input" in done.out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--field", "headline"), "Article has no field 'headline'"),
        (("--timeout", "0"), "'--timeout'"),
        (("--profile", "nowhere.py"), "nowhere.py"),
        (("nowhere.html",), "'nowhere.html' does not exist"),
    ],
)
def test_wrong_use(
    batch: Shell, pages: Path, words: tuple[str, ...], reason: str
) -> None:
    """Wrong options are told in one line."""
    done = batch(str(pages), *words)
    assert (2, "") == (done.code, done.out)
    assert reason in done.err
