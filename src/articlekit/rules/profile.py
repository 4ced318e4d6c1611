"""What is known of one source."""

import re
from typing import Final

import attrs

from articlekit.errors import RuleError

_HOST: Final = re.compile(r"(?:\*\.)?[^\s/:@*A-Z]{1,253}")


def _check_hosts(profile: "Profile", _: object, hosts: tuple[str, ...]) -> None:
    for host in hosts:
        if not _HOST.fullmatch(host) or host.startswith("www."):
            reason = "a host is lower case, without scheme, port and 'www.'"
            raise RuleError(profile.name, f"hosts={host!r}", reason)


@attrs.frozen(kw_only=True)
class Profile:
    """What is known of one source; name and hosts are enough.

    Attributes:
        name: Name of the profile, unique in a registry.
        hosts: Hosts of the source, lower case, without "www."; ``*.example.com``
            stands for all hosts below example.com, and not for itself.
        language: BCP 47 tag of its pages, where they state none or a wrong one.
        timezone: IANA name or offset of the zone of times without one.

    Raises:
        RuleError: A host is not written as a host.
    """

    name: str
    hosts: tuple[str, ...] = attrs.field(converter=tuple, validator=_check_hosts)
    language: str | None = None
    timezone: str | None = None
