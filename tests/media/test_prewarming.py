"""What is made ready while it rings, asked for twice at once, taken too early, or not wanted any more."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from pydantic import TypeAdapter

from domain.conversations import ConversationPlan, RecogniserName
from domain.identifiers import AttemptId
from media.live.prewarming import Preparation
from providers.errors import ProviderThrottled, ProviderUnavailable
from providers.speech.contract import Heard, Recognition
from simulators.ordered_faults import Fault
from tests.media.house import House, open_house, until
from tests.media.plans import short_plan

_json: TypeAdapter[ConversationPlan] = TypeAdapter(ConversationPlan)


class CountedEar(Recognition):
    """An ear that hears nothing, and tells whether it is open."""

    is_open = True

    def feed(self, audio: bytes) -> None: ...

    def finalize(self) -> None: ...

    async def heard(self) -> AsyncIterator[Heard]:
        await asyncio.Event().wait()
        yield  # type: ignore[misc]

    async def close(self) -> None:
        self.is_open = False


class SlowEars:
    """A vendor that opens ears when it may, and not at all if it is away."""

    def __init__(self) -> None:
        self.opened: list[CountedEar] = []
        self.asked, self.may_open = asyncio.Event(), asyncio.Event()
        self.is_away = False

    async def open(self, *languages: str) -> Recognition:
        """Wait until it may."""
        self.asked.set()
        await self.may_open.wait()
        if self.is_away:
            raise ProviderUnavailable("away")
        self.opened.append(CountedEar())
        return self.opened[-1]

    def still_open(self) -> int:
        """How many were not closed."""
        return sum(ear.is_open for ear in self.opened)


@pytest_asyncio.fixture
async def house() -> AsyncIterator[House]:
    async with open_house() as opened:
        yield opened


@pytest.fixture
def ears(house: House) -> SlowEars:
    slow = SlowEars()
    house.media._tools.recognisers[RecogniserName.FLUX] = slow  # type: ignore[index]
    return slow


@pytest.fixture
def preparation(house: House) -> Preparation:
    return house.media.preparation


async def test_two_who_ask_at_once_get_the_same(preparation: Preparation, ears: SlowEars) -> None:
    """A withdrawn dial is used again while the vendor is slow."""
    survey = short_plan("call_twice-1")
    both = asyncio.gather(preparation.prepare(survey), preparation.prepare(survey))
    await ears.asked.wait()
    ears.may_open.set()
    first, second = await both
    assert (first, 1) == (second, len(ears.opened))
    await preparation.release(survey.attempt_id)
    assert (0, 0) == (ears.still_open(), len(preparation))


@pytest.mark.parametrize("what", ["answered", "withdrawn", "the process ends"])
async def test_what_nobody_wants_any_more_is_freed_when_it_is_ready(
    preparation: Preparation, ears: SlowEars, what: str
) -> None:
    """A person picks up sooner than the vendor answers: the call has opened ears of its own by then."""
    survey = short_plan("call_early-1")
    making = asyncio.create_task(preparation.prepare(survey))
    await ears.asked.wait()
    if what == "answered":
        assert preparation.take(survey.attempt_id) is None
    elif what == "withdrawn":
        await preparation.release(survey.attempt_id)
    else:
        await preparation.release_all()
    ears.may_open.set()
    await making
    assert (1, 0, 0) == (len(ears.opened), ears.still_open(), len(preparation))


async def test_a_worker_of_the_version_before_names_who_is_to_listen(house: House) -> None:
    """Both run while a release is rolled out; Flux would not know this language."""
    former = {
        **_json.dump_python(short_plan("call_ear-7"), mode="json"),
        "ears": "nova",
        "patience": {"ears_budget": 1},
    }
    told = {name: value for name, value in former.items() if name not in ("recogniser", "timeouts")}
    assert (await house.control("/prepare", json=told)).is_success
    ready = house.media.preparation.take(AttemptId("call_ear-7"))
    assert ready is not None
    assert (RecogniserName.NOVA, 1) == (ready.plan.recogniser, ready.plan.timeouts.recogniser_budget)
    await ready.free()


@pytest.mark.parametrize("sent", [None, [], {"timeouts": 5}, {"ears": "cat"}])
async def test_what_is_no_plan_is_refused(house: House, sent: object) -> None:
    assert 422 == (await house.control("/prepare", json=sent)).status_code


async def test_who_comes_after_a_failure_tries_anew(preparation: Preparation, ears: SlowEars) -> None:
    survey = short_plan("call_again-1")
    ears.is_away = True
    ears.may_open.set()
    with pytest.raises(ProviderUnavailable):
        await preparation.prepare(survey)
    ears.is_away = False
    await preparation.prepare(survey)
    assert 1 == len(preparation)
    assert (2, 1) == _asked_and_failed(preparation, "recogniser/flux")


def _asked_and_failed(preparation: Preparation, service: str) -> tuple[int, int]:
    """How often since the process began: a vendor that fails while telephones ring fails."""
    record = preparation._health.as_record()[service]
    return record["requests"], record["failures"]


async def test_what_was_opened_before_a_preparation_failed_is_closed(
    house: House, preparation: Preparation, ears: SlowEars
) -> None:
    ears.may_open.set()
    house.world.faults.add(Fault("elevenlabs", "429", times=None))
    with pytest.raises(ProviderThrottled):
        await preparation.prepare(short_plan("call_mute-1"))
    assert (1, 0) == (len(ears.opened), ears.still_open())
    assert (1, 1) == _asked_and_failed(preparation, "speech/elevenlabs")


async def test_ears_are_not_opened_any_more_when_the_voice_has_failed(
    house: House, preparation: Preparation, ears: SlowEars
) -> None:
    house.world.faults.add(Fault("elevenlabs", "429", times=None))
    with pytest.raises(ProviderThrottled):
        await preparation.prepare(short_plan("call_mute-2"))
    ears.may_open.set()
    for _ in range(5):
        await asyncio.sleep(0)
    assert [] == ears.opened


async def test_what_a_call_has_taken_does_not_expire(preparation: Preparation, ears: SlowEars) -> None:
    ears.may_open.set()
    survey = short_plan("call_taken-1")
    await preparation.prepare(survey)
    taken = preparation.take(survey.attempt_id)
    assert taken is not None
    assert taken.expiry is not None
    assert taken.expiry.cancelled()
    await taken.free()


async def test_no_more_phrases_are_made_for_a_call_that_nobody_answered(
    house: House, preparation: Preparation, ears: SlowEars, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are paid for."""
    goes_on = asyncio.Event()

    async def warm(model: str) -> None:
        await goes_on.wait()

    monkeypatch.setattr(house.media._tools.model, "warm", warm)
    ears.may_open.set()
    survey = short_plan("call_unanswered-1")
    ready = await preparation.prepare(survey)
    rest = ready.rest
    assert rest is not None
    await preparation.release(survey.attempt_id)
    goes_on.set()
    await until(rest.done, 20)
    assert rest.cancelled()
    assert {survey.opening} == set(ready.audio)


async def test_the_ear_of_a_call_that_is_over_is_closed(house: House, ears: SlowEars) -> None:
    ears.may_open.set()
    survey = short_plan("call_over-1")
    await house.prepare(survey)
    await house.dial("hangs_up_early", survey)
    await house.report_of(survey)
    await until(lambda: ears.still_open() == 0, 5)
    assert 1 == len(ears.opened)
