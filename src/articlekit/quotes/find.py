"""Find the quotations of a text: the order of work."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import starmap
from typing import Final, NamedTuple

import attrs

from articlekit.model.quote import Quote, QuoteKind
from articlekit.model.spans import Mention, Span
from articlekit.quotes.chains import Chain, chains
from articlekit.quotes.dense import (
    copy_quotes,
    find_cheaply,
    find_echoes,
    is_dense,
    is_noise,
    without,
)
from articlekit.quotes.detect import detect_language
from articlekit.quotes.dialogue import DASH, with_dialogue
from articlekit.quotes.indirect import find_indirect
from articlekit.quotes.interview import split_interview
from articlekit.quotes.lexicon import Lexicon, lexicon_for, primary_subtag
from articlekit.quotes.lines import Lines
from articlekit.quotes.links import Link
from articlekit.quotes.marks import Marked, Region, find_regions
from articlekit.quotes.near import placed
from articlekit.quotes.readers.ordered import find_by_order, is_ordered
from articlekit.quotes.resolve import Resolver
from articlekit.quotes.signs import (
    FULL,
    is_announced,
    is_label,
    is_labelled,
    is_named,
    is_nickname,
    is_reported,
    is_statement,
)
from articlekit.quotes.speakers import Option, Previous, named, options
from articlekit.quotes.speech import Judge, choice_letters, look_at
from articlekit.quotes.stated import STATED, Stated, named_behind, with_stated
from articlekit.quotes.tidy import tidy
from articlekit.quotes.transcript import split_transcript
from articlekit.quotes.unsaid import is_reply, is_unsaid, surely_behind, unsaid
from articlekit.quotes.weights import Weights, weights_for

DEFAULT_KINDS: Final = (QuoteKind.DIRECT, QuoteKind.MIXED)
# A verb of saying right before the mark.
_AT_MARK: Final = re.compile(r"[Vg](?=[,:]?S?\Z)")
# "one" of the ministers
_AMONG: Final = re.compile(r"P[DG]?[bw]{0,2}[weErRBM]")
# A dash and a verb of saying behind it leave little doubt.
SPOKEN: Final = 0.9
DOUBT: Final = 0.03
_TELLING: Final = (DASH, STATED)
# A pair behind a quotation that leads by so much is beaten by none before it.
ENOUGH: Final = 5.0
SURE: Final = 0.99


def find_quotes(
    text: str,
    *,
    language: str | None = None,
    kinds: Collection[QuoteKind] = DEFAULT_KINDS,
    extra_verbs: Iterable[str] = (),
    extra_titles: Iterable[str] = (),
    stated: Iterable[tuple[str, str | None]] = (),
) -> tuple[Quote, ...]:
    """Find the quotations in *text* and who is said to speak them.

    Args:
        text: Running text; any run of line breaks ends a paragraph.
        language: BCP 47 tag that picks marks, verbs and word order. None detects; a
            language without word lists works by structure. A package adds a language
            through the entry-point group `articlekit.languages`; one that cannot be
            imported counts as not there.
        kinds: Which quotations to return.
        extra_verbs: Verbs of saying to know besides those of the language, each form.
        extra_titles: Words before names to know besides: "Gov", "Ald.".
        stated: Words that the page which the text is from marks up as quotations,
            each with who is said to speak them, or None.

    Returns:
        Quotes in order of their start. Spans count code points of *text*, half open.
        Empty if there are none.

    Raises:
        ValueError: *language* is no well-formed BCP 47 tag.
    """
    tag = detect_language(text) if language is None else primary_subtag(language)
    titles = (title.rstrip(".") for title in extra_titles)
    lexicon = lexicon_for(tag, verbs=extra_verbs, titles=titles)
    weights = weights_for(tag)
    indirect = QuoteKind.INDIRECT in kinds
    said = tuple(starmap(Stated, stated))
    found = find_by(text, lexicon, weights, indirect=indirect, stated=said)
    return tuple(tidy(quote) for quote in found if quote.kind in kinds)


def find_by(
    text: str,
    lexicon: Lexicon,
    weights: Weights,
    *,
    indirect: bool = False,
    stated: Iterable[Stated] = (),
) -> list[Quote]:
    """Return the quotes of *text*, indirect ones on demand, in order of their start.

    Args:
        text: Running text.
        lexicon: What is known of its language.
        weights: What was learned for its language.
        indirect: Whether to find reported speech without marks, too.
        stated: Words that the page marks up as quotations.
    """
    if is_noise(text):
        return []
    turns, marked = _split(text, find_regions(text), lexicon)
    if lexicon.dialogue:
        marked = with_dialogue(text, marked, lexicon)
    speakers: Mapping[int, str] = {}
    if stated:
        marked, speakers = with_stated(text, marked, stated)
    if not marked.regions and not indirect:
        return turns
    echoes = find_echoes(text, marked)
    lines = Lines(
        text, without(marked, echoes) if echoes else marked, lexicon, weights.speaker
    )
    found = _spoken(lines, weights)
    if speakers:
        found = [_attributed(text, quote, speakers) for quote in found]
    if not (echoes or turns or indirect):
        return found
    copies = list(copy_quotes(marked, found, echoes))
    if indirect and not is_ordered(lexicon):
        found += find_indirect(lines, Resolver(lines, weights.person))
    return sorted([*turns, *found, *copies], key=_place)


def _split(text: str, marked: Marked, lexicon: Lexicon) -> tuple[list[Quote], Marked]:
    """Return the turns of a transcript or interview, and what is left of *marked*."""
    turns, rest = split_transcript(text, marked, lexicon)
    return (turns, rest) if turns else split_interview(text, marked, lexicon)


def _spoken(lines: Lines, weights: Weights) -> list[Quote]:
    """Return the quotations in marks, by the way of the text and its language."""
    text, lexicon = lines.text, lines.lexicon
    if is_dense(text, lines.marked.regions):
        return list(find_cheaply(text, lines.marked.regions, lexicon))
    ordered = find_by_order(text, lines.marked, lexicon)
    if ordered is not None:
        return ordered
    resolver = Resolver(lines, weights.person)
    return [_quote(group, lines, resolver) for group in _groups(lines, weights)]


def _attributed(text: str, quote: Quote, speakers: Mapping[int, str]) -> Quote:
    """Give a quotation the speaker whom the page states, if the text has another."""
    name = speakers.get(quote.parts[0].start)
    if name is None or (quote.source and quote.source.split()[-1] == name.split()[-1]):
        return quote
    span = named_behind(text, quote.parts[-1].end, name)
    mention = Mention(name, Span(*span)) if span else None
    return attrs.evolve(quote, speaker=mention, source=name, cue=None)


def _place(quote: Quote) -> int:
    return quote.parts[0].start


def _groups(lines: Lines, weights: Weights) -> Iterator[list["Choice"]]:
    """Yield the chains that are speech, those of one quotation together."""
    group: list[Choice] = []
    doubtful: Choice | None = None
    for choice in choices(lines, weights):
        if choice.speech <= weights.threshold:
            doubtful = choice if choice.speech > DOUBT else None
            continue
        if group and not _same_quote(group[-1], choice, lines, group[0].option):
            yield group
            group = []
        if (
            not group
            and doubtful
            and _same_quote(doubtful, choice, lines, doubtful.option)
        ):
            group.append(doubtful)
        doubtful = None
        group.append(choice)
    if group:
        yield group


def _same_quote(
    earlier: "Choice", later: "Choice", lines: Lines, option: Option
) -> bool:
    """Whether two regions are one quotation with its attribution in between.

    *option* is the speaker of the quotation's first words.
    """
    one, two = earlier.chain.last, later.chain.first
    if one.line != two.line:
        return False
    classes = lines.line(one.line).classes
    between = classes[one.quote + 1 : two.quote]
    link = option.link
    region = earlier.chain.regions[-1]
    if region.closed and region.outer_end == region.end and region.mark != DASH:
        # Its marks were parted where they hold who speaks.
        return True
    if link is None or option.how != ">" or link.last > two.quote:
        return False
    if "." in between.rstrip(".") or "Q" in between:
        return False
    if earlier.option is not option and one.end in FULL:
        # The words of a third piece belong to the first only within its sentence.
        return False
    return later.option.how == "=" or later.option.link == link


def _quote(group: "Sequence[Choice]", lines: Lines, resolver: Resolver) -> Quote:
    first = group[0]
    regions = [region for choice in group for region in choice.chain.regions]
    kind = _kind(first, lines)
    mention, source, cue = None, None, None
    link = first.option.link
    if link is not None and _is_certain(link):
        mention = None if is_unsaid(link) else _mention(first.option, link, lines)
        source = resolver.source(first.option)
        cue = _cue(first, link, lines)
    return Quote(
        tuple(Span(region.start, region.end) for region in regions),
        _joined(regions, lines.text),
        kind,
        mention,
        source,
        cue,
        round(max(choice.speech for choice in group), 2),
    )


def _joined(regions: Sequence[Region], text: str) -> str:
    pieces: list[str] = []
    paragraph = regions[0].paragraph
    for region in regions:
        if pieces:
            pieces.append(" " if region.paragraph == paragraph else "\n")
        paragraph = region.paragraph
        pieces.append(text[region.start : region.end])
    return "".join(pieces)


def _kind(choice: "Choice", lines: Lines) -> QuoteKind:
    """Tell a whole quotation from a fragment inside of reported speech."""
    at = choice.chain.first
    classes = lines.line(at.line).classes
    before = classes[at.quote - 1] if at.quote else "^"
    if at.begins == "1":
        whole = before in "^.,:-;(QVvgyNmfhtiu" or at.size > "2"
        return QuoteKind.DIRECT if whole and before not in "SPD" else QuoteKind.MIXED
    return QuoteKind.DIRECT if before in ":^" else QuoteKind.MIXED


def _is_certain(link: Link) -> bool:
    """Whether the pair says more than "the two leaders did something"."""
    return link.letter != "n" or link.mention.kind in "Nmfht"


def _mention(option: Option, link: Link, lines: Lines) -> Mention:
    line = lines.line(option.line)
    candidate = link.mention
    end = candidate.end
    belongs = candidate.kind == "L" and link.side == "L" and link.gap == "c"
    if belongs and line.words[end].lower() == "of":
        end = link.cue
    if candidate.kind == "o":
        among = _AMONG.match(line.classes, end)
        end = among.end() if among else end
    start, stop = lines.span(option.line, candidate.start, end)
    return Mention(lines.text[start:stop], Span(start, stop))


def _cue(choice: "Choice", link: Link, lines: Lines) -> str | None:
    """Return the verb as printed: the one at the mark, where there are several.

    "Lee said it was late, adding: " before the quotation is "adding".
    """
    option = choice.option
    begin, end = link.cue, link.cue_end
    at = choice.chain.first
    if option.how == "<" and option.line == at.line:
        nearer = _AT_MARK.search(lines.line(at.line).classes, link.last, at.quote)
        if nearer:
            begin, end = nearer.start(), nearer.start() + 1
    if begin == end:
        return None
    start, stop = lines.span(option.line, begin, end)
    return lines.text[start:stop]


class Choice(NamedTuple):
    """A chain with its speaker and the probability that it is speech."""

    chain: Chain
    option: Option
    lead: float
    speech: float


def choices(lines: Lines, weights: "Weights") -> Iterator[Choice]:
    """Yield each chain of the text with the best of its options."""
    previous: Previous | None = None
    judge = Judge(weights.speech)
    lexicon = lines.lexicon
    naming = lexicon.naming
    for chain in chains(lines):
        ends = (chain.first, chain.last)
        best, lead = surely_behind(lines, chain.last), ENOUGH
        if best is None:
            best, lead = best_of(options(lines, ends, previous, enough=ENOUGH))
            best = unsaid(lines, ends, best) or named(lines, best)
        best = placed(lines, ends, best) or best
        if chain.regions[0].closed and is_statement(chain.first):
            speech = SURE
        elif is_nickname(lines, chain.first) or (
            lexicon.language != "en"
            and (
                is_labelled(lines, chain.first, best)
                or is_label(lines, best, chain.first)
            )
        ):
            speech = 0.0
        else:
            chosen = choice_letters(lines, best, chain.first, lead=lead)
            look = look_at(lines, chain.regions[0], chain.first)
            speech = judge.probability(look, chosen)
            if (
                chain.regions[0].mark in _TELLING
                or is_announced(
                    lines, chain.first, chain.last, closed=chain.regions[0].closed
                )
                or is_reply(best)
                or is_reported(lines, best, chain.first)
                or (naming and is_named(lines, best, chain.first))
            ):
                speech = max(speech, SPOKEN)
        if speech > weights.threshold:
            previous = Previous(best, chain.last)
        yield Choice(chain, best, lead, speech)


def best_of(found: Sequence[Option]) -> tuple[Option, float]:
    """Return the best option and its lead over "nobody", which is the last one."""
    nobody = found[-1]
    best, top = nobody, nobody.weight
    for option in found:
        if option.weight > top:
            best, top = option, option.weight
    return best, top - nobody.weight
