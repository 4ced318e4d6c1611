"""Tests of the inputs: corpora, generated pages, mutations, dumps."""

from pathlib import Path

import pytest
from benchmarks import corpora as folders
from benchmarks import generate, mutations


def test_broken_pages_are_left_out(corpora: Path) -> None:
    """Scores leave broken pages out; robustness asks for them."""
    mill = corpora / "mill"
    assert ["a"] == [page["id"] for page in folders.read_pages(mill)]
    assert ["a", "b"] == [p["id"] for p in folders.read_pages(mill, broken=True)]


def test_names_of_corpora(corpora: Path, tmp_path: Path) -> None:
    """A corpus is a folder with pages; a folder without any holds none."""
    assert ("mill",) == folders.names(corpora)
    assert () == folders.names(tmp_path / "nowhere")


@pytest.mark.parametrize("size", [10_000, 100_000, 1_000_000])
def test_generated_pages_have_the_size_asked_for(size: int) -> None:
    """Within a few percent, and the same each time."""
    page = generate.page(size)
    assert size == pytest.approx(len(page), rel=0.1)
    assert page == generate.page(size)
    assert page != generate.page(size, seed=1)


def test_mutations_are_made_again_from_their_number(corpora: Path) -> None:
    """A number and a seed determine the input, whatever ran before."""
    sources = mutations.read_sources(corpora, ["mill"])
    first = [mutations.mutated(sources, n, seed=7) for n in range(60)]
    assert first[::-1] == [
        mutations.mutated(sources, n, seed=7) for n in reversed(range(60))
    ]
    assert 50 < len({case.page for case in first})
    assert first != [mutations.mutated(sources, n, seed=8) for n in range(60)]


def test_every_case_is_found_by_its_name(corpora: Path) -> None:
    """The id that a failure prints gives the same input."""
    sources = mutations.read_sources(corpora, ["mill"])
    cases = list(mutations.cases(sources, dumps=["bs4"], mutations=4, seed=1))
    assert 2 * 3 + 4 == len(cases)
    assert cases == [mutations.by_name(sources, c.name, seed=1) for c in cases]


def test_some_mutations_are_text_with_lone_surrogates(corpora: Path) -> None:
    """Text that no encoding can hold is among the inputs."""
    sources = mutations.read_sources(corpora, ["mill"])
    texts = [mutations.mutated(sources, n, seed=1).page for n in range(3, 200, 4)]
    assert all(isinstance(text, str) for text in texts)
    assert any("\udc80" <= sign <= "\udcff" for text in texts for sign in str(text))


def test_unknown_names_are_refused(corpora: Path) -> None:
    """An id of no input is an error, not an empty run."""
    sources = mutations.read_sources(corpora, ["mill"])
    with pytest.raises(ValueError, match="no input named"):
        mutations.by_name(sources, "page:mill/none", seed=1)
