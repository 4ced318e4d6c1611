"""Words of a newsroom into words of nobody, of the same shape.

Letters are drawn by a hash of the word, so the same word becomes the same everywhere:
a title in JSON-LD still agrees with the one in its heading. What extraction goes by
stays: function words, labels of bylines and credits, agencies, months, numbers, marks.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from hashlib import blake2b
from importlib.resources import files
from typing import Final, cast
from urllib.parse import quote, unquote

import attrs

# Letters, and the marks that belong to them: accents, vowel signs, joiners.
_WORD: Final = re.compile(
    r"(?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u0900-\u0903"
    r"\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83"
    r"\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b4d\u0b82\u0bbe-\u0bcd\u0c00-\u0c04"
    r"\u0c3e-\u0c4d\u0c81-\u0c83\u0cbc-\u0ccd\u0d00-\u0d03\u0d3b-\u0d4d"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d])+"
)
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
# Time zones, in capitals only: "ART" is one, "art" is none.
_ZONES: Final = frozenset(
    "UTC GMT WET BST CET MEZ WAT WEST CEST MESZ EET SAST CAT EEST MSK EAT TRT GST PKT"
    " IST NPT BDT WIB ICT WITA SGT HKT MYT PHT AWST WIT JST KST ACST AEST ACDT AEDT"
    " NZST NZDT NST NDT AST ADT BRT ART EST EDT CST CDT MST MDT PST PDT AKST AKDT HST"
    " МСК".split()
)
# Scripts without spaces between words.
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_URL: Final = re.compile(r"(?:https?:)?//[^\s\"'<>]+", re.IGNORECASE)
_PATH: Final = re.compile(r"^((?:https?:)?//[^/?#]*)?([^?#]*)(.*)$", re.DOTALL)
_SEGMENT_WORDS: Final = re.compile(r"[^\W\d_]{2,}[-_+ ][\w\-+ .]*[^\W\d_]{2,}")
_ENDING: Final = re.compile(r"[a-z0-9]{1,5}", re.IGNORECASE)
_SHORTEST: Final = 3
# What extraction goes by, in the data files of `articlekit.text`.
_KEPT_FILES: Final = (
    "ago.json",
    "bylines.json",
    "credits/agencies.json",
    "credits/labels.json",
    "credits/status.json",
    "credits/ui.json",
    "credits/words.json",
    "days.json",
    "datewords.json",
    "function_words.json",
    "headlines/names.json",
    "headlines/words.json",
    "lines.json",
    "months.json",
    "walls/phrases.json",
)
_KEPT_OF_QUOTES: Final = (
    "abbreviations",
    "auxiliaries",
    "calendar",
    "pronouns",
    "relatives",
    "say",
    "saying",
    "source",
    "source_after",
    "titles",
    "titles_f",
    "titles_m",
)
# Dates and numbers of scripts without spaces.
_COUNTING: Final = tuple("年月日時分秒号版回第一二三四五六七八九十百千万億円元人")


@attrs.frozen
class Redactor:
    """Replaces prose; the same words always by the same.

    Attributes:
        keep: Words that stay beside those that always do, such as the site's name
            and the labels that its profile goes by.
    """

    keep: tuple[str, ...] = ()

    def text(self, text: str) -> str:
        """Return *text* with its words replaced; addresses in it as `url` does.

        Length in words, capitals, numbers, marks and white space stay.
        """
        made: list[str] = []
        at = 0
        for found in _URL.finditer(text):
            made += (self._prose(text[at : found.start()]), self.url(found[0]))
            at = found.end()
        return "".join([*made, self._prose(text[at:])])

    def url(self, url: str) -> str:
        """Return *url* with the words of its path replaced; host and query stay.

        Only pieces of the path that read as words are touched:
        "/sport/ferry-sails-again" keeps its "sport".
        """
        found = _PATH.match(url)
        if found is None or url.startswith(("data:", "javascript:", "mailto:", "#")):
            return url
        host, path, rest = found.groups()
        pieces = (self._segment(piece) for piece in path.split("/"))
        return f"{host or ''}{'/'.join(pieces)}{rest}"

    def _segment(self, piece: str) -> str:
        name, dot, ending = piece.rpartition(".")
        if not (name and _ENDING.fullmatch(ending)):
            name, dot, ending = piece, "", ""
        return f"{self._slug(name)}{dot}{ending}"

    def _slug(self, piece: str) -> str:
        plain = unquote(piece)
        if not (_SEGMENT_WORDS.search(plain) or _UNSPACED.search(plain)):
            return piece
        made = self._prose(plain)
        return quote(made, safe="-_.~+,;=:@!$&'()* ") if plain != piece else made

    def _prose(self, text: str) -> str:
        return _WORD.sub(lambda found: self._word(found[0]), text)

    def _word(self, word: str) -> str:
        if _UNSPACED.search(word):
            return self._unspaced(word)
        if len(word) < _SHORTEST or word in _ZONES or word.casefold() in self._kept:
            return word
        return _replaced(word)

    def _unspaced(self, word: str) -> str:
        """Replace what stands between the words that stay."""
        made: list[str] = []
        at = 0
        for found in self._kept_unspaced.finditer(word):
            made += (_replaced(word[at : found.start()]), found[0])
            at = found.end()
        return "".join([*made, _replaced(word[at:])])

    @cached_property
    def _kept(self) -> frozenset[str]:
        own = (w.casefold() for each in self.keep for w in _WORD.findall(each))
        return _kept_words() | frozenset(own)

    @cached_property
    def _kept_unspaced(self) -> re.Pattern[str]:
        own = [each for each in self.keep if _UNSPACED.search(each)]
        words = sorted({*_kept_unspaced_words(), *own}, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, words)))


def _replaced(word: str) -> str:
    """Return *word* with each letter replaced by one of its kind."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", word))
    plain = unicodedata.normalize("NFC", plain)
    drawn = _draws(plain.casefold())
    return "".join(map(_letter, plain, drawn))


