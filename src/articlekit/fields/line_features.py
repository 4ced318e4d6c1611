"""Runs of lines -> numbers that tell body from the rest of a text page.

`own_features` looks at one run and its page, `near_features` adds what stands
around it once a first guess at the body is there. `training/lines` makes the
weights from the very same functions.
"""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final

from articlekit.fields.line_kinds import LineKind
from articlekit.fields.line_marks import Run
from articlekit.text.late import late

OWN_NAMES: Final = (
    "length", "words", "ends_sentence", "ends_closed", "ends_colon", "ends_cut", "starts_low",
    "starts_quote", "starts_digit", "commas", "digits", "capitals", "all_caps", "word_length",
    "small_words", "sentences", "bullet", "ordered", "heading", "quote", "gap", "date",
    "updated", "byline", "credit", "caption", "also_read", "aside", "copies", "place",
    "from_start", "from_end", "long_before", "joined", "bars", "address", "sign", "question",
    "long_sentence", "since_title", "after_title", "page_runs", "page_long", "page_gaps", "page_headings", "page_wide",
)  # fmt: skip
"""Names of what `own_features` counts, in order."""
TEXT_COUNT: Final = 16
"""How many of them, from the first, are about the run's words alone."""

_MARKS: Final = ("bullet", "ordered", "heading", "quote")
_KINDS: Final = (
    LineKind.DATE, LineKind.UPDATED, LineKind.BYLINE, LineKind.CREDIT, LineKind.CAPTION,
    LineKind.ALSO_READ, LineKind.ASIDE,
)  # fmt: skip
_MARK_ROWS: Final = {m: tuple(float(m == mark) for mark in _MARKS) for m in _MARKS}
_NO_MARK: Final = (0.0,) * len(_MARKS)
_KIND_ROWS: Final = {kind: tuple(float(kind is k) for k in _KINDS) for kind in LineKind}
_LONGEST: Final = 1_200
_LAST: Final = 12
_LONG: Final = 100
_LIKELY: Final = 0.5
_SHORTEST_TITLE: Final = 15
_MOST_SMALL: Final = 40
_SMALL: Final = 4
_SENTENCE_ENDS: Final = frozenset(".!?。！？।॥۔؟…")
_CLOSERS: Final = "\"'”’»“)）」』】]"
_QUOTES: Final = frozenset("\"'“”„«»‘‚「『—–")
_ENDS: Final = late(r"[.!?。！？।۔؟][\"”’»)）」』]?(?:\s|$)|[。！？]")
_DIGITS: Final = late(r"\d")
_COMMAS: Final = late(r"[,，、،;；]")
_WIDE: Final = late(
    "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u3040-\u30ff\u0e00-\u0e7f]"
)
_ADDRESS: Final = late(r"https?:|www\.|\w@\w|\.com\b")
_WIDE_FACTOR: Final = 2.5

NEAR: Final = (-4, -3, -2, -1, 1, 2, 3, 4)
"""Places of the neighbours that `near_features` looks at."""
NEAR_OWN: Final = (0, 2, 6, 16, 20, 28)
"""Which of their features it looks at."""
_NOTHING: Final = (-1.0,) * (len(NEAR_OWN) + 2)
_SPANS: Final = (3, 8, 20)


def _size(text: str) -> float:
    """Return the length in letters of an alphabet; a wide sign is worth more."""
    if text.isascii():
        return len(text)
    return len(text) + (_WIDE_FACTOR - 1) * len(_WIDE.findall(text[:_LONGEST]))


def sizes_of(runs: Sequence[Run]) -> list[float]:
    """Return the length of each run, in letters of an alphabet."""
    return [_size(run.text) for run in runs]


def _small_words(runs: Sequence[Run], sizes: Sequence[float]) -> frozenset[str]:
    """Return the short words that come most often in the page's long runs.

    These are the function words of its language, without a list of them.
    """
    counts: Counter[str] = Counter()
    for run, size in zip(runs, sizes, strict=True):
        if size >= _LONG:
            counts.update(
                w for w in run.text[:_LONGEST].casefold().split() if len(w) <= _SMALL
            )
    return frozenset(word for word, _ in counts.most_common(_MOST_SMALL))


