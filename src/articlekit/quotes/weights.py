"""The learned weights, read from their data file on first use."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

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


@cache
def load_weights(name: str = "weights-en") -> Weights:
    """Read the weights of the data file *name*."""
    path = files("articlekit.text") / "data" / "quotes" / f"{name}.json"
    data = cast("dict[str, dict[str, float]]", json.loads(path.read_text("utf-8")))
    return Weights(data["speaker"], data["speech"], data["person"])
