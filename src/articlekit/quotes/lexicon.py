"""Word lists of one language, read from its data file on first use."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, cast

import attrs

from articlekit.quotes.entries import (
    articles,
    case_endings,
    genders,
    given,
    named,
    phrase_letters,
    tails,
    verb_endings,
    words,
)
from articlekit.text.foreign import attempt

# What a list of the data file makes of its words. A later line does not take a word
# that an earlier one has. docs/explanation/quotes lists what each letter stands for.
_CLASSES: Final = (
    ("he", "m"),
    ("she", "f"),
    ("they", "t"),
    ("it", "h"),
    ("self", "i"),
    ("you", "u"),
    ("possessives", "G"),
    ("to", "T"),
    ("relatives", "W"),
    ("say", "V"),
    ("saying", "g"),
    ("subordinators", "S"),
    ("conjunctions", "C"),
    ("others", "o"),
    ("determiners", "D"),
    ("prepositions", "P"),
    ("auxiliaries", "A"),
    ("markers", "z"),
    ("adverbs", "b"),
    ("groups", "e"),
    ("roles_m", "r"),
    ("roles_f", "r"),
    ("papers", "L"),
    ("bodies", "B"),
    ("roles", "r"),
    ("strangers", "r"),
    ("report", "v"),
    ("reporting", "y"),
    ("suffixes", "J"),
    ("calendar", "X"),
    ("particles", "p"),
)
_TAG: Final = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,8}")
GROUP: Final = "articlekit.languages"
# How many languages, and sets of added words, are kept.
_KEPT: Final = 64
# Languages that are read with the lists of another.
_READ_AS: Final = {"nb": "no", "nn": "no", "bs": "hr", "sh": "hr"}


@attrs.frozen(eq=False)
class Lexicon:
    """What the quotes room knows of one language.

    Attributes:
        language: Primary subtag, or "" where nothing is known.
        classes: Lower-case word to its class letter.
        phrases: First word to the words that follow and the letter of the whole.
        genders: Lower-case word (role, title, first name) to "m" or "f".
        given: Lower-case first name to "m" or "f", those of other countries too.
        abbreviations: Lower-case words whose full stop ends no sentence.
        titles: Words before a name that are no part of it.
        labels: Words that announce a label rather than speech.
        works: Words that announce a title rather than speech.
        announcing: Labels to "q", works to "w".
        nouns: Words for documents, some of which are verbs too.
        naming: Verbs whose object is somebody's word for a thing: "nannte".
        openers: How words end that open a sentence and are no names: "asked".
        adverbial: How adverbs end, in a language whose nouns have no articles.
        case_endings: How surnames end by case, behind what their forms share.
        oblique: How names end that are no subject: "Novákem".
        verb_endings: Letter for "he" (m), "she" (f), "they" (t) or nobody (0), and how
            verbs of saying end that have such a subject.
        impersonal: Verbs of saying that have no person for a subject: "it reads".
        strangers: Roles of those whom papers do not name: "witness".
        governed: Roles in the case that "according to" asks for.
        spoken: How verbs end that a quotation comes before, though no list has them.
        adjectives: How words end that stand before a noun.
        reflexives: Small words between a verb and who speaks.
        feminine: How roles of women end.
        particles: Words inside of a name, "von" or "de".
        bodies: Words in the names of bodies, "news" or "university".
        places: Names of countries and regions.
        tails: Words for roles and bodies that end longer words: "parteichef".
        verbs: Verbs of saying that a caller added.
        definite: Articles of what is known, "the", to the gender that they tell.
        indefinite: Articles of what is new, "a".
        definite_ends: How nouns end that need no article to be definite.
        person_ends: How words end that are somebody, though no list has them.
        offices: Roles that one person holds at each place: "the mayor" alone means
            nobody of the text whom no role makes one.
        natives: Likewise, but only between an article and a verb or a mark.
        demonyms: Words with a capital for whom a place has borne.
        name_ends: Last letters of first names to the gender that they tell.
        according: The word for "according to".
        enclitics: Pronouns that a hyphen ties to a verb: "disse-lhe".
        joins: Whether small words with a capital begin a name: "Della Rovere".
        demonstrative: Articles that point at somebody named: "this".
        demonym_ends: How words with a capital end for whom a place has borne.
        owning: Words behind a noun that say whose it is: "of".
        unsaid: Verbs without a subject of their own: "hieß es".
        dash_runs: Whether a dash makes speech of all its paragraph.
        inverts: Whether the verb is a clause's second part, its subject behind it where
            another part comes first.
        parts_genders: Whether "he" and "she" are two words.
        caseless: Whether the script has no capitals, so names look like words.
        caps_nouns: Whether all nouns are capitalised.
        drops: Whether "said" may stand without a subject.
        elides: Whether "l'" and the like are words of their own.
        dialogue: Whether a dash at a paragraph's start begins speech.
    """

    language: str = ""
    classes: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = attrs.field(
        factory=dict[str, tuple[tuple[tuple[str, ...], str], ...]], repr=False
    )
    genders: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    given: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    abbreviations: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    openers: tuple[str, ...] = ()
    adverbial: tuple[str, ...] = ()
    case_endings: frozenset[str] = frozenset()
    oblique: tuple[str, ...] = ()
    verb_endings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    impersonal: frozenset[str] = frozenset()
    strangers: frozenset[str] = frozenset()
    governed: frozenset[str] = frozenset()
    spoken: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    reflexives: frozenset[str] = frozenset()
    feminine: tuple[str, ...] = ()
    particles: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    verbs: tuple[str, ...] = ()
    announcing: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    definite: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    indefinite: frozenset[str] = frozenset()
    definite_ends: tuple[str, ...] = ()
    person_ends: tuple[str, ...] = ()
    offices: frozenset[str] = frozenset()
    natives: frozenset[str] = frozenset()
    demonyms: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    name_ends: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    according: str = ""
    enclitics: frozenset[str] = frozenset()
    demonstrative: frozenset[str] = frozenset()
    demonym_ends: tuple[str, ...] = ()
    joins: bool = False
    owning: frozenset[str] = frozenset()
    unsaid: frozenset[str] = frozenset()
    dash_runs: bool = False
    inverts: bool = False
    parts_genders: bool = True
    caseless: bool = False
    caps_nouns: bool = False
    drops: bool = False
    dialogue: bool = False
    elides: bool = False


def primary_subtag(tag: str) -> str:
    """Return the language of a BCP 47 *tag* in lower case.

    Raises:
        ValueError: *tag* is no well-formed tag.
    """
    if not _TAG.fullmatch(tag):
        raise ValueError(f"not a well-formed language tag: {tag!r}")
    return tag.replace("_", "-").partition("-")[0].lower()


def lexicon_for(
    language: str, *, verbs: Iterable[str] = (), titles: Iterable[str] = ()
) -> Lexicon:
    """Return the lists of *language*; an empty lexicon where there are none.

    Args:
        language: Primary subtag.
        verbs: Verbs of saying to know besides, every form.
        titles: Words before a name to know besides.
    """
    more = (tuple(verbs), tuple(titles))
    return _extended(language, *more) if any(more) else _load(language)


@lru_cache(maxsize=_KEPT)
def _load(language: str) -> Lexicon:
    data = raw_lists(_READ_AS.get(language, language))
    return build(data) if data else Lexicon(language=language)


@lru_cache(maxsize=_KEPT)
def _extended(
    language: str, verbs: tuple[str, ...], titles: tuple[str, ...]
) -> Lexicon:
    known = _load(language)
    roles = {word.lower(): "r" for word in titles}
    return attrs.evolve(
        known,
        classes={**known.classes, **roles, **{word.lower(): "V" for word in verbs}},
        titles=known.titles | roles.keys(),
        abbreviations=known.abbreviations | roles.keys(),
        verbs=verbs,
    )


@cache
def built_in_languages() -> tuple[str, ...]:
    """Return the languages that have a data file, in alphabetical order."""
    folder = files("articlekit.text") / "data" / "quotes"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(n[:-5] for n in names if n.endswith(".json") and len(n) < 9))


@lru_cache(maxsize=_KEPT)
def raw_lists(language: str) -> Mapping[str, object]:
    """Return the lists of *language* as they are; empty if there are none.

    Source:
        The data file of the library, else what an installed package offers in the
        entry-point group `articlekit.languages`. What cannot be imported, is no
        mapping or holds lists that are none is left out.
    """
    if language in built_in_languages():
        path = files("articlekit.text") / "data" / "quotes" / f"{language}.json"
        return cast("dict[str, object]", json.loads(path.read_text("utf-8")))
    return _plugged_in(language)


def _plugged_in(language: str) -> dict[str, object]:
    # Slow to import, and needed for languages of plugins only.
    from importlib.metadata import EntryPoint, entry_points

    for point in entry_points(group=GROUP, name=language):
        found: object = attempt(EntryPoint.load, point)
        if isinstance(found, Mapping):
            return dict(_sound(cast("Mapping[object, object]", found)))
    return {}


def _sound(data: Mapping[object, object]) -> Iterator[tuple[str, object]]:
    """Yield the lists of a plugin that are what a data file may hold."""
    for key, value in data.items():
        listed = isinstance(value, list | tuple)
        if listed and not all(
            isinstance(each, str) for each in cast("Iterable[object]", value)
        ):
            continue
        if isinstance(key, str) and (listed or isinstance(value, str | bool)):
            yield key, list(cast("Iterable[str]", value)) if listed else value


def build(data: Mapping[str, object]) -> Lexicon:
    """Make a lexicon of the lists of one language's data file."""
    classes: dict[str, str] = {}
    for key, letter in _CLASSES:
        if key == "possessives" and data.get("language") != "en":
            # Outside of English they begin a phrase: "der Minister seine Pläne".
            letter = "D"
        for word in words(data, key):
            classes.setdefault(word, letter)
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for phrase, letter in phrase_letters(data):
        first, *rest = phrase.split()
        rest = [word.lower() for word in rest]
        for form in (first, first.capitalize()):
            known = phrases.get(form, ())
            phrases[form] = (*known, (tuple(rest), letter))
    return Lexicon(
        language=str(data.get("language", "")),
        classes=classes,
        phrases=phrases,
        genders=dict(genders(data)),
        given=given() | dict(named(data)),
        abbreviations=frozenset(words(data, "abbreviations")),
        titles=frozenset(words(data, "titles")),
        labels=frozenset(words(data, "labels")),
        works=frozenset(words(data, "works")),
        nouns=frozenset(words(data, "papers")),
        naming=frozenset(words(data, "naming")),
        adverbial=tuple(words(data, "adverbial")),
        case_endings=case_endings(data),
        oblique=tuple(words(data, "oblique")),
        verb_endings=tuple(verb_endings(data)),
        impersonal=frozenset(words(data, "impersonal")),
        strangers=frozenset(words(data, "strangers")),
        governed=frozenset(words(data, "roles_after")),
        spoken=tuple(words(data, "spoken")),
        adjectives=tuple(words(data, "adjectives")),
        reflexives=frozenset(words(data, "reflexives")),
        feminine=tuple(words(data, "feminine")),
        openers=tuple(words(data, "openers")),
        particles=frozenset(words(data, "particles")),
        bodies=frozenset((*words(data, "bodies"), *words(data, "name_bodies"))),
        places=frozenset(words(data, "places")),
        announcing=dict.fromkeys(words(data, "works"), "w")
        | dict.fromkeys(words(data, "labels"), "q"),
        definite=dict(articles(data)),
        indefinite=frozenset(words(data, "indefinite")),
        definite_ends=tuple(words(data, "definite_ends")),
        person_ends=tuple(words(data, "person_ends")),
        offices=frozenset(words(data, "offices")),
        natives=frozenset(words(data, "natives")),
        demonyms=dict.fromkeys(words(data, "demonyms"), "r"),
        name_ends={
            letter: gender
            for gender in ("m", "f")
            for letter in words(data, "name_ends_" + gender)
        },
        demonstrative=frozenset(words(data, "demonstrative")),
        demonym_ends=tuple(words(data, "demonym_ends")),
        according=str(data.get("according", "")),
        enclitics=frozenset(words(data, "enclitics")),
        joins=data.get("capital_particles") is True,
        owning=frozenset(words(data, "owning")),
        unsaid=frozenset(words(data, "unsaid")),
        dash_runs=data.get("dash_runs") is True,
        inverts=data.get("verb_second") is True,
        parts_genders="f" in classes.values(),
        caseless=data.get("caseless") is True,
        caps_nouns=data.get("capitalised_nouns") is True,
        drops=data.get("drops_subject") is True,
        elides=data.get("elision") is True,
        dialogue=data.get("dialogue_dash") is True,
        tails=frozenset(tails(data, classes)),
    )
