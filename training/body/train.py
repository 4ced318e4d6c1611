"""Make the weights of the body model from the corpora.

    python -m training.body.train --corpora DIR [--out src/articlekit/body/data/blocks.json]
    python -m training.body.train --corpora DIR --folds OUT_DIR

The first makes the shipped weights of all pages; the second leaves whole sites
out, five times a fifth of them, and writes the weights of each fold with the
sites that it has not seen, for `training.body.folds`.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from articlekit.body.context import CANDIDATE, REJECTED, Surroundings
from articlekit.body.features import WIDTH, Context, first_sums
from articlekit.body.keys import WHOLE_PAGE, words_of_key
from articlekit.body.measures import FLAG_COUNT, Kinds, Measures, may_be_text
from articlekit.body.stated import stated_body
from training.body.pages import Example, read_examples

FEWEST_SITES = 6
LONGEST_TOKEN = 30
STRENGTH = 0.05
INNER_FOLDS = 8
COLUMNS = [(column,) for column in range(WIDTH)]
"""Instead of weights: what they add up to is the columns that were looked up."""
TREES = {
    "max_iter": 28,
    "max_leaf_nodes": 8,
    "learning_rate": 0.2,
    "min_samples_leaf": 30,
    "l2_regularization": 5,
    "early_stopping": False,
    "random_state": 0,
}


def vocabulary(examples: list[Example]) -> dict[str, int]:
    """Number the words of boxes' keys that enough sites use."""
    sites: dict[str, set[str]] = {}
    for example in examples:
        for key in set(example.page.boxes.key):
            for token in words_of_key(key):
                sites.setdefault(token, set()).add(example.site)
    kept = sorted(
        t for t, s in sites.items() if len(s) >= FEWEST_SITES and len(t) < LONGEST_TOKEN
    )
    return {token: number for number, token in enumerate(kept)}


def _token_counts(example: Example, words: dict[str, int]) -> list[dict[int, int]]:
    """For each box, count the columns of the words near and far."""
    boxes, size = example.page.boxes, len(words)
    base = WIDTH + FLAG_COUNT
    pairs = zip(boxes.tag, boxes.key, strict=True)
    keys = ["" if tag in WHOLE_PAGE else key for tag, key in pairs]
    own = [[words[t] for t in words_of_key(k) if t in words] for k in keys]
    far: list[dict[int, int]] = []
    out = []
    for box in range(len(boxes)):
        parent = boxes.parent[box]
        outer = boxes.parent[parent] if parent >= 0 else -1
        further = dict(far[parent]) if parent >= 0 else {}
        for token in own[outer] if outer >= 0 else ():
            column = base + size + token
            further[column] = further.get(column, 0) + 1
        far.append(further)
        counts = dict(further)
        for token in own[box] + (own[parent] if parent >= 0 else []):
            counts[base + token] = counts.get(base + token, 0) + 1
        out.append(counts)
    return out


def looked_at(example: Example) -> list[int]:
    """Return the blocks that get a score."""
    page = example.page
    return may_be_text(page, Measures(page), Kinds(page.boxes))


def design(examples: list[Example], words: dict[str, int]) -> csr_matrix:
    """Return one row a block: its features, flags and words."""
    data: list[int] = []
    columns: list[int] = []
    ends = [0]
    for example in examples:
        page = example.page
        measures = Measures(page)
        context = Context(page, example.title, stated_body(page))
        flags = Kinds(page.boxes)
        counts = _token_counts(example, words)
        indices = may_be_text(page, measures, flags)
        sums = first_sums(page, measures, context, weights=COLUMNS, indices=indices)
        for index, found in zip(indices, sums, strict=True):
            block = page.blocks[index]
            row = dict.fromkeys(found, 1)
            kinds = flags[block.box]
            row |= {WIDTH + k: 1 for k in range(FLAG_COUNT) if kinds >> k & 1}
            row |= counts[block.box]
            columns += row.keys()
            data += row.values()
            ends.append(len(columns))
    shape = (len(ends) - 1, WIDTH + FLAG_COUNT + 2 * len(words))
    return csr_matrix((data, columns, ends), shape=shape)


def block_weights(examples: list[Example]) -> np.ndarray:
    """Weight blocks by their length: a lost paragraph costs more than a word."""
    lengths = [len(e.page.blocks[i].text) for e in examples for i in looked_at(e)]
    return np.clip(np.array(lengths) / 100, 0.2, 3)


