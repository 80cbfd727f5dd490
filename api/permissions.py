"""What a route needs: each names one permission by the type of whoever asks (`principal: CallsRead`).

Who asks: authentication.py; who has which: domain/access.py.
"""

from typing import Annotated, Final

from fastapi import Depends, Request, Security
from fastapi.security import SecurityScopes

from api.authentication import BEARER, Principal, principal_let_in
from api.errors import NotAllowed, NotForMembers
from api.tools import Tools
from database.campaign_members import sees
from database.sign_ins import OpenSession
from domain.access import Permission
from domain.errors import NotFound

_BELONGS_TO_A_CAMPAIGN: Final = ("campaign_id", "call_id")


async def _holding(
    request: Request, needed: SecurityScopes, _described: Annotated[object, Security(BEARER)]
) -> Principal:
    """Whom the door let in (api.middleware), if they hold what the route needs. Raises NotAllowed."""
    principal = principal_let_in(request)
    for scope in needed.scopes:
        check_permission(principal, Permission(scope))
    return principal


async def _permitted(
    request: Request, tools: Tools, principal: Annotated[Principal, Depends(_holding)]
) -> Principal:
    """Whoever holds what the route needs, and sees what its address names. Raises NotAllowed, NotFound.

    Whoever sees only their own campaigns gets further where the address names one of them, or one of its calls, and nowhere else.
    """
    if principal.members_only is not None:
        named = {name: part for name, part in request.path_params.items() if name in _BELONGS_TO_A_CAMPAIGN}
        if not named:
            raise NotForMembers
        async with tools.database.transaction() as session:
            if not await sees(session, principal.members_only, **named):
                raise NotFound
    return principal


async def _signed_in(principal: Annotated[Principal, Depends(_holding)]) -> OpenSession:
    assert principal.signed_in is not None  # no key is given this permission
    return principal.signed_in


def check_permission(principal: Principal, needed: Permission) -> None:
    """Raises NotAllowed for whoever does not hold it."""
    if needed not in principal.permissions:
        raise NotAllowed(needed)


AccountRead = Annotated[Principal, Security(_holding, scopes=[Permission.ACCOUNT_READ])]
AccountWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.ACCOUNT_WRITE])]
AgentsRead = Annotated[Principal, Security(_permitted, scopes=[Permission.AGENTS_READ])]
AgentsWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.AGENTS_WRITE])]
ScriptsRead = Annotated[Principal, Security(_permitted, scopes=[Permission.SCRIPTS_READ])]
ScriptsWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.SCRIPTS_WRITE])]
ConnectionsRead = Annotated[Principal, Security(_permitted, scopes=[Permission.CONNECTIONS_READ])]
ConnectionsWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.CONNECTIONS_WRITE])]
TrunksRead = Annotated[Principal, Security(_permitted, scopes=[Permission.TRUNKS_READ])]
TrunksWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.TRUNKS_WRITE])]
LimitsRead = Annotated[Principal, Security(_permitted, scopes=[Permission.LIMITS_READ])]
LimitsWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.LIMITS_WRITE])]
CampaignsRead = Annotated[Principal, Security(_permitted, scopes=[Permission.CAMPAIGNS_READ])]
CampaignsWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.CAMPAIGNS_WRITE])]
CampaignsRun = Annotated[Principal, Security(_permitted, scopes=[Permission.CAMPAIGNS_RUN])]
LeadsRead = Annotated[Principal, Security(_permitted, scopes=[Permission.LEADS_READ])]
LeadsWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.LEADS_WRITE])]
LeadHooksRead = Annotated[Principal, Security(_permitted, scopes=[Permission.LEAD_HOOKS_READ])]
LeadHooksWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.LEAD_HOOKS_WRITE])]
CallsRead = Annotated[Principal, Security(_permitted, scopes=[Permission.CALLS_READ])]
CallsPlace = Annotated[Principal, Security(_permitted, scopes=[Permission.CALLS_PLACE])]
TranscriptsRead = Annotated[Principal, Security(_permitted, scopes=[Permission.TRANSCRIPTS_READ])]
RecordingsRead = Annotated[Principal, Security(_permitted, scopes=[Permission.RECORDINGS_READ])]
ConversationsErase = Annotated[Principal, Security(_permitted, scopes=[Permission.CONVERSATIONS_ERASE])]
SuppressionsRead = Annotated[Principal, Security(_permitted, scopes=[Permission.SUPPRESSIONS_READ])]
SuppressionsWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.SUPPRESSIONS_WRITE])]
SuppressionsLift = Annotated[Principal, Security(_permitted, scopes=[Permission.SUPPRESSIONS_LIFT])]
ConsentsRead = Annotated[Principal, Security(_permitted, scopes=[Permission.CONSENTS_READ])]
ConsentsWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.CONSENTS_WRITE])]
PreferencesRead = Annotated[Principal, Security(_permitted, scopes=[Permission.PREFERENCES_READ])]
PreferencesWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.PREFERENCES_WRITE])]
RulesRead = Annotated[Principal, Security(_permitted, scopes=[Permission.RULES_READ])]
RulesWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.RULES_WRITE])]
PeopleRead = Annotated[Principal, Security(_permitted, scopes=[Permission.PEOPLE_READ])]
PeopleErase = Annotated[Principal, Security(_permitted, scopes=[Permission.PEOPLE_ERASE])]
MediaRead = Annotated[Principal, Security(_permitted, scopes=[Permission.MEDIA_READ])]
MediaWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.MEDIA_WRITE])]
WebhooksRead = Annotated[Principal, Security(_permitted, scopes=[Permission.WEBHOOKS_READ])]
WebhooksWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.WEBHOOKS_WRITE])]
AuditRead = Annotated[Principal, Security(_permitted, scopes=[Permission.AUDIT_READ])]
KeysRead = Annotated[Principal, Security(_permitted, scopes=[Permission.KEYS_READ])]
KeysWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.KEYS_WRITE])]
UsersRead = Annotated[Principal, Security(_permitted, scopes=[Permission.USERS_READ])]
UsersWrite = Annotated[Principal, Security(_permitted, scopes=[Permission.USERS_WRITE])]

# Routes that show nothing but the campaigns of `principal.members_only`, and their calls, to whoever sees only those.
CallsListed = Annotated[Principal, Security(_holding, scopes=[Permission.CALLS_READ])]
CampaignsListed = Annotated[Principal, Security(_holding, scopes=[Permission.CAMPAIGNS_READ])]

Self = Annotated[OpenSession, Security(_signed_in, scopes=[Permission.SELF])]
"""A person, by the session in which they ask."""
