"""Second factors, identity providers and sessions among others': whose code, whose identity, until when exactly, and who stays signed in."""

import os
from dataclasses import replace
from datetime import timedelta

import pyotp
import pytest

from database import identity_providers, provider_sign_ins, second_factors, sign_ins
from database.identity_providers import OpenedProvider
from database.provider_sign_ins import CODE_LIFE, STATE_LIFE, Asked, CameBack
from database.secret_hashes import secret_hash
from database.sign_ins import Credentials
from domain.access import Role
from domain.errors import NotFound
from domain.identifiers import AccountId, UserId
from domain.identity_providers import ProviderRules
from tests.database.neighbours import A_MOMENT, Neighbours

PROVIDER = OpenedProvider("https://us.example", "us", "a secret", ProviderRules(("us.example",)))
OTHERS = replace(PROVIDER, issuer="https://others.example")
ASKED = Asked(PROVIDER.issuer, "us", "nonce", "verifier")
STEP = timedelta(seconds=30)


async def _session(beside: Neighbours, user: UserId, ends_in: timedelta = timedelta(days=1)) -> str:
    opened = await sign_ins.open_session(
        beside.session,
        Credentials(user, beside.ours, "theirs"),
        os.urandom(8).hex(),
        ends_at=beside.now + ends_in,
        network_hash=b"n",
        device="theirs",
        key_ring=beside.ring,
    )
    assert opened is not None
    return opened


async def _protected(beside: Neighbours, *codes: str) -> tuple[UserId, pyotp.TOTP]:
    """Somebody with a second factor and these recovery codes, which was set up at this moment."""
    user, secret = await beside.person(), pyotp.random_base32()
    factor = pyotp.TOTP(secret)
    await second_factors.offer_secret(beside.session, user, secret, beside.ring)
    typed = factor.at(beside.now)
    assert await second_factors.confirm_secret(
        beside.session, user, typed, list(codes), beside.ring, beside.now
    )
    return user, factor


async def test_a_code_is_good_once_of_its_own_person(beside: Neighbours) -> None:
    """The one that set it up is used; the next is good, and none before it then."""
    (them, factor), (other, others) = await _protected(beside), await _protected(beside)
    now = beside.now + 2 * STEP
    tries = [(0, them), (1, other), (1, them), (1, them), (0, them), (2, them)]
    used = [
        await second_factors.use_code(
            beside.session, who, factor.at(now + STEP * (step - 1)), beside.ring, now
        )
        for step, who in tries
    ]
    assert [True, False, True, False, False, True] == used
    assert await second_factors.use_code(beside.session, other, others.at(now), beside.ring, now)


async def test_a_recovery_code_is_good_once_and_leaves_the_others(beside: Neighbours) -> None:
    (them, _), (other, _) = (
        await _protected(beside, "1111aaaa-1", "2222bbbb-2"),
        await _protected(beside, "1111aaaa-1"),
    )
    tries = [("1111 AAAA 1", them), ("1111aaaa1", them), ("2222bbbb2", other), ("2222bbbb2", them)]
    used = [
        await second_factors.use_code(beside.session, who, typed, beside.ring, beside.now)
        for typed, who in tries
    ]
    assert [True, False, False, True] == used
    kept = await beside.found("SELECT cardinality(recovery_hashes) FROM users WHERE id = :id", id=other)
    assert [1] == kept
    acts = "SELECT action || subject FROM audit_events WHERE account_id = :id"
    assert [f"second_factor.recovery_code_used{them}"] * 2 == await beside.found(acts, id=beside.ours)


async def test_a_second_factor_is_taken_off_its_own_person(beside: Neighbours) -> None:
    """With its codes; an offer that was not confirmed is none, and is offered by itself."""
    (them, factor), (other, _) = await _protected(beside, "1111"), await _protected(beside, "2222")
    offered = await beside.person()
    await second_factors.offer_secret(beside.session, offered, pyotp.random_base32(), beside.ring)
    await second_factors.remove_second_factor(beside.session, them)
    has = [await second_factors.has_second_factor(beside.session, each) for each in (them, other, offered)]
    assert [False, True, False] == has
    later = beside.now + 9 * STEP
    for typed in ("1111", factor.at(later)):
        assert not await second_factors.use_code(beside.session, them, typed, beside.ring, later)
    assert not await second_factors.confirm_secret(
        beside.session, them, factor.at(later), [], beside.ring, later
    )


async def test_open_sessions_are_listed_newest_first_page_by_page(beside: Neighbours) -> None:
    """None that ended, expired just now, or is somebody else's."""
    them, other = await beside.person(), await beside.person()
    first, second, third = [await _session(beside, them) for _ in range(3)]
    ended, expired, last = [
        await _session(beside, them, left) for left in (timedelta(days=1), timedelta(0), A_MOMENT)
    ]
    await _session(beside, other)
    await sign_ins.end_session(beside.session, them, ended, "sign_out")
    pages = [
        await sign_ins.list_sessions(beside.session, them, beside.ring, before=before, limit=2)
        for before in (None, third)
    ]
    assert [[last, third], [second, first]] == [[each.id for each in page] for page in pages]
    is_open = [await sign_ins.session_of(beside.session, each) is not None for each in (expired, last, ended)]
    assert [False, True, False] == is_open


