"""The profile keeps the laws, and its golden pages their values."""

from pathlib import Path

from articlekit_example import PROFILE

from articlekit.testing import check_profile, find_golden


def test_profile_keeps_the_laws() -> None:
    """Nothing fails, hangs or changes, whatever the page."""
    check_profile(PROFILE, find_golden(Path(__file__).parent / "golden"))
