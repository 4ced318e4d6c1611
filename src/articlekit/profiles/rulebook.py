"""The rules that a page's layout and profile hold, by field."""

from articlekit.profiles.guide import Guide
from articlekit.profiles.view import View
from articlekit.rules.hints import Hints
from articlekit.rules.profile import RULE_FIELDS, FieldRules


class Rulebook(Guide):
    """A guide that has rules, and the page to run them on.

    Attributes:
        view: The page as rules see it.
    """

    def __init__(self, view: View, steps: tuple[FieldRules, ...], hints: Hints) -> None:
        """Gather the rules.

        Args:
            view: The page.
            steps: The layout and its profile, whichever there are, in this order.
            hints: What is known of the page.
        """
        super().__init__(hints)
        self.view = view
        self._steps = steps
        self.rules = {
            name: found
            for name in RULE_FIELDS
            if (found := tuple(rule for step in steps for rule in step.rules(name)))
        }

    @property
    def speech_verbs(self) -> tuple[str, ...]:
        """Words of saying that layout and profile name."""
        return tuple(word for step in self._steps for word in step.speech_verbs)

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles before names that layout and profile name."""
        return tuple(word for step in self._steps for word in step.titles)
