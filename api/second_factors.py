"""Routes by which whoever is signed in sets up a second factor: an authenticator's codes, with recovery codes for a lost one."""

import secrets
from typing import Final

import pyotp
from fastapi import Request, Response
from pydantic import BaseModel

from api.me import confirm_password
from api.permissions import Self
from api.request_bodies import Body
from api.routing import Routes
from api.sign_in import Code, Password
from api.tools import Tools
from database.audit import record_act
from database.second_factors import confirm_secret, offer_secret, remove_second_factor
from domain.errors import InvalidInput
from domain.second_factors import RECOVERY_CODES

router = Routes(prefix="/me/second-factor", tags=["sign-in"])

_ISSUER: Final = "Outbound"


class OwnPassword(Body):
    """One's password, typed again."""

    current: Password


class OfferedSecret(BaseModel):
    """What the authenticator is told, by hand or as a picture of the uri; it counts once a code of it was confirmed."""

    secret: str
    uri: str


class TypedCode(Body):
    """What the authenticator shows."""

    code: Code


class RecoveryCodes(BaseModel):
    """Each is good once in place of a code; shown this once."""

    recovery_codes: list[str]


@router.post("")
async def set_up(body: OwnPassword, request: Request, tools: Tools, signed_in: Self) -> OfferedSecret:
    """Begin: a secret for the authenticator."""
    user, _ = await confirm_password(request, tools, signed_in, body.current)
    secret = pyotp.random_base32()
    async with tools.database.transaction() as session:
        await offer_secret(session, user.id, secret, tools.key_ring)
    made = pyotp.TOTP(secret, name=user.email, issuer=_ISSUER)
    return OfferedSecret(secret=secret, uri=made.provisioning_uri())


@router.post("/confirm")
async def confirm(body: TypedCode, tools: Tools, signed_in: Self) -> RecoveryCodes:
    """From now on signing in needs a code; the recovery codes are for the day on which the authenticator is lost."""
    codes = [f"{secrets.token_hex(4)}-{secrets.token_hex(4)}" for _ in range(RECOVERY_CODES)]
    async with tools.database.transaction() as session:
        if not await confirm_secret(
            session, signed_in.user_id, body.code, codes, tools.key_ring, tools.now()
        ):
            raise InvalidInput(
                "This is no code of the authenticator that is being set up; type the one it shows now.",
                pointer="/code",
                code="wrong_code",
            )
        await record_act(
            session, signed_in.account_id, signed_in.user_id, "second_factor.added", signed_in.user_id
        )
    return RecoveryCodes(recovery_codes=codes)


@router.post("/remove", status_code=204)
async def remove(body: OwnPassword, request: Request, tools: Tools, signed_in: Self) -> Response:
    """Sign in by the password alone again."""
    user, _ = await confirm_password(request, tools, signed_in, body.current)
    async with tools.database.transaction() as session:
        await remove_second_factor(session, user.id)
        await record_act(session, signed_in.account_id, user.id, "second_factor.removed", user.id)
    return Response(status_code=204)
