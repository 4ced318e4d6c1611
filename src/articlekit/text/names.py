"""What names of people look like, in any script."""

from functools import cache, lru_cache
from typing import cast

from articlekit.text.late import late
from articlekit.text.lexicons import primary, table

_HAN = "\u3400-\u9fff\uf900-\ufaff々"
# What Japanese words end with that are no given names: "関係する", "東京から".
_KANA_ENDS = (
    "(?:から|まで|など|する|した|して|され|より|です|ます|こと|もの|さん|くん|ちゃん|さま|たち|ほか|いる|ない|とは|では"
    "|には|ので|のに|れる|れた|せる|った|って|める|ける|える|げる|べる|ねる|てる|でる|しい|らの|だけ|ごと|ぶり|らせ|わせ|[をがは].{1,2}|.{1,2}[をがはにのでもへ])"
)
_CJK_NAME = late(
    rf"[{_HAN}]{{1,4}}[\s\u3000]?[{_HAN}]{{1,3}}|[{_HAN}]{{1,3}}\s?(?!{_KANA_ENDS}$)[ぁ-ん]{{2,3}}|[\uac00-\ud7a3]{{2,5}}|[ァ-ヶー・=＝]{{3,20}}"
)
_EAST_ASIAN = late("[\u3040-\u9fff\uac00-\ud7a3]")
_WORDS = late(r"[\s\u3000]+")
_BAD = late(
    r"[\d@#<>{}\[\]|=*_%$€£!?:;\"“”„«»…]|https?|www\.|\.(?:com|de|org|net|co)\b"
)
# What somebody is called by, inside of the name: Rosa "Rosie" Vale.
_NICKNAME = late(
    r"""(?<=[^\W\d_.])\s["“”„«‘'](?:[^\W\d_][\w.'’-]{0,20}\s?){1,3}["“”»’')](?=\s[^\W\d_a-z])"""
)
_QUOTES = frozenset('"“„«')
_NAMES_TOO = frozenset(("tim", "ag", "staff")) - {"staff"}
_MOST_WORDS, _LONGEST = 6, 60
MOST_OF = 0.7
_CASED_FROM = late(r"[^\W\d_]")


@cache
def byline_words(kind: str) -> dict[str, list[str]]:
    """Return one kind of byline words by language.

    Args:
        kind: "labels", "others", "and", "cut", "roles", "organisations",
            "particles" or "suffixes".
    """
    return cast("dict[str, list[str]]", table("bylines")[kind])


@cache
def every(kind: str) -> frozenset[str]:
    """Return one kind of byline words of all languages."""
    return frozenset(word for part in byline_words(kind).values() for word in part)


def is_cjk(text: str) -> bool:
    """Say whether *text* has Han, kana or Hangul letters."""
    return not text.isascii() and _EAST_ASIAN.search(text) is not None


def starts_high(word: str) -> bool:
    """Say whether the first letter of a word is no lower-case letter."""
    letter = _CASED_FROM.search(word)
    return bool(letter) and not letter[0].islower()  # type: ignore[index]


@cache
def given_names() -> frozenset[str]:
    """Return the first names of most countries, in lower case."""
    lists = cast("dict[str, str]", table("quotes/given_names"))
    return frozenset(f"{lists['first_names_f']} {lists['first_names_m']}".split())


def is_mostly_high(text: str) -> bool:
    """Say whether names of people may make up most of a text's characters."""
    particles = every("particles")
    high = sum(
        len(word) + 1
        for word in text.split()
        if starts_high(word) or word in particles or word[1:2] in {"'", "’"}
    )
    return high > MOST_OF * len(text)


def is_name(text: str) -> bool:
    """Say whether a text may be the name of one person.

    Args:
        text: White space folded; no label, role or agency.

    Returns:
        True for one to six words, each with a capital, from a script without
        capitals, or a particle such as "van"; and for names in Han, kana or
        Hangul.
    """
    if not text or len(text) > _LONGEST:
        return False
    if _BAD.search(text) and (
        _QUOTES.isdisjoint(text) or _BAD.search(text := _NICKNAME.sub("", text, 1))
    ):
        return False
    if is_cjk(text):
        return bool(_CJK_NAME.fullmatch(text))
    words = _WORDS.split(text)
    if len(words) > _MOST_WORDS or len(text) < 2:
        return False
    particles = every("particles")
    high = [starts_high(w) for w in words]
    if sum(high) < 1 + (not high[0]):
        return False
    return all(
        h or w in particles or w[:2] in {"d'", "d’", "l'", "l’"}
        for w, h in zip(words, high, strict=True)
    )


def is_full_name(text: str) -> bool:
    """Say whether a text may be a person's name of at least two parts."""
    return is_name(text) and (" " in text or is_cjk(text))


@lru_cache(maxsize=64)
def _organisation_words(language: str) -> frozenset[str]:
    """Return the words of a language and of English, or of all languages."""
    lists = byline_words("organisations")
    own = lists.get(language)
    return (
        frozenset([*own, *lists["en"]]) if own else every("organisations") - _NAMES_TOO
    )


def is_organisation(text: str, language: str | None = None) -> bool:
    """Say whether a name holds a word that names of organisations hold.

    Args:
        text: The name.
        language: BCP 47 tag; a word such as "tim" counts in its language only.
    """
    if is_cjk(text):
        return any(word in text for word in every("organisations") if is_cjk(word))
    words = _organisation_words(primary(language))
    return not words.isdisjoint(
        w.strip(".,'’()") for w in text.casefold().replace("-", " ").split()
    )
