"""The commands of `articlekit profile`, run as their users run them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from threading import Thread

import attrs
import pytest
from tests.cli.shell import Shell
from tests.testing.pages import PAGE, URL

from articlekit.profiles.claims import Claim, Claims
from articlekit.profiles.installed import InstalledProfiles
from articlekit.testing import read_golden

_GOLDEN = Path("golden", "courier", "ferry-returns-to-penmoor")


@pytest.fixture
def shell(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Shell]:
    """Return what runs the commands in a folder with a page of ours."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    Path("page.html").write_text(PAGE, "utf-8")
    yield Shell(capsys, monkeypatch, "profile")
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", None)).startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.fixture
def project(shell: Shell) -> Shell:
    """Return the shell in a folder with a profile that was written."""
    done = shell("new", "page.html", "--url", URL)
    assert (0, "") == (done.code, done.err)
    return shell


@pytest.fixture
def server() -> Iterator[str]:
    """Serve the page of the tests on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()
    thread.join()


def _rules(text: str) -> None:
    """Write the profile of the tests anew, with these rules."""
    code = (
        "from articlekit.rules import *\nPROFILE = Profile(\n"
        f'    name="courier", hosts=("courier.example",),\n{text})\n'
    )
    Path("courier.py").write_text(code, "utf-8")


def _expect(*, alone: bool = False, **fields: object) -> None:
    """Change what is expected of the golden page, or expect nothing else."""
    path = _GOLDEN / "expected.json"
    old = {} if alone else json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(old | fields), "utf-8")


def test_new_writes_a_profile_that_passes(project: Shell) -> None:
    """What `new` writes from a page passes `check` and `lint` as it is."""
    assert Path("courier.py").is_file()
    assert "Ferry returns to Penmoor" == read_golden(_GOLDEN).expected["title"]
    done = project("check", "courier.py", "--examples", "5")
    assert (0, "") == (done.code, done.err)
    assert "courier  courier.example\n" in done.out
    assert "✓  ferry-returns-to-penmoor" in done.out
    done = project("lint", "courier.py")
    assert (0, "nothing to remark on 1 profile and 1 golden page\n") == (
        done.code,
        done.out,
    )


def test_new_says_what_comes_next(shell: Shell) -> None:
    """The report names the files, what was found, and the next command."""
    out = shell("new", "page.html", "--url", URL).out
    assert f"wrote courier.py\nwrote {_GOLDEN}\n" in out
    assert "  authors    Nora Whitcombe\n" in out
    assert "Next: correct what is wrong in expected.json, then run\n" in out
    assert out.endswith("  articlekit profile check courier.py\n")


def test_new_keeps_a_profile(project: Shell) -> None:
    """A second page of a site is one more golden page."""
    _rules("    title=css('aside h3'),\n")
    done = project("new", "page.html", "--url", URL, "--now", "2024-05-02")
    assert "wrote courier.py" not in done.out
    assert "Found with the profile:\n  title      Most read\n" in done.out
    page = read_golden(_GOLDEN.with_name(f"{_GOLDEN.name}-2"))
    assert "2024-05-02T00:00:00+00:00" == page.meta.now.isoformat()  # type: ignore[union-attr] # given
    assert "PROFILE = Profile(\n    name" in Path("courier.py").read_text("utf-8")


def test_new_from_an_address(shell: Shell, server: str) -> None:
    """A page can be fetched; a private address only with leave."""
    done = shell("new", f"{server}/a-story-of-ferries")
    assert (2, True) == (done.code, "a private address" in done.err)
    done = shell("new", f"{server}/a-story-of-ferries", "--allow-private")
    assert (0, "") == (done.code, done.err)
    (meta,) = Path("golden").rglob("meta.json")
    known = json.loads(meta.read_text("utf-8"))
    assert "text/html; charset=utf-8" == known["content_type"]
    assert "a-story-of-ferries" == meta.parent.name


def test_new_package(shell: Shell) -> None:
    """A whole project is written, and passes."""
    done = shell("new", "page.html", "--url", URL, "--package", "--into", "made")
    assert "articlekit profile check made/articlekit-courier\n" in done.out
    done = shell("check", "made/articlekit-courier", "--examples", "3")
    assert (0, "") == (done.code, done.err)
    assert "✓  ferry-returns-to-penmoor" in done.out
    assert 0 == shell("lint", "made/articlekit-courier").code


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["new", "nowhere.html"], 2, "nowhere.html: No such file"),
        (["new", "empty.html", "--url", URL], 1, "nothing but white space"),
        (["new", "bare.html"], 2, "with --url"),
        (["check", "nowhere.py"], 2, "there is no such file"),
        (["check", "courrier"], 2, "no profile is named 'courrier'"),
        (["drift", "page.html", "page.html"], 2, "page.html"),
        (["redact", "."], 2, "no golden pages"),
    ],
)
def test_wrong_use(shell: Shell, arguments: list[str], code: int, reason: str) -> None:
    """What is wrong is told in one line on standard error."""
    Path("empty.html").write_text(" ")
    Path("bare.html").write_text("<html><body><p>" + "A story of ferries. " * 40)
    done = shell(*arguments)
    assert (code, "") == (done.code, done.out)
    assert reason in done.err
    assert 1 == len(done.err.splitlines())


def test_check_tells_what_is_different(project: Shell) -> None:
    """A field that is not as expected fails, with the difference."""
    _expect(title="Ferry sinks", authors=["Ruth Pellow"])
    done = project("check", "courier.py", "--examples", "2")
    assert (1, "articlekit: 2 faults\n") == (done.code, done.err)
    assert "✗  ferry-returns-to-penmoor" in done.out
    assert "title: expected 'Ferry sinks', found 'Ferry returns to" in done.out
    assert "- Ruth Pellow\n" in done.out
    assert "+ Nora Whitcombe\n" in done.out


def test_rule_mends_a_field(project: Shell) -> None:
    """The way of an author: expect, see it fail, write a rule, see it pass."""
    _expect(alone=True, title="Most read")
    assert 1 == project("check", "courier.py", "--examples", "2").code
    del sys.modules["courier"]
    _rules("    title=css('aside h3'),\n")
    assert 0 == project("check", "courier.py", "--examples", "2").code


def test_check_stops_what_never_ends(project: Shell) -> None:
    """A function that never returns is stopped, and the page is named."""
    code = Path("courier.py").read_text("utf-8").replace("Profile(", "Profile(title=f,")
    code = code.replace("PROFILE", "def f(page):\n    while True: pass\n\nPROFILE")
    Path("courier.py").write_text(code, "utf-8")
    done = project("check", "courier.py", "--seconds", "4")
    assert 1 == done.code
    assert "did not end within 4 s" in done.out
    assert "–  ferry-returns-to-penmoor  not tried\n" in done.out
    assert "hostile" not in done.out


def test_check_without_pages(shell: Shell) -> None:
    """A profile without golden pages is told so."""
    _rules("")
    done = shell("check", "courier.py", "--examples", "2")
    assert 0 == done.code
    assert "no golden pages" in done.out


def test_misspelt_keyword(project: Shell) -> None:
    """A keyword that no profile has is refused with the one that was meant."""
    _rules("    titel=css('h1'),\n")
    done = project("lint", "courier.py")
    assert 2 == done.code
    assert "line 2: TypeError: " in done.err
    assert "did you mean 'title'?" in done.err


def test_lint_tells_of_idle_rules(project: Shell) -> None:
    """Rules that do nothing are told, and the exit code is 1."""
    _rules("    title=css('h1'), dek=css('.none'),\n")
    done = project("lint", "courier.py")
    assert (1, "articlekit: 3 remarks\n") == (done.code, done.err)
    assert "rule-finds-nothing-new  courier.title" in done.out
    assert "rule-never-fires  courier.dek\n  css('.none') finds nothing" in done.out
    assert "field-not-recorded  courier.dek" in done.out


def test_golden_folder_can_be_named(project: Shell) -> None:
    """`--golden` looks elsewhere."""
    Path("golden").rename("pages")
    assert "no golden pages" in project("check", "courier.py", "--examples", "1").out
    done = project("check", "courier.py", "--examples", "1", "--golden", "pages")
    assert "✓  ferry-returns-to-penmoor" in done.out


def test_broken_golden_page(project: Shell) -> None:
    """A golden page that cannot be used is a wrong use of the command."""
    _expect(titel="x")
    done = project("check", "courier.py")
    assert (2, True) == (done.code, "did you mean title?" in done.err)


def test_refresh_compares_and_writes(project: Shell) -> None:
    """New copies are compared field by field, and take the old ones' place."""
    Path("copies").mkdir()
    copy = Path("copies", f"{_GOLDEN.name}.html")
    copy.write_text(PAGE, "utf-8")
    done = project("refresh", "courier.py", "--from", "copies")
    assert (0, "nothing has changed\n") == (done.code, done.out)
    page = PAGE.replace("Ferry returns", "Old ferry returns").replace(
        '<p class="byline">By Nora Whitcombe</p>', ""
    )
    copy.write_text(page, "utf-8")
    done = project("refresh", "courier.py", "--from", "copies", "--write")
    assert (1, True) == (done.code, "fields or pages are gone" in done.err)
    assert "title    Ferry returns to Penmoor  Old ferry returns to Penmoor" in done.out
    assert "authors  Nora Whitcombe            –" in done.out
    expected = read_golden(_GOLDEN).expected
    assert "Old ferry returns to Penmoor" == expected["title"]
    assert "authors" not in expected
    assert 0 == project("check", "courier.py", "--examples", "1").code


