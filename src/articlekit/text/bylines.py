"""Bylines -> authors and agencies: "By Jane Doe and John Roe, Reuters"."""

import re
from typing import Final

import attrs

from articlekit.model import Author, AuthorKind
from articlekit.text.agencies import agency_name, is_agency
from articlekit.text.byline_pieces import (
    GLUED_BY,
    Piece,
    byline_pieces,
    is_role,
    undated,
)
from articlekit.text.byline_words import (
    BEFORE_NAMES,
    CALENDAR,
    EDGES,
    Words,
    date_words,
    first_word,
    is_bare_label,
    match_label,
    without_labels,
    words_of,
)
from articlekit.text.lexicons import primary
from articlekit.text.months import month_number
from articlekit.text.names import (
    is_cjk,
    starts_high,
)

_USER: Final = re.compile(r"[^\W\d_]{2}[\w.-]{1,20}")
_ENDS_NAME: Final = re.compile(r"(?:am|on|at|um|vor|le|el|il|den|\d|\W)", re.IGNORECASE)
_USER_WORDS = 2
_LONGEST_PLAIN, _LONGEST_NAMES, _FEW_CAPITALS, _THREE = 40, 90, 6, 3


def _joined(pieces: tuple[Piece, ...]) -> list[Author]:
    """Give roles and suffixes to the people before them."""
    authors: list[Author] = []
    pending: str | None = None
    for text, kind in pieces:
        if kind == "person" and not _is_place(text, authors):
            authors.append(Author(text, role=pending))
            pending = None
        elif kind == "suffix" and authors:
            authors[-1] = attrs.evolve(authors[-1], name=f"{authors[-1].name}, {text}")
        elif kind == "role":
            if authors and authors[-1].role is None:
                authors[-1] = attrs.evolve(authors[-1], role=text)
            elif not authors:
                pending = text
        elif kind == "organisation":
            authors.append(Author(text, AuthorKind.ORGANISATION))
    return authors


def _is_place(text: str, authors: list[Author]) -> bool:
    """Say whether one word behind a full name is a place, not a person."""
    if " " in text or is_cjk(text) or "." in text or not authors:
        return False
    return any(" " in author.name for author in authors)


def _is_plain_name(text: str, words: Words) -> bool:
    """Say whether a text is two or three capitalised words that are only a name."""
    if len(text) > _LONGEST_PLAIN or is_cjk(text):
        return False
    parts = text.split(" ")
    if len(parts) == _THREE and len(parts[1]) == 2 and parts[1][1] == ".":
        parts = [parts[0], parts[2]] if parts[1][0].isupper() else []
    if not 2 <= len(parts) <= _THREE:
        return False
    if not all(_is_plain_word(part, words) for part in parts):
        return False
    first = first_word(parts[0])
    return (
        first not in words.label_starts
        and first not in words.other_starts
        and not is_agency(text)
        and not is_role(parts[-1], words.odd)
        and not (len(parts) > 2 and agency_name(parts[-1]))
        and not GLUED_BY.match(text)
    )


def _is_plain_word(word: str, words: Words) -> bool:
    """Say whether a word has a capital and is none that bylines are made of."""
    if not word[:1].isupper() or (word.isupper() and len(word) < _FEW_CAPITALS):
        return False
    if word.isalpha():
        return word.casefold() not in words.odd
    if words.language in {"de", ""}:
        return False  # "Power-Küche"
    pieces = word.replace("-", " ").split(" ")
    return all(p.isalpha() and p.casefold() not in words.odd for p in pieces)


def _plain_names(text: str, words: Words) -> tuple[str, ...]:
    """Read a byline that is a label and names; () where it holds anything else."""
    match = match_label(text, words)
    rest = text[match.end() :] if match else text
    if rest[-1:].isdigit() or rest[-1:] in {"M", "T"}:
        rest = undated(rest, words)
    if _is_plain_name(rest, words):
        return (rest,)
    names = words.split.split(rest) if len(rest) < _LONGEST_NAMES else []
    plain = len(names) > 1 and all(_is_plain_name(name, words) for name in names)
    return tuple(names) if plain and len(set(names)) == len(names) else ()


def read_byline(
    text: str, language: str | None = None
) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """Read people, organisations and agencies from a byline.

    Args:
        text: The byline as printed.
        language: BCP 47 tag, or None.

    Returns:
        The authors in order, organisations that are no agencies among them
        (see `Author.kind`), and the agencies as printed; each once.
    """
    if names := _plain_names(text, words_of(primary(language))):
        return tuple(map(Author, names)), ()
    pieces = byline_pieces(text, language)
    unique = {author.name.casefold(): author for author in reversed(_joined(pieces))}
    authors = tuple(reversed(unique.values()))
    agencies = tuple(dict.fromkeys(p.text for p in pieces if p.kind == "agency"))
    return authors, agencies


