"""Routes by which people sign in with their company's identity provider: there, back, and into a session (decision 0061).

OpenID Connect's code flow with PKCE (RFC 7636) and the issuer in the answer (RFC 9207). What was begun is kept here, bound to the browser by a
cookie; no token ever stands in an address: who comes back is given a code, which the same browser exchanges once.
"""

import base64
import hashlib
import re
import secrets
from collections.abc import Mapping
from typing import Annotated, Any, Final
from urllib.parse import quote

import structlog
from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse
from sqlalchemy.ext.asyncio import AsyncSession

from api.errors import ProviderSignInRefused, ProviderUnreachable, SignInRefused
from api.identity_provider import redirect_uri
from api.networks import network_hash
from api.request_bodies import Body
from api.sign_in import Code, SignedIn, Token, check_code, count_try, open_session
from api.tools import ApiTools, Tools
from database import identity_providers, provider_sign_ins, users
from database.audit import record_act
from database.identity_providers import Known, OpenedProvider
from database.provider_sign_ins import Asked
from database.second_factors import has_second_factor
from database.secret_hashes import new_secret
from database.sign_ins import Credentials
from database.users import UserDetails
from domain.access import Role
from domain.email_addresses import is_email
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId, UserId
from domain.identity_providers import ProviderRules, Vouched, is_theirs, role_given, role_kept
from domain.plain_text import one_line
from providers.errors import ProviderError, ProviderUnavailable
from providers.identity.client import Challenge, Client
from providers.identity.id_tokens import IdTokenRefused

router = APIRouter(prefix="/auth/oidc", tags=["sign-in"])
log = structlog.get_logger()

_COOKIE: Final = "outbound-sign-in"
_COOKIE_SECONDS: Final = 900
_BROWSER: Final = re.compile(r"[0-9a-f]{64}")
_MOST_GROUPS: Final = 1_000
_LONGEST_NAME: Final = 200
_REDIRECT: Final[dict[int | str, dict[str, Any]]] = {303: {"description": "Where the browser goes next"}}
_OTHERS: Final = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}

Part = Annotated[str, Query(max_length=4_000)]


class FinishBody(Body):
    """The code of the address one came back to. second_factor: a code of the second factor, for whoever has one here."""

    code: Token
    second_factor: Code | None = None


@router.get("/start", status_code=303, response_class=RedirectResponse, responses=_REDIRECT)
async def start(account: Part, request: Request, tools: Tools) -> RedirectResponse:
    """Send a browser to the account's identity provider. account: its id."""
    async with tools.database.transaction() as session:
        provider = await identity_providers.open_provider(session, account, tools.key_ring)
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    challenge = Challenge(state, nonce, _s256(verifier))
    try:
        address = await tools.identities.address(provider.issuer, _client(tools, provider), challenge)
    except ProviderError as error:
        raise _told(error) from error
    browser = _browser_of(request, tools) or secrets.token_hex(32)
    asked = Asked(provider.issuer, provider.client_id, nonce, verifier)
    async with tools.database.transaction() as session:
        await provider_sign_ins.add_sign_in(
            session, AccountId(account), state, browser, asked, tools.now(), tools.key_ring
        )
    answer = RedirectResponse(address, 303, _OTHERS)
    is_secure = _is_secure(tools)
    answer.set_cookie(
        _cookie(tools), browser, _COOKIE_SECONDS, secure=is_secure, httponly=True, samesite="lax", path="/"
    )
    return answer


