"""The title of a text page: what it is compared with, and how its words are cleaned."""

import pytest

from articlekit import parse_text
from articlekit.fields.line_kinds import LineKind, kind_of
from articlekit.fields.line_likeness import likeness_features, likeness_of, slug_words
from articlekit.fields.line_runs import find_runs
from articlekit.reading.plaintext import read_plain

BODY = (
    "The ferry to the outer islands sailed on Monday for the first time in two winters: its"
    " engine had been sent to the mainland, where nobody could find the parts for it.\n\n"
    "Captain Ada Lund said that the crew had painted the hull twice while they waited. The"
    " council pays for the fuel until spring, when the fares are to rise.\n\n"
    "The harbour master counted four hundred passengers on the first day: schoolchildren,"
    " a wedding party and a horse.\n"
)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://a.example/news/2026/ferry-sails-again.html", {"ferry", "sails", "again"}),
        ("https://a.example/fähre-fährt-wieder-aus/", {"fahre", "fahrt", "wieder", "aus"}),
        ("https://a.example/2026/05/1234", set[str]()),
        ("https://[broken", set[str]()),
        (None, set[str]()),
    ],
)  # fmt: skip
def test_words_of_addresses(url: str | None, words: set[str]) -> None:
    """The part of an address that is made of words gives them, without accents."""
    assert slug_words(url) == words


def test_likeness_to_the_address() -> None:
    """Umlauts are found in both of their spellings."""
    runs = find_runs(read_plain("Fähre fährt wieder\nMenü").blocks)
    for slug in ("fahre-fahrt-wieder", "faehre-faehrt-wieder"):
        page = likeness_of(runs, f"https://a.example/{slug}")
        assert likeness_features(runs[0].text, page)[0] == 1.0


def test_likeness_without_an_address() -> None:
    """A page without address says so, which is not the same as no likeness."""
    runs = find_runs(read_plain("Ferry sails again\nMenu").blocks)
    assert likeness_features("Menu", likeness_of(runs, None))[:2] == [-1.0, -1.0]


def test_kicker_and_title_on_one_line() -> None:
    """A space before the title's colon goes where the text has none."""
    page = f"Islands : Ferry sails again\n\nBy Nils Aker\n\n{BODY}"
    assert parse_text(page).title == "Islands: Ferry sails again"


def test_french_colons_stay() -> None:
    """Where the text has spaces before colons, so has the title."""
    page = f"Îles : le bac repart\n\nPar Nils Aker\n\n{BODY.replace(':', ' :')}"
    assert parse_text(page).title == "Îles : le bac repart"


def test_headline_below_a_letters_head() -> None:
    """The subject names the title; what stands above the story is no dek."""
    page = (
        "From: Desk <desk@a.example>\nSubject: Ferry sails again\n\nHello,\n\n"
        f"Ferry sails again\n\nBy Nils Aker\n\n{BODY}"
    )
    article = parse_text(page)
    assert (article.title, article.dek, article.byline) == (
        "Ferry sails again", None, "By Nils Aker",
    )  # fmt: skip
    assert article.text.startswith("The ferry to the outer islands")


@pytest.mark.parametrize(
    "caption",
    [
        "The pier at dusk. Photograph: Ewan Rae",
        "Der Pier am Abend. Foto: Jana Weiss",
        "船着き場に並ぶ船＝北浜町、森下千夏撮影",
    ],
)
def test_credits_at_the_end_of_captions(caption: str) -> None:
    """A label or a word of taking after the last stop makes a line a caption."""
    assert kind_of(caption) is LineKind.CAPTION


@pytest.mark.parametrize(
    "line",
    ["He said one thing. Conclusion: Nobody sails.", "The bill is due. Cost: 40 euros"],
)
def test_other_labels_make_no_caption(line: str) -> None:
    """A colon near the end is no credit by itself."""
    assert kind_of(line) is LineKind.PLAIN


def _soup(*title: str) -> str:
    menu = "\n".join(f"Part {n}" for n in range(30))
    story = BODY.replace("\n\n", "\n")
    return "\n".join([HEAD, menu, *title, "By Nils Aker", "14 March 2026", story])


HEAD = "Islands: Ferry sails again, after two winters - Coast Post"


@pytest.mark.parametrize(
    "title",
    [
        ("Islands", ":", "Ferry sails again, after two winters"),
        ("Islands in view", "Ferry sails again, after", "two winters"),
    ],
)
def test_titles_that_markup_cut(title: tuple[str, ...]) -> None:
    """Pieces of a title on lines of their own are put together as the page's first line says."""
    head = HEAD if ":" in title else HEAD.replace("Islands:", "Islands in view:")
    found = parse_text(_soup(*title).replace(HEAD, head)).title
    assert found == head.removesuffix(" - Coast Post")


@pytest.mark.parametrize("label", ["(video)", "[WATCH]", "(Fotos)", "(vídeo)"])
def test_labels_of_media_leave_the_title(label: str) -> None:
    """A word in brackets that tells of pictures or sound is no part of a title."""
    page = f"Ferry sails again {label}\n\nBy Nils Aker\n\n14 March 2026\n\n{BODY}"
    assert parse_text(page).title == "Ferry sails again"


def test_other_brackets_stay() -> None:
    """Brackets that tell of the matter stay."""
    page = f"Ferry sails again (and a horse)\n\nBy Nils Aker\n\n{BODY}"
    assert parse_text(page).title == "Ferry sails again (and a horse)"