def test_refresh_without_a_copy(project: Shell) -> None:
    """A page without a new copy is told as gone."""
    Path("copies").mkdir()
    done = project("refresh", "courier.py", "--from", "copies")
    assert (1, True) == (done.code, "has no copy of ferry" in done.out)
    _rules("")
    Path("courier.py").write_text(
        Path("courier.py").read_text("utf-8").replace("courier.ex", "other.ex"), "utf-8"
    )
    del sys.modules["courier"]
    assert 2 == project("refresh", "courier.py", "--from", "copies").code


def test_refresh_fetches(shell: Shell, server: str) -> None:
    """Without a folder the copies are fetched."""
    shell("new", f"{server}/a-story-of-ferries", "--allow-private")
    (target,) = Path().glob("*.py")
    done = shell("refresh", str(target), "--allow-private")
    assert (0, "nothing has changed\n") == (done.code, done.out)
    done = shell("refresh", str(target))
    assert (1, True) == (done.code, "a private address" in done.out)


def test_drift(project: Shell) -> None:
    """Fresh pages are compared with a baseline; what drifted is told."""
    for folder, change in (("before", "Nora Whitcombe"), ("now", "")):
        Path(folder).mkdir()
        for number in range(6):
            page = PAGE.replace("By Nora Whitcombe", f"By {change}" if change else "")
            page = page.replace("Penmoor", f"Penmoor on day {number + 10}")
            page = page.replace(
                "</head>", f'<link rel="canonical" href="{URL}"></head>'
            )
            Path(folder, f"{number}.html").write_text(page, "utf-8")
    done = project("drift", "courier.py", "before", "--save", "base.json")
    assert (0, "wrote base.json: 6 pages\n") == (done.code, done.out)
    done = project("drift", "courier.py", "before", "--baseline", "base.json")
    assert (0, "") == (done.code, done.err)
    done = project("drift", "courier.py", "now", "--baseline", "base.json")
    assert (1, "articlekit: 2 fields have drifted\n") == (done.code, done.err)
    (line,) = (line for line in done.out.splitlines() if "authors" in line)
    assert ["✗", "authors", "100%", "0%"] == line.split()[:4]
    assert "0.html, 1.html, 2.html" in line
    done = project(
        "drift", "courier.py", "now", "--baseline", "base.json", "--format", "jsonl"
    )
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert {"byline", "authors"} == {row["field"] for row in rows if row["has_drifted"]}


