"""Make the weights of `articlekit.headlines.judge`.

    python -m training.headlines.train --corpora DIR --labels headlines.dev.jsonl
        [--reviewed FILE] [--pages 250] [--out src/articlekit/text/data/headlines/weights.json]

Cards of the labelled pages are learned from, and, with less weight, cards of
other pages that a first model is sure about. FILE corrects that model where
somebody looked at its choices: one JSON object a line with "corpus", "id",
"tail" (the end of an address) and "story" (0 or 1). What is printed is measured
with the labelled pages of each site left out in turn.
"""

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from training.headlines.pages import (
    EITHER,
    OTHER,
    STORY,
    Row,
    labels_of,
    read_page,
    read_records,
    rows_of,
)

STRENGTH = 0.1
SURE = 0.8
WEIGHT_SURE, WEIGHT_REVIEWED = 0.3, 1.0
LEAST = 0.02
SEED = 7


def labelled_rows(corpora: Path, labels: Path) -> list[Row]:
    """Return the cards of the labelled pages."""
    records = read_records(corpora)
    out: list[Row] = []
    for line in labels.read_text("utf-8").splitlines():
        label = json.loads(line)
        key = label["corpus"], label["id"]
        record = records[key]
        page = read_page(corpora, key, record)
        site = record.get("site") or record.get("url") or key[1]
        listing = label.get("page_kind") == "listing"
        out += rows_of(page, key, site, listing=listing, labels=labels_of(label))
    return out


def other_rows(
    corpora: Path, known: set[str], *, count: int, first: set[tuple[str, str]]
) -> list[Row]:
    """Return the cards of *count* pages of other sites, one page a site.

    Pages in *first* come before the others.
    """
    records = list(read_records(corpora).items())
    random.Random(SEED).shuffle(records)
    records.sort(key=lambda entry: entry[0] not in first)
    out: list[Row] = []
    sites = set(known)
    for key, record in records:
        site = record.get("site", "")
        if site and site not in sites and count > 0:
            sites.add(site)
            count -= 1
            page = read_page(corpora, key, record)
            out += rows_of(page, key, site, listing=False, labels={})
    return out


def page_weights(rows: list[Row]) -> list[float]:
    """Weigh the cards so that long lists do not outvote the other pages."""
    sizes = Counter(row.page for row in rows)
    weights = [1 / sizes[row.page] ** 0.5 for row in rows]
    mean = sum(weights) / len(weights)
    return [weight / mean for weight in weights]


class Trainer:
    """Fits models on cards."""

    def __init__(
        self, rows: list[Row], extra: list[Row], extra_weights: list[float]
    ) -> None:
        """Number the features."""
        self.rows = rows
        self.extra_weights = extra_weights
        self.vectorizer = DictVectorizer()
        features = [dict.fromkeys(row.features, 1) for row in (*rows, *extra)]
        self.matrix: csr_matrix = self.vectorizer.fit_transform(features)
        self.labels = np.array([row.label for row in (*rows, *extra)])
        self.extra = list(range(len(rows), len(rows) + len(extra)))

    def fit(self, chosen: list[int]) -> LogisticRegression:
        """Fit a model on the chosen labelled cards and all other ones."""
        chosen = [i for i in chosen if self.labels[i] != EITHER]
        weights = page_weights([self.rows[i] for i in chosen]) + self.extra_weights
        index = chosen + self.extra
        model = LogisticRegression(C=STRENGTH, max_iter=800)
        return model.fit(self.matrix[index], self.labels[index], sample_weight=weights)

    def left_out(self) -> np.ndarray:
        """Return the scores of the labelled cards, each site left out in turn."""
        scores = np.zeros(len(self.rows))
        for site in {row.site for row in self.rows}:
            test = [i for i, row in enumerate(self.rows) if row.site == site]
            train = [i for i, row in enumerate(self.rows) if row.site != site]
            scores[test] = self.fit(train).decision_function(self.matrix[test])
        return scores


def f1(rows: list[Row], scores: np.ndarray) -> tuple[float, float]:
    """Return F1 over all cards and the mean of F1 over pages."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for row, score in zip(rows, scores, strict=True):
        if row.label != EITHER:
            kind = (
                ("tp" if row.label else "fp")
                if score > 0
                else ("fn" if row.label else "tn")
            )
            counts.setdefault(row.page, Counter())[kind] += 1
    total = sum(counts.values(), Counter())
    return _f1(total), sum(map(_f1, counts.values())) / len(counts)


def _f1(count: Counter[str]) -> float:
    wrong = count["fp"] + count["fn"]
    return 2 * count["tp"] / (2 * count["tp"] + wrong) if count["tp"] + wrong else 1.0


Reviewed = dict[tuple[str, str], list[tuple[str, int]]]


def read_reviewed(path: Path | None) -> Reviewed:
    """Return ends of addresses and their labels by page."""
    known: Reviewed = {}
    for line in path.read_text("utf-8").splitlines() if path else ():
        entry = json.loads(line)
        key = entry["corpus"], entry["id"]
        known.setdefault(key, []).append((entry["tail"], entry["story"]))
    return known


def sure_rows(
    rows: list[Row], first: Trainer, known: Reviewed
) -> tuple[list[Row], list[float]]:
    """Label the cards of other pages, and say what each label weighs."""
    model = first.fit(list(range(len(first.rows))))
    matrix = first.vectorizer.transform([dict.fromkeys(r.features, 1) for r in rows])
    chosen, weights = [], []
    for row, score in zip(rows, model.decision_function(matrix), strict=True):
        address = row.href.partition("?")[0]
        told = [s for tail, s in known.get(row.page, ()) if address.endswith(tail)]
        if told or abs(score) >= SURE:
            label = told[0] if told else STORY if score > 0 else OTHER
            chosen.append(row._replace(label=label))
            weights.append(WEIGHT_REVIEWED if told else WEIGHT_SURE)
    return chosen, weights


def write(trainer: Trainer, out: Path) -> None:
    """Write the weights of all cards."""
    model = trainer.fit(list(range(len(trainer.rows))))
    names = trainer.vectorizer.get_feature_names_out()
    weights = {
        name: round(float(value), 2)
        for name, value in zip(names, model.coef_[0], strict=True)
        if abs(value) >= LEAST
    }
    weights[""] = round(float(model.intercept_[0]), 2)
    out.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", "utf-8")


def report(name: str, figures: tuple[float, float]) -> None:
    """Print F1 over cards and the mean over pages."""
    print(f"{name}: F1 {figures[0]:.3f}, mean of pages {figures[1]:.3f}")


def main() -> None:
    """Learn, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--reviewed", type=Path)
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    rows = labelled_rows(options.corpora, options.labels)
    first = Trainer(rows, [], [])
    report("labelled pages alone", f1(rows, first.left_out()))
    reviewed = read_reviewed(options.reviewed)
    sites = {row.site for row in rows}
    others = other_rows(
        options.corpora, sites, count=options.pages, first=set(reviewed)
    )
    trainer = Trainer(rows, *sure_rows(others, first, reviewed)) if others else first
    report("with other pages", f1(rows, trainer.left_out()))
    if options.out:
        write(trainer, options.out)


if __name__ == "__main__":
    main()
