"""The learned weights, read from their data file on first use."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, cast

import attrs


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
_THRESHOLDS: Final = {"en": 0.77, "de": 0.75}
_THRESHOLD: Final = 0.35
_OWN: Final = frozenset({"en"})


def weights_for(language: str) -> Weights:
    """Return the weights for texts in *language*."""
    shared = _load("weights-en" if language in _OWN else "weights-other")
    return attrs.evolve(shared, threshold=_THRESHOLDS.get(language, _THRESHOLD))


@cache
def _load(name: str) -> Weights:
    path = files("articlekit.text") / "data" / "quotes" / f"{name}.json"
    data = cast("dict[str, dict[str, float]]", json.loads(path.read_text("utf-8")))
    return Weights(_THRESHOLD, data["speaker"], data["speech"], data["person"])