def fit_first(x: csr_matrix, y: np.ndarray, weight: np.ndarray) -> LogisticRegression:
    """Fit the first look."""
    known = np.flatnonzero(y >= 0)
    model = LogisticRegression(
        C=STRENGTH, max_iter=400, solver="liblinear", random_state=0
    )
    return model.fit(x[known], y[known], sample_weight=weight[known])


def unseen_scores(
    x: csr_matrix, y: np.ndarray, weight: np.ndarray, sites: np.ndarray
) -> np.ndarray:
    """Score each block by a model that has not seen its site."""
    scores = np.zeros(len(y))
    for train, test in GroupKFold(INNER_FOLDS).split(x, y, sites):
        model = fit_first(x[train], y[train], weight[train])
        scores[test] = model.decision_function(x[test])
    return scores


def rows_of(
    examples: list[Example], scores: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return what the second look sees, and which blocks it looks at."""
    rows, numbers = [], []
    at = 0
    for example in examples:
        page = example.page
        count = len(page.blocks)
        context = Context(page, example.title, stated_body(page))
        flags = Kinds(page.boxes)
        measures = Measures(page)
        looked_at = may_be_text(page, measures, flags)
        first = [REJECTED] * count
        for number, index in enumerate(looked_at):
            first[index] = float(scores[at + number])
        around = Surroundings(page, measures, first, context=context, kinds=flags)
        for number, index in enumerate(looked_at):
            if first[index] > CANDIDATE:
                rows.append(around.of(index))
                numbers.append(at + number)
        at += len(looked_at)
    return np.array(rows, dtype=float), np.array(numbers)


def export_trees(model: HistGradientBoostingClassifier) -> list[list[list[float]]]:
    """Return the trees as lists of features, values and children."""
    trees = []
    for (predictor,) in model._predictors:  # noqa: SLF001 - no public way to the trees
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        features = np.where(leaf, -1, nodes["feature_idx"].astype(int))
        values = np.where(leaf, nodes["value"], nodes["num_threshold"])
        trees.append(
            [
                [int(f) for f in features],
                [round(float(v), 4) for v in values],
                [int(n) for n in nodes["left"]],
                [int(n) for n in nodes["right"]],
            ]
        )
    return trees


def train(examples: list[Example]) -> dict[str, object]:
    """Return the data file's content."""
    words = vocabulary(examples)
    x = design(examples, words)
    y = np.array([e.labels[i] for e in examples for i in looked_at(e)])
    sites = np.array([e.site for e in examples for _ in looked_at(e)])
    weight = block_weights(examples)
    first = fit_first(x, y, weight)
    rows, numbers = rows_of(examples, unseen_scores(x, y, weight, sites))
    known = y[numbers] >= 0
    second = HistGradientBoostingClassifier(**TREES)
    second.fit(rows[known], y[numbers][known], sample_weight=weight[numbers][known])
    return as_data(words, first, second)


def as_data(
    words: dict[str, int],
    first: LogisticRegression,
    second: HistGradientBoostingClassifier,
) -> dict[str, object]:
    """Return the two models as plain lists."""
    size, base = len(words), WIDTH + FLAG_COUNT
    coefficients = [round(float(c), 3) for c in first.coef_[0]]
    coefficients[WIDTH - 1] = round(
        coefficients[WIDTH - 1] + float(first.intercept_[0]), 3
    )
    near = {t: coefficients[base + n] for t, n in words.items()}
    far = {t: coefficients[base + size + n] for t, n in words.items()}
    return {
        "near": {t: w for t, w in near.items() if abs(w) >= 0.01},
        "far": {t: w for t, w in far.items() if abs(w) >= 0.01},
        "features": coefficients[:WIDTH],
        "flags": coefficients[WIDTH:base],
        "start": round(float(second._baseline_prediction.ravel()[0]), 4),  # noqa: SLF001
        "trees": export_trees(second),
    }


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=Path)
    options = parser.parse_args()
    examples = read_examples(options.corpora)
    if options.folds:
        options.folds.mkdir(parents=True, exist_ok=True)
        sites = np.array([e.site for e in examples])
        folds = GroupKFold(5).split(sites, groups=sites)
        for number, (seen, unseen) in enumerate(folds):
            data = train([examples[i] for i in seen])
            data["unseen"] = sorted({examples[i].site for i in unseen})
            write(options.folds / f"{number}.json", data)
    else:
        write(
            options.out or Path("src/articlekit/body/data/blocks.json"), train(examples)
        )


def write(path: Path, data: dict[str, object]) -> None:
    """Write a data file, the same bytes for the same data."""
    path.write_text(
        json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
