"""The reference of the test kit lists the words that its reports use."""

import re
from typing import Final

import pytest
from tests.testing.conftest import ROOT

from articlekit.testing import drift, lint, project

_TEXT: Final = ROOT.joinpath("docs", "reference", "testing.md").read_text("utf-8")
_LISTED: Final = frozenset(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", _TEXT))
_CODES: Final = {
    value
    for module in (lint, project)
    for name, value in vars(module).items()
    if name.isupper() and isinstance(value, str)
}
_REASONS: Final = {drift.NOT_FOUND, drift.SAME, drift.SHORT, drift.RULE_FAILED}


@pytest.mark.parametrize("code", sorted(_CODES | _REASONS))
def test_code_is_listed(code: str) -> None:
    """Each code of a remark or reason stands in the reference."""
    assert code in _LISTED


def test_listed_remarks_are_real() -> None:
    """The table of remarks lists no code that there is not."""
    table = _TEXT.partition("`articlekit profile lint`")[2].partition("drift")[0]
    assert _CODES == set(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE))
