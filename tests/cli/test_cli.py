"""The command line, run as its users run it."""

import csv
import io
import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from tests.cli.shell import Done, Shell

from articlekit import cli

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Ferry returns to Penmoor - The Example Courier</title>
<meta property="og:site_name" content="The Example Courier">
<meta property="og:title" content="Ferry returns to Penmoor">
<meta property="article:published_time" content="2024-05-01T09:30:00+01:00">
</head><body><nav><a href="/">Home</a></nav><article>
<h1>Ferry returns to Penmoor</h1><p class="byline">By Nora Whitcombe</p>
<figure><img src="/pictures/ferry.jpg" width="1200" height="800" alt="">
<figcaption>The ferry leaves the harbour at dawn. Photo: Idris Calloway</figcaption>
</figure>
<p>The old ferry sailed out of the harbour again on Wednesday, after two winters in
the dry dock and a long search for a new pump.</p>
<p>“We want the children of the island to reach their school by water again,” said
Ruth Pellow, who leads the trust that bought the ship last year.</p>
<p>Repairs cost about 340,000 pounds, half of it from a regional fund, the harbour
office said in a statement on Tuesday evening.</p>
<p>A bus will run every half hour between the railway station and the pier, and the
fare will stay as it was before the ferry was taken out of service.</p>
</article><aside><h3>Most read</h3><ul>
<li><a href="/1001/swifts">Volunteers count record number of swifts</a></li>
<li><a href="/1002/roof">Council delays vote on market roof again</a></li>
<li><a href="/1003/buses">Night buses return to the eastern valleys</a></li>
</ul></aside></body></html>
"""
_URL = "https://courier.example/1000/ferry"


class _Shell(Shell):
    """Runs the command line on a page of ours, whose path stands for PAGE."""

    def __init__(
        self,
        folder: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        super().__init__(capsys, monkeypatch)
        self.page = folder / "page.html"
        self.page.write_text(_PAGE, encoding="utf-8")

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Done:
        """Run with *arguments*; PAGE among them is the path of the page."""
        named = (str(self.page) if each == "PAGE" else each for each in arguments)
        return super().__call__(*named, stdin=stdin)


@pytest.fixture
def shell(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> _Shell:
    """Return what runs the command line on a page of ours."""
    return _Shell(tmp_path, capsys, monkeypatch)


def test_summary_shows_every_part(shell: _Shell) -> None:
    """The summary has title, byline, date, text, quotes, pictures and stories."""
    done = shell("parse", "PAGE", "--url", _URL)
    assert 0 == done.code
    assert "" == done.err
    for part in (
        "Ferry returns to Penmoor\n",
        "Nora Whitcombe",
        "2024-05-01 09:30+01:00",
        "The old ferry sailed",
        "Ruth Pellow",
        "We want the children",
        "The ferry leaves the harbour at dawn.",
        "Idris Calloway",
        "Most read",
        "Night buses return to the eastern valleys",
    ):
        assert part in done.out


def test_json_is_the_dict_of_the_article(shell: _Shell) -> None:
    """`--format json` gives what `to_json` gives."""
    made = json.loads(shell("parse", "PAGE", "--format", "json").out)
    assert "1" == made["schema"]
    assert "Ferry returns to Penmoor" == made["title"]
    assert made["text"].startswith("The old ferry sailed")


def test_text_and_markdown(shell: _Shell) -> None:
    """The running text alone, or the whole as Markdown."""
    text = shell("parse", "PAGE", "--format", "text").out
    assert text.startswith("The old ferry sailed")
    assert text.endswith("taken out of service.\n")
    assert "# Ferry returns" in shell("parse", "PAGE", "--format", "markdown").out


def test_standard_input(shell: _Shell) -> None:
    """A minus reads standard input, bytes as they come."""
    page = _PAGE.replace('"utf-8"', '"utf-16"').encode("utf-16")
    done = shell("parse", "-", "--field", "title", stdin=page)
    assert "Ferry returns to Penmoor\n" == done.out


@pytest.mark.parametrize(
    ("name", "out"),
    [
        ("title", "Ferry returns to Penmoor\n"),
        ("published", "2024-05-01T09:30:00+01:00\n"),
        ("status", "ok\n"),
        ("truncated", "false\n"),
    ],
)
def test_field_prints_alone(shell: _Shell, name: str, out: str) -> None:
    """A plain field is one line; a moment is its date."""
    assert Done(0, out, "") == shell("parse", "PAGE", "--field", name)


def test_field_with_parts_prints_as_json(shell: _Shell) -> None:
    """Values with parts are one JSON object a line."""
    done = shell("parse", "PAGE", "--field", "authors")
    assert "Nora Whitcombe" == json.loads(done.out)["name"]
    assert 4 == len(shell("parse", "PAGE", "--field", "text").out.splitlines())


def test_field_that_is_missing(shell: _Shell) -> None:
    """What the page lacks is told on standard error, with exit code 1."""
    done = shell("parse", "PAGE", "--field", "kicker")
    assert Done(1, "", "articlekit: the page has no kicker\n") == done


def test_why_shows_where_a_value_came_from(shell: _Shell) -> None:
    """`--why` names the source and the words found there."""
    done = shell("parse", "PAGE", "--why", "title")
    assert 0 == done.code
    assert "og:title" in done.out
    assert "Ferry returns to Penmoor" in done.out


def test_quotes(shell: _Shell) -> None:
    """Quotes come as a table, as JSON lines and as CSV."""
    table = shell("quotes", "PAGE").out
    assert "Ruth Pellow" in table
    assert "We want the children" in table
    (line,) = shell("quotes", "PAGE", "--format", "jsonl").out.splitlines()
    assert "Ruth Pellow" == json.loads(line)["source"]
    (row,) = _rows(shell("quotes", "PAGE", "--format", "csv").out)
    assert ("Ruth Pellow", "said") == (row["speaker"], row["cue"])


def test_images(shell: _Shell) -> None:
    """Pictures come as a table, as JSON lines and as CSV."""
    assert "Idris Calloway" in shell("images", "PAGE").out
    out = shell("images", "PAGE", "--url", _URL, "--format", "jsonl").out
    assert "https://courier.example/pictures/ferry.jpg" == json.loads(out)["url"]
    (row,) = _rows(shell("images", "PAGE", "--format", "csv").out)
    assert "The ferry leaves the harbour at dawn." == row["caption"]
    assert "Idris Calloway" == row["photographers"]


def test_headlines(shell: _Shell) -> None:
    """Other stories come as a table, as JSON lines and as CSV."""
    assert "Most read" in shell("headlines", "PAGE").out
    lines = shell("headlines", "PAGE", "--format", "jsonl").out.splitlines()
    assert [1, 2, 3] == [json.loads(line)["rank"] for line in lines]
    rows = _rows(shell("headlines", "PAGE", "--url", _URL, "--format", "csv").out)
    assert "https://courier.example/1001/swifts" == rows[0]["url"]


@pytest.mark.parametrize("command", ["quotes", "images", "headlines"])
def test_nothing_found(shell: _Shell, command: str) -> None:
    """A page without the thing asked for is exit code 1 and one line."""
    page = f"<h1>Short note</h1>{'<p>Plain words without any marks.</p>' * 3}".encode()
    done = shell(command, "-", stdin=page)
    assert (1, "") == (done.code, done.out)
    assert done.err.startswith("articlekit: the page ")
    assert 1 == done.err.count("\n")


@pytest.mark.parametrize(
    "page", [b"", b" \n", b"%PDF-1.7 \x00\x01", b"<html><body></body></html>"]
)
def test_nothing_usable(shell: _Shell, page: bytes) -> None:
    """An unreadable or empty page is exit code 1 and one line."""
    done = shell("parse", "-", stdin=page)
    assert (1, "") == (done.code, done.out)
    assert 1 == done.err.count("\n")
    assert done.err.startswith("articlekit: ")


def test_empty_page_as_json_says_why(shell: _Shell) -> None:
    """JSON is written even of an empty page, since it holds the reason."""
    done = shell("parse", "-", "--format", "json", stdin=b"<html><body></body></html>")
    assert 1 == done.code
    assert "empty" == json.loads(done.out)["status"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("parse",),
        ("parse", "no-such-file.html"),
        ("parse", "PAGE", "--field", "titel"),
        ("parse", "PAGE", "--why", "titel"),
        ("parse", "PAGE", "--why", "title", "--field", "title"),
        ("parse", "PAGE", "--format", "yaml"),
        ("parse", "PAGE", "--now", "yesterday"),
        ("parse", "PAGE", "--timezone", "Mars/Base"),
        ("parse", "PAGE", "--language", "?"),
        ("pars", "PAGE"),
        ("--nothing",),
    ],
)
def test_wrong_use(shell: _Shell, arguments: tuple[str, ...]) -> None:
    """Wrong use is exit code 2 and one line on standard error."""
    done = shell(*arguments)
    assert (2, "") == (done.code, done.out)
    assert 1 == done.err.count("\n")
    assert done.err.startswith("articlekit: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("parse", "-"),
        ("parse", "-", "--format", "json"),
        ("parse", "-", "--format", "text"),
        ("parse", "-", "--format", "markdown"),
        ("parse", "-", "--field", "title"),
        ("parse", "-", "--why", "title"),
        ("quotes", "-"),
        ("quotes", "-", "--format", "csv"),
        ("images", "-"),
        ("headlines", "-"),
        ("headlines", "-", "--format", "jsonl"),
    ],
)
def test_page_sends_no_commands_to_the_terminal(
    shell: _Shell, arguments: tuple[str, ...]
) -> None:
    """Control characters and marks of direction of a page are not printed."""
    bad = "\x1b[31m\x9b2J\x07\u202e"
    page = _PAGE
    for word in (
        "Ferry returns",
        "Pellow",
        "We want",
        "dawn",
        "Volunteers",
        "dry dock",
    ):
        page = page.replace(word, word + bad).replace(word, word + "&#x9b;&#27;")
    done = shell(*arguments, stdin=page.encode())
    assert done.out
    assert not set("\x1b\x9b\x07\u202e\x00") & set(done.out)


def test_help_names_commands_and_codes(shell: _Shell) -> None:
    """The help tells the commands, what PATH is, and the exit codes."""
    done = shell("--help")
    assert 0 == done.code
    for part in ("parse", "quotes", "images", "headlines", "PATH", "Exit codes: 0"):
        assert part in done.out


@pytest.mark.parametrize("command", ["parse", "quotes", "images", "headlines"])
def test_every_command_has_help(shell: _Shell, command: str) -> None:
    """Each command says what it does and describes each of its options."""
    out = shell(command, "-h").out
    assert "--url" in out
    assert "--now" in out


def test_version(shell: _Shell) -> None:
    """`--version` is that of the installed package."""
    try:
        expected = version("articlekit")
    except PackageNotFoundError:
        pytest.skip("runs from the source, not installed")
    assert f"articlekit {expected}\n" == shell("--version").out


@pytest.mark.parametrize("module", ["click", "rich"])
def test_without_the_extra(
    module: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without click or rich, the command names the extra and exits with 2."""
    for name in [*sys.modules]:
        if name.startswith("articlekit.cli."):
            monkeypatch.delitem(sys.modules, name)
    for name in [module, *(m for m in sys.modules if m.startswith(f"{module}."))]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert 2 == ended.value.code
    assert "pip install 'articlekit[cli]'" in capsys.readouterr().err


