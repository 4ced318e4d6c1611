"""Make the weights for text pages.

    python -m training.lines.train --corpora DIR [--folds DIR]

DIR holds the collections that `training/lines/README.md` names. Writes
`src/articlekit/fields/data/lines.json` and prints what the weights reach on sites that
they have not seen; with --folds also the weights of each of the five folds with the
sites left out, so that whole parses can be measured on them.
"""

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from articlekit.fields import line_features
from articlekit.fields.line_body import choose_body
from articlekit.fields.line_model import BESIDE, BESIDE_OWN, DOUBTED, tokens_of
from articlekit.fields.line_segments import Lines, segment_rows
from articlekit.fields.line_title import (
    title_end,
    title_features,
    title_view,
    title_words,
)
from training.lines.dumps import WITH_BODY, WITH_TITLE, Dump, read_dumps

OUT = Path(__file__).parents[2] / "src/articlekit/fields/data/lines.json"
FOLDS, FLOOR, LEAST_SITES, LEAST_WORD = 5, 0.02, 6, 0.04
Trees = HistGradientBoostingClassifier
MOST_WORDS = 600
TITLE_WEIGHTS = {"trafi_eval": 0.5}
Example = tuple[np.ndarray, np.ndarray, list, np.ndarray]
_WORD = re.compile(r"\w+")


class Linear:
    """The first stage: own features, those of the neighbours, and words."""

    def fit(self, dumps: list[Dump]) -> "Linear":
        """Fit on the runs of *dumps*."""
        self.words = _vocabulary(dumps)
        dense = np.vstack([with_beside(d.own) for d in dumps])
        self.mean, self.scale = dense.mean(0), dense.std(0) + 1e-6
        truth = np.concatenate([d.body for d in dumps])
        weight = np.concatenate([d.weight for d in dumps])
        self.model = LogisticRegression(C=0.05, max_iter=80, tol=1e-3)
        self.model.fit(self._matrix(dumps), truth, weight / weight.mean())
        return self

    def _matrix(self, dumps: list[Dump]) -> sparse.csr_matrix:
        dense = np.vstack([with_beside(d.own) for d in dumps])
        rows, columns = [], []
        for at, run in enumerate(run for d in dumps for run in d.runs):
            known = [self.words[t] for t in tokens_of(run.text) if t in self.words]
            rows += [at] * len(known)
            columns += known
        shape = (len(dense), len(self.words))
        bag = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape)
        scaled = sparse.csr_matrix((dense - self.mean) / self.scale)
        return sparse.hstack([scaled, bag]).tocsr()

    def predict(self, dump: Dump) -> np.ndarray:
        """Return the probability of each run."""
        return self.model.predict_proba(self._matrix([dump]))[:, 1]

    def export(self) -> dict[str, object]:
        """Return the weights for features as they are, not scaled."""
        weights = self.model.coef_[0]
        size = len(self.mean)
        plain = weights[:size] / self.scale
        bias = float(self.model.intercept_[0] - (plain * self.mean).sum())
        own = len(line_features.OWN_NAMES)
        beside = plain[own:].reshape(len(BESIDE), len(BESIDE_OWN))
        words = {w: float(weights[size + at]) for w, at in sorted(self.words.items())}
        return {
            "bias": _short(bias),
            "own": [_short(x) for x in plain[:own]],
            "beside": [[_short(x) for x in row] for row in beside],
            "words": {w: round(x, 3) for w, x in words.items() if abs(x) >= LEAST_WORD},
        }


def _short(value: float) -> float:
    return float(f"{value:.6g}")


def with_beside(own: np.ndarray) -> np.ndarray:
    """Return own features followed by those of the runs beside, -1 where none is."""
    total = len(own)
    parts = [own]
    for step in BESIDE:
        part = np.full((total, len(BESIDE_OWN)), -1.0, np.float32)
        if step < 0:
            part[-step:] = own[:step][:, BESIDE_OWN]
        else:
            part[:-step] = own[step:][:, BESIDE_OWN]
        parts.append(part)
    return np.hstack(parts)