def test_drift_from_the_golden_pages(project: Shell) -> None:
    """Without a baseline the golden pages are one; bad files are refused."""
    Path("base.json").write_text("{}")
    Path("none").mkdir()
    _rules("    title=css('aside h3'),\n")
    done = project("drift", "courier.py", "golden")
    assert 0 == done.code
    assert "✓  title        100%  100%  profile\n" in done.out
    assert 1 == project("drift", "courier.py", "none").code
    done = project("drift", "courier.py", "golden", "--baseline", "base.json")
    assert (2, True) == (done.code, "no baseline" in done.err)
    Path("golden").rename("pages")
    done = project("drift", "courier.py", "pages")
    assert (2, True) == (done.code, "no --baseline" in done.err)


def test_redact_a_page(shell: Shell) -> None:
    """A page goes to standard output or a file; a profile's words stay."""
    done = shell("redact", "page.html", "--keep", "Penmoor")
    assert (0, "") == (done.code, done.err)
    assert "Penmoor" in done.out
    assert "Whitcombe" not in done.out
    _rules("    kicker=text_after('Whitcombe:'),\n")
    shell("redact", "page.html", "--profile", "courier.py", "-o", "made.html")
    assert "Whitcombe" in Path("made.html").read_text("utf-8")


def test_redact_golden_pages(project: Shell) -> None:
    """Golden pages are redacted where they are, and still pass."""
    done = project("redact", "golden")
    assert (0, "") == (done.code, done.err)
    assert "fields as before" in done.out
    assert "Penmoor" not in (_GOLDEN / "page.html").read_text("utf-8")
    assert 0 == project("check", "courier.py", "--examples", "1").code


