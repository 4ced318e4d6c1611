"""Nouns that look like names, and names that look like none.

German gives every noun a capital; German, Dutch and Swedish run words together, so that
a role may end a long word; many papers print the names of papers and firms in marks.
"""

import re
from collections.abc import Container, Mapping, Sequence
from typing import Final

from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.marks import Region

# How long a name in marks may be, and what follows one behind a small word.
_LONG_TITLE: Final = 40
_TITLE_WORDS: Final = 4
_AFTER_TITLE: Final = frozenset(("", ".", ",", "V", "v", "A"))
# How "sprechers" and "präsidenten" end, and how long the parts of a compound are.
_GENITIVES: Final = ("s", "es", "en", "n")
_TAIL: Final = 4
# A capital word alone; German nouns and adjectives by their endings.
_LONE: Final = re.compile(r"(?<![NR_])N(?![NJ_])")
_ABSTRACT: Final = (
    *("ung", "heit", "keit", "schaft", "tion", "ismus", "tät", "tum"),
    *("ungen", "heiten", "keiten", "tionen", "angaben"),
)
# An article behind a noun: "die Sprecherin der Grünen".
_OWNED: Final = re.compile(r"(?<=[MNRELB])D(?=[^,.:;V])")
# A name behind an article, with nothing behind it that it could describe.
_NATIVE: Final = re.compile(r"(?<=D)N(?=[VvA,._:;-]|Q|$)")
_SURNAME: Final = re.compile(r"(?<=N)R(?!_?[NR])")
_INFLECTED: Final = ("e", "en", "er", "es", "em")

# What stands before an unknown verb of saying, and behind it.
_SPOKEN: Final = re.compile(r"Q[,-]A?(?=w(?:b?[DNRrmfE])|v(?:b?[DNRrmfE]))")
# A noun beside a verb of saying that no list has.
_STRANGER: Final = re.compile(r"(?<=VbD)[Mw]|(?<=VD)[Mw]|(?<=\.D)[Mw](?=b?A?V)")

# A noun by a number of years; one without an article behind a quotation and its verb.
_AGED: Final = re.compile(r"(?<=Dr)N(?![NJ_pH])")
_DEFINITE: Final = re.compile(r"(?:(?<=QV)|(?<=Q,V)|(?<=Q-V))w(?=[,.Pb-]|$)")

# A word that opens a sentence and may be no name, by what follows: "Asked about".
_OPENER: Final = re.compile("NP")
_ADVERB: Final = re.compile("N[wVvA]b?[DNRmfrEBL]")

_OBJECT: Final = re.compile(r"(?<=N)w(?=[Vv])")
# Words between a verb of saying and a body's name in marks.
_SERVED: Final = re.compile(r"V[bwrRBNX]{0,8}[wr]\Z")
_SERVING: Final = 9
# A word that may be a verb behind a quotation, and how that ends before one.
_BEHIND: Final = re.compile(r"[,-]{0,2}(?=w)")
_GOES_ON: Final = frozenset(",!?…")
# A small word behind a verb of saying or "according to".
_BARE: Final = re.compile(r"(?:(?<=[VK])|(?<=Vb))w(?=[,.CPw;-]|$)")
# What "according to" may govern.
_GOVERNED: Final = re.compile(r"(?<=K)[Dw]{1,4}")
# A verb of saying behind a quotation, whose object in marks is a paper's name.
_TOLD: Final = re.compile(r"Q[,-]{1,2}[Vv]\Z")
_TOLD_REACH: Final = 4
# A place or who is told something, right before a name.
_GLUED: Final = re.compile(r"(?P<place>(?<=P))?(?:(?<=[PV])|(?<=Vb))N(?=NN)")


def is_opener(word: str, classes: str, lexicon: Lexicon) -> bool:
    """Whether a word that opens a sentence is a participle or adverb, by its end.

    *classes* are those from it on.
    """
    pattern = _ADVERB if lexicon.caps_nouns else _OPENER
    lower = word.lower()
    return (
        lower.endswith(lexicon.openers)
        and lower not in lexicon.genders
        and pattern.match(classes) is not None
    )


def compound_letter(word: str, lexicon: Lexicon) -> str | None:
    """Class "parteichef" by its end, "chef"; None where that is no role or body."""
    for stem in (
        word,
        *(word[: -len(end)] for end in _GENITIVES if word.endswith(end)),
    ):
        for start in range(len(stem) - _TAIL + 1):
            if stem[start:] in lexicon.tails and start != 1:
                return lexicon.classes[stem[start:]]
    return None