def _vocabulary(dumps: list[Dump]) -> dict[str, int]:
    sites: dict[str, set[str]] = defaultdict(set)
    for dump in dumps:
        for run in dump.runs:
            for token in tokens_of(run.text):
                sites[token].add(dump.site)
    kept = sorted(token for token, found in sites.items() if len(found) >= LEAST_SITES)
    return {token: at for at, token in enumerate(kept)}


def near_rows(dump: Dump) -> np.ndarray:
    """Return the features of the second stage, one row a run."""
    guess = [float(x) for x in dump.guess]
    own = dump.own.tolist()
    told = line_features.told_shares(line_features.long_words_of(dump.runs), guess)
    spans = line_features.span_features(guess, dump.sizes)
    rows = [
        line_features.near_features(own, guess, told, at) + spans[at]
        for at in range(len(own))
    ]
    return np.array(rows, np.float32)


def trees(
    rows: Sequence[np.ndarray],
    truth: Sequence[np.ndarray],
    weights: Sequence[np.ndarray],
    **options: float,
) -> Trees:
    """Fit trees on the rows, labels and weights of all pages."""
    fixed = {"max_bins": 40, "random_state": 0, "early_stopping": False}
    model = HistGradientBoostingClassifier(**{"learning_rate": 0.1, **fixed, **options})
    weight = np.concatenate(weights)
    return model.fit(
        np.vstack(rows), np.concatenate(truth), sample_weight=weight / weight.mean()
    )


def fit_body(dumps: list[Dump]) -> Trees:
    """Fit the second stage on dumps whose guess comes from other sites."""
    rows, truth, weight = [], [], []
    for dump in dumps:
        kept = (dump.guess > FLOOR) | (dump.body == 1)
        rows.append(near_rows(dump)[kept])
        truth.append(dump.body[kept])
        weight.append(dump.weight[kept])
    options = {"max_iter": 110, "max_leaf_nodes": 8, "min_samples_leaf": 300}
    return trees(rows, truth, weight, l2_regularization=30.0, **options)


def predict_body(model: Trees, dump: Dump) -> np.ndarray:
    """Return the second stage's probabilities."""
    found = model.predict_proba(near_rows(dump))[:, 1]
    found[dump.guess <= FLOOR] = 0
    return found


# Titles


def fold_title(text: str) -> str:
    """Return a title without what spellings differ in."""
    text = re.sub("[‘’‚‛`´]", "'", re.sub("[“”„‟«»]", '"', re.sub("[‐-―−]", "-", text)))
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def title_rows(dump: Dump, url: str | None) -> Example | None:
    """Return features, labels and places of the candidates for the title."""
    title = dump.truth.get("title")
    body = [float(x) for x in dump.found]
    told = line_features.told_shares(line_features.long_words_of(dump.runs), body)
    view = title_view(
        dump.runs,
        dump.kinds,
        dump.sizes,
        body=body,
        told=told,
        own=dump.own.tolist(),
        url=url,
    )
    if not title or not view.places:
        return None
    texts = [fold_title(printed_title(dump, at)) for at in view.places]
    exact = np.array([text == fold_title(title) for text in texts])
    if not exact.any():
        words = set(fold_title(title).split())
        shares = [_overlap(words, set(text.split())) for text in texts]
        if max(shares) >= 0.7:
            exact = np.array(shares) == max(shares)
    if exact[1:].any() and not view.places[0]:
        exact[0] = False  # the document's own title, only where nothing else is
    weight = np.where(exact, 5.0, 1.0) * TITLE_WEIGHTS.get(dump.corpus, 1.0)
    return np.array(title_features(view), np.float32), exact, view.places, weight


def printed_title(dump: Dump, at: int) -> str:
    """Return the title that the package reads where run *at* is chosen."""
    return title_words(dump.runs, dump.kinds, (at, title_end(dump.runs, at)))


def _overlap(one: set[str], two: set[str]) -> float:
    return 2 * len(one & two) / (len(one) + len(two) + 1e-9)


def fit_title(examples: list[Example]) -> Trees:
    """Fit the trees that weigh candidates for the title."""
    rows, truth, _, weight = zip(*examples, strict=True)
    options = {"max_iter": 150, "max_leaf_nodes": 9, "min_samples_leaf": 40}
    options |= {"learning_rate": 0.06, "l2_regularization": 3.0}
    return trees(rows, truth, weight, **options)


