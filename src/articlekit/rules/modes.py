"""How a rule changes a field: it overrides, unless it is said to add or to veto."""

from typing import Generic, TypeVar

import attrs

from articlekit.rules.writing import written

R_co = TypeVar("R_co", covariant=True)
R = TypeVar("R")


@attrs.frozen
class Add(Generic[R_co]):
    """A rule whose values join those that are found without it; see `add`."""

    rule: R_co

    def __str__(self) -> str:
        """Return the rule as written."""
        return f"add({written(self.rule)})"


@attrs.frozen
class Only(Generic[R_co]):
    """A rule beside which nothing counts; see `only`."""

    rule: R_co

    def __str__(self) -> str:
        """Return the rule as written."""
        return f"only({written(self.rule)})"


@attrs.frozen
class Veto(Generic[R_co]):
    """A rule whose values a field must not have; see `veto`."""

    rule: R_co

    def __str__(self) -> str:
        """Return the rule as written."""
        return f"veto({written(self.rule)})"


def add(rule: R) -> Add[R]:
    """Let what *rule* yields compete with what is found without it.

    A field of one value takes it where nothing surer is found; a field of many
    values holds it behind the others.
    """
    return Add(rule)


def only(rule: R) -> Only[R]:
    """Let a field have what *rule* yields, or nothing.

    A rule without a word leaves the field to what is found without it where the
    rule yields nothing. This one does not: a story without a byline has no author.
    """
    return Only(rule)


def veto(rule: R) -> Veto[R]:
    """Keep what *rule* yields out of the field.

    Values that are equal but for case, white space and punctuation cannot be
    taken; they stand in the evidence as "vetoed-by-profile".
    """
    return Veto(rule)
