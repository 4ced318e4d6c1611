"""White space and keys of words."""

from hypothesis import given
from hypothesis import strategies as st

from articlekit.text.spaces import fold_spaces, same_key


def test_invisible_characters_go() -> None:
    """Soft hyphens, marks of direction and runs of white space leave no trace."""
    assert "hydrogen bomb" == fold_spaces(" hydro\u00adgen \n\t bomb\u200e ")


def test_keys_ignore_form() -> None:
    """Case, marks, spaces and width make no difference; letters do."""
    assert same_key("“Elm” – Tree!") == same_key("elm tree")
    assert same_key("ＥＬＭ") == same_key("elm")
    assert same_key("elm") != same_key("oak")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded stays as it is."""
    assert fold_spaces(text) == fold_spaces(fold_spaces(text))
