"""Routes for the account's identity provider: whom its people sign in with, and in which role.

How they sign in with it: provider_sign_in.py.
"""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from sqlalchemy.ext.asyncio import AsyncSession

from api.errors import ProviderUnreachable
from api.permissions import UsersRead, UsersWrite
from api.request_bodies import Body
from api.tools import ApiTools, Tools
from api.users import check_reach
from database import identity_providers
from database.audit import record_act
from database.identity_providers import OpenedProvider, ProviderView
from database.users import lock_people
from domain.access import Role
from domain.errors import InvalidInput, NotFound
from domain.identifiers import AccountId
from domain.identity_providers import ProviderRules
from domain.outside_addresses import read_outside_address
from providers.errors import ProviderError, ProviderUnavailable

router = APIRouter(prefix="/identity-provider", tags=["people"])

Domain = Annotated[
    str,
    StringConstraints(
        to_lower=True,
        strip_whitespace=True,
        max_length=253,
        pattern=r"^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$",
    ),
]
Group = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class ProviderBody(Body):
    """The provider and whom it lets in.

    client_secret: may be left out where issuer and client_id stay. domains: of the addresses of the company's people. makes_people: whom
    it vouches for comes in without an invitation. default_role: of whom no group gives one; nobody's where it is left out. group_claim
    and group_roles: roles follow the groups that the provider tells, at each sign-in.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "issuer": "https://login.example.com",
                    "client_id": "outbound",
                    "client_secret": "a secret of theirs",  # nosec B105 # an example
                    "domains": ["example.com"],
                    "group_claim": "groups",
                    "group_roles": {"callers": "agent"},
                }
            ]
        }
    )
    issuer: str = Field(max_length=2000)
    client_id: str = Field(min_length=1, max_length=500)
    client_secret: str | None = Field(None, min_length=1, max_length=1000)
    domains: list[Domain] = Field(min_length=1, max_length=50)
    makes_people: bool = Field(False, strict=True)
    default_role: Role | None = None
    group_claim: str = Field("", max_length=200)
    group_roles: dict[Group, Role] = Field(default_factory=dict, max_length=200)

    @model_validator(mode="after")
    def lets_somebody_in(self) -> "ProviderBody":
        """Roles by groups need to be told, and whoever is made needs a role."""
        if bool(self.group_claim) != bool(self.group_roles):
            raise ValueError("group_claim and group_roles belong together; give both or neither")
        if self.makes_people and self.default_role is None and not self.group_roles:
            raise ValueError("whoever is made needs a role; give default_role or group_roles")
        return self

    def rules(self) -> ProviderRules:
        """Whom it lets in."""
        return ProviderRules(
            tuple(dict.fromkeys(self.domains)),
            self.makes_people,
            self.default_role,
            self.group_claim,
            self.group_roles,
        )


class ProviderResponse(BaseModel):
    """The provider without its secret. redirect_uri: what it is to be told of us; start: where people begin to sign in."""

    issuer: str
    client_id: str
    domains: list[str]
    makes_people: bool
    default_role: Role | None
    group_claim: str
    group_roles: dict[str, Role]
    created_at: datetime
    changed_at: datetime
    redirect_uri: str
    start: str


def redirect_uri(tools: ApiTools) -> str:
    """Where a provider sends people back to."""
    return f"{tools.settings.public_url}/api/auth/oidc/callback"


def _shown(tools: ApiTools, account_id: str, found: ProviderView) -> ProviderResponse:
    rules = found.rules
    return ProviderResponse(
        issuer=found.issuer,
        client_id=found.client_id,
        domains=list(rules.domains),
        makes_people=rules.makes_people,
        default_role=rules.default_role,
        group_claim=rules.group_claim,
        group_roles=dict(rules.group_roles),
        created_at=found.created_at,
        changed_at=found.changed_at,
        redirect_uri=redirect_uri(tools),
        start=f"{tools.settings.public_url}/api/auth/oidc/start?account={account_id}",
    )


@router.get("")
async def show_provider(tools: Tools, principal: UsersRead) -> ProviderResponse:
    """The account's identity provider."""
    async with tools.database.transaction() as session:
        found = await identity_providers.get_provider(session, principal.account_id)
    return _shown(tools, principal.account_id, found)


@router.put("")
async def set_provider(body: ProviderBody, tools: Tools, principal: UsersWrite) -> ProviderResponse:
    """Have people sign in with this provider, which is asked at once what it is. Whoever sets it decides who anybody is, and so may do
    whatever an admin may. People whom a provider of another issuer knew have to be known anew."""
    check_reach(principal, Role.ADMIN)
    await _check_provider(tools, body.issuer)
    account_id = principal.account_id
    async with tools.database.transaction() as session:
        await lock_people(session, account_id)
        secret = body.client_secret or await _present_secret(session, tools, account_id, body)
        provider = OpenedProvider(body.issuer, body.client_id, secret, body.rules())
        await identity_providers.store_provider(session, account_id, provider, tools.key_ring)
        detail: dict[str, object] = {"makes_people": body.makes_people, "default_role": body.default_role}
        detail |= {"domains": len(provider.rules.domains), "groups": len(body.group_roles)}
        await record_act(session, account_id, principal.actor, "identity_provider.set", account_id, detail)
        found = await identity_providers.get_provider(session, account_id)
    return _shown(tools, account_id, found)


async def _check_provider(tools: ApiTools, issuer: str) -> None:
    """Raises InvalidInput for what is no provider, ProviderUnreachable for one that does not answer."""
    try:
        read_outside_address(issuer, local=tools.identities.local)
    except InvalidInput as error:
        raise InvalidInput(str(error), pointer="/issuer", code=error.code) from error
    if "?" in issuer:
        raise InvalidInput("An issuer has no query; leave out ? and what follows.", pointer="/issuer")
    try:
        await tools.identities.check(issuer)
    except ProviderUnavailable as error:
        raise ProviderUnreachable from error
    except ProviderError as error:
        raise InvalidInput(
            f"There is no OpenID Connect provider of this name: {error}",
            pointer="/issuer",
            code="no_provider",
        ) from error


async def _present_secret(
    session: AsyncSession, tools: ApiTools, account_id: AccountId, body: ProviderBody
) -> str:
    """The secret that is there: only for the provider that it was given for, and nobody else. Raises InvalidInput."""
    try:
        present = await identity_providers.open_provider(session, account_id, tools.key_ring)
    except NotFound:
        present = None
    if present is None or (present.issuer, present.client_id) != (body.issuer, body.client_id):
        raise InvalidInput(
            "A provider or a client that is new needs its secret.", pointer="/client_secret", code="missing"
        )
    return present.client_secret


@router.delete("", status_code=204)
async def remove_provider(tools: Tools, principal: UsersWrite) -> Response:
    """Nobody signs in with the provider any more; whoever has no password here is out at once."""
    async with tools.database.transaction() as session:
        await lock_people(session, principal.account_id)
        await identity_providers.remove_provider(session, principal.account_id)
        await record_act(
            session, principal.account_id, principal.actor, "identity_provider.removed", principal.account_id
        )
    return Response(status_code=204)