async def _bound(beside: Neighbours, provider: OpenedProvider, **person: str | None) -> UserId:
    """Somebody of ours whom this provider calls by their id."""
    user = await beside.person(**person)  # type: ignore[arg-type]
    await identity_providers.bind(beside.session, beside.ours, user, provider.issuer, user, beside.ring)
    return user


async def test_another_provider_knows_nobody_and_who_needed_the_one_before_is_out(beside: Neighbours) -> None:
    """Whoever has a password stays signed in, and so does whoever the new one knows, or who is of another account."""
    await identity_providers.store_provider(beside.session, beside.ours, PROVIDER, beside.ring)
    alone, both, known = [await _bound(beside, provider) for provider in (PROVIDER, PROVIDER, OTHERS)]
    stranger = await beside.person(account=beside.theirs)
    await identity_providers.bind(
        beside.session, beside.theirs, stranger, PROVIDER.issuer, stranger, beside.ring
    )
    sessions = {each: await _session(beside, each) for each in (alone, both, known, stranger)}
    over = await _session(beside, alone)
    await sign_ins.end_session(beside.session, alone, over, "sign_out")
    for without in (alone, known, stranger):
        await beside.run("UPDATE users SET password_hash = NULL WHERE id = :id", id=without)
    await identity_providers.store_provider(beside.session, beside.ours, OTHERS, beside.ring)
    stay = [await sign_ins.session_of(beside.session, sessions[each]) is not None for each in sessions]
    assert [False, True, True, True] == stay
    assert ["sign_out"] == await beside.found("SELECT ended_by FROM sessions WHERE id = :id", id=over)
    left = await beside.found(
        "SELECT user_id FROM identities WHERE account_id IN (:ours, :theirs) ORDER BY user_id",
        ours=beside.ours,
        theirs=beside.theirs,
    )
    assert sorted((known, stranger)) == left
    await identity_providers.remove_provider(beside.session, beside.ours)
    assert await sign_ins.session_of(beside.session, sessions[known]) is None
    assert [stranger] == await beside.found(
        "SELECT user_id FROM identities WHERE user_id IN (:known, :stranger)", known=known, stranger=stranger
    )
    with pytest.raises(NotFound):
        await identity_providers.remove_provider(beside.session, beside.ours)


async def test_a_person_is_known_by_account_issuer_and_subject_together(beside: Neighbours) -> None:
    await identity_providers.store_provider(beside.session, beside.ours, PROVIDER, beside.ring)
    them, other = await _bound(beside, PROVIDER), await _bound(beside, PROVIDER)
    await beside.run(
        "UPDATE users SET disabled_at = now(), role = :role WHERE id = :id", role=Role.ADMIN, id=other
    )

    async def known(account: AccountId, issuer: str, subject: str) -> tuple[str, Role, bool] | None:
        found = await identity_providers.who_is(
            beside.session,
            account,
            issuer,
            subject,
            beside.ring,
        )
        return None if found is None else (found.user_id, found.role, found.disabled)

    assert (them, Role.AGENT, False) == await known(beside.ours, PROVIDER.issuer, them)
    assert (other, Role.ADMIN, True) == await known(beside.ours, PROVIDER.issuer, other)
    for account, issuer, subject in (
        (beside.theirs, PROVIDER.issuer, them),
        (beside.ours, OTHERS.issuer, them),
        (beside.ours, PROVIDER.issuer, "somebody"),
    ):
        assert await known(account, issuer, subject) is None


async def test_who_was_invited_and_has_come_in_by_nothing_may_come_by_a_provider(beside: Neighbours) -> None:
    """Their link is good no more then; nobody else's is."""
    email = b"theirs"
    waiting, settled, disabled = (
        await beside.person(password=None),
        await beside.person(),
        await beside.person(password=None, disabled=True),
    )
    known, stranger = (
        await _bound(beside, PROVIDER, password=None),
        await beside.person(account=beside.theirs),
    )

    async def invited(user: UserId) -> UserId | None:
        await beside.run("UPDATE users SET email_hash = id::bytea WHERE account_id = :id", id=beside.ours)
        await beside.run("UPDATE users SET email_hash = :email WHERE id = :id", email=email, id=user)
        return await identity_providers.invited_as(beside.session, beside.ours, email)

    found = [await invited(each) for each in (waiting, settled, disabled, known, stranger)]
    assert [waiting, None, None, None, None] == found
    for user in (waiting, settled):
        token = f"{user} link"
        await beside.run(
            "INSERT INTO one_time_links (token_hash, user_id, expires_at) VALUES (:token, :id, now())",
            token=secret_hash(token),
            id=user,
        )
    await identity_providers.bind(beside.session, beside.ours, waiting, "i", "s", beside.ring)
    links = "SELECT user_id FROM one_time_links WHERE user_id = ANY(:ids)"
    assert [settled] == await beside.found(links, ids=[waiting, settled])
    with pytest.raises(NotFound):
        await identity_providers.bind(beside.session, beside.ours, stranger, "i", "s2", beside.ring)


