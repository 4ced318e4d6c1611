"""Capitals that only the start of a sentence gives: "Scenář vznikl", "Premiera w Gdyni".

A name alone at the start of a sentence was named before, or is named again: the text
holds it where a capital means something. A word that stands nowhere else with a capital
is no name there, unless a verb of saying follows.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from articlekit.quotes.lexicon import Lexicon
from articlekit.quotes.mentions import Candidate
from articlekit.quotes.people import UPPER, is_acronym
from articlekit.quotes.tokens import Line

# A word with a capital inside of a sentence.
_INSIDE: Final = re.compile(rf" (?<=[\w,)] )([{UPPER}][\w'’-]{{2,40}})")
# So many letters two forms of a name share at least, and how long their ends are.
_STEM: Final = 4
_ENDING: Final = 2
_STARTS: Final = frozenset(".Q:-")
# A verb in two words, which says so of a place as well: "Moscou a dénoncé".
_SAID: Final = re.compile(r"A{1,2}b?[Vv]")
# What follows a name that opens a sentence: a verb of saying, or an aside.
_NAMED: Final = frozenset("VvN,(H-:_")


class Openings:
    """The words that stand with a capital inside of the sentences of one text."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        # Where verbs need no subject, an unknown word behind it tells nothing.
        self.drops = lexicon.drops
        self.oblique = lexicon.oblique
        self._joins = lexicon.joins

    @cached_property
    def _inside(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for word in set(_INSIDE.findall(self.text.replace("\u00a0", " "))):
            found[word[:_STEM]] = (*found.get(word[:_STEM], ()), word)
        return found

    def is_name(self, line: Line, mention: Candidate) -> bool:
        """Whether *mention* of *line* is no word that only opens a sentence."""
        start = mention.start
        classes = line.classes
        if mention.kind != "N" or mention.end - start > 1 or mention.begin < start:
            return True
        if start and classes[start - 1] not in _STARTS:
            return True
        if self.oblique and line.words[start].endswith(self.oblique):
            # "Řidičům radí".
            return self._is_known(line.words[start])
        after = classes[start + 1 : start + 2]
        if after in _NAMED or (after == "w" and not self.drops and not self._joins):
            return True
        if self._joins and _SAID.match(classes, start + 1):
            return True
        word = line.words[start]
        return is_acronym(word) or self._is_known(word)

    def _is_known(self, word: str) -> bool:
        stem = word[: max(_STEM, len(word) - _ENDING)]
        return any(w.startswith(stem) for w in self._inside.get(word[:_STEM], ()))