@router.get("/callback", status_code=303, response_class=RedirectResponse, responses=_REDIRECT)
async def come_back(
    request: Request, tools: Tools, state: Part, code: Part = "", iss: Part = "", error: Part = ""
) -> RedirectResponse:
    """Come back from the provider; the browser goes on to the dashboard, with a code that it exchanges there."""
    browser = _browser_of(request, tools) or ""
    async with tools.database.transaction() as session:
        taken = await provider_sign_ins.take_sign_in(session, state, browser, tools.now(), tools.key_ring)
    if taken is None:
        raise ProviderSignInRefused(
            "This sign-in is unknown, was used already, took too long, or was begun in another browser; begin anew.",
            code="state_refused",
        )
    account_id, asked = taken
    async with tools.database.transaction() as session:
        provider = await _still_asked(session, tools, account_id, asked)
    if error or not code:
        raise ProviderSignInRefused("The identity provider let nobody in.", code="provider_refused")
    claims = await _claims(tools, provider, asked, code, iss)
    one_time = new_secret("oc")
    async with tools.database.transaction() as session:
        await users.lock_people(session, account_id)
        # It was asked for seconds, in which an admin may have removed it or had it let fewer people in.
        provider = await _still_asked(session, tools, account_id, asked)
        vouched = vouched_in(claims, provider.rules.group_claim)
        known = await _person(session, tools, account_id, provider, vouched)
        await provider_sign_ins.add_code(session, known.identity_id, one_time, browser, tools.now())
    where = tools.settings.dashboard_url or tools.settings.public_url
    return RedirectResponse(f"{where}/#sign-in-code={quote(one_time)}", 303, _OTHERS)


@router.post("/finish")
async def finish(body: FinishBody, request: Request, tools: Tools) -> SignedIn:
    """Open a session by the code one came back with, in the same browser, once."""
    browser = _browser_of(request, tools) or ""
    async with tools.database.transaction() as session:
        came = await provider_sign_ins.who_came_back(session, body.code, browser, tools.now())
        guarded = came is not None and await has_second_factor(session, came.user_id)
    if came is None:
        raise ProviderSignInRefused(
            "This code is unknown, was used already, took too long, or is another browser's; begin anew.",
            code="code_refused",
        )
    if guarded and body.second_factor is not None:
        await count_try(tools, came.user_id, "", network_hash(request, tools))
    async with tools.database.transaction() as session:
        await check_code(session, tools, came.user_id, body.second_factor)
        if not await provider_sign_ins.use_code(session, body.code):
            raise SignInRefused
    return await open_session(
        request, tools, Credentials(came.user_id, came.account_id, None, came.identity_id)
    )


async def _still_asked(
    session: AsyncSession, tools: ApiTools, account_id: AccountId, asked: Asked
) -> OpenedProvider:
    """The account's provider, if it is the one that was asked. Raises ProviderSignInRefused."""
    try:
        provider = await identity_providers.open_provider(session, account_id, tools.key_ring)
    except NotFound:
        provider = None
    if provider is None or (provider.issuer, provider.client_id) != (asked.issuer, asked.client_id):
        raise ProviderSignInRefused("The account has another provider now; begin anew.", code="state_refused")
    return provider


async def _claims(
    tools: ApiTools, provider: OpenedProvider, asked: Asked, code: str, answering: str
) -> Mapping[str, Any]:
    """What the provider says of who came back. Raises ProviderSignInRefused, ProviderUnreachable."""
    issuer, client = provider.issuer, _client(tools, provider)
    try:
        metadata = await tools.identities.metadata(issuer)
        if answering != issuer and (answering or metadata.tells_issuer):
            raise IdTokenRefused("The answer is another provider's.", code="issuer")
        return await tools.identities.claims_for(issuer, client, code, asked.verifier, asked.nonce, tools.now)
    except ProviderError as error:
        raise _told(error) from error


def vouched_in(claims: Mapping[str, Any], group_claim: str) -> Vouched:
    """Whom these claims name. An address counts only if the provider says, as a truth value, that it verified it."""
    email, name = claims.get("email"), claims.get("name")
    is_verified = claims.get("email_verified") is True and isinstance(email, str) and is_email(email)
    groups = claims.get(group_claim) if group_claim else None
    listed = [groups] if isinstance(groups, str) else groups if isinstance(groups, list) else []
    return Vouched(
        str(claims["sub"]),
        str(email) if is_verified and one_line(str(email)) == email else None,
        one_line(name)[:_LONGEST_NAME].strip() if isinstance(name, str) else "",
        frozenset(each for each in listed[:_MOST_GROUPS] if isinstance(each, str)),
    )


