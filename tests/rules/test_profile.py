"""A profile is checked as a whole when it is built."""

import pickle
from collections.abc import Callable

import attrs
import pytest

import articlekit
import articlekit.rules
from articlekit import Profile, RuleError
from articlekit.rules import (
    Layout,
    add,
    const,
    css,
    has,
    lines,
    meta,
    only,
    regex,
    story_block,
    veto,
)
from articlekit.rules.profile import RULE_FIELDS, FieldRules, bare


def _profile(**rules: object) -> Profile:
    return Profile(name="courier", hosts=("courier.example",), **rules)  # type: ignore[arg-type]


def test_name_and_hosts_are_enough() -> None:
    """A profile without a rule is one; it has no fields."""
    assert _profile().fields == ()


def test_fields_hold_one_rule_or_several() -> None:
    """Both are read as a tuple, in the order written."""
    profile = _profile(title=css("h1"), tags=(css(".tag"), veto(const("x"))))
    assert profile.fields == ("title", "tags")
    assert profile.rules("title") == (css("h1"),)
    assert profile.rules("tags") == (css(".tag"), veto(const("x")))
    assert profile.rules("dek") == ()


@pytest.mark.parametrize(
    ("rules", "place"),
    [
        ({"title": 3}, "title[0]"),
        ({"title": (css("h1"), "h1")}, "title[1]"),
        ({"title": lines("x")}, "title[0]"),
        ({"body": meta("x")}, "body[0]"),
        ({"drop": veto(css("x"))}, "drop[0]"),
        ({"credit": const("x")}, "credit[0]"),
        ({"headlines": css("x")}, "headlines[0]"),
        ({"headlines": veto(story_block(css("x")))}, "headlines[0]"),
        ({"timezone": "Europe/Atlantis"}, "timezone='Europe/Atlantis'"),
        ({"language": "deutsch!"}, "language='deutsch!'"),
    ],
)
def test_a_rule_stands_where_it_can(rules: dict[str, object], place: str) -> None:
    """The error names profile and place."""
    with pytest.raises(RuleError) as caught:
        _profile(**rules)
    assert (caught.value.profile, caught.value.rule) == ("courier", place)


@pytest.mark.parametrize(
    "rules",
    [
        {"headlines": (add(story_block(css("x"))), veto(css("y")))},
        {"credit": (css("x"), regex("Foto: (.+)"))},
        {"authors": (only(css("x")), len)},
        {"published": add(str)},
    ],
)
def test_modes_stand_where_they_can(rules: dict[str, object]) -> None:
    """Rules in a mode are rules, and so are plain functions."""
    assert _profile(**rules).fields == tuple(rules)


def test_an_unknown_field_is_an_error() -> None:
    """A keyword that is no field is refused by Python itself."""
    with pytest.raises(TypeError, match="titel"):
        _profile(titel=css("h1"))


def test_layouts_have_names_of_their_own() -> None:
    """Two layouts of one name are an error."""
    twice = (
        Layout(name="new", matches=has("main")),
        Layout(name="new", matches=has("article")),
    )
    with pytest.raises(RuleError, match="two are named 'new'"):
        _profile(layouts=twice)


def test_a_layout_has_tests() -> None:
    """One test or several; anything else is an error."""
    assert Layout(name="new", matches=has("main")).tests == (has("main"),)
    both = (has("main"), has("article"))
    assert Layout(name="new", matches=both).tests == both
    with pytest.raises(RuleError, match="no test of a page"):
        Layout(name="new", matches="main")  # type: ignore[arg-type]


def test_a_profile_is_a_value() -> None:
    """It compares, hashes, travels and can be changed by copying."""
    profile = _profile(
        title=css("h1"),
        layouts=(Layout(name="new", matches=has("main"), dek=meta("x")),),
    )
    assert pickle.loads(pickle.dumps(profile)) == profile
    assert hash(profile) == hash(pickle.loads(pickle.dumps(profile)))
    assert attrs.evolve(profile, title=None).fields == ()


def test_a_profile_shows_what_it_says() -> None:
    """Its name first, rules as written, and nothing of the fields without one."""
    layout = Layout(name="new", matches=has("main"), dek=(meta("x"), len))
    profile = _profile(title=css("h1"), layouts=(layout,))
    assert repr(profile) == (
        "Profile(name='courier', hosts=('courier.example',), layouts=(Layout(name='new',"
        " matches=has(css('main')), dek=(meta('x'), len,)),), title=css('h1'))"
    )


def test_hosts_may_be_any_collection() -> None:
    """They are kept as a tuple."""
    assert Profile(name="x", hosts=["a.example", "b.example"]).hosts == (
        "a.example",
        "b.example",
    )


@pytest.mark.parametrize("mode", [add, only, veto], ids=lambda mode: str(mode.__name__))
def test_bare_takes_the_mode_off(mode: Callable[[object], object]) -> None:
    """A rule without mode stays as it is."""
    assert bare(mode(css("h1"))) == css("h1")
    assert bare(css("h1")) == css("h1")


def test_every_rule_field_is_one_of_the_classes() -> None:
    """The names of fields and the attributes of profile and layout are the same."""
    own = {field.name for field in attrs.fields(FieldRules)}
    assert own - set(RULE_FIELDS) == {"language", "timezone", "speech_verbs", "titles"}
    assert set(RULE_FIELDS) <= own


def test_names_are_imported_when_asked_for() -> None:
    """All public names are there, and an unknown one is an error."""
    for name in articlekit.rules.__all__:
        assert hasattr(articlekit.rules, name)
    assert set(articlekit.rules.__all__) <= set(dir(articlekit.rules))
    assert set(articlekit.__all__) <= set(dir(articlekit))
    with pytest.raises(AttributeError, match="cssx"):
        _ = articlekit.rules.cssx  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="Profiles"):
        _ = articlekit.Profiles  # type: ignore[attr-defined]
