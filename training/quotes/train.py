"""Make the weights of the quotes room: `python train.py CORPUS OUT`.

CORPUS is a folder with annotated articles, one JSON object a line (`polnear.jsonl` in
English, `wikinews_de.jsonl`, `adaq_cs.jsonl` and `adaq_ru.jsonl`), each with `text` and
`quotes`: start, end, kind, speaker (start, end, text, core), speaker_full. OUT is the
folder of the data files, `src/articlekit/text/data/quotes`.

Three linear models come out, for English and for all other languages (those see no
English words, only how sentences are built): who speaks, is it speech, whom does a pronoun mean. The same
corpora give the same files: nothing is drawn at random.

`--fold K` leaves out the articles of fold K of four, for figures on unseen articles.
"""

import argparse
import json
import re
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import numpy as np
from scipy import optimize, sparse

from articlekit.quotes.antecedents import Spoken
from articlekit.quotes.find import best_of, chains
from articlekit.quotes.lexicon import Lexicon, lexicon_for
from articlekit.quotes.lines import Lines
from articlekit.quotes.marks import find_regions
from articlekit.quotes.resolve import Resolver
from articlekit.quotes.speakers import Option, Previous, options
from articlekit.quotes.speech import choice_keys, choice_letters, look_at

FOLDS = 4
# First letters of the keys that hold words of a language.
SPEAKER_WORDS = frozenset("qr")
SPEECH_WORDS = frozenset("wxWyQ")
# How many letters follow the word in these keys.
SPEAKER_ENDS = {"q": 2, "r": 1}
SPEECH_ENDS = {"w": 0, "x": 0, "W": 1, "y": 1}
WORD = re.compile(r"[\w'’-]+")
# How often an article that is not English counts, and how small weights are kept.
OTHER_SHARE = 3
OTHER_PENALTIES = (10.0, 24.0)
LEAST = 0.04

Article = dict[str, Any]
Weights = dict[str, float]


class Ranking(NamedTuple):
    """One choice: the keys of each option, and which of them are right."""

    keys: list[tuple[str, ...]]
    right: frozenset[int]


