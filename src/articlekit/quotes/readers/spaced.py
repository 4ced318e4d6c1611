"""Words of languages whose names no capital tells, or whose verbs end the sentence.

Each word outside of the quotations becomes one letter by the lists of the language, so
that its word order is a handful of short expressions over letters: `M` for the particle
behind a subject, `V` for a verb of saying, `N` for a word that no list knows.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from operator import attrgetter
from typing import Final, NamedTuple, cast

import attrs

from articlekit.quotes.lexicon import raw_lists
from articlekit.quotes.marks import Marked, Region

# What a list makes of its words; a later line takes no word of an earlier one.
_CLASSES: Final = (
    ("pronouns", "m"),
    ("naming", "U"),
    ("say", "V"),
    ("saying", "g"),
    ("source", "K"),
    ("source_after", "k"),
    ("markers", "M"),
    ("quoting", "f"),
    ("named", "j"),
    ("genitives", "G"),
    ("subordinators", "S"),
    ("conjunctions", "C"),
    ("stop", "P"),
    ("adverbs", "b"),
    ("titles", "T"),
    ("persons", "y"),
    ("roles", "r"),
    ("groups", "e"),
    ("papers", "L"),
    ("bodies", "B"),
    ("labels", "q"),
    ("works", "w"),
    ("fields", "a"),
    ("places", "l"),
    ("determiners", "D"),
    ("calendar", "X"),
    ("particles", "p"),
    ("report", "v"),
)
_TOKEN: Final = re.compile(
    r"\([^()\n]{0,60}\)|（[^（）\n]{0,60}）"  # an aside
    r"|[.!?…।॥؟۔]+|[\r\n\x0b\x0c\x85\u2028\u2029]+|[,،;؛:]|[–—―](?=\s)|(?<=\s)-(?=\s)"
    r"|[^\s.,،;؛:!?…।॥؟۔()（）\[\]{}\"“”„«»‹›\u200e\u200f]+"
)
_PUNCTUATION: Final = {
    ",": ",",
    "،": ",",
    ";": ";",
    "؛": ";",
    ":": ":",
} | dict.fromkeys("–—―-", "-")
_FULL: Final = frozenset(".!?…।॥؟۔")
_MARKS: Final = "'‘’`‚"
# The words of a noun phrase.
_PHRASE: Final = r"(?P<who>[NTreLBaldcyiDGCpj]*(?:[NTreLBaldcyij]|(?<=[reyBLNd])D))"
# Letters of the lists, those of the forms of words left out.
_LISTED: Final = frozenset(letter for _, letter in _CLASSES)
_LETTER_OF: Final = attrgetter("letter")
_SURNAMES: Final = "albDS"
_KEPT: Final = 64
# How many words of a language are kept with their letters.
_WORDS: Final = 4096


class Word(NamedTuple):
    """One word, mark or quotation: where it stands, and the letter of its kind."""

    start: int
    end: int
    letter: str
    key: str


def _reader(order: "Order") -> Callable[[str], tuple[str, str, bool]]:
    return lru_cache(maxsize=_WORDS)(partial(_read, order))


@attrs.frozen(eq=False)
class Order:
    """What is known of the words and the word order of one language.

    Attributes:
        classes: Folded word to its letter.
        phrases: First folded word to the words that follow and the letter of all.
        fold: Code point to what it counts as.
        ahead: What stands before a quotation, up to its mark.
        behind: What stands behind a quotation.
        subjects: Whom a sentence without a quotation speaks of.
        silent: What stands behind things in marks that nobody says.
        clitics: Short words written together with the next one: "and".
        articles: The article, where it is written together with its noun.
        endings: Endings of a word, behind an apostrophe or known without one.
        kinds: Expressions that tell a word's letter by its form, with their letters.
        feminine: What tells that a verb or role is a woman's.
        masculine: The same for a man's.
        never: Words that are no subject, by their form.
        unclosed: What ends speech whose closing mark was forgotten.
        given: First names.
        capitals: Whether names begin with capitals.
        names_last: Whether the name stands at the end of its phrase.
        drops: Whether a verb without a subject means the one before.
        read: Returns the key and letter of a printed word, and whether it may begin
            a phrase.
    """

    classes: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    fold: Mapping[int, str | None]
    ahead: tuple[re.Pattern[str], ...]
    behind: tuple[re.Pattern[str], ...]
    subjects: tuple[re.Pattern[str], ...]
    silent: tuple[re.Pattern[str], ...]
    clitics: tuple[str, ...]
    articles: tuple[str, ...]
    endings: re.Pattern[str] | None
    kinds: tuple[tuple[re.Pattern[str], str], ...]
    feminine: re.Pattern[str] | None
    masculine: re.Pattern[str] | None
    never: re.Pattern[str] | None
    unclosed: re.Pattern[str] | None
    given: frozenset[str]
    capitals: bool
    names_last: bool
    drops: bool
    read: Callable[[str], tuple[str, str, bool]] = attrs.field(
        init=False, default=attrs.Factory(_reader, takes_self=True)
    )

    def key(self, word: str) -> str:
        """Return the form of *word* under which the lists hold it."""
        return word.translate(self.fold).lower()

    def bare(self, key: str) -> str:
        """Return *key* without an article."""
        for article in self.articles:
            if key.startswith(article) and len(key) > len(article) + 1:
                return key[len(article) :]
        return key

    def letter(self, key: str) -> str:
        """Return the letter of a folded word; "N" for one that nothing tells of."""
        found = self.classes.get(key) or self._inflected(key)
        if found:
            return found
        for clitic in self.clitics:
            rest = key[len(clitic) :]
            if key.startswith(clitic) and len(rest) > 1:
                found = self.classes.get(rest) or self._inflected(rest)
                if found:
                    return found
        for pattern, letter in self.kinds:
            if pattern.search(key):
                return letter
        return "N"

    def _inflected(self, key: str) -> str | None:
        bare = self.bare(key)
        if bare != key:
            found = self.classes.get(bare)
            if found == "g":
                # "saying", but with an article "the speaker".
                return "r"
            if found and found in "reyBLaTlwq":
                return found
        if self.endings:
            ending = self.endings.search(key)
            if ending and ending.start() > 1:
                found = self.classes.get(key[: ending.start()])
                return found if found and found in "reyBLaTlwq" else None
        return None


@lru_cache(maxsize=_KEPT)
def order_for(language: str, verbs: tuple[str, ...] = ()) -> Order | None:
    """Return the word order of *language*; None where it needs none.

    *verbs* of saying count besides those of its list.
    """
    data = dict(raw_lists(language))
    if not isinstance(data.get("ahead"), list):
        return None
    fold = dict(_fold(str(data.get("fold", ""))))
    order = Order(
        classes={},
        phrases={},
        fold=fold,
        ahead=_frames(data, "ahead"),
        behind=_frames(data, "behind"),
        subjects=_frames(data, "subjects"),
        silent=_frames(data, "silent"),
        clitics=tuple(str(data.get("clitics", "")).split()),
        articles=tuple(str(data.get("articles", "")).split()),
        endings=_expression(data, "endings"),
        kinds=tuple(_kinds(data)),
        feminine=_expression(data, "feminine"),
        masculine=_expression(data, "masculine"),
        never=_expression(data, "never"),
        unclosed=_expression(data, "unclosed"),
        given=frozenset(_entries(data, "given_names")),
        capitals=data.get("caseless") is not True,
        names_last=data.get("names_last") is True,
        drops=data.get("drops_subject") is True,
    )
    classes: dict[str, str] = {order.key(verb): "V" for verb in verbs}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, letter in _CLASSES:
        for entry in _entries(data, key):
            first, *rest = (order.key(word) for word in entry.split())
            if rest:
                phrases.setdefault(first, []).append((tuple(rest), letter))
            else:
                classes.setdefault(first, letter)
    longest = {
        first: tuple(sorted(each, key=lambda item: -len(item[0])))
        for first, each in phrases.items()
    }
    return attrs.evolve(order, classes=classes, phrases=longest)


def _entries(data: Mapping[str, object], key: str) -> Iterator[str]:
    """Yield the words of one list and, under its name and "phrases", its phrases."""
    for name in (f"{key}_phrases", key):
        value = data.get(name, "")
        if isinstance(value, str):
            yield from value.split()
        elif isinstance(value, list):
            yield from map(str, cast("list[object]", value))


def _fold(pairs: str) -> Iterator[tuple[int, str | None]]:
    """Yield what each character counts as: "ab" is a as b, "a" is nothing."""
    for pair in pairs.split():
        yield ord(pair[0]), pair[1:] or None


def _expression(data: Mapping[str, object], key: str) -> re.Pattern[str] | None:
    value = data.get(key)
    if isinstance(value, str) and value:
        with suppress(re.error):
            return re.compile(value)
    return None


def _frames(data: Mapping[str, object], key: str) -> tuple[re.Pattern[str], ...]:
    """Return the expressions of a list; one of a plugin that is none is left out."""
    found: list[re.Pattern[str]] = []
    for entry in _entries(data, key):
        with suppress(re.error):
            found.append(re.compile(entry.replace("{who}", _PHRASE)))
    return tuple(found)


def _kinds(data: Mapping[str, object]) -> Iterator[tuple[re.Pattern[str], str]]:
    for entry in _entries(data, "kinds"):
        letter, _, pattern = entry.partition(" ")
        with suppress(re.error):
            yield re.compile(pattern), letter


def read_words(text: str, marked: Marked, order: Order) -> list[Word]:
    """Return the words of *text*, each quotation as one, in order."""
    words: list[Word] = []
    position = 0
    for region in marked.regions:
        _add(text, (position, region.outer_start), words, order)
        words.append(Word(region.outer_start, region.outer_end, "Q", ""))
        position = region.outer_end
    _add(text, (position, len(text)), words, order)
    return words


def _add(text: str, bounds: tuple[int, int], words: list[Word], order: Order) -> None:
    """Add the words of a stretch without quotations."""
    first = len(words)
    read = order.read
    surnames = _SURNAMES if order.capitals else ""
    joins = False
    for match in _TOKEN.finditer(text, *bounds):
        printed = match.group()
        end = match.end()
        key, letter, begins = read(printed)
        if letter == "(" or (letter == "." and _is_inside(text, end, words)):
            continue
        if letter in surnames and _goes_on(printed, words):
            letter = "N"
        joins = joins or begins
        words.append(Word(match.start(), end, letter, key))
    if joins:
        _join_phrases(words, order, first)


def _goes_on(printed: str, words: Sequence[Word]) -> bool:
    """Whether a word of the lists is a surname: its capital follows a name."""
    return printed[0].isupper() and bool(words) and words[-1].letter == "N"


def _is_inside(text: str, end: int, words: Sequence[Word]) -> bool:
    """Whether the full stop that ends at *end* stands in a number or behind a title or initial."""
    if text[end : end + 1].isalnum():
        return True
    if not words or words[-1].end != end - 1:
        return False
    start = words[-1].start
    return words[-1].letter == "T" or (
        words[-1].end == start + 1 and text[start].isupper()
    )


def _read(order: Order, printed: str) -> tuple[str, str, bool]:
    """Return the key and the letter of a word, and whether it may begin a phrase."""
    sign = _sign(printed)
    if sign:
        return "", sign, False
    key = order.key(printed.strip(_MARKS))
    return key, _letter(printed, key, order), key in order.phrases


def _sign(printed: str) -> str:
    first = printed[0]
    if first in "(（":
        return "("
    if first in _FULL:
        return "."
    if first in "\r\n\x0b\x0c\x85\u2028\u2029":
        return "\n"
    return _PUNCTUATION.get(first, "") if len(printed) == 1 else ""


def _letter(printed: str, key: str, order: Order) -> str:
    letter = order.letter(key)
    if not order.capitals:
        return letter
    if not printed[0].isupper():
        # A word without a capital is no name.
        return letter if letter != "N" else "n"
    if letter not in _LISTED:
        letter = "N"
    if order.endings and letter in "NT":
        ending = order.endings.search(key)
        if ending and not key[ending.start()].isalnum():
            return "o"
    return letter


def _join_phrases(words: list[Word], order: Order, first: int) -> None:
    """Make one word of each phrase of the lists, from the word *first* on."""
    stretch = words[first:]
    del words[first:]
    taken = 0
    for index, word in enumerate(stretch):
        if index < taken:
            continue
        known = order.phrases.get(word.key)
        size, letter = _phrase_at(stretch, index, known) if known else (1, word.letter)
        taken = index + size
        if size > 1:
            end = stretch[taken - 1].end
            words.append(Word(word.start, end, letter, word.key))
        else:
            words.append(word)


def _phrase_at(
    words: Sequence[Word], index: int, known: Sequence[tuple[tuple[str, ...], str]]
) -> tuple[int, str]:
    """Return how many words the phrase at *index* has, and its letter."""
    for rest, letter in known:
        keys = tuple([word.key for word in words[index + 1 : index + 1 + len(rest)]])
        if keys == rest:
            return len(rest) + 1, letter
    return 1, words[index].letter


def is_region_whole(text: str, region: Region) -> bool:
    """Whether the words in marks end like a sentence."""
    return text[region.end - 1] in _FULL


def letters_of(words: Sequence[Word]) -> str:
    """Return the letters of *words*."""
    return "".join(map(_LETTER_OF, words))
