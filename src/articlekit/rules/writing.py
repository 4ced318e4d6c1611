"""Rules shown as their authors write them."""


def quoted(name: str, /, *arguments: object, **named: object) -> str:
    """Write a rule the way its author does."""
    written = [repr(a) if isinstance(a, str) else str(a) for a in arguments]
    written += [f"{key}={value!r}" for key, value in named.items() if value is not None]
    return f"{name}({', '.join(written)})"


class Written:
    """A rule or function inside of another, shown as its author writes it."""

    def __init__(self, rule: object) -> None:
        """Hold *rule*."""
        self.rule = rule

    def __repr__(self) -> str:
        """Return the name of a function, and a rule as written."""
        return str(getattr(self.rule, "__qualname__", self.rule))


def written(rule: object) -> str:
    """Return *rule* as its author writes it; of a function, the name."""
    return repr(Written(rule))