def may_name_people(text: str) -> bool:
    """Say whether a line with numbers may name people beside dates and counts.

    Args:
        text: White space folded, in a script with spaces.

    Returns:
        False only where no two words stand side by side that are neither
        numbers nor words of dates.
    """
    last = numbered = False
    for word in text.split():
        bare = word.strip(EDGES).casefold()
        digits = any(map(str.isdigit, bare))
        free = not digits and bare not in CALENDAR and bare not in date_words()
        if free and numbered and month_number(bare):
            free = False
        if free and last:
            return True
        last, numbered = free, digits
    return False


def has_byline_label(text: str, language: str | None = None) -> bool:
    """Say whether a text begins like a byline: "By Jane", "Von Max", "Text: Ann"."""
    words = words_of(primary(language))
    return _is_label_of(match_label(text, words), text, words)


def _is_label_of(match: re.Match[str] | None, text: str, words: Words) -> bool:
    """Say whether what was matched is a label, with a name behind it."""
    if match is None or match[0].strip(EDGES).casefold() in words.weak:
        return False
    rest = text[match.end() :].split(maxsplit=2)
    return bool(rest) and (starts_high(rest[0]) or _names_user(match[0], rest))


def _names_user(label: str, rest: list[str]) -> bool:
    """Say whether a long label and a date enclose a word: "posted by elm42 on 3 June"."""
    enclosed = " " in label.strip() and len(rest) > _USER_WORDS
    return (
        enclosed and any(map(str.isdigit, rest[-1])) and bool(_ENDS_NAME.match(rest[1]))
    )


def is_label(text: str, language: str | None = None) -> bool:
    """Say whether a text is a label and nothing else."""
    return is_bare_label(text, words_of(primary(language)))


def announces_names(text: str, language: str | None = None) -> bool:
    """Say whether a line is a label that a name must follow: "By", "Author:"."""
    words = words_of(primary(language))
    label = text.strip(EDGES).casefold()
    if label not in words.nouns and label.rpartition(" ")[2] not in BEFORE_NAMES:
        return False
    return is_bare_label(text, words)


def labelled_user(
    text: str, language: str | None = None, *, anyhow: bool = False
) -> str | None:
    """Return the one word behind a label and before a date: "By Elm42 on 3 June".

    Args:
        text: The line.
        language: BCP 47 tag, or None.
        anyhow: Whether a word in small letters will do without a date, too.
    """
    words = words_of(primary(language))
    own = without_labels(text, words)
    rest = own.split(maxsplit=2) if own != text or not anyhow else []
    if not rest or (len(rest) > 1 and not _ends_name(rest[1])):
        return None
    user = rest[0].strip(EDGES)
    if user.casefold() in words.odd or not _USER.fullmatch(user):
        return None
    dated = any(map(str.isdigit, rest[-1])) and len(rest) > 1
    return user if starts_high(user) or dated or anyhow else None


def _ends_name(word: str) -> bool:
    """Say whether a word stands between a name and a date; "Le Goff" is a name."""
    return not word[0].isupper() and _ENDS_NAME.match(word) is not None


def label_kinds(text: str, language: str | None = None) -> tuple[bool, bool]:
    """Say whether a text begins like a byline, and whether it credits somebody else.

    Returns:
        What `has_byline_label` and `is_other_credit` say, for little more than
        the price of looking at the first word.
    """
    words = words_of(primary(language))
    first = first_word(text)
    east = is_cjk(text[:8])
    labelled = (east or first in words.label_starts) and _is_label_of(
        words.label.match(text), text, words
    )
    other = (east or first in words.other_starts) and words.others.match(
        text
    ) is not None
    return labelled, other


def is_other_credit(text: str, language: str | None = None) -> bool:
    """Say whether a text begins by crediting somebody else: "Foto: Jane"."""
    words = words_of(primary(language))
    if first_word(text) not in words.other_starts and not is_cjk(text[:8]):
        return False
    return words.others.match(text) is not None


def people_of(text: str, language: str | None = None) -> tuple[Author, ...]:
    """Read the people that a byline names, in order."""
    authors, _ = read_byline(text, language)
    return tuple(a for a in authors if a.kind is AuthorKind.PERSON)