def own_features(
    runs: Sequence[Run], kinds: Sequence[LineKind], sizes: Sequence[float]
) -> list[list[float]]:
    """Count what the model's first stage needs.

    Args:
        runs: Runs of lines in order.
        kinds: What each is by its own words.
        sizes: Their lengths, from `sizes_of`.

    Returns:
        One row a run, columns as in `OWN_NAMES`.
    """
    small = _small_words(runs, sizes)
    copies = Counter(run.text for run in runs)
    page = _page_features(runs, sizes)
    long = sum(size for size in sizes if size >= _LONG) + 1.0
    titles = _title_like(runs)
    before, since = 0.0, -1
    rows: list[list[float]] = []
    for at, run in enumerate(runs):
        since = 0 if at in titles else since + (since >= 0)
        row = _text_features(run.text, sizes[at], small)
        row += _mark_features(run, kinds[at])
        row += (
            log(copies[run.text]),
            at / len(runs),
            log(at + 1),
            log(len(runs) - at),
            before / long,
            log(run.last - run.first),
        )
        row += _sign_features(run.text, sizes[at])
        row += (log(since + 2), float(since >= 0))
        rows.append(row + page)
        if sizes[at] >= _LONG:
            before += sizes[at]
    return rows


def _title_like(runs: Sequence[Run]) -> frozenset[int]:
    """Return the runs marked as a page's heading, or like its first line.

    In a dump of all text the first line is the document's title.
    """
    found = {
        at for at, run in enumerate(runs) if run.mark == "heading" and run.level == 1
    }
    first = runs[0].text.casefold()
    if len(first) >= _SHORTEST_TITLE:
        found |= {
            at
            for at, run in enumerate(runs)
            if at
            and len(run.text) >= _SHORTEST_TITLE
            and first.startswith(run.text.casefold())
        }
    return frozenset(found)


def _text_features(text: str, size: float, small: frozenset[str]) -> list[float]:
    """Count what the words of one run show.

    Args:
        text: The run's text.
        size: Its length, from `sizes_of`.
        small: Short words that are frequent on the page.
    """
    end = text[-_LAST:]
    bare = end.rstrip(_CLOSERS) or end
    closed = len(bare) < len(end)
    text = text[:_LONGEST]
    words = text.split()
    folded = text.casefold().split()
    count = len(words)
    last, first = bare[-1], text[0]
    letters = len(text)
    return [
        log(size + 1),
        log(count),
        float(last in _SENTENCE_ENDS),
        float(closed),
        float(last in ":："),
        float(last == "…" or bare.endswith("...")),
        float(first.islower()),
        float(first in _QUOTES),
        float(first.isdigit()),
        _commas(text) / count,
        len(_DIGITS.findall(text)) / letters,
        sum([word[0].isupper() for word in words]) / count,
        float(text.isupper()),
        log(letters / count),
        sum([word in small for word in folded]) / count,
        log(1 + _sentences(text)),
    ]


def _commas(text: str) -> int:
    if text.isascii():
        return text.count(",") + text.count(";")
    return len(_COMMAS.findall(text))


def _sentences(text: str) -> int:
    if text.isascii() and not ("." in text or "?" in text or "!" in text):
        return 0
    return len(_ENDS.findall(text))


def _mark_features(run: Run, kind: LineKind) -> list[float]:
    marks = _MARK_ROWS.get(run.mark, _NO_MARK)
    return [*marks, float(min(run.gap, 3)), *_KIND_ROWS[kind]]


def _sign_features(text: str, size: float) -> list[float]:
    return [
        float("|" in text or " / " in text),
        float(bool(_ADDRESS.search(text, 0, _LONGEST))),
        float("©" in text or "»" in text or "›" in text or "→" in text),
        float("?" in text),
        float(size >= _LONG and text[-1] in _SENTENCE_ENDS),
    ]


def _page_features(runs: Sequence[Run], sizes: Sequence[float]) -> list[float]:
    total = len(runs)
    return [
        log(total),
        log(1 + sum(1 for size in sizes if size >= _LONG)),
        sum(1 for run in runs if run.gap) / total,
        log(1 + sum(1 for run in runs if run.mark == "heading")),
        sum(1 for run, size in zip(runs, sizes, strict=True) if size > len(run.text))
        / total,
    ]