def test_redaction_that_loses_a_field(project: Shell) -> None:
    """A field that hangs on a word that goes is told."""
    _rules("    title=regex('Ferr. returns', of=css('h1')),\n")
    _expect(alone=True, title="Ferry returns")
    assert 0 == project("check", "courier.py", "--examples", "1").code
    done = project("redact", "golden", "--profile", "courier.py")
    assert (1, "articlekit: 1 field is given no longer\n") == (done.code, done.err)
    assert "✗  ferry-returns-to-penmoor\n    title: expected" in done.out


def _installed(monkeypatch: pytest.MonkeyPatch, *claims: Claim) -> None:
    known = InstalledProfiles(Claims(claims))
    for place in ("listing", "doctor"):
        module = import_module(f"articlekit.cli.profile.{place}")
        monkeypatch.setattr(module, "default_profiles", lambda: known)


def test_list(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hosts are listed in order, or those with a word in them."""
    _installed(
        monkeypatch,
        Claim("b.example", "m", "PROFILE", "articlekit-m"),
        Claim("a.example", "n", "PROFILE", "articlekit-n"),
    )
    rows = [line.split() for line in shell("list").out.splitlines()]
    assert ["a.example", "n:PROFILE", "articlekit-n"] == rows[1]
    assert ["b.example"] == [
        line.split()[0] for line in shell("list", "b.").out.splitlines()[1:]
    ]
    row = json.loads(shell("list", "--format", "jsonl").out.splitlines()[1])
    assert {
        "host": "b.example",
        "profile": "m:PROFILE",
        "source": "articlekit-m",
    } == row
    assert "host,profile,source\n" in shell("list", "--format", "csv").out
    assert (1, "articlekit: no profile for zzz\n") == attrs.astuple(
        shell("list", "zzz")
    )[::2]


def test_doctor(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken plugins and clashes are told, each once."""
    good = Claim("courier.example", "tests.testing.sites", "GOOD", "articlekit-a")
    _installed(monkeypatch, good)
    done = shell("doctor")
    assert (0, "") == (done.code, done.err)
    assert "1 host of 1 package" in done.out
    _installed(
        monkeypatch,
        good,
        Claim("courier.example", "tests.testing.sites", "IDLE", "articlekit-b"),
        Claim("gone.example", "nobody_has_this", "PROFILE", "articlekit-c"),
        Claim("*.gone.example", "nobody_has_this", "PROFILE", "articlekit-c"),
    )
    done = shell("doctor")
    assert (1, "articlekit: 2 faults\n") == (done.code, done.err)
    assert "profile-conflict courier.example" in done.out
    assert 1 == done.out.count("profile-import-failed nobody_has_this:PROFILE")


def test_commands_are_imported_late() -> None:
    """The command line loads neither these commands nor the test kit by itself."""
    code = "import sys, articlekit.cli.app; print('articlekit.testing' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "False\n" == done.stdout


def test_unknown_command(shell: Shell) -> None:
    """A command that there is not is a wrong use."""
    done = shell("chekc")
    assert (2, True) == (done.code, "chekc" in done.err)


def test_help_names_the_way(shell: Shell) -> None:
    """The help says what to begin with, and what a target is."""
    out = shell("--help").out
    assert "articlekit profile new PAGE" in out
    assert "TARGET is a file" in out
