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
        speaker: For the choice among possible speakers.
        speech: For "are these somebody's words?".
        person: For the choice of whom a pronoun means.
    """

    speaker: Mapping[str, float] = attrs.field(repr=False)
    speech: Mapping[str, float] = attrs.field(repr=False)
    person: Mapping[str, float] = attrs.field(repr=False)


# Languages with weights of their own; all others share those of structure alone.
_OWN: Final = frozenset({"en"})


def weights_for(language: str) -> Weights:
    """Return the weights for texts in *language*."""
    return _load("weights-en" if language in _OWN else "weights-other")


@cache
def _load(name: str) -> Weights:
    path = files("articlekit.text") / "data" / "quotes" / f"{name}.json"
    data = cast("dict[str, dict[str, float]]", json.loads(path.read_text("utf-8")))
    return Weights(data["speaker"], data["speech"], data["person"])