def load(path: Path) -> list[Article]:
    """Read a corpus file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def fold(article: Article) -> int:
    """Return the fold of an article: whole articles are left out."""
    return zlib.crc32(article["id"].encode()) // 2 % FOLDS


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without what is no letter or digit at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def gold_of(article: Article) -> dict[tuple[int, int], Article]:
    """Return the annotated quotations by their trimmed span."""
    text = article["text"]
    found: dict[tuple[int, int], Article] = {}
    for unit in article["quotes"]:
        if unit["kind"] != "indirect":
            found.setdefault(trimmed(text, unit["start"], unit["end"]), unit)
    return found


def all_keys(option: Option) -> tuple[str, ...]:
    """Return the keys of an option with those of its pair."""
    own = option.link.static if option.link and option.how != "=" else ()
    return own + option.keys


def agreement(lines: Lines, option: Option, speaker: Article | None) -> int:
    """Return 2 if the option is the annotated mention, 1 if it has its last word."""
    if option.link is None or speaker is None:
        return 2 if option.link is None and speaker is None else 0
    mention = option.link.mention
    line = lines.line(option.line)
    start, end = line.span(lines.text, mention.start, mention.end)
    core = speaker.get("core") or speaker
    if start < core["end"] and end > core["start"]:
        return 2
    named = speaker.get("type") != "pronoun"
    return int(named and last_word(lines.text[start:end]) == last_word(core["text"]))


def last_word(name: str) -> str:
    """Return the last word, folded, without the genitive."""
    words = name.casefold().replace("’s", "").replace("'s", "").split()
    return words[-1].strip(".,") if words else ""


def rankings(article: Article) -> Iterator[tuple[Ranking, Lines, Article, Option]]:
    """Yield the choices of an article as they should be made, one after the other."""
    text = article["text"]
    gold = gold_of(article)
    lines = Lines(text, find_regions(text), lexicon_of(article))
    previous: Previous | None = None
    for chain in chains(lines):
        spans = (trimmed(text, r.start, r.end) for r in chain.regions)
        unit = next((gold[span] for span in spans if span in gold), None)
        if unit is None:
            continue
        found = options(lines, (chain.first, chain.last), previous)
        marks = [agreement(lines, option, unit["speaker"]) for option in found]
        best = max(marks)
        right = [i for i, mark in enumerate(marks) if best and mark == best]
        previous = Previous(found[right[0]], chain.last) if right else None
        if right:
            ranking = Ranking([all_keys(o) for o in found], frozenset(right))
            yield ranking, lines, unit, found[right[0]]


def lexicon_of(article: Article) -> Lexicon:
    """Return the lists for an article; "as" says that it stands for other languages."""
    return attrs.evolve(
        lexicon_for(article["lang"]), language=article.get("as", article["lang"])
    )


def pairings(article: Article) -> Iterator[Ranking]:
    """Yield who is the subject of each verb that reports speech without marks.

    There are more of these than quotations, and they tell as much of the pairs.
    """
    text = article["text"]
    lines = Lines(text, find_regions(text), lexicon_of(article))
    begins = [start for start, _ in lines.paragraphs]
    for unit in article["quotes"]:
        cue, speaker = unit["cue"], unit["speaker"]
        if unit["kind"] != "indirect" or not cue or not speaker:
            continue
        number = bisect_right(begins, cue["start"]) - 1
        found = []
        for link in lines.links(number) if number >= 0 else ():
            start, end = lines.span(number, link.cue, max(link.cue_end, link.cue + 1))
            if start < cue["end"] and cue["start"] < end and link.cue < link.cue_end:
                found.append(link)
        option = (Option("<", number, link) for link in found)
        right = [i for i, o in enumerate(option) if agreement(lines, o, speaker) == 2]
        if right and len(right) < len(found):
            yield Ranking([link.static for link in found], frozenset(right))


def without(keys: Iterable[str], letters: frozenset[str]) -> tuple[str, ...]:
    """Return the keys that do not begin with one of *letters*."""
    return tuple(key for key in keys if key[:1] not in letters)


def indexed(groups: Iterable[Iterable[str]], least: int) -> dict[str, int]:
    """Number the keys that occur in at least *least* groups."""
    counts = Counter(key for group in groups for key in set(group))
    return {
        k: i for i, k in enumerate(sorted(k for k, n in counts.items() if n >= least))
    }


def matrix(rows: Sequence[Sequence[str]], index: dict[str, int]) -> sparse.csr_matrix:
    """Return the rows as a sparse matrix of ones."""
    places = [[index[key] for key in row if key in index] for row in rows]
    pointers = np.cumsum([0, *(len(row) for row in places)])
    flat = np.array([i for row in places for i in row], dtype=np.int64)
    shape = (len(rows), len(index))
    return sparse.csr_matrix((np.ones(len(flat)), flat, pointers), shape=shape)


def minimised(
    loss: Callable[[np.ndarray], tuple[float, np.ndarray]], size: int
) -> np.ndarray:
    """Return the weights with the least loss."""
    options_ = {"maxiter": 150}
    start = np.zeros(size)
    return optimize.minimize(
        loss, start, jac=True, method="L-BFGS-B", options=options_
    ).x


def fit_ranking(choices: Sequence[Ranking], penalty: float = 2.0) -> Weights:
    """Fit a softmax over the options of each choice."""
    index = indexed(([k for keys in c.keys for k in keys] for c in choices), 3)
    features = matrix([keys for c in choices for keys in c.keys], index)
    sizes = [len(c.keys) for c in choices]
    group = np.repeat(np.arange(len(choices)), sizes)
    starts = np.cumsum([0, *sizes[:-1]])
    right = np.array([float(i in c.right) for c in choices for i in range(len(c.keys))])
    turned = features.T.tocsr()

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = features @ weights
        top = np.maximum.reduceat(scores, starts)[group]
        raised = np.exp(scores - top)
        whole = np.add.reduceat(raised, starts)
        good = np.add.reduceat(raised * right, starts)
        value = (np.log(whole) - np.log(good + 1e-300)).sum()
        slope = raised / whole[group] - raised * right / good[group]
        return (
            value + 0.5 * penalty * weights @ weights,
            turned @ slope + penalty * weights,
        )

    found = minimised(loss, len(index))
    return {key: float(found[i]) for key, i in index.items()}


def fit_speech(
    rows: Sequence[Sequence[str]], labels: Sequence[bool], penalty: float = 4.0
) -> Weights:
    """Fit a logistic model; the empty key is its constant."""
    index = indexed(rows, 3)
    features = sparse.hstack(
        [matrix(rows, index), np.ones((len(rows), 1))], format="csr"
    )
    target = np.array(labels, float)
    turned = features.T.tocsr()
    mask = np.ones(len(index) + 1)
    mask[-1] = 0.0

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = features @ weights
        value = (np.logaddexp(0, scores) - target * scores).sum()
        slope = turned @ (1 / (1 + np.exp(-scores)) - target)
        return (
            value + 0.5 * penalty * (mask * weights) @ weights,
            slope + penalty * mask * weights,
        )

    found = minimised(loss, len(index) + 1)
    weights = {key: float(found[i]) for key, i in index.items()}
    weights[""] = float(found[-1])
    return weights


def speech_rows(article: Article, weights: Weights) -> Iterator[tuple[list[str], bool]]:
    """Yield the keys of each region, with the speaker that *weights* choose."""
    text = article["text"]
    gold = gold_of(article)
    lines = Lines(text, find_regions(text), lexicon_of(article), weights)
    previous: Previous | None = None
    for chain in chains(lines):
        found = options(lines, (chain.first, chain.last), previous)
        best, lead = best_of(found)
        chosen = choice_letters(lines, best, chain.first, lead=lead)
        keys = look_at(lines, chain.regions[0], chain.first).keys
        keys += choice_keys(*chosen)
        label = any(trimmed(text, r.start, r.end) in gold for r in chain.regions)
        yield keys, label
        if label or chain.first.size > "2":
            previous = Previous(best, chain.last)


def compatible(one: str, two: str) -> bool:
    """Whether two full names may be one person's."""
    first, second = (name.casefold().replace(".", "").split() for name in (one, two))
    if not first or not second or first[-1] != second[-1]:
        return False
    return (
        min(len(first), len(second)) == 1
        or first[0][0] == second[0][0]
        or set(first) <= set(second)
        or set(second) <= set(first)
    )


