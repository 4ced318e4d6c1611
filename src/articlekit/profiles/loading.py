"""From claims on a host to the profile that is used: import, check, precedence."""

from functools import cache
from importlib import import_module
from typing import Final, cast

from articlekit.errors import RuleError
from articlekit.profiles.claims import BUILT_IN, Claim
from articlekit.profiles.foreign import call_foreign
from articlekit.profiles.guide import Trouble
from articlekit.profiles.hosts import Lookup, host_key
from articlekit.rules.profile import Profile

IMPORT_FAILED: Final = "profile-import-failed"
NOT_THERE: Final = "profile-not-there"
WRONG_TYPE: Final = "profile-wrong-type"
NOT_CLAIMED: Final = "profile-host-not-claimed"
CONFLICT: Final = "profile-conflict"

Loaded = tuple[Profile, ...] | Trouble
"""The profiles behind a claim, or what is wrong with it."""


@cache
def load(module: str, attribute: str) -> Loaded:
    """Import the profiles that an entry point names.

    Returns:
        The profiles; or what is wrong, the same each time in a process.
    """
    place = f"{module}:{attribute}"
    try:
        found: object = call_foreign(import_module, module)
    except RuleError as error:
        return Trouble(place, IMPORT_FAILED, error.reason)
    for name in attribute.split("."):
        if not hasattr(found, name):
            return Trouble(place, NOT_THERE, f"{module} has no {attribute}")
        found = cast("object", getattr(found, name))
    return _profiles(found, place)


def _profiles(found: object, place: str) -> Loaded:
    """Return *found* as profiles: one, or a tuple or list of them."""
    many = [found]
    if isinstance(found, tuple | list):
        many = list(cast("tuple[object, ...] | list[object]", found))
    profiles = tuple(one for one in many if isinstance(one, Profile))
    if not profiles or len(profiles) < len(many):
        wrong = next((one for one in many if not isinstance(one, Profile)), many)
        return Trouble(place, WRONG_TYPE, f"holds {type(wrong).__name__}, not profiles")
    return profiles


def _profile_of(claim: Claim) -> Profile | Trouble:
    """Return the profile behind *claim*, or what is wrong."""
    loaded = load(claim.module, claim.attribute)
    if isinstance(loaded, Trouble):
        return loaded
    key = host_key(claim.host)
    found = [p for p in loaded if key in map(host_key, p.hosts)]
    if not found:
        reason = f"no profile there claims {claim.host}"
        return Trouble(str(claim), NOT_CLAIMED, reason)
    return found[0]


def choose(host: str, claims: tuple[Claim, ...]) -> Lookup:
    """Return the profile for a host that *claims* claim."""
    places = {str(claim): claim for claim in claims if claim.source != BUILT_IN}
    trouble: list[Trouble] = []
    found: dict[str, Profile] = {}
    for place, claim in places.items():
        profile = _profile_of(claim)
        if isinstance(profile, Trouble):
            trouble.append(profile)
        else:
            found[place] = profile
    replaced = {name for profile in found.values() for name in profile.replaces}
    left = {p: one for p, one in found.items() if one.name not in replaced} or found
    if len(left) > 1:
        reason = f"{host} is claimed by {' and '.join(left)}"
        return Lookup(None, (*trouble, Trouble(host, CONFLICT, reason)))
    if left:
        return Lookup(next(iter(left.values())), tuple(trouble))
    return _built_in(claims, trouble)


def _built_in(claims: tuple[Claim, ...], trouble: list[Trouble]) -> Lookup:
    """Return the library's own profile for a host that no plugin serves."""
    for claim in claims:
        if claim.source == BUILT_IN:
            profile = _profile_of(claim)
            if isinstance(profile, Profile):
                return Lookup(profile, tuple(trouble))
            trouble.append(profile)
    return Lookup(None, tuple(trouble))
