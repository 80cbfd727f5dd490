"""The chain of an audit log by itself: what holds, and that nothing done to it at random goes unseen. Requirement 163."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from domain.audit_chain import BEGINNING, Break, ChainedAct, Link, content_hash, follow, moment_text
from domain.audit_seals import is_genuine, seal
from domain.audit_verification import Judge, Verified, verify, verify_end

NOW: Final = datetime(2026, 12, 1, 5, tzinfo=UTC)
KEYS: Final = {1: b"k" * 32, 2: b"n" * 32}
JUDGE: Final = Judge(KEYS, NOW)
words = st.text(max_size=6)
said = st.fixed_dictionaries(
    {
        "actor": words,
        "action": words,
        "subject": words,
        "network": words,
        "detail": words,
        "at": st.integers(0, 10**14).map(lambda ago: NOW - timedelta(hours=2, microseconds=ago)),
    }
)
logs = st.lists(said, min_size=2, max_size=8).map(lambda all_said: chained(all_said))


def chained(all_said: list[dict[str, Any]]) -> list[ChainedAct]:
    """A log in which this was said."""
    before, acts = BEGINNING, []
    for each in all_said:
        place = before.seq + 1
        act = ChainedAct(
            account_id="acct_1",
            seq=place,
            previous_hash=before.hash,
            hash=b"",
            id=place * 10,
            **each,
        )
        act = replace(act, hash=content_hash(act))
        before = _link(act)
        acts.append(act)
    return acts


def _link(act: ChainedAct) -> Link:
    assert act.seq is not None
    assert act.hash is not None
    return Link(act.seq, act.hash)


def looked_at(acts: list[ChainedAct], head: Link) -> Verified | Break:
    """What a verification finds, the acts in the order in which the database gives them."""
    ordered = sorted(acts, key=lambda act: (act.seq or 0, act.id))
    found = verify(Verified(), ordered, (), JUDGE)
    return found if isinstance(found, Break) else verify_end(found, head, None, JUDGE)


@given(logs, st.integers(0, 7))
def test_what_nobody_touched_holds_in_parts_as_in_one(acts: list[ChainedAct], cut: int) -> None:
    end = _link(acts[-1])
    assert end == follow(BEGINNING, acts)
    first = follow(BEGINNING, acts[:cut])
    assert isinstance(first, Link)
    assert end == follow(first, acts[cut:])
    found = looked_at(acts, end)
    assert isinstance(found, Verified)
    assert (end, 1, len(acts)) == (found.link, found.late_from, found.late_to)


@given(logs, st.data())
def test_whatever_is_changed_taken_away_put_in_or_moved_is_found(
    acts: list[ChainedAct], data: st.DataObject
) -> None:
    tampered = data.draw(st.one_of(*(way(acts) for way in WAYS)))
    if sorted(map(repr, tampered)) != sorted(map(repr, acts)):
        assert isinstance(looked_at(tampered, _link(acts[-1])), Break)


def _changed(acts: list[ChainedAct]) -> st.SearchStrategy[list[ChainedAct]]:
    """One field of one entry; hashed anew or not."""

    def change(place: int, name: str, by: dict[str, Any], hashed: bool) -> list[ChainedAct]:
        value = {"id": 7, "previous_hash": b"x", "account_id": "acct_2", **by}[name]
        act = replace(acts[place], **{name: value})
        act = replace(act, hash=content_hash(act)) if hashed else act
        return [*acts[:place], act, *acts[place + 1 :]]

    names = st.sampled_from(
        ["actor", "action", "subject", "network", "detail", "at", "id", "previous_hash", "account_id"]
    )
    return st.builds(change, _places(acts), names, said, st.booleans())


def _taken(acts: list[ChainedAct]) -> st.SearchStrategy[list[ChainedAct]]:
    """One entry, or all from one on."""
    return _places(acts).flatmap(
        lambda place: st.sampled_from([[*acts[:place], *acts[place + 1 :]], acts[:place]])
    )


def _put_in(acts: list[ChainedAct]) -> st.SearchStrategy[list[ChainedAct]]:
    """At any place, well hashed behind the one that stands there; with those behind it moved or not."""

    def put(place: int, new: dict[str, Any], moved: bool) -> list[ChainedAct]:
        before = acts[place]
        act = replace(before, seq=_link(before).seq + 1, previous_hash=before.hash, id=before.id + 1, **new)
        act = replace(act, hash=content_hash(act))
        behind = [replace(each, seq=_link(each).seq + moved) for each in acts[place + 1 :]]
        return [*acts[: place + 1], act, *behind]

    return st.builds(put, _places(acts), said, st.booleans())


def _exchanged(acts: list[ChainedAct]) -> st.SearchStrategy[list[ChainedAct]]:
    """What two entries say, at each other's place."""

    def exchange(one: int, other: int) -> list[ChainedAct]:
        moved = list(acts)
        moved[one] = replace(acts[other], seq=acts[one].seq)
        moved[other] = replace(acts[one], seq=acts[other].seq)
        return moved

    return st.builds(exchange, _places(acts), _places(acts))


def _places(acts: list[ChainedAct]) -> st.SearchStrategy[int]:
    return st.integers(0, len(acts) - 1)


WAYS: Final = (_changed, _taken, _put_in, _exchanged)


def test_the_hash_is_the_one_that_the_page_shows() -> None:
    """A file that is verified elsewhere, by other means, in ten years: docs/decisions/0053 has this entry."""
    at = datetime(2026, 12, 1, 10, 45, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    act = ChainedAct(
        "acct_1", 1, bytes(32), None, 7, at, "key_1", "trunk.created", "trunk_1", "ab12", '{"né": 1.50}'
    )
    assert "2026-12-01T05:00:00.000000" == moment_text(act.at)
    assert "bf229f0a2a96e1aa2caecca82ee4d6631d20731eb8099c67c48e2d063a97672b" == content_hash(act).hex()


@given(st.sampled_from(["account_id", "link", "at", "key_id", "mac"]))
def test_a_seal_is_of_all_that_it_says(name: str) -> None:
    made = seal(KEYS, 2, "acct_1", Link(3, b"h"), NOW)
    assert (2, True) == (made.key_id, is_genuine(KEYS, made))
    others: dict[str, Any] = {
        "account_id": "acct_2",
        "link": Link(3, b"i"),
        "at": NOW + timedelta(microseconds=1),
        "key_id": 1,
        "mac": b"x" * 32,
    }
    assert not is_genuine(KEYS, replace(made, **{name: others[name]}))
    assert not is_genuine({1: KEYS[1]}, made)
