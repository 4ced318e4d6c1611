"""The language of the article: what is declared, checked against the text."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from articlekit.fields.clues import Clues
from articlekit.fields.contest import Candidate, Finding, decide
from articlekit.text.languages import check_tag, guess_language
from articlekit.text.lexicons import primary

_META: Final = (
    "og:locale",
    "content-language",
    "dc.language",
    "language",
    "article:language",
)
_ALIASES: Final = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "jp": "ja",
    "cz": "cs",
    "dk": "da",
    "gr": "el",
    "kr": "ko",
    "cn": "zh",
    "nb": "no",
    "ua": "uk",
    "se": "sv",
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "spanish": "es",
    "french": "fr",
}
_HTML, _HINT, _CLEAR = 0.6, 0.95, 0.9
_LONGEST: Final = 100


@lru_cache(maxsize=64)
def _tag(raw: str) -> str | None:
    """Read a declared language, or None where it is none."""
    raw = raw.strip().split(",")[0].split(";")[0].split(".")[0].replace("_", "-")
    head, _, rest = raw.partition("-")
    head = _ALIASES.get(head.lower(), head)
    try:
        return check_tag(f"{head}-{rest}" if rest else head)
    except ValueError:
        return None


def _declared(clues: Clues) -> Iterator[tuple[str, str, str, float]]:
    """Yield (origin, locator, raw, confidence) of what is declared."""
    page = clues.page
    if clues.hints.language:
        yield "hint", "language", clues.hints.language, _HINT
    if page.language:
        yield "element", "html lang", page.language, _HTML
    value = clues.article.get("inLanguage")
    if isinstance(value, str):
        yield "json-ld", "inLanguage", value, 0.45
    for number, name in enumerate(_META):
        if raw := page.meta(name):
            yield "meta", name, raw, 0.4 - 0.05 * number


def find_language(clues: Clues, text: str = "") -> Finding[str]:
    """Find the language of the article.

    Args:
        clues: The page.
        text: The running text, or what there is of it.

    Returns:
        A BCP 47 tag: the declared one, with its region, where the text does not
        speak against it; else the guess from script and function words.
    """
    read = [
        (origin, locator, raw, _tag(raw[:_LONGEST]), weight)
        for origin, locator, raw, weight in _declared(clues)
    ]
    tags = [tag for _, _, _, tag, _ in read if tag and len(primary(tag)) < 4]
    guess = guess_language(text, tags[0] if tags else None) if text else None
    candidates: list[Candidate[str]] = []
    for origin, locator, raw, tag, weight in read:
        veto = None if tag and len(primary(tag)) < 4 else "language-not-a-tag"
        if guess and tag and primary(tag) != primary(guess) and origin != "hint":
            veto = "language-not-of-text"
        candidates.append(
            Candidate(tag or raw, origin, locator, raw, weight, primary(tag), veto)
        )
    if guess:
        weight = _CLEAR if not any(c.veto is None for c in candidates) else 0.3
        candidates.append(
            Candidate(guess, "text", "function words", guess, weight, primary(guess))
        )
    return decide("language", candidates, prefer=_exactness)


def _exactness(tag: str) -> float:
    """Prefer a tag with a region."""
    return "-" in tag
