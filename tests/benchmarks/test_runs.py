"""Tests of workers, environments and the command line."""

import json
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from benchmarks.__main__ import main
from benchmarks.extractors import article_fields, decode
from benchmarks.peers import PEERS, choose
from benchmarks.runs import Contestant, WorkerFailure, import_seconds, run_corpus

BUILD = Contestant("lxml", "lxml-parse", Path(sys.executable), "lxml")


def test_worker_writes_a_line_a_page(corpora: Path, tmp_path: Path) -> None:
    """Each line has the times of the extractor and of lxml's build."""
    run = run_corpus(BUILD, corpora / "mill", tmp_path / "out.jsonl")
    (line,) = run.lines
    assert ("a", "mill", None) == (line["id"], line["corpus"], line["error"])
    assert run.cost is not None
    assert 0 < run.cost.ratio
    assert 1 < run.peak_mb
    assert {"lxml"} == set(run.versions)


def test_worker_reuses_only_when_asked(corpora: Path, tmp_path: Path) -> None:
    """What an earlier run left is taken for a peer that did not change."""
    out = tmp_path / "out.jsonl"
    run_corpus(BUILD, corpora / "mill", out)
    out.write_text('{"id": "old"}\n', encoding="utf-8")
    assert "old" == run_corpus(BUILD, corpora / "mill", out, reuse=True).lines[0]["id"]
    assert "a" == run_corpus(BUILD, corpora / "mill", out).lines[0]["id"]


def test_a_worker_that_fails_says_why(corpora: Path, tmp_path: Path) -> None:
    """A missing package is reported, not scored as zero."""
    absent = attrs.evolve(BUILD, extractor="turbohtml", name="turbohtml")
    with pytest.raises(WorkerFailure, match="turbohtml"):
        run_corpus(absent, corpora / "mill", tmp_path / "out.jsonl")


def test_import_is_timed() -> None:
    """CPU time of an import is more than nothing."""
    assert 0 < import_seconds(BUILD)


def test_peers_by_name() -> None:
    """Peers are chosen by name; all and none are words for them."""
    assert ("justext", "goose3") == tuple(p.name for p in choose("justext,goose3"))
    assert PEERS == choose("all")
    assert () == choose("none")
    with pytest.raises(ValueError, match="no peer named nobody"):
        choose("nobody")


def test_worker_module_needs_no_package(tmp_path: Path) -> None:
    """The worker loads where nothing but the standard library is installed."""
    root = Path(__file__).resolve().parents[2]
    code = f"import sys; sys.path.insert(0, {str(root)!r}); import benchmarks.worker"
    command = [sys.executable, "-I", "-S", "-c", code]
    assert 0 == subprocess.run(command, cwd=tmp_path, check=False).returncode


def test_without_corpus_the_projects_are_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Exit code 2, and who publishes pages."""
    assert 2 == main([])
    assert "scrapinghub/article-extraction-benchmark" in capsys.readouterr().err
    assert 2 == main(["speed", "--corpora", str(tmp_path)])
    assert 2 == main(["quotes"])
    assert "PolNeAR" in capsys.readouterr().err


def test_unknown_corpus_is_refused(
    corpora: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A corpus that is not there is an error, not an empty table."""
    assert 2 == main(["--corpora", str(corpora), "--corpus", "mill,nowhere"])
    assert "nowhere" in capsys.readouterr().err


def test_article_fields_flatten_credits_and_moments() -> None:
    """An article's dict becomes what the scores read."""
    article = {
        "title": "Mill sold",
        "authors": [{"name": "Ada Quill"}],
        "published": {"value": "2024-03-05"},
        "images": [{"url": "u", "credit": {"text": "Oldham"}, "is_lead": True}],
    }
    fields = article_fields(json.loads(json.dumps(article)))
    assert (["Ada Quill"], "2024-03-05", "u") == (
        fields["authors"],
        fields["published"],
        fields["lead_image"],
    )
    assert [{"url": "u", "credit": "Oldham", "is_lead": True}] == fields["images"]


def test_decode_reads_old_encodings() -> None:
    """Pages that are not UTF-8 are guessed."""
    text = "Die Brücke über den Mühlbach ist wieder geöffnet, sagte der Bürgermeister."
    assert text == decode(text.encode("cp1252"))
    assert text == decode(text)
