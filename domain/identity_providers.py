"""Sign-in with a company's identity provider: what an account's admin decided, and who it lets in, in which role.

How a provider is asked, and whether it is believed: providers/identity/.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from domain.access import Role
from domain.email_addresses import domain_of

_FROM_LEAST: Final = (Role.AGENT, Role.AGENT_MANAGER, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class ProviderRules:
    """domains: of addresses that the company's people have; makes_people: whoever it vouches for comes in without an invitation.

    default_role: of whom no group gives one, None for nobody; group_claim: where the provider says somebody's groups, empty where roles
    are given here; group_roles: what they are in each group.
    """

    domains: tuple[str, ...]
    makes_people: bool = False
    default_role: Role | None = None
    group_claim: str = ""
    group_roles: Mapping[str, Role] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vouched:
    """Whom the provider vouches for. email: None unless it says that it verified it."""

    subject: str
    email: str | None
    name: str
    groups: frozenset[str]


def role_given(rules: ProviderRules, groups: Collection[str]) -> Role | None:
    """The highest role of these groups, or else the default; None where the provider's word gives none."""
    given = {rules.group_roles[each] for each in groups if each in rules.group_roles}
    return max(given, key=_FROM_LEAST.index) if given else rules.default_role


def role_kept(rules: ProviderRules, present: Role, groups: Collection[str]) -> Role | None:
    """The role of somebody who is here already: the present one, unless groups decide; None where they are in no group any more."""
    return role_given(rules, groups) if rules.group_claim else present


def is_theirs(rules: ProviderRules, email: str | None) -> bool:
    """Whether this address, which the provider verified, is one of the company's people."""
    return email is not None and domain_of(email) in rules.domains
