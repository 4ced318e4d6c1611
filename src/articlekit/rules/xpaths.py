"""XPath expressions of rules, checked when a rule is built.

Rules hold no lxml, so the grammar of XPath 1.0 stands here once more: a wrong
expression is told where it is wrong, and before any page is read. Functions of
XPath 2 and prefixes of namespaces, which HTML does not have, are told as well.
"""

import re
from typing import Final

from articlekit.errors import RuleError

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<literal>\"[^\"]*\"|'[^']*')|(?P<number>\d+(?:\.\d*)?|\.\d+)"
    r"|(?P<name>[A-Za-z_][\w.\-]*(?::(?!:)[A-Za-z_*][\w.\-]*)?)"
    r"|(?P<sign>::|//|\.\.|!=|<=|>=|[/.@|+\-=<>*()\[\],$]))"
)
_AXES: Final = frozenset(
    "ancestor ancestor-or-self attribute child descendant descendant-or-self following"
    " following-sibling parent preceding preceding-sibling self".split()
)
_NODE_TESTS: Final = frozenset("comment text processing-instruction node".split())
# Names of the core functions with the fewest and most arguments they take.
_FUNCTIONS: Final[dict[str, tuple[int, int]]] = {
    "last": (0, 0), "position": (0, 0), "count": (1, 1), "id": (1, 1),
    "local-name": (0, 1), "name": (0, 1), "string": (0, 1), "concat": (2, 99),
    "starts-with": (2, 2), "contains": (2, 2), "substring-before": (2, 2),
    "substring-after": (2, 2), "substring": (2, 3), "string-length": (0, 1),
    "normalize-space": (0, 1), "translate": (3, 3), "boolean": (1, 1),
    "not": (1, 1), "true": (0, 0), "false": (0, 0), "lang": (1, 1),
    "number": (0, 1), "sum": (1, 1), "floor": (1, 1), "ceiling": (1, 1),
    "round": (1, 1),
}  # fmt: skip
_WORD_OPERATORS: Final = frozenset(("and", "or", "div", "mod"))
_OPERATORS: Final = frozenset(("|", "+", "-", "=", "!=", "<", "<=", ">", ">=", "*"))
_DEEPEST: Final = 50
_END: Final = ("end", "")


class _WrongError(Exception):
    """What is wrong with an expression, and where."""


class _Expression:
    """An expression that is being read from left to right."""

    def __init__(self, text: str) -> None:
        """Part *text* into tokens."""
        self.tokens: list[tuple[str, str]] = []
        self.starts: list[int] = []
        self.at = 0
        self.depth = 0
        end, length = 0, len(text.rstrip())
        while end < length:
            token = _TOKEN.match(text, end)
            if token is None:
                raise _WrongError(f"{text[end:].lstrip()[:1]!r} at {end}")
            kind = str(token.lastgroup)
            self.tokens.append((kind, token[kind]))
            self.starts.append(token.start(kind))
            end = token.end()
        self.tokens += [_END, _END]
        self.starts += [length, length]

    def peek(self, ahead: int = 0) -> str:
        """Return the text of a token; "" stands for the end and for literals."""
        kind, text = self.tokens[self.at + ahead]
        return "" if kind == "literal" else text

    def kind(self) -> str:
        """Return the kind of the next token."""
        return self.tokens[self.at][0]

    def wrong(self, expected: str) -> _WrongError:
        """Return the error that says what was expected here."""
        found = self.tokens[self.at][1] or "the end"
        return _WrongError(
            f"expected {expected}, got {found!r} at {self.starts[self.at]}"
        )

    def take(self, sign: str) -> bool:
        """Go past *sign* where it stands here."""
        if self.kind() == "sign" and self.peek() == sign:
            self.at += 1
            return True
        return False

    def need(self, sign: str) -> None:
        """Go past *sign*, which has to stand here."""
        if not self.take(sign):
            raise self.wrong(repr(sign))

    def expression(self) -> None:
        """Read operands with operators between them; their order is no matter."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.wrong("less nesting")
        self.operand()
        while (
            self.kind() == "sign" and self.peek() in _OPERATORS
        ) or self.word_operator():
            self.at += 1
            self.operand()
        self.depth -= 1

    def word_operator(self) -> bool:
        """Return whether an operator that is a word stands here."""
        return self.kind() == "name" and self.peek() in _WORD_OPERATORS

    def operand(self) -> None:
        """Read a path, a call, a literal, a number or something in brackets."""
        while self.take("-"):
            pass
        filtered = True
        if self.kind() in {"literal", "number"}:
            self.at += 1
        elif self.take("("):
            self.expression()
            self.need(")")
        elif self.kind() == "name" and self.peek(1) == "(" and not self.node_test():
            self.call()
        else:
            self.path()
            filtered = False
        if filtered:
            self.predicates()
            if self.take("//") or self.take("/"):
                self.steps()

    def node_test(self) -> bool:
        """Return whether the name here is a node test."""
        return self.peek() in _NODE_TESTS

    def call(self) -> None:
        """Read the call of a core function."""
        name = self.peek()
        if name not in _FUNCTIONS:
            raise self.wrong("a function of XPath 1.0")
        start = self.at
        self.at += 2
        count = 0
        while not self.take(")"):
            if count:
                self.need(",")
            self.expression()
            count += 1
        fewest, most = _FUNCTIONS[name]
        if not fewest <= count <= most:
            self.at = start
            raise self.wrong(f"{fewest} to {most} arguments for the function")

    def path(self) -> None:
        """Read a path that begins at the root or here."""
        if self.take("/"):
            if not self.may_step():
                return
        elif not self.take("//") and not self.may_step():
            raise self.wrong("a path")
        self.steps()

    def may_step(self) -> bool:
        """Return whether a step can begin here."""
        return self.kind() == "name" or self.peek() in {".", "..", "@", "*"}

    def steps(self) -> None:
        """Read the steps of a path."""
        self.step()
        while self.take("//") or self.take("/"):
            self.step()

    def step(self) -> None:
        """Read one step."""
        if self.take(".") or self.take(".."):
            return
        if not self.take("@") and self.peek(1) == "::":
            if self.peek() not in _AXES:
                raise self.wrong("an axis")
            self.at += 2
        self.name_test()
        self.predicates()

    def name_test(self) -> None:
        """Read the name of an element or attribute, or a node test."""
        if self.take("*"):
            return
        if self.kind() != "name":
            raise self.wrong("the name of an element or attribute")
        if ":" in self.peek():
            raise self.wrong("a name without prefix (or local-name())")
        node = self.node_test() and self.peek(1) == "("
        self.at += 1
        if node:
            self.need("(")
            if self.kind() == "literal":
                self.at += 1
            self.need(")")

    def predicates(self) -> None:
        """Read conditions in square brackets."""
        while self.take("["):
            self.expression()
            self.need("]")


def check_xpath(expression: str, *, rule: str) -> None:
    """Check that *expression* is one of XPath 1.0.

    Args:
        expression: The expression.
        rule: The rule as written, for the error.

    Raises:
        RuleError: It is none; the reason says where it is wrong.
    """
    try:
        read = _Expression(expression)
        read.expression()
        if read.kind() != "end":
            raise read.wrong("the end")
    except _WrongError as error:
        raise RuleError(None, rule, str(error)) from error
