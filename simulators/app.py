"""The simulated world as one ASGI application: every vendor's interface and the world's own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.types import ASGIApp

from simulators import language_model, speech_recognition, speech_synthesis, speech_to_speech
from simulators.control import ControlInterface
from simulators.dropped_connections import ReachableTransport
from simulators.phone_network.twilio.messages import MessagesInterface
from simulators.phone_network.twilio.numbers import NumbersInterface
from simulators.phone_network.twilio.rest import CallsInterface
from simulators.world import World


def build_app(world: World) -> ASGIApp:
    """All simulated services and the control interface; its lifespan is the world's life."""
    keys, faults, journal = world.settings.credentials, world.faults, world.journal
    today = world.settings.today
    accounts = world.twilio_accounts
    calls = CallsInterface(world.network, world.callbacks, world.ledger, faults, journal, accounts)
    routes = [
        *calls.routes(),
        *NumbersInterface(accounts).routes(),
        *MessagesInterface(world.messages, faults, journal, accounts).routes(),
        *world.crm.routes(),
        *world.storage.routes(),
        *speech_recognition.routes(keys.deepgram_api_key, faults, journal),
        *speech_to_speech.routes(keys.openai_api_key, faults, journal, today=today),
        *speech_recognition.transcription_routes(keys.openai_api_key, faults, journal, today=today),
        *language_model.message_routes(keys.anthropic_api_key, faults, journal, today=today),
        *speech_synthesis.routes(keys.elevenlabs_api_key, faults, journal, today=today),
        *speech_synthesis.aura_routes(keys.deepgram_api_key, faults, journal),
        # Whatever no other vendor's header claims of the paths that they share is OpenAI's.
        *language_model.routes(keys.openai_api_key, faults, journal, today=today),
        *ControlInterface(world).routes(),
    ]

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with world.alive():
            yield

    return ReachableTransport(Starlette(routes=routes, lifespan=lifespan))
