"""The scores give the figures of the scorers that they follow, where those are there.

The reference scorers lie beside the checkout; without them these tests are skipped,
and the other tests of this folder hold figures worked out by hand.
"""

import importlib.util
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from benchmarks.corpora import page_bytes, read_pages
from benchmarks.records import Record, read_lines
from benchmarks.scoring.labels import score_labels
from benchmarks.scoring.pages import score_corpus
from benchmarks.scoring.speech import TASKS, Task, score_articles
from lxml import etree

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "score" / "score.py").exists(), reason="no reference scorers here"
)

NAMES = {
    "bodyF1": "body",
    "med": "median",
    "para": "paragraphs",
    "nameF1": "names",
    "creditF1": "credits",
    "captionF1": "captions",
}
SPEECH = {
    "span strict": "strict",
    "span lenient": "lenient",
    "quote+speaker": "attr",
    "quote+full name": "resattr",
}
SPEAKERS = {
    "speaker exact": "spk_exact",
    "speaker head": "spk_head",
    "speaker entity": "spk_entity",
    "resolved": "resolved",
    "resolved pronoun": "resolved_pron",
    "cue": "cue",
}


@pytest.fixture
def path_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a reference scorer does to the import path is undone."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)


def reference(folder: str, name: str) -> ModuleType:
    """A reference scorer as a module, under a name of its own."""
    path = SHARED / folder / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"reference_{folder}_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reference_scores(
    pages: Sequence[Record], lines: Sequence[Record]
) -> dict[str, float]:
    """What the reference says about lines of a worker."""
    score = reference("score", "score")
    found = {line["id"]: line for line in lines}
    offers = {key for line in lines if not line.get("error") for key in line}
    empty: dict[str, object] = {
        "text": "",
        "title": None,
        "authors": [],
        "published": None,
    }
    empty |= {"images": [], "lead_image": None, "dek": None}
    rows = [
        score.score_page(
            page,
            {
                k: found.get(page["id"], {}).get(k, v)
                for k, v in empty.items()
                if k in offers
            },
        )
        for page in pages
    ]
    total = score.summarise(rows)
    return {NAMES.get(k, k): v for k, v in total.items() if v is not None}


def made_up(rng: random.Random) -> Iterator[tuple[Record, Record]]:
    """Pages with a truth and an answer that is sometimes right."""
    words = [
        "the",
        "mill",
        "ferry",
        "“old”",
        "bridge",
        "—",
        "opens",
        "on",
        "Friday",
        "橋",
        "ü",
        "NEW",
        "it's",
    ]
    for number in range(120):
        lines = [" ".join(rng.choices(words, k=rng.randint(1, 9))) for _ in range(8)]
        day = f"2024-03-{rng.randint(1, 28):02d}"
        zone = rng.choice(["", "+02:00", "Z"])
        truth = {
            "title": rng.choice(lines[:2]),
            "body": lines,
            "body_optional": rng.sample(range(8), rng.choice([0, 2, 7])),
            "body_headings": rng.sample(range(8), rng.choice([0, 1])),
            "summary": rng.choice([[], ["the old ferry"]]),
            "authors": rng.sample(["A B", "C D", "E F"], rng.randint(0, 3)),
            "stated_empty": rng.choice([[], ["authors"]]),
            "published": rng.choice([day, f"{day}T0{rng.randint(0, 9)}:30:00{zone}"]),
            "lead_image": "http://x.example/a.jpg",
            "images": [
                {"credit": rng.choice(["A B/C", ["A B", "C"], ""]), "caption": lines[0]}
            ],
            "with": lines[:1],
            "without": lines[-1:],
        }
        text = [line for line in lines if rng.random() < 0.8]
        found = {
            "title": rng.choice(lines[:2]).upper(),
            "text": "\n".join(text),
            "dek": rng.choice([None, "the old ferry"]),
            "authors": rng.sample(["a b", "C  D", "E F"], rng.randint(0, 3)),
            "published": rng.choice([None, day, f"{day}T05:30:10+00:00", "soon"]),
            "lead_image": rng.choice([None, "http://y.example/b/A.jpg?w=1"]),
            "images": [{"credit": rng.choice([None, "A B, C"]), "caption": lines[1]}],
        }
        suspect = rng.choice([{}, {}, {"title": "x"}, {"body": "x"}, {"all": "x"}])
        page = {"id": str(number), "truth": truth, "suspect": suspect}
        error = "boom" if rng.random() < 0.1 else None
        yield page, {"id": str(number), "error": error, **({} if error else found)}


@pytest.mark.usefixtures("path_kept")
def test_made_up_answers_score_alike() -> None:
    """Random truths and answers give the same figures, all of them."""
    pairs = list(made_up(random.Random(5)))
    pages, lines = [p for p, _ in pairs], [f for _, f in pairs]
    scores = score_corpus(pages, lines)
    assert reference_scores(pages, lines) == scores
    assert 12 < len(scores)