def near_features(
    own: Sequence[Sequence[float]],
    guess: Sequence[float],
    told: Sequence[float],
    at: int,
) -> list[float]:
    """Count what the model's second stage needs of one run.

    Args:
        own: Rows of `own_features`.
        guess: The first stage's probability of each run.
        told: Share of each run's longer words that the guessed body has, too.
        at: Index of the run.

    Returns:
        The run's own features, then those of its neighbourhood.
    """
    total = len(own)
    row = [*own[at], guess[at], told[at]]
    for step in NEAR:
        near = at + step
        if 0 <= near < total:
            values = own[near]
            row += [values[k] for k in NEAR_OWN]
            row += (guess[near], told[near])
        else:
            row += _NOTHING
    return row


def span_features(guess: Sequence[float], sizes: Sequence[float]) -> list[list[float]]:
    """Count the guessed body around each run: nearby, before, after, largest.

    Args:
        guess: The first stage's probability of each run.
        sizes: Lengths of the runs.

    Returns:
        One row a run.
    """
    total = len(guess)
    sums, counts = [0.0], [0.0]
    for value, size in zip(guess, sizes, strict=True):
        sums.append(sums[-1] + value * size)
        counts.append(counts[-1] + value)
    whole = sums[-1] + 1.0
    first, last = likely_stretch(guess, sizes)
    back, ahead = _distances(guess)
    rows: list[list[float]] = []
    for at in range(total):
        row = [sums[at] / whole, (sums[total] - sums[at + 1]) / whole, log(whole)]
        for span in _SPANS:
            low, high = max(0, at - span), min(total, at + span + 1)
            row += (
                (sums[at] - sums[low]) / whole,
                (sums[high] - sums[at + 1]) / whole,
                (counts[at] - counts[low]) / span,
                (counts[high] - counts[at + 1]) / span,
            )
        row += (
            float(first <= at < last),
            log(1 + max(0, first - at)),
            log(1 + max(0, at - last + 1)),
            log(1 + back[at]),
            log(1 + ahead[at]),
            log(last - first + 1),
        )
        rows.append(row)
    return rows


def _distances(guess: Sequence[float]) -> tuple[list[int], list[int]]:
    """Return how far the nearest likely run stands above and below each run."""
    total = len(guess)
    back, ahead = [0] * total, [0] * total
    seen = 99
    for at in range(total):
        back[at] = seen
        seen = 1 if guess[at] > _LIKELY else min(99, seen + 1)
    seen = 99
    for at in range(total - 1, -1, -1):
        ahead[at] = seen
        seen = 1 if guess[at] > _LIKELY else min(99, seen + 1)
    return back, ahead


def likely_stretch(guess: Sequence[float], sizes: Sequence[float]) -> tuple[int, int]:
    """Return the stretch with the most guessed body; rests cost a little."""
    best, found, total, start = 0.0, (0, 0), 0.0, 0
    for at, value in enumerate(guess):
        if total <= 0:
            total, start = 0.0, at
        total += value * min(sizes[at], 600.0) - (1 - value) * 40.0
        if total > best:
            best, found = total, (start, at + 1)
    return found


def told_shares(words: Sequence[frozenset[str]], guess: Sequence[float]) -> list[float]:
    """Return the share of each run's longer words that the guessed body has.

    A run of the body counts only words that another body run has as well.

    Args:
        words: Longer words of each run, from `long_words_of`.
        guess: The first stage's probability of each run.
    """
    counts: Counter[str] = Counter()
    for found, value in zip(words, guess, strict=True):
        if value > _LIKELY:
            counts.update(found)
    once = frozenset(counts)
    twice = frozenset(word for word, count in counts.items() if count > 1)
    return [
        len(found & (twice if value > _LIKELY else once)) / (len(found) + 1)
        for found, value in zip(words, guess, strict=True)
    ]


def long_words_of(runs: Sequence[Run]) -> list[frozenset[str]]:
    """Return the longer words of each run; pairs of signs in scripts without spaces."""
    return [_long_words(run.text) for run in runs]


def _long_words(text: str) -> frozenset[str]:
    text = text[:_LONGEST].casefold()
    if not text.isascii() and _WIDE.search(text):
        return frozenset(text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(word for word in text.split() if len(word) > _SMALL)