@pytest.mark.parametrize(
    ("browser", "after", "is_good"),
    [
        ("theirs", STATE_LIFE - A_MOMENT, True),
        ("theirs", STATE_LIFE, False),
        ("another", timedelta(0), False),
    ],
)
async def test_a_state_is_good_once_in_its_browser_for_ten_minutes(
    beside: Neighbours, browser: str, after: timedelta, is_good: bool
) -> None:
    """Used up by whoever has it; another one is left as it is."""
    for state in ("a state", "another state"):
        await provider_sign_ins.add_sign_in(
            beside.session, beside.ours, state, "theirs", ASKED, beside.now, beside.ring
        )
    taken = [
        await provider_sign_ins.take_sign_in(beside.session, "a state", each, beside.now + after, beside.ring)
        for each in (browser, "theirs")
    ]
    assert [(beside.ours, ASKED) if is_good else None, None] == taken
    assert await provider_sign_ins.take_sign_in(
        beside.session, "another state", "theirs", beside.now, beside.ring
    )


@pytest.mark.parametrize(
    ("browser", "after", "is_good"),
    [
        ("theirs", CODE_LIFE - A_MOMENT, True),
        ("theirs", CODE_LIFE, False),
        ("another", timedelta(0), False),
    ],
)
async def test_a_code_is_good_once_in_its_browser_for_five_minutes(
    beside: Neighbours, browser: str, after: timedelta, is_good: bool
) -> None:
    them, other = await _bound(beside, PROVIDER), await _bound(beside, PROVIDER)
    ids = {
        user: (await beside.found("SELECT id FROM identities WHERE user_id = :id", id=user))[0]
        for user in (them, other)
    }
    for user, code in ((other, "another code"), (them, "a code")):
        await provider_sign_ins.add_code(beside.session, ids[user], code, "theirs", beside.now)
    came = await provider_sign_ins.who_came_back(beside.session, "a code", browser, beside.now + after)
    assert (CameBack(ids[them], them, beside.ours) if is_good else None) == came
    used = [await provider_sign_ins.use_code(beside.session, "a code") for _ in range(2)]
    assert [True, False] == used
    assert await provider_sign_ins.who_came_back(beside.session, "another code", "theirs", beside.now)


async def test_what_nobody_came_back_with_is_forgotten_when_it_is_over(beside: Neighbours) -> None:
    them = await _bound(beside, PROVIDER)
    [identity] = await beside.found("SELECT id FROM identities WHERE user_id = :id", id=them)
    for name, ago in (("old", A_MOMENT), ("young", -A_MOMENT)):
        state_at, code_at = beside.now - STATE_LIFE - ago, beside.now - CODE_LIFE - ago
        await provider_sign_ins.add_sign_in(
            beside.session, beside.ours, name, "theirs", ASKED, state_at, beside.ring
        )
        await provider_sign_ins.add_code(beside.session, identity, name, "theirs", code_at)
    await provider_sign_ins.forget_unfinished(beside.session)
    young = [secret_hash("young")]
    states = "SELECT state_hash FROM provider_sign_ins WHERE account_id = :id"
    assert young == await beside.found(states, id=beside.ours)
    codes = "SELECT code_hash FROM sign_in_codes WHERE identity_id = :id"
    assert young == await beside.found(codes, id=identity)


@pytest.mark.parametrize("change", ["", "issuer = 'another'", "account_id = :theirs"])
async def test_a_provider_lets_in_whom_it_knows_while_it_is_the_accounts(
    beside: Neighbours, change: str
) -> None:
    """Of another name, or of another account, it lets in nobody here."""
    await identity_providers.store_provider(beside.session, beside.ours, PROVIDER, beside.ring)
    them, other = await _bound(beside, PROVIDER, password=None), await _bound(beside, PROVIDER)
    if change:
        await beside.run(
            f"UPDATE identity_providers SET {change} WHERE account_id = :ours",
            **({"theirs": beside.theirs} if "theirs" in change else {}),
            ours=beside.ours,
        )
    [identity] = await beside.found("SELECT id FROM identities WHERE user_id = :id", id=them)
    opened = [
        await sign_ins.open_session(
            beside.session,
            Credentials(user, beside.ours, None, identity),
            os.urandom(8).hex(),
            ends_at=beside.now + STEP,
            network_hash=b"n",
            device="theirs",
            key_ring=beside.ring,
        )
        for user in (them, other)
    ]
    assert [not change, False] == [each is not None for each in opened]