def antecedents(article: Article) -> Iterator[Ranking]:
    """Yield the choices among whom a "he" or "she" may mean."""
    resolver: Resolver | None = None
    for _, lines, unit, option in rankings(article):
        resolver = resolver or Resolver(lines, {})
        if option.link is None:
            continue
        mention = option.link.mention
        if mention.kind not in "mf":
            resolver.source(option)
            continue
        name, how = unit.get("speaker_full"), unit.get("speaker_full_how")
        source = None
        if name and name != "-" and how in ("hand", "coref"):
            found = list(resolver.antecedents(option.line, mention))
            right = [i for i, a in enumerate(found) if compatible(a.name, name)]
            if right:
                source = found[right[0]].name
                ranking = Ranking([a.features for a in found], frozenset(right))
                # What a person resolved counts more than what a program did.
                yield from [ranking] * (3 if how == "hand" else 1)
        resolver.spoken.append(Spoken(source, mention.kind, option.line, mention.start))


def names_in(articles: Iterable[Article]) -> frozenset[str]:
    """Return the words that mostly have a capital and are in no list.

    They are persons and firms of the corpus, of which nothing is to be learned.
    """
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for article in articles:
        for word in WORD.findall(article["text"]):
            (small if word.islower() else capital)[word.lower()] += 1
    listed = lexicon_for("en").classes
    often = {word for word, count in capital.items() if count > 2 * small[word]}
    return frozenset(often - listed.keys())


