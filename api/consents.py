"""Routes for what people agreed to be contacted for; a line of the ledger binds the next dial and message, also of calls already queued.

The rule: domain/consents.py; rows: database/consents.py. What is withdrawn needs no more than a number.
"""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.leads.default_regions import Region
from api.numbers import OfNumber, number_of
from api.pagination import Page, Paging
from api.permissions import ConsentsRead, ConsentsWrite
from api.request_bodies import Body, Moment
from api.routing import Routes
from api.tools import Tools
from database import consents
from database.audit import record_act
from database.consents import ConsentView, GivenConsent, WithdrawnConsent
from database.session import new_id
from domain.campaigns import Purpose
from domain.channels import Channel
from domain.consents import ConsentBasis
from domain.errors import InvalidInput

router = Routes(prefix="/consents", tags=["consents"])

Evidence = Annotated[str, Field(max_length=4000)]


class _NumberBody(Body):
    number: Annotated[str, Field(max_length=60)]
    default_region: Region | None = None

    def e164(self) -> str:
        """The number that is meant. Raises InvalidInput."""
        return number_of(self.number, self.default_region, "/number")


class ConsentBody(_NumberBody):
    """What a person agreed to: for these purposes, by these channels, and no others.

    text_id: the words that they agreed to, one of the account's consent texts; given_at: now, if left out; expires_at: from then on
    it holds no more; evidence: what proves it, such as the form's address and the moment it was sent.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "number": "+14155552671",
                    "basis": "written",
                    "purposes": ["marketing"],
                    "channels": ["voice", "sms"],
                    "given_at": "2026-11-02T16:30:00Z",
                    "evidence": "form 7 of example.com/newsletter, sent from 198.51.100.7",
                }
            ]
        }
    )
    basis: ConsentBasis
    purposes: list[Purpose] = Field(min_length=1)
    channels: list[Channel] = Field(min_length=1)
    text_id: Annotated[str, Field(max_length=200)] | None = None
    given_at: Moment | None = None
    expires_at: Moment | None = None
    evidence: Evidence = ""

    def given(self, now: datetime) -> GivenConsent:
        """What is to be entered. Raises InvalidInput for moments that cannot be."""
        _check_past(self.given_at, now, "/given_at")
        if self.expires_at is not None and self.expires_at <= (self.given_at or now):
            raise InvalidInput(
                "It would expire before it is given; name a later moment.",
                pointer="/expires_at",
                code="expires_too_soon",
            )
        return GivenConsent(
            self.basis,
            self.purposes,
            self.channels,
            self.text_id,
            self.given_at,
            self.expires_at,
            self.evidence.strip(),
        )


class WithdrawalBody(Body):
    """That a person takes back a consent. withdrawn_at: when they said so; now, if left out."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"evidence": "letter of 3 November"}]})
    withdrawn_at: Moment | None = None
    evidence: Evidence = ""


