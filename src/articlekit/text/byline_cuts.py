"""Where in a line the byline begins and ends: labels inside, lists of topics."""

from collections.abc import Iterator

from articlekit.text.byline_words import (
    BEFORE_NAMES,
    Words,
    dense_date_words,
    match_label,
)
from articlekit.text.late import late
from articlekit.text.names import every, is_cjk, starts_high

_STRONG = late(r"\s?[\n|•·;；▪●■\t]\s?|\s[–—]\s|\s-\s|\s//\s")
_MAY_BE_STRONG = late(r"[\n|•·;；▪●■\t–—]|\s(?:-|//)\s")
# What stands before a colon: "Tags:", "Autor/in:", "更新时间：".
_BEFORE_COLON = late(r"([^\W\d_][^\s:：,;|()]{0,24})\s?[:：]")
# "by Jane, in News, Travel"; "by Jane in News, Travel"; "by Jane under Odds and Ends".
_SECTIONS = late(
    r"(?:^|\s)(?i:filed (?:under|in)|posted in|abgelegt (?:unter|in)|veröffentlicht unter"
    r"|gepostet in|publié dans|classé dans|publicado e[nm]|archivado (?:en|bajo)"
    r"|guardado en|pubblicato in|archiviato in|arquivado em|geplaatst (?:in|onder)"
    r"|postat i|opublikowano w)(?=[\s:])"
    r"|,\s(?:in|under|unter|dans|en|em|sous|bajo|onder)\s(?=[^\W\d_])"
    r"|\s(?:under|unter|sous|bajo|onder)\s(?=[^\W\d_a-z])"
    r"|\s(?:in|dans|en|em)\s(?=[^\W\d_a-z][^\W\d_]{1,20}"
    r"(?:,\s[^\W\d_]{2,20}){2,9}(?:$|\s(?:on|am|le|el)\s))"
)
_MAY_HOLD_SECTIONS = late(r"\s(?:in|under|unter|dans|en|em|sous|bajo|onder|i|w)[\s:]")
_SOURCES = ("来源", "來源", "출처", "情報源")


def line_segments(text: str, words: Words) -> Iterator[str]:
    """Cut a line at its strong marks, without what is no byline.

    Args:
        text: The line, white space folded but for line breaks.
        words: The patterns of its language.

    Yields:
        The segments in order. Lists of tags and sections go, and what stands
        before a label inside a line that begins with none.
    """
    labelled = match_label(text, words) is not None
    segments = _STRONG.split(text) if _MAY_BE_STRONG.search(text) else [text]
    kept: list[str] = []
    topics = False
    for segment in segments:
        if topics and match_label(segment, words) is None:
            continue
        own, inner, topics = _own_part(segment, words, labelled=labelled)
        if inner:
            kept.clear()
        kept.append(own)
    yield from kept


def _own_part(segment: str, words: Words, *, labelled: bool) -> tuple[str, bool, bool]:
    """Return what of a segment may be a byline.

    Returns:
        The part; whether it begins at a label inside the line; whether it ends
        at a list of topics.
    """
    start, end, topics = 0, len(segment), False
    if ":" in segment or "：" in segment:
        for match in _BEFORE_COLON.finditer(segment):
            word = match[1].casefold()
            if size := _topic_length(word):
                end, topics = match.end(1) - size, True
                break
            if not labelled and match.start() and word in words.nouns:
                start = match.start()
    if not labelled and not start and (at := _inner_label(segment, words)):
        start = at
    part = segment[start:end]
    if is_cjk(part):
        part = _before_dates(part)
    elif _MAY_HOLD_SECTIONS.search(part) and (cut := _SECTIONS.search(part)):
        part, topics = part[: cut.start()], True
    return part, start > 0, topics


def _topic_length(word: str) -> int:
    """Return the length of the word for tags or sections that closes *word*, or 0."""
    topics = every("topics")
    if word in topics:
        return len(word)
    if not is_cjk(word):
        return 0
    return next((n for n in (5, 4, 3, 2) if word[-n:] in topics), 0)


def _inner_label(segment: str, words: Words) -> int:
    """Return where a label of several words begins inside a segment, or 0."""
    if BEFORE_NAMES.isdisjoint(segment.casefold().split()):
        return 0
    match = words.inner.search(segment)
    if match is None or not starts_high(segment[match.end() : match.end() + 1]):
        return 0
    return match.start()


def _before_dates(part: str) -> str:
    """Cut East Asian text at a word for dates or sources behind a name."""
    ends = [part.find(word) for word in (*dense_date_words(), *_SOURCES)]
    if 0 in ends:
        return part
    return part[: min((at for at in ends if at > 0), default=len(part))]
