"""Profiles that the tests of the test kit are about; some are broken on purpose."""

from articlekit.rules import Layout, Profile, SavedPage, add, css, has, meta, veto


def bold_names(page: SavedPage) -> str:
    """Fail on every page without a byline."""
    return [text for text in page.texts(css("p.byline"))][0]  # noqa: C416, RUF015


def endless(page: SavedPage) -> str | None:
    """Never return on a page with a heading."""
    while page.text(css("h1")):
        pass
    return None


class Moody:
    """Gives something else each time."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, _: SavedPage) -> str:
        """Return a title that was never given before."""
        self.calls += 1
        return f"Title {self.calls}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Moody)

    def __hash__(self) -> int:
        return 1


HOSTS = ("courier.example",)
GOOD = Profile(
    name="good",
    hosts=HOSTS,
    authors=css("p.byline"),
    tags=add(meta("news_keywords")),
    layouts=(Layout(name="story", matches=has("article h1"), dek=css("p.lead")),),
)
FAILING = Profile(name="failing", hosts=HOSTS, authors=bold_names)
ENDLESS = Profile(name="endless", hosts=HOSTS, title=endless)
MOODY = Profile(name="moody", hosts=HOSTS, title=Moody())
LAMBDA = Profile(name="unnamed", hosts=HOSTS, title=lambda _: None)
IDLE = Profile(
    name="idle",
    hosts=HOSTS,
    title=(css("h1"), css("h1.other")),
    drop=css(".newsletter"),
    headlines=veto(css(".nothing")),
    layouts=(
        Layout(name="new", matches=has("article"), kicker=css("p.kicker")),
        Layout(name="old", matches=has("article h1")),
        Layout(name="older", matches=has("main.story")),
    ),
)
