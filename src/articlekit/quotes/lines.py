"""A text in paragraphs of words: its mentions and pairs, read when first needed."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from articlekit.quotes.clauses import Order
from articlekit.quotes.keys import keys_of_inherited, keys_of_nobody, keys_of_pair
from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.links import Link, find_links, sums_of_pairs
from articlekit.quotes.marks import Marked, Region
from articlekit.quotes.mentions import Candidate, find_mentions
from articlekit.quotes.openings import Openings
from articlekit.quotes.tokens import Letters, Line, letters_for, read_line
from articlekit.quotes.weights import sums_of

# From how many pairs on a paragraph's are looked up by halves.
_FEW: Final = 24
NO_WEIGHTS: Final[Mapping[str, float]] = {}


def _first_word(link: Link) -> int:
    return link.first


class _Reader(dict[int, Line]):
    """Paragraphs by their number, read when first needed."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[tuple[int, int]],
        regions: Mapping[int, list[Region]],
        letters: Letters,
    ) -> None:
        super().__init__()
        self.text = text
        self.paragraphs = paragraphs
        self.regions = regions
        self.letters = letters

    def __missing__(self, number: int) -> Line:
        """Read paragraph *number*, and keep that."""
        regions = self.regions.get(number, ())
        found = read_line(self.text, self.paragraphs[number], regions, self.letters)
        self[number] = found
        return found


class Lines:
    """Paragraphs of a text in words, read when first needed.

    Attributes:
        line: Returns a paragraph, by its number, in words.
    """

    def __init__(
        self,
        text: str,
        marked: Marked,
        lexicon: Lexicon,
        weights: Mapping[str, float] = NO_WEIGHTS,
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self._pairs = sums_of_pairs(weights)
        self._order = Order(
            lexicon.language != "en",
            lexicon.inverts,
            lexicon.caps_nouns,
            lexicon.unsaid,
        )
        self.sums = sums_of(weights, keys_of_pair)
        self.sums_of_nobody = sums_of(weights, keys_of_nobody)
        self.sums_of_inherited = sums_of(weights, keys_of_inherited)
        self.marked = marked
        self.paragraphs = marked.paragraphs
        self._spans: dict[tuple[int, int, int], tuple[int, int]] = {}
        self.regions: dict[int, list[Region]] = {}
        for region in marked.regions:
            self.regions.setdefault(region.paragraph, []).append(region)
        reader = _Reader(text, self.paragraphs, self.regions, letters_for(lexicon))
        # The look-up itself: each region asks for its paragraph a dozen times.
        self.line: Callable[[int], Line] = reader.__getitem__
        self._mentions: dict[int, list[Candidate]] = {}
        self._links: dict[int, list[Link]] = {}
        self._openings = Openings(text, lexicon)
        # Where a lone capital may be that of a sentence.
        self._opens = lexicon.language not in ("", "en") and not lexicon.caps_nouns

    def span(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Return where words *start* to *end* of paragraph *number* stand."""
        key = (number, start, end)
        found = self._spans.get(key)
        if found is None:
            found = self.line(number).span(self.text, start, end)
            self._spans[key] = found
        return found

    def mentions(self, number: int) -> list[Candidate]:
        """Return the mentions of paragraph *number*."""
        found = self._mentions.get(number)
        if found is None:
            line = self.line(number)
            found = find_mentions(line, bare=bool(self.lexicon.adverbial))
            if self._opens:
                is_name = self._openings.is_name
                found = [each for each in found if is_name(line, each)]
            self._mentions[number] = found
        return found

    def links(self, number: int) -> list[Link]:
        """Return the pairs of verb and speaker of paragraph *number*, by place."""
        found = self._links.get(number)
        if found is None:
            mentions = self.mentions(number)
            line = self.line(number)
            found = find_links(line, mentions, self._pairs, self._order)
            found.sort(key=_first_word)
            self._links[number] = found
        return found

    def links_near(self, number: int, start: int, stop: int) -> list[Link]:
        """Return the pairs that begin in words *start* to *stop* of a paragraph."""
        found = self.links(number)
        if len(found) > _FEW:
            low = bisect_left(found, start, key=_first_word)
            return found[low : bisect_left(found, stop, key=_first_word)]
        return [link for link in found if start <= link.first < stop]
