"""Values that steer a parse; they hold no lxml and run nothing.

A source profile is written with what stands here:

    from articlekit.rules import Layout, Profile, css, has, meta

    PROFILE = Profile(
        name="courier",
        hosts=("courier.example",),
        timezone="Europe/Paris",
        title=css("h1.title"),
        layouts=(Layout(name="2024", matches=has("main.story"), dek=meta("teaser")),),
    )
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

from articlekit.rules.hints import NO_HINTS, Hints
from articlekit.rules.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:  # attrs takes 30 ms to make these classes: see `__getattr__`
    from articlekit.rules.blocks import (
        Between,
        BlockRule,
        Lines,
        StoryBlock,
        between,
        lines,
        story_block,
    )
    from articlekit.rules.conditions import (
        Has,
        Lacks,
        PageTest,
        UrlMatches,
        has,
        lacks,
        url_matches,
    )
    from articlekit.rules.modes import Add, Only, Veto, add, only, veto
    from articlekit.rules.profile import (
        AuthorFunction,
        AuthorRules,
        BlockRules,
        CreditRules,
        FieldRules,
        HeadlineRules,
        Layout,
        MomentFunction,
        MomentRules,
        Profile,
        TextRules,
    )
    from articlekit.rules.selectors import Css, XPath, css, xpath
    from articlekit.rules.values import (
        Const,
        FirstOf,
        Join,
        JsonLd,
        Meta,
        Microdata,
        Regex,
        Rule,
        SavedPage,
        Soup,
        State,
        TextAfter,
        TextFunction,
        const,
        first_of,
        join,
        json_ld,
        meta,
        microdata,
        regex,
        soup,
        state,
        text_after,
    )

__all__ = [
    "DEFAULT_LIMITS",
    "NO_HINTS",
    "Add",
    "AuthorFunction",
    "AuthorRules",
    "Between",
    "BlockRule",
    "BlockRules",
    "Const",
    "CreditRules",
    "Css",
    "FieldRules",
    "FirstOf",
    "Has",
    "HeadlineRules",
    "Hints",
    "Join",
    "JsonLd",
    "Lacks",
    "Layout",
    "Limits",
    "Lines",
    "Meta",
    "Microdata",
    "MomentFunction",
    "MomentRules",
    "Only",
    "PageTest",
    "Profile",
    "Regex",
    "Rule",
    "SavedPage",
    "Soup",
    "State",
    "StoryBlock",
    "TextAfter",
    "TextFunction",
    "TextRules",
    "UrlMatches",
    "Veto",
    "XPath",
    "add",
    "between",
    "const",
    "css",
    "first_of",
    "has",
    "join",
    "json_ld",
    "lacks",
    "lines",
    "meta",
    "microdata",
    "only",
    "regex",
    "soup",
    "state",
    "story_block",
    "text_after",
    "url_matches",
    "veto",
    "xpath",
]

_MODULES: Final = ("blocks", "conditions", "modes", "profile", "selectors", "values")


def __getattr__(name: str) -> object:
    """Import what profiles are written with when it is asked for."""
    if name in __all__:
        for module in _MODULES:
            loaded = vars(import_module(f"{__name__}.{module}"))
            if name in loaded:
                return loaded[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names, imported or not."""
    return sorted({*globals(), *__all__})
