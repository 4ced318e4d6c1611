"""The words of bylines, compiled into the patterns of one language."""

import re
from functools import cache, lru_cache
from typing import cast

import attrs

from articlekit.text.languages import function_words
from articlekit.text.lexicons import table
from articlekit.text.names import byline_words, every, is_cjk

EDGES = " \t,;:.·•|/–—-\"'“”„«»‘’<>*＝=／"
CALENDAR = frozenset(
    "on am at le el il um uhr de den the pm a.m p.m vor ago min read mon tue wed thu fri sat sun monday tuesday wednesday thursday"
    " friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi"
    " samedi dimanche lunes martes miércoles jueves viernes sábado domingo mo di mi do fr sa so est edt gmt utc et pt cet st nd rd th"
    " lun mar mer jeu ven dim mié jue vie sáb dom gio sab seg ter qua qui sex mån tis tor fre lör sön пн вт ср чт пт сб вс".split()
)
# Function words that names of people begin or end with.
_MAY_BE_NAMES = frozenset(
    "will can so may man dan ben ada van von de den der del della di da du des la las"
    " le los el al bin abu st san mac mc af av ter te os ana ha li ma su ho sam kim"
    " he min sun jo don o y e i und op vom".split()
)
# Words that labels end with right before a name: "written by".
BEFORE_NAMES = frozenset(
    "by von par por da di de door af av van oleh przez od από nga".split()
)
_SHORTEST_NOUN = 5
_MORE_DATES = ("时间", "時間", "日期", "日時", "最終更新", "最后更新", "最後更新")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@attrs.frozen
class Words:
    """The patterns of one language."""

    label: re.Pattern[str]
    label_starts: frozenset[str]
    weak: frozenset[str]
    other_starts: frozenset[str]
    others: re.Pattern[str]
    split: re.Pattern[str]
    stop: frozenset[str]
    language: str
    odd: frozenset[str]
    cut: re.Pattern[str] | None
    nouns: frozenset[str]
    inner: re.Pattern[str]


def _any_of(forms: list[str]) -> str:
    """Build an alternation, longest first."""
    return "|".join(
        re.escape(f) for f in sorted(set(forms), key=lambda f: (-len(f), f))
    )


def _labels(language: str) -> list[str]:
    """Return the labels that may be read as such in a language."""
    own = byline_words("labels").get(language)
    if own is None:
        return [w for w in every("labels") if not w.endswith("^")]
    shared = [w for w in every("labels") if len(w) > 5 and not w.endswith("^")]
    return [w.rstrip("^") for w in own] + byline_words("labels")["en"] + shared


@lru_cache(maxsize=128)
def words_of(language: str) -> Words:
    """Compile the patterns of a language ("" where it is unknown)."""
    forms = _labels(language)
    known = [w.rstrip("~") for w in forms]
    labels = [w.rstrip(":：") for w in known]
    sure = [w for w in labels if w + "~" not in forms]
    inner = [w for w in sure if w.rpartition(" ")[2] in BEFORE_NAMES and " " in w]
    spaced = _any_of([w for w in known if not is_cjk(w) and w[-1] != ":"])
    coloned = _any_of([w[:-1] for w in known if not is_cjk(w) and w[-1] == ":"])
    named = _any_of([w for w in sure if _stands_alone(w)] or ["author"])
    packed = _any_of([w for w in labels if is_cjk(w)] or ["作者"])
    others = byline_words("others")
    other = _any_of(
        others.get(language, []) + others["en"]
        if language in others
        else sorted(every("others"))
    )
    ands = byline_words("and")
    joined = _any_of(
        ands["en"][:1]
        + (
            ands.get(language)
            or ["und", "et", "och", "og", "oraz", "ja", "en", "и", "ve", "dan"]
        )
    )
    cuts = byline_words("cut").get(language, byline_words("cut")["en"])
    return Words(
        label=re.compile(rf"(?:(?:{spaced})(?:\s?[:：|/=]\s?|\s(?=\S)|$)|(?:{coloned})\s?[:：|/=]\s?|(?:{named})\s?[,،]\s(?=\S)|(?:{packed})[\s:：/／=＝・|]{{1,3}})", re.IGNORECASE),
        others=re.compile(rf"(?:^|(?<=[\s,(/&]))(?:{other})(?:\s?[:：/]|\s(?:by|von|de|di|par|por|door|&|und|and)\s|\s(?=[^\W\d_])|$)", re.IGNORECASE),
        split=re.compile(rf"\s?[,、，/／&＆+]\s?|(?:\s|^)(?:{joined})\s", re.IGNORECASE),
        label_starts=_starts(labels),
        weak=frozenset(w.rstrip("~") for w in forms if w.endswith("~")),
        other_starts=_starts(others.get(language, []) + others["en"] if language in others else sorted(every("others"))),
        stop=(function_words(language or "en") or function_words("en")) - _MAY_BE_NAMES,
        language=language,
        odd=every("roles") | every("organisations") | every("noise") | every("suffixes") | date_words() | function_words(language or "en") | CALENDAR,
        cut=re.compile(rf"\s(?:{_any_of(cuts)})\s(?!['’]t).{{0,120}}$|,\s?(?:{_any_of(cuts)})\s.{{0,120}}$") if cuts else None,
        nouns=frozenset(w for w in sure if len(w) >= _SHORTEST_NOUN and " " not in w),
        inner=re.compile(rf"(?<=\s)(?:{_any_of(inner)})\s", re.IGNORECASE),
    )  # fmt: skip


def _stands_alone(label: str) -> bool:
    """Say whether a label is a noun that a comma may follow: "Author, Jane Doe"."""
    long = len(label) >= _SHORTEST_NOUN or not label.isascii()
    return long and " " not in label and label not in BEFORE_NAMES


def _starts(forms: list[str]) -> frozenset[str]:
    """Return the first words of labels, in the form that `_first_word` gives."""
    return frozenset(first_word(form) for form in forms)


def first_word(text: str) -> str:
    """Return the first word of a text in lower case, without marks."""
    found = _FIRST_WORD.match(text)
    return found[0].casefold() if found else ""


def match_label(text: str, words: Words) -> re.Match[str] | None:
    """Match a label at the front of a text; most texts fail at their first word."""
    if first_word(text) in words.label_starts or is_cjk(text[:8]):
        return words.label.match(text)
    return None


def is_bare_label(text: str, words: Words) -> bool:
    """Say whether a text is a label and nothing else."""
    first = first_word(text) in words.label_starts or is_cjk(text[:8])
    return first and words.label.fullmatch(text) is not None


def without_labels(text: str, words: Words) -> str:
    """Take labels off the front, three at the most."""
    for _ in range(3):
        match = match_label(text, words)
        if not match:
            break
        text = text[match.end() :].lstrip(EDGES)
    return text


@cache
def date_words() -> frozenset[str]:
    """Return the words of all languages that stand before a date."""
    kinds = cast("dict[str, dict[str, list[str]]]", table("datewords"))
    return frozenset(
        w for kind in kinds.values() for part in kind.values() for w in part
    )


@cache
def dense_date_words() -> tuple[str, ...]:
    """Return those in Chinese characters, which stand inside of longer labels.

    Korean ones are left out: some of them are given names, too.
    """
    found = {w for w in date_words() if len(w) > 1 and "\u4e00" <= w[0] <= "\u9fff"}
    return (*sorted(found), *_MORE_DATES)