async def _person(
    session: AsyncSession, tools: ApiTools, account_id: AccountId, provider: OpenedProvider, vouched: Vouched
) -> Known:
    """Who that is here: known already, or invited under this address, or made. Raises ProviderSignInRefused. Behind lock_people."""
    ring, issuer, rules = tools.key_ring, provider.issuer, provider.rules
    known = await identity_providers.who_is(session, account_id, issuer, vouched.subject, ring)
    if known is None:
        user_id = await _invited_or_made(session, tools, account_id, rules, vouched)
        identity_id = await identity_providers.bind(
            session, account_id, user_id, issuer, vouched.subject, ring
        )
        await record_act(session, account_id, user_id, "user.came_in", user_id, {"by": "provider"})
        user = await users.get_user(session, account_id, user_id, ring)
        known = Known(identity_id, user.id, user.role, disabled=False)
    if known.disabled:
        raise _nobody()
    await _follow_groups(session, account_id, known, rules, vouched)
    return known


async def _invited_or_made(
    session: AsyncSession, tools: ApiTools, account_id: AccountId, rules: ProviderRules, vouched: Vouched
) -> UserId:
    if vouched.email is None or not is_theirs(rules, vouched.email):
        raise _nobody()
    invited = await identity_providers.invited_as(
        session, account_id, users.email_hash(vouched.email, tools.key_ring)
    )
    if invited is not None:
        return invited
    role = role_given(rules, vouched.groups) if rules.makes_people else None
    if role is None:
        raise _nobody()
    details = UserDetails(vouched.email, vouched.name or vouched.email.partition("@")[0])
    try:
        return await users.add_user(session, account_id, details, role, tools.key_ring)
    except Conflict:  # they have a password here, or are disabled, or are known as somebody else
        raise _nobody() from None


async def _follow_groups(
    session: AsyncSession, account_id: AccountId, known: Known, rules: ProviderRules, vouched: Vouched
) -> None:
    """Their role from now on; who is in no group any more comes in no more. The last admin stays one. Raises ProviderSignInRefused."""
    role = role_kept(rules, known.role, vouched.groups)
    if role is None:
        raise _nobody()
    if role is known.role:
        return
    if known.role is Role.ADMIN and await users.is_the_only_admin(session, account_id, known.user_id):
        return
    await users.set_role(session, account_id, known.user_id, role)
    detail = {"role": str(role), "by": "provider", "was": {"role": str(known.role)}}
    await record_act(session, account_id, known.user_id, "user.changed", known.user_id, detail)


def _nobody() -> ProviderSignInRefused:
    return ProviderSignInRefused(
        "The identity provider knows you, and this account does not, or lets you in no more; ask an admin to invite you.",
        code="not_invited",
    )


def _told(error: ProviderError) -> ProviderUnreachable | ProviderSignInRefused:
    """What whoever signs in is told; the log has why."""
    log.warning("sign_in.provider_failed", error=type(error).__name__, code=error.code)
    if isinstance(error, ProviderUnavailable):
        return ProviderUnreachable()
    return ProviderSignInRefused(
        "What the identity provider answered is not to be relied on; begin anew.", code="provider_refused"
    )


def _client(tools: ApiTools, provider: OpenedProvider) -> Client:
    return Client(provider.client_id, provider.client_secret, redirect_uri(tools))


def _s256(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _is_secure(tools: ApiTools) -> bool:
    return tools.settings.public_url.startswith("https://")


def _cookie(tools: ApiTools) -> str:
    """Where there is TLS no other host, and nothing on the way, can set a cookie of this name (RFC 6265bis, section 4.1.3.2)."""
    return f"__Host-{_COOKIE}" if _is_secure(tools) else _COOKIE


def _browser_of(request: Request, tools: ApiTools) -> str | None:
    """The secret of this browser; the same for all sign-ins begun in it."""
    kept = request.cookies.get(_cookie(tools), "")
    return kept if _BROWSER.fullmatch(kept) else None
