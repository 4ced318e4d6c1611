"""Blocks of the page that the rules of a profile select: the body's, and others."""

from collections.abc import Callable, Iterable
from typing import Final, Literal, cast

from articlekit.model import Evidence
from articlekit.profiles.guide import ORIGIN
from articlekit.profiles.rulebook import Rulebook
from articlekit.profiles.view import View
from articlekit.rules.blocks import Between, BlockRule, Lines
from articlekit.rules.patterns import LONGEST_TEXT
from articlekit.rules.selectors import Css, XPath

BlockField = Literal["body", "keep", "drop", "images"]
_BODY: Final = ("body", "keep", "drop")


def selected(view: View, rule: BlockRule) -> set[int]:
    """Return the indices of the blocks that *rule* selects."""
    if isinstance(rule, Css | XPath):
        return view.tree.blocks(rule.expression)
    if isinstance(rule, Lines):
        return {
            at
            for at, text in enumerate(view.lines)
            if len(text) <= LONGEST_TEXT and rule.compiled.fullmatch(text)
        }
    return _between(view.lines, rule)


def _between(lines: Iterable[str], rule: Between) -> set[int]:
    """Return the lines from each that matches the start to the next at the end."""
    found: set[int] = set()
    inside = False
    for at, text in enumerate(lines):
        short = len(text) <= LONGEST_TEXT
        if inside and rule.ends and short and rule.ends.fullmatch(text):
            inside = False
        elif not inside and short and rule.starts.fullmatch(text):
            inside = True
        if inside:
            found.add(at)
    return found


def blocks_of(
    guide: Rulebook, field: BlockField, *, noted: str | None = None
) -> set[int]:
    """Return the blocks that the rules of a field select.

    Args:
        guide: The rules and their page.
        field: Name of the rules.
        noted: Field of the article that the evidence is for, or None for none.
    """
    found: set[int] = set()
    for rule in cast("tuple[BlockRule, ...]", guide.rules.get(field, ())):
        blocks = selected(guide.view, rule)
        found |= blocks
        if blocks and noted:
            count = f"{field}: {len(blocks)} blocks"
            guide.evidence.append(Evidence(noted, ORIGIN, str(rule), count))
    return found


def guided_body(
    guide: Rulebook, chosen: list[int], tidy: Callable[[list[int]], list[int]]
) -> list[int]:
    """Return the body's blocks as the rules `body`, `keep` and `drop` have them.

    Args:
        guide: The rules and their page.
        chosen: The blocks that were chosen without them.
        tidy: Takes title, dek and the like out of a body; not out of what `keep`
            selects.

    Returns:
        Indices in order; those of *chosen* where no rule selects anything.
    """
    if guide.rules.keys().isdisjoint(_BODY):
        return tidy(chosen)
    stated = sorted(blocks_of(guide, "body", noted="body"))
    body = set(tidy(stated or chosen))
    body |= blocks_of(guide, "keep", noted="body")
    body -= blocks_of(guide, "drop", noted="body")
    return sorted(body)
