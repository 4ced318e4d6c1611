"""Languages and words that others add."""

from collections.abc import Callable
from importlib import metadata
from types import SimpleNamespace

import pytest

from articlekit.quotes import find_quotes
from articlekit.quotes.lexicon import GROUP, lexicon_for, raw_lists
from articlekit.quotes.readers.patterns import patterns_for

# Tags that no test but these asks for.
ESPERANTO = {
    "language": "eo",
    "say": "diris diras klarigis",
    "he": "li",
    "she": "ŝi",
    "determiners": "la",
    "roles": "urbestro prezidanto",
    "titles": ["s-ro", "s-ino"],
}
SAID = "„Ni komencos la laboron lundon matene“, diris Marta Novak."


@pytest.fixture(autouse=True)
def _fresh() -> None:
    """Forget languages that other tests asked for."""
    for known in (raw_lists, patterns_for):
        known.cache_clear()


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, object], None]:
    """Return a function that offers a language as an installed package would."""

    def _offer(tag: str, value: object) -> None:
        monkeypatch.setattr("tests_plugin_value.VALUE", value, raising=False)
        point = metadata.EntryPoint(tag, "tests_plugin_value:VALUE", GROUP)

        def found(*, group: str, name: str) -> tuple[metadata.EntryPoint, ...]:
            return (point,) if (group, name) == (GROUP, tag) else ()

        monkeypatch.setattr(metadata, "entry_points", found)

    module = SimpleNamespace()
    monkeypatch.setitem(__import__("sys").modules, "tests_plugin_value", module)
    return _offer


def test_a_package_adds_a_language(offer: Callable[[str, object], None]) -> None:
    """Its verbs and titles tell who speaks."""
    offer("qeo", ESPERANTO)
    (quote,) = find_quotes(SAID, language="qeo")
    assert quote.speaker
    assert ("Marta Novak", "diris") == (quote.speaker.text, quote.cue)


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("qno", None),
        ("qli", ["say", "diris"]),
        ("qin", {"say": 5, 7: "diris", "roles": [1, 2], "titles": None}),
        ("qre", {"say": "diris", "before": ["(?P<speaker>[", 3], "after": ["(("]}),
    ],
)
def test_a_wrong_language_counts_as_none(
    offer: Callable[[str, object], None], tag: str, value: object
) -> None:
    """What holds no lists is left out; the words in marks are found all the same."""
    offer(tag, value)
    quotes = find_quotes(SAID, language=tag)
    assert ["Ni komencos la laboron lundon matene"] == [quote.text for quote in quotes]


@pytest.mark.parametrize("error", [ImportError, RuntimeError, SystemExit])
def test_a_package_that_cannot_be_imported_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    """Whatever its import raises, the quotes of the text are found."""

    def load(_: object) -> object:
        raise error("broken")

    point = metadata.EntryPoint("qbr", "nowhere:LISTS", GROUP)
    monkeypatch.setattr(metadata.EntryPoint, "load", load)

    def found(*, group: str, name: str) -> tuple[metadata.EntryPoint, ...]:
        return (point,) if group == GROUP and name else ()

    monkeypatch.setattr(metadata, "entry_points", found)
    quotes = find_quotes(SAID, language=f"qb{error.__name__[0].lower()}")
    assert ["Ni komencos la laboron lundon matene"] == [quote.text for quote in quotes]


def test_verbs_of_the_caller_count() -> None:
    """A verb that the language's list lacks names the speaker where it is added."""
    text = "Our mayor, “We start on Monday,” quothed Ann Lee, and left."
    (quote,) = find_quotes(text, language="en", extra_verbs=["quothed"])
    assert quote.speaker
    assert ("Ann Lee", "quothed") == (quote.speaker.text, quote.cue)


def test_verbs_of_the_caller_count_in_scripts_without_capitals() -> None:
    """The expressions of a language take them up, too."""
    text = "市长江慧芬开腔：“我们不会放弃这座城市。”"
    (quote,) = find_quotes(text, language="zh", extra_verbs=["开腔"])
    assert quote.speaker
    assert ("江慧芬", "开腔") == (quote.speaker.text, quote.cue)


def test_titles_of_the_caller_are_no_part_of_a_name() -> None:
    """With or without its full stop."""
    text = "“The road opens on Monday,” said Aldn. Ann Lee of the council."
    (quote,) = find_quotes(text, language="en", extra_titles=["Aldn."])
    assert "Ann Lee" == quote.source


def test_added_words_leave_other_calls_alone() -> None:
    """What one caller adds is not known to the next."""
    find_quotes("“Yes,” zaid Ann Lee.", language="en", extra_verbs=["zaid"])
    assert "zaid" not in lexicon_for("en").classes
