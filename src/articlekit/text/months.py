"""Names of months in many languages."""

from functools import cache
from typing import cast

from articlekit.text.lexicons import primary, table


@cache
def _all_months() -> dict[str, dict[str, int]]:
    """Map each form to the months that it names, by language."""
    found: dict[str, dict[str, int]] = {}
    for language, months in cast("dict[str, list[list[str]]]", table("months")).items():
        for number, forms in enumerate(months, 1):
            for form in forms:
                found.setdefault(form, {}).setdefault(language, number)
    return found


def month_number(word: str, language: str | None = None) -> int | None:
    """Say which month a word names.

    Args:
        word: The word in lower case, without a full stop.
        language: BCP 47 tag that decides where languages disagree.

    Returns:
        1 to 12, or None.
    """
    by_language = _all_months().get(word)
    if by_language is None:
        return None
    first = next(iter(by_language.values()))
    return by_language.get(primary(language), first)