@pytest.mark.usefixtures("path_kept")
@pytest.mark.parametrize("name", ["aeb", "fundus_fixtures"])
def test_real_pages_score_alike(name: str) -> None:
    """All the paragraphs of real pages give the same figures."""
    corpus = SHARED / "corpora" / name
    if not corpus.exists():
        pytest.skip(f"no corpus {name}")
    pages = list(read_pages(corpus))[:40]
    lines = [
        {"id": p["id"], "error": None, **paragraphs(page_bytes(corpus, p))}
        for p in pages
    ]
    assert reference_scores(pages, lines) == score_corpus(pages, lines)


def paragraphs(page: bytes) -> dict[str, object]:
    """A page's title and all its paragraphs."""
    tree = etree.fromstring(page, etree.HTMLParser(huge_tree=True))
    texts = [" ".join("".join(p.itertext()).split()) for p in tree.iter("p")]
    return {"title": tree.findtext(".//title"), "text": "\n".join(texts)}


@pytest.mark.usefixtures("path_kept")
def test_labels_score_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings made from the labels, some spoilt, give the figures of the reference."""
    folder, rng = SHARED / "labels", random.Random(3)
    if not folder.exists():
        pytest.skip("no labels")
    monkeypatch.setitem(sys.modules, "score", reference("score", "score"))
    score = reference("score", "score_labels")
    lines = [spoilt(page, rng) for page in read_lines(folder / "headlines.dev.jsonl")]
    lines += [spoilt(page, rng) for page in read_lines(folder / "credits.dev.jsonl")]
    found = {(line["corpus"], line["id"]): line for line in lines}
    rows = {row.name: row.scores for row in score_labels(folder, "dev", found.values())}
    for kind in ("headlines", "credits"):
        pages = read_lines(folder / f"{kind}.dev.jsonl")
        triples = [
            (
                score.label_form(kind, p),
                found.get((p["corpus"], p["id"]), {}),
                score.plain,
            )
            for p in pages
        ]
        said = score.SCORES[kind](triples)
        keys = {"F1": " F1=", "page F1": "pageF1=", "credit F1": "creditF1="}
        for key, mark in keys.items():
            if key in rows[kind]:
                assert f"{mark}{rows[kind][key]:.3f}" in said
    extras = read_lines(folder / "extras.dev.jsonl")
    wanted = [(score.label_form("extras", p), p, score.plain) for p in extras]
    said = score.SCORES["extras"](wanted)
    (row,) = (r for r in score_labels(folder, "dev", extras) if r.name == "extras")
    for key, value in row.scores.items():
        assert f"{key.replace(' ', '.')}={value:.3f}" in said


def spoilt(page: Record, rng: random.Random) -> dict[str, object]:
    """What an extractor that is right four times in five finds on a labelled page."""
    blocks = json.loads(json.dumps(page.get("blocks", [])))
    items = [{**i, "block": b["name"]} for b in blocks for i in b["items"]]
    for item in items:
        item["url"] = item["url"] if rng.random() < 0.8 else None
        item["title"] = item["title"] if rng.random() < 0.8 else "More"
    images = json.loads(json.dumps(page.get("images", [])))
    for image in images:
        image["credit"] = image["credit"] if rng.random() < 0.8 else None
    kept = [item for item in items if rng.random() < 0.8]
    return {**page, "headlines": [*kept, {"title": "Log in"}], "images": images}


@pytest.mark.usefixtures("path_kept")
@pytest.mark.parametrize("task", TASKS)
def test_quotes_score_alike(task: Task) -> None:
    """Annotated quotations, moved and misattributed at random, score alike."""
    if not (SHARED / "quotes" / "wikinews_de.jsonl").exists():
        pytest.skip("no annotated articles")
    score, rng = reference("quotes", "score"), random.Random(4)
    articles = [
        article
        for name in ("wikinews_de", "adaq_cs")
        for article in read_lines(SHARED / "quotes" / f"{name}.jsonl")[:80]
    ]
    predictions = {str(a["id"]): list(misread(a, rng)) for a in articles}
    expected, _ = score.score(articles, predictions, task)
    found = score_articles(articles, predictions, task)
    names = {
        f"{a} {x}": f"{b}_{x}" for a, b in SPEECH.items() for x in ("P", "R", "F1")
    }
    names |= SPEAKERS
    assert {key: expected[names[key]] for key in found} == found
    assert 0.1 < found["quote+speaker F1"] < 0.9


def misread(article: Record, rng: random.Random) -> Iterator[Record]:
    """Predictions for the annotated quotations of an article."""
    quotes = article["quotes"]
    assert isinstance(quotes, list)
    for unit in quotes:
        start = max(0, unit["start"] + rng.choice([0, 0, 0, 9, -9]))
        end = max(start, unit["end"] + rng.choice([0, 0, 0, 9, -9]))
        if unit.get("content") and rng.random() < 0.3:
            start, end = unit["content"]["start"], unit["content"]["end"]
        speaker = (unit["speaker"] or {}).get("text")
        yield {
            "spans": [[start, end]],
            "speaker": rng.choice([speaker, speaker, None, "er"]),
            "speaker_full": rng.choice([unit.get("speaker_full"), None, "Quill"]),
            "cue": rng.choice([(unit["cue"] or {}).get("text"), "sagte", None]),
        }
    yield {"start": 3, "end": 40, "speaker": None, "cue": None}
