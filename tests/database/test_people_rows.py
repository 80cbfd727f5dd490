"""People, their links and their keys among others': who is found, in which order, until when exactly, and who is left alone."""

import os
from datetime import datetime, timedelta

import pytest

from database import api_keys, campaign_members, users
from database.api_keys import KeyRules
from database.users import UserDetails
from domain.access import Role
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId, UserId
from tests.database.drafts import draft_in
from tests.database.neighbours import A_MOMENT, Neighbours

LINK_LIFE = timedelta(days=7)


async def _key(
    beside: Neighbours, maker: str | None, account: AccountId | None = None, until: datetime | None = None
) -> tuple[str, str]:
    """A key's id and its secret."""
    secret, rules = f"ok_{os.urandom(24).hex()}", KeyRules(None, None, until)
    made = await api_keys.add_key(beside.session, account or beside.ours, "reporting", secret, rules, maker)
    assert made is not None
    return made, secret


async def _revoked(beside: Neighbours) -> dict[str, datetime]:
    """The keys of both accounts that are refused, and since when."""
    rows = await beside.found(
        "SELECT jsonb_build_array(id, revoked_at) FROM api_keys WHERE account_id IN (:ours, :theirs) AND revoked_at IS NOT NULL",
        ours=beside.ours,
        theirs=beside.theirs,
    )
    return {key: datetime.fromisoformat(at) for key, at in rows}


async def test_the_newest_people_of_the_account_are_listed_first_page_by_page(beside: Neighbours) -> None:
    """When they were seen last is their newest session's; a provider's word is as good as a password for having come in."""
    first, second, third = [await beside.person(password=None) for _ in range(3)]
    await beside.person(account=beside.theirs)
    for user, ago in ((first, 3), (first, 1), (first, 2), (second, 5)):
        await beside.run(
            """INSERT INTO sessions (id, user_id, network_hash, device_sealed, ends_at, last_seen_at)
               VALUES (:id, :user, 'n', 'd', now(), now() - make_interval(mins => :ago))""",
            id=f"ses_{os.urandom(8).hex()}",
            user=user,
            ago=ago,
        )
    await beside.run(
        "INSERT INTO identities (id, account_id, user_id, issuer, subject_hash) VALUES (:id, :account, :user, 'us', 's')",
        id=f"idn_{os.urandom(8).hex()}",
        account=beside.ours,
        user=second,
    )
    shown = await users.list_users(beside.session, beside.ours, beside.ring, before=None, limit=2)
    rest = await users.list_users(beside.session, beside.ours, beside.ring, before=second, limit=2)
    assert [third, second, first] == [each.id for each in (*shown, *rest)]
    assert [False, True, False] == [each.has_come_in for each in (*shown, *rest)]
    seen = [None, beside.now - timedelta(minutes=5), beside.now - timedelta(minutes=1)]
    assert seen == [each.last_seen_at for each in (*shown, *rest)]


async def test_a_letter_goes_to_whoever_signs_in_by_a_password_now(beside: Neighbours) -> None:
    """In each account to the one of this address; nobody else is told of it."""
    email = f"{os.urandom(6).hex()}@example.com"
    third = await api_keys.ensure_account(beside.session, os.urandom(6).hex())
    ours, theirs = [await beside.person(email, account=each) for each in (beside.ours, beside.theirs)]
    await beside.person(email, account=third, password=None)
    await beside.person()
    found = await users.with_password(beside.session, users.email_hash(email.upper(), beside.ring))
    assert [ours, theirs] == found
    await beside.run("UPDATE users SET disabled_at = now() WHERE id = :id", id=ours)
    assert [theirs] == await users.with_password(beside.session, users.email_hash(email, beside.ring))
    assert await users.get_signing_in(beside.session, ours, beside.ring) is None
    told = await users.get_signing_in(beside.session, theirs, beside.ring)
    assert told is not None
    assert (beside.theirs, email) == (told.account_id, told.details.email)


@pytest.mark.parametrize(("left", "is_good"), [(-A_MOMENT, False), (timedelta(0), False), (A_MOMENT, True)])
async def test_a_link_is_good_until_it_expires(beside: Neighbours, left: timedelta, is_good: bool) -> None:
    """And only its own person's."""
    them, other = await beside.person(password=None), await beside.person(password=None)
    token, others = os.urandom(8).hex(), os.urandom(8).hex()
    await users.add_link(beside.session, other, others, beside.now + LINK_LIFE)
    await users.add_link(beside.session, them, token, beside.now + left)
    invited = await users.invited_by(beside.session, token, beside.ring)
    assert (them if is_good else None) == (invited and invited.id)
    assert is_good is await users.use_link(beside.session, token)
    kept = await users.invited_by(beside.session, others, beside.ring)
    assert kept is not None


