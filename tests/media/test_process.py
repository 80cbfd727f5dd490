"""What a media process is made of, as the settings say."""

import asyncio
from typing import cast

import pytest

from domain.conversations import Ears
from media.process import tools_of
from media.tools import Notices, Records
from providers.speech.deepgram import FluxRecogniser
from providers.speech.deepgram_nova import NovaRecogniser
from providers.speech.openai_transcription import TranscriptionRecogniser
from startup.settings import Settings
from tests.providers.recordings import KEYS

OF_EARS = {
    Ears.FLUX: FluxRecogniser,
    Ears.NOVA: NovaRecogniser,
    Ears.OPENAI: TranscriptionRecogniser,
}


@pytest.mark.parametrize("ears", Ears)
async def test_every_choice_of_ears_is_heard_by_its_own(ears: Ears) -> None:
    """Requirement 64: whose recogniser listens is the agent's choice."""
    tools = tools_of(Settings(), KEYS, cast("Records", None), cast("Notices", None))
    try:
        assert OF_EARS[ears] is type(tools.recognisers[ears])
    finally:
        await tools.model.close()
        await tools.synthesiser.close()
        if tools.recordings is not None:
            await asyncio.to_thread(tools.recordings.close)
