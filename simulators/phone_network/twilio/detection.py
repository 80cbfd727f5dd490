"""Twilio's answering-machine detection: what it takes the answerer for, and when it says so."""

import asyncio

from simulators.people.person import Person
from simulators.phone_network.call import Call
from simulators.phone_network.line import CalleeLine
from simulators.phone_network.twilio.callbacks import Callbacks


async def detect(call: Call, person: Person, line: CalleeLine, callbacks: Callbacks) -> None:
    """Find out who answered this call, and report it unless the call is over by then."""
    verdict = await _verdict(call, person, line)
    if not call.is_over:
        call.answered_by = verdict
        callbacks.verdict(call, verdict, call.ms_since_answer())


async def _verdict(call: Call, person: Person, line: CalleeLine) -> str:
    """What detection finds, when it has found it: a message's end is known only when it is over."""
    verdict = person.detected_as or ("machine" if person.machine else "human")
    if person.machine is None or verdict != "machine" or call.request.machine_detection == "Enable":
        await asyncio.sleep(person.detected_after_ms / 1000)
        return "machine_start" if verdict == "machine" else verdict
    try:
        async with asyncio.timeout(call.request.detection_limit_s):
            await line.machine_has_greeted.wait()
    except TimeoutError:
        return "unknown"
    return "machine_end_beep" if person.machine.beep_hz else "machine_end_silence"
