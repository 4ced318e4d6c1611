"""The learned weights, read from their data file on first use."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, cast

import attrs

# How many sums are kept.
_KEPT: Final = 50_000
KeysOf = Callable[[str], tuple[str, ...]]


class Sums(dict[str, float]):
    """Sums of the weights of letters that come together, filled as they are met."""

    def __init__(self, weights: Mapping[str, float], keys_of: KeysOf) -> None:
        super().__init__()
        self.weights = weights
        self.keys_of = keys_of

    def __missing__(self, letters: str) -> float:
        """Sum the weights of the keys that *letters* make, and keep that."""
        get = self.weights.get
        total = 0.0
        for key in self.keys_of(letters):
            total += get(key, 0.0)
        if len(self) < _KEPT:
            self[letters] = total
        return total


class Table(dict[str, float]):
    """Weights that keep their sums, a memo that changes no result."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.kept: dict[KeysOf, Sums] = {}


def sums_of(weights: Mapping[str, float], keys_of: KeysOf) -> Sums:
    """Return the sums of the *weights* of what *keys_of* makes of letters."""
    if not isinstance(weights, Table):
        return Sums(weights, keys_of)
    found = weights.kept.get(keys_of)
    if found is None:
        found = weights.kept[keys_of] = Sums(weights, keys_of)
    return found


@attrs.frozen
class Weights:
    """Tables of feature weights; `training/quotes` makes them.

    Attributes:
        threshold: From which probability on words are somebody's.
        speaker: For the choice among possible speakers.
        speech: For "are these somebody's words?".
        person: For the choice of whom a pronoun means.
    """

    threshold: float
    speaker: Mapping[str, float] = attrs.field(repr=False)
    speech: Mapping[str, float] = attrs.field(repr=False)
    person: Mapping[str, float] = attrs.field(repr=False)


# Languages with weights of their own; all others share those of structure alone.
# English and German papers use marks for irony and titles more than others do.
_THRESHOLDS: Final = {"en": 0.81, "de": 0.75}
_THRESHOLD: Final = 0.35
_OWN: Final = frozenset({"en"})


def weights_for(language: str) -> Weights:
    """Return the weights for texts in *language*."""
    return _for_language(_built_in(_file_of(language)), language)


def weights_in(folder: Path, language: str) -> Weights:
    """Return the weights for *language* that training left in *folder*."""
    return _for_language(_read(folder / _file_of(language)), language)


def _file_of(language: str) -> str:
    return "weights-en.json" if language in _OWN else "weights-other.json"


def _for_language(shared: Weights, language: str) -> Weights:
    return attrs.evolve(shared, threshold=_THRESHOLDS.get(language, _THRESHOLD))


@cache
def _built_in(name: str) -> Weights:
    return _read(files("articlekit.text") / "data" / "quotes" / name)


def _read(path: Traversable) -> Weights:
    data = cast("dict[str, dict[str, float]]", json.loads(path.read_text("utf-8")))
    tables = [Table(data[name]) for name in ("speaker", "speech", "person")]
    return Weights(_THRESHOLD, *tables)