async def test_whoever_is_disabled_has_no_link_and_gets_none(beside: Neighbours) -> None:
    """It stays when they were disabled first; who stands beside them keeps their link and their keys."""
    them, other = await beside.person(role=Role.ADMIN), await beside.person(role=Role.ADMIN)
    mine, others = os.urandom(8).hex(), os.urandom(8).hex()
    for user, token in ((them, mine), (other, others)):
        await users.add_link(beside.session, user, token, beside.now + LINK_LIFE)
    (_, secret), (kept, _) = await _key(beside, them), await _key(beside, other)
    assert 1 == await users.set_disabled(beside.session, beside.ours, them, disabled=True)
    assert await api_keys.owner_of_key(beside.session, secret) is None
    assert kept not in await _revoked(beside)
    assert await users.invited_by(beside.session, others, beside.ring) is not None
    with pytest.raises(Conflict):
        await users.add_link(beside.session, them, mine, beside.now + LINK_LIFE)
    await users.set_disabled(beside.session, beside.ours, them, disabled=False)
    assert await users.invited_by(beside.session, mine, beside.ring) is None
    since = beside.now - timedelta(days=3)
    await beside.run("UPDATE users SET disabled_at = :since WHERE id = :id", since=since, id=them)
    await users.set_disabled(beside.session, beside.ours, them, disabled=True)
    view = await users.get_user(beside.session, beside.ours, them, beside.ring)
    assert since == view.disabled_at


@pytest.mark.parametrize(
    ("beside_them", "is_needed"),
    [
        ("nobody", True),
        ("another admin", False),
        ("another account's admin", True),
        ("a disabled admin", True),
        ("an admin who has not come in", True),
        ("a manager", True),
        ("an admin by a provider", True),
    ],
)
async def test_an_account_keeps_one_admin_who_can_sign_in(
    beside: Neighbours, beside_them: str, is_needed: bool
) -> None:
    """One who needs no provider for it, if there is one."""
    them = await beside.person(role=Role.ADMIN)
    other = await beside.person(
        role=Role.AGENT_MANAGER if beside_them == "a manager" else Role.ADMIN,
        account=beside.theirs if "account" in beside_them else None,
        password=None if "not come in" in beside_them or "provider" in beside_them else "theirs",
        disabled=beside_them in ("a disabled admin", "nobody"),
    )
    if "provider" in beside_them:
        await beside.run(
            "INSERT INTO identities (id, account_id, user_id, issuer, subject_hash) VALUES ('idn_' || :user, :account, :user, 'us', 's')",
            user=other,
            account=beside.ours,
        )
    assert is_needed is await users.is_the_only_admin(beside.session, beside.ours, them)
    assert not await users.is_the_only_admin(beside.session, beside.theirs, them)


async def test_a_person_is_changed_alone(beside: Neighbours) -> None:
    """Not who stands beside them; and a password only in place of the one that was compared."""
    them, other = await beside.person(), await beside.person()
    await users.set_role(beside.session, beside.ours, them, Role.AGENT_MANAGER)
    await users.rename(
        beside.session, beside.ours, them, UserDetails("new@example.com", "Grace"), beside.ring
    )
    assert not await users.replace_password(beside.session, them, "an older one", "newer")
    assert await users.replace_password(beside.session, them, "theirs", "newer")
    shown = [await users.get_user(beside.session, beside.ours, each, beside.ring) for each in (them, other)]
    assert [("Grace", Role.AGENT_MANAGER), ("Ada", Role.AGENT)] == [(each.name, each.role) for each in shown]
    assert ["newer", "theirs"] == await beside.found(
        "SELECT password_hash FROM users WHERE id = ANY(:ids) ORDER BY id", ids=[them, other]
    )
    await beside.run("UPDATE users SET disabled_at = now() WHERE id = :id", id=them)
    assert not await users.replace_password(beside.session, them, "newer", "newest")


async def test_the_keys_of_one_maker_end_with_what_they_made_and_no_others(beside: Neighbours) -> None:
    """One that was refused before keeps its moment and is not counted again."""
    them, other = await beside.person(), await beside.person()
    (first, _), (own, _) = await _key(beside, them), await _key(beside, other)
    (child, _), (before, _) = await _key(beside, first), await _key(beside, them)
    grandchild, _ = await _key(beside, child)
    nobodys, _ = await _key(beside, None)
    stranger = await beside.person(account=beside.theirs)
    theirs, _ = await _key(beside, stranger, beside.theirs)
    long_ago = beside.now - timedelta(days=3)
    await api_keys.revoke_key(beside.session, beside.ours, before, long_ago)
    assert 3 == await api_keys.revoke_keys_of(beside.session, beside.ours, them)
    now = beside.now
    assert {first: now, child: now, grandchild: now, before: long_ago} == await _revoked(beside)
    with pytest.raises(NotFound):
        await api_keys.revoke_key(beside.session, beside.ours, theirs, now)
    assert 0 == await api_keys.revoke_key(beside.session, beside.ours, own, now)
    assert {nobodys, theirs}.isdisjoint(await _revoked(beside))


