"""What a profile may say of a page, and that nothing is said without one.

Most pages have no profile. So this module knows no rule: `RuleGuide` does, which is
imported when a page's source has a profile.
"""

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from articlekit.fields.authors import Credits
from articlekit.fields.contest import Finding
from articlekit.model import (
    Access,
    ArticleKind,
    Dateline,
    Evidence,
    HeadlineItem,
    Image,
    Moment,
)
from articlekit.pictures.images import Found
from articlekit.rules.hints import Hints

if TYPE_CHECKING:  # few callers have text pages
    from articlekit.fields.line_roles import LineRoles

ORIGIN: Final = "profile"
"""Origin of the evidence that rules give."""


class Trouble(NamedTuple):
    """A rule or a profile that could not do what it should.

    Attributes:
        rule: The rule as written, or where the profile should be.
        code: What kind of trouble, as in `Article.warnings`.
        reason: What went wrong, in words.
    """

    rule: str
    code: str
    reason: str


class Guide:
    """What is known of a page beside the page itself.

    This one knows no rules: each of its methods returns what was found without
    them.

    Attributes:
        hints: What the caller knows, and the profile beside it.
        rules: Rules by field; only fields that have some.
        evidence: What rules found for fields that are no contest.
        trouble: What went wrong, each with the field that it is about.
    """

    def __init__(self, hints: Hints) -> None:
        """Begin without rules."""
        self.hints = hints
        self.rules: Mapping[str, tuple[object, ...]] = {}
        self.evidence: list[Evidence] = []
        self.trouble: list[tuple[str, Trouble]] = []

    @property
    def speech_verbs(self) -> tuple[str, ...]:
        """Words of saying beside those known."""
        return ()

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles before names beside those known."""
        return ()

    def text(self, field: str, finding: Finding[str]) -> Finding[str]:  # noqa: ARG002
        """Decide a field of one text."""
        return finding

    def address(self, finding: Finding[str]) -> Finding[str]:
        """Decide `canonical_url`."""
        return finding

    def dateline(self, finding: Finding[Dateline]) -> Finding[Dateline]:
        """Decide `dateline`."""
        return finding

    def kind(self, finding: Finding[ArticleKind]) -> Finding[ArticleKind]:
        """Decide `kind`."""
        return finding

    def access(self, finding: Finding[Access]) -> Finding[Access]:
        """Decide `access`."""
        return finding

    def moment(self, field: str, finding: Finding[Moment]) -> Finding[Moment]:  # noqa: ARG002
        """Decide a date."""
        return finding

    def names(
        self,
        field: str,  # noqa: ARG002
        finding: Finding[tuple[str, ...]],
    ) -> Finding[tuple[str, ...]]:
        """Decide `tags` or `agencies`."""
        return finding

    def credits(self, found: Credits) -> Credits:
        """Decide byline, authors and agencies."""
        return found

    def body(
        self, chosen: list[int], tidy: Callable[[list[int]], list[int]]
    ) -> list[int]:
        """Return the blocks of the body, in order.

        Args:
            chosen: The blocks that were chosen without rules.
            tidy: Takes title, dek and the like out of a body.
        """
        return tidy(chosen)

    def pictures(self, found: tuple[Found, ...]) -> tuple[Found, ...]:
        """Return the article's pictures."""
        return found

    def lines(self, found: "LineRoles") -> "LineRoles":
        """Return the roles of the lines of a text page."""
        return found

    def line_images(self, found: tuple[Image, ...]) -> tuple[Image, ...]:
        """Return the pictures of a text page."""
        return found

    def stories(
        self,
        found: tuple[HeadlineItem, ...],
        body: Collection[int],  # noqa: ARG002
    ) -> tuple[HeadlineItem, ...]:
        """Return the other stories of an HTML page whose body has these blocks."""
        return found

    def line_stories(
        self,
        found: tuple[HeadlineItem, ...],
        roles: "LineRoles",  # noqa: ARG002
    ) -> tuple[HeadlineItem, ...]:
        """Return the other stories of a text page."""
        return found

    def report(self) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
        """Return evidence of what went wrong and beside contests, and warnings."""
        if not (self.evidence or self.trouble):
            return (), ()
        wrong = (
            Evidence(field, ORIGIN, t.rule, t.reason, 0.0, t.code)
            for field, t in self.trouble
        )
        codes = {trouble.code: None for _, trouble in self.trouble}
        return tuple(dict.fromkeys((*self.evidence, *wrong))), tuple(codes)