def gender_by_end(word: str, lexicon: Lexicon) -> str:
    """Return what the end of a compound role says: "bundesministerin" is a woman."""
    for start in range(1, len(word) - _TAIL + 1):
        found = lexicon.genders.get(word[start:])
        if found and word[start:] in lexicon.tails:
            return found
    return ""


def mark_nouns(words: list[str], found: list[str], classes: str) -> None:
    """Tell nouns from names where both have a capital."""
    for match in _LONE.finditer(classes):
        index = match.start()
        if (
            found[index - 1 : index] in (["D"], ["G"])
            or words[index].endswith(_ABSTRACT)
            or (
                index
                and found[index - 1] == "w"
                and words[index - 1].endswith(_INFLECTED)
            )
        ):
            found[index] = "M"


def mark_surnames(
    words: list[str], found: list[str], classes: str, given: Mapping[str, str]
) -> str:
    """Read a role behind a first name as a surname, Ann Baker; return the classes."""
    for match in _SURNAME.finditer(classes):
        index = match.start()
        if words[index - 1].lower() in given:
            found[index] = "N"
    return "".join(found)


def mark_natives(
    words: list[str], found: list[str], classes: str, natives: frozenset[str]
) -> str:
    """Read whom a place has borne as a person: "the Scot said"; return the classes."""
    for match in _NATIVE.finditer(classes):
        index = match.start()
        if words[index - 1].lower() == "the" and words[index].lower() in natives:
            found[index] = "r"
    return "".join(found)


def mark_genitives(words: list[str], found: list[str]) -> str:
    """Make what "der" owns behind a noun a modifier; return the classes."""
    classes = "".join(found)
    changed = False
    for match in _OWNED.finditer(classes):
        index = match.start()
        if words[index] == "der":
            found[index] = "P"
            changed = True
    return "".join(found) if changed else classes


def mark_nicknames(
    text: str, regions: Sequence[Region], found: tuple[str, Sequence[int]]
) -> str:
    """Join a nickname to the name around it, Ann “Red” Lee; return the classes."""
    classes, quotes = found
    for region, index in zip(regions, quotes, strict=True):
        if (
            classes[index - 1 : index + 2] == "NQN"
            and index
            and _is_short(text, region)
        ):
            classes = classes[:index] + "N" + classes[index + 1 :]
    return classes


def _is_short(text: str, region: Region) -> bool:
    """Whether a region may be a name: a capital, few words, no full stop."""
    start, end = region.start, region.end
    return (
        end - start <= _LONG_TITLE
        and text[start].isupper()
        and text[end - 1].isalnum()
        and region.closed
        and text.count(" ", start, end) < _TITLE_WORDS
    )


def mark_titles(
    text: str,
    regions: Sequence[Region],
    words: list[str],
    found: tuple[str, Sequence[int]],
) -> str:
    """Read names in marks, the „Tagblatt“, as names; return the classes."""
    classes, quotes = found
    for region, index in zip(regions, quotes, strict=True):
        if classes[index] == "Q" and _is_short(text, region):
            before = classes[index - 1] if index else "^"
            after = classes[index + 1 : index + 2]
            if before in "BLRrEeM" or (before in "DPN" and after in _AFTER_TITLE):
                words[index] = text[region.start : region.end]
                classes = classes[:index] + "N" + classes[index + 1 :]
            elif _SERVED.search(classes, max(0, index - _SERVING), index) and (
                classes.startswith("NN", index + 1)
            ):
                # "said the expert of the centre “Front” Ann Lee".
                words[index] = text[region.start : region.end]
                classes = classes[:index] + "B" + classes[index + 1 :]
    return classes


def mark_verbs(words: Sequence[str], classes: str) -> str:
    """Read a word between a quotation and a name as a verb of saying.

    Nothing else stands there: „Nein“, gesteht die Wirtin. A small word between a name
    and such a verb is no part of the name. Return the classes.
    """
    if "Nw" in classes:
        classes = _OBJECT.sub("b", classes)
    for match in _SPOKEN.finditer(classes):
        index = match.end()
        if words[index].islower():
            classes = classes[:index] + "V" + classes[index + 1 :]
    return classes


def mark_persons(words: Sequence[str], classes: str, lexicon: Lexicon) -> str:
    """Read an unknown noun beside a verb of saying as a person, if it ends like one.

    „Nein“, sagte der Tiroler. Return the classes.
    """
    for match in _AGED.finditer(classes):
        index = match.start()
        if words[index].lower().endswith(lexicon.person_ends):
            # "The 59-year-old Tyrolean" has no name.
            classes = classes[:index] + "r" + classes[index + 1 :]
    if lexicon.definite_ends:
        for match in _DEFINITE.finditer(classes):
            index = match.start()
            if words[index].endswith(lexicon.definite_ends):
                classes = classes[:index] + "r" + classes[index + 1 :]
    for match in _STRANGER.finditer(classes):
        index = match.start()
        if words[index].lower().endswith(lexicon.person_ends):
            classes = classes[:index] + "r" + classes[index + 1 :]
    return classes


