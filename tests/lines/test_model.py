"""The learned model of text pages: shape of the weights, and what it does with odd pages."""

import time

import pytest

from articlekit.fields.line_features import OWN_NAMES, own_features, sizes_of
from articlekit.fields.line_kinds import LineKind, kind_of
from articlekit.fields.line_model import (
    BESIDE,
    BESIDE_OWN,
    Forest,
    load_model,
    logistic,
)
from articlekit.fields.line_roles import Role, choose_lines
from articlekit.fields.line_runs import find_runs
from articlekit.reading.plaintext import read_plain


def test_weights_fit_the_features() -> None:
    """The shipped weights have one number for each feature."""
    model = load_model()
    assert len(model.own) == len(OWN_NAMES)
    assert [len(part) for part in model.beside] == [len(BESIDE_OWN)] * len(BESIDE)
    assert model.body.trees
    assert model.title.trees


def test_features_have_names() -> None:
    """A row of features is as long as the list of their names."""
    runs = find_runs(
        read_plain("A title\nA first sentence, of many words.\n\n* item").blocks
    )
    kinds = [kind_of(run.text) for run in runs]
    assert {len(row) for row in own_features(runs, kinds, sizes_of(runs))} == {
        len(OWN_NAMES)
    }


def test_trees_add_up() -> None:
    """A forest sums the leaf of each tree and its base, as a logit."""
    stump = ([1, -1, -1], [0.5, 0, 0], [1, 0, 0], [2, 0, 0], [0.0, -2.0, 3.0])
    forest = Forest(0.25, (stump, stump))
    assert forest.probability([9.0, 0.5]) == pytest.approx(logistic(0.25 - 4))
    assert forest.probability([9.0, 0.6]) == pytest.approx(logistic(0.25 + 6))


def test_logistic_is_safe() -> None:
    """A logit of any size gives a probability."""
    assert logistic(-1e9) == 0.0
    assert logistic(1e9) == 1.0
    assert logistic(0) == 0.5


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("By Mara Lindqvist", LineKind.BYLINE),
        ("Von Henrike Sollmann", LineKind.BYLINE),
        ("Image Credit: Northern Press Agency", LineKind.CREDIT),
        ("© Jana Weiss/Nordbild", LineKind.CREDIT),
        ("写真：北海通信", LineKind.CREDIT),
        ("The pier at dusk. (Photo: Lena Vogt/Reuters)", LineKind.CAPTION),
        ("12 May 2026", LineKind.DATE),
        ("2026年3月18日", LineKind.DATE),
        ("Last updated: 3 February 2026, 07:10 GMT", LineKind.UPDATED),
        ("Also read: Why the bridge is late", LineKind.ALSO_READ),
        ("यह भी पढ़ें: पुल क्यों बंद रहा", LineKind.ALSO_READ),
        ("Share this article", LineKind.ASIDE),
        ("Subject: Pier opens", LineKind.TITLE),
        ("The train is due on the coast at 6.20 in the morning.", LineKind.PLAIN),
        ("By then the boats had left, and nobody was on the quay.", LineKind.PLAIN),
    ],
)
def test_kinds(text: str, kind: LineKind) -> None:
    """A line's own words say what it is, in many languages."""
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "One line only",
        "-----\n*\n\n***",
        "**" * 20_000,
        "-\n-\n*\nx",
        "word\n" * 3_000,
        "lower case line without an end\n" * 3_000,
        "a " * 50_000,
        "\n".join("#" * (n % 9) + " x" * (n % 40) for n in range(3_000)),
        "|".join("[1](" * 2_000),
        "(" * 20_000 + "Photo: x",
    ],
)
def test_odd_pages_are_judged_in_time(text: str) -> None:
    """Pages without a story give roles for each line, soon."""
    begin = time.process_time()
    roles = choose_lines(read_plain(text))
    assert time.process_time() - begin < 3
    assert len(roles.runs) == len(roles.roles)


def test_wrapped_lines_are_joined() -> None:
    """Lines wrapped at a fixed width are one paragraph, others are not."""
    wrapped = (
        "The ferry that has crossed the sound since the year of the great storm\n"
        "will make its last trip on Sunday, and the town has asked a brass band\n"
        "to play on the quay while the crew takes down the flag for good, which\n"
        "nobody on the island wants to miss.\n"
        "\n"
        "A bridge takes its place.\n"
    )
    runs = find_runs(read_plain(wrapped).blocks)
    assert [run.text.count(" ") for run in runs] == [50, 4]
    assert runs[0].text.endswith("on the island wants to miss.")


def test_cut_sentences_are_mended() -> None:
    """Links on lines of their own go back into their sentence, menus stay apart."""
    cut = (
        "home\nnews\nsport\n"
        "The county will run buses again after it\ncut the lines\nto save money, said\n"
        "Joan Petty\n, who lives in Holm\n.\n"
        "By\nSadie Holcroft\n"
    )
    texts = [run.text for run in find_runs(read_plain(cut).blocks)]
    assert texts[:3] == ["home", "news", "sport"]
    assert texts[3] == (
        "The county will run buses again after it cut the lines to save money, said"
        " Joan Petty, who lives in Holm."
    )
    assert texts[4:] == ["By", "Sadie Holcroft"]


def test_a_picture_line_above_the_title() -> None:
    """A short line over a credit line is the picture's, not the title."""
    text = (
        "Harbour | Dawn\nImage Credit: Northern Press Agency\n"
        "Harbour wins prize for the cleanest water on the coast\n"
        "Port Amsel: The harbour has won the prize for the cleanest water on the coast, "
        "the ministry said on Monday, four years after the last fish died in it.\n"
        "Divers took out eleven tons of rope, two cars and a bell in the spring.\n"
        '"We could see the bottom for the first time," said Ida Falk, who led them.\n'
    )
    roles = choose_lines(read_plain(text))
    assert roles.title == "Harbour wins prize for the cleanest water on the coast"
    assert [str(role) for role in roles.roles[:3]] == ["alt", "credit", "title"]
    assert sum(role is Role.BODY for role in roles.roles) == 3
