"""A light guess at a text's language, for callers who do not say."""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Final, cast

from articlekit.text.late import late

_SAMPLE: Final = 4000
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST: Final = 2
# The first script with a fair share of the letters decides.
_SCRIPTS: Final = (
    ("ja", late(r"[\u3040-\u30ff]")),
    ("ko", late(r"[\uac00-\ud7a3]")),
    ("zh", late(r"[\u4e00-\u9fff]")),
    ("hi", late(r"[\u0900-\u097f]")),
    ("sr", late(r"[ђјљњћџЂЈЉЊЋЏ]")),
    ("bg", late(r"[ъЪ](?![еёюяЕЁЮЯ])")),
    ("uk", late(r"[іїєґІЇЄҐ]")),
    ("ru", late(r"[\u0400-\u04ff]")),
    ("fa", late(r"[پچژگ]")),
    ("ar", late(r"[\u0600-\u06ff]")),
    ("el", late(r"[\u0370-\u03ff]")),
)
_SHARE: Final = 0.05
# A few letters that no other language of the script has tell these.
_TELLING: Final = ("sr", "bg", "uk", "fa")


def detect_language(text: str) -> str:
    """Return the primary subtag of the language that *text* seems to be in.

    Returns:
        The tag, or "" where nothing can be told.
    """
    sample = text[:_SAMPLE]
    least = max(1.0, _SHARE * len(sample))
    if not sample.isascii():
        for tag, pattern in _SCRIPTS:
            share = 0.02 if tag in _TELLING else 1.0
            if len(pattern.findall(sample)) >= least * share:
                return tag
    words = set(_WORD.findall(sample.casefold()))
    scores = {tag: len(words & common) for tag, common in _common().items()}
    best = max(scores, key=lambda tag: scores[tag], default="")
    return best if scores.get(best, 0) >= _LEAST else ""


@cache
def _common() -> dict[str, frozenset[str]]:
    path = files("articlekit.text") / "data" / "quotes" / "detection.json"
    data = cast("dict[str, str]", json.loads(path.read_text("utf-8")))
    return {tag: frozenset(words.split()) for tag, words in data.items()}
