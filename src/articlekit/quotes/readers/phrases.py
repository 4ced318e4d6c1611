"""Noun phrases in scripts without capitals: who is named there, and by which words.

A phrase is read from its end, since in these languages what is said of somebody stands
before the name: "the town's mayor Lee". How a phrase is told from the words around it
differs by script; `runs`, `blanks` and `order` hold one way each.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias, cast

import attrs

from articlekit.quotes.lexicon import raw_lists

# What stands for one code point of a quoted region; the last one of a region that ends
# its sentence is the other.
MASK: Final = "\ue000"
FULL_MASK: Final = "\ue001"
# What stands in brackets beside a name: an age, a post.
ASIDE: Final = re.compile(r"[（(][^（()）]{0,24}[）)]")
NAME, ROLE, PRONOUN, BODY, THING = "name", "role", "pronoun", "body", "thing"
PERSONS: Final = frozenset((NAME, ROLE, PRONOUN))
# The lists that a reader of phrases uses, each a set of words.
_SETS: Final = (
    "titles",
    "roles",
    "role_ends",
    "bodies",
    "body_ends",
    "papers",
    "pronouns",
    "nouns",
    "surnames",
    "kin",
    "person_ends",
    "places",
    "circles",
    "first_ends",
    "never",
    "anaphors",
    "family",
)
# The expressions that readers and finders use; one that is not given never fits.
_EXPRESSIONS: Final = (
    "anchor",
    "modifier",
    "joined",
    "pronoun",
    "trim",
    "bare",
    "side",
    "before",
    "after",
    "unsaid_before",
    "unsaid_after",
    "ends",
    "touches",
    "follow",
    "mixed",
    "unclosed",
    "according",
    "learned",
    "label",
    "somebody",
    "tells",
    "led",
    "foreign",
    "theirs",
    "turned",
    "described",
    "of",
    "asker",
)
_NEVER: Final = re.compile(r"(?!)")
_KEPT: Final = 64
# How many letters the engine tries one by one.
_GROUP: Final = 24


class Sentence(NamedTuple):
    """Start and end of a sentence, and its paragraph."""

    start: int
    end: int
    paragraph: int


class Phrase(NamedTuple):
    """A noun phrase that may speak.

    Attributes:
        start: Where its name begins; where the phrase does, if it holds no name.
        end: Where that ends.
        kind: Name, role, pronoun, body or thing.
        title: The title or role that stands beside the name.
        subject: How surely it is its clause's subject: 2 a topic, 1 a subject, 0 none.
        last: Where the whole phrase ends.
    """

    start: int
    end: int
    kind: str
    title: str
    subject: int
    last: int


@attrs.frozen(eq=False)
class Words:
    """The word lists and expressions of one language.

    Attributes:
        sets: Each list's words.
        longest: How long the longest title is.
        say: Finds a verb of saying.
        say_words: The verbs of saying.
        stop: Finds what ends a noun phrase.
        expressions: The other expressions by their key.
        ends: How a word ends that may be a title or have a particle.
        particles: Particles at the end of words, and what each is for.
        surname_starts: How surnames begin.
        full: From how many letters on a name that begins so is no short form.
    """

    sets: Mapping[str, frozenset[str]]
    longest: int
    say: re.Pattern[str]
    stop: re.Pattern[str]
    expressions: Mapping[str, re.Pattern[str]]
    ends: frozenset[str]
    particles: Mapping[str, str]
    surname_starts: frozenset[str]
    full: int


Reader: TypeAlias = Callable[[str, int, int, Words], list[Phrase]]


@lru_cache(maxsize=_KEPT)
def words_for(language: str, verbs: tuple[str, ...] = ()) -> Words:
    """Return the lists of *language*; *verbs* of saying count besides its own."""
    data = raw_lists(language)
    sets = {key: frozenset(_words(data, key)) for key in _SETS}
    say = [*_words(data, "say"), *verbs]
    stop = [*_words(data, "stop"), *say]
    tail = str(data.get("say_tail", ""))
    known = {
        "say": any_of(say) + tail,
        "stop": any_of(stop) + tail + str(data.get("stop_tail", "")),
        "title": any_of(sets["titles"]),
        "role": any_of(sets["roles"] | sets["titles"]),
        "longer_stop": f"(?:{any_of(word for word in stop if len(word) > 1)}){tail}",
    }
    raw = cast("Mapping[str, str]", data.get("expressions", {}))
    expressions: dict[str, re.Pattern[str]] = dict.fromkeys(_EXPRESSIONS, _NEVER)
    for key, pattern in raw.items():
        for name, alternatives in known.items():
            pattern = pattern.replace("{" + name + "}", alternatives)
        expressions[key] = re.compile(pattern)
    for name in ("title", "role"):
        expressions[name] = re.compile(known[name])
    longest = max(map(len, sets["titles"]), default=0)
    ends = {title[-1] for title in sets["titles"]} | set(str(data.get("endings", "")))
    return Words(
        sets,
        longest,
        re.compile(known["say"]),
        re.compile(known["stop"]),
        expressions,
        frozenset(ends),
        _particles(data),
        frozenset(surname[0] for surname in sets["surnames"]),
        cast("int", data.get("full_name", 0)),
    )


def _particles(data: Mapping[str, object]) -> dict[str, str]:
    listed = cast("Mapping[str, str]", data.get("particles_at_end", {}))
    return {word: kind for kind, each in listed.items() for word in each.split()}


def _words(data: Mapping[str, object], key: str) -> Sequence[str]:
    listed = data.get(key, "")
    return listed.split() if isinstance(listed, str) else cast("list[str]", listed)


def any_of(words: Iterable[str]) -> str:
    """Return an expression for any of *words*, the longest that fits.

    Words that begin alike share what they begin with, so that the engine tries one
    branch a letter instead of one a word; many letters are parted in groups of which
    it skips all but one.
    """
    tree: dict[str, dict[str, object]] = {}
    for word in words:
        branch = cast("dict[str, object]", tree)
        for letter in word:
            branch = cast("dict[str, object]", branch.setdefault(letter, {}))
        branch[""] = {}
    if len(tree) <= _GROUP or "" in tree:
        return _branches(cast("dict[str, object]", tree)) if tree else r"(?!)"
    letters = sorted(tree)
    groups: list[str] = []
    for start in range(0, len(letters), _GROUP):
        group = letters[start : start + _GROUP]
        below = _branches({letter: tree[letter] for letter in group})
        groups.append(f"(?=[{re.escape(group[0])}-{re.escape(group[-1])}]){below}")
    first = "".join(map(re.escape, letters))
    return f"(?=[{first}])(?:{'|'.join(groups)})"


def _branches(tree: Mapping[str, object]) -> str:
    found: list[str] = []
    for letter, rest in tree.items():
        if letter:
            below = _branches(cast("dict[str, object]", rest))
            found.append(re.escape(letter) + below)
    if not found:
        return ""
    body = found[0] if len(found) == 1 and "" not in tree else f"(?:{'|'.join(found)})"
    return body + "?" if "" in tree else body


def title_start(text: str, floor: int, end: int, words: Words) -> int:
    """Return where the longest title begins that ends at *end*; else *end*."""
    titles = words.sets["titles"]
    for size in range(min(words.longest, end - floor), 0, -1):
        if text[end - size : end] in titles:
            return end - size
    return end


def ends_with(text: str, start: int, end: int, words: frozenset[str]) -> bool:
    """Whether one of *words*, of at most four letters, ends at *end*."""
    size = min(4, end - start)
    while size > 0:
        if text[end - size : end] in words:
            return True
        size -= 1
    return False
