"""The lists of one language's data file, as a lexicon keeps them."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, cast

# How short the end of a compound may be.
_TAIL: Final = 4
_GIVEN: Final = "given_names.json"


def words(data: Mapping[str, object], key: str) -> list[str]:
    """Return one list; a string holds words divided by blanks."""
    value = data.get(key, "")
    if isinstance(value, str):
        return value.split()
    return [str(item) for item in cast("list[object]", value)]


def phrase_letters(data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield phrases of several words and their letter, the longest first."""
    found = [(phrase, "K") for phrase in words(data, "source")]
    found += [(phrase, "k") for phrase in words(data, "source_after")]
    found += [(phrase, "V") for phrase in words(data, "say_phrases")]
    for key, letter in (("source_he", "m"), ("source_she", "f")):
        # "podle jeho slov": the pronoun in the middle is who speaks.
        for phrase in words(data, key):
            found.append((phrase.replace("*", ""), lettered(phrase, letter)))
    yield from sorted(found, key=lambda item: -len(item[0]))


def lettered(phrase: str, letter: str) -> str:
    """Return the letters of a phrase's words, one of which is starred: who speaks."""
    words = phrase.split()
    at = next((n for n, word in enumerate(words) if word.startswith("*")), 0)
    return "".join(
        letter if n == at else "K" if n < at else "k" if at == 0 else "b"
        for n in range(len(words))
    )


def tails(data: Mapping[str, object], classes: Mapping[str, str]) -> Iterator[str]:
    """Yield the roles and bodies that may end a longer word of the language."""
    if data.get("compounds") is True:
        bare = set(words(data, "no_tails"))
        for word, letter in classes.items():
            if letter in "reBL" and word not in bare and len(word) >= _TAIL:
                yield word


def case_endings(data: Mapping[str, object]) -> frozenset[str]:
    """Return how surnames end by case, and that they may end in nothing."""
    endings = words(data, "case_endings")
    return frozenset(("", *endings)) if endings else frozenset()


def verb_endings(
    data: Mapping[str, object],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what the ends of verbs tell of their subject, the surest first."""
    for letter, key in (("0", "nobody"), ("t", "they"), ("f", "she"), ("m", "he")):
        endings = tuple(words(data, "said_" + key))
        if endings:
            yield letter, endings


@cache
def given() -> dict[str, str]:
    """Return the first names that tell a woman or a man in most countries."""
    path = files("articlekit.text") / "data" / "quotes" / _GIVEN
    return dict(named(json.loads(path.read_text("utf-8"))))


def named(data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield first names with their gender."""
    for gender in ("m", "f"):
        for word in words(data, "first_names_" + gender):
            yield word, gender


def genders(data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield first names, roles and titles with their gender."""
    for gender in ("m", "f"):
        for key in ("first_names_", "roles_", "titles_"):
            for word in words(data, key + gender):
                yield word, gender


def articles(data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield articles with the gender that they tell."""
    for key, gender in (("definite", ""), ("definite_m", "m"), ("definite_f", "f")):
        for word in words(data, key):
            yield word, gender