def nameless(
    keys: Iterable[str], ends: dict[str, int], names: frozenset[str]
) -> tuple[str, ...]:
    """Return the keys that hold no name; *ends* says how keys of words end."""
    return tuple(
        key
        for key in keys
        if key[:1] not in ends or key[1 : len(key) - ends[key[0]]] not in names
    )


def english(articles: Sequence[Article]) -> dict[str, Weights]:
    """Return the three tables for English."""
    names = names_in(articles)
    speaker = fit_ranking(
        [
            Ranking([nameless(k, SPEAKER_ENDS, names) for k in r.keys], r.right)
            for a in articles
            for r, *_ in rankings(a)
        ]
    )
    rows = [
        (nameless(keys, SPEECH_ENDS, names), good)
        for a in articles
        for keys, good in speech_rows(a, speaker)
    ]
    return {
        "speaker": speaker,
        "speech": fit_speech([keys for keys, _ in rows], [good for _, good in rows]),
        "person": fit_ranking([r for a in articles for r in antecedents(a)]),
    }


def known(groups: Iterable[Iterable[str]], least: int = 3) -> set[str]:
    """Return the keys that occur in at least *least* groups."""
    return set(indexed(groups, least))


def others(near: Sequence[Article], far: Sequence[Article]) -> dict[str, Weights]:
    """Return the tables of all other languages.

    They see the words of the corpora in those languages, and of English only how it is
    built. There is little to learn from, so keys that are seen once or twice are left
    out before the articles are counted several times, and weights are kept small.
    """
    near = [article | {"as": ""} for article in near]
    english = [
        Ranking([without(k, SPEAKER_WORDS) for k in ranking.keys], ranking.right)
        for a in near
        for ranking, *_ in rankings(a)
    ]
    own = [ranking for a in far for ranking, *_ in rankings(a)]
    own += [ranking for a in far for ranking in pairings(a)]
    often = known([k for keys in r.keys for k in keys] for r in (*english, *own))
    own = [
        Ranking([tuple(k for k in keys if k in often) for keys in r.keys], r.right)
        for r in own
    ]
    speaker = fit_ranking(english + own * OTHER_SHARE, OTHER_PENALTIES[0])
    rows = [
        (list(without(keys, SPEECH_WORDS)), good)
        for a in near
        for keys, good in speech_rows(a, speaker)
    ]
    more = [row for a in far for row in speech_rows(a, speaker)]
    often = known(keys for keys, _ in (*rows, *more))
    rows += [([k for k in keys if k in often], good) for keys, good in more] * (
        OTHER_SHARE
    )
    keys, labels = zip(*rows, strict=True)
    return {
        "speaker": speaker,
        "speech": fit_speech(keys, labels, OTHER_PENALTIES[1]),
    }


def write(path: Path, tables: dict[str, Weights]) -> None:
    """Write the tables with two decimals, small weights left out."""
    short = {
        name: {
            key: round(value, 2) for key, value in table.items() if abs(value) > LEAST
        }
        for name, table in tables.items()
    }
    text = json.dumps(short, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", "utf-8")


def main() -> None:
    """Read the corpora, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int)
    given = parser.parse_args()
    near = [a for a in load(given.corpus / "polnear.jsonl") if fold(a) != given.fold]
    far = [
        article
        for name in ("wikinews_de", "adaq_cs", "adaq_ru")
        for article in load(given.corpus / f"{name}.jsonl")
        if fold(article) != given.fold
    ]
    tables = english(near)
    write(given.out / "weights-en.json", tables)
    shared = others(near[::2], far) | {"person": tables["person"]}
    write(given.out / "weights-other.json", shared)


if __name__ == "__main__":
    main()