class WithdrawalsBody(_NumberBody):
    """That a person takes back what they agreed to, be it on record or not: for these purposes, by these channels; each left out, for
    all. withdrawn_at: when they said so; now, if left out."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"number": "+14155552671", "purposes": ["marketing"]}]}
    )
    purposes: Annotated[list[Purpose], Field(min_length=1)] | None = None
    channels: Annotated[list[Channel], Field(min_length=1)] | None = None
    withdrawn_at: Moment | None = None
    evidence: Evidence = ""


class ConsentResponse(BaseModel):
    """A line of the ledger. kind: "given" or "withdrawn".

    at: when the person said so; null where nobody knows, as of a list: whatever they withdraw then ends it. purposes, channels: of a
    withdrawal none for all. holds: of one that was given, whether it allows anything still. source: "api", "import" (import_id's row
    of lead_id) or "call" (the order of a single call, to lead_id). actor: who entered it. withdraws: the line that was named.
    """

    model_config = ConfigDict(from_attributes=True)
    id: str
    number: str
    kind: str
    basis: str | None
    purposes: list[str]
    channels: list[str]
    holds: bool
    at: datetime | None
    expires_at: datetime | None
    text_id: str | None
    source: str
    import_id: str | None
    lead_id: str | None
    actor: str | None
    evidence: str
    withdraws: str | None
    created_at: datetime


class EnteredLine(BaseModel):
    """The new line of the ledger."""

    id: str


@router.post("", status_code=201)
async def give_consent(body: ConsentBody, tools: Tools, principal: ConsentsWrite) -> EnteredLine:
    """Enter what a person agreed to."""
    number, given = body.e164(), body.given(tools.now())
    consent_id = new_id("cons")
    async with tools.database.transaction() as session:
        await consents.give_consent(
            session,
            principal.account_id,
            consent_id,
            number,
            given,
            tools.key_ring,
            actor=principal.actor,
        )
        detail = {
            "basis": given.basis,
            "purposes": sorted(given.purposes),
            "channels": sorted(given.channels),
        }
        await record_act(session, principal.account_id, principal.actor, "consent.given", consent_id, detail)
    return EnteredLine(id=consent_id)


@router.post("/withdrawals", status_code=201)
async def withdraw_consents(body: WithdrawalsBody, tools: Tools, principal: ConsentsWrite) -> EnteredLine:
    """Enter that a person takes back what they agreed to: no contact for these purposes by these channels from now on, until they
    agree anew. Lists that say otherwise change nothing, as they do not say when it was given."""
    number = body.e164()
    _check_past(body.withdrawn_at, tools.now(), "/withdrawn_at")
    withdrawn = WithdrawnConsent(
        body.purposes or (), body.channels or (), body.withdrawn_at, body.evidence.strip()
    )
    line_id = new_id("cons")
    async with tools.database.transaction() as session:
        await consents.withdraw_consents(
            session,
            principal.account_id,
            line_id,
            number,
            withdrawn,
            tools.key_ring,
            actor=principal.actor,
        )
        detail = {"purposes": sorted(withdrawn.purposes), "channels": sorted(withdrawn.channels)}
        await record_act(session, principal.account_id, principal.actor, "consent.withdrawn", line_id, detail)
    return EnteredLine(id=line_id)


@router.post("/{consent_id}/withdrawal", status_code=201)
async def withdraw_consent(
    consent_id: str, tools: Tools, principal: ConsentsWrite, body: WithdrawalBody | None = None
) -> EnteredLine:
    """Enter that a person takes this consent back, and with it every other for its purposes by its channels."""
    said = body or WithdrawalBody()
    _check_past(said.withdrawn_at, tools.now(), "/withdrawn_at")
    withdrawn = WithdrawnConsent(withdrawn_at=said.withdrawn_at, evidence=said.evidence.strip())
    line_id = new_id("cons")
    async with tools.database.transaction() as session:
        await consents.withdraw_entry(
            session,
            principal.account_id,
            line_id,
            consent_id,
            withdrawn,
            tools.key_ring,
            actor=principal.actor,
        )
        await record_act(
            session,
            principal.account_id,
            principal.actor,
            "consent.withdrawn",
            line_id,
            {"withdraws": consent_id},
        )
    return EnteredLine(id=line_id)


@router.get("")
async def list_consents(
    tools: Tools,
    principal: ConsentsRead,
    paging: Paging,
    number: OfNumber,
) -> Page[ConsentResponse]:
    """The ledger, newest line first, or that of one number."""
    async with tools.database.transaction() as session:
        found = await consents.list_consents(
            session,
            principal.account_id,
            tools.key_ring,
            number=number,
            before=paging.before,
            limit=paging.fetch,
            now=tools.now(),
        )
    return paging.of(found, ConsentResponse.model_validate, _line_id)


def _line_id(line: ConsentView) -> str:
    return line.id


def _check_past(moment: datetime | None, now: datetime, pointer: str) -> None:
    if moment is not None and moment > now:
        raise InvalidInput(
            "It lies in the future; leave it out for now.", pointer=pointer, code="in_the_future"
        )
