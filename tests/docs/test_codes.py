"""The reference lists the codes of vetoes and warnings, and each of them is real."""

import ast
import re
from pathlib import Path
from typing import Final

import pytest

import articlekit

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = ROOT / "src" / "articlekit"
_ROW: Final = re.compile(r"^\| `([a-z-]+)` \|", re.MULTILINE)
_TEXT: Final = ROOT.joinpath("docs", "reference", "codes.md").read_text("utf-8")
CODES: Final = _ROW.findall(_TEXT.partition("## Origins")[0])
ORIGINS: Final = _ROW.findall(_TEXT.partition("## Origins")[2])
EXAMPLES: Final = sorted(p for p in ROOT.joinpath("examples").iterdir() if p.is_file())


@pytest.fixture(scope="module")
def literals() -> frozenset[str]:
    """Gather every string literal of the package."""
    trees = (ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py"))
    return frozenset(
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@pytest.mark.parametrize("code", CODES)
def test_listed_code_is_in_use(code: str, literals: frozenset[str]) -> None:
    """A code of the reference stands in the code of the library."""
    assert code in literals


def test_veto_in_use_is_listed(literals: frozenset[str]) -> None:
    """A string that looks like the veto of a field is in the reference."""
    fields = {code.partition("-")[0] for code in CODES} - {"json", "empty", "outranked"}
    veto = re.compile(rf"(?:{'|'.join(sorted(fields))})-(?:in|is|has|not|too)-[a-z-]+")
    assert (
        sorted({text for text in literals if veto.fullmatch(text)} - set(CODES)) == []
    )


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda path: path.name)
def test_examples_give_listed_codes(page: Path) -> None:
    """The evidence and the warnings of the example pages hold listed words only."""
    article = articlekit.parse(page.read_bytes())
    rejected = {evidence.rejected for evidence in article.evidence} - {None}
    assert rejected | set(article.warnings) <= set(CODES)
    assert {evidence.origin for evidence in article.evidence} <= set(ORIGINS)