async def test_a_key_ends_those_that_it_made_and_not_the_one_that_made_it(beside: Neighbours) -> None:
    """Whoever may make none any more makes none."""
    them = await beside.person()
    first, _ = await _key(beside, them)
    second, _ = await _key(beside, first)
    third, _ = await _key(beside, second)
    assert 1 == await api_keys.revoke_key(beside.session, beside.ours, second, beside.now)
    assert {second, third} == set(await _revoked(beside))
    made = [
        await api_keys.add_key(
            beside.session, account, "n", os.urandom(8).hex(), KeyRules(None, None, None), maker
        )
        for account, maker in ((beside.ours, second), (beside.theirs, first), (beside.theirs, them))
    ]
    assert [None] * 3 == made
    await beside.run("UPDATE users SET disabled_at = now() WHERE id = :id", id=them)
    late = KeyRules(None, None, None)
    assert await api_keys.add_key(beside.session, beside.ours, "n", os.urandom(8).hex(), late, them) is None


@pytest.mark.parametrize(("left", "is_good"), [(-A_MOMENT, False), (timedelta(0), False), (A_MOMENT, True)])
async def test_a_key_is_good_until_it_expires(beside: Neighbours, left: timedelta, is_good: bool) -> None:
    """Whoever asks by it is its own account's; that it was used is noted to the minute, and of no other."""
    key, secret = await _key(beside, None, until=beside.now + left)
    other, _ = await _key(beside, None, beside.theirs)
    owner = await api_keys.owner_of_key(beside.session, secret)
    assert ((key, beside.ours) if is_good else None) == (owner and (owner.key_id, owner.account_id))
    used = await beside.found(
        "SELECT last_used_at FROM api_keys WHERE id = ANY(:ids) ORDER BY id", ids=[key, other]
    )
    assert [beside.now if is_good else None, None] == used
    for ago, noted in ((timedelta(seconds=60), False), (timedelta(seconds=61), True)):
        at = beside.now - ago
        await beside.run("UPDATE api_keys SET last_used_at = :at WHERE id = :id", at=at, id=key)
        await api_keys.owner_of_key(beside.session, secret)
        [then] = await beside.found("SELECT last_used_at FROM api_keys WHERE id = :id", id=key)
        assert (beside.now if noted and is_good else at) == then


@pytest.mark.parametrize(
    ("maker", "is_good"),
    [({}, True), ({"disabled": True}, False), ({"password": None}, False), ({"role": Role.ADMIN}, True)],
)
async def test_a_key_is_as_good_as_whoever_made_it(
    beside: Neighbours, maker: dict[str, object], is_good: bool
) -> None:
    """An agent's shows only their own campaigns."""
    them = await beside.person(role=Role.AGENT)
    _, secret = await _key(beside, them)
    for name, column in (("disabled", "disabled_at"), ("password", "password_hash"), ("role", "role")):
        if name in maker:
            value = beside.now if name == "disabled" else maker[name]
            await beside.run(f"UPDATE users SET {column} = :value WHERE id = :id", value=value, id=them)
    owner = await api_keys.owner_of_key(beside.session, secret)
    assert is_good is (owner is not None)
    if owner is not None:
        assert (None if maker else UserId(them)) == owner.members_only


async def test_keys_are_listed_newest_first_page_by_page(beside: Neighbours) -> None:
    them = await beside.person()
    first, second, third = [(await _key(beside, them))[0] for _ in range(3)]
    made_by_it, _ = await _key(beside, first)
    await _key(beside, None, beside.theirs)
    pages = [
        await api_keys.list_keys(beside.session, beside.ours, before=before, limit=2)
        for before in (None, third)
    ]
    assert [[made_by_it, third], [second, first]] == [[each.id for each in page] for page in pages]
    assert [first, them] == [each.made_by for each in pages[0]]


async def test_a_campaigns_members_are_its_own_and_the_accounts(beside: Neighbours) -> None:
    first, second, elsewhere = [await beside.person() for _ in range(3)]
    stranger = await beside.person(account=beside.theirs)
    ours, other = [await _campaign(beside, beside.ours) for _ in range(2)]
    theirs = await _campaign(beside, beside.theirs)
    add = campaign_members.add_member
    for campaign, user in ((ours, second), (ours, first), (ours, second), (other, elsewhere), (other, first)):
        await add(beside.session, beside.ours, campaign, user)
    for campaign, user in ((theirs, first), (ours, stranger), (theirs, stranger)):
        with pytest.raises(NotFound):
            await add(beside.session, beside.ours, campaign, user)
    later = "UPDATE campaign_members SET added_at = now() + interval '1 s' WHERE user_id = :id"
    await beside.run(later, id=first)
    assert [second, first] == await _members(beside, ours)
    await campaign_members.remove_member(beside.session, beside.ours, ours, first)
    assert [[second], [elsewhere, first]] == [await _members(beside, each) for each in (ours, other)]
    with pytest.raises(NotFound):
        await campaign_members.remove_member(beside.session, beside.ours, ours, first)
    seen = [await campaign_members.sees(beside.session, first, campaign_id=each) for each in (ours, other)]
    assert [False, True] == seen


async def _members(beside: Neighbours, campaign_id: str) -> list[str]:
    found = await campaign_members.list_members(beside.session, beside.ours, campaign_id, beside.ring)
    return [each.user_id for each in found]


async def _campaign(beside: Neighbours, account: AccountId) -> str:
    return await draft_in(beside.session, account)
