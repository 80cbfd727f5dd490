"""Routes for connections: the accounts with vendors through which calls, messages and records go.

Kept: database/connections.py; opened into clients: startup/connections.py; what each vendor wants: providers/vendors.py.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, StringConstraints

from api.etags import edit_of
from api.pagination import Page, Paging
from api.permissions import ConnectionsRead, ConnectionsWrite
from api.request_bodies import Body, clean
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import connections
from database.audit import record_act
from database.connections import ConnectionView
from domain.connections import ConnectionKind
from domain.errors import InvalidInput
from providers.carriers.registry import CARRIERS
from providers.credentials import CredentialForm
from providers.vendors import CREDENTIALS
from startup.callback_proofs import ALL

router = Routes(prefix="/connections", tags=["connections"])
_VENDORS: Final = tuple(sorted({vendor for _, vendor in CREDENTIALS}))


def _clean_secret(secret: SecretStr) -> SecretStr:
    clean(secret.get_secret_value())
    return secret


if TYPE_CHECKING:
    VendorName = str
else:
    VendorName = Literal[_VENDORS]

CredentialName = Annotated[str, StringConstraints(max_length=60)]
Credential = Annotated[SecretStr, Field(max_length=4_000), AfterValidator(_clean_secret)]


class CredentialsBody(Body):
    """What opens an account with a vendor, by the vendor's names; see `docs/connections.md`. It is never shown again."""

    credentials: dict[CredentialName, Credential] = Field(max_length=20)

    def read(self, form: CredentialForm) -> dict[str, str]:
        """As the vendor's adapter takes them. Raises InvalidInput."""
        return form.read({name: secret.get_secret_value() for name, secret in self.credentials.items()})


_LEFT_OUT: Final = "…"


class ConnectionBody(CredentialsBody):
    """A new connection, with credentials of the account's own."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "name": "main",
                    "kind": "telephony",
                    "vendor": CARRIERS[0],
                    "credentials": {"account_sid": "AC…", "auth_token": _LEFT_OUT},
                }
            ]
        },
    )
    name: str = Field(min_length=1, max_length=100)
    kind: ConnectionKind
    vendor: VendorName


class ConnectionResponse(BaseModel):
    """A connection. identity: the vendor's name of the account, empty where it has none or the installation's is used.

    of_installation: without credentials of its own; the installation's settings open it; trunks: how many go through it;
    addresses: what to enter at the vendor so that it tells of the account's calls and messages, by what is told.
    """

    live: ClassVar = frozenset({"trunks"})
    id: str
    kind: ConnectionKind
    vendor: str
    name: str
    identity: str
    version: int
    of_installation: bool
    trunks: int
    addresses: Mapping[str, str]
    created_at: datetime


class VendorResponse(BaseModel):
    """A vendor that a connection can be made with, and the names of the credentials that open an account there.

    identity: the one that names the account, if one does: it stays when the others change.
    """

    model_config = ConfigDict(from_attributes=True)
    kind: ConnectionKind
    vendor: str
    needed: Sequence[str]
    optional: Sequence[str]
    identity: str | None


@router.get("/vendors")
async def list_vendors(principal: ConnectionsRead) -> list[VendorResponse]:
    """The vendors that there are, and which credentials each wants."""
    return [VendorResponse.model_validate(form) for _, form in sorted(CREDENTIALS.items())]


@router.post("", status_code=201)
async def create_connection(
    body: ConnectionBody, tools: Tools, principal: ConnectionsWrite
) -> ConnectionResponse:
    """Make a connection: trunks can name it, and a CRM's is used from the next call on."""
    form = _form(body.kind, body.vendor)
    credentials = body.read(form)
    async with tools.database.transaction() as session:
        made = await connections.add_connection(
            session,
            principal.account_id,
            body.kind,
            body.vendor,
            tools.key_ring,
            name=body.name,
            identity=form.identity_of(credentials),
            credentials=credentials,
        )
        await record_act(session, principal.account_id, principal.actor, "connection.created", made.id)
    return _response(tools, made)


@router.get("")
async def list_connections(
    tools: Tools, principal: ConnectionsRead, paging: Paging
) -> Page[ConnectionResponse]:
    """The account's connections, newest first, without their credentials."""
    async with tools.database.transaction() as session:
        found = await connections.list_connections(
            session, principal.account_id, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, lambda view: _response(tools, view), lambda view: view.id)


@router.get("/{connection_id}")
async def show_connection(connection_id: str, tools: Tools, principal: ConnectionsRead) -> ConnectionResponse:
    """One connection, without its credentials."""
    async with tools.database.transaction() as session:
        found = await connections.get_connection(session, principal.account_id, connection_id)
    return _response(tools, found)


@router.put("/{connection_id}/credentials")
@edit_of(show_connection)
async def change_credentials(
    connection_id: str, body: CredentialsBody, tools: Tools, principal: ConnectionsWrite
) -> ConnectionResponse:
    """Other credentials of the same account at the vendor, used at once; the old ones are believed for seconds yet."""
    async with tools.database.transaction() as session:
        known = await connections.get_connection(session, principal.account_id, connection_id)
        form = _form(known.kind, known.vendor)
        credentials = body.read(form)
        changed = await connections.change_credentials(
            session,
            principal.account_id,
            connection_id,
            tools.key_ring,
            identity=form.identity_of(credentials),
            credentials=credentials,
        )
        await record_act(
            session, principal.account_id, principal.actor, "connection.credentials_changed", changed.id
        )
    return _response(tools, changed)


def _form(kind: ConnectionKind, vendor: str) -> CredentialForm:
    form = CREDENTIALS.get((kind, vendor))
    if form is None:
        known = ", ".join(sorted(name for of, name in CREDENTIALS if of is kind))
        raise InvalidInput(
            f"{vendor} is no vendor of this kind; {kind} has {known}.",
            pointer="/vendor",
            code="unknown_vendor",
        )
    return form


def _response(tools: ApiTools, view: ConnectionView) -> ConnectionResponse:
    proof = "" if view.of_installation else tools.callback_proofs.issue(view.id, ALL)
    addresses: Mapping[str, str] = {}
    if view.kind is ConnectionKind.TELEPHONY:
        addresses = tools.connections.installation(view.vendor).callbacks.account_addresses(
            tools.settings.public_url, proof
        )
    return ConnectionResponse(
        id=view.id,
        kind=view.kind,
        vendor=view.vendor,
        name=view.name,
        identity=view.identity,
        version=view.version,
        of_installation=view.of_installation,
        trunks=view.trunks,
        addresses=addresses,
        created_at=view.created_at,
    )