def mark_beside(
    text: str,
    regions: Sequence[Region],
    words: list[str],
    found: tuple[str, Sequence[int]],
    *,
    lexicon: Lexicon,
) -> str:
    """Class anew names in marks and the words beside quotations; return the classes."""
    _, quotes = found
    classes = mark_titles(text, regions, words, found)
    classes = mark_verbs(words, classes)
    if lexicon.spoken:
        classes = mark_spoken(text, regions, words, (classes, quotes), lexicon=lexicon)
        classes = mark_told(text, regions, classes, quotes)
    if lexicon.person_ends:
        classes = mark_persons(words, classes, lexicon)
    if lexicon.oblique and "NNN" in classes:
        classes = mark_glued(words, classes, lexicon)
    if lexicon.governed and "K" in classes:
        classes = mark_governed(words, classes, lexicon.governed)
    if lexicon.adverbial:
        classes = mark_bare(words, classes, lexicon)
    return classes


def mark_glued(words: Sequence[str], classes: str, lexicon: Lexicon) -> str:
    """Part a name from a place or paper right before it: "řekl ČTK Jan Dub".

    A first name behind a capital word that is none shows it. Return the classes.
    """
    for match in _GLUED.finditer(classes):
        index = match.start()
        word, given = words[index], words[index + 1].lower()
        told = word.isupper() or word.endswith(lexicon.oblique)
        if (
            (told or match["place"] is not None)
            and given in lexicon.given
            and word.lower() not in lexicon.given
        ):
            classes = classes[:index] + "b" + classes[index + 1 :]
    return classes


def mark_governed(words: Sequence[str], classes: str, governed: Container[str]) -> str:
    """Read a role in its case behind "according to": "podle ředitele školy".

    Return the classes.
    """
    for match in _GOVERNED.finditer(classes):
        for index in range(*match.span()):
            if words[index] in governed:
                classes = classes[:index] + "r" + classes[index + 1 :]
                break
    return classes


def mark_told(
    text: str, regions: Sequence[Region], classes: str, quotes: Sequence[int]
) -> str:
    """Read a paper's name in marks that is told something: «Да», — сказал «Вестнику» он.

    Return the classes.
    """
    for region, index in zip(regions, quotes, strict=True):
        if classes[index - 1] not in "Vv":
            continue
        if _TOLD.search(classes, max(0, index - _TOLD_REACH), index) and (
            classes[index] == "Q"
            and text[region.start : region.start + 1].isupper()
            and _is_short(text, region)
        ):
            classes = classes[:index] + "b" + classes[index + 1 :]
    return classes


def mark_spoken(
    text: str,
    regions: Sequence[Region],
    words: Sequence[str],
    found: tuple[str, Sequence[int]],
    *,
    lexicon: Lexicon,
) -> str:
    """Read a word right behind a quotation that ends like a verb as one of saying.

    The quotation ends as sentences in a longer one do, or a comma or dash follows.
    Return the classes.
    """
    classes, quotes = found
    for region, index in zip(regions, quotes, strict=True):
        match = _BEHIND.match(classes, index + 1)
        if match is None:
            continue
        at = match.end()
        if at == index + 1 and text[region.end - 1] not in _GOES_ON:
            continue
        word = words[at]
        reflexive = words[at + 1 : at + 2] and words[at + 1] in lexicon.reflexives
        if word.islower() and (reflexive or word.endswith(lexicon.spoken)):
            classes = classes[:at] + "V" + classes[at + 1 :]
    return classes


def mark_bare(words: Sequence[str], classes: str, lexicon: Lexicon) -> str:
    """Read a noun right behind a verb of saying as who speaks.

    So it is where nouns have no article: «Да», сказал вратарь; a small word may stand
    between (zlobí se soused). Words that end like adverbs are none. Return the classes.
    """
    endings, reflexives = lexicon.adverbial, lexicon.reflexives
    for match in _BARE.finditer(classes):
        index = match.start()
        if classes[index + 1 : index + 2] == "w" and words[index].endswith(
            lexicon.adjectives
        ):
            # "řekl starší cestující".
            index += 1
        parted = classes[index - 1] == "b" and words[index - 1] not in reflexives
        if not parted and not words[index].endswith(endings):
            classes = classes[:index] + "r" + classes[index + 1 :]
    return classes
