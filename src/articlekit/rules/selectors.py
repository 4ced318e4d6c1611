"""Rules that select elements of the page by CSS or XPath."""

from typing import Protocol

import attrs

from articlekit.errors import RuleError
from articlekit.rules.xpaths import check_xpath


class _Selecting(Protocol):
    @property
    def selector(self) -> str: ...


def _translated(rule: _Selecting) -> str:
    """Return the selector of *rule* as an XPath expression."""
    from cssselect import HTMLTranslator, SelectorError

    try:
        # From the very top: a page may go on behind its end.
        return HTMLTranslator().css_to_xpath(rule.selector, prefix="//")
    except SelectorError as error:
        hint = "; attr= takes an attribute" if "::" in rule.selector else ""
        raise RuleError(None, str(rule), f"{error}{hint}") from error


@attrs.frozen
class Css:
    """Elements that a CSS selector finds; see `css`.

    Attributes:
        selector: The selector.
        attr: Attribute whose value is meant; None means the element's text.
        expression: The selector as an XPath expression.
    """

    selector: str
    attr: str | None = None
    expression: str = attrs.field(
        default=attrs.Factory(_translated, takes_self=True),
        init=False,
        repr=False,
        eq=False,
    )

    def __str__(self) -> str:
        """Return the rule as written."""
        attr = "" if self.attr is None else f", attr={self.attr!r}"
        return f"css({self.selector!r}{attr})"


@attrs.frozen
class XPath:
    """Elements, attributes or texts that XPath finds; see `xpath`.

    Attributes:
        expression: The expression.
    """

    expression: str

    def __attrs_post_init__(self) -> None:
        """Check the expression."""
        check_xpath(self.expression, rule=str(self))

    def __str__(self) -> str:
        """Return the rule as written."""
        return f"xpath({self.expression!r})"


def css(selector: str, *, attr: str | None = None) -> Css:
    """Yield the texts of the elements that *selector* finds.

    Args:
        selector: CSS selectors of level 3, with `:has()`, `:is()` and
            `:contains("...")`; several with commas between them are taken in
            the order of the page.
        attr: Yield the value of this attribute instead of the text.

    Raises:
        RuleError: The selector is wrong; the reason says where.
    """
    return Css(selector, attr)


def xpath(expression: str) -> XPath:
    """Yield what *expression* finds: texts of elements, attributes, text nodes.

    Args:
        expression: XPath 1.0, without prefixes and variables.

    Raises:
        RuleError: The expression is wrong; the reason says where.
    """
    return XPath(expression)
