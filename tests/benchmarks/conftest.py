"""The benchmarks are no part of the wheel: they are imported from the checkout."""

import gzip
import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

PAGE = """<html><head><title>Bridge reopens</title></head><body>
<h1>Bridge reopens</h1><p>The old bridge over the mill stream is open again.</p>
<p>Repairs took three summers and one very long winter.</p></body></html>"""


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder with one corpus, ``mill``, of two pages, one of them broken."""
    truth = {
        "title": "Bridge Reopens",
        "body": [
            "The old bridge over the mill stream is open again.",
            "Repairs took three summers and one very long winter.",
        ],
    }
    corpus = tmp_path / "corpora" / "mill"
    write_page(corpus, {"id": "a", "url": "http://example.com/a", "truth": truth})
    write_page(corpus, {"id": "b", "broken": True, "truth": {}})
    return corpus.parent


def write_page(corpus: Path, page: Mapping[str, object]) -> None:
    """Add a page to a corpus, in the layout of the collections."""
    name = f"html/{page['id']}.html.gz"
    (corpus / "html").mkdir(parents=True, exist_ok=True)
    (corpus / name).write_bytes(gzip.compress(PAGE.encode()))
    line = json.dumps({"corpus": corpus.name, "html": name, **page})
    with (corpus / "pages.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(f"{line}\n")
