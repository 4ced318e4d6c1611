"""Word lists: data files by language, read on first use and never at import."""

import json
from functools import cache, lru_cache
from typing import cast


@cache
def table(name: str) -> dict[str, object]:
    """Read the JSON object of a data file.

    Args:
        name: File name in `articlekit/text/data`, without ".json".

    Returns:
        The object; callers must not change it.
    """
    from importlib.resources import files

    path = files("articlekit.text") / "data" / f"{name}.json"
    return cast("dict[str, object]", json.loads(path.read_text("utf-8")))


@cache
def words(name: str) -> frozenset[str]:
    """Return all words of a data file that maps languages to lists of words.

    Args:
        name: File name in `articlekit/text/data`, without ".json".

    Returns:
        The words of all languages, as the file has them.
    """
    lists = cast("dict[str, list[str]]", table(name))
    return frozenset(word for part in lists.values() for word in part)


@lru_cache(maxsize=64)
def primary(language: str | None) -> str:
    """Return the primary subtag of a BCP 47 tag in lower case, or ""."""
    return (language or "").replace("_", "-").partition("-")[0].casefold()