def test_main_exits_with_the_code(
    shell: _Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The console script ends with the code of its command."""
    monkeypatch.setattr(sys, "argv", ["articlekit", "parse", str(shell.page)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert 0 == ended.value.code


def test_many_quotes_are_cut_in_the_summary(shell: _Shell) -> None:
    """A summary shows twenty quotes and says how many more there are."""
    said = "".join(
        f"<p>“The ferry sails at {hour} in the morning again,” said Ann Poe.</p>"
        for hour in range(30)
    )
    page = f"<html lang=en><h1>Ferry</h1><article>{said}</article></html>".encode()
    out = shell("parse", "-", stdin=page).out
    assert "10 more\n" in out
    assert 20 == out.split("\nQuotes ")[1].count("Ann Poe")


def test_front_page_groups_its_stories(shell: _Shell) -> None:
    """Each block's name stands above its stories, with badges and numbers."""
    page = _front_page().encode()
    out = shell("headlines", "-", "--url", "https://a.example/", stdin=page).out
    lines = out.splitlines()
    assert lines[0].startswith("Local")
    assert "1  Old ferry sails again for the Local section" == lines[1].strip()
    assert 15 == len(lines)


@pytest.mark.slow
def test_reader_that_goes_away() -> None:
    """A pipe that is closed early gives no traceback."""
    with subprocess.Popen(
        [sys.executable, "-m", "articlekit", "parse", "-", "--format", "json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        process.stdout.close()
        _, err = process.communicate((_PAGE * 3).encode(), timeout=60)
    assert b"" == err
    assert 1 == process.returncode


def test_module_is_the_command() -> None:
    """`python -m articlekit` is the same as `articlekit`."""
    done = subprocess.run(
        [sys.executable, "-m", "articlekit", "parse", "-", "--field", "title"],
        input=_PAGE.encode(),
        capture_output=True,
        check=True,
    )
    assert b"Ferry returns to Penmoor" == done.stdout.strip()


def _front_page() -> str:
    """Write a front page: three sections of four stories."""
    titles = (
        "Old ferry sails again",
        "Council vote on market roof is off",
        "Night buses return to the valleys",
        "Volunteers count a record of swifts",
    )
    sections = (
        "".join(
            f'<li><h3><a href="/{name}/story-{place}123456">{title} for the {name} section</a>'
            f"</h3><p>What happened on Monday, and why it matters to many.</p></li>"
            for place, title in enumerate(titles)
        )
        for name in ("Local", "Sport", "Opinion")
    )
    body = "".join(
        f"<section><h2>{name}</h2><ul>{items}</ul></section>"
        for name, items in zip(("Local", "Sport", "Opinion"), sections, strict=True)
    )
    return (
        f"<html lang=en><title>Courier</title><body><main>{body}</main></body></html>"
    )


def _rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


def test_headings_over_nothing_are_told(shell: _Shell) -> None:
    """A list that is named and empty is told beside what was found."""
    page = _PAGE.replace(
        "</aside>", "<section><h2>Latest news</h2><div></div></section></aside>"
    )
    done = shell("headlines", "-", "--url", _URL, stdin=page.encode())
    assert "Volunteers count" in done.out
    assert done.err == "articlekit: a list is named over nothing (empty-list)\n"
    assert done.code == 0
