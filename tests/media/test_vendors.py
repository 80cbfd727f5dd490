"""Whole calls with each vendor an agent can choose, and with a vendor that fails or is slow: the other takes over."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

import pytest
import pytest_asyncio

from domain.conversations import Backup, ConversationReport, EndReason, RecogniserName
from domain.timeouts import Timeouts
from domain.transcripts import Speaker, said_by
from simulators.ordered_faults import Fault
from simulators.phone_network.call import Call
from tests.media.house import House
from tests.media.plans import plan, short_plan

pytestmark = pytest.mark.long

AURA = {"voice": "aura-2-thalia-en", "voice_model": "aura-2"}
CLAUDE = "claude-haiku-4-5"


CHOICES: Final[Mapping[str, dict[str, Any]]] = {
    "Nova hears": {"recogniser": RecogniserName.NOVA},
    "OpenAI hears": {"recogniser": RecogniserName.OPENAI},
    "Aura speaks": AURA,
    "Claude thinks": {"model": CLAUDE},
}
Held = Mapping[str, tuple[ConversationReport, Call]]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def held(house: House) -> Held:
    """One call with each choice, all at once."""

    async def hold(place: int, chosen: dict[str, Any]) -> tuple[ConversationReport, Call]:
        survey = short_plan(f"call_choice_{place}-1", **chosen)
        call = await house.dial("cooperative", survey, number=f"+1415555{place:04d}")
        return await house.report_of(survey), call

    calls = (hold(place, chosen) for place, chosen in enumerate(CHOICES.values()))
    return dict(zip(CHOICES, await asyncio.gather(*calls), strict=True))


@pytest.mark.parametrize("choice", CHOICES)
async def test_a_call_is_held_with_the_vendor_that_the_agent_chose(held: Held, choice: str) -> None:
    """Requirement 70."""
    report, call = held[choice]
    assert report.end_reason is EndReason.FINISHED
    assert {"satisfied"} == set(report.answers)
    assert [] == call.violations


@pytest.mark.parametrize(
    "kind, person, reason",
    [
        ("500", "cooperative", EndReason.FINISHED),
        ("stall", "cooperative", EndReason.FINISHED),
        (
            "slow",
            "silent",
            EndReason.NO_RESPONSE,
        ),  # one who speaks first would make the late opening needless
    ],
)
async def test_the_paired_voice_takes_over_and_stays(
    house: House, kind: str, person: str, reason: EndReason
) -> None:
    """Requirement 66: failover by slowness as well as by error; the call never goes back to the first voice."""
    survey = short_plan(
        f"call_voice_{kind}-1",
        backup=Backup(voice=AURA["voice"], voice_model=AURA["voice_model"]),
        timeouts=Timeouts(prompts=(3_000,)),
    )
    house.world.faults.add(Fault("elevenlabs", kind, parameters={"seconds": 4.0}))
    before = house.switched("speech")
    call = await house.dial(person, survey)
    report = await house.report_of(survey)
    assert report.end_reason is reason
    assert before + 1 == house.switched("speech")
    assert said_by(report.transcript, Speaker.AGENT)[0] in " ".join(word.text for word in call.heard)


@pytest.mark.parametrize("kind", ["500", "slow"])
async def test_the_other_model_takes_over_before_the_first_word(house: House, kind: str) -> None:
    survey = short_plan(f"call_model_{kind}-1", backup=Backup(model=CLAUDE))
    house.world.faults.add(Fault("openai", kind, parameters={"seconds": 6.0}))
    before = house.switched("model")
    await house.dial("cooperative", survey)
    assert (await house.report_of(survey)).end_reason is EndReason.FINISHED
    assert before + 1 == house.switched("model")


async def test_other_ears_take_over_when_the_first_are_lost(house: House) -> None:
    """Requirement 68."""
    survey = short_plan("call_ears-1", backup=Backup(recogniser=RecogniserName.NOVA))
    house.world.faults.add(Fault("deepgram", "close"))
    before = house.switched("recogniser")
    await house.dial("cooperative", survey)
    assert (await house.report_of(survey)).end_reason is EndReason.FINISHED
    assert before + 1 == house.switched("recogniser")
    figures: Any = (await house.control("/stats", "GET")).json()
    flux, nova = (figures["health"][f"recogniser/{recogniser}"] for recogniser in ("flux", "nova"))
    assert (True, True) == (flux["failures"] > 0, flux["last_failure_at"] is not None)
    assert nova["requests"] > 0


@pytest.mark.parametrize("vendor", ["deepgram", "elevenlabs"])
async def test_a_vendor_that_takes_no_more_calls_is_told_while_it_rings(house: House, vendor: str) -> None:
    """Requirement 64: exhaustion must pause new dials, so it is told apart from a failure."""
    house.world.faults.add(Fault(vendor, "429"))
    survey = plan(f"call_full_{vendor}-1", opening=f"Hello from a house that {vendor} has no room for.")
    refused = await house.prepare(survey)
    assert (429, "vendor_full") == (refused.status_code, refused.json()["code"])