# Stretches


def segment_examples(dump: Dump) -> Example | None:
    """Return features, labels, places and weights of the stretches of a dump."""
    found = [float(x) for x in dump.found]
    chosen = choose_body(dump.runs, dump.kinds, found)
    told = line_features.told_shares(line_features.long_words_of(dump.runs), found)
    lines = Lines(dump.runs, dump.kinds, dump.sizes, dump.own.tolist(), found, told)
    judged = segment_rows(chosen, lines)
    if not judged:
        return None
    counted = np.where(dump.weight > 0, dump.words, 0)
    sums = [counted[a:b].sum() for a, b, _ in judged]
    true = [(counted[a:b] * dump.body[a:b]).sum() for a, b, _ in judged]
    weight = np.sqrt(np.clip(sums, 0, MOST_WORDS))
    return (
        np.array([row for _, _, row in judged], np.float32),
        np.array(true) * 2 >= np.array(sums),
        [(a, b) for a, b, _ in judged],
        weight / np.sqrt(weight.sum() + 1e-9),
    )


def fit_segment(examples: list[Example]) -> Trees:
    """Fit the trees that judge stretches of the body."""
    rows, truth, _, weight = zip(*examples, strict=True)
    options = {"max_iter": 120, "max_leaf_nodes": 8, "min_samples_leaf": 60}
    options |= {"learning_rate": 0.06, "l2_regularization": 10.0}
    return trees(rows, truth, weight, **options)


def without_doubted(model: Trees, dump: Dump, example: Example | None) -> list[bool]:
    """Return the body of a dump as the package chooses it, title aside."""
    chosen = choose_body(dump.runs, dump.kinds, [float(x) for x in dump.found])
    if example is None:
        return chosen
    values = model.predict_proba(example[0])[:, 1]
    for value, (first, last) in zip(values, example[2], strict=True):
        if value < DOUBTED * values.max():
            chosen[first:last] = [False] * (last - first)
    return chosen


# Export and measuring


def export_trees(model: Trees) -> dict[str, object]:
    """Return fitted trees as lists: columns (-1 at a leaf), limits, left, right, values."""
    found = []
    for (predictor,) in model._predictors:  # noqa: SLF001 - there is no public way
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        found.append([
            [-1 if end else int(k) for end, k in zip(leaf, nodes["feature_idx"], strict=True)],
            [0 if end else _short(x) for end, x in zip(leaf, nodes["num_threshold"], strict=True)],
            [int(x) for x in nodes["left"]],
            [int(x) for x in nodes["right"]],
            [round(float(x), 5) if end else 0 for end, x in zip(leaf, nodes["value"], strict=True)],
        ])  # fmt: skip
    return {"base": float(np.ravel(model._baseline_prediction)[0]), "trees": found}  # noqa: SLF001


def write(
    path: Path, linear: Linear, forests: dict[str, Trees], **more: object
) -> None:
    """Write one file of weights."""
    data = {
        "linear": linear.export(),
        "floor": FLOOR,
        **{name: export_trees(forest) for name, forest in forests.items()},
        **more,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text + "\n", "utf-8")


def shingles(text: str) -> Counter:
    """Return the four-word pieces of a text."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def report(dumps: list[Dump], bodies: dict[int, list[bool]]) -> None:
    """Print precision, recall and F1 of the body, collection by collection."""
    totals: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for at, chosen in bodies.items():
        dump = dumps[at]
        if dump.cropped:
            continue
        true = shingles(dump.truth.get("body_text") or "\n".join(dump.truth["body"]))
        pairs = zip(dump.runs, chosen, strict=True)
        found = shingles("\n".join(run.text for run, kept in pairs if kept))
        both = sum((true & found).values())
        pair = (both / max(1, sum(found.values())), both / max(1, sum(true.values())))
        totals[dump.corpus].append(pair)
        totals[dump.way].append(pair)
    for name, pairs in sorted(totals.items()):
        precision, recall = np.mean(pairs, axis=0)
        score = 2 * precision * recall / (precision + recall)
        print(f"{name:16s} P={precision:.4f} R={recall:.4f} F1={score:.4f}")


def report_titles(
    dumps: list[Dump], examples: list[Example | None], models: list, folds: list
) -> None:
    """Print how many titles are right on unseen sites."""
    right: dict[str, list[bool]] = defaultdict(list)
    for model, (_, test) in zip(models, folds, strict=True):
        for at in test:
            dump, example = dumps[at], examples[at]
            if dump.cropped or example is None:
                continue
            best = int(np.argmax(model.predict_proba(example[0])[:, 1]))
            chosen = printed_title(dump, example[2][best])
            same = fold_title(chosen) == fold_title(dump.truth["title"])
            right[f"{dump.corpus} {dump.way}"].append(same)
    for name, values in sorted(right.items()):
        print(f"title {name:26s} {np.mean(values):.3f} of {len(values)}")


def split(dumps: list[Dump]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return five folds; no site is in two."""
    groups = [dump.site for dump in dumps]
    return list(GroupKFold(FOLDS).split(np.arange(len(dumps)), groups=groups))


