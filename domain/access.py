"""Who may do what: the permissions, and the one table of what each role may.

A route names its permission (api/permissions.py); whoever asks holds some: a person those of their role, a program those that its key
was given. What is not named here nobody may.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Permission(StrEnum):
    """One thing that may be done, as `noun:verb`; a key's scopes are these words."""

    ACCOUNT_READ = "account:read"
    ACCOUNT_WRITE = "account:write"
    AGENTS_READ = "agents:read"
    AGENTS_WRITE = "agents:write"
    SCRIPTS_READ = "scripts:read"
    SCRIPTS_WRITE = "scripts:write"
    CONNECTIONS_READ = "connections:read"
    CONNECTIONS_WRITE = "connections:write"
    TRUNKS_READ = "trunks:read"
    TRUNKS_WRITE = "trunks:write"
    LIMITS_READ = "limits:read"
    LIMITS_WRITE = "limits:write"
    CAMPAIGNS_READ = "campaigns:read"
    CAMPAIGNS_WRITE = "campaigns:write"
    CAMPAIGNS_RUN = "campaigns:run"
    LEADS_READ = "leads:read"
    LEADS_WRITE = "leads:write"
    LEAD_HOOKS_READ = "lead_hooks:read"
    LEAD_HOOKS_WRITE = "lead_hooks:write"
    CALLS_READ = "calls:read"
    CALLS_PLACE = "calls:place"
    TRANSCRIPTS_READ = "transcripts:read"
    RECORDINGS_READ = "recordings:read"
    CONVERSATIONS_ERASE = "conversations:erase"
    SUPPRESSIONS_READ = "suppressions:read"
    SUPPRESSIONS_WRITE = "suppressions:write"
    SUPPRESSIONS_LIFT = "suppressions:lift"
    CONSENTS_READ = "consents:read"
    CONSENTS_WRITE = "consents:write"
    PREFERENCES_READ = "preferences:read"
    PREFERENCES_WRITE = "preferences:write"
    RULES_READ = "rules:read"
    RULES_WRITE = "rules:write"
    PEOPLE_READ = "people:read"
    PEOPLE_ERASE = "people:erase"
    MEDIA_READ = "media:read"
    MEDIA_WRITE = "media:write"
    WEBHOOKS_READ = "webhooks:read"
    WEBHOOKS_WRITE = "webhooks:write"
    AUDIT_READ = "audit:read"
    KEYS_READ = "keys:read"
    KEYS_WRITE = "keys:write"
    USERS_READ = "users:read"
    USERS_WRITE = "users:write"
    SELF = "self"


class Role(StrEnum):
    """What a person is in an account. agent: a person who sees the calls of their own campaigns; not the AI agent that speaks."""

    ADMIN = "admin"
    AGENT_MANAGER = "agent_manager"
    AGENT = "agent"


ALL: Final = frozenset(Permission)

SCOPES: Final = ALL - {Permission.SELF}
"""What a key may be given: a program has no password, no sessions and no second factor."""

_SEES_CALLS: Final = frozenset(
    {
        Permission.SELF,
        Permission.ACCOUNT_READ,
        Permission.CAMPAIGNS_READ,
        Permission.CALLS_READ,
        Permission.TRANSCRIPTS_READ,
        Permission.RECORDINGS_READ,
    }
)

_MANAGES: Final = _SEES_CALLS | {
    Permission.AGENTS_READ,
    Permission.AGENTS_WRITE,
    Permission.SCRIPTS_READ,
    Permission.SCRIPTS_WRITE,
    Permission.CONNECTIONS_READ,
    Permission.TRUNKS_READ,
    Permission.LIMITS_READ,
    Permission.CAMPAIGNS_WRITE,
    Permission.CAMPAIGNS_RUN,
    Permission.LEADS_READ,
    Permission.LEADS_WRITE,
    Permission.LEAD_HOOKS_READ,
    Permission.LEAD_HOOKS_WRITE,
    Permission.CALLS_PLACE,
    Permission.SUPPRESSIONS_READ,
    Permission.SUPPRESSIONS_WRITE,
    Permission.CONSENTS_READ,
    Permission.CONSENTS_WRITE,
    Permission.PREFERENCES_READ,
    Permission.PREFERENCES_WRITE,
    Permission.RULES_READ,
    Permission.MEDIA_READ,
    Permission.WEBHOOKS_READ,
}

MAY: Final[Mapping[Role, frozenset[Permission]]] = {
    Role.ADMIN: ALL,
    Role.AGENT_MANAGER: _MANAGES,
    Role.AGENT: _SEES_CALLS,
}
"""The table. Who lifts a suppression, writes rules, erases, or deals with keys, credentials and money is an admin."""

SEES_OWN_ONLY: Final = frozenset({Role.AGENT})
"""Who sees only the campaigns that they are members of, and their calls: nothing else by id, list, export or live event."""
