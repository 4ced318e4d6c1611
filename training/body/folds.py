"""Parse pages with weights that have not seen their sites.

    python -m training.body.train --corpora DIR --folds FOLDS
    python -m training.body.folds --corpora DIR --folds FOLDS --out OUT [CORPUS ...]

Writes one file a corpus with a JSON line a page, in the format of the
comparison's extractors (id, text, title, dek, authors, published, ...).
"""

import argparse
import gzip
import json
import time
from pathlib import Path

import articlekit
from articlekit.body import scoring


def read_folds(folder: Path) -> list[tuple[scoring.Weights, frozenset[str]]]:
    """Read the weights of each fold and the sites that it has not seen."""
    folds = []
    for path in sorted(folder.glob("*.json")):
        text = path.read_text("utf-8")
        unseen = frozenset(json.loads(text)["unseen"])
        folds.append((scoring.Weights.from_json(text), unseen))
    return folds


def weights_for(site: str, folds: list) -> scoring.Weights:
    """Return weights that have not seen *site*."""
    return next((w for w, unseen in folds if site in unseen), folds[0][0])


def as_row(article: articlekit.Article) -> dict[str, object]:
    """Return what the scores look at."""
    data = article.to_dict()
    images = data["images"]
    for image in images:
        image["credit"] = (image["credit"] or {}).get("text")
    return {
        **data,
        "authors": [author["name"] for author in data["authors"]],
        "published": (data["published"] or {}).get("value"),
        "modified": (data["modified"] or {}).get("value"),
        "lead_image": next((i["url"] for i in images if i["is_lead"]), None),
        "evidence": None,
    }


def main() -> None:
    """Parse and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("corpus", nargs="*")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    folds = read_folds(options.folds)
    names = options.corpus or sorted(
        p.parent.name for p in options.corpora.glob("*/pages.jsonl")
    )
    for name in names:
        rows = []
        for line in (
            (options.corpora / name / "pages.jsonl").read_text("utf-8").splitlines()
        ):
            entry = json.loads(line)
            if entry.get("broken"):
                continue
            page = gzip.decompress(
                (options.corpora / name / entry["html"]).read_bytes()
            )
            weights = weights_for(entry.get("site", ""), folds)
            scoring.load_weights = lambda weights=weights: weights
            start = time.process_time()
            article = articlekit.parse(page, url=entry["url"], profiles=())
            seconds = time.process_time() - start
            row = {"corpus": name, "id": entry["id"], "seconds": seconds, "error": None}
            rows.append(json.dumps(row | as_row(article), ensure_ascii=False))
        (options.out / f"{name}.jsonl").write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