class Training:
    """The four parts, fitted on five folds of sites and on all of them."""

    def __init__(self, dumps: list[Dump]) -> None:
        """Fit each part on what the parts before say of unseen sites."""
        self.dumps = dumps
        self.folds = split(dumps)
        self.stated = [len(dump.body) > 0 for dump in dumps]
        self.linears = self._fit(
            lambda seen: Linear().fit(seen), Linear.predict, "guess"
        )
        print("linear part done", flush=True)
        self.bodies = self._fit(fit_body, predict_body, "found")
        print("body done", flush=True)
        self.parts = [
            segment_examples(dump) if good else None
            for dump, good in zip(dumps, self.stated, strict=True)
        ]
        self.segments = [
            fit_segment([self.parts[at] for at in train if self.parts[at]])
            for train, _ in self.folds
        ]
        self.with_url = [title_rows(dump, dump.url) for dump in dumps]
        self.without = [title_rows(dump, None) for dump in dumps]
        self.titles = [fit_title(self._titled(train)) for train, _ in self.folds]

    def _fit(self, fit: Callable, predict: Callable, name: str) -> list:
        """Fit one part on each fold; keep what it says of the sites left out."""
        models = []
        for train, test in self.folds:
            models.append(fit([self.dumps[at] for at in train if self.stated[at]]))
            for at in test:
                setattr(self.dumps[at], name, predict(models[-1], self.dumps[at]))
        return models

    def _titled(self, places: Iterable[int]) -> list[Example]:
        both = [e for at in places for e in (self.with_url[at], self.without[at])]
        return [example for example in both if example]

    def report(self) -> None:
        """Print what is reached on sites left out."""
        chosen = {
            at: without_doubted(segment, self.dumps[at], self.parts[at])
            for segment, (_, test) in zip(self.segments, self.folds, strict=True)
            for at in test
            if self.stated[at]
        }
        report(self.dumps, chosen)
        report_titles(self.dumps, self.with_url, self.titles, self.folds)

    def write_folds(self, folder: Path) -> None:
        """Write the weights of each fold with the sites that they have not seen."""
        for number, (_, test) in enumerate(self.folds):
            forests = {
                "body": self.bodies[number],
                "segment": self.segments[number],
                "title": self.titles[number],
            }
            unseen = sorted({self.dumps[at].site for at in test})
            path = folder / f"{number}.json"
            write(path, self.linears[number], forests, unseen=unseen)

    def write_all(self) -> None:
        """Fit on all sites and write the weights that ship."""
        known = [d for d, good in zip(self.dumps, self.stated, strict=True) if good]
        forests = {
            "body": fit_body(known),
            "segment": fit_segment([part for part in self.parts if part]),
            "title": fit_title(self._titled(range(len(self.dumps)))),
        }
        write(OUT, Linear().fit(known), forests)
        print("wrote", OUT, OUT.stat().st_size, "bytes")


def main() -> None:
    """Make the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--folds", type=Path)
    options = parser.parse_args()
    training = Training(list(read_dumps(options.corpora, (*WITH_BODY, *WITH_TITLE))))
    training.report()
    if options.folds:
        training.write_folds(options.folds)
    training.write_all()


if __name__ == "__main__":
    main()
