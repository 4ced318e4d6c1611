"""The contest that all fields share."""

from articlekit.fields.contest import OUTRANKED, Candidate, decide


def candidate(value: str, confidence: float, **more: str) -> Candidate[str]:
    """Make a candidate of little interest."""
    return Candidate(value, "meta", "somewhere", value, confidence, **more)  # type: ignore[arg-type]


def test_the_surest_wins_and_the_rest_is_kept() -> None:
    """The winner stands first in the evidence, the losers behind it with a code."""
    found = decide("title", [candidate("Oak", 0.4), candidate("Elm", 0.6)])
    assert "Elm" == found.value
    assert [("Elm", None), ("Oak", OUTRANKED)] == [
        (e.raw, e.rejected) for e in found.evidence
    ]


def test_agreement_beats_a_single_source() -> None:
    """Two sources that agree are surer than one that is sure alone."""
    found = decide(
        "title", [candidate("Oak", 0.6), candidate("Elm", 0.5), candidate("Elm", 0.5)]
    )
    assert "Elm" == found.value
    assert 0.75 == found.confidence


def test_a_veto_cannot_win() -> None:
    """A veto, the candidate's own or the field's, puts a candidate out."""
    own = decide(
        "title",
        [candidate("Elm", 0.9, veto="title-is-site-name"), candidate("Oak", 0.1)],
    )
    assert ("Oak", "title-is-site-name") == (own.value, own.evidence[1].rejected)
    field = decide(
        "title",
        [candidate("Elm", 0.9)],
        vetoes=(lambda c: "no-elms" if c.value == "Elm" else None,),
    )
    assert (None, "no-elms") == (field.value, field.evidence[0].rejected)


def test_the_first_wins_on_equal_terms_unless_another_is_preferred() -> None:
    """The order is kept; `prefer` picks among values of one key."""
    entries = [candidate("elm", 0.5, key="e"), candidate("Elm", 0.5, key="e")]
    assert "elm" == decide("title", entries).value
    assert "Elm" == decide("title", entries, prefer=lambda v: v[0].isupper()).value


def test_nothing_gives_nothing() -> None:
    """Without candidates there is no value and no evidence."""
    assert (None, ()) == (decide("title", []).value, decide("title", []).evidence)
