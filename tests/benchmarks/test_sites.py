"""The list of what is read wrong, site by site."""

import gzip
import json
from pathlib import Path

import pytest
from benchmarks.sites import PageFaults, faults, main, site_faults

_PAGE = (
    "<html><head><title>Harbour opens</title></head><body><article><h1>Harbour opens</h1>"
    + "<p>The harbour of the north is open again after two years of works on its quays.</p>"
    * 1
    + "<p>The first ships came in a little before noon, in the rain, and were cheered.</p>"
    "</article></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a corpus of one page whose expected title is another one."""
    corpus = tmp_path / "made"
    (corpus / "html").mkdir(parents=True)
    (corpus / "html" / "a.html.gz").write_bytes(gzip.compress(_PAGE.encode()))
    page = {
        "id": "a",
        "site": "harbour.example",
        "url": "https://harbour.example/2026/harbour-opens",
        "html": "html/a.html.gz",
        "truth": {"title": "Harbour closes", "authors": ["Ann Lee"]},
    }
    (corpus / "pages.jsonl").write_text(json.dumps(page) + "\n", "utf-8")
    return tmp_path


def test_faults_are_told(folder: Path) -> None:
    """The fields whose value is another one, by name."""
    ((site, page),) = site_faults(folder)
    assert site == "harbour.example"
    assert page == PageFaults("made a", ("title", "authors"))
    assert str(page) == "    made a: title, authors"


def test_bodies_and_credits_count() -> None:
    """A body from an F1 of 0.99, credits where all of them are right."""
    truth = {"body": ["one two three four five six"], "images": [{"credit": "Ann Lee"}]}
    found = {"text": "one two three four", "images": [{"credit": "Bo Ek"}]}
    assert faults({"truth": truth}, found) == ("body 0.500", "credits 0/1/1")
    found = {"text": truth["body"][0], "images": truth["images"]}
    assert faults({"truth": truth}, found) == ()


def test_the_list_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sites, their pages, and how many are right."""
    assert main(["--corpora", str(folder), "harbour.example"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("harbour.example\n    made a: title, authors\n")
    assert "0 of 1 sites are right without a profile" in shown
    assert main(["--corpora", str(folder), "--profiles"]) == 0
    assert "made a" not in capsys.readouterr().out