def _draws(seed: str) -> Iterator[int]:
    """Yield numbers that only *seed* decides, without end."""
    block = seed.encode("utf-8", "surrogatepass")
    while True:
        block = blake2b(block, digest_size=32).digest()
        yield from block


def _letter(letter: str, draw: int) -> str:
    pool = _pools().get(letter.lower()) or _pool_of_range(letter)
    if not pool:
        return letter
    made = pool[draw % len(pool)]
    return made.upper() if letter.isupper() else made


def _pool_of_range(letter: str) -> str:
    for first, last, pool in _alphabets()["ranges"]:
        if first <= letter <= last:
            return pool
    return ""


@cache
def _pools() -> Mapping[str, str]:
    """Return what each letter may become."""
    return {
        letter: pool for letters, pool in _alphabets()["letters"] for letter in letters
    }


@cache
def _alphabets() -> Mapping[str, list[list[str]]]:
    text = files("articlekit.testing").joinpath("alphabets.json").read_text("utf-8")
    return cast("Mapping[str, list[list[str]]]", json.loads(text))


@cache
def _kept_words() -> frozenset[str]:
    words = (word for text in _kept_texts() for word in _WORD.findall(text))
    return frozenset(word.casefold() for word in words)


@cache
def _kept_unspaced_words() -> tuple[str, ...]:
    texts = (piece for text in _kept_texts() for piece in text.split())
    return (*{text for text in texts if _UNSPACED.search(text)}, *_COUNTING)


def _kept_texts() -> Iterator[str]:
    data = files("articlekit.text").joinpath("data")
    for name in _KEPT_FILES:
        yield from _strings(json.loads(data.joinpath(name).read_text("utf-8")))
    for path in data.joinpath("quotes").iterdir():
        lexicon: dict[str, object] = json.loads(path.read_text("utf-8"))
        for key in _KEPT_OF_QUOTES:
            yield from _strings(lexicon.get(key))


def _strings(data: object) -> Iterator[str]:
    """Yield every string of JSON, keys too: some lexicons are keyed by word."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for each in cast("list[object]", data):
            yield from _strings(each)
    elif isinstance(data, dict):
        form = cast("dict[str, object]", data)
        yield from form
        for each in form.values():
            yield from _strings(each)


def words_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words of *texts*, each once, to be kept."""
    return tuple(dict.fromkeys(word for text in texts for word in _WORD.findall(text)))
